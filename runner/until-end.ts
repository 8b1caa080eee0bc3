import type { Started } from './container.js';
import { follow, type Following } from './follow.js';
import { fired } from './patience.js';
import type { Plan } from './plan/plan.js';
import { stopContainer, type StoppingContainer } from './stop-container.js';

export interface UntilEnd extends Omit<Following, 'stopping'>, StoppingContainer {
  readonly stopping: StoppingContainer['stopping'] & { readonly signal: AbortSignal };
}

/**
 * Follows a container to its end. When the run is to end before, asks the container to stop and follows it on: its last lines matter.
 * @returns the container's own exit code
 * @throws {NotRun} when it is lost; the reason to stop when it did not end within the grace
 */
export async function untilEnd(started: Started, { grace }: Pick<Plan, 'grace'>, { stopping, ...rest }: UntilEnd): Promise<number> {
  const ended = follow(started, { ...rest, stopping: stopping.signal });
  const stopped = fired(stopping.signal).then(async () => {
    await stopContainer(started.id, grace, { ...rest, stopping });
    // What it printed last may still be on its way to a reader.
    await rest.clock.sleep(1_500);
    throw stopping.signal.reason;
  });
  stopped.catch(() => undefined);
  return await Promise.race([ended, stopped]);
}
