import { EngineRefused } from '../src/docker/connection.js';
import { messageOf } from '../src/host/errors.js';
import { create, type Creating, type Wanted } from './create.js';
import { NotRun } from './endings.js';
import type { Origin } from './labels.js';
import type { Account } from './outcome.js';
import type { Plan } from './plan/plan.js';
import { start, type Started } from './start.js';
import { removeFully } from './sweep.js';

/** The container of a run. Disposing of it removes it, whatever state it is in. */
export interface Container extends AsyncDisposable {
  /**
   * Attaches, registers the wait, starts (delegation.md 2.7, 2.8).
   * @throws {NotRun} 126 or 127 when its program cannot be started; the signal's reason when the run is to end
   */
  start(): Promise<Started>;
}

export interface Containing extends Creating {
  /** Gets the container's id. */
  readonly account: Account;
}

// The watchdog goes on with what an engine does not remove at once.
const ownPatience = 5_000;

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
    if (!lacksInit(error, wanted)) throw error;
    return createWithoutInit();
  });
  account.container = id;
  const remove = async (): Promise<void> => {
    await removeFully(id, ownPatience, { engine, clock });
    watchdog.tell({ word: 'removed' });
  };
  return {
    async start() {
      return await start(id, { engine, clock, signal }).catch(async (error: unknown) => {
        if (!lacksInit(error, wanted)) throw error;
        await remove();
        id = await createWithoutInit();
        account.container = id;
        return await start(id, { engine, clock, signal });
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

/** Distributions package the engine's init apart from the engine (delegation.md 8). */
function lacksInit(error: unknown, wanted: Wanted): boolean {
  return (
    hostConfig(wanted)['Init'] === true &&
    error instanceof NotRun &&
    error.cause instanceof EngineRefused &&
    /container-init|docker-init|podman-init|catatonit|\btini\b/i.test(error.cause.message)
  );
}

function hostConfig({ spec }: Wanted): Readonly<Record<string, unknown>> {
  return spec['HostConfig'] as Readonly<Record<string, unknown>>;
}
