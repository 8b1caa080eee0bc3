import type { Options } from 'amqplib';
import { InvalidInput } from '../host/errors.js';
import { printPlainPython } from '../json/print.js';
import type { Broker } from './broker.js';
import type { EiffelEvent } from './event.js';

// How an event goes over the wire (etos.md 9.2, eiffel.md 5.1 and 5.4), byte by byte as the released library has it.

/** `ETOS_ROUTING_KEY_TAG`, `_` when it is not set. @throws {InvalidInput} */
export function routingTag({ ETOS_ROUTING_KEY_TAG: tag }: Readonly<Record<string, string | undefined>>): string {
  if (tag === undefined || tag === '') return '_';
  if (/[.\s*#]/.test(tag) || Buffer.byteLength(tag) > 100)
    throw new InvalidInput(
      `ETOS_ROUTING_KEY_TAG is ${JSON.stringify(tag)}; expected a word without periods, spaces, * and #`,
      'It is one segment of the routing key, eiffel._.<type>.<tag>._',
    );
  return tag;
}

/** `eiffel.<family>.<type>.<tag>.<domain>`; `_` stands for what is not set, and nobody sets a family. */
export function routingKey({ meta }: EiffelEvent, tag: string): string {
  return `eiffel._.${meta.type}.${tag}.${meta.source?.domainId ?? '_'}`;
}

/** The text of an event, as Python prints it. */
export function bodyOf(event: EiffelEvent): string {
  return printPlainPython(event);
}

/** The properties of every message to a broker. */
export function propertiesFor({ host, vhost, exchange }: Broker): Options.Publish {
  const type = `${host},${vhost},${exchange}`;
  // AMQP holds it in a short text.
  return { contentType: 'application/json', deliveryMode: 2, ...(Buffer.byteLength(type) <= 255 && { type }) };
}
