import { randomUUID } from 'node:crypto';
import type { Channel, ConsumeMessage, Options } from 'amqplib';
import type { Clock } from '../host/clock.js';
import { Cancelled, InvalidInput, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { addressOf, type Broker, type Subscription } from './broker.js';
import { stayConnected, untilAborted, type BrokerConnection } from './broker-connection.js';

/** A queue that is read for as long as this lives. */
export interface Receiver extends AsyncDisposable {
  /**
   * Resolves when the queue is there and bound: what is published from then on arrives. Rejects with the signal's reason.
   * @throws {InvalidInput} the first connection was told that the queue cannot be had so; nothing is tried any more
   */
  ready(signal: AbortSignal): Promise<void>;
  /** Resolves when everything that was in the queue at the time of the call has been handed over; waits for a lost connection to come back. */
  caughtUp(): Promise<void>;
  /**
   * Takes the queue away: nobody is going to ask for what is in it. Waits for a lost connection to come back, until the signal fires.
   * @returns whether the broker said that it is gone
   */
  remove(signal: AbortSignal): Promise<boolean>;
}

export interface Receiving {
  readonly name: string;
  readonly prefetch: number;
  /**
   * Gets each message in order, one after the other, over all connections. What it resolves with becomes of the message: `taken` is acknowledged,
   * `dropped` is rejected for good; when it rejects, the message goes back into the queue and comes again after a pause. The signal fires when the message
   * can be answered no more: it comes again on the next connection, and not before this one was let go.
   */
  readonly take: (body: Buffer, signal: AbortSignal) => Promise<'taken' | 'dropped'> | 'taken' | 'dropped';
  readonly clock: Clock;
  readonly log: Log;
}

/** An exchange that was deleted and declared again has lost our binding, and nobody tells. */
const bindAgainEvery = 2_000;
const pauseAfterFailure = 1_000;

/** Declares a queue, binds it, and reads it; all of it again on each new connection (eiffel.md 5.5, 5.6). */
export function startReceiving(broker: Broker, subscription: Subscription, receiving: Receiving): Receiver {
  const { queue, routingKey, parameters } = subscription;
  const { clock, log, name, prefetch, take } = receiving;
  const over = new AbortController();
  // Each may come twice, from the connection on which it was sent and from the next.
  const marking = `etos-marker-${randomUUID()}`;
  const markers = new Map<string, () => void>();
  let channel: Channel | undefined;
  let wasReady = false;
  let [isReady, isRefused]: [() => void, (refusal: InvalidInput) => void] = [() => undefined, () => undefined];
  const ready = new Promise<void>((resolve, reject) => ([isReady, isRefused] = [resolve, reject]));
  ready.catch(() => undefined);
  let leaving = false;
  // One for all connections: the same message comes again on the next one while the last is still at it.
  let turn = Promise.resolve();
  /** Deletes the queue, once that is wanted; tells whether it is. */
  let remove: (from: Channel) => boolean = () => false;

  const use = async (connection: BrokerConnection, works: () => void): Promise<void> => {
    const own = connection.watch(await connection.model.createChannel());
    // Not declared again only to be deleted: whoever leaves in between would leave it there.
    if (remove(own)) return;
    const gone = new AbortController();
    void connection.ended.then((reason) => gone.abort(reason));
    const handle = async (message: ConsumeMessage): Promise<void> => {
      const id = String(message.properties.messageId);
      if (id.startsWith(marking)) {
        own.ack(message);
        return markers.get(id)?.();
      }
      let fate: 'taken' | 'dropped';
      try {
        fate = await take(message.content, gone.signal);
      } catch (error) {
        if (gone.signal.aborted) return;
        const say = error instanceof Cancelled ? log.debug : log.warning;
        say('a message could not be taken; it comes again', { queue, reason: messageOf(error) });
        await clock.sleep(pauseAfterFailure, AbortSignal.any([over.signal, gone.signal])).catch(() => undefined);
        return own.nack(message, false, true);
      }
      if (fate === 'taken') own.ack(message);
      else own.reject(message, false);
    };
    const begin = async (): Promise<void> => {
      await own.assertQueue(queue, declared(parameters));
      await own.bindQueue(queue, broker.exchange, routingKey);
      await own.consume(queue, (message) => {
        // Answering on a channel that is gone throws; the broker gives the message again on the next.
        if (message) turn = turn.then(() => handle(message)).catch(() => undefined);
        else if (!leaving) beginAgain();
      });
      for (const id of markers.keys()) mark(own, queue, id);
    };
    // Somebody deleted the queue, and not us. At once, and on this channel: what is published until it is bound again is lost to us.
    const beginAgain = (): void => {
      log.warning('the queue was deleted; it is declared again, without what was in it', { queue, broker: addressOf(broker) });
      begin().catch(() => void connection.close());
    };
    await own.prefetch(prefetch);
    await begin().catch((error: unknown) => {
      const refusal = refusalOf(error, broker, subscription);
      // Once it was there, somebody is at work on the broker, and may be done soon.
      if (refusal && !wasReady) {
        over.abort();
        isRefused(refusal);
      }
      throw refusal ?? error;
    });
    works();
    const timer = setInterval(() => void own.bindQueue(queue, broker.exchange, routingKey).catch(() => undefined), bindAgainEvery).unref();
    void connection.ended.then(() => {
      clearInterval(timer);
      if (channel === own) channel = undefined;
    });
    channel = own;
    wasReady = true;
    isReady();
    remove(own);
  };
  const staying = stayConnected(broker, use, { name, clock, log, signal: over.signal });
  return {
    ready: (signal) => untilAborted(ready, signal),
    caughtUp() {
      const id = `${marking}-${randomUUID()}`;
      return new Promise((resolve) => {
        markers.set(id, () => {
          markers.delete(id);
          resolve();
        });
        if (channel) mark(channel, queue, id);
      });
    },
    async remove(signal) {
      leaving = true;
      const removed = new Promise<boolean>((resolve) => {
        remove = (from) => {
          from.deleteQueue(queue).then(
            () => {
              over.abort();
              resolve(true);
            },
            // The connection is lost again, and the next one tries.
            () => undefined,
          );
          return true;
        };
      });
      if (channel) remove(channel);
      return await untilAborted(removed, signal).catch(() => {
        log.debug('queue not removed', { queue, broker: addressOf(broker) });
        return false;
      });
    },
    async [Symbol.asyncDispose]() {
      over.abort();
      await staying;
    },
  };
}

/** What is against having the queue, when that is for somebody to set right; undefined for what may pass by itself. */
function refusalOf(error: unknown, broker: Broker, { queue, parameters }: Subscription): InvalidInput | undefined {
  const { username, vhost, exchange, prefix } = broker;
  const [text, where] = [messageOf(error), `RabbitMQ at ${addressOf(broker)}`];
  if (/ACCESS.REFUSED/i.test(text))
    return new InvalidInput(
      `${where} does not let user "${username}" have queue "${queue}": ${text}`,
      `The user needs configure, write and read on the queue, read on exchange "${exchange}": ` +
        `rabbitmqctl list_permissions -p ${vhost}, set_permissions -p ${vhost}`,
      { cause: error },
    );
  if (/PRECONDITION.FAILED/i.test(text))
    return new InvalidInput(
      `${where} has queue "${queue}", with other parameters than ${JSON.stringify(parameters)}: ${text}`,
      `Declare it as it was first declared (RABBITMQ_QUEUE_PARAMS), or take another queue, or delete that one: rabbitmqctl delete_queue ${queue}`,
      { cause: error },
    );
  // Not the other 404s: the node that has the queue may be about to start.
  if (/NOT.FOUND.*no exchange/i.test(text))
    return new InvalidInput(`${where} has no exchange "${exchange}" any more`, `Check ${prefix}_EXCHANGE`, { cause: error });
  return undefined;
}

/** Into the queue itself, past the exchange: what was in it before is read before. */
function mark(channel: Channel, queue: string, id: string): void {
  try {
    channel.sendToQueue(queue, Buffer.alloc(0), { messageId: id });
  } catch {
    // The channel is about to be replaced, and the next one is marked again.
  }
}

/** The released library's names of what queue.declare takes. */
function declared({ durable, exclusive, auto_delete: autoDelete, arguments: more }: Subscription['parameters']): Options.AssertQueue {
  return {
    durable: durable === true,
    exclusive: exclusive === true,
    autoDelete: autoDelete === true,
    ...(typeof more === 'object' && more !== null && { arguments: more }),
  };
}
