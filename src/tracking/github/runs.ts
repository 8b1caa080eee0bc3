import type { Clock } from '../../host/clock.js';
import { foreignAnswers } from '../foreign-answer.js';
import { pauseAsked, statusOf, type GitHub } from './api.js';

/** Milliseconds in which a dispatch that was accepted is listed. */
export const listed = 60_000;
const firstPause = 1_000;
const longestPause = 5_000;
/** The newest three hundred runs: more are not started while one is looked for. */
const pages = 3;

/**
 * The run whose name holds the identifier; asked for until it is listed.
 * @param patience milliseconds
 * @returns undefined when it is not listed in that time
 * @throws what the last answer was, when it may not be asked for, or when something else answers
 */
export async function findRun(
  identifier: string,
  { github, clock, signal }: { readonly github: GitHub; readonly clock: Clock; readonly signal: AbortSignal },
  patience: number,
): Promise<number | undefined> {
  const until = clock.now() + patience;
  const isForeign = foreignAnswers(clock);
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    let wait = pause;
    try {
      for (let page = 1, more = true; more && page <= pages; page++) {
        const runs = await github.runs(page, signal);
        const found = runs.find(({ display_title = '' }) => display_title.includes(identifier));
        if (found) return found.id;
        more = runs.length === 100;
      }
      if (clock.now() >= until) return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const asked = pauseAsked(error, clock);
      const status = statusOf(error);
      if (isForeign(error) || status === 401 || status === 404 || (status === 403 && asked === undefined) || clock.now() >= until)
        throw error;
      wait = Math.max(asked ?? 0, pause);
    }
    await clock.sleep(Math.min(wait, Math.max(until - clock.now(), firstPause)), signal);
  }
}
