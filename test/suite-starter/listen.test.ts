// `etos listen` over a real RabbitMQ: a run for each recipe collection event, once, whatever happens to whoever listens.

import { describe, expect } from '@jest/globals';
import type { ChannelModel } from 'amqplib';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBuilder } from '../../src/eiffel/build.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { testWithBroker } from '../support/broker.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { start, type Running } from '../support/program.js';
import { variablesOf } from '../support/rabbitmq-server.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

const build = createBuilder({ source: { name: 'ETOS API' }, clock });

describe('etos listen', () => {
  testWithBroker(
    'starts a run for each event, by address and with the recipes in the event itself',
    async ({ broker, exchange, connection }) => {
      await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
      const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: `etos-test-${randomUUID()}` };
      await using listening = listen(workspace, ['--at-once', '2'], env);
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
      await publish(connection, exchange, byAddress, inline);
      await listening.prints(new RegExp(`run ${byAddress.meta.id} ended PASSED`));
      await listening.prints(new RegExp(`run ${inline.meta.id} ended PASSED`));
      expect(await results(workspace, inline)).toMatchObject({
        run: { id: inline.meta.id },
        verdict: 'PASSED',
        suites: [{ name: 'inline' }],
      });
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
      await publish(connection, exchange, first, second);
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
    expect(again.output).not.toContain(`run ${first.meta.id} started`);
    expect(again.output.match(new RegExp(`run ${second.meta.id} started`, 'g'))).toHaveLength(1);
    for (const event of [first, second])
      expect((await eventsOf(workspace, event)).filter(({ data }) => data.name === 'ETOS testrun')).toHaveLength(1);
  });
});

function listen(workspace: Workspace, args: readonly string[], env: Readonly<Record<string, string>>): Running {
  return start('cli', ['listen', '--execution-space-provider', 'process', ...args], { cwd: workspace.directory.path, env });
}

function tercc(data: Readonly<Record<string, unknown>>): EiffelEvent {
  return build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: randomUUID() }, ...data }, { cause: [randomUUID()] });
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
