import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { Engine, Waiting } from '../src/docker/engine.js';
import type { Output } from '../src/docker/output.js';
import type { Clock } from '../src/host/clock.js';
import { messageOf } from '../src/host/errors.js';
import { create, type Wanted } from './create.js';
import { NotRun } from './endings.js';
import type { Origin } from './labels.js';
import type { Account } from './outcome.js';
import { after, whileAway } from './patience.js';
import type { Plan } from './plan/plan.js';
import type { Say } from './say.js';
import { removeFully } from './sweep.js';
import type { Watchdog } from './watchdog/watchdog.js';

/** A container that runs, attached to before it started: no byte and no end is missed. */
export interface Started {
  readonly id: string;
  readonly attached: Output;
  readonly waiting: Waiting;
}

/** The container of a run. Disposing of it removes it, whatever state it is in. */
export interface Container extends AsyncDisposable {
  /**
   * Attaches, registers the wait, starts (delegation.md 2.7, 2.8).
   * @throws {NotRun} 126 or 127 when its program cannot be started; the signal's reason when the run is to end
   */
  start(): Promise<Started>;
}

export interface Containing {
  readonly engine: Engine;
  readonly watchdog: Watchdog;
  readonly clock: Clock;
  readonly say: Say;
  /** Fires when the run is to end. */
  readonly signal: AbortSignal;
  /** Gets the container's id. */
  readonly account: Account;
}

// The watchdog goes on with what an engine does not remove at once.
const ownPatience = 5_000;
const startLimit = 60_000;
// An answer that is on its way is awaited so long after the run is to end.
const limitAfterStop = 8_000;

/** Creates the container of a run. @throws {NotRun} */
export async function createContainer(
  { planned, labels, origin }: { readonly planned: Plan; readonly labels: Readonly<Record<string, string>>; readonly origin: Origin },
  containing: Containing,
): Promise<Container> {
  const { engine, watchdog, clock, say, signal, account } = containing;
  const spec = { ...planned.spec, Labels: { ...(planned.spec['Labels'] as object), ...labels } };
  const wanted = { spec, name: planned.name ?? `etos-${origin.instance}`, platform: planned.platform, origin };
  let id = await create(wanted, containing).catch((error: unknown) => {
    // Podman looks for its init here, Docker at the start.
    if (!(error instanceof NotRun && lacksInit(error.cause, wanted))) throw error;
    return createWithoutInit();
  });
  account.container = id;
  const remove = async (): Promise<void> => {
    await removeFully(id, ownPatience, { engine, clock });
    watchdog.tell({ word: 'removed' });
  };
  return {
    async start() {
      try {
        return await start(id, { engine, clock, signal });
      } catch (error) {
        if (!(error instanceof EngineRefused)) throw error;
        if (!lacksInit(error, wanted)) throw notStarted(error);
      }
      await remove();
      id = await createWithoutInit();
      account.container = id;
      return await start(id, { engine, clock, signal }).catch((error: unknown) => {
        throw error instanceof EngineRefused ? notStarted(error) : error;
      });
    },
    async [Symbol.asyncDispose]() {
      await remove().catch((error: unknown) =>
        say(`warning: container ${id.slice(0, 12)} could not be removed, the watchdog goes on trying: ${messageOf(error)}`),
      );
    },
  };

  function createWithoutInit(): Promise<string> {
    say('the engine has no init program: the container runs without, and a shell in it may not hear the stop signal');
    return create({ ...wanted, spec: { ...spec, HostConfig: { ...hostConfig(wanted), Init: false } } }, containing);
  }
}

async function start(id: string, { engine, clock, signal }: Pick<Containing, 'engine' | 'clock' | 'signal'>): Promise<Started> {
  const away = { clock, signal };
  const [attached, waiting] = await Promise.all([
    whileAway(() => engine.attachContainer(id, { signal }), startLimit, away),
    whileAway(() => engine.waitForContainer(id, 'next-exit'), startLimit, away),
  ]);
  signal.throwIfAborted();
  const patience = after(signal, limitAfterStop, clock);
  await startOnce(id, { engine, clock, signal: patience });
  signal.throwIfAborted();
  return { id, attached, waiting };
}

/** A start whose answer was lost may have been carried out, and a short container has ended since: another start would run it twice. */
async function startOnce(id: string, { engine, clock, signal }: Pick<Containing, 'engine' | 'clock' | 'signal'>): Promise<void> {
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
  const code = /executable file not found|no such file or directory/i.test(message)
    ? 127
    : /permission denied|is a directory|exec format error/i.test(message)
      ? 126
      : 125;
  return new NotRun(`the container cannot be started: ${message}`, code, { cause: error });
}

/** Distributions package the engine's init apart from the engine (delegation.md 8). */
function lacksInit(error: unknown, wanted: Wanted): boolean {
  return (
    hostConfig(wanted)['Init'] === true &&
    error instanceof EngineRefused &&
    /container-init|docker-init|podman-init|catatonit|\btini\b/i.test(error.message)
  );
}

function hostConfig({ spec }: Wanted): Readonly<Record<string, unknown>> {
  return spec['HostConfig'] as Readonly<Record<string, unknown>>;
}
