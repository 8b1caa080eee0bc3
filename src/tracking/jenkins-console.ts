import { StringDecoder } from 'node:string_decoder';
import type { JenkinsController } from './jenkins-controller.js';

/** Reads what a build prints, piece by piece (jenkins.md 8). */
export interface JenkinsConsole {
  /** Hands on the whole lines that were printed since the last time; `all`: and the last one, though it has no end. */
  read(signal: AbortSignal, all?: boolean): Promise<void>;
}

// Annotations for Jenkins' own pages, in base64 behind an escape that hides them on terminals.
// eslint-disable-next-line no-control-regex
const notes = /\u001b\[8mha:.*?\u001b\[0m/g;

/** @param build the build's path */
export function jenkinsConsole(controller: JenkinsController, build: string, onLine: (line: string) => void): JenkinsConsole {
  const decoder = new StringDecoder('utf8');
  let start = 0;
  let rest = '';
  return {
    async read(signal, all = false) {
      for (let more = true; more;) {
        const answer = await controller.get(`${build}/logText/progressiveText?start=${start}`, signal);
        const bytes = await answer.bytes();
        if (answer.status !== 200) return;
        // Counted in the bytes of the log, which the answer is not: notes are left out of it, line ends grow.
        const size = Number(answer.headers['x-text-size'] ?? start + bytes.length);
        more = size > start && (all || answer.headers['x-more-data'] === 'true');
        start = size;
        const lines = (rest + decoder.write(bytes)).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach((line) => onLine(clean(line)));
        if (!all) return;
      }
      const last = rest + decoder.end();
      rest = '';
      if (last !== '') onLine(clean(last));
    },
  };
}

function clean(line: string): string {
  return line.replace(notes, '').replace(/\r+$/, '');
}
