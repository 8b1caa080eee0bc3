// Whole runs over a broker in trouble. Each is a real `etos run` whose tests are carried out by our test runner, started elsewhere, so that their events
// reach the run over the broker alone; a fault comes at a random moment. What an independent consumer of the exchange has got is compared with the run's
// own record: nothing lost, the order of each publisher kept, twice only what is the same; and the verdict, the exit code, what is left on the broker.
// BENCH_FAULT_REPETITIONS repeats each fault (1), BENCH_FAULTS takes those whose name contains the word.

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { EiffelEvent } from '../src/eiffel/event.js';
import { admitUser, brokerFaults, faultyUser, type BrokenParts } from '../test/support/broker-faults.js';
import { aCollection, aRecipe, aSuite } from '../test/support/collections.js';
import { startProcess, bundleOf, type Running } from '../test/support/program.js';
import { connect, missing, startBroker, variablesOf, type OwnBroker } from '../test/support/rabbitmq-server.js';
import { tcpProxy } from '../test/support/tcp-proxy.js';
import { aWorkspace, type Workspace } from '../test/support/workspace.js';
import { report } from './measure.js';

process.env.ETOS_TEST_DIST ??= path.resolve('dist');
const repetitions = Number(process.env.BENCH_FAULT_REPETITIONS ?? 1);
const word = process.env.BENCH_FAULTS ?? '';
/** Milliseconds within which a fault begins; about as long as a run takes. */
const moments = 2_500;
/** Somebody who comes while these last is told that the settings are wrong, as is right: they begin when everybody is in. */
const afterLogin = /password|permissions|exchange/;
/** What is in a queue goes with it: others have got it, the run has not, and no broker could help it. The figures are told, without a goal. */
const losing = /queue deleted/;

interface Seen {
  /** In the record, and not on the broker; or the other way round. */
  readonly lost: number;
  readonly unknown: number;
  readonly outOfOrder: number;
  readonly twice: number;
  /** Came twice, and differed. */
  readonly differing: number;
  readonly wrongVerdict: number;
  /** What `etos release` had to do. */
  readonly released: number;
  readonly left: number;
}
const nothing: Seen = { lost: 0, unknown: 0, outOfOrder: 0, twice: 0, differing: 0, wrongVerdict: 0, released: 0, left: 0 };

if (missing !== undefined) {
  process.stdout.write(`  not measured: ${missing}\n`);
} else {
  await using broker = await startBroker();
  for (const [name, fault] of Object.entries(brokerFaults).filter(([each]) => each.includes(word))) {
    let [sum, longest] = [nothing, 0];
    for (let n = 0; n < repetitions; n++) {
      await admitUser(broker);
      const started = performance.now();
      sum = plus(sum, await runThrough(fault, { broker, late: afterLogin.test(name), fails: n % 2 === 1 }));
      longest = Math.max(longest, performance.now() - started);
    }
    const { twice, released, ...faulty } = sum;
    const bad = Object.entries(faulty).filter(([, count]) => count > 0);
    report(`${name}, ${repetitions} runs: kinds of harm`, bad.length, '', losing.test(name) ? undefined : { atMost: 0 });
    const facts = [...bad.map((each) => each.join(' ')), `events that came twice ${twice}`, `runs left to etos release ${released}`];
    process.stdout.write(`    ${facts.join(', ')}, longest ${(longest / 1000).toFixed(1)} s\n`);
  }
}

async function runThrough(
  fault: (parts: BrokenParts) => Promise<void>,
  { broker, late, fails }: { readonly broker: OwnBroker; readonly late: boolean; readonly fails: boolean },
): Promise<Seen> {
  const [exchange, queue] = [`etos-bench-${randomUUID()}`, `etos-bench-${randomUUID()}`];
  const own = await connect(broker);
  const channel = await own.createChannel();
  await channel.assertExchange(exchange, 'topic', { durable: true });
  await channel.assertQueue(queue, { durable: true });
  await channel.bindQueue(queue, exchange, '#');
  await own.close();
  await using proxy = await tcpProxy(broker);
  const recipes = ['true', 'sleep', fails ? 'false' : 'true', 'sleep', 'true'].map((command, n) =>
    aRecipe({ name: `no. ${n}`, command, parameters: command === 'sleep' ? { '0.4': '' } : {}, testRunner: 'an-image' }),
  );
  await using workspace = await aWorkspace(aCollection(aSuite({ recipes })));
  await using jobs = await aJobServer(workspace);
  await workspace.directory.write('space.json', delegatingTo(jobs.url));
  const through = { ...broker, port: proxy.port, username: faultyUser, password: 'secret' };
  const env = { ...variablesOf(through, exchange), RABBITMQ_HEARTBEAT: '5', ETOS_DEFAULT_TEST_RESULT_TIMEOUT: '30' };
  await using running = workspace.start(['--execution-space-provider', './space.json'], { env });
  const begin = late
    ? running.prints(/SubSuite_0: started|no\. 0/).then(() => pause(Math.random() * 1_500))
    : pause(Math.random() * moments);
  const queueOfRun = async (): Promise<string> => `etos-run-${(await workspace.runs())[0] ?? 'none'}`;
  const [ended] = await Promise.all([running.ended, begin.then(() => fault({ broker, proxy, exchange, queue: queueOfRun }))]);
  await jobs.ended();
  const [run] = await workspace.runs();
  const release = run === undefined ? undefined : await workspace.release({ env });
  const { verdict, run: facts } = await workspace.results();
  const right = verdict === (fails ? 'FAILED' : 'PASSED') && ended.exitCode === (fails ? 1 : 0);
  const messages = await messagesIn(queue, broker);
  const left = (await broker.ctl('list_queues', 'name', '--quiet', '--no-table-headers')).includes(`etos-run-${facts.id}`);
  const seen = compare(messages, await workspace.events());
  if (!right || seen.lost + seen.unknown + seen.outOfOrder > 0)
    process.stderr.write(`exit code ${ended.exitCode}\n${ended.output}${release?.output ?? ''}${jobs.warnings()}\n`);
  return {
    ...seen,
    wrongVerdict: right ? 0 : 1,
    released: run === undefined ? 0 : 1,
    left: left || (await workspace.runs()).length > 0 ? 1 : 0,
  };
}

function compare(messages: readonly string[], record: readonly EiffelEvent[]): Omit<Seen, 'wrongVerdict' | 'released' | 'left'> {
  const first = new Map<string, string>();
  let differing = 0;
  for (const message of messages) {
    const { id } = (JSON.parse(message) as EiffelEvent).meta;
    if ((first.get(id) ?? message) !== message) differing++;
    if (!first.has(id)) first.set(id, message);
  }
  const recorded = new Map(record.map((event) => [event.meta.id, event]));
  const sources = new Set(record.map(({ meta }) => meta.source?.name));
  const came = [...first.values()].map((message) => JSON.parse(message) as EiffelEvent);
  const inOrder = (events: readonly EiffelEvent[], source?: string): string =>
    events
      .filter(({ meta }) => meta.source?.name === source && first.has(meta.id) && recorded.has(meta.id))
      .map(({ meta }) => meta.id)
      .join();
  return {
    lost: record.filter(({ meta }) => !first.has(meta.id)).length,
    unknown: came.filter((event) => !recorded.has(event.meta.id) && !isRunnersActivity(event)).length,
    outOfOrder: [...sources].filter((source) => inOrder(came, source) !== inOrder(record, source)).length,
    twice: messages.length - first.size,
    differing,
  };
}

/** A test runner's own activity points at nothing (eiffel.md 3.1), so that no run can know whose it is. */
function isRunnersActivity({ meta }: EiffelEvent): boolean {
  return meta.source?.name === 'ETOS Test Runner' && /Activity/.test(meta.type);
}

function plus(a: Seen, b: Seen): Seen {
  return Object.fromEntries(Object.entries(a).map(([name, count]) => [name, count + b[name as keyof Seen]])) as unknown as Seen;
}

/** Starts our test runner with the variables of each request, as a job elsewhere would. */
async function aJobServer(
  workspace: Workspace,
): Promise<AsyncDisposable & { readonly url: string; ended(): Promise<unknown>; warnings(): string }> {
  const runners: Running[] = [];
  const server = createServer((request, response) => {
    void text(request).then((form) => {
      const { parameter } = JSON.parse(new URLSearchParams(form).get('json') ?? '') as {
        readonly parameter: readonly { readonly value: string }[];
      };
      const { environment } = JSON.parse(parameter[0]?.value ?? '') as { readonly environment: Readonly<Record<string, unknown>> };
      const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
      const cwd = workspace.directory.path;
      runners.push(startProcess([process.execPath, bundleOf('test-runner')], { cwd, env: { ...env, ETOS_EVENTS_URL: undefined } }));
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/build`,
    ended: () => Promise.race([Promise.all(runners.map(({ ended }) => ended)), pause(60_000)]),
    warnings: () => runners.map(({ stderr }) => stderr).join('\n'),
    async [Symbol.asyncDispose]() {
      for (const runner of runners) await runner[Symbol.asyncDispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An execution space as deployments have it: a job that gets the one parameter (etos.md 8.2). */
function delegatingTo(url: string): unknown {
  const parameter = [{ name: 'docker', value: { $json_dumps: '$expand_value.instructions' } }];
  const request = { url, method: 'POST', headers: { Accept: 'application/json' }, data: { json: { $json_dumps: { parameter } } } };
  const possible = { $expand: { value: { instructions: { $execution_space_instructions: {} }, request }, to: '$amount' } };
  return { execution_space: { id: 'a-job', list: { possible, available: '$this.possible' } } };
}

/** The bodies in a queue, in their order; the queue is gone afterwards. */
async function messagesIn(queue: string, broker: OwnBroker): Promise<readonly string[]> {
  const connection = await connect(broker);
  const channel = await connection.createChannel();
  const bodies: string[] = [];
  for (let message = await channel.get(queue, { noAck: true }); message; message = await channel.get(queue, { noAck: true }))
    bodies.push(message.content.toString());
  await channel.deleteQueue(queue);
  await connection.close();
  return bodies;
}
