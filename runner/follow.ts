import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { ContainerState, Engine } from '../src/docker/engine.js';
import type { Output, OutputSink } from '../src/docker/output.js';
import type { Clock } from '../src/host/clock.js';
import type { Started } from './container.js';
import { continuation, Delivered, LogBeginsLater, placeIn } from './output/delivered.js';
import { NotRun } from './endings.js';
import type { JobOutput } from './output/job-output.js';
import { LastBytes } from './output/last-bytes.js';
import { fired, whileAway } from './patience.js';
import type { Say } from './say.js';

export interface Following {
  readonly engine: Engine;
  readonly output: JobOutput;
  readonly clock: Clock;
  readonly say: Say;
  /** Fired: the run is being ended, and nobody waits for output to be read any more. */
  readonly stopping: AbortSignal;
}

/** Milliseconds for which a lost engine is looked for. */
const engineAway = 120_000;
/** Milliseconds between two looks at a log. */
const pause = 250;
// More than this and the engine is at the log for a while after the container's end, in bytes.
const muchOutput = 1024 * 1024;
// As much of a log as is held at once to find the place in it.
const mostOfLog = 32 * 1024 * 1024;

/** How far a log was read: past what the job has, or only so far; from a beginning that is not the output's; or the connection was lost again. */
type Reading = 'reached' | 'not reached' | 'begins later' | 'lost';

/**
 * Copies the output and waits for the end of a container that has been attached to and started (delegation.md 2.8, 2.9). Lost connections are
 * mended: every line comes once, and the exit code is kept (delegation.md 8).
 * @returns the container's own exit code
 * @throws {NotRun} when the container is gone, or the engine for too long
 */
export async function follow({ id, attached, waiting }: Started, following: Following): Promise<number> {
  const { engine, output, clock, say, stopping } = following;
  const lost = new AbortController();
  const state = { isShort: false, isGivenUp: false, writing: 0, current: attached };
  const delivered = { stdout: new Delivered(), stderr: new Delivered() };
  const sink: OutputSink = (stream, piece) => {
    delivered[stream].add(piece);
    const waits = output.sink(stream, piece);
    if (!waits) return;
    state.writing++;
    return waits.finally(() => state.writing--);
  };
  const ended = untilEnded({ id, waiting }, { engine, clock, onLost });
  const copied = copyAll();
  const given = givenUp(ended, copied);
  const exitCode = await ended;
  await given;
  return exitCode;

  function onLost(): void {
    if (!lost.signal.aborted) say('the connection to the engine was lost; looking for the container');
    lost.abort();
  }

  /**
   * Resolves when the output is with the job, or is given up: nobody waits for a reader while a run is being ended, and a container that waits for
   * one cannot end at all. A slow reader gets the time it takes as long as nobody wants the end; an engine that says nothing more, 10 s.
   */
  async function givenUp(containerEnded: Promise<unknown>, outputCopied: Promise<void>): Promise<void> {
    let hasEnded = false;
    const end = containerEnded.then(
      () => (hasEnded = true),
      () => (hasEnded = true),
    );
    await Promise.race([end, fired(stopping)]);
    let [last, movedAt] = [-1, clock.monotonic()];
    while (!(await within(outputCopied, 50, clock))) {
      const bytes = delivered.stdout.bytes + delivered.stderr.bytes;
      const isReaderSlow = state.writing > 0;
      if (bytes !== last || (isReaderSlow && !stopping.aborted)) [last, movedAt] = [bytes, clock.monotonic()];
      const patience = hasEnded ? (stopping.aborted ? 500 : 10_000) : isReaderSlow ? 1_000 : Infinity;
      if (clock.monotonic() - movedAt <= patience) continue;
      state.isGivenUp = true;
      output.abandon();
      state.current.close();
      return;
    }
  }

  async function copyAll(): Promise<void> {
    const whole = await copy(attached, sink);
    const at = clock.now();
    // Asked already now, while the engine tidies up behind the container. That it has not ended yet settles nothing.
    const early = whole ? hadEnded(at) : undefined;
    // A container that has printed a lot ends seconds after its last byte: its log is still being written. One that goes on has closed its output,
    // or the connection was lost without a sign.
    const patience = delivered.stdout.bytes + delivered.stderr.bytes > muchOutput ? 5_000 : 500;
    if (
      whole &&
      (await within(Promise.race([ended, fired(lost.signal)]), patience, clock)) &&
      !lost.signal.aborted &&
      ((await early) || (await hadEnded(at)))
    )
      return;
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

  /** True when the container had ended by then. Before its end a stream ends when it closes its output, or when the connection is lost. */
  async function hadEnded(at: number): Promise<boolean> {
    // An engine that hangs now is no reason to wait: what there is has been printed.
    const container = await engine.inspectContainer(id, { limit: 5_000 }).catch(() => undefined);
    return !container || Date.parse(container.finishedAt) <= at;
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

/**
 * Waits for a container's end, over lost connections.
 * @param onLost called each time the connection was lost
 * @returns its exit code
 * @throws {NotRun} when it is gone, or the engine for too long
 */
export async function untilEnded(
  { id, waiting }: Pick<Started, 'id' | 'waiting'>,
  { engine, clock, onLost }: Pick<Following, 'engine' | 'clock'> & { readonly onLost: () => void },
): Promise<number> {
  const found = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await whileAway(call, engineAway, { clock });
    } catch (error) {
      if (error instanceof EngineRefused && error.status === 404) throw gone;
      if (error instanceof EngineAway)
        throw new NotRun(`the engine was lost while the container ran: ${error.message}`, 125, { cause: error });
      throw error;
    }
  };
  const gone = new NotRun('the container is gone: somebody removed it');
  for (let current = waiting; ;) {
    try {
      return (await current.ended).exitCode;
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      onLost();
    }
    const state = await found(() => engine.inspectContainer(id));
    if (!state) throw gone;
    if (hasEnded(state)) return state.exitCode;
    current = await found(() => engine.waitForContainer(id, 'not-running'));
  }
}

function hasEnded({ status }: Pick<ContainerState, 'status'>): boolean {
  return status === 'exited' || status === 'dead' || status === 'removing';
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
