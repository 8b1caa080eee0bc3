import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { ContainerSpec, ContainerState, Engine } from '../src/docker/engine.js';
import type { Clock } from '../src/host/clock.js';
import { messageOf } from '../src/host/errors.js';
import { NotRun } from './endings.js';
import { labelFilter, readLabels, type Origin } from './labels.js';
import { delayed, engineAway, whileAway } from './patience.js';
import type { Say } from './say.js';
import { removeFully, standingOf } from './sweep.js';
import type { Watchdog } from './watchdog/watchdog.js';

export interface Wanted {
  readonly spec: ContainerSpec;
  readonly name: string;
  readonly platform: string | undefined;
  readonly origin: Pick<Origin, 'instance' | 'owner'>;
}

export interface Creating {
  readonly engine: Engine;
  readonly watchdog: Watchdog;
  readonly clock: Clock;
  readonly say: Say;
  /** Fires when the run is to end. A call under way is still awaited for a while: what it makes must be removed. */
  readonly signal: AbortSignal;
}

// An engine may have to unpack layers first.
const createLimit = 120_000;

/**
 * Creates the container and gives its id. From here on everything goes by this id.
 * @throws {NotRun}; the signal's reason when it fired and there is nothing to remove
 */
export async function create(wanted: Wanted, creating: Creating): Promise<string> {
  const { engine, watchdog, clock, say, signal } = creating;
  const patience = delayed(signal, clock);
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted();
    watchdog.tell({ word: 'creating' });
    try {
      const { name, platform, spec } = wanted;
      const { id, warnings } = await engine.createContainer(spec, { name, platform, limit: createLimit, signal: patience });
      watchdog.tell({ word: 'created' });
      for (const warning of warnings) say(`warning: ${warning}`);
      return id;
    } catch (error) {
      if (error instanceof EngineRefused) {
        watchdog.tell({ word: 'not-created' });
        const own = error.status === 409 ? await freeName(wanted, creating) : undefined;
        if (own !== undefined) {
          watchdog.tell({ word: 'created' });
          return own;
        }
        if (error.status !== 409 || tries > 50)
          throw new NotRun(`the engine creates no container of ${wanted.spec.Image}: ${error.message}`, 125, { cause: error });
        // A name is free only some time after its container is gone.
        await clock.sleep(100, signal);
        continue;
      }
      if (!(error instanceof EngineAway)) throw error;
      if (error.at === 'connect') watchdog.tell({ word: 'not-created' });
      // The answer is lost; the container may be there. Asking again would make two.
      const own = await whileAway(() => findOwn(wanted.origin.instance, engine, clock), engineAway, { clock, signal: patience }).catch(
        (cause: unknown) => {
          patience.throwIfAborted();
          throw new NotRun(`the engine was lost while it created the container: ${messageOf(cause)}`, 125, { cause });
        },
      );
      if (own === undefined) continue;
      watchdog.tell({ word: 'created' });
      return own;
    }
  }
}

/** The container of this run, given a little time to appear. */
async function findOwn(instance: string, engine: Engine, clock: Clock): Promise<string | undefined> {
  for (let tries = 0; tries < 6; tries++, await clock.sleep(300)) {
    const [own] = await engine.listContainers([labelFilter.instance(instance)]);
    if (own) return own.id;
  }
  return undefined;
}

/**
 * The name is taken. A dead run of this owner gives it up; a container of this very run, made by a call whose answer was lost, is what was
 * wanted, and its id is returned. Anybody else's is not touched.
 * @throws {NotRun} naming the holder
 */
async function freeName(
  { name, origin: { instance, owner } }: Wanted,
  { engine, clock, say, signal }: Creating,
): Promise<string | undefined> {
  const holder = await engine.inspectContainer(name, { signal });
  if (!holder) return undefined;
  const other = readLabels(holder);
  if (other?.instance === instance) return holder.id;
  const isGivenUp = other?.owner === owner && standingOf(holder, clock.now()) !== 'living';
  if (!isGivenUp)
    throw new NotRun(
      `the name ${name} is taken by container ${holder.id.slice(0, 12)}, which this run does not touch: remove it, or let the parameter give another --name`,
    );
  say(`the name ${name} is held by container ${holder.id.slice(0, 12)} of a dead run, which is removed first`);
  await untilUnwatched(holder, other.grace, { engine, clock, signal });
  await removeFully(holder.id, 20_000, { engine, clock, signal });
  return undefined;
}

/** A watchdog at work lets the container end in peace: wait for that, as long as it may take. */
async function untilUnwatched(
  holder: ContainerState,
  grace: number,
  { engine, clock, signal }: Pick<Creating, 'engine' | 'clock' | 'signal'>,
): Promise<void> {
  const giveUpAt = clock.monotonic() + grace + 5_000;
  while (clock.monotonic() < giveUpAt && standingOf(holder, clock.now()) === 'watched') {
    if (!(await engine.inspectContainer(holder.id, { signal }))) return;
    await clock.sleep(200, signal);
  }
}
