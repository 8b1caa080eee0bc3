// Whatever happens to a broker or to the way there: nothing that was published is lost, and its order is kept. Each fault comes at a random moment
// of a stream of events. ETOS_TEST_FAULT_REPETITIONS repeats the table, with ETOS_TEST_FAULT_EVENTS events each.

import { afterAll, describe, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createBuilder } from '../../src/eiffel/build.js';
import type { Broker } from '../../src/eiffel/broker.js';
import { openRabbitBus } from '../../src/eiffel/rabbitmq-bus.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { admitUser, brokerFaults, faultyUser, type BrokenParts } from '../support/broker-faults.js';
import { testWithOwnBroker } from '../support/broker.js';
import { temporaryDirectory } from '../support/directory.js';
import { connect, startBroker, type OwnBroker } from '../support/rabbitmq-server.js';
import { tcpProxy } from '../support/tcp-proxy.js';

const repetitions = Number(process.env.ETOS_TEST_FAULT_REPETITIONS ?? 1);
const events = Number(process.env.ETOS_TEST_FAULT_EVENTS ?? 600);
const duration = 800;
const ownQueue = 'etos-run-of-a-test';

describe('events and a broker in trouble', () => {
  let shared: Promise<OwnBroker> | undefined;
  const theBroker = async (): Promise<OwnBroker> => {
    const broker = await (shared ??= startBroker());
    return broker;
  };
  afterAll(async () => {
    await (await shared)?.[Symbol.asyncDispose]();
  }, 30_000);

  for (const [name, fault] of Object.entries(brokerFaults)) {
    testWithOwnBroker(
      name,
      async () => {
        const broker = await theBroker();
        await admitUser(broker);
        for (let n = 0; n < repetitions; n++)
          expect(await passThrough(fault, broker)).toEqual({ lost: 0, inOrder: true, owed: 0, removed: true });
      },
      60_000 + repetitions * 60_000,
    );
  }
});

/** Publishes events for a while, with a fault at a random moment, and tells what a queue of the test has got of them. */
async function passThrough(
  fault: (parts: BrokenParts) => Promise<void>,
  broker: OwnBroker,
): Promise<{ readonly lost: number; readonly inOrder: boolean; readonly owed: number; readonly removed: boolean }> {
  await using directory = await temporaryDirectory();
  await using proxy = await tcpProxy(broker);
  const [exchange, queue] = [`etos-test-${randomUUID()}`, `etos-test-${randomUUID()}`];
  const declare = async (): Promise<void> => {
    const connection = await connect(broker);
    const channel = await connection.createChannel();
    await channel.assertExchange(exchange, 'topic', { durable: true });
    await channel.assertQueue(queue, { durable: true });
    await channel.bindQueue(queue, exchange, '#');
    await connection.close();
  };
  await declare();
  const log = createLog({ level: 'error', write: (line) => process.stderr.write(`${line}\n`) });
  const through: Broker = {
    prefix: 'RABBITMQ',
    host: '127.0.0.1',
    port: proxy.port,
    username: faultyUser,
    password: 'secret',
    vhost: '/',
    exchange,
    heartbeat: 5,
  };
  await using bus = await openRabbitBus(through, {
    queue: ownQueue,
    outbox: directory.at('outbox'),
    tag: '_',
    name: 'a test',
    clock,
    log,
    signal: AbortSignal.timeout(60_000),
  });
  const build = createBuilder({ source: { name: 'test' }, clock });
  const published: string[] = [];
  const moment = Math.random() * duration;
  const broken = pause(moment).then(() => fault({ broker, proxy, exchange, queue: () => Promise.resolve(ownQueue) }));
  const ten = events / 10;
  for (let n = 0; n < events; n++) {
    const event = build('AnnouncementPublished', { heading: `no. ${n}`, body: 'x'.repeat(700), severity: 'MINOR' }, {});
    published.push(event.meta.id);
    await bus.publish(event);
    if (n % ten === 0) await pause(duration / 10);
  }
  await broken;
  await bus.flush(AbortSignal.timeout(60_000));
  const got = await everythingIn(queue, broker);
  return {
    lost: published.filter((id) => !got.has(id)).length,
    inOrder: [...got].filter((id) => published.includes(id)).every((id, n) => id === published[n]),
    owed: bus.owed,
    removed: await bus.remove(AbortSignal.timeout(10_000)),
  };
}

/** The ids of the events in a queue, each once, in the order of their first arrival; the queue is gone afterwards. */
async function everythingIn(queue: string, broker: OwnBroker): Promise<ReadonlySet<string>> {
  const connection = await connect(broker);
  const channel = await connection.createChannel();
  const ids = new Set<string>();
  for (let message = await channel.get(queue, { noAck: true }); message; message = await channel.get(queue, { noAck: true }))
    ids.add((JSON.parse(message.content.toString()) as { readonly meta: { readonly id: string } }).meta.id);
  await channel.deleteQueue(queue);
  await connection.close();
  return ids;
}
