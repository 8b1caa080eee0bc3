// `etos run` from its bundle on this machine, as users type it: what it costs beside the tests themselves.

import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { report, sideBySide } from './measure.js';

const cli = path.resolve('dist/cli/index.js');
const workspace = await mkdtemp(path.join(tmpdir(), 'etos-bench-'));
const machine = ['--execution-space-provider', 'process'];

try {
  const one = await collection('one', [recipe('one', 'date', { '+%s%N': '' })]);
  const { 'etos run': whole, 'bash -c true': bare } = await sideBySide(
    { 'etos run': () => etosRun(one), 'bash -c true': () => void spawnSync('/bin/bash', ['-c', 'true']) },
    { rounds: 10 },
  );
  report('a run of one recipe', whole, 'ms', { atMost: 1_000 });
  report('beside bare `bash -c true`', whole / bare, 'x');
  report('from the start to the process of the first recipe', await untilFirstRecipe(one), 'ms', { atMost: 400 });

  const many = await collection(
    'many',
    Array.from({ length: 200 }, (_, n) => recipe(`${n}`, 'true')),
  );
  const sequential = await durationOf(many);
  const parallel = await durationOf(many, ['--dataset', '{"maximum_amount": 4}']);
  report('200 recipes of `true` over 1 IUT, each', (sequential - whole) / 200, 'ms', { atMost: 25 });
  report('200 recipes of `true` over 4 IUTs, each', (parallel - whole) / 200, 'ms', { atMost: 25 });
  report('200 recipes of `true`: 1 IUT beside 4', sequential / parallel, 'x');

  const sleepers = await collection(
    'sleepers',
    Array.from({ length: 40 }, (_, n) => recipe(`${n}`, 'sleep', { '0.2': '' })),
  );
  const slow = await durationOf(sleepers);
  report('40 recipes that sleep 0.2 s: 1 IUT beside 4', slow / (await durationOf(sleepers, ['--dataset', '{"maximum_amount": 4}'])), 'x', {
    atLeast: 2,
  });

  const bytes = 200_000_000;
  const loud = await collection('loud', [recipe('loud', `yes ${'0'.repeat(79)} | head -c ${bytes}`)]);
  const { peak } = await etosRunMeasured(loud);
  const { suites } = JSON.parse(await readFile(path.join(workspace, 'reports', 'results.json'), 'utf8')) as {
    suites: { subSuites: { recipes: { duration: number }[] }[] }[];
  };
  report('200 MB of output into the log', bytes / 1e6 / (suites[0]?.subSuites[0]?.recipes[0]?.duration ?? Number.NaN), 'MB/s', {
    atLeast: 100,
  });
  report('resident memory of `etos run` meanwhile', peak / 1e6, 'MB', { atMost: 250 });

  const planned = await collection(
    'planned',
    Array.from({ length: 10_000 }, (_, n) => recipe(`${n}`, 'true')),
  );
  const started = performance.now();
  spawnSync(process.execPath, [cli, 'plan', planned], { cwd: workspace });
  report('planning and validating 10,000 recipes, the whole program', performance.now() - started, 'ms', { atMost: 1_000 });
} finally {
  await rm(workspace, { recursive: true, force: true });
}

function recipe(name: string, command: string, parameters: Readonly<Record<string, string>> = {}): object {
  const values = { ENVIRONMENT: {}, COMMAND: command, CHECKOUT: ['true'], PARAMETERS: parameters, EXECUTE: [], TEST_RUNNER: 'process' };
  return {
    id: randomUUID(),
    testCase: { id: name, tracker: 'none', url: 'https://example.org' },
    constraints: Object.entries(values).map(([key, value]) => ({ key, value })),
  };
}

async function collection(name: string, recipes: readonly object[]): Promise<string> {
  const file = path.join(workspace, `${name}.json`);
  await writeFile(file, JSON.stringify([{ name, priority: 1, recipes }]));
  return file;
}

function etosRun(file: string, args: readonly string[] = []): void {
  const { status, stderr } = spawnSync(process.execPath, [cli, 'run', file, ...machine, ...args], { cwd: workspace, encoding: 'utf8' });
  if (status !== 0) throw new Error(`etos run ended with ${status}: ${stderr}`);
}

async function durationOf(file: string, args: readonly string[] = []): Promise<number> {
  const started = performance.now();
  etosRun(file, args);
  return performance.now() - started;
}

/** Median of five. The recipe prints the time at which it runs, in nanoseconds. */
async function untilFirstRecipe(file: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const started = Date.now();
    etosRun(file);
    const log = await readFile(path.join(workspace, 'reports', 'one_SubSuite_0', 'one_test_output.log'), 'utf8');
    times.push(Number(/^(\d{13})\d{6}$/m.exec(log)?.[1]) - started);
  }
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

/** The highest resident memory of the program itself, looked at every 20 ms. */
async function etosRunMeasured(file: string): Promise<{ readonly peak: number }> {
  const child = spawn(process.execPath, [cli, 'run', file, ...machine], { cwd: workspace, stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => (peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024)),
      () => undefined,
    );
  }, 20);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  return { peak };
}
