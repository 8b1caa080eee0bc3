import { EngineRefused } from '../../src/docker/connection.js';
import type { Engine } from '../../src/docker/engine.js';
import type { Output } from '../../src/docker/output.js';
import type { OutputSink } from '../../src/docker/output-sink.js';
import type { Clock } from '../../src/host/clock.js';
import type { Started } from '../start.js';
import { engineAway, fired, whileAway } from '../patience.js';
import type { Say } from '../say.js';
import { hasEnded } from '../until-ended.js';
import { continuation, Delivered, LogBeginsLater, placeIn } from './delivered.js';
import type { JobOutput } from './job-output.js';
import { LastBytes } from './last-bytes.js';

export interface Copying {
  readonly engine: Engine;
  readonly output: JobOutput;
  readonly clock: Clock;
  readonly say: Say;
  /** Fires when the run is to end: then nobody waits for output to be read any more. */
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks at a log. */
const pause = 250;
// More than this and the engine is at the log for a while after the container's end, in bytes.
const muchOutput = 1024 * 1024;
// As much of a log as is held at once to find the place in it.
const mostOfLog = 32 * 1024 * 1024;

/** How far a log was read: past what the job has, or only so far; from a beginning that is not the output's; or the connection was lost again. */
type Reading = 'reached' | 'not reached' | 'begins later' | 'lost';

/**
 * Copies the output of a container that has been attached to and started (delegation.md 2.8). A lost connection is mended: every line comes once
 * (delegation.md 8). Never throws: output that cannot be had is told.
 * @param end `ended` settles when the container has ended, or is gone; `lost` fires when the connection was lost over which that is waited for
 * @returns when the output is with the job, or is given up
 */
export async function copyOutput(
  { id, attached }: Pick<Started, 'id' | 'attached'>,
  { ended, lost }: { readonly ended: Promise<unknown>; readonly lost: AbortSignal },
  { engine, output, clock, say, signal }: Copying,
): Promise<void> {
  const state = { isShort: false, isGivenUp: false, writing: 0, current: attached };
  const delivered = { stdout: new Delivered(), stderr: new Delivered() };
  const sink: OutputSink = (stream, piece) => {
    delivered[stream].add(piece);
    const waits = output.sink(stream, piece);
    if (!waits) return;
    state.writing++;
    return waits.finally(() => state.writing--);
  };
  await copiedOrGivenUp(copyAll());

  /**
   * Nobody waits for a reader while a run is being ended, and a container that waits for one cannot end at all. A slow reader gets the time it takes
   * as long as nobody wants the end; an engine that says nothing more, 10 s.
   */
  async function copiedOrGivenUp(copied: Promise<void>): Promise<void> {
    let isOver = false;
    const end = ended.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    await Promise.race([end, fired(signal)]);
    let [last, movedAt] = [-1, clock.monotonic()];
    while (!(await within(copied, 50, clock))) {
      const bytes = delivered.stdout.bytes + delivered.stderr.bytes;
      const isReaderSlow = state.writing > 0;
      if (bytes !== last || (isReaderSlow && !signal.aborted)) [last, movedAt] = [bytes, clock.monotonic()];
      const patience = isOver ? (signal.aborted ? 500 : 10_000) : isReaderSlow ? 1_000 : Infinity;
      if (clock.monotonic() - movedAt <= patience) continue;
      state.isGivenUp = true;
      output.abandon();
      state.current.close();
      return;
    }
  }

  async function copyAll(): Promise<void> {
    const cameToItsEnd = await copy(attached, sink);
    if (!(cameToItsEnd && (await isWhole(clock.now())))) await copyRest();
  }

  /** True when what came over a stream that ended `at` that time is all of the output. */
  async function isWhole(at: number): Promise<boolean> {
    // Asked already now, while the engine tidies up behind the container. That it has not ended yet settles nothing.
    const early = hadEnded(at);
    // A container that has printed a lot ends seconds after its last byte: its log is still being written. One that goes on has closed its output,
    // or the connection was lost without a sign.
    const patience = delivered.stdout.bytes + delivered.stderr.bytes > muchOutput ? 5_000 : 500;
    const isOver = await within(Promise.race([ended, fired(lost)]), patience, clock);
    return isOver && !lost.aborted && ((await early) || (await hadEnded(at)));
  }

  /** True when the container had ended by then. Before its end a stream ends when it closes its output, or when the connection is lost. */
  async function hadEnded(at: number): Promise<boolean> {
    // An engine that hangs now is no reason to wait: what there is has been printed.
    const container = await engine.inspectContainer(id, { limit: 5_000 }).catch(() => undefined);
    return !container || Date.parse(container.finishedAt) <= at;
  }

  /** Takes from the log what the job does not have, again and again until the container has ended. */
  async function copyRest(): Promise<void> {
    for (let fromBeginning = true; !state.isGivenUp; await within(ended, pause, clock)) {
      const container = await whileAway(() => engine.inspectContainer(id), engineAway, { clock }).catch(() => undefined);
      if (!container) return;
      try {
        const outcome: Reading = fromBeginning ? await goOn() : await catchUp();
        fromBeginning &&= outcome !== 'begins later' && !(outcome === 'not reached' && hasEnded(container));
        if (outcome === 'reached' && hasEnded(container)) return;
      } catch (error) {
        if (!(error instanceof EngineRefused)) continue;
        return say(`warning: the output cannot be read again, lines may be missing: ${error.message}`);
      }
    }
  }

  /** Follows the log from its beginning, less what the job has already. */
  async function goOn(): Promise<Reading> {
    const rest = { stdout: continuation(delivered.stdout), stderr: continuation(delivered.stderr) };
    const logs = await engine.followLogs(id);
    try {
      await copyFrom(logs, (stream, piece) => {
        const fresh = rest[stream].take(piece);
        return fresh.length > 0 ? sink(stream, fresh) : undefined;
      });
    } catch (error) {
      return error instanceof LogBeginsLater ? 'begins later' : 'lost';
    }
    return rest.stdout.isReached() && rest.stderr.isReached() ? 'reached' : 'not reached';
  }

  /** Reads what there is of a log that has lost its beginning, and delivers what follows on what the job has. */
  async function catchUp(): Promise<Reading> {
    const log = { stdout: new LastBytes(mostOfLog), stderr: new LastBytes(mostOfLog) };
    const logs = await engine.readLogs(id);
    try {
      await copyFrom(logs, (stream, piece) => log[stream].add(piece));
    } catch {
      return 'lost';
    }
    for (const stream of ['stdout', 'stderr'] as const) {
      const text = log[stream].whole();
      const place = placeIn(text, delivered[stream]);
      if (text.length > 0 && place === undefined && !state.isShort) {
        state.isShort = true;
        say('warning: the engine no longer has all of the log (--log-opt max-size, or a driver that rotates): lines may be missing');
      }
      if (text.length > (place ?? 0)) await sink(stream, text.subarray(place));
    }
    return 'reached';
  }

  /** True when the stream came to its end, as far as a stream can tell. */
  async function copy(from: Output, to: OutputSink): Promise<boolean> {
    return await copyFrom(from, to).then(
      () => true,
      () => false,
    );
  }

  async function copyFrom(from: Output, to: OutputSink): Promise<void> {
    state.current = from;
    await from.copy(to);
  }
}

async function within(promise: Promise<unknown>, milliseconds: number, clock: Clock): Promise<boolean> {
  const late = new AbortController();
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, clock.sleep(milliseconds, late.signal).then(() => false)]);
  } finally {
    late.abort();
  }
}
