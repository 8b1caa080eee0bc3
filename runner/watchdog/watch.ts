import { closeSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { EngineAway } from '../../src/docker/connection.js';
import { engineFrom } from '../../src/docker/create-engine.js';
import type { ContainerListed, Engine } from '../../src/docker/engine.js';
import { systemClock } from '../../src/host/clock.js';
import { ignoreDebugger } from '../../src/host/signals.js';
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
  ignoreDebugger();
  closeInherited();
  const known = readWords(words);
  if (known) await cleanUp(known, engineFrom(variables));
}

const closeOnExec = 0o2_000_000;

/**
 * Closes what the job had open for its children, a lock or a pipe that somebody reads: it ended with the job. Node keeps such descriptors from its own
 * children only up to the first gap above 15, and shells cannot close those of two digits.
 */
function closeInherited(): void {
  // Where there is no /proc, nothing is known of them.
  const open = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').map(Number) : [];
  for (const descriptor of open) {
    if (descriptor <= 2) continue;
    try {
      const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1] ?? '';
      // Node's own are marked so.
      if ((parseInt(flags, 8) & closeOnExec) === 0) closeSync(descriptor);
    } catch {
      // The one with which the folder was read.
    }
  }
}

async function cleanUp(known: Known, engine: Engine): Promise<void> {
  let lastSeen: number | undefined;
  let answeredAt = monotonic();
  const began = monotonic();
  const stop: Stop = { grace: known.grace, requestedAt: known.stopRequestedAt };
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
      await Promise.all(containers.map((container) => end(container, stop, engine).catch(() => undefined)));
      lastSeen = monotonic();
      if (lastSeen - began > known.grace + unremovable) return;
      pause = Math.min(pause * 2, 5_000);
    } else {
      if (now - (lastSeen ?? began) > (known.creating && lastSeen === undefined ? announced : quiet)) return;
      pause = 250;
    }
  }
}

/** The one stop request that a run's container gets, from the runner or from here. */
interface Stop {
  readonly grace: number;
  requestedAt: number | undefined;
}

/** @throws {EngineAway} when that could not be brought to its end: what is left of the grace is the container's, whatever becomes of connections */
async function end({ id, status }: ContainerListed, stop: Stop, engine: Engine): Promise<void> {
  if (status === 'paused') await engine.unpauseContainer(id);
  if (status === 'running' || status === 'paused') {
    // The engine finishes a stop whose client has died. A second one would send the signal again, into the clean-up that the first began.
    if (stop.requestedAt === undefined) await requestStop(id, stop, engine);
    else await ended(id, Math.max(0, stop.grace - (monotonic() - stop.requestedAt)) + 1_000, engine);
  }
  await engine.removeContainer(id);
}

/** Returns when the container has ended, or cannot be stopped so. */
async function requestStop(id: string, stop: Stop, engine: Engine): Promise<void> {
  const now = monotonic();
  try {
    await engine.stopContainer(id, stop.grace);
  } catch (error) {
    if (!(error instanceof EngineAway)) return;
    if (error.at !== 'connect') stop.requestedAt = now;
    throw error;
  }
}

/** Waits for the end so many milliseconds; what has not ended then is removed all the same. */
async function ended(id: string, limit: number, engine: Engine): Promise<void> {
  const late = systemClock.deadline(limit, new Error('late'));
  try {
    await (
      await engine.waitForContainer(id, 'not-running', { signal: late })
    ).ended;
  } catch (error) {
    if (error instanceof EngineAway && !late.aborted) throw error;
  }
}
