// Whatever happens to a broker or to the way there: nothing that was published is lost, and its order is kept. Each fault comes at a random moment
// of a stream of events. ETOS_TEST_FAULT_REPETITIONS repeats the table, with ETOS_TEST_FAULT_EVENTS events each.

import { afterAll, describe, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createBuilder } from '../../src/eiffel/build.js';
import type { Broker } from '../../src/eiffel/broker.js';
import { openRabbitBus, openRabbitPublisher } from '../../src/eiffel/rabbitmq-bus.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { admitUser, brokerFaults, faultyUser, type BrokenParts } from '../support/broker-faults.js';
import { testWithOwnBroker } from '../support/broker.js';
import { aCollection } from '../support/collections.js';
import { temporaryDirectory } from '../support/directory.js';
import { connect, startBroker, variablesOf, type OwnBroker } from '../support/rabbitmq-server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { aWorkspace } from '../support/workspace.js';

const repetitions = Number(process.env.ETOS_TEST_FAULT_REPETITIONS ?? 1);
const events = Number(process.env.ETOS_TEST_FAULT_EVENTS ?? 600);
const duration = 800;
const build = createBuilder({ source: { name: 'test' }, clock });
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

  testWithOwnBroker(
    'a user that may not publish: the pauses between the tries grow, and it goes on when that is set right',
    async () => {
      const broker = await theBroker();
      await admitUser(broker);
      await using directory = await temporaryDirectory();
      await using proxy = await tcpProxy(broker);
      const through = await throughProxy(proxy, broker);
      const lost: number[] = [];
      let isFourth: () => void = () => undefined;
      const fourth = new Promise<void>((resolve) => (isFourth = resolve));
      const write = (line: string): void => {
        if (/connection to RabbitMQ lost.*ACCESS_REFUSED/.test(line) && lost.push(clock.now()) === 4) isFourth();
      };
      await using publisher = await openRabbitPublisher(through, {
        outbox: directory.at('outbox'),
        tag: '_',
        name: 'a test',
        clock,
        log: createLog({ level: 'debug', write }),
      });
      await broker.ctl('set_permissions', faultyUser, '.*', '^$', '.*');
      await publisher.publish(build('AnnouncementPublished', { heading: 'a', body: 'b', severity: 'MINOR' }, {}));
      await fourth;
      await admitUser(broker);
      await publisher.flush(AbortSignal.timeout(20_000));
      // 100, 200 and 400 at least.
      expect((lost[3] ?? 0) - (lost[0] ?? 0)).toBeGreaterThanOrEqual(650);
    },
    60_000,
  );

  testWithOwnBroker(
    'why a connection was lost is told in the broker’s words',
    async () => {
      const broker = await theBroker();
      await admitUser(broker);
      await using directory = await temporaryDirectory();
      await using proxy = await tcpProxy(broker);
      let isLost: (line: string) => void = () => undefined;
      const lost = new Promise<string>((resolve) => (isLost = resolve));
      const write = (line: string): void => void (line.includes('connection to RabbitMQ lost') && isLost(line));
      await using publisher = await openRabbitPublisher(await throughProxy(proxy, broker), {
        outbox: directory.at('outbox'),
        tag: '_',
        name: 'a test',
        clock,
        log: createLog({ level: 'warning', write }),
      });
      await publisher.publish(build('AnnouncementPublished', { heading: 'a', body: 'b', severity: 'MINOR' }, {}));
      await publisher.flush(AbortSignal.timeout(20_000));
      await broker.ctl('close_all_connections', 'maintenance');
      expect(await lost).toContain('maintenance');
    },
    60_000,
  );

  testWithOwnBroker(
    'a run whose user may not declare its queue, or not bind it, is told so at once, and leaves nothing',
    async () => {
      const broker = await theBroker();
      await admitUser(broker);
      await using proxy = await tcpProxy(broker);
      const { exchange } = await throughProxy(proxy, broker);
      await using workspace = await aWorkspace(aCollection());
      const env = variablesOf({ ...broker, username: faultyUser, password: 'secret' }, exchange);
      for (const [configure, read] of [
        ['^$', '.*'],
        ['.*', '^etos-run-'],
      ] as const) {
        await broker.ctl('set_permissions', faultyUser, configure, '.*', read);
        const { exitCode, stderr } = await workspace.run([], { env });
        expect([exitCode, stderr]).toEqual([
          2,
          expect.stringMatching(
            /does not let user "runner" have queue "etos-run-[0-9a-f-]+": .*ACCESS_REFUSED.*\n.*The user needs configure, write and read on the queue/,
          ),
        ]);
      }
      expect(await workspace.runs()).toEqual([]);
      expect(await broker.ctl('list_queues', '--quiet', 'name')).not.toContain('etos-run-');
      await admitUser(broker);
    },
    60_000,
  );
});

/** The exchange is there afterwards. */
async function throughProxy(proxy: TcpProxy, broker: OwnBroker): Promise<Broker> {
  const exchange = `etos-test-${randomUUID()}`;
  const connection = await connect(broker);
  await (await connection.createChannel()).assertExchange(exchange, 'topic', { durable: true });
  await connection.close();
  return {
    prefix: 'RABBITMQ',
    host: '127.0.0.1',
    port: proxy.port,
    username: faultyUser,
    password: 'secret',
    vhost: '/',
    exchange,
    heartbeat: 5,
  };
}

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
