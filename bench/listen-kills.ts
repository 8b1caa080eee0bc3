// `etos listen` killed again and again, at random moments, while recipe collection events come, each of them twice: every one is to become one run.
// BENCH_KILLS says how often (10).

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBuilder } from '../src/eiffel/build.js';
import type { EiffelEvent } from '../src/eiffel/event.js';
import { systemClock as clock } from '../src/host/clock.js';
import { aCollection, aRecipe, aSuite } from '../test/support/collections.js';
import { start } from '../test/support/program.js';
import { connect, missing, startBroker, variablesOf } from '../test/support/rabbitmq-server.js';
import { aWorkspace } from '../test/support/workspace.js';
import { report } from './measure.js';

process.env.ETOS_TEST_DIST ??= path.resolve('dist');
const kills = Number(process.env.BENCH_KILLS ?? 10);
const [exchange, queue, consumer] = ['bench', 'bench-listen', 'bench-consumer'];
const build = createBuilder({ source: { name: 'ETOS API' }, clock });

if (missing !== undefined) {
  process.stdout.write(`  not measured: ${missing}\n`);
} else {
  await using broker = await startBroker();
  const connection = await connect(broker);
  const channel = await connection.createConfirmChannel();
  await channel.assertExchange(exchange, 'topic', { durable: true });
  await channel.assertQueue(queue, { durable: true });
  await channel.assertQueue(consumer, { durable: true });
  await channel.bindQueue(consumer, exchange, 'eiffel._.EiffelActivityTriggeredEvent.#');
  await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
  const env = { ...variablesOf(broker, exchange), RABBITMQ_QUEUE: queue };
  const args = ['listen', '--execution-space-provider', 'process', '--at-once', '2'];
  const asked: EiffelEvent[] = [];
  for (let n = 0; n < kills; n++) {
    const batchesUri = `file://${workspace.directory.at('collection.json')}`;
    const cause = [randomUUID()];
    asked.push(build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: randomUUID() }, batchesUri }, { cause }));
    const body = Buffer.from(JSON.stringify(asked.at(-1)));
    for (let times = 0; times < 2; times++) channel.sendToQueue(queue, body, { persistent: true });
    await channel.waitForConfirms();
    await using listening = start('cli', args, { cwd: workspace.directory.path, env });
    await pause(200 + Math.random() * 1_500);
    listening.kill('SIGKILL');
    await listening.exitCode;
  }
  await using last = start('cli', args, { cwd: workspace.directory.path, env });
  const begun = new Map<string, number>();
  const runsOf = (): readonly number[] => asked.map(({ meta }) => begun.get(meta.id) ?? 0);
  const until = clock.now() + 120_000;
  for (let quiet = 0; quiet < 10 && clock.now() < until; await pause(500)) {
    for (let message = await channel.get(consumer, { noAck: true }); message; message = await channel.get(consumer, { noAck: true })) {
      const { data, links } = JSON.parse(message.content.toString()) as EiffelEvent;
      const id = links[0]?.target ?? '';
      if (data.name === 'ETOS testrun') begun.set(id, (begun.get(id) ?? 0) + 1);
    }
    const { messageCount } = await channel.checkQueue(queue);
    // A while longer than it takes: one that was begun twice would show.
    quiet = messageCount === 0 && runsOf().every((count) => count > 0) ? quiet + 1 : 0;
  }
  report(`runs of ${asked.length} events, each delivered twice, over ${kills} kills`, runsOf().filter((count) => count > 0).length, '', {
    atLeast: asked.length,
  });
  report('runs that began twice', runsOf().filter((count) => count > 1).length, '', { atMost: 0 });
  last.kill('SIGTERM');
  await last.exitCode;
  await connection.close();
}
