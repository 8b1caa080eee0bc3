import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { release } from '../../src/release/release.js';
import { aCollection, aRecipe, aSuite, type CollectionSuite } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { testWithDocker, type TestEngine } from '../support/docker.js';
import { hurriedClock } from '../support/hurried-clock.js';
import { ends, pipeline, runner, runsUntilAborted, testRunner } from '../support/jenkins-builds.js';
import { jenkinsServer, type Behaviour, type JenkinsServer } from '../support/jenkins-server.js';
import { start } from '../support/program.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

const log = createLog({ level: 'error', write: () => undefined });
const login = { JENKINS_USERNAME: 'me', JENKINS_TOKEN: 'token-of-me' };

/** A label that only containers of these tests have. */
const mark = `test-mark=${randomUUID()}`;

/** The published provider, for a job of ours: with a login, and for images that have no test runner of their own. */
function providerFor(job: string): object {
  const docker = { name: 'docker', value: { $json_dumps: '$expand_value.instructions' } };
  const instructions = {
    environment: { MYENV: 'environment variable' },
    parameters: { '--cap-add': 'NET_ADMIN', '--label': mark },
    testRunner: 'embedded',
  };
  return {
    execution_space: {
      id: 'jenkins',
      list: {
        possible: {
          $expand: {
            value: {
              instructions: { $execution_space_instructions: instructions },
              request: {
                url: `${job}/build`,
                method: 'POST',
                headers: { Accept: 'application/json' },
                auth: { username: '$environment.JENKINS_USERNAME', password: '$environment.JENKINS_TOKEN' },
                data: { json: { $json_dumps: { parameter: [docker] } } },
              },
            },
            to: '$amount',
          },
        },
        available: '$this.possible',
      },
    },
  };
}

const args = ['--execution-space-provider', './jenkins.json'];

interface Setting extends AsyncDisposable {
  readonly server: JenkinsServer;
  readonly workspace: Workspace;
}

async function setting(build: Behaviour, collection: readonly CollectionSuite[], executors = 2): Promise<Setting> {
  const server = await jenkinsServer({ build, executors });
  const workspace = await aWorkspace(collection);
  await workspace.directory.write('jenkins.json', providerFor(server.job));
  return {
    server,
    workspace,
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

/** Builds that run the delegation runner itself, with what the provider asks for allowed. */
async function allowingRunner(directory: TestDirectory): Promise<Behaviour> {
  return runner('--policy', await directory.write('policy.json', { addCapabilities: ['NET_ADMIN'] }));
}

const policy = "policy: [addCapabilities: ['NET_ADMIN']]";

describe('a run whose test runners are started by Jenkins', () => {
  testWithDocker(
    'through the delegation pipeline: right verdicts, consoles linked and shown, nothing left',
    async ({ engine }) => {
      await using own = await setting(pipeline(policy), suiteOf(engine, 'echo "in $MYENV"', 'exit 3'));
      const ended = await own.workspace.run([...args, '-v', '--dataset', '{"maximum_amount": 2}'], { env: login });
      expect(ended).toMatchObject({ exitCode: 1 });
      const { suites, verdict } = await own.workspace.results();
      expect(verdict).toBe('FAILED');
      expect(suites[0]?.subSuites.flatMap(({ recipes }) => recipes.map((recipe) => [recipe.testCase.id, recipe.verdict])).sort()).toEqual([
        ['r0', 'PASSED'],
        ['r1', 'FAILED'],
      ]);
      expect(await own.workspace.text('reports', 'results.json')).toMatch(new RegExp(`"console": "${own.server.job}/\\d/console"`));
      expect(ended.stdout).toContain('etos-runner: run ');
      expect(own.server.builds.map(({ result }) => result)).toEqual(expect.arrayContaining(['SUCCESS', 'UNSTABLE']));
      expect(await own.workspace.runs()).toEqual([]);
      expect(ended.output).not.toContain('token-of-me');
    },
    90_000,
  );

  testWithDocker(
    'fifty sub suites on four executors give the same as on this machine',
    async ({ engine }) => {
      const commands = Array.from({ length: 50 }, (_, n) => (n % 10 === 7 ? 'false' : 'true'));
      await using directory = await temporaryDirectory();
      const [inside, outside] = [await allowingRunner(directory), testRunner()];
      // Containers beside each other in the first round; the crowd needs none.
      await using own = await setting((work) => (work.number <= 4 ? inside : outside)(work), suiteOf(engine, ...commands), 4);
      const many = ['--dataset', '{"maximum_amount": 50}'];
      const elsewhere = await own.workspace.run([...args, ...many], { env: login });
      const remote = await own.workspace.results();
      const here = await own.workspace.run(['--execution-space-provider', 'process', ...many]);
      const local = await own.workspace.results();
      const brief = ({ suites }: typeof local): unknown =>
        suites[0]?.subSuites.map(({ name, recipes }) => [name, recipes.map((recipe) => [recipe.testCase.id, recipe.verdict])]);
      expect(elsewhere.exitCode).toBe(1);
      expect(here.exitCode).toBe(1);
      expect(brief(remote)).toEqual(brief(local));
      expect(own.server.builds).toHaveLength(50);
      expect(await own.workspace.runs()).toEqual([]);
    },
    90_000,
  );

  test('a build that ends without a word ends its sub suite with the reason', async () => {
    await using own = await setting(ends('FAILURE', 'no space left on device\n'), aCollection());
    const ended = await own.workspace.run(args, { env: login });
    expect(ended.exitCode).toBe(3);
    expect((await own.workspace.results()).suites[0]?.subSuites[0]?.description).toBe(
      `build 1 of ${own.server.job} ended FAILURE: ${own.server.job}/1/console.`,
    );
    expect(await own.workspace.runs()).toEqual([]);
  });

  test('a delegation that the policy refuses ends its sub suite with the sentence why', async () => {
    await using own = await setting(runner(), aCollection());
    expect((await own.workspace.run(args, { env: login })).exitCode).toBe(3);
    expect((await own.workspace.results()).suites[0]?.subSuites[0]?.description).toMatch(
      /^build 1 of .* ended FAILURE \(.*--cap-add.*\): http/,
    );
  });

  test.each([
    { what: 'names none', job: undefined, says: /\$jenkins\.job\/build"; the dataset has no jenkins\.job\. Give it by --dataset/ },
    { what: 'has no scheme', job: 'localhost:8080/job/X', says: /"localhost:8080\/job\/X\/build"; expected an address such as https:/ },
    { what: 'is none of a job', job: 'http://127.0.0.1:9', says: /nothing listens on 127\.0\.0\.1:9 .*Check executor\.request/ },
  ])('the address of the job $what: says so, and what to do', async ({ job, says }) => {
    await using workspace = await aWorkspace(aCollection());
    const dataset = JSON.stringify(job === undefined ? {} : { jenkins: { job } });
    expect((await workspace.run(['--execution-space-provider', 'jenkins', '--dataset', dataset], { env: login })).exitCode).toBe(3);
    expect((await workspace.results()).suites[0]?.subSuites[0]?.description).toMatch(says);
  });

  test('a refused login ends it with the reason, within seconds', async () => {
    await using own = await setting(ends('SUCCESS'), aCollection());
    const ended = await own.workspace.run(args, { env: { ...login, JENKINS_TOKEN: 'wrong-token' } });
    expect(ended.exitCode).toBe(3);
    expect((await own.workspace.results()).suites[0]?.subSuites[0]?.description).toMatch(/401 .*does not accept the user or the API token/);
    expect(await own.workspace.runs()).toEqual([]);
  });

  testWithDocker('a controller that restarts: what runs goes on, what waited ends with the reason, nothing is left', async ({ engine }) => {
    await using directory = await temporaryDirectory();
    await using own = await setting(await allowingRunner(directory), suiteOf(engine, 'sleep 1', 'sleep 1'), 1);
    await using running = own.workspace.start([...args, '--dataset', '{"maximum_amount": 2}'], { env: login });
    await own.server.until(({ builds, queue }) => builds.length === 1 && queue.length === 1);
    own.server.restart(500);
    expect(await running.exitCode).toBe(3);
    const { suites } = await own.workspace.results();
    expect(suites[0]?.subSuites.map(({ description }) => description).sort()).toEqual([
      expect.stringContaining('tests completed successfully') as unknown,
      `lost: ${own.server.job} has no build of queue item 2: it was removed, or lost in a restart.`,
    ]);
    expect(own.server.builds).toMatchObject([{ result: 'SUCCESS' }]);
    expect(await own.workspace.runs()).toEqual([]);
  });

  testWithDocker(
    'cancelled: what waits leaves the queue, what runs is stopped, nothing is left',
    async ({ engine }) => {
      await using own = await setting(pipeline(policy), suiteOf(engine, 'sleep 321', 'sleep 321'), 1);
      await using running = own.workspace.start([...args, '-v', '--dataset', '{"maximum_amount": 2}'], { env: login });
      await own.server.until(({ builds, queue }) => builds.length === 1 && queue.length === 1);
      await running.prints(/container \w+ runs/);
      running.kill('SIGTERM');
      expect(await running.exitCode).toBe(143);
      expect(own.server.queue).toEqual([]);
      expect(own.server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
      expect(await engine.containers(mark)).toEqual([]);
      expect(await own.workspace.runs()).toEqual([]);
    },
    90_000,
  );

  test('cancelled where nobody waits long: is over before that; release ends what is deaf, all at once', async () => {
    await using own = await setting(runsUntilAborted([]), aCollection(aSuite({ recipes: Array.from({ length: 4 }, () => aRecipe()) })), 4);
    // The shortest patience: that of Jenkins is in limits.test.ts.
    const inside = { ...login, GITHUB_ACTIONS: 'true' };
    await using running = own.workspace.start([...args, '--dataset', '{"maximum_amount": 4}'], { env: inside });
    await own.server.until(({ builds }) => builds.length === 4);
    const began = performance.now();
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(143);
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(own.server.builds.every(({ building }) => building)).toBe(true);
    const [run = ''] = await own.workspace.runs();
    const directory = own.workspace.directory.at('.etos', 'runs', run);
    const journal = await readFile(join(directory, 'journal.ndjson'), 'utf8');
    expect(journal).toContain(`"location":"${own.server.job}/4/#item=`);
    await using http = createHttpClient({ log, environment: {}, clock: systemClock });
    const released = performance.now();
    const releasing = { environment: login, http, clock: hurriedClock, log, signal: new AbortController().signal };
    expect(await release([directory], releasing)).toMatchObject([
      { refused: [], done: Array.from({ length: 4 }, () => expect.stringMatching(/^ended .*\/\d\/$/) as unknown) },
    ]);
    expect((performance.now() - released) * 20).toBeLessThan(60_000);
    expect(own.server.builds.map(({ result }) => result)).toEqual(Array.from({ length: 4 }, () => 'ABORTED'));
    expect(await own.workspace.runs()).toEqual([]);
  });

  test('given up by Jenkins while it still lives: the clean-up of the step waits for it, then ends what it left', async () => {
    await using own = await setting(runsUntilAborted(), aCollection());
    const { directory } = own.workspace;
    await directory.write('step/options.json', { testSuite: 'collection.json', executionSpaceProvider: './jenkins.json' });
    const options = { cwd: directory.path, env: login };
    await using running = start('cli', ['jenkins', 'step'], options);
    await own.server.until(({ builds }) => builds.length === 1);
    await using cleaning = start('cli', ['jenkins', '--release', 'step'], options);
    setTimeout(() => running.kill('SIGKILL'), 700);
    expect(await cleaning.ended).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('ended http') as unknown });
    expect(own.server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
    expect(await own.workspace.runs()).toEqual([]);
  });

  test('cancelled while a start request has no answer: its build is found and ended', async () => {
    await using own = await setting(runsUntilAborted(), aCollection());
    own.server.withholdNextAnswer();
    await using running = own.workspace.start(args, { env: login });
    await own.server.until(({ builds }) => builds.length === 1);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(143);
    expect(own.server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
    expect(await own.workspace.runs()).toEqual([]);
  });

  testWithDocker(
    'killed: release finds build and queue item by the journal, and ends them',
    async ({ engine }) => {
      await using directory = await temporaryDirectory();
      await using own = await setting(await allowingRunner(directory), suiteOf(engine, 'sleep 321', 'sleep 321'), 1);
      await using running = own.workspace.start([...args, '-v', '--dataset', '{"maximum_amount": 2}'], { env: login });
      await own.server.until(({ builds, queue }) => builds.length === 1 && queue.length === 1);
      await running.prints(/container \w+ runs/);
      const [run = ''] = await own.workspace.runs();
      const journal = await readFile(own.workspace.directory.at('.etos', 'runs', run, 'journal.ndjson'), 'utf8');
      expect(journal).not.toContain('token-of-me');
      running.kill('SIGKILL');
      await running.exitCode;
      const released = await own.workspace.release({ env: login });
      expect(released).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`ended ${own.server.job}/1/`) as unknown });
      expect(own.server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
      expect(own.server.queue).toEqual([]);
      expect(await own.workspace.runs()).toEqual([]);
    },
    90_000,
  );
});
