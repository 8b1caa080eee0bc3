import type { Clock } from '../host/clock.js';
import { NotCarriedOut, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Publisher } from './bus.js';
import type { EiffelEvent } from './event.js';

export interface Publishing {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

interface Waiting {
  readonly event: EiffelEvent;
  readonly line: string;
  readonly accepted: () => void;
  readonly refused: (error: Error) => void;
}

/** How long an address that does not answer is tried for, and how long `dispose` waits for what is still queued. */
const patience = 60_000;
const mostAtOnce = 500;
const mostBytesAtOnce = 1024 * 1024;

/**
 * Publishes events by posting them to an address, `ETOS_EVENTS_URL` of a run. One request is under way at a time, so events arrive in the order
 * of the calls; what was published meanwhile goes with the next one, as NDJSON. A try that got no answer is made again, and the receiver
 * knows an event that comes twice by its id.
 * `publish` rejects with `NotCarriedOut` when the event was refused, or the address did not answer for a minute; those behind it are still sent.
 */
export function createHttpPublisher(url: URL, { http, clock, log }: Publishing): Publisher {
  const queue: Waiting[] = [];
  const closed = new AbortController();
  let sending: Promise<void> | undefined;

  const post = async (batch: readonly Waiting[]): Promise<void> => {
    const [first] = batch;
    const answer = await http.request({
      method: 'POST',
      url,
      headers: { 'content-type': batch.length === 1 ? 'application/json' : 'application/x-ndjson' },
      body: batch.map(({ line }) => line).join('\n'),
      retry: { within: patience, statuses: [500] },
      signal: closed.signal,
    });
    const said = (await answer.text(64 * 1024)).trim();
    if (answer.status < 300) batch.forEach(({ accepted }) => accepted());
    // One bad event has all of its batch refused; alone, each gets its own answer.
    else if (batch.length > 1) for (const one of batch) await send([one]);
    else
      first?.refused(
        new NotCarriedOut(
          `${first.event.meta.type} was refused with ${answer.status}: ${said === '' ? answer.reason : said}`,
          'The receiver of events and this program disagree about their form',
        ),
      );
  };
  const send = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await post(batch);
    } catch (error) {
      const failure = new NotCarriedOut(
        `events were not taken: ${messageOf(error)}`,
        'Is the run that this test runner belongs to still there?',
        {
          cause: error,
        },
      );
      batch.forEach(({ refused }) => refused(failure));
    }
  };
  const sendAll = async (): Promise<void> => {
    for (let batch = nextOf(queue); batch.length > 0; batch = nextOf(queue)) await send(batch);
    sending = undefined;
  };

  return {
    publish(event) {
      log.event(event.meta.type, { id: event.meta.id });
      return new Promise((accepted, refused) => {
        queue.push({ event, line: JSON.stringify(event), accepted, refused });
        // Not at once: what is published in the same turn goes out together.
        sending ??= Promise.resolve().then(sendAll);
      });
    },
    async [Symbol.asyncDispose]() {
      const tooLate = new NotCarriedOut(`they were not taken within ${patience / 1000} s of the end`, '');
      const deadline = clock.deadline(patience, tooLate);
      const stop = (): void => closed.abort(tooLate);
      deadline.addEventListener('abort', stop, { once: true });
      while (sending) await sending;
      deadline.removeEventListener('abort', stop);
    },
  };
}

function nextOf(queue: Waiting[]): readonly Waiting[] {
  let bytes = 0;
  const fit = queue.findIndex(({ line }, n) => n >= mostAtOnce || ((bytes += line.length + 1) > mostBytesAtOnce && n > 0));
  return queue.splice(0, fit < 0 ? queue.length : fit);
}
