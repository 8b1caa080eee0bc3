import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Publisher } from '../eiffel/bus.js';
import { readBroker } from '../eiffel/broker.js';
import { createHttpPublisher } from '../eiffel/http-bus.js';
import type { RabbitPublisher } from '../eiffel/rabbitmq-bus.js';
import type { Clock } from '../host/clock.js';
import { InvalidInput } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { withClearPasswords } from './clear-passwords.js';

type Variables = Readonly<Record<string, string>>;

export interface Publishing {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Milliseconds that the end waits for confirms, and by how much each one that comes puts it off (etos.md 6.8). */
const patience = 600_000;
const progress = 10_000;
/** When the test runner was told to end. */
const patienceWhenCancelled = 2_000;

/**
 * Where the events of a test runner go: to the run that named itself by ETOS_EVENTS_URL, else to RabbitMQ by the variables of the released test
 * runners (etos.md 6.1). Disposing of it waits until they have arrived.
 * @throws {InvalidInput} nothing says where, or the broker refuses us; {NotCarriedOut} the broker does not answer
 */
export async function publisherFor(variables: Variables, parts: Publishing): Promise<Publisher> {
  const { ETOS_EVENTS_URL: url, ETOS_DISABLE_SENDING_EVENTS: disabled = '' } = variables;
  const hint = 'Set ETOS_EVENTS_URL to the address of a run that takes them, RABBITMQ_HOST, or ETOS_DISABLE_SENDING_EVENTS=1 to do without';
  if (disabled !== '' && !url) return nowhere;
  if (url) {
    if (URL.canParse(url)) return createHttpPublisher(new URL(url), parts);
    throw new InvalidInput(`ETOS_EVENTS_URL is ${JSON.stringify(url)}; expected an http or https address`, hint);
  }
  const broker = readBroker(await withClearPasswords(variables), 'RABBITMQ');
  if (!broker) throw new InvalidInput('nothing says where events go', hint);
  const { clock, log, signal } = parts;
  log.secret(broker.password);
  // Loaded here alone: a local run does without.
  const [{ checkBroker }, { openRabbitPublisher }, { routingTag }] = await Promise.all([
    import('../eiffel/broker-connection.js'),
    import('../eiffel/rabbitmq-bus.js'),
    import('../eiffel/wire.js'),
  ]);
  const tag = routingTag(variables);
  await checkBroker(broker, { clock, signal });
  const outbox = join(await mkdtemp(join(tmpdir(), 'etos-events-')), 'outbox');
  const publisher = await openRabbitPublisher(broker, { outbox, tag, name: 'etos test runner', clock, log });
  return {
    publish: (event) => publisher.publish(event),
    async [Symbol.asyncDispose]() {
      await untilConfirmed(publisher, parts);
      if (publisher.owed > 0) log.error('events were not published', { events: publisher.owed, kept: outbox });
      await publisher[Symbol.asyncDispose]();
    },
  };
}

async function untilConfirmed(publisher: RabbitPublisher, { clock, signal }: Publishing): Promise<void> {
  const tooLate = new Error('RabbitMQ does not confirm');
  const bound = signal.aborted ? patienceWhenCancelled : patience;
  await publisher.flush(clock.deadline(bound, tooLate)).catch(() => undefined);
  for (let owed = Number.POSITIVE_INFINITY; !signal.aborted && publisher.owed > 0 && publisher.owed < owed;) {
    owed = publisher.owed;
    await publisher.flush(clock.deadline(progress, tooLate)).catch(() => undefined);
  }
}

const nowhere: Publisher = { publish: () => Promise.resolve(), [Symbol.asyncDispose]: () => Promise.resolve() };
