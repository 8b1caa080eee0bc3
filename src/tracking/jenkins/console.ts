import { StringDecoder } from 'node:string_decoder';
import type { Clock } from '../../host/clock.js';
import { discard } from '../../http/answer.js';
import type { HttpAnswer } from '../../http/client.js';
import type { JenkinsController } from './controller.js';

/** Reads what a build prints, piece by piece (jenkins.md 8). */
export interface JenkinsConsole {
  /** Hands on the whole lines that were printed since the last time; `all`: and the last one, though it has no end. */
  read(signal: AbortSignal, all?: boolean): Promise<void>;
}

// Annotations for Jenkins' own pages, in base64 behind an escape that hides them on terminals.
// eslint-disable-next-line no-control-regex
const notes = /\u001b\[8mha:.*?\u001b\[0m/g;

/** Milliseconds after which the rest of a build that has ended is asked for again: nobody comes back for it later. */
const pauses = [500, 1_000, 2_000, 4_000];

/** @param build the build's path */
export function jenkinsConsole(
  build: string,
  { controller, clock, onLine }: { readonly controller: JenkinsController; readonly clock: Clock; readonly onLine: (line: string) => void },
): JenkinsConsole {
  const decoder = new StringDecoder('utf8');
  let start = 0;
  let rest = '';

  /** What there is from `start` on; undefined: nothing that could be told from the pages of others, or the log has been cut. */
  async function next(signal: AbortSignal): Promise<{ readonly bytes: Buffer; readonly size: number; readonly more: boolean } | undefined> {
    const answer = await controller.get(`${build}/logText/progressiveText?start=${start}`, signal);
    if (!isConsole(answer)) {
      await discard(answer);
      return undefined;
    }
    const bytes = await answer.bytes();
    // Counted in the bytes of the log, which the answer is not: notes are left out of it, line ends grow.
    const size = Number(answer.headers['x-text-size'] ?? start + bytes.length);
    return size < start ? undefined : { bytes, size, more: answer.headers['x-more-data'] === 'true' };
  }

  async function nextOfEnded(signal: AbortSignal): ReturnType<typeof next> {
    for (const pause of pauses) {
      const piece = await next(signal).catch(() => signal.throwIfAborted());
      if (piece) return piece;
      await clock.sleep(pause, signal);
    }
    return next(signal);
  }

  return {
    async read(signal, all = false) {
      for (let more = true; more;) {
        const piece = await (all ? nextOfEnded(signal) : next(signal));
        if (!piece) break;
        more = piece.size > start && (all || piece.more);
        start = piece.size;
        const lines = (rest + decoder.write(piece.bytes)).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach((line) => onLine(clean(line)));
        if (!all) return;
      }
      if (!all) return;
      const last = rest + decoder.end();
      rest = '';
      if (last !== '') onLine(clean(last));
    },
  };
}

/** Bytes of a console in which its last sentence is. */
const tail = 64 * 1024;

/** The end of what a build printed; empty when it cannot be read. */
export async function endOfConsole(
  build: string,
  { controller, signal }: { readonly controller: JenkinsController; readonly signal: AbortSignal },
): Promise<string> {
  const from = (start: number): Promise<HttpAnswer> => controller.get(`${build}/logText/progressiveText?start=${start}`, signal);
  try {
    let answer = await from(0);
    const size = Number(answer.headers['x-text-size'] ?? 0);
    if (size > tail) {
      answer.body.destroy();
      answer = await from(size - tail);
    }
    if (isConsole(answer)) return await answer.text();
    await discard(answer);
  } catch {
    signal.throwIfAborted();
  }
  return '';
}

function isConsole({ status, headers }: HttpAnswer): boolean {
  return status === 200 && !String(headers['content-type'] ?? '').startsWith('text/html');
}

function clean(line: string): string {
  return line.replace(notes, '').replace(/\r+$/, '');
}
