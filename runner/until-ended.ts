import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { ContainerState, Engine } from '../src/docker/engine.js';
import type { Clock } from '../src/host/clock.js';
import type { Started } from './start.js';
import { NotRun } from './endings.js';
import { engineAway, whileAway } from './patience.js';

/**
 * Waits for a container's end, over lost connections (delegation.md 2.9, 8).
 * @param onLost called each time the connection was lost
 * @returns its exit code
 * @throws {NotRun} when it is gone, or the engine for too long
 */
export async function untilEnded(
  { id, waiting }: Pick<Started, 'id' | 'waiting'>,
  { engine, clock, onLost }: { readonly engine: Engine; readonly clock: Clock; readonly onLost: () => void },
): Promise<number> {
  const found = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await whileAway(call, engineAway, { clock });
    } catch (error) {
      if (error instanceof EngineRefused && error.status === 404) throw gone;
      if (error instanceof EngineAway)
        throw new NotRun(`the engine was lost while the container ran: ${error.message}`, 125, { cause: error });
      throw error;
    }
  };
  const gone = new NotRun('the container is gone: somebody removed it');
  for (let current = waiting; ;) {
    try {
      return (await current.ended).exitCode;
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      onLost();
    }
    const state = await found(() => engine.inspectContainer(id));
    if (!state) throw gone;
    if (hasEnded(state)) return state.exitCode;
    current = await found(() => engine.waitForContainer(id, 'not-running'));
  }
}

/** True for a container that does not run any more. */
export function hasEnded({ status }: Pick<ContainerState, 'status'>): boolean {
  return status === 'exited' || status === 'dead' || status === 'removing';
}
