import type { Publisher } from '../eiffel/bus.js';
import { NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';

/** Sends events to a run's server, in the order of the calls; those that come while one is on its way go together. */
export function eventSender(url: string, { http }: { readonly http: HttpClient }): Publisher {
  let waiting: string[] = [];
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const send = async (): Promise<void> => {
    const body = waiting.join('');
    waiting = [];
    next = undefined;
    const answer = await http.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-ndjson' },
      body,
      retry: { within: 30_000, statuses: [500] },
    });
    const said = await answer.text();
    if (answer.status >= 300)
      throw new NotCarriedOut(
        `the run's server does not take events: ${answer.status} ${answer.reason} ${said}`.trim(),
        'See the log of the run',
      );
  };
  return {
    publish(event) {
      waiting.push(`${JSON.stringify(event)}\n`);
      next ??= last = last.then(send);
      return next;
    },
    async [Symbol.asyncDispose]() {
      await last.catch(() => undefined);
    },
  };
}
