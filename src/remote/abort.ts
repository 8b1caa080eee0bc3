import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Asking, Deployment } from './deployment.js';
import { detailIn } from './detail.js';
import { pathOf } from './start.js';

/** What became of the wish to end a run. */
export type Aborted =
  | { readonly state: 'confirmed' }
  /** The deployment knows no such run: it is over, or has not come as far as to be ended. */
  | { readonly state: 'unknown' }
  /** Its generation ends no runs. */
  | { readonly state: 'impossible' }
  | { readonly state: 'refused'; readonly reason: string };

/** Milliseconds of one try, and between tries. */
const [limit, pause] = [10_000, 300];

/**
 * Ends a run of a deployment (etos.md 2.1). One that the deployment does not know is asked for again until the signal fires: for some seconds after its
 * start there is nothing that could be ended.
 * @param over fires when the run is seen to be over, which ends the wait
 */
export async function abortTestrun(
  { url, generation, login }: Deployment,
  id: string,
  { http, clock, signal, over }: Asking & { readonly clock: Clock; readonly over?: AbortSignal },
): Promise<Aborted> {
  if (generation === '2021') return { state: 'impossible' };
  let last: Aborted = { state: 'refused', reason: 'it was not asked in time' };
  const stop = over ? AbortSignal.any([signal, over]) : signal;
  while (!stop.aborted) {
    try {
      const answer = await http.request({
        method: 'DELETE',
        url: `${url}${pathOf(generation)}/${id}`,
        headers: { ...login.headers, accept: 'application/json' },
        limit,
        signal: stop,
      });
      const text = await answer.text(64 * 1024);
      if (answer.status < 300) return { state: 'confirmed' };
      const said = detailIn(text);
      last =
        answer.status === 404
          ? { state: 'unknown' }
          : { state: 'refused', reason: `${answer.status} ${answer.reason}`.trimEnd() + (said === undefined ? '' : `: ${said}`) };
      if (answer.status < 500 && answer.status !== 404 && answer.status !== 429) return last;
    } catch (error) {
      if (stop.aborted) break;
      last = { state: 'refused', reason: messageOf(error) };
    }
    await clock.sleep(pause, stop).catch(() => undefined);
  }
  return last;
}
