import type { ContainerListed, Engine } from '../src/docker/engine.js';
import type { Clock } from '../src/host/clock.js';
import { messageOf } from '../src/host/errors.js';
import { NotRun } from './endings.js';
import { labelFilter, readLabels } from './labels.js';
import { fateOf } from '../src/host/process-identity.js';
import type { Say } from './say.js';

export interface Sweeping {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly say: Say;
  /** Fires when the run is to end. */
  readonly signal: AbortSignal;
}

/** Whose a container is, as far as can be proven from here. */
export type Standing =
  /** Its run lives, or nothing proves the contrary. */
  | 'living'
  /** Its run is dead, and its watchdog is at work. */
  | 'watched'
  /** Its run is dead and nobody is left to remove it. */
  | 'left';

/**
 * Judges a container by its labels alone (delegation.md 5): never by its name, its image or its age.
 * @param now milliseconds since 1970
 */
export function standingOf(container: Pick<ContainerListed, 'labels'>, now: number): Standing {
  const origin = readLabels(container);
  if (!origin) return 'living';
  const fate = fateOf(origin.process);
  if (fate === 'dead') return fateOf(origin.watchdog) === 'alive' ? 'watched' : 'left';
  const expired = origin.deadline !== undefined && now > origin.deadline;
  return fate === 'unknown' && expired ? 'left' : 'living';
}

/** Removes what dead runs of an owner left. Never throws, for no run depends on it: what cannot be removed is told, and the next sweep sees it again. */
export async function sweep(owner: string, sweeping: Sweeping): Promise<void> {
  const { engine, clock, say, signal } = sweeping;
  try {
    const containers = await engine.listContainers([labelFilter.owner(owner)], { signal, limit: 5_000 });
    const left = containers.filter((container) => standingOf(container, clock.now()) === 'left');
    await Promise.all(left.map((container) => removeLeft(container, sweeping)));
  } catch (error) {
    if (!signal.aborted) say(`warning: dead runs could not be looked for: ${messageOf(error)}`);
  }
}

async function removeLeft(container: ContainerListed, { engine, clock, say, signal }: Sweeping): Promise<void> {
  try {
    await removeFully(container.id, 20_000, { engine, clock, signal });
    say(`removed container ${container.id.slice(0, 12)}, left by the dead run ${readLabels(container)?.run ?? ''}`);
  } catch (error) {
    if (!signal.aborted) say(`warning: container ${container.id.slice(0, 12)} of a dead run could not be removed: ${messageOf(error)}`);
  }
}

/**
 * Removes a container by its id, again and again until the engine says that it is gone.
 * @param patience milliseconds
 * @throws the last answer, when that was not enough
 */
export async function removeFully(
  id: string,
  patience: number,
  { engine, clock, signal }: Pick<Sweeping, 'engine' | 'clock'> & Partial<Pick<Sweeping, 'signal'>>,
): Promise<void> {
  const giveUpAt = clock.monotonic() + patience;
  for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      if (await engine.removeContainer(id, { signal, limit: Math.max(1_000, giveUpAt - clock.monotonic()) })) return;
      if (clock.monotonic() + pause > giveUpAt) throw new NotRun('the engine is still removing it');
    } catch (error) {
      if (signal?.aborted || clock.monotonic() + pause > giveUpAt) throw error;
    }
    await clock.sleep(pause, signal);
  }
}
