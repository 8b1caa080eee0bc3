import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { Engine, Waiting } from '../src/docker/engine.js';
import type { Output } from '../src/docker/output.js';
import type { Clock } from '../src/host/clock.js';
import { NotRun } from './endings.js';
import { delayed, whileAway } from './patience.js';

/** A container that runs, attached to before it started: no byte and no end is missed. */
export interface Started {
  readonly id: string;
  readonly attached: Output;
  readonly waiting: Waiting;
}

export interface Starting {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Fires when the run is to end. A start under way is still awaited for a while: what it starts must be ended. */
  readonly signal: AbortSignal;
}

const startLimit = 60_000;

/**
 * Attaches, registers the wait, starts (delegation.md 2.7, 2.8).
 * @throws {NotRun} 126 or 127 when its program cannot be started, with the engine's refusal as its cause; {EngineAway}; the signal's reason
 */
export async function start(id: string, starting: Starting): Promise<Started> {
  return await attachAndStart(id, starting).catch((error: unknown) => {
    throw error instanceof EngineRefused ? notStarted(error) : error;
  });
}

async function attachAndStart(id: string, { engine, clock, signal }: Starting): Promise<Started> {
  const away = { clock, signal };
  const [attached, waiting] = await Promise.all([
    whileAway(() => engine.attachContainer(id, { signal }), startLimit, away),
    whileAway(() => engine.waitForContainer(id, 'next-exit'), startLimit, away),
  ]);
  signal.throwIfAborted();
  await startOnce(id, { engine, clock, signal: delayed(signal, clock) });
  signal.throwIfAborted();
  return { id, attached, waiting };
}

/** A start whose answer was lost may have been carried out, and a short container has ended since: another start would run it twice. */
async function startOnce(id: string, { engine, clock, signal }: Starting): Promise<void> {
  let mayHaveStarted = false;
  const call = async (): Promise<void> => {
    // An engine that is at the start answers this after it.
    if (mayHaveStarted && (await engine.inspectContainer(id, { signal }))?.status !== 'created') return;
    await engine.startContainer(id, { limit: startLimit, signal }).catch((error: unknown) => {
      mayHaveStarted ||= error instanceof EngineAway && error.at !== 'connect';
      throw error;
    });
  };
  await whileAway(call, startLimit, { clock, signal });
}

/** As a shell tells it: 127 for a program that is not there, 126 for one that cannot be executed. */
function notStarted(error: EngineRefused): NotRun {
  const { message } = error;
  // A device or a folder may be missing, or closed, in the same words.
  const isOfProgram = !/gathering device information|error mounting/i.test(message);
  const isMissing = /executable file not found|no such file or directory/i.test(message);
  const isUnfit = /permission denied|is a directory|exec format error/i.test(message);
  const code = isOfProgram && isMissing ? 127 : isOfProgram && isUnfit ? 126 : 125;
  return new NotRun(`the container cannot be started: ${message}`, code, { cause: error });
}
