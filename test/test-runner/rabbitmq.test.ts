// Our test runner where the released ones run: told the broker by RABBITMQ_*, with a password that is a token, and its sub suite by the id of an event.

import { describe, expect, test } from '@jest/globals';
import type { Channel } from 'amqplib';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import type { UploadedFile } from '../../src/eiffel/internal-publisher.js';
import { encryptFernet } from '../../src/jsontas/fernet.js';
import { testWithBroker } from '../support/broker.js';
import { temporaryDirectory } from '../support/directory.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { httpService } from '../support/http-service.js';
import { logAreaServer } from '../support/log-area-server.js';
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
    const events = (await everythingIn(queue, channel)).map(({ body }) => body as unknown as EiffelEvent);
    events.forEach((event) => expectValid(event));
    expect(events.map(outlineOf)).toEqual([
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

// Documents as released environment providers made them, one for each generation. They lie beside the project where its developers work.
const recorded = fileURLToPath(new URL('../../../shared/fixtures/etos/sub-suite.json', import.meta.url));
const { skip } = test;

describe('a sub suite that a released environment provider made', () => {
  for (const { generation, begins } of [
    { generation: '2021', begins: ['TestSuiteStarted: CONTEXT'] },
    { generation: 'current', begins: ['TestSuiteStarted: CONTEXT CAUSE'] },
  ]) {
    const name = `${generation}: is carried out, with the events in the recorded order`;
    if (!existsSync(recorded)) {
      skip(`${name} (skipped: no ${recorded})`, () => undefined);
      continue;
    }
    testWithBroker(name, async ({ broker, exchange, connection }) => {
      const channel = await connection.createChannel();
      const { queue } = await channel.assertQueue('', { exclusive: true });
      await channel.bindQueue(queue, exchange, '#');
      await using area = await logAreaServer(() => ({ status: 201, body: '{}' }));
      const all = JSON.parse(readFileSync(recorded, 'utf8')) as Readonly<Record<string, Recorded>>;
      const document = all[generation === '2021' ? 'v2021' : 'current'];
      if (!document) throw new Error(`${recorded} has no document of ${generation}`);
      const local = JSON.stringify(document).replaceAll('https://logs.example.com', area.url);
      await using server = await httpService(() => ({ status: 200, body: local }));
      await using directory = await temporaryDirectory();
      // What its recipes ask of the machine: a checkout, an install, pytest.
      await directory.write('bin/git', '#!/bin/sh\n', 0o755);
      await directory.write('bin/python3', pytest, 0o755);
      const internal = Object.entries(variablesOf(broker, exchange)).map(([variable, value]) => [`ETOS_${variable}`, value] as const);
      await directory.write('work/.keep', '');
      const ended = await run('test-runner', [], {
        cwd: directory.at('work'),
        env: {
          ...variablesOf(broker, exchange),
          ...Object.fromEntries<string>(internal),
          SUB_SUITE_URL: `${server.url}/sub_suite?id=x`,
          HOSTNAME: 'a-host',
          // Without pyenv, whose programs would come first.
          PATH: `${directory.at('bin')}:/usr/bin:/bin`,
        },
      });
      expect(ended).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('"verdict":"FAILED"') as unknown });
      const messages = await everythingIn(queue, channel);
      const events = messages.filter(({ key }) => key.startsWith('eiffel.')).map(({ body }) => body as unknown as EiffelEvent);
      events.forEach((event) => expectValid(event));
      const artifact = ['ArtifactCreated: CONTEXT CAUSE', 'ArtifactPublished: CONTEXT ARTIFACT'];
      const testCase = ['TestCaseTriggered: CONTEXT IUT', 'TestCaseStarted: CONTEXT TEST_CASE_EXECUTION'];
      const itsEnd = 'TestCaseFinished: CONTEXT TEST_CASE_EXECUTION';
      expect(events.map(outlineOf)).toEqual([
        'ActivityTriggered: ',
        'ActivityStarted: ACTIVITY_EXECUTION',
        ...begins,
        'EnvironmentDefined: CONTEXT',
        ...[...testCase, itsEnd, ...artifact],
        ...[...testCase, itsEnd, ...artifact],
        ...[...testCase, itsEnd],
        'TestSuiteFinished: CONTEXT TEST_SUITE_EXECUTION',
        'ActivityFinished: ACTIVITY_EXECUTION',
      ]);
      expect(events.at(-2)?.data.outcome).toMatchObject({ verdict: 'FAILED', conclusion: 'SUCCESSFUL' });
      // Documents of 2021 name no run that the lines could be for.
      const told = messages.filter(({ key }) => !key.startsWith('eiffel.'));
      if (document.suite_id === undefined) return expect(told).toEqual([]);
      expect(new Set(told.map(({ key }) => key.split('.').slice(1).join('.')))).toEqual(
        new Set(['log.INFO', 'event.report', 'event.artifact']),
      );
      expect(told.every(({ key }) => key.startsWith(`${document.suite_id ?? ''}.`))).toBe(true);
      expect(told.find(({ key }) => key.endsWith('.log.INFO'))?.body).toMatchObject({ name: document.name, levelname: 'INFO' });
      const files = told.filter(({ key }) => key.includes('.event.')).map(({ body }) => body.data as UploadedFile & { directory?: string });
      for (const { url, checksums } of files) {
        const stored = area.received.findLast((one) => url.endsWith(one.url));
        expect([url, checksums['SHA-256']]).toEqual([
          url,
          createHash('sha256')
            .update(stored?.body ?? '')
            .digest('hex'),
        ]);
      }
      expect(files.find(({ name }) => name.endsWith('junit-login.xml'))?.directory).toBe('Webshop-API-regression_SubSuite_0');
    });
  }
});

const pytest = `#!/bin/sh
for argument in "$@"; do
  case $argument in --junitxml=*) echo '<testsuites/>' > "\${argument#*=}" ;; esac
done
case "$*" in *basket*) exit 1 ;; esac`;

interface Recorded {
  readonly name: string;
  readonly suite_id?: string;
}

interface Message {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

async function everythingIn(queue: string, channel: Channel): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (let message = await channel.get(queue, { noAck: true }); message; message = await channel.get(queue, { noAck: true }))
    messages.push({ key: message.fields.routingKey, body: JSON.parse(message.content.toString()) as Message['body'] });
  return messages;
}

function outlineOf({ meta, links }: EiffelEvent): string {
  return `${meta.type.replace(/^Eiffel|Event$/g, '')}: ${links.map(({ type }) => type).join(' ')}`;
}

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
