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
import { testWithOwnBroker } from '../support/broker.js';
import { temporaryDirectory } from '../support/directory.js';
import { connect, startBroker, type OwnBroker } from '../support/rabbitmq-server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';

const repetitions = Number(process.env.ETOS_TEST_FAULT_REPETITIONS ?? 1);
const events = Number(process.env.ETOS_TEST_FAULT_EVENTS ?? 600);
const duration = 800;

interface Parts {
  readonly broker: OwnBroker;
  readonly proxy: TcpProxy;
  readonly exchange: string;
  /** Declares the exchange and binds the queue of the test to it. */
  readonly declare: () => Promise<void>;
}

const faults: Readonly<Record<string, (parts: Parts) => Promise<void>>> = {
  'all connections closed by the operator': async ({ broker }) => {
    await broker.ctl('close_all_connections', 'a test', '--global');
  },
  'the broker stopped and started': async ({ broker }) => {
    await broker.ctl('stop_app');
    await broker.ctl('start_app');
  },
  'the broker killed and started': async ({ broker }) => {
    await broker.kill();
    await broker.start();
  },
  'a memory alarm': async ({ broker }) => {
    await broker.ctl('set_vm_memory_high_watermark', '0.000001');
    await broker.ctl('set_vm_memory_high_watermark', '0.8');
  },
  'five TCP resets': async ({ proxy }) => {
    for (let n = 0; n < 5; n++) {
      proxy.reset();
      await pause(Math.random() * 300);
    }
  },
  'a connection cut in the middle of a frame': async ({ proxy }) => {
    proxy.cutAfter(1 + Math.floor(Math.random() * 50_000));
    await pause(300);
  },
  'a way that stalls, then breaks': async ({ proxy }) => {
    proxy.stall();
    await pause(500);
    proxy.reset();
    proxy.resume();
  },
  'a way that is closed for a while': async ({ proxy }) => {
    proxy.refuse();
    await pause(1_000);
    proxy.admit();
  },
  'the exchange deleted and declared again': async ({ broker, proxy, exchange, declare }) => {
    const connection = await connect(broker);
    await (await connection.createChannel()).deleteExchange(exchange);
    await connection.close();
    await pause(300);
    // Nobody is bound to it at first: what was published between the two would be gone, as for every publisher.
    proxy.refuse();
    await declare();
    proxy.admit();
  },
  'a password that is wrong for a while': async ({ broker, proxy }) => {
    await broker.ctl('change_password', 'runner', 'another');
    proxy.reset();
    await pause(300);
    await broker.ctl('change_password', 'runner', 'secret');
  },
  'permissions taken and given back': async ({ broker, proxy }) => {
    await broker.ctl('clear_permissions', 'runner');
    proxy.reset();
    await broker.ctl('set_permissions', 'runner', '.*', '.*', '.*');
  },
  'our own queue deleted': async ({ broker }) => {
    const connection = await connect(broker);
    await (await connection.createChannel()).deleteQueue('etos-run-of-a-test');
    await connection.close();
  },
};

describe('events and a broker in trouble', () => {
  let shared: Promise<OwnBroker> | undefined;
  const theBroker = async (): Promise<OwnBroker> => {
    const broker = await (shared ??= startBroker());
    return broker;
  };
  afterAll(async () => {
    await (await shared)?.[Symbol.asyncDispose]();
  }, 30_000);

  for (const [name, fault] of Object.entries(faults)) {
    testWithOwnBroker(
      name,
      async () => {
        const broker = await theBroker();
        await broker.ctl('add_user', 'runner', 'secret').catch(() => undefined);
        await broker.ctl('set_permissions', 'runner', '.*', '.*', '.*');
        for (let n = 0; n < repetitions; n++)
          expect(await passThrough(fault, broker)).toEqual({ lost: 0, inOrder: true, owed: 0, removed: true });
      },
      60_000 + repetitions * 60_000,
    );
  }
});

/** Publishes events for a while, with a fault at a random moment, and tells what a queue of the test has got of them. */
async function passThrough(
  fault: (parts: Parts) => Promise<void>,
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
    username: 'runner',
    password: 'secret',
    vhost: '/',
    exchange,
    heartbeat: 5,
  };
  await using bus = await openRabbitBus(through, {
    queue: 'etos-run-of-a-test',
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
  const broken = pause(moment).then(() => fault({ broker, proxy, exchange, declare }));
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
