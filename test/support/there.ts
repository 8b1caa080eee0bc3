// A workspace beside an ETOS deployment, in which `etos run --cluster` is typed.

import { readdir, readFile } from 'node:fs/promises';
import { temporaryDirectory, type TestDirectory } from './directory.js';
import { etosDeployment, type Deployment, type DeploymentOptions, type FakeTestrun } from './etos-deployment.js';
import { runCli, start, type Ended, type Running, type StartOptions } from './program.js';
import type { WrittenResults } from './workspace.js';

const item = ['--identity', 'pkg:docker/acme/webshop@4.2.0'];

/** A workspace beside a deployment. */
export interface There extends AsyncDisposable {
  readonly directory: TestDirectory;
  readonly deployment: Deployment;
  run(args?: readonly string[], options?: StartOptions): Promise<Ended>;
  start(args?: readonly string[], options?: StartOptions): Running;
  release(options?: StartOptions): Promise<Ended>;
  results(): Promise<WrittenResults>;
  text(...path: readonly string[]): Promise<string>;
  /** The runs that have left something. */
  runs(): Promise<readonly string[]>;
}

export async function there(options: DeploymentOptions = {}): Promise<There> {
  const [directory, deployment] = await Promise.all([temporaryDirectory(), etosDeployment(options)]);
  const text = (...path: readonly string[]): Promise<string> => readFile(directory.at(...path), 'utf8');
  const words = (args: readonly string[]): readonly string[] => [
    'run',
    deployment.collection,
    '--cluster',
    deployment.url,
    ...item,
    ...args,
  ];
  return {
    directory,
    deployment,
    text,
    run: (args = [], more = {}) => runCli(words(args), { cwd: directory.path, ...more }),
    start: (args = [], more = {}) => start('cli', words(args), { cwd: directory.path, ...more }),
    release: (more = {}) => runCli(['release'], { cwd: directory.path, ...more }),
    results: async () => JSON.parse(await text('reports', 'results.json')) as WrittenResults,
    async runs() {
      return (await readdir(directory.at('.etos', 'runs')).catch(() => [])).filter((name) => !name.startsWith('.'));
    },
    async [Symbol.asyncDispose]() {
      await deployment[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
    },
  };
}

type Verdict = 'PASSED' | 'FAILED' | 'INCONCLUSIVE';

/** A suite runner that was through before anybody listened. */
export function through(verdict: Verdict) {
  return (testrun: FakeTestrun): void => {
    testrun.tell('message', { message: 'Starting tests', levelname: 'INFO', name: 'ESR', '@timestamp': '2026-01-01T00:00:00.000000Z' });
    testrun.tell('message', { message: 'Höchste Zeit <jetzt>', level: 'WARNING', name: 'ESR', datestring: '2026-01-01T00:00:01Z' });
    testrun.carryOut(verdict, { cases: { 'first test': verdict === 'FAILED' ? 'FAILED' : 'PASSED' } });
    testrun.upload('report', 'first.log', 'and then it ran\n', { directory: 'smoke_SubSuite_0' });
    testrun.upload('artifact', 'core.bin', 'artifact');
    testrun.finish();
    testrun.shutdown({ verdict, conclusion: verdict === 'INCONCLUSIVE' ? 'FAILED' : 'SUCCESSFUL', description: `It is ${verdict}.` });
  };
}
