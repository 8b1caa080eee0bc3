import type { IncomingMessage } from 'node:http';
import type { Publisher } from '../eiffel/bus.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { parseEvent, parseEvents } from '../eiffel/parse.js';
import { InvalidInput } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { Refusal } from './answer.js';
import { readBody } from './body.js';

// An event is a kilobyte or so; a batch of thousands still fits.
const longest = 32 * 1024 * 1024;

/**
 * Takes one event as JSON, or several, one a line (NDJSON), to the bus in their order. All are on it when the promise resolves.
 * @throws {Refusal} with everything that is wrong; then none of them is
 */
export async function receiveEvents(request: IncomingMessage, { bus, log }: { readonly bus: Publisher; readonly log: Log }): Promise<void> {
  const text = await readBody(request, { atMost: longest, instead: 'send fewer events at once' });
  // Together: a bus that keeps them on disk does so once for all.
  await Promise.all(read(text, /ndjson/.test(request.headers['content-type'] ?? ''), log).map((event) => bus.publish(event)));
}

function read(text: string, several: boolean, log: Log): readonly EiffelEvent[] {
  try {
    return several ? parseEvents(text, 'body') : [parseEvent(text, 'body')];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    log.warning('event refused', { reason: error.message });
    throw new Refusal(400, error.message);
  }
}
