import { EngineRefused } from '../../docker/connection.js';
import type { ContainerState } from '../../docker/engine.js';
import { NotCarriedOut, messageOf } from '../../host/errors.js';
import type { Inside } from './container-exec.js';

// An engine hears of the end of a container a moment after that of what ran in it.
const looksForContainer = 10;
const betweenLooks = 100;

/**
 * @param told by the script around the command, not by the engine
 * @throws {NotCarriedOut} when the code says nothing about the command: it is that of a container which has ended, or the engine's own
 */
export async function standsFor(code: number, told: boolean, { container, engine, clock, signal }: Inside): Promise<void> {
  // Who told of the code was alive after the command.
  for (let looks = told ? 1 : looksForContainer; looks > 0; looks -= 1) {
    const state = await engine.inspectContainer(container, { signal });
    if (!isThere(state)) throw gone(state, `a command in it ended with exit code ${code}`);
    if (looks > 1) await clock.sleep(betweenLooks, signal);
  }
  // Whose script was not killed has told its code, unless the connection was lost: then engines end the command, with a code of their own.
  if (!told && code <= 128)
    throw new NotCarriedOut(
      `the engine did not carry a command to its end (it says exit code ${code})`,
      'Was the connection to it lost, or did the command’s working directory go?',
    );
}

/** Rejects with the error, or, where the container is what is missing, with that. */
export async function failBetter(error: unknown, { container, engine }: Inside): Promise<never> {
  if (!(error instanceof EngineRefused || error instanceof NotCarriedOut) || error.message.startsWith(goneIs)) throw error;
  const state = await engine.inspectContainer(container).catch(() => {
    throw error;
  });
  throw isThere(state) ? error : gone(state, messageOf(error), error);
}

function isThere(state: ContainerState | undefined): boolean {
  return state?.status === 'running' || state?.status === 'paused';
}

const goneIs = 'the container is gone';

function gone(state: ContainerState | undefined, what: string, cause?: unknown): NotCarriedOut {
  const how = state === undefined ? 'removed' : state.oomKilled ? 'killed for want of memory' : state.status;
  return new NotCarriedOut(`${goneIs} (${how}): ${what}`, 'Did somebody stop or remove it, or was it its memory limit?', { cause });
}
