import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { engineFrom, type ContainerListed, type Engine } from '../src/docker/engine.js';
import { systemClock } from '../src/host/clock.js';
import { labelFilter } from './labels.js';
import type { Word } from './watchdog.js';

/** What the watchdog knows when its runner is gone. Times are of `performance.now()`. */
interface Known {
  readonly run: string;
  readonly grace: number;
  readonly creating: boolean;
  readonly stopRequestedAt?: number;
}

const { sleep } = systemClock;
// How long one looks for a container that nothing announces, for one that a create call on its way may still make, and for the engine.
const quiet = 3_000;
const announced = 60_000;
const engineAway = 600_000;

/**
 * The watchdog's whole life (delegation.md 4): listens on the lifeline; at its end without the word that all is done, removes what the run made.
 * Always ends by itself.
 */
export async function watch(descriptor: number, variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  // The stop of a systemd unit signals its whole control group, and only 90 s later kills it.
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => undefined);
  const known = await untilTheRunnerIsGone(descriptor);
  if (known) await cleanUp(known, engineFrom(variables));
}

/** Undefined when there is nothing left to do. */
async function untilTheRunnerIsGone(descriptor: number): Promise<Known | undefined> {
  const lifeline = new Socket({ fd: descriptor, readable: true, writable: false });
  lifeline.on('error', () => undefined);
  let known: Known | undefined;
  let released = false;
  const lines = createInterface({ input: lifeline });
  lines.on('line', (line) => {
    const word = JSON.parse(line) as Word;
    if (word.word === 'run') known = { run: word.run, grace: word.grace, creating: false };
    else if (word.word === 'done') released = true;
    else if (known) known = learned(known, word);
  });
  await new Promise((resolve) => lines.once('close', resolve));
  return released ? undefined : known;
}

function learned(known: Known, { word }: Word): Known {
  if (word === 'creating') return { ...known, creating: true };
  if (word === 'created' || word === 'not-created' || word === 'removed') return { ...known, creating: false };
  return word === 'stopping' ? { ...known, stopRequestedAt: performance.now() } : known;
}

async function cleanUp(known: Known, engine: Engine): Promise<void> {
  let lastSeen: number | undefined;
  let answeredAt = performance.now();
  const began = performance.now();
  for (;;) {
    const containers = await engine.listContainers([labelFilter.run(known.run)], { limit: 10_000 }).catch(() => undefined);
    const now = performance.now();
    if (containers === undefined) {
      if (now - answeredAt > engineAway) return;
      await sleep(1_000);
      continue;
    }
    answeredAt = now;
    if (containers.length > 0) {
      await Promise.all(containers.map((container) => end(container, known, engine).catch(() => undefined)));
      lastSeen = performance.now();
    } else if (now - (lastSeen ?? began) > (known.creating && lastSeen === undefined ? announced : quiet)) return;
    await sleep(250);
  }
}

async function end({ id, status }: ContainerListed, { grace, stopRequestedAt }: Known, engine: Engine): Promise<void> {
  const left = stopRequestedAt === undefined ? grace : Math.max(0, grace - (performance.now() - stopRequestedAt));
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
