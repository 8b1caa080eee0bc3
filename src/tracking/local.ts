import { messageOf } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import type { Tracked, TrackerOf } from './tracker.js';

/** How long one question may stay unanswered: the server answers as soon as the state differs from the one named. */
const patience = 20_000;

/** The tracker of delegations that the run's own server started: it tells their states over HTTP, with long polling. */
export function localTrackers(serverRoot: string, { http }: { readonly http: HttpClient }): TrackerOf {
  return ({ headers }) => {
    const { location } = headers;
    if (typeof location !== 'string' || !location.startsWith(`${serverRoot}/delegation/item/`)) return undefined;
    return {
      async *follow(signal) {
        let known = 'none';
        for (;;) {
          const answer = await ask(`${location}?known=${known}&wait=${patience}`, 'GET', signal);
          if (signal.aborted) return;
          yield answer;
          if (answer.state === 'ended' || answer.state === 'lost') return;
          known = answer.state;
        }
      },
      async cancel(signal) {
        await http.request({ method: 'DELETE', url: location, limit: 5_000, signal });
      },
    };
  };

  async function ask(url: string, method: string, signal: AbortSignal): Promise<Tracked> {
    try {
      const answer = await http.request({ method, url, limit: patience + 10_000, signal });
      const text = await answer.text();
      return answer.status === 200
        ? (JSON.parse(text) as Tracked)
        : { state: 'lost', reason: `the run's server answered ${answer.status}` };
    } catch (error) {
      return { state: 'lost', reason: messageOf(error) };
    }
  }
}
