import { join } from 'node:path';
import type { Bus } from '../eiffel/bus.js';
import { checkBroker, deleteQueue } from '../eiffel/broker-connection.js';
import { addressOf, readBroker, type Broker } from '../eiffel/broker.js';
import { createEmbeddedBus } from '../eiffel/embedded-bus.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { RabbitBus } from '../eiffel/rabbitmq-bus.js';
import { routingTag } from '../eiffel/wire.js';
import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Journal } from '../journal/journal.js';
import type { RunIds } from '../suite/announce.js';
import { outboxFact, queueFact } from '../release/broker.js';
import { ownEventsOf } from './own-events.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The bus of a run: in this process, and over RabbitMQ where there is one. */
export interface RunBus extends Bus {
  /** Hands an event to the listeners here that others have published long ago. */
  recall(event: EiffelEvent): Promise<void>;
  /**
   * Waits until RabbitMQ has confirmed everything, takes the run's queue away, and leaves. What is not done when `late` fires stays in the journal
   * for `etos release`.
   */
  settle(late: AbortSignal): Promise<void>;
}

export interface OpeningBus {
  readonly ids: RunIds;
  /** The run's directory. */
  readonly directory: string;
  readonly environment: Variables;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

// Milliseconds for a broker that has just answered to give a queue, and to take it back.
const declaring = 60_000;
const removing = 10_000;

/**
 * Reads `RABBITMQ_*`, and `ETOS_RABBITMQ_*` of the internal bus, and sees whether they let us in, before anything is started.
 * @returns undefined when no broker is named, or it is neither to be sent to nor to be heard
 * @throws {InvalidInput} {NotCarriedOut}
 */
export async function findBroker(
  environment: Variables,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Broker | undefined> {
  const { ETOS_DISABLE_SENDING_EVENTS: deaf, ETOS_DISABLE_RECEIVING_EVENTS: dumb } = environment;
  const broker = readBroker(environment, 'RABBITMQ');
  const internal = readBroker(environment, 'ETOS_RABBITMQ');
  if (internal) await checkBroker(internal, { clock, signal });
  if (!broker || (deaf && dumb)) return undefined;
  routingTag(environment);
  await checkBroker(broker, { clock, signal });
  return broker;
}

/**
 * Opens the bus of a run. With a broker, what is published goes there too, and what others publish there about this run arrives here, once: an event
 * belongs to the run when it points at one that does.
 */
export async function openRunBus(
  broker: Broker | undefined,
  { ids, directory, environment, journal, clock, log, signal }: OpeningBus,
): Promise<RunBus> {
  const embedded = createEmbeddedBus({ log });
  if (!broker) return { ...embedded, recall: (event) => embedded.publish(event), settle: () => Promise.resolve() };
  log.secret(broker.password);
  const outbox = join(directory, 'outbox');
  const queue = `etos-run-${ids.run}`;
  const owing = await journal.begin(outboxFact(outbox, environment));
  const declared = await journal.begin(queueFact(queue, environment));
  const tooLate = new NotCarriedOut(
    `RabbitMQ at ${addressOf(broker)} gave no queue within ${declaring / 1000} s`,
    'It answered before; has it been restarted, or is it out of memory or disk?',
  );
  const patience = AbortSignal.any([signal, clock.deadline(declaring, tooLate)]);
  const rabbit = await openRabbit(broker, { outbox, name: `etos run ${ids.run}`, queue, environment, clock, log, signal: patience }).catch(
    async (error: unknown) => {
      // It may have been declared before the refusal, of the binding for instance.
      if (error instanceof InvalidInput && (await isGone(broker, queue, { clock, signal }))) {
        await journal.crossOut(declared);
        await journal.crossOut(owing);
      }
      throw error;
    },
  );
  const ownEvents = ownEventsOf(ids);
  rabbit.subscribe((event) => {
    for (const one of ownEvents(event, 'broker')) void embedded.publish(one);
  });
  const sends = !environment.ETOS_DISABLE_SENDING_EVENTS;
  let left = false;
  const leave = async (): Promise<void> => {
    if (left) return;
    left = true;
    await rabbit[Symbol.asyncDispose]();
  };
  return {
    async publish(event) {
      ownEvents(event, 'run');
      await embedded.publish(event);
      if (sends) await rabbit.publish(event);
    },
    recall: (event) => embedded.publish(event),
    subscribe: (listener) => embedded.subscribe(listener),
    caughtUp: () => rabbit.caughtUp(),
    async settle(late) {
      await rabbit
        .flush(late)
        .catch((error: unknown) => log.warning('events are still to be published', { events: rabbit.owed, reason: messageOf(error) }));
      const { owed } = rabbit;
      const removed = await rabbit.remove(
        AbortSignal.any([late, clock.deadline(removing, new Error(`RabbitMQ did not delete the queue within ${removing / 1000} s`))]),
      );
      await leave();
      if (owed === 0) await journal.crossOut(owing);
      else await journal.amend(owing, { owed });
      if (removed) await journal.crossOut(declared);
    },
    async [Symbol.asyncDispose]() {
      await leave();
      await embedded[Symbol.asyncDispose]();
    },
  };
}

/** Takes away a queue that was refused; whoever may not delete it may not have declared it. */
async function isGone(broker: Broker, queue: string, { clock, signal }: Pick<OpeningBus, 'clock' | 'signal'>): Promise<boolean> {
  try {
    await deleteQueue(broker, queue, { name: 'etos: clean-up', clock, signal, patience: removing });
    return true;
  } catch (error) {
    return /ACCESS.REFUSED/i.test(messageOf(error));
  }
}

async function openRabbit(
  broker: Broker,
  {
    environment,
    queue,
    ...publishing
  }: {
    readonly outbox: string;
    readonly name: string;
    readonly queue: string;
    readonly environment: Variables;
    readonly clock: Clock;
    readonly log: Log;
    readonly signal: AbortSignal;
  },
): Promise<RabbitBus> {
  // Loaded here alone: a run without a broker does without.
  const { openRabbitBus, openRabbitPublisher } = await import('../eiffel/rabbitmq-bus.js');
  const all = { ...publishing, tag: routingTag(environment) };
  if (!environment.ETOS_DISABLE_RECEIVING_EVENTS) return await openRabbitBus(broker, { ...all, queue });
  const publisher = await openRabbitPublisher(broker, all);
  return {
    get owed() {
      return publisher.owed;
    },
    publish: (event) => publisher.publish(event),
    flush: (signal) => publisher.flush(signal),
    subscribe: () => ({ [Symbol.dispose]: () => undefined }),
    caughtUp: () => Promise.resolve(),
    remove: () => Promise.resolve(true),
    [Symbol.asyncDispose]: () => publisher[Symbol.asyncDispose](),
  };
}
