// The test runner as a process of its own, against a server on the loopback that takes events and files: what a recipe costs beside its command,
// and how fast output gets into the log. And embedded in the delegation runner, with a container of test/support's busybox: what it costs until the
// first recipe.

import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { median, report, sideBySide } from './measure.js';

interface Event {
  readonly meta: { readonly type: string; readonly time: number };
  readonly data: {
    readonly outcome?: {
      readonly verdict?: string;
      readonly description?: string;
      readonly metrics?: readonly { readonly value: number }[];
    };
  };
}

interface Carried {
  readonly events: readonly Event[];
  /** Highest resident memory in bytes. */
  readonly memory: number;
  /** Milliseconds from the start of the process to its first TestCaseStarted. */
  readonly untilFirst: number;
}

/** Starts a test runner in `cwd` that finds its sub suite by these variables. */
type Start = (environment: Readonly<Record<string, string>>, cwd: string) => Promise<ChildProcessByStdio<null, Readable, null>>;

const program = path.join(import.meta.dirname, '../src/test-runner/main.js');
const delegationRunner = path.join(import.meta.dirname, '../../dist/runner/index.js');

const recipes = 200;
const many = await carryOut(Array.from({ length: recipes }, (_, n) => recipe(`recipe ${n}`, 'true')));
const bare = await sideBySide({ 'bash -c true': () => void spawnSync('/bin/bash', ['-c', 'true']) }, { rounds: 50 });
const each = (timeOf(many, 'TestCaseFinished', -1) - timeOf(many, 'TestCaseTriggered', 0)) / recipes;
report('a recipe of `true`, events and upload included', each, 'ms');
report('bare `bash -c true`', bare['bash -c true'], 'ms');
report('overhead of a recipe', each - bare['bash -c true'], 'ms', { atMost: 25 });

const starts: { readonly alone: number; readonly embedded: number }[] = [];
for (let round = 0; round < 10; round++) {
  const [alone, embedded] = [await carryOut([recipe('first', 'true')]), await carryOut([recipe('first', 'true')], inContainer)];
  starts.push({ alone: alone.untilFirst, embedded: embedded.untilFirst });
}
report('from the start of the process to the first recipe', median(starts.map(({ alone }) => alone)), 'ms');
report('from the start of the delegation runner to the first recipe', median(starts.map(({ embedded }) => embedded)), 'ms');

const bytes = 200_000_000;
const loud = await carryOut([recipe('loud', `sh -c "yes $(printf '%079d' 0) | head -c ${bytes}"`)]);
const duration = loud.events.find(({ meta }) => meta.type === 'EiffelTestCaseFinishedEvent')?.data.outcome?.metrics?.[0]?.value ?? NaN;
report('200 MB of lines into the log', bytes / 1e6 / (duration / 1000), 'MB/s', { atLeast: 100 });
report('resident memory meanwhile', loud.memory / 1e6, 'MB', { atMost: 250 });

function timeOf({ events }: Carried, type: string, n: number): number {
  return events.filter(({ meta }) => meta.type === `Eiffel${type}Event`).at(n)?.meta.time ?? NaN;
}

function recipe(name: string, command: string): unknown {
  return {
    id: randomUUID(),
    testCase: { id: name, tracker: 'none', uri: 'https://example.org' },
    constraints: Object.entries({
      ENVIRONMENT: {},
      COMMAND: command,
      PARAMETERS: {},
      EXECUTE: [],
      CHECKOUT: ['true'],
      TEST_RUNNER: 'process',
    }).map(([key, value]) => ({ key, value })),
  };
}

function asProcess(environment: Readonly<Record<string, string>>, cwd: string): ReturnType<Start> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  return Promise.resolve(spawn(process.execPath, [program], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] }));
}

/** `instructions.testRunner: "embedded"`: the container idles, and the test runner is in the program that made it. */
async function inContainer(environment: Readonly<Record<string, string>>, cwd: string): ReturnType<Start> {
  const file = path.join(cwd, 'parameter.json');
  await writeFile(file, JSON.stringify({ image: 'etos-test/busybox:1', testRunner: 'embedded', environment }));
  return spawn(process.execPath, [delegationRunner, 'run', '--pull', 'never', '--param-file', file], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function carryOut(list: readonly unknown[], start: Start = asProcess): Promise<Carried> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'etos-bench-'));
  const events: Event[] = [];
  let memory = 0;
  let pid = 0;
  let url = '';
  const server = createServer((request, response) => {
    void (async () => {
      if (request.url === '/sub-suite') return response.end(JSON.stringify(subSuite(url, list)));
      if (request.url !== '/events') {
        request.resume().on('end', () => response.writeHead(201).end());
        return undefined;
      }
      const lines = (await text(request)).split('\n').filter((line) => line !== '');
      events.push(...lines.map((line) => JSON.parse(line) as Event));
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024);
      return response.writeHead(204).end();
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started = Date.now();
  const child = await start({ SUB_SUITE_URL: `${url}/sub-suite`, ETOS_EVENTS_URL: `${url}/events` }, cwd);
  pid = child.pid ?? 0;
  child.stdout.resume();
  const code = await new Promise((ended) => child.once('close', ended));
  server.close();
  await rm(cwd, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the test runner ended with ${String(code)}`);
  return {
    events,
    memory,
    untilFirst: (events.find(({ meta }) => meta.type === 'EiffelTestCaseStartedEvent')?.meta.time ?? NaN) - started,
  };
}

function subSuite(url: string, list: readonly unknown[]): unknown {
  return {
    name: 'Bench_SubSuite_0',
    sub_suite_id: randomUUID(),
    test_suite_started_id: randomUUID(),
    priority: 1,
    recipes: list,
    test_runner: 'process',
    iut: { identity: 'pkg:generic/bench' },
    artifact: randomUUID(),
    context: randomUUID(),
    executor: {},
    log_area: { upload: { url: `${url}/log/{folder}/{name}`, method: 'PUT', as_json: false }, logs: {} },
  };
}
