import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { Engine } from '../src/docker/engine.js';
import type { Clock } from '../src/host/clock.js';
import { fired } from './patience.js';
import type { Stopping } from './stopping.js';
import type { Watchdog } from './watchdog/watchdog.js';

export interface StoppingContainer {
  readonly engine: Engine;
  readonly watchdog: Watchdog;
  readonly clock: Clock;
  readonly stopping: Pick<Stopping, 'forced'>;
}

/**
 * Asks the container to stop, once: its own stop signal, after `grace` milliseconds SIGKILL. A signal of the CI system is translated so, never
 * passed on: a second one would interrupt the clean-up that the first began (delegation.md 3). Resolves when the container should have ended:
 * what has not is removed by force.
 */
export async function stopContainer(id: string, grace: number, { engine, watchdog, clock, stopping }: StoppingContainer): Promise<void> {
  const killAt = clock.monotonic() + grace;
  const forced = fired(stopping.forced).then(() => engine.killContainer(id, 'SIGKILL').catch(() => undefined));
  const stopped = askToStop(id, killAt, { engine, watchdog, clock }).catch(() => undefined);
  // The engine sends SIGKILL itself, and its answer may be lost.
  await Promise.race([
    stopped.then(() => clock.sleep(Math.max(0, Math.min(500, killAt + 1_500 - clock.monotonic())))),
    forced,
    clock.sleep(grace + 1_500),
  ]);
}

async function askToStop(id: string, killAt: number, { engine, watchdog, clock }: Omit<StoppingContainer, 'stopping'>): Promise<void> {
  // A paused container cannot act on a signal.
  const state = await engine.inspectContainer(id, { limit: 2_000 }).catch(() => undefined);
  if (state?.status === 'paused') await engine.unpauseContainer(id, { limit: 2_000 }).catch(() => undefined);
  // Not before: the watchdog would rely on a request that this process never made.
  watchdog.tell({ word: 'stopping', at: clock.monotonic() });
  for (;;) {
    try {
      return await engine.stopContainer(id, Math.max(0, killAt - clock.monotonic()), { limit: 5_000 });
    } catch (error) {
      if (error instanceof EngineRefused) {
        // What cannot be stopped may still be sent a signal, and has the rest of its grace.
        await engine.killContainer(id, state?.stopSignal ?? 'SIGTERM', { limit: 2_000 }).catch(() => undefined);
        return await clock.sleep(Math.max(0, killAt - clock.monotonic()));
      }
      if (!(error instanceof EngineAway)) throw error;
      // A request that has left this process is the engine's to finish, and another would send the signal again: the container has its grace.
      if (error.at !== 'connect' || clock.monotonic() > killAt) return await clock.sleep(Math.max(0, killAt - clock.monotonic()));
      await clock.sleep(250);
    }
  }
}
