import { describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { etosDeployment, type Deployment, type DeploymentOptions, type FakeTestrun } from '../support/etos-deployment.js';
import { runCli, start, type Ended, type Running, type StartOptions } from '../support/program.js';
import type { WrittenResults } from '../support/workspace.js';

const item = ['--identity', 'pkg:docker/acme/webshop@4.2.0'];

/** A workspace beside a deployment. */
interface There extends AsyncDisposable {
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

async function there(options: DeploymentOptions = {}): Promise<There> {
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
function through(verdict: Verdict) {
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

describe('a run in a deployment', () => {
  test.each([
    { api: 'v0', verdict: 'PASSED', code: 0 },
    { api: 'v0', verdict: 'FAILED', code: 1 },
    { api: 'v1alpha', verdict: 'PASSED', code: 0 },
    { api: 'v1alpha', verdict: 'INCONCLUSIVE', code: 3 },
  ] as const)('$api: is followed to its end, reported, and gives $code for $verdict', async ({ api, verdict, code }) => {
    await using at = await there({ onStart: through(verdict) });
    const { exitCode, stdout, stderr } = await at.run(['--cluster-api', api]);
    expect(stderr).toBe('warning: ESR: Höchste Zeit <jetzt>\n');
    expect(exitCode).toBe(code);
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    expect(stdout).toContain(`Run ${id} of pkg:docker/acme/webshop@4.2.0: 1 suite, 1 recipe\n`);
    expect(stdout).toContain(`smoke_SubSuite_0: ${verdict}`);
    const results = await at.results();
    expect(results).toMatchObject({
      run: { id, executionSpace: `the ETOS deployment at ${at.deployment.url} (${api})` },
      verdict,
      description: `It is ${verdict}.`,
      suites: [
        {
          name: 'smoke',
          verdict,
          subSuites: [
            {
              name: 'smoke_SubSuite_0',
              testRunner: 'busybox',
              verdict,
              logs: ['reports/smoke_SubSuite_0/first.log'],
              artifacts: ['artifacts/smoke_SubSuite_0/core.bin'],
              recipes: [{ testCase: { id: 'first test' }, verdict: verdict === 'FAILED' ? 'FAILED' : 'PASSED' }],
            },
          ],
        },
      ],
    });
    expect(await at.text('reports', 'smoke_SubSuite_0', 'first.log')).toBe('and then it ran\n');
    expect(await at.text('artifacts', 'smoke_SubSuite_0', 'core.bin')).toBe('artifact');
    expect(await at.text('reports', 'etos.log')).toContain('2026-01-01T00:00:00.000000Z INFO ESR: Starting tests\n');
    expect(await at.text('reports', 'junit.xml')).toContain('first test');
    expect(await at.runs()).toEqual([]);
  });
});

describe('a run that is ended', () => {
  test.each([
    { api: 'v0', signal: 'SIGINT', code: 130 },
    { api: 'v1alpha', signal: 'SIGTERM', code: 143 },
  ] as const)('$api, $signal: the deployment is told, and confirms', async ({ api, signal, code }) => {
    await using at = await there();
    await using running = at.start(['--cluster-api', api]);
    await running.prints(/^Execution space/m);
    running.kill(signal);
    expect(await running.exitCode).toBe(code);
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    expect(at.deployment.aborted).toEqual([id]);
    expect(running.output).toContain(`the deployment confirms that testrun ${id} is ended`);
    expect(await at.results()).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: `cancelled by ${signal}.` });
    expect(await at.runs()).toEqual([]);
  });

  test('its time is over: ended there, INCONCLUSIVE', async () => {
    await using at = await there();
    const { exitCode } = await at.run(['--timeout', '1s']);
    expect(exitCode).toBe(3);
    expect(at.deployment.aborted).toHaveLength(1);
    expect(await at.results()).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'TIMED_OUT' });
  });

  test('its client was killed: etos release ends it', async () => {
    await using at = await there();
    await using running = at.start();
    await running.prints(/^Execution space/m);
    running.kill('SIGKILL');
    await running.exitCode;
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    const { exitCode, stdout } = await at.release();
    expect(stdout).toContain(`ended testrun ${id} in ${at.deployment.url}`);
    expect(exitCode).toBe(0);
    expect(at.deployment.aborted).toEqual([id]);
    expect(await at.runs()).toEqual([]);
  });
});
