// Reading a queue over connections that end.

import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Broker } from '../../src/eiffel/broker.js';
import { startReceiving } from '../../src/eiffel/receiver.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { testWithBroker } from '../support/broker.js';
import { tcpProxy } from '../support/tcp-proxy.js';

const log = createLog({ level: 'error', write: () => undefined });

testWithBroker('a marker that a lost connection left in the queue is nobody’s message', async ({ broker, exchange, connection }) => {
  await using proxy = await tcpProxy(broker);
  const through: Broker = { ...broker, prefix: 'RABBITMQ', port: proxy.port, exchange, heartbeat: 5 };
  const queue = `etos-run-${randomUUID()}`;
  const taken: string[] = [];
  let [isTaken, goOn]: [() => void, () => void] = [() => undefined, () => undefined];
  const first = new Promise<void>((resolve) => (isTaken = resolve));
  const open = new Promise<void>((resolve) => (goOn = resolve));
  await using receiver = startReceiving(
    through,
    { queue, routingKey: '#', parameters: {} },
    {
      name: 'a test',
      // The marker stays in the queue, behind the message.
      prefetch: 1,
      clock,
      log,
      async take(body) {
        taken.push(body.toString());
        isTaken();
        await open;
        return 'taken' as const;
      },
    },
  );
  await receiver.ready(AbortSignal.timeout(30_000));
  const channel = await connection.createChannel();
  channel.sendToQueue(queue, Buffer.from('a message'));
  await first;
  const caughtUp = receiver.caughtUp();
  while ((await channel.checkQueue(queue)).messageCount === 0);
  proxy.reset();
  goOn();
  await caughtUp;
  // Behind the one that was sent again.
  await receiver.caughtUp();
  expect(taken).toEqual(['a message', 'a message']);
  expect(await receiver.remove(AbortSignal.timeout(30_000))).toBe(true);
});
