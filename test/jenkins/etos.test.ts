import { describe, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { aCollection, aRecipe, aSuite, type CollectionRecipe } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { runsUntilAborted } from '../support/jenkins-builds.js';
import { jenkinsServer } from '../support/jenkins-server.js';
import { build, buildEach, startBuild, testWithGroovy, type Built, type Scenario } from '../support/pipeline.js';

/** A workspace on a build node; what the step writes beside it is in `@tmp`. */
async function aNode(...recipes: readonly CollectionRecipe[]): Promise<{ readonly directory: TestDirectory; readonly workspace: string }> {
  const directory = await temporaryDirectory();
  await directory.write('ws/tests/collection.json', aCollection(aSuite({ name: 'smoke', recipes })));
  return { directory, workspace: directory.at('ws') };
}

const buildActivity = randomUUID();
const passes = aRecipe({ name: 'passes', testRunner: 'process' });
const fails = aRecipe({ name: 'fails', testRunner: 'process', command: 'false' });

async function called(options: string, recipes: readonly CollectionRecipe[] = [passes], more: Partial<Scenario> = {}): Promise<Built> {
  const { directory, workspace } = await aNode(...recipes);
  await using _gone = directory;
  const text = `node { returned = etos(testSuite: 'tests/collection.json'${options}); echo 'and on' }`;
  return await build({ workspace, text, ...more });
}

const counts = ({ returned }: Built): unknown => returned;

describe('etos(…)', () => {
  testWithGroovy('runs the collection, shows its progress, publishes, returns a map, leaves only results', async () => {
    const { directory, workspace } = await aNode(passes);
    await using _gone = directory;
    const built = await build({
      workspace,
      text: "node { returned = etos(testSuite: 'tests/collection.json', identity: 'pkg:generic/shop@1.0') }",
      // As the Eiffel Broadcaster plugin tells it.
      env: { EIFFEL_ACTIVITY_TRIGGERED: JSON.stringify({ meta: { id: buildActivity, type: 'EiffelActivityTriggeredEvent' } }) },
    });
    expect(await readFile(`${workspace}/reports/events.ndjson`, 'utf8')).toContain(`"target":"${buildActivity}"`);
    expect(built.console).toContain('smoke_SubSuite_0: passes');
    expect(built).toMatchObject({
      result: 'SUCCESS',
      description: 'ETOS PASSED: 1 passed',
      archived: ['reports/**,artifacts/**'],
      junit: [{ testResults: 'reports/junit.xml', skipMarkingBuildUnstable: true }],
    });
    expect(counts(built)).toMatchObject({ verdict: 'PASSED', passed: 1, failed: 0, notRun: 0, results: 'reports/results.json' });
    expect((await readdir(workspace)).sort()).toEqual(['.etos', 'artifacts', 'reports', 'tests']);
    expect(await readdir(`${workspace}@tmp`)).toEqual([]);
  });

  testWithGroovy('makes of a verdict what failOn says, with the reason; what is only unstable goes on', async () => {
    const { directory, workspace } = await aNode(passes, fails);
    await using _gone = directory;
    const broken = aRecipe({ testRunner: 'process', checkout: ['echo no such branch; exit 3'] });
    await directory.write('ws/broken.json', aCollection(aSuite({ recipes: [broken] })));
    const failed = "testSuite: 'tests/collection.json'";
    const inconclusive = "testSuite: 'broken.json'";
    const table = [
      { options: failed, result: 'UNSTABLE', says: /^ETOS FAILED: / },
      { options: `${failed}, failOn: 'failure'`, result: 'FAILURE', says: /^ETOS FAILED: / },
      { options: `${failed}, failOn: 'never'`, result: 'SUCCESS', says: /^$/ },
      { options: inconclusive, result: 'FAILURE', says: /^ETOS INCONCLUSIVE: .*no such branch/ },
      { options: `${inconclusive}, failOn: 'never'`, result: 'UNSTABLE', says: /^ETOS INCONCLUSIVE: .*no such branch/ },
      { options: `${failed}, failOn: 'never', timout: '1m'`, result: 'FAILURE', says: /no option "timout".*Did you mean timeout/ },
    ];
    const built = await buildEach(
      table.map(({ options }) => `node { etos(${options}); returned = 'and on' }`),
      workspace,
    );
    for (const [n, { result, says }] of table.entries()) {
      const { thrown, unstable, returned } = built[n] ?? {};
      expect([n, built[n]?.result, returned ?? 'ended']).toEqual([n, result, result === 'FAILURE' ? 'ended' : 'and on']);
      expect(thrown ?? unstable?.[0] ?? '').toMatch(says);
    }
    expect(built[0]?.description).toBe('ETOS FAILED: 1 passed, 1 failed');
  });

  testWithGroovy('refuses an option that there is none of, with the nearest', async () => {
    const built = await called(", executionSpaceProvidr: 'process', failOn: 'sometimes'");
    expect(built.result).toBe('FAILURE');
    expect(built.thrown).toMatch(
      /there is no option "executionSpaceProvidr"; .*Did you mean executionSpaceProvider\?; .*failOn is "sometimes"/,
    );
  });

  testWithGroovy('takes datasets as maps, lists and text, and flags as true and numbers', async () => {
    const built = await called(", dataset: [[room: 'lab 3'], '{\"n\": 1}'], verbose: 2, tty: false, timeout: '60s'");
    expect(built.result).toBe('SUCCESS');
  });

  testWithGroovy('binds credentials by its table, and shows none of them', async () => {
    const recipe = aRecipe({ name: 'shows', testRunner: 'process', command: 'echo "of the lab: $LAB_TOKEN"; test -n "$LAB_TOKEN"' });
    const credentials = { broker: { username: 'etos', password: 'hunter-2222' }, lab: { secret: 'lab-secret-1' } };
    const own = "credentials: [string(credentialsId: 'lab', variable: 'LAB_TOKEN')]";
    expect(await called(`, ${own}, verbose: true`, [recipe], { credentials })).toMatchObject({
      result: 'SUCCESS',
      console: expect.not.stringContaining('lab-secret-1') as unknown,
    });
  });

  testWithGroovy('says what is wrong with credentials and programs, and where nothing is archived from', async () => {
    const { directory, workspace } = await aNode(passes);
    await using _gone = directory;
    const table = [
      { options: "credentials: 'broker'", says: /credentials is "broker"; expected \[rabbitmq: 'id'\], or a list of bindings/ },
      { options: "credentials: [rabbitMQ: 'broker']", says: /credentials has "rabbitMQ"; expected rabbitmq, .*Did you mean rabbitmq\?/ },
      { options: "credentials: [github: '']", says: /credentials.github is ""; expected the id of a credential/ },
      { options: "programs: '/nowhere'", says: /programs is \/nowhere, where this build node has no etos\.mjs/ },
    ];
    const scripts = table.map(({ options }) => `node { etos(testSuite: 'tests/collection.json', ${options}) }`);
    const built = await buildEach(scripts, workspace);
    for (const [n, { says }] of table.entries())
      expect(built[n]).toMatchObject({ result: 'FAILURE', thrown: expect.stringMatching(says) as unknown });
    const elsewhere = await called(`, reportDir: '${directory.at('elsewhere')}'`);
    expect(elsewhere).toMatchObject({ result: 'SUCCESS', junit: [], archived: ['artifacts/**'] });
    expect(elsewhere.console).toMatch(/Nothing of \S+\/elsewhere is archived: it is not below .*\(reportDir\)/);
  });

  testWithGroovy('does without the JUnit plugin, and says what is missing without Node.js', async () => {
    const built = await called('', [passes], { without: ['junit'] });
    expect(built).toMatchObject({ result: 'SUCCESS', console: expect.stringContaining('JUnit plugin is not installed') as unknown });
    await using programs = await temporaryDirectory();
    for (const name of ['sh', 'touch', 'mv', 'sleep']) await symlink(`/usr/bin/${name}`, programs.at(name));
    const empty = await called('', [passes], { env: { PATH: programs.path } });
    expect(empty).toMatchObject({ result: 'FAILURE', thrown: expect.stringMatching(/did not run: exit code 127\. Is Node/) as unknown });
  });

  testWithGroovy('two at once in one workspace, as branches of a pipeline, with directories of their own', async () => {
    const { directory, workspace } = await aNode(passes);
    await using _gone = directory;
    const branch = (name: string): Promise<Built> => {
      const options = `testSuite: 'tests/collection.json', reportDir: 'reports-${name}', artifactDir: 'artifacts-${name}'`;
      return build({ workspace: directory.at(name), text: `node { dir('${workspace}') { returned = etos(${options}) } }` });
    };
    const built = await Promise.all([branch('a'), branch('b')]);
    expect(built.map(({ result, archived }) => [result, archived])).toEqual([
      ['SUCCESS', ['reports-a/**,artifacts-a/**']],
      ['SUCCESS', ['reports-b/**,artifacts-b/**']],
    ]);
    expect(await readdir(`${workspace}@tmp`)).toEqual([]);
  });

  testWithGroovy('an abort stays an abort; nothing of the run is left', async () => {
    const { directory, workspace } = await aNode(aRecipe({ name: 'slow', testRunner: 'process', command: 'echo it runs; sleep 321' }));
    await using _gone = directory;
    await using started = startBuild({ workspace, text: "node { etos(testSuite: 'tests/collection.json', verbose: true) }" });
    await started.running.prints(/slow \.\.\.|it runs/);
    started.abort('stop');
    const built = await started.built;
    expect(built).toMatchObject({ result: 'ABORTED', thrown: 'aborted' });
    expect(await readdir(`${workspace}@tmp`)).toEqual([]);
    expect((await readdir(`${workspace}/.etos/runs`)).filter((name) => name !== '.gitignore')).toEqual([]);
  });

  testWithGroovy('an abort ends what runs, waits or starts elsewhere, within the patience of Jenkins', async () => {
    const { directory, workspace } = await aNode(...Array.from({ length: 4 }, () => aRecipe()));
    await using _gone = directory;
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1 });
    server.withholdNextAnswer();
    const space = `executionSpaceProvider: 'jenkins', dataset: [maximum_amount: 4, jenkins: [job: '${server.job}']]`;
    const text = `node { etos(testSuite: 'tests/collection.json', ${space}, credentials: [jenkins: 'api']) }`;
    await using started = startBuild({ workspace, text, credentials: { api: { username: 'me', password: 'token-of-me' } } });
    await server.until(({ builds, queue }) => builds.length === 1 && queue.length === 3);
    started.abort('stop');
    const aborted = performance.now();
    expect(await started.built).toMatchObject({ result: 'ABORTED', thrown: 'aborted' });
    expect(performance.now() - aborted).toBeLessThan(20_000);
    expect(server.queue).toEqual([]);
    expect(server.builds.filter(({ building }) => building)).toEqual([]);
    expect((await readdir(`${workspace}/.etos/runs`)).filter((name) => name !== '.gitignore')).toEqual([]);
  });
});
