// Runs over a real RabbitMQ: what they publish, what becomes of test runners that are started elsewhere and speak as the released ones do, and what
// is left when the broker goes.

import { describe, expect } from '@jest/globals';
import type { ChannelModel } from 'amqplib';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { testWithBroker, testWithBrokerAndDocker } from '../support/broker.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { run, type StartOptions } from '../support/program.js';
import { playRunner, type Conduct, type Generation } from '../support/python-runner.js';
import { connect, variablesOf, type TestBroker } from '../support/rabbitmq-server.js';
import { tcpProxy } from '../support/tcp-proxy.js';
import { aWorkspace } from '../support/workspace.js';

interface Received {
  readonly key: string;
  readonly text: string;
  readonly event: EiffelEvent;
  readonly properties: { readonly contentType: unknown; readonly deliveryMode: unknown; readonly type: unknown };
}

/** Keeps what comes through an exchange. */
async function listener(connection: ChannelModel, exchange: string): Promise<readonly Received[]> {
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, exchange, '#');
  const received: Received[] = [];
  await channel.consume(
    queue,
    (message) => {
      if (!message) return;
      const said = message.content.toString();
      const { contentType, deliveryMode, type } = message.properties as unknown as Received['properties'];
      received.push({
        key: message.fields.routingKey,
        text: said,
        event: JSON.parse(said) as EiffelEvent,
        properties: { contentType, deliveryMode, type },
      });
    },
    { noAck: true },
  );
  return received;
}

/** What a look finally gives that throws at first; fails after a bound. */
async function until<T>(look: () => Promise<T>): Promise<T> {
  for (const bound = Date.now() + 30_000; ;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > bound) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function late(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('too late'), milliseconds).unref());
}

describe('a run over RabbitMQ', () => {
  testWithBroker('publishes every event once, in order, as the released services do', async ({ broker, exchange, connection }) => {
    const received = await listener(connection, exchange);
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 'süite', recipes: [aRecipe({ testRunner: 'process' })] })));
    const env = { ...variablesOf(broker, exchange), ...securely(broker), ETOS_ROUTING_KEY_TAG: 'etos' };
    const { exitCode, stderr } = await workspace.run([], { env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(received.map(({ event }) => event)).toEqual(await workspace.events());
    received.forEach(({ event }) => expectValid(event));
    expect(received.map(({ key }) => key)).toEqual(received.map(({ event }) => `eiffel._.${event.meta.type}.etos._`));
    expect(new Set(received.map(({ properties }) => JSON.stringify(properties)))).toEqual(
      new Set([JSON.stringify({ contentType: 'application/json', deliveryMode: 2, type: `${env.RABBITMQ_HOST},/,${exchange}` })]),
    );
    const suite = received.find(({ event }) => event.data.name === 'süite');
    expect(suite?.text).toMatch(/^\{"meta": \{"type": "EiffelTestSuiteStartedEvent", "version": "3\.3\.0", "id": "/);
    expect(await hasQueue(broker, (await workspace.results()).run.id)).toBe(false);
    expect(suite?.text).toContain('"data": {"name": "s\\u00fcite", "categories": ["Regression test suite", ');
    expect(await workspace.runs()).toEqual([]);
    // docs/eiffel.md shows one such run, and says when each event comes.
    const documented = (await readFile('docs/eiffel-run.ndjson', 'utf8')).trimEnd().split('\n');
    expect(outlineOf(documented.map((line) => JSON.parse(line) as EiffelEvent))).toEqual(outlineOf(received.map(({ event }) => event)));
  });

  testWithBroker('a wrong password, vhost or exchange is told before anything starts', async ({ broker, exchange }) => {
    await using workspace = await aWorkspace(aCollection());
    const variables = variablesOf(broker, exchange);
    const said = async (more: Readonly<Record<string, string>>): Promise<unknown> => {
      const { exitCode, stderr } = await workspace.run([], { env: { ...variables, ...more } });
      return [exitCode, stderr.split('\n')[0]];
    };
    const where = `RabbitMQ at amqp://${broker.host}:${broker.port}/`;
    expect(await said({ RABBITMQ_PASSWORD: 'wrong' })).toEqual([
      2,
      `error: ${where} refuses user "guest": wrong password, or no such user`,
    ]);
    expect(await said({ RABBITMQ_VHOST: 'none' })).toEqual([
      2,
      `error: ${where}none does not let user "guest" into vhost "none": it is not there, or the user has no permission`,
    ]);
    expect(await said({ RABBITMQ_EXCHANGE: 'none' })).toEqual([2, `error: ${where} has no exchange "none"`]);
    expect(await workspace.runs()).toEqual([]);
  });

  testWithBroker(
    'what a broker did not confirm by the end is published by etos release, in order',
    async ({ broker, exchange, connection }) => {
      const received = await listener(connection, exchange);
      await using proxy = await tcpProxy(broker);
      await using workspace = await aWorkspace(
        aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process', command: 'sleep', parameters: { '60': '' } })] })),
      );
      const env = variablesOf({ ...broker, port: proxy.port }, exchange);
      await using running = workspace.start(['--execution-space-provider', 'process'], { env });
      await running.prints(/a test \.\.\./);
      proxy.refuse();
      running.kill('SIGTERM');
      expect(await running.exitCode).toBe(143);
      expect(running.output).toMatch(/\d+ events for RabbitMQ, queue etos-run-\S+ of RabbitMQ; try again with: etos release/);
      expect(await workspace.runs()).toHaveLength(1);
      proxy.admit();
      const released = await workspace.release({ env });
      expect(released).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/published \d+ events that RabbitMQ had not confirmed/),
      });
      const ids = received.map(({ event }) => event.meta.id);
      expect([...new Set(ids)]).toEqual((await workspace.events()).map(({ meta }) => meta.id));
      expect(await workspace.runs()).toEqual([]);
    },
  );

  testWithBroker('that waits for a broker at its end has its reports already, and a cancel ends the wait', async ({ broker, exchange }) => {
    await using proxy = await tcpProxy(broker);
    await using workspace = await aWorkspace(
      aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process', command: 'sleep', parameters: { '1': '' } })] })),
    );
    const env = variablesOf({ ...broker, port: proxy.port }, exchange);
    await using running = workspace.start(['--execution-space-provider', 'process'], { env });
    await running.prints(/a test \.\.\./);
    proxy.refuse();
    await until(() => workspace.results());
    running.kill('SIGTERM');
    // Sixty seconds without the cancel.
    expect(await Promise.race([running.exitCode, late(20_000)])).toBe(143);
    expect((await workspace.results()).verdict).toBe('PASSED');
    proxy.admit();
    expect(await workspace.release({ env })).toMatchObject({ exitCode: 0 });
  });

  // `npm run bench -- eiffel-faults` is the whole table of faults, as often as one likes.
  testWithBroker('loses nothing when its connections are cut again and again', async ({ broker, exchange, connection }) => {
    const received = await listener(connection, exchange);
    await using proxy = await tcpProxy(broker);
    const recipes = ['one', 'two'].map((name) => aRecipe({ name, testRunner: 'process', command: 'sleep', parameters: { '0.3': '' } }));
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes })));
    await using running = workspace.start([], { env: variablesOf({ ...broker, port: proxy.port }, exchange) });
    await running.prints(/one \.\.\./);
    proxy.cutAfter(500);
    await running.prints(/two \.\.\./);
    proxy.reset();
    await running.prints(/suite: PASSED/);
    proxy.reset();
    expect(await running.exitCode).toBe(0);
    const first = new Map(received.map((message) => [message.event.meta.id, message] as const).reverse());
    expect([...new Set(received.map(({ event }) => event.meta.id))]).toEqual((await workspace.events()).map(({ meta }) => meta.id));
    for (const again of received) expect(again.text).toBe(first.get(again.event.meta.id)?.text);
    expect(await hasQueue(broker, (await workspace.results()).run.id)).toBe(false);
    expect(await workspace.runs()).toEqual([]);
  });

  testWithBroker('a killed one leaves no queue, once it is released', async ({ broker, exchange }) => {
    const slow = aRecipe({ testRunner: 'process', command: 'sleep', parameters: { '60': '' } });
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [slow] })));
    const env = variablesOf(broker, exchange);
    await using running = workspace.start(['--execution-space-provider', 'process'], { env });
    await running.prints(/a test \.\.\./);
    running.kill('SIGKILL');
    await running.exitCode;
    const [run = ''] = await workspace.runs();
    expect(await hasQueue(broker, run)).toBe(true);
    expect(await workspace.release({ env })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(`deleted queue etos-run-${run}`),
    });
    expect(await hasQueue(broker, run)).toBe(false);
    expect(await workspace.runs()).toEqual([]);
  });
});

describe('sub suites in containers', () => {
  testWithBrokerAndDocker(
    'give the same results and events over RabbitMQ as without, started here or elsewhere',
    async ({ broker, exchange, engine }) => {
      const recipes = [
        aRecipe({ name: 'passes', testRunner: engine.busybox, command: 'echo 1 > artifacts/numbers.txt;' }),
        aRecipe({ name: 'fails', testRunner: engine.busybox, command: 'exit 7' }),
      ];
      const collection = aCollection(aSuite({ name: 'smoke', recipes }));
      const variables = variablesOf(broker, exchange);
      const jobs = createServer((request, response) => {
        void parameterIn(request).then(async (parameter) => {
          response.writeHead(201).end();
          await run('runner', ['run', '--pull', 'never'], { env: { docker: parameter } });
        });
      });
      await new Promise<void>((resolve) => jobs.listen(0, '127.0.0.1', resolve));
      const job = delegating(`http://127.0.0.1:${(jobs.address() as AddressInfo).port}/build`, { testRunner: 'embedded' });
      const outlineWith = async (env: NonNullable<StartOptions['env']>, args: readonly string[] = []): Promise<unknown> => {
        await using workspace = await aWorkspace(collection);
        await workspace.directory.write('space.json', job);
        const { exitCode, stderr } = await workspace.run(args, { env });
        const { suites } = await workspace.results();
        const subSuites = suites.flatMap((suite) =>
          suite.subSuites.map(({ name, testRunner, verdict, description, logs, artifacts, recipes: own }) => {
            const results = own.map(({ testCase, verdict: its, log }) => ({ id: testCase.id, verdict: its, log }));
            return { name, testRunner, verdict, description, logs: [...logs].sort(), artifacts, results };
          }),
        );
        const events = (await workspace.events()).map(({ meta, links }) =>
          [meta.type, meta.version, ...links.map(({ type }) => type)].join(' '),
        );
        return { exitCode, stderr, subSuites, events };
      };
      const embedded = await outlineWith({});
      expect(embedded).toMatchObject({
        exitCode: 1,
        stderr: '',
        subSuites: [{ verdict: 'FAILED', results: [{ verdict: 'PASSED' }, { verdict: 'FAILED' }] }],
      });
      expect(await outlineWith(variables)).toEqual(embedded);
      expect(await outlineWith(variables, ['--execution-space-provider', './space.json'])).toEqual(embedded);
      jobs.close();
    },
  );
});

describe('the internal bus', () => {
  testWithBroker(
    'has the run as log lines, and lines of delegated test runners become output',
    async ({ broker, exchange, connection }) => {
      await using workspace = await aWorkspace(aCollection(aSuite({ name: 'smoke', recipes: [aRecipe({ testRunner: 'an-image' })] })));
      const channel = await connection.createConfirmChannel();
      const { queue } = await channel.assertQueue('', { exclusive: true });
      await channel.bindQueue(queue, exchange, '#');
      const received: { readonly key: string; readonly body: Readonly<Record<string, unknown>> }[] = [];
      await channel.consume(
        queue,
        (message) => {
          if (message)
            received.push({
              key: message.fields.routingKey,
              body: JSON.parse(message.content.toString()) as Readonly<Record<string, unknown>>,
            });
        },
        { noAck: true },
      );
      let played: Promise<void> = Promise.resolve();
      const jobs = createServer((request, response) => {
        void parameterOf(request).then((variables) => {
          const run = received.find(({ key }) => key.endsWith('.log.INFO'))?.key.split('.')[0] ?? '';
          const line = {
            message: 'a line of the test runner\n::error::another',
            levelname: 'INFO',
            name: 'ETR',
            application: 'ETOS Test Runner',
          };
          channel.publish(exchange, `${run}.log.INFO`, Buffer.from(JSON.stringify(line)));
          response.writeHead(201).end();
          played = playRunner('2021', 'passing', variables, connection);
        });
      });
      await new Promise<void>((resolve) => jobs.listen(0, '127.0.0.1', resolve));
      await workspace.directory.write('space.json', delegating(`http://127.0.0.1:${(jobs.address() as AddressInfo).port}/build`));
      const variables = variablesOf(broker, exchange);
      const internal = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`ETOS_${name}`, value]));
      const ended = await workspace.run(['-v', '--execution-space-provider', './space.json'], { env: { ...variables, ...internal } });
      jobs.close();
      await played;
      const { id } = (await workspace.results()).run;
      expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(ended.stdout).toContain('ETR | a line of the test runner\nETR | ::error::another\n');
      const ours = received.filter(({ body }) => body.identifier === id);
      expect(ours.map(({ key, body }) => [key, body.message])).toContainEqual([`${id}.log.INFO`, 'smoke_SubSuite_0: started']);
      expect(ours[0]?.body).toMatchObject({
        levelname: 'INFO',
        '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      });
      expect(received.find(({ key }) => key.includes('.event.'))).toEqual({
        key: `${id}.event.shutdown`,
        body: { event: 'shutdown', data: { verdict: 'Passed', conclusion: 'Successful', description: 'All tests passed.' } },
      });
    },
  );
});

describe('the internal bus of a run that starts its test runners itself', () => {
  testWithBroker('has each file of its log area, with its checksum', async ({ broker, exchange, connection }) => {
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, exchange, '*.event.*');
    const writing = aRecipe({ testRunner: 'process', command: 'sh -c', parameters: { "'echo 1 > artifacts/numbers.txt'": '' } });
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 'my smoke', recipes: [writing] })));
    const internal = Object.entries(variablesOf(broker, exchange)).map(([name, value]) => [`ETOS_${name}`, value] as const);
    const { exitCode } = await workspace.run([], { env: Object.fromEntries<string>(internal) });
    expect(exitCode).toBe(0);
    const told: { event: string; data: { name: string; directory?: string; checksums?: unknown } }[] = [];
    for (let message = await channel.get(queue, { noAck: true }); message; message = await channel.get(queue, { noAck: true }))
      told.push(JSON.parse(message.content.toString()) as (typeof told)[number]);
    expect(told.map(({ event, data }) => [event, data.name])).toEqual([
      ['report', 'a test_test_output.log'],
      ['artifact', 'a test_numbers.txt'],
      ['report', 'full_execution.log'],
      ['artifact', 'workspace.tar.gz'],
      ['shutdown', undefined],
    ]);
    const sha256 = createHash('sha256').update('1\n').digest('hex');
    expect(told[1]?.data).toMatchObject({ directory: 'my-smoke_SubSuite_0', checksums: { 'SHA-256': sha256 } });
  });
});

describe('test runners that are started elsewhere', () => {
  const cases: readonly { readonly generation: Generation; readonly conduct: Conduct; readonly exitCode: number; readonly says: RegExp }[] =
    [
      { generation: '2021', conduct: 'passing', exitCode: 0, says: /^All tests passed\.$/ },
      { generation: 'current', conduct: 'passing', exitCode: 0, says: /^All tests passed\.$/ },
      { generation: '2021', conduct: 'failing', exitCode: 1, says: /At least some smoke_SubSuite_0 tests failed/ },
      { generation: 'current', conduct: 'failing', exitCode: 1, says: /At least some smoke_SubSuite_0 tests failed/ },
      { generation: '2021', conduct: 'started twice', exitCode: 0, says: /^All tests passed\.$/ },
      { generation: 'current', conduct: 'started twice', exitCode: 0, says: /^All tests passed\.$/ },
      { generation: 'current', conduct: 'starts held back', exitCode: 0, says: /^All tests passed\.$/ },
      { generation: 'current', conduct: 'without an outcome', exitCode: 3, says: /smoke_SubSuite_0 \(The test runner told no outcome\)/ },
      { generation: 'current', conduct: 'crashing', exitCode: 3, says: /smoke_SubSuite_0 \(gave no result within 4s\)/ },
      { generation: 'current', conduct: 'silent', exitCode: 3, says: /smoke_SubSuite_0 \(did not start within 3s\)/ },
    ];
  for (const { generation, conduct, exitCode, says } of cases) {
    testWithBroker(`one of ${generation}, ${conduct}: ${says.source}`, async ({ broker, exchange, connection }) => {
      await using workspace = await aWorkspace(aCollection(aSuite({ name: 'smoke', recipes: [aRecipe({ testRunner: 'an-image' })] })));
      let played: Promise<void> = Promise.resolve();
      const jobs = createServer((request, response) => {
        void parameterOf(request).then((variables) => {
          response.writeHead(201).end();
          played = playRunner(generation, conduct, variables, connection);
        });
      });
      await new Promise<void>((resolve) => jobs.listen(0, '127.0.0.1', resolve));
      await workspace.directory.write('space.json', delegating(`http://127.0.0.1:${(jobs.address() as AddressInfo).port}/build`));
      const ended = await workspace.run(['--execution-space-provider', './space.json'], {
        env: { ...variablesOf(broker, exchange), ETOS_SUB_SUITE_START_TIMEOUT: '3', ETOS_DEFAULT_TEST_RESULT_TIMEOUT: '4' },
      });
      jobs.close();
      await played;
      expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode, stderr: '' });
      const [suite] = (await workspace.results()).suites;
      expect((await workspace.results()).description).toMatch(says);
      if (exitCode === 3) return;
      expect(suite?.subSuites[0]).toMatchObject({
        logs: ['reports/smoke_SubSuite_0/full_execution.log'],
        artifacts: ['artifacts/smoke_SubSuite_0/core'],
        // Those of 2021 do not say to which sub suite a test case belongs.
        ...(generation === 'current' && { recipes: [{ verdict: 'PASSED' }] }),
      });
      expect(await workspace.text('artifacts', 'smoke_SubSuite_0', 'core')).toBe('a core');
      const told = (await workspace.events()).filter(({ meta }) => meta.source?.name === 'ETOS Test Runner').map(({ meta }) => meta.type);
      expect([...told.slice(0, 3), told.at(-1)]).toEqual(
        ['ActivityTriggered', 'ActivityStarted', 'TestSuiteStarted', 'ActivityFinished'].map((name) => `Eiffel${name}Event`),
      );
      expect(told.filter((type) => type.startsWith('EiffelTestCase'))).toHaveLength(6);
    });
  }
});

/** By TLS, where we know the authority. */
function securely({ host, secure }: TestBroker): { readonly RABBITMQ_HOST: string } {
  if (!secure) return { RABBITMQ_HOST: host };
  const to = { RABBITMQ_SSL: 'true', RABBITMQ_PORT: String(secure.port), RABBITMQ_CA_FILE: secure.authorityFile };
  return { RABBITMQ_HOST: 'localhost', ...to };
}

async function hasQueue(broker: TestBroker, run: string): Promise<boolean> {
  const connection = await connect(broker);
  const channel = await connection.createChannel();
  // The channel ends with the answer that it is not there.
  channel.on('error', () => undefined);
  const there = await channel.checkQueue(`etos-run-${run}`).then(
    () => true,
    () => false,
  );
  await connection.close();
  return there;
}

/** What events are, and which of the others they point at. */
function outlineOf(events: readonly EiffelEvent[]): readonly string[] {
  const numbers = new Map(events.map(({ meta }, n) => [meta.id, n]));
  return events.map(({ meta, data, links }) => {
    const members = Object.keys(data).join(' ');
    return `${meta.type} ${meta.version} ${members}: ${links.map(({ type, target }) => `${type} ${numbers.get(target)}`).join(', ')}`;
  });
}

/** The variables in the docker parameter of a request. */
async function parameterOf(request: IncomingMessage): Promise<Readonly<Record<string, string | number | boolean | null>>> {
  const { environment } = JSON.parse(await parameterIn(request)) as {
    readonly environment: Readonly<Record<string, string | number | boolean | null>>;
  };
  return environment;
}

/** The docker parameter of a request. */
async function parameterIn(request: IncomingMessage): Promise<string> {
  const form = new URLSearchParams(await text(request));
  const { parameter } = JSON.parse(form.get('json') ?? '') as { readonly parameter: readonly { readonly value: string }[] };
  return parameter[0]?.value ?? '';
}

/** An execution space as deployments have it: a job that gets the one parameter (etos.md 8.2). */
function delegating(url: string, instructions: object = {}): unknown {
  return {
    execution_space: {
      id: 'a-job',
      list: {
        possible: {
          $expand: {
            value: {
              instructions: { $execution_space_instructions: instructions },
              request: {
                url,
                method: 'POST',
                headers: { Accept: 'application/json' },
                data: { json: { $json_dumps: { parameter: [{ name: 'docker', value: { $json_dumps: '$expand_value.instructions' } }] } } },
              },
            },
            to: '$amount',
          },
        },
        available: '$this.possible',
      },
    },
  };
}
