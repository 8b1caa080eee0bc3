import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { aCollection, aRecipe, aSuite, type CollectionSuite } from '../support/collections.js';
import { testWithPythonImage } from '../support/docker.js';
import { container, ends, runsUntilDeleted } from '../support/kubernetes-pods.js';
import { kubernetesServer, type KubernetesOptions, type KubernetesServer } from '../support/kubernetes-server.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

interface Setting extends AsyncDisposable {
  readonly server: KubernetesServer;
  readonly workspace: Workspace;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The ready-made provider, with a kubeconfig. */
async function setting(options: KubernetesOptions, collection: readonly CollectionSuite[] = aCollection()): Promise<Setting> {
  const server = await kubernetesServer(options);
  const workspace = await aWorkspace(collection);
  const config = {
    clusters: [{ name: 'lab', cluster: { server: server.url } }],
    users: [{ name: 'ci', user: { token: 'token-of-ci' } }],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'ci' } }],
  };
  const kubernetes = { api: 'kubeconfig:lab', namespace: 'etos' };
  return {
    server,
    workspace,
    args: ['--execution-space-provider', 'kubernetes', '--dataset', JSON.stringify({ maximum_amount: 2, kubernetes })],
    env: { KUBECONFIG: await workspace.directory.write('kubeconfig', stringify(config)) },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await workspace[Symbol.asyncDispose]();
    },
  };
}

function suiteOf(testRunner: string, ...commands: readonly string[]): readonly CollectionSuite[] {
  return aCollection(aSuite({ name: 's', recipes: commands.map((command, n) => aRecipe({ name: `r${n}`, testRunner, command })) }));
}

const gone = ({ jobs, pods, secrets }: KubernetesServer): unknown => [jobs, pods, secrets];

describe('a run whose test runners are Jobs of Kubernetes', () => {
  testWithPythonImage(
    'in containers: right verdicts, their output shown, variables by the Secret alone',
    async ({ engine, python }) => {
      await using own = await setting({ node: container(python) }, suiteOf(python, 'true', 'exit 3'));
      const ended = await own.workspace.run([...own.args, '-v'], { env: own.env });
      expect(ended).toMatchObject({ exitCode: 1 });
      const { suites, verdict } = await own.workspace.results();
      expect(verdict).toBe('FAILED');
      expect(suites[0]?.subSuites.flatMap(({ recipes }) => recipes.map((recipe) => [recipe.testCase.id, recipe.verdict])).sort()).toEqual([
        ['r0', 'PASSED'],
        ['r1', 'FAILED'],
      ]);
      expect(own.server.jobs.map(({ status }) => Object.keys(status ?? {})[0])).toEqual(['succeeded', 'failed']);
      expect(JSON.stringify(own.server.jobs)).not.toContain('ENVIRONMENT_URL');
      expect([await engine.containers('etos-test.pod'), await own.workspace.runs()]).toEqual([[], []]);
      expect(ended.output).not.toContain('token-of-ci');
    },
    90_000,
  );

  test('an image that cannot be pulled ends its sub suite with the reason, and leaves nothing', async () => {
    await using own = await setting({ node: (pod) => pod.waits('InvalidImageName', 'couldn\'t parse image name "a b"') });
    expect((await own.workspace.run(own.args, { env: own.env })).exitCode).toBe(3);
    expect((await own.workspace.results()).suites[0]?.subSuites[0]?.description).toMatch(
      /InvalidImageName: couldn't parse image name "a b"/,
    );
    expect([gone(own.server), await own.workspace.runs()]).toEqual([[[], [], []], []]);
  });

  test('a Job that ends without a word ends its sub suite with the reason', async () => {
    await using own = await setting({ node: ends(137) });
    expect((await own.workspace.run(own.args, { env: own.env })).exitCode).toBe(3);
    expect((await own.workspace.results()).suites[0]?.subSuites[0]?.description).toMatch(
      /^job etr-\S+ ended Failed \(BackoffLimitExceeded/,
    );
    expect(await own.workspace.runs()).toEqual([]);
  });

  test('cancelled: Job, pod and Secret are deleted', async () => {
    await using own = await setting({ node: runsUntilDeleted });
    await using running = own.workspace.start(own.args, { env: own.env });
    await own.server.until(({ pods, secrets }) => pods.length + secrets.length === 2);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(143);
    await own.server.until(({ secrets }) => secrets.length === 0);
    expect([gone(own.server), await own.workspace.runs()]).toEqual([[[], [], []], []]);
  });

  test.each([
    { stage: 'before the creation was answered', hold: 'after' },
    { stage: 'while it runs', hold: undefined },
  ] as const)('killed $stage: release finds the Job and deletes it', async ({ hold }) => {
    await using own = await setting({ node: runsUntilDeleted });
    if (hold) own.server.hold(hold);
    await using running = own.workspace.start(own.args, { env: own.env });
    await own.server.until(({ pods, secrets }) => pods.length === 1 && (hold !== undefined || secrets.length === 1));
    running.kill('SIGKILL');
    await running.exitCode;
    const [run = ''] = await own.workspace.runs();
    expect(await readFile(own.workspace.directory.at('.etos', 'runs', run, 'journal.ndjson'), 'utf8')).not.toContain('token-of-ci');
    expect(await own.workspace.release({ env: own.env })).toMatchObject({ exitCode: 0 });
    expect([gone(own.server), await own.workspace.runs()]).toEqual([[[], [], []], []]);
  });
});
