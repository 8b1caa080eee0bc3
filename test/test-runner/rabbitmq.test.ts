// Our test runner where the released ones run: told the broker by RABBITMQ_*, with a password that is a token, and its sub suite by the id of an event.

import { describe, expect } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { encryptFernet } from '../../src/jsontas/fernet.js';
import { testWithBroker } from '../support/broker.js';
import { temporaryDirectory } from '../support/directory.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { run } from '../support/program.js';
import { variablesOf } from '../support/rabbitmq-server.js';

describe('a test runner on RabbitMQ', () => {
  testWithBroker('finds its sub suite by its event, and publishes in the recorded order', async ({ broker, exchange, connection }) => {
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, exchange, '#');
    const environmentId = randomUUID();
    const server = createServer((request, response) => {
      request.resume();
      const { port } = server.address() as AddressInfo;
      const uri = `http://127.0.0.1:${port}/sub-suite`;
      const answer = { data: { environmentDefined: { edges: [{ node: { data: { name: 's_SubSuite_0', uri } } }] } } };
      if (request.url === '/graphql') response.end(JSON.stringify(answer));
      else if (request.url === '/sub-suite') response.end(JSON.stringify(subSuite(`http://127.0.0.1:${port}/log/{folder}/{name}`)));
      else response.writeHead(201).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const key = randomBytes(32).toString('base64url') + '=';
    await using directory = await temporaryDirectory();
    const ended = await run('test-runner', [], {
      cwd: directory.path,
      env: {
        ...variablesOf(broker, exchange),
        RABBITMQ_PASSWORD: encryptFernet(broker.password, key, Date.now()),
        ETOS_ENCRYPTION_KEY: key,
        ENVIRONMENT_ID: environmentId,
        ETOS_GRAPHQL_SERVER: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
        HOSTNAME: 'a-host',
      },
    });
    await new Promise((resolve) => server.close(resolve));
    expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 0, stderr: '' });
    const events: EiffelEvent[] = [];
    for (let message = await channel.get(queue, { noAck: true }); message; message = await channel.get(queue, { noAck: true }))
      events.push(JSON.parse(message.content.toString()) as EiffelEvent);
    events.forEach((event) => expectValid(event));
    const outline = events.map(
      ({ meta, links }) => `${meta.type.replace(/^Eiffel|Event$/g, '')}: ${links.map(({ type }) => type).join(' ')}`,
    );
    expect(outline).toEqual([
      'ActivityTriggered: ',
      'ActivityStarted: ACTIVITY_EXECUTION',
      'TestSuiteStarted: CONTEXT CAUSE',
      'EnvironmentDefined: CONTEXT',
      'TestCaseTriggered: CONTEXT IUT',
      'TestCaseStarted: CONTEXT TEST_CASE_EXECUTION',
      'TestCaseFinished: CONTEXT TEST_CASE_EXECUTION',
      'TestSuiteFinished: CONTEXT TEST_SUITE_EXECUTION',
      'ActivityFinished: ACTIVITY_EXECUTION',
    ]);
    expect(ended.stdout).not.toContain(key);
  });
});

function subSuite(upload: string): unknown {
  const constraint = (name: string, value: unknown): unknown => ({ key: name, value });
  return {
    name: 's_SubSuite_0',
    suite_id: randomUUID(),
    sub_suite_id: randomUUID(),
    test_suite_started_id: randomUUID(),
    priority: 1,
    recipes: [
      {
        id: randomUUID(),
        testCase: { id: 'a test', tracker: 't', uri: 'https://e.x', version: '1' },
        constraints: [
          constraint('ENVIRONMENT', {}),
          constraint('COMMAND', 'true'),
          constraint('EXECUTE', []),
          constraint('CHECKOUT', ['true']),
          constraint('PARAMETERS', {}),
          constraint('TEST_RUNNER', 'an-image'),
        ],
      },
    ],
    test_runner: 'an-image',
    iut: { provider_id: 'i', identity: 'pkg:docker/acme/webshop@1' },
    artifact: randomUUID(),
    context: randomUUID(),
    executor: {
      provider_id: 'e',
      request: {},
      instructions: { image: 'an-image', environment: {}, parameters: {}, identifier: randomUUID() },
    },
    log_area: { provider_id: 'l', livelogs: 'https://e.x/live', upload: { url: upload, method: 'PUT', as_json: false }, logs: {} },
  };
}
