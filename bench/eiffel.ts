// What the bus costs over RabbitMQ, beside amqplib alone with confirms and the same window; and what memory a broker that takes nothing costs.
// BENCH_STALLED_EVENTS changes how many events wait for that broker.

import amqp from 'amqplib';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createBuilder } from '../src/eiffel/build.js';
import type { Broker } from '../src/eiffel/broker.js';
import type { EiffelEvent } from '../src/eiffel/event.js';
import { openRabbitPublisher } from '../src/eiffel/rabbitmq-bus.js';
import { systemClock as clock } from '../src/host/clock.js';
import { createLog } from '../src/host/log.js';
import { missing, startBroker, type OwnBroker } from '../test/support/rabbitmq-server.js';
import { tcpProxy } from '../test/support/tcp-proxy.js';
import { report, sideBySide } from './measure.js';

const events = 20_000;
const window = 1_000;
const stalled = Number(process.env.BENCH_STALLED_EVENTS ?? 1_000_000);
const exchange = 'bench';
const queue = 'bench';
const log = createLog({ level: 'error', write: (line) => process.stderr.write(`${line}\n`) });
const build = createBuilder({ source: { name: 'ETOS Test Runner', host: 'bench' }, clock });

/** About a kilobyte on the wire. */
function anEvent(n: number): EiffelEvent {
  return build('AnnouncementPublished', { heading: `event ${n}`, body: 'x'.repeat(700), severity: 'MINOR' }, {});
}

/** Confirms with a window, and nothing else: what there is to compare with. */
async function bare(broker: OwnBroker, all: readonly EiffelEvent[]): Promise<void> {
  const connection = await amqp.connect({ hostname: broker.host, port: broker.port }, { noDelay: true });
  const channel = await connection.createConfirmChannel();
  const properties = { contentType: 'application/json', deliveryMode: 2 };
  await new Promise<void>((resolve, reject) => {
    let [next, underWay] = [0, 0];
    const pump = (): void => {
      for (; underWay < window && next < all.length; next++, underWay++) {
        const event = all[next];
        const key = `eiffel._.${event?.meta.type ?? ''}._._`;
        channel.publish(exchange, key, Buffer.from(JSON.stringify(event)), properties, (error: Error | null) => {
          if (error) return reject(error);
          underWay--;
          if (next < all.length) pump();
          else if (underWay === 0) resolve();
        });
      }
    };
    pump();
  });
  await connection.close();
}

async function ours(settings: Broker, all: readonly EiffelEvent[]): Promise<void> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'etos-bench-'));
  const publisher = await openRabbitPublisher(settings, { outbox: path.join(directory, 'outbox'), tag: '_', name: 'bench', clock, log });
  for (let n = 0; n < all.length; n += window) await Promise.all(all.slice(n, n + window).map((event) => publisher.publish(event)));
  await publisher.flush(AbortSignal.timeout(120_000));
  await publisher[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
}

/** Resident memory after the first tenth and at the most afterwards, while a broker takes nothing. */
async function whileStalled(settings: Broker): Promise<{ readonly before: number; readonly most: number }> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'etos-bench-'));
  const publisher = await openRabbitPublisher(settings, { outbox: path.join(directory, 'outbox'), tag: '_', name: 'bench', clock, log });
  let [before, most] = [0, 0];
  for (let n = 0; n < stalled; n += window) {
    await Promise.all(Array.from({ length: window }, (_, m) => publisher.publish(anEvent(n + m))));
    const { rss } = process.memoryUsage();
    if (n <= stalled / 10) before = Math.max(before, rss);
    most = Math.max(most, rss);
  }
  await publisher[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
  return { before: before / 1e6, most: most / 1e6 };
}

if (missing !== undefined) {
  process.stdout.write(`  not measured: ${missing}\n`);
} else {
  await using broker = await startBroker();
  const connection = await amqp.connect({ hostname: broker.host, port: broker.port });
  const channel = await connection.createChannel();
  await channel.assertExchange(exchange, 'topic', { durable: true });
  await channel.assertQueue(queue, { durable: true });
  await channel.bindQueue(queue, exchange, '#');
  const settings: Broker = { ...broker, prefix: 'RABBITMQ', exchange, heartbeat: 60 };
  const all = Array.from({ length: events }, (_, n) => anEvent(n));
  const purged = async (work: Promise<void>): Promise<void> => {
    await work;
    await channel.purgeQueue(queue);
  };
  await purged(bare(broker, all));
  const times = await sideBySide({ bare: () => purged(bare(broker, all)), ours: () => purged(ours(settings, all)) }, { rounds: 5 });
  report('amqplib alone, a confirm window of 1000', (events / times.bare) * 1000, 'events/s');
  report('the bus, with checks and an outbox', (events / times.ours) * 1000, 'events/s');
  report('the bus beside amqplib alone', times.bare / times.ours, '', { atLeast: 0.85 });
  await connection.close();
  await using proxy = await tcpProxy(broker);
  const stalling = { ...settings, port: proxy.port };
  const waiting = whileStalled(stalling);
  setTimeout(() => proxy.stall(), 500);
  const { before, most } = await waiting;
  report(`resident memory after a tenth of ${stalled} events for a stalled broker`, before, 'MB');
  report('resident memory at the most', most, 'MB');
  report('growth from the first tenth to the end', most / before, '', { atMost: 1.2 });
}
