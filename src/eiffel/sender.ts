import type { Options } from 'amqplib';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import { addressOf, type Broker } from './broker.js';
import { stayConnected, type BrokerConnection } from './broker-connection.js';
import type { Outbox } from './outbox.js';

/** Takes messages to a broker for as long as it lives. Disposing of it leaves what is not confirmed in the outbox. */
export interface Sender extends AsyncDisposable {
  /** There is something new in the outbox. */
  wake(): void;
}

export interface Sending {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Messages that may be under way without a confirm. With half as many a broker that shares its machine with us had nothing to do at times. */
const window = 2_000;
/** Milliseconds until an outbox that had nothing to give is asked again. */
const untilAgain = 1_000;

/**
 * Sends what is in an outbox, in order, until the broker has confirmed it. What was under way when a connection ended is sent again on the next one,
 * from the first that is not confirmed: a consumer may see it twice, never out of order and never not at all.
 */
export function startSending(broker: Broker, outbox: Outbox, properties: Options.Publish, { name, clock, log }: Sending): Sender {
  const over = new AbortController();
  let wake: () => void = () => undefined;
  const use = async (connection: BrokerConnection, works: () => void): Promise<void> => {
    const { model } = connection;
    model.on('blocked', (reason: string) => log.warning('RabbitMQ takes no more for now', { broker: addressOf(broker), reason }));
    model.on('unblocked', () => log.info('RabbitMQ takes messages again', { broker: addressOf(broker) }));
    const channel = connection.watch(await model.createConfirmChannel());
    let alive = true;
    void connection.ended.then(() => (alive = false));
    outbox.rewind();
    wake = pumpInto({
      outbox,
      isAlive: () => alive,
      publish(key, body, confirmed) {
        const answered = (error: unknown): void => {
          if (!alive) return;
          if (!error) {
            works();
            return confirmed();
          }
          // The broker itself could not keep it: from the start, so that the order stays.
          alive = false;
          void connection.close();
        };
        try {
          channel.publish(broker.exchange, key, body, properties, answered);
        } catch {
          // The channel is closed, and `ended` is about to say so.
          alive = false;
        }
      },
    });
    wake();
  };
  const staying = stayConnected(broker, use, { name, clock, log, signal: over.signal });
  return {
    wake: () => wake(),
    async [Symbol.asyncDispose]() {
      over.abort();
      await staying;
    },
  };
}

interface Pumping {
  readonly outbox: Outbox;
  readonly isAlive: () => boolean;
  readonly publish: (key: string, body: Buffer, confirmed: () => void) => void;
}

/** Fills the window of a channel; to be called when the outbox has more. */
function pumpInto({ outbox, isAlive, publish }: Pumping): () => void {
  let underWay = 0;
  let loading = false;
  let again: NodeJS.Timeout | undefined;
  const load = async (): Promise<void> => {
    loading = true;
    await outbox.load().catch(() => undefined);
    loading = false;
    if (outbox.hasNext) pump();
    // A disk that was full did not have it yet.
    else if (outbox.hasMore && isAlive())
      again ??= setTimeout(() => {
        again = undefined;
        pump();
      }, untilAgain).unref();
  };
  const pump = (): void => {
    while (underWay < window && isAlive()) {
      const message = outbox.take();
      if (!message) {
        if (!loading && outbox.hasMore) void load();
        return;
      }
      underWay++;
      publish(message.key, message.body, () => {
        underWay--;
        outbox.confirm(message.n);
        // Not for each single one: a window that is half empty keeps the broker as busy as a full one.
        if (underWay <= window / 2) pump();
      });
    }
  };
  return pump;
}
