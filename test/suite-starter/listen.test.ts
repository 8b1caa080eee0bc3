// `etos listen` over a real RabbitMQ: a run for each recipe collection event, once, whatever happens to whoever listens.

import { describe, expect, test } from '@jest/globals';
import type { ChannelModel, ConsumeMessage } from 'amqplib';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createBuilder } from '../../src/eiffel/build.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { testWithBroker } from '../support/broker.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { runCli, start, type Running } from '../support/program.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { variablesOf } from '../support/rabbitmq-server.js';
import { tcpProxy } from '../support/tcp-proxy.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

const build = createBuilder({ source: { name: 'ETOS API' }, clock });

describe('etos listen', () => {
  testWithBroker(
    'starts a run for each event, by address and with the recipes in the event itself',
    async ({ broker, exchange, connection }) => {
      await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
      const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: `etos-test-${randomUUID()}` };
      await using listening = listen(workspace, ['--at-once', '2', '--identity', 'pkg:generic/any@1'], env);
      await listening.prints(/listening on queue/);
      const byAddress = tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` });
      const inline = tercc({
        batches: [
          {
            name: 'inline',
            priority: 1,
            recipes: [
              { id: randomUUID(), testCase: { id: 'in the event', tracker: 't', uri: 'https://e.x/t' }, constraints: constraints() },
            ],
          },
        ],
      });
      await publish(connection, exchange, item('pkg:generic/shop@4.2.0', byAddress), byAddress, inline);
      await listening.prints(new RegExp(`run ${byAddress.meta.id} ended PASSED`));
      await listening.prints(new RegExp(`run ${inline.meta.id} ended PASSED`));
      expect(await results(workspace, inline)).toMatchObject({
        run: { id: inline.meta.id, identity: 'pkg:generic/any@1' },
        verdict: 'PASSED',
        suites: [{ name: 'inline' }],
      });
      expect(await results(workspace, byAddress)).toMatchObject({ run: { identity: 'pkg:generic/shop@4.2.0' } });
      const events = await eventsOf(workspace, byAddress);
      const activity = events.find(({ data }) => data.name === 'ETOS testrun');
      expect(activity?.links.map(({ target }) => target)).toEqual([byAddress.meta.id, byAddress.links[0]?.target]);
      listening.kill('SIGTERM');
      expect(await listening.exitCode).toBe(0);
    },
  );

  testWithBroker('neither loses nor doubles a run when it is killed', async ({ broker, exchange, connection }) => {
    const slow = aRecipe({ testRunner: 'process', command: 'sleep', parameters: { '2': '' } });
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [slow] })));
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: `etos-test-${randomUUID()}` };
    const [first, second] = [0, 1].map(() => tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` })) as [
      EiffelEvent,
      EiffelEvent,
    ];
    {
      await using listening = listen(workspace, [], env);
      await listening.prints(/listening on queue/);
      await publish(connection, exchange, item('pkg:generic/shop@4.2.0', second), first, second);
      await listening.prints(new RegExp(`run ${first.meta.id} started`));
      expect(listening.output).not.toContain(second.meta.id);
      listening.kill('SIGKILL');
      await listening.exitCode;
    }
    await using again = listen(workspace, [], env);
    // The broker delivers at least once: this is what a lost acknowledgement looks like.
    await publish(connection, exchange, first, second);
    await again.prints(new RegExp(`run ${first.meta.id} ended PASSED`));
    await again.prints(new RegExp(`run ${second.meta.id} ended PASSED`));
    expect(await results(workspace, second)).toMatchObject({ run: { identity: 'pkg:generic/shop@4.2.0' } });
    expect(again.output).not.toContain(`run ${first.meta.id} started`);
    expect(again.output.match(new RegExp(`run ${second.meta.id} started`, 'g'))).toHaveLength(1);
    for (const event of [first, second])
      expect((await eventsOf(workspace, event)).filter(({ data }) => data.name === 'ETOS testrun')).toHaveLength(1);
  });

  testWithBroker('starts one run, when there is room, for an event that waits while its connection is lost', async (parts) => {
    const { broker, exchange, connection } = parts;
    const slow = aRecipe({ testRunner: 'process', command: 'sleep', parameters: { '1': '' } });
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [slow] })));
    await using proxy = await tcpProxy(broker);
    const queue = `etos-test-${randomUUID()}`;
    const env = { ...variablesOf({ ...broker, host: '127.0.0.1', port: proxy.port }, exchange), RABBITMQ_QUEUE: queue };
    const [first, second] = [0, 1].map(() => tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` })) as [
      EiffelEvent,
      EiffelEvent,
    ];
    await using listening = listen(workspace, ['--at-once', '1'], env);
    await listening.prints(/listening on queue .*, at most 1 run at once/);
    const channel = await connection.createChannel();
    const delivered = async (): Promise<void> => {
      for (let state = { messageCount: 1, consumerCount: 0 }; state.messageCount > 0 || state.consumerCount === 0;)
        state = await channel.checkQueue(queue);
    };
    await publish(connection, exchange, first, second);
    await listening.prints(new RegExp(`run ${first.meta.id} started`));
    await delivered();
    proxy.reset();
    await listening.prints(/connection to RabbitMQ lost/);
    await listening.prints(new RegExp(`run ${second.meta.id} ended PASSED`));
    expect(listening.output.match(/run .*/g)?.slice(1)).toEqual([
      `run ${first.meta.id} started`,
      `run ${first.meta.id} ended PASSED`,
      `run ${second.meta.id} started`,
      `run ${second.meta.id} ended PASSED`,
    ]);
    expect(listening.output).not.toContain('could not be taken');
    await channel.deleteQueue(queue);
  });

  testWithBroker('takes up what was journalled, once, though it comes again', async ({ broker, exchange, connection }) => {
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
    const queue = `etos-test-${randomUUID()}`;
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: queue };
    const asked = tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` });
    await journalled(workspace, asked);
    // Not acknowledged yet when it was killed: it is still in the queue.
    const channel = await connection.createChannel();
    await channel.assertQueue(queue, { durable: true });
    channel.sendToQueue(queue, Buffer.from(JSON.stringify(asked)));
    await using listening = listen(workspace, ['--at-once', '2'], env);
    await listening.prints(new RegExp(`run ${asked.meta.id} ended PASSED`));
    const last = tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` });
    await publish(connection, exchange, last);
    await listening.prints(new RegExp(`run ${last.meta.id} ended PASSED`));
    expect(listening.output.match(new RegExp(`run ${asked.meta.id} started`, 'g'))).toHaveLength(1);
    expect(listening.output.match(new RegExp(`run ${asked.meta.id} ended`, 'g'))).toHaveLength(1);
    await channel.deleteQueue(queue);
  });

  testWithBroker('starts no run when it is told to end while it asks for the item under test', async ({ broker, exchange, connection }) => {
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
    const queue = `etos-test-${randomUUID()}`;
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: queue };
    const asked = tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` });
    const repository = createServer();
    await new Promise<void>((listening) => repository.listen(0, '127.0.0.1', listening));
    const { port } = repository.address() as AddressInfo;
    {
      await using listening = listen(workspace, [], { ...env, ETOS_GRAPHQL_SERVER: `http://127.0.0.1:${port}/graphql` });
      await listening.prints(/listening on queue/);
      const asks = once(repository, 'request');
      await publish(connection, exchange, asked);
      await asks;
      listening.kill('SIGTERM');
      expect([await listening.exitCode, listening.stderr]).toEqual([0, '']);
      expect(listening.output).not.toContain(`run ${asked.meta.id} started`);
    }
    repository.closeAllConnections();
    repository.close();
    await using again = listen(workspace, [], env);
    await again.prints(new RegExp(`run ${asked.meta.id} ended PASSED`));
    await (await connection.createChannel()).deleteQueue(queue);
  });

  testWithBroker('knows a run again whose process it did not come to write down', async ({ broker, exchange }) => {
    const slow = aRecipe({ testRunner: 'process', command: 'sleep', parameters: { '2': '' } });
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [slow] })));
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: `etos-test-${randomUUID()}` };
    const asked = tercc({ batchesUri: `file://${workspace.directory.at('collection.json')}` });
    const file = await journalled(workspace, asked);
    const args = ['--execution-space-provider', 'process', '--report-dir', `reports/${asked.meta.id}`, '--no-tty'];
    await using run = workspace.start(args, { env: { ...env, TERCC: `@${file}` } });
    await using listening = listen(workspace, [], env);
    await listening.prints(new RegExp(`run ${asked.meta.id} ended PASSED`));
    expect(await run.exitCode).toBe(0);
    expect(listening.output).not.toContain('started');
  });

  test('tells at its start what would be wrong for every run', async () => {
    const args = ['listen', '--timeout', 'soon', '--splitter', 'by-luck'];
    const { exitCode, stderr } = await runCli(args, { env: { RABBITMQ_HOST: 'localhost' } });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/--timeout is "soon".*\n.*--splitter is "by-luck"/)]);
  });

  testWithBroker('ends at once when its queue is there with other parameters', async ({ broker, exchange, connection }) => {
    await using workspace = await aWorkspace(aCollection());
    const queue = `etos-test-${randomUUID()}`;
    const channel = await connection.createChannel();
    await channel.assertQueue(queue, { durable: false });
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: queue };
    const { exitCode, stderr } = await runCli(['listen'], { cwd: workspace.directory.path, env });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/has queue ".*", with other parameters than {"durable":true}: .*RABBITMQ_QUEUE_PARAMS/s),
    ]);
    await channel.deleteQueue(queue);
  });

  testWithBroker('says on the bus that it listens, and what could not be carried out', async ({ broker, exchange, connection }) => {
    await using workspace = await aWorkspace(aCollection());
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: `etos-test-${randomUUID()}` };
    const announced = await announcements(connection, exchange);
    const asked = tercc({ batchesUri: `file://${workspace.directory.at('none.json')}` });
    {
      await using listening = listen(workspace, [], env);
      await listening.prints(/listening on queue/);
      const other = await runCli(['listen'], { cwd: workspace.directory.path, env });
      expect([other.exitCode, other.stderr.split('\n')[0]]).toEqual([
        2,
        `error: another etos listen uses the workspace ${workspace.directory.path}`,
      ]);
      await publish(connection, exchange, asked);
      await listening.prints(new RegExp(`run ${asked.meta.id} was not carried out: .*none.json`));
      listening.kill('SIGKILL');
      await listening.exitCode;
    }
    await using again = listen(workspace, [], env);
    await again.prints(/listening on queue/);
    again.kill('SIGTERM');
    expect(await again.exitCode).toBe(0);
    const [up, problem, , upAgain] = announced;
    expect(announced.map(({ data, links }) => [data.severity, data.heading, links])).toEqual([
      ['MINOR', 'ETOS Suite Starter is up and running.', []],
      ['CRITICAL', '[ESR] Failed to start test execution', [{ type: 'CAUSE', target: asked.meta.id }]],
      ['CRITICAL', 'ETOS Suite Starter was killed.', [{ type: 'MODIFIED_ANNOUNCEMENT', target: up?.meta.id }]],
      ['MINOR', 'ETOS Suite Starter is up and running.', []],
      ['CLOSED', 'ETOS Suite Starter is shutting down.', [{ type: 'MODIFIED_ANNOUNCEMENT', target: upAgain?.meta.id }]],
    ]);
    expect(problem?.data.body).toMatch(/none\.json cannot be read: there is no such file/);
    announced.forEach((event) => expectValid(event));
  });

  testWithBroker('starts a run for an event that is longer than a variable can be', async ({ broker, exchange, connection }) => {
    await using workspace = await aWorkspace(aCollection());
    const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: `etos-test-${randomUUID()}` };
    await using listening = listen(workspace, [], env);
    await listening.prints(/listening on queue/);
    const testCase = { id: 'long', tracker: 't', uri: `https://e.x/${'t'.repeat(200_000)}` };
    const batches = [{ name: 'inline', priority: 1, recipes: [{ id: randomUUID(), testCase, constraints: constraints() }] }];
    const asked = tercc({ batches });
    await publish(connection, exchange, asked);
    await listening.prints(new RegExp(`run ${asked.meta.id} ended`));
    expect(await results(workspace, asked)).toMatchObject({ run: { id: asked.meta.id }, verdict: 'PASSED' });
  });
});

/** What one that was killed leaves when it has journalled an event, and no more. Gives the file in which a run is told of it. */
async function journalled(workspace: Workspace, event: EiffelEvent): Promise<string> {
  const home = workspace.directory.at('.etos', 'listen');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'journal.ndjson'), `${JSON.stringify({ id: 1, begin: { kind: 'asked', event } })}\n`);
  const file = join(home, `${event.meta.id}.tercc.json`);
  await writeFile(file, JSON.stringify(event));
  return file;
}

/** Keeps the announcements that come through an exchange. */
async function announcements(connection: ChannelModel, exchange: string): Promise<readonly EiffelEvent[]> {
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, exchange, 'eiffel._.EiffelAnnouncementPublishedEvent._._');
  const received: EiffelEvent[] = [];
  const take = (message: ConsumeMessage | null): void => {
    const event = JSON.parse(message?.content.toString() ?? '{}') as EiffelEvent;
    // One that was killed may not have heard the confirm.
    if (!received.some(({ meta }) => meta.id === event.meta.id)) received.push(event);
  };
  await channel.consume(queue, take, { noAck: true });
  return received;
}

function listen(workspace: Workspace, args: readonly string[], env: Readonly<Record<string, string>>): Running {
  return start('cli', ['listen', '--execution-space-provider', 'process', ...args], { cwd: workspace.directory.path, env });
}

function tercc(data: Readonly<Record<string, unknown>>): EiffelEvent {
  return build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: randomUUID() }, ...data }, { cause: [randomUUID()] });
}

/** The announcement of the item that a recipe collection is about. */
function item(identity: string, { links }: EiffelEvent): EiffelEvent {
  return build('ArtifactCreated', { identity }, {}, links[0]?.target);
}

function constraints(): readonly { readonly key: string; readonly value: unknown }[] {
  return aRecipe({ testRunner: 'process' }).constraints;
}

async function publish(connection: ChannelModel, exchange: string, ...events: readonly EiffelEvent[]): Promise<void> {
  const channel = await connection.createConfirmChannel();
  for (const event of events) channel.publish(exchange, `eiffel._.${event.meta.type}._._`, Buffer.from(JSON.stringify(event)));
  await channel.waitForConfirms();
  await channel.close();
}

async function results(workspace: Workspace, { meta }: EiffelEvent): Promise<unknown> {
  return JSON.parse(await readFile(workspace.directory.at('reports', meta.id, 'results.json'), 'utf8')) as unknown;
}

async function eventsOf(workspace: Workspace, { meta }: EiffelEvent): Promise<readonly EiffelEvent[]> {
  const text = await readFile(join(workspace.directory.path, 'reports', meta.id, 'events.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EiffelEvent);
}
