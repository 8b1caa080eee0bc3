import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { ContainerState, Engine } from '../src/docker/engine.js';
import type { Output, OutputSink } from '../src/docker/output.js';
import type { Clock } from '../src/host/clock.js';
import type { Started } from './container.js';
import { NotRun } from './endings.js';
import type { JobOutput } from './job-output.js';
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

/**
 * Copies the output and waits for the end of a container that has been attached to and started (delegation.md 2.8, 2.9). Lost connections are
 * mended: every line comes once, and the exit code is kept (delegation.md 8).
 * @returns the container's own exit code
 * @throws {NotRun} when the container is gone, or the engine for too long
 */
export async function follow({ id, attached, waiting }: Started, following: Following): Promise<number> {
  const { engine, output, clock, say, stopping } = following;
  const state = { lost: false, isGivenUp: false, writing: 0, current: attached };
  const delivered = { stdout: 0, stderr: 0 };
  const sink: OutputSink = (stream, piece) => {
    delivered[stream] += piece.length;
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
    if (!state.lost) say('the connection to the engine was lost; looking for the container');
    state.lost = true;
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
    let [last, movedAt] = [-1, clock.now()];
    while (!(await within(outputCopied, 50, clock))) {
      const bytes = delivered.stdout + delivered.stderr;
      const isReaderSlow = state.writing > 0;
      if (bytes !== last || (isReaderSlow && !stopping.aborted)) [last, movedAt] = [bytes, clock.now()];
      const patience = hasEnded ? (stopping.aborted ? 500 : 10_000) : isReaderSlow ? 1_000 : Infinity;
      if (clock.now() - movedAt <= patience) continue;
      state.isGivenUp = true;
      output.abandon();
      state.current.close();
      return;
    }
  }

  async function copyAll(): Promise<void> {
    const whole = await copy(attached, sink);
    // A container that has printed a lot ends seconds after its last byte: its log is still being written. One that goes on has closed its output,
    // or the connection was lost without a sign.
    if (whole && (await within(ended, 5_000, clock)) && !state.lost) return;
    while (!state.isGivenUp) {
      const container = await whileAway(() => engine.inspectContainer(id), engineAway, { clock }).catch(() => undefined);
      if (!container) return;
      try {
        // From the beginning, less what the job has already: engines cannot continue at a byte.
        await copy(await engine.followLogs(id), skipping({ ...delivered }, sink));
      } catch (error) {
        if (!(error instanceof EngineRefused)) continue;
        return say(`warning: the output cannot be read again, lines may be missing: ${error.message}`);
      }
      if (hasEnded(container)) return;
    }
  }

  /** True when the stream came to its end, as far as a stream can tell. */
  async function copy(from: Output, to: OutputSink): Promise<boolean> {
    state.current = from;
    return await from.copy(to).then(
      () => true,
      () => false,
    );
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

/** The same output without its first bytes. */
function skipping(skip: { stdout: number; stderr: number }, sink: OutputSink): OutputSink {
  return (stream, piece) => {
    const dropped = Math.min(skip[stream], piece.length);
    skip[stream] -= dropped;
    return dropped === piece.length ? undefined : sink(stream, piece.subarray(dropped));
  };
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
