import type { Started } from './start.js';
import { copyOutput, type Copying } from './output/copy-output.js';
import { fired } from './patience.js';
import type { Plan } from './plan/plan.js';
import { stopContainer, type StoppingContainer } from './stop-container.js';
import type { Stopping } from './stopping.js';
import { untilEnded } from './until-ended.js';

export interface Following extends Omit<Copying, 'signal'>, StoppingContainer {
  readonly stopping: Pick<Stopping, 'signal' | 'forced'>;
}

/**
 * Follows a container to its end. When the run is to end before, asks the container to stop and follows it on: its last lines matter.
 * @returns the container's own exit code
 * @throws {NotRun} when it is lost; the reason to stop when it did not end within the grace
 */
export async function followContainer(started: Started, { grace }: Pick<Plan, 'grace'>, following: Following): Promise<number> {
  const { clock, stopping } = following;
  const followed = untilEndedAndCopied(started, following);
  const stopped = fired(stopping.signal).then(async () => {
    await stopContainer(started.id, grace, following);
    // What it printed last may still be on its way to a reader.
    await clock.sleep(1_500);
    throw stopping.signal.reason;
  });
  stopped.catch(() => undefined);
  return await Promise.race([followed, stopped]);
}

async function untilEndedAndCopied(started: Started, { engine, output, clock, say, stopping }: Following): Promise<number> {
  const lost = new AbortController();
  const onLost = (): void => {
    if (!lost.signal.aborted) say('the connection to the engine was lost; looking for the container');
    lost.abort();
  };
  const ended = untilEnded(started, { engine, clock, onLost });
  const copied = copyOutput(started, { ended, lost: lost.signal }, { engine, output, clock, say, signal: stopping.signal });
  const exitCode = await ended;
  await copied;
  return exitCode;
}
