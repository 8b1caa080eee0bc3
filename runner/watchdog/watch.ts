import { engineFrom } from '../../src/docker/create-engine.js';
import type { ContainerListed, Engine } from '../../src/docker/engine.js';
import { systemClock } from '../../src/host/clock.js';
import { labelFilter } from '../labels.js';
import { readWords, type Known } from './watchdog-words.js';

const { sleep, monotonic } = systemClock;
// How long one looks for a container that nothing announces, for one that a create call on its way may still make, and for the engine.
const quiet = 3_000;
const announced = 60_000;
const engineAway = 600_000;
// And for an engine that does not remove what it lists: then the sweep of a later run is left.
const unremovable = 600_000;

/**
 * What the watchdog does when its runner is gone without the word that all is done (delegation.md 4): removes what the run made. Always ends by
 * itself.
 * @param words all that the runner said
 */
export async function watch(words: string, variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  // Node does not go on ignoring what its shell ignored.
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => undefined);
  const known = readWords(words);
  if (known) await cleanUp(known, engineFrom(variables));
}

async function cleanUp(known: Known, engine: Engine): Promise<void> {
  let lastSeen: number | undefined;
  let answeredAt = monotonic();
  const began = monotonic();
  for (let pause = 250; ; await sleep(pause)) {
    const containers = await engine.listContainers([labelFilter.instance(known.instance)], { limit: 10_000 }).catch(() => undefined);
    const now = monotonic();
    if (containers === undefined) {
      if (now - answeredAt > engineAway) return;
      pause = 1_000;
      continue;
    }
    answeredAt = now;
    if (containers.length > 0) {
      await Promise.all(containers.map((container) => end(container, known, engine).catch(() => undefined)));
      lastSeen = monotonic();
      if (lastSeen - began > known.grace + unremovable) return;
      pause = Math.min(pause * 2, 5_000);
    } else {
      if (now - (lastSeen ?? began) > (known.creating && lastSeen === undefined ? announced : quiet)) return;
      pause = 250;
    }
  }
}

async function end({ id, status }: ContainerListed, { grace, stopRequestedAt }: Known, engine: Engine): Promise<void> {
  const left = stopRequestedAt === undefined ? grace : Math.max(0, grace - (monotonic() - stopRequestedAt));
  if (status === 'paused') await engine.unpauseContainer(id);
  if (status === 'running' || status === 'paused') {
    // The engine finishes a stop whose client has died. A second one would send the signal again, into the clean-up that the first began.
    if (stopRequestedAt === undefined) await engine.stopContainer(id, left).catch(() => undefined);
    else await ended(id, left + 1_000, engine);
  }
  await engine.removeContainer(id);
}

async function ended(id: string, limit: number, engine: Engine): Promise<void> {
  const late = systemClock.deadline(limit, new Error('late'));
  await engine
    .waitForContainer(id, 'not-running', { signal: late })
    .then((waiting) => waiting.ended)
    .catch(() => undefined);
}
