// Tests with a real RabbitMQ (rabbitmq-server.ts). Where there is none they are skipped with the reason in their name, or fail when
// ETOS_TEST_REQUIRE_REAL_PARTS is 1.

import { test } from '@jest/globals';
import type { ChannelModel } from 'amqplib';
import { randomUUID } from 'node:crypto';
import { testWithDocker, type TestEngine } from './docker.js';
import { connect, missing, theBroker, type TestBroker } from './rabbitmq-server.js';

const required = process.env.ETOS_TEST_REQUIRE_REAL_PARTS === '1';

export interface BrokerParts {
  readonly broker: TestBroker;
  /** A topic exchange of the test's own. */
  readonly exchange: string;
  readonly connection: ChannelModel;
}

/** A test that needs a broker. */
export function testWithBroker(name: string, body: (parts: BrokerParts) => Promise<void>, timeout?: number): void {
  if (missing !== undefined && !process.env.ETOS_TEST_AMQP_URL) return withoutBroker(name, missing);
  test(name, within(body), timeout ?? 120_000);
}

/** A test that needs a broker and a Docker engine. */
export function testWithBrokerAndDocker(
  name: string,
  body: (parts: BrokerParts & { readonly engine: TestEngine }) => Promise<void>,
  timeout?: number,
): void {
  if (missing !== undefined && !process.env.ETOS_TEST_AMQP_URL) return withoutBroker(name, missing);
  testWithDocker(name, ({ engine }) => within((parts) => body({ ...parts, engine }))(), timeout ?? 120_000);
}

function within(body: (parts: BrokerParts) => Promise<void>): () => Promise<void> {
  return async () => {
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
