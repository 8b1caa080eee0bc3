import { InvalidInput, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Clock } from '../host/clock.js';
import type { Broker } from './broker.js';
import type { Bus, Publisher } from './bus.js';
import { check } from './check.js';
import type { EiffelEvent } from './event.js';
import { untilAborted } from './broker-connection.js';
import { openOutbox, type Outbox } from './outbox.js';
import { parseForeignEvent } from './parse.js';
import { startReceiving, type Receiver } from './receiver.js';
import { startSending } from './sender.js';
import { bodyOf, propertiesFor, routingKey } from './wire.js';

/** Publishes to a broker through an outbox. Disposing of it leaves what is not confirmed in the outbox: `flush` first. */
export interface RabbitPublisher extends Publisher {
  /** Events that the broker has not confirmed. */
  readonly owed: number;
  /** Resolves when the broker has confirmed everything; rejects with the signal's reason. */
  flush(signal: AbortSignal): Promise<void>;
}

/** A bus over a broker: what is published goes there, what others publish comes from there. */
export interface RabbitBus extends RabbitPublisher, Bus {
  /** Resolves when everything that others had published, and the broker had confirmed to them, has been handed to the listeners. */
  caughtUp(): Promise<void>;
  /** Takes the queue away; tells whether the broker said so before the signal fired. Otherwise it stays there for a day. */
  remove(signal: AbortSignal): Promise<boolean>;
}

export interface Publishing {
  /** The directory of the outbox. */
  readonly outbox: string;
  /** A segment of the routing key (`routingTag`). */
  readonly tag: string;
  /** What the broker's own tools show. */
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens the way to a broker. `publish` resolves when the event is in the outbox: from then on a crash does not lose it. */
export async function openRabbitPublisher(broker: Broker, publishing: Publishing): Promise<RabbitPublisher> {
  return publisherOver(broker, await openOutbox(publishing.outbox, publishing), publishing);
}

/**
 * Opens the way to and from a broker. Events of others are received through a queue that outlives a lost connection, and this process: `remove` it.
 * @param queue its name; the run's own
 * @throws the signal's reason, when the queue is not there by then
 */
export async function openRabbitBus(
  broker: Broker,
  { queue, signal, ...publishing }: Publishing & { readonly queue: string; readonly signal: AbortSignal },
): Promise<RabbitBus> {
  const { clock, log, name } = publishing;
  const listeners = new Set<(event: EiffelEvent) => void>();
  // Not exclusive: such a queue would go with the connection, and with it what test runners publish until the next one.
  const parameters = { durable: true, arguments: { 'x-expires': queueExpires } };
  const receiver: Receiver = startReceiving(
    broker,
    // Deployments have log lines on the same exchange; what is no Eiffel event is none of ours.
    { queue, routingKey: 'eiffel.#', parameters },
    {
      name,
      prefetch: 200,
      clock,
      log,
      take(body) {
        const event = read(body, log);
        if (event === undefined) return 'dropped';
        for (const listener of [...listeners]) {
          try {
            listener(event);
          } catch (error) {
            log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: messageOf(error) });
          }
        }
        return 'taken';
      },
    },
  );
  let publisher: RabbitPublisher;
  try {
    await receiver.ready(signal);
    publisher = await openRabbitPublisher(broker, publishing);
  } catch (error) {
    await receiver[Symbol.asyncDispose]();
    throw error;
  }
  return {
    get owed() {
      return publisher.owed;
    },
    publish: (event) => publisher.publish(event),
    flush: (signal) => publisher.flush(signal),
    caughtUp: () => receiver.caughtUp(),
    remove: (until) => receiver.remove(until),
    subscribe(listener) {
      const own = (event: EiffelEvent): void => listener(event);
      listeners.add(own);
      return { [Symbol.dispose]: () => void listeners.delete(own) };
    },
    async [Symbol.asyncDispose]() {
      listeners.clear();
      // Together: each waits a while for a broker that does not answer any more.
      await Promise.all([publisher[Symbol.asyncDispose](), receiver[Symbol.asyncDispose]()]);
    },
  };
}

/** Milliseconds after which a broker takes the queue of a killed run away. */
const queueExpires = 24 * 3_600_000;
// AMQP's longest.
const longestKey = 255;

function publisherOver(broker: Broker, outbox: Outbox, { tag, name, clock, log }: Publishing): RabbitPublisher {
  const sender = startSending(broker, outbox, propertiesFor(broker), { name, clock, log });
  return {
    get owed() {
      return outbox.owed;
    },
    publish(event) {
      const key = routingKey(event, tag);
      const problems = [...check(event), ...problemsOfKey(key)];
      if (problems.length > 0)
        return Promise.reject(
          new InvalidInput(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop it without a word'),
        );
      const kept = outbox.append(key, bodyOf(event));
      sender.wake();
      return kept;
    },
    async flush(signal) {
      await untilAborted(outbox.empty(), signal);
    },
    async [Symbol.asyncDispose]() {
      await sender[Symbol.asyncDispose]();
      await outbox[Symbol.asyncDispose]();
    },
  };
}

function problemsOfKey(key: string): readonly string[] {
  if (Buffer.byteLength(key) > longestKey) return [`its routing key is longer than ${longestKey} bytes`];
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u001f]/.test(key) ? [`its routing key ${JSON.stringify(key)} holds control characters; see its domain id`] : [];
}

/** Reads what came. Whatever others publish cannot hurt us (eiffel.md 5.6): bad events are said and dropped. */
function read(body: Buffer, log: Log): EiffelEvent | undefined {
  try {
    return parseForeignEvent(body.toString(), 'a message');
  } catch (error) {
    log.warning('a message from RabbitMQ was dropped', { reason: messageOf(error).slice(0, 500) });
    return undefined;
  }
}
