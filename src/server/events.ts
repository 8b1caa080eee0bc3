import type { IncomingMessage } from 'node:http';
import type { Publisher } from '../eiffel/bus.js';
import { parseEvent } from '../eiffel/parse.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { Refusal } from './answer.js';

// An event is a kilobyte or so; a batch of thousands still fits.
const longest = 32 * 1024 * 1024;

/**
 * Takes one event as JSON, or several, one a line (NDJSON), to the bus in their order. All are on it when the promise resolves.
 * @throws {Refusal} with the number of the line and what is wrong with its event; those before it are on the bus
 */
export async function receiveEvents(request: IncomingMessage, { bus, log }: { readonly bus: Publisher; readonly log: Log }): Promise<void> {
  const text = await bodyOf(request);
  const lines = /ndjson/.test(request.headers['content-type'] ?? '') ? text.split('\n').filter((line) => line.trim() !== '') : [text];
  for (const [n, line] of lines.entries()) {
    let event;
    try {
      event = parseEvent(line);
    } catch (error) {
      log.warning('event refused', { reason: messageOf(error) });
      throw new Refusal(400, `event ${n + 1} of ${lines.length}: ${messageOf(error)}`);
    }
    await bus.publish(event);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) throw new Refusal(413, `longer than ${longest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
