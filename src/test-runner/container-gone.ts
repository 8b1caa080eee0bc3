import { EngineRefused } from '../docker/connection.js';
import type { ContainerState } from '../docker/engine.js';
import { NotCarriedOut, messageOf } from '../host/errors.js';
import type { Inside } from './container-exec.js';

// An engine hears of the end of a container a moment after that of what ran in it.
const looksForContainer = 10;
const betweenLooks = 100;

/** @throws {NotCarriedOut} when the code is that of a container which has ended: it says nothing about the command */
export async function standsFor(code: number, told: boolean, { container, engine, clock, signal }: Inside): Promise<void> {
  // Who told of the code was alive after the command.
  for (let looks = told ? 1 : looksForContainer; looks > 0; looks -= 1) {
    const state = await engine.inspectContainer(container, { signal });
    if (!isThere(state)) throw gone(state, `a command in it ended with exit code ${code}`);
    if (looks > 1) await clock.sleep(betweenLooks, signal);
  }
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
