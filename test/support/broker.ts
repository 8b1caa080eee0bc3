// Tests with a real RabbitMQ (rabbitmq-server.ts). Where there is none they are skipped with the reason in their name, or fail when
// ETOS_TEST_REQUIRE_REAL_PARTS is 1.

import { test } from '@jest/globals';
import type { ChannelModel } from 'amqplib';
import { randomUUID } from 'node:crypto';
import { connect, missing, theBroker, type TestBroker } from './rabbitmq-server.js';

const required = process.env.ETOS_TEST_REQUIRE_REAL_PARTS === '1';

/** A test that needs a broker; `exchange` is a topic exchange of its own. */
export function testWithBroker(
  name: string,
  body: (parts: { readonly broker: TestBroker; readonly exchange: string; readonly connection: ChannelModel }) => Promise<void>,
  timeout?: number,
): void {
  if (missing !== undefined && !process.env.ETOS_TEST_AMQP_URL) return withoutBroker(name, missing);
  const inside = async (): Promise<void> => {
    const broker = await theBroker();
    const connection = await connect(broker);
    const exchange = `etos-test-${randomUUID()}`;
    try {
      const channel = await connection.createChannel();
      await channel.assertExchange(exchange, 'topic', { durable: true });
      await body({ broker, exchange, connection });
      await channel.deleteExchange(exchange);
    } finally {
      await connection.close();
    }
  };
  test(name, inside, timeout ?? 120_000);
}

/** A test that starts brokers itself, with `startBroker`. */
export function testWithOwnBroker(name: string, body: () => Promise<void>, timeout: number): void {
  if (missing !== undefined) withoutBroker(name, missing);
  else test(name, body, timeout);
}

function withoutBroker(name: string, reason: string): void {
  const { skip } = test;
  if (!required) skip(`${name} (skipped: ${reason})`, () => undefined);
  else
    test(name, () => {
      throw new Error(`${reason}; ETOS_TEST_REQUIRE_REAL_PARTS=1 wants it`);
    });
}
