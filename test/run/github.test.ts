import { describe, expect } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { aCollection, aRecipe, aSuite, type CollectionSuite } from '../support/collections.js';
import { testWithDocker, type TestEngine } from '../support/docker.js';
import { ends, runsUntilCancelled, workflow } from '../support/github-jobs.js';
import { githubServer, type GitHubOptions, type GitHubServer } from '../support/github-server.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';
import { test } from '@jest/globals';

const login = { DELEGATION_TOKEN: 'token-of-lab' };

interface Setting extends AsyncDisposable {
  readonly server: GitHubServer;
  readonly workspace: Workspace;
  readonly args: readonly string[];
}

/** The ready-made provider, for images that have no test runner of their own. */
async function setting(options: GitHubOptions, collection: readonly CollectionSuite[] = aCollection()): Promise<Setting> {
  const server = await githubServer(options);
  const workspace = await aWorkspace(collection);
  const provider = await readFile(resolve(import.meta.dirname, '../../providers/execution-space/github.json'), 'utf8');
  const instructions = { $execution_space_instructions: { environment: { SHOP_SECRET: 'sesame-open' }, testRunner: 'embedded' } };
  await workspace.directory.write('github.json', provider.replace('"$execution_space_instructions"', JSON.stringify(instructions)));
  const github = { api: server.url, repository: 'acme/delegations', workflow: 'delegation.yml', ref: 'main' };
  return {
    server,
    workspace,
    args: ['--execution-space-provider', './github.json', '--dataset', JSON.stringify({ maximum_amount: 2, github })],
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await workspace[Symbol.asyncDispose]();
    },
  };
}

function suiteOf(engine: TestEngine, ...commands: readonly string[]): readonly CollectionSuite[] {
  return aCollection(
    aSuite({ name: 's', recipes: commands.map((command, n) => aRecipe({ name: `r${n}`, testRunner: engine.busybox, command })) }),
  );
}

/** The containers of the runs of a server. */
async function containersOf(engine: TestEngine, { runs }: GitHubServer): Promise<readonly unknown[]> {
  return (await Promise.all(runs.map(({ id }) => engine.containersOf(`${id}-1`)))).flat();
}

describe('a run whose test runners are started by GitHub', () => {
  testWithDocker(
    "through the example's workflow: right verdicts, runs linked and their logs shown, nothing left",
    async ({ engine }) => {
      await using own = await setting({ job: workflow }, suiteOf(engine, 'echo "secret $SHOP_SECRET"', 'exit 3'));
      const ended = await own.workspace.run([...own.args, '-v'], { env: login });
      expect(ended).toMatchObject({ exitCode: 1 });
      const { suites, verdict } = await own.workspace.results();
      expect(verdict).toBe('FAILED');
      expect(suites[0]?.subSuites.flatMap(({ recipes }) => recipes.map((recipe) => [recipe.testCase.id, recipe.verdict])).sort()).toEqual([
        ['r0', 'PASSED'],
        ['r1', 'FAILED'],
      ]);
      expect(await own.workspace.text('reports', 'results.json')).toMatch(
        /"console": "https:\/\/github\.com\/acme\/delegations\/actions\/runs\/100\d"/,
      );
      expect(ended.stdout).toContain('etos-runner: run ');
      expect(own.server.runs.map(({ conclusion }) => conclusion).sort()).toEqual(['failure', 'success']);
      expect(own.server.runs.map(({ log }) => log).join('')).not.toContain('sesame-open');
      expect([await containersOf(engine, own.server), await own.workspace.runs()]).toEqual([[], []]);
      expect(ended.output).not.toMatch(/token-of-lab/);
    },
    90_000,
  );

  testWithDocker(
    'cancelled: the workflow run is cancelled, its container removed by its own hands',
    async ({ engine }) => {
      await using own = await setting({ job: workflow }, suiteOf(engine, 'sleep 321'));
      await using running = own.workspace.start([...own.args, '-v'], { env: login });
      await own.server.until(({ runs }) => /container \w+ runs/.test(runs[0]?.log ?? ''));
      const seen = await commandLines();
      expect([seen.includes('--param-file'), /sesame-open|token-of-lab/.test(seen)]).toEqual([true, false]);
      running.kill('SIGTERM');
      expect(await running.exitCode).toBe(143);
      expect(own.server.runs).toMatchObject([{ conclusion: 'cancelled', cancelled: ['/cancel'] }]);
      expect([await containersOf(engine, own.server), await own.workspace.runs()]).toEqual([[], []]);
    },
    90_000,
  );

  test('a workflow run that ends without a word ends its sub suite with the reason', async () => {
    await using own = await setting({ job: ends('failure', 'no space left on device\n') });
    expect((await own.workspace.run(own.args, { env: login })).exitCode).toBe(3);
    expect((await own.workspace.results()).suites[0]?.subSuites[0]?.description).toBe(
      'workflow run 1000 of acme/delegations ended failure: https://github.com/acme/delegations/actions/runs/1000.',
    );
    expect(await own.workspace.runs()).toEqual([]);
  });

  test.each([
    { stage: 'before the dispatch was answered', hold: 'after', older: false },
    { stage: 'when it was answered and is not listed yet', hold: undefined, older: true },
    { stage: 'while it runs', hold: undefined, older: false },
  ] as const)('killed $stage: release finds the workflow run and cancels it', async ({ hold, older }) => {
    await using own = await setting({ job: runsUntilCancelled(), older });
    if (hold) own.server.hold(hold);
    if (older) own.server.unlist();
    await using running = own.workspace.start(own.args, { env: login });
    const last = hold ? '/dispatches' : older ? '/delegation.yml/runs' : '/1000';
    await own.server.until(({ runs, requests }) => runs[0]?.status === 'in_progress' && requests.at(-1)?.endsWith(last) === true);
    running.kill('SIGKILL');
    await running.exitCode;
    own.server.list();
    const [run = ''] = await own.workspace.runs();
    expect(await readFile(own.workspace.directory.at('.etos', 'runs', run, 'journal.ndjson'), 'utf8')).not.toContain('token-of-lab');
    expect(await own.workspace.release({ env: login })).toMatchObject({ exitCode: 0 });
    expect(own.server.runs).toMatchObject([{ conclusion: 'cancelled', cancelled: ['/cancel'] }]);
    expect(await own.workspace.runs()).toEqual([]);
  });
});

/** What every user of this machine can read of its processes. */
async function commandLines(): Promise<string> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return (await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))).join('\n');
}
