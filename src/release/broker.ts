import type { Broker } from '../eiffel/broker.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { Fact } from '../journal/journal.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Events that a run owes to RabbitMQ: where they are, and the variables of the broker without its secrets, which come from outside again. */
export type OutboxFact = Fact & { readonly kind: 'outbox'; readonly path: string; readonly variables: Variables };

/** The queue through which a run hears the bus. It outlives lost connections, and so the run. */
export type QueueFact = Fact & { readonly kind: 'queue'; readonly queue: string; readonly variables: Variables };

const kept = ['HOST', 'PORT', 'USERNAME', 'VHOST', 'SSL', 'EXCHANGE', 'CA_FILE', 'HEARTBEAT'].map((name) => `RABBITMQ_${name}`);

export function outboxFact(path: string, environment: Variables): OutboxFact {
  return { kind: 'outbox', path, variables: variablesIn(environment) };
}

export function queueFact(queue: string, environment: Variables): QueueFact {
  return { kind: 'queue', queue, variables: variablesIn(environment) };
}

interface Reaching {
  readonly environment: Variables;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Publishes what a run still owed, and what has ended it since. Resolves with the number of events when the broker has confirmed all of them.
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in; the signal's reason when it does not confirm in time
 */
export async function publishOwed(
  { path, variables }: OutboxFact,
  closing: readonly EiffelEvent[],
  { environment, clock, log, signal }: Reaching,
): Promise<number> {
  const [{ isOwing }, { routingTag }] = await Promise.all([import('../eiffel/message-files.js'), import('../eiffel/wire.js')]);
  const broker = await brokerOf(variables, environment);
  if (!broker || (closing.length === 0 && !(await isOwing(path)))) return 0;
  log.secret(broker.password);
  const [{ checkBroker }, { openRabbitPublisher }] = await Promise.all([
    import('../eiffel/broker-connection.js'),
    import('../eiffel/rabbitmq-bus.js'),
  ]);
  const patience = AbortSignal.any([signal, clock.deadline(60_000, new Error('RabbitMQ did not confirm them within 60 s'))]);
  await using publisher = await openRabbitPublisher(broker, { outbox: path, tag: routingTag(variables), name: 'etos release', clock, log });
  // Kept in the outbox before anything else: the record has them already, and nobody would make them again.
  for (const event of closing) await publisher.publish(event);
  const { owed } = publisher;
  await checkBroker(broker, { clock, signal: patience, patience: 5_000 });
  await publisher.flush(patience);
  return owed;
}

/**
 * Takes the queue of a run away; one that is gone already is nothing to mention.
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in; the signal's reason
 */
export async function removeQueue({ queue, variables }: QueueFact, { environment, clock, log, signal }: Reaching): Promise<void> {
  const broker = await brokerOf(variables, environment);
  if (!broker) return;
  log.secret(broker.password);
  const { deleteQueue } = await import('../eiffel/broker-connection.js');
  await deleteQueue(broker, queue, { name: 'etos release', clock, signal, patience: 5_000 });
}

function variablesIn(environment: Variables): Variables {
  const known = [...kept, 'ETOS_ROUTING_KEY_TAG'].filter((name) => environment[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, environment[name]]));
}

async function brokerOf(variables: Variables, { RABBITMQ_PASSWORD }: Variables): Promise<Broker | undefined> {
  const { readBroker } = await import('../eiffel/broker.js');
  return readBroker({ ...variables, ...(RABBITMQ_PASSWORD !== undefined && { RABBITMQ_PASSWORD }) }, 'RABBITMQ');
}
