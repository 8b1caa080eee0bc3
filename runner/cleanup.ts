import { engineFrom } from '../src/docker/create-engine.js';
import type { ContainerListed, Engine } from '../src/docker/engine.js';
import { systemClock as clock } from '../src/host/clock.js';
import { messageOf } from '../src/host/errors.js';
import type { JobOutput } from './output/job-output.js';
import { labelFilter, readLabels } from './labels.js';
import { engineWords } from './engine-words.js';
import { readCleanupOptions, type CleanupOptions } from './options.js';
import { fateOf, type ProcessIdentity } from '../src/host/process-identity.js';
import { errorMark, type Say } from './say.js';
import { surroundings } from './surroundings.js';
import { removeFully, standingOf } from './sweep.js';

/**
 * The `cleanup` command (delegation.md 5): removes what dead runs left.
 * @returns 0 when nothing is left, 1 when something could not be removed or looked for
 * @throws {InvalidInput}
 */
export async function cleanup(
  args: readonly string[],
  { variables, output, say }: { readonly variables: NodeJS.ProcessEnv; readonly output: JobOutput; readonly say: Say },
): Promise<number> {
  const options = readCleanupOptions(args);
  const engine = engineFrom(variables);
  let containers: readonly ContainerListed[];
  try {
    containers = await engine.listContainers([filterOf(options, variables)]);
  } catch (error) {
    say(errorMark + engineWords(error));
    return 1;
  }
  const left = containers.filter((container) => isLeft(container, options));
  if (left.length === 0) output.writeLine('nothing to remove\n');
  if (options.dryRun) {
    for (const container of left) output.writeLine(`would remove ${described(container)}\n`);
    return 0;
  }
  const results = await Promise.all(left.map((container) => remove(container, { engine, output, say })));
  return results.every(Boolean) ? 0 : 1;
}

function filterOf({ of }: CleanupOptions, variables: NodeJS.ProcessEnv): string {
  if ('run' in of) return labelFilter.run(of.run);
  return 'expired' in of ? labelFilter.all : labelFilter.owner(of.owner ?? surroundings(variables).owner);
}

function isLeft(container: ContainerListed, { of }: CleanupOptions): boolean {
  if ('run' in of) return true;
  if (!('expired' in of)) return standingOf(container, clock.now()) !== 'living';
  const origin = readLabels(container);
  if (origin?.deadline === undefined) return false;
  // A run that lives ends by its own limit; one that is a minute late does not.
  const grace = fateOf(origin.process) === 'alive' || standingOf(container, clock.now()) === 'watched' ? 60_000 : 0;
  return clock.now() > origin.deadline + grace;
}

/** `0a06fbb67168 (running) of run 7-1-test, owner machine/job`: whoever reads the log of a timer does not know which run it was. */
function described(container: ContainerListed): string {
  const origin = readLabels(container);
  return `${container.id.slice(0, 12)} (${container.status})${origin ? ` of run ${origin.run}, owner ${origin.owner}` : ''}`;
}

async function remove(
  container: ContainerListed,
  { engine, output, say }: { readonly engine: Engine; readonly output: JobOutput; readonly say: Say },
): Promise<boolean> {
  try {
    await untilItsOwnEnd(container, engine);
    await removeFully(container.id, 20_000, { engine, clock });
    output.writeLine(`removed ${described(container)}\n`);
    return true;
  } catch (error) {
    say(`${errorMark}container ${container.id.slice(0, 12)} could not be removed: ${messageOf(error)}`);
    return false;
  }
}

/**
 * A cancelled run, or its watchdog, may be letting the container finish: it gets its grace before it is removed by force. One that goes on all
 * the same was asked by nobody, and is asked now: its runner, so that the job does not take the end for a success; where that cannot be reached,
 * the container.
 */
async function untilItsOwnEnd(container: ContainerListed, engine: Engine): Promise<void> {
  const origin = readLabels(container);
  const grace = origin?.grace ?? 0;
  if ((await isOver(container, grace + 2_000, engine)) || standingOf(container, clock.now()) !== 'living') return;
  if (origin && cancel(origin.process)) await isOver(container, grace + 2_000, engine);
  else await engine.stopContainer(container.id, grace).catch(() => undefined);
}

/** Waits until the container is gone, or is nobody's any more. @returns false when it was not for so many milliseconds */
async function isOver(container: ContainerListed, limit: number, engine: Engine): Promise<boolean> {
  const giveUpAt = clock.monotonic() + limit;
  while (standingOf(container, clock.now()) !== 'left' && (await engine.inspectContainer(container.id))) {
    if (clock.monotonic() > giveUpAt) return false;
    await clock.sleep(200);
  }
  return true;
}

/** False when its process is none that lives here, or another user's. */
function cancel(runner: ProcessIdentity): boolean {
  if (fateOf(runner) !== 'alive') return false;
  try {
    return process.kill(runner.pid, 'SIGTERM');
  } catch {
    return false;
  }
}
