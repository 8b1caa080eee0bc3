import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { httpService } from '../support/http-service.js';
import { aWorkspace } from '../support/workspace.js';

// No engine is asked, so that these tests say the same on every machine.
const machine = ['--execution-space-provider', 'process'];

describe('a run on the machine itself', () => {
  test('carries out all suites, tells each verdict and ends with 1 when some test failed', async () => {
    await using workspace = await aWorkspace(
      aCollection(
        aSuite({
          name: 'good',
          recipes: [aRecipe({ name: 'a' }), aRecipe({ name: 'b', command: 'test', parameters: { '-d': '', '.': '' } })],
        }),
        aSuite({ name: 'bad', recipes: [aRecipe({ name: 'c', command: 'false' }), aRecipe({ name: 'd' })] }),
      ),
    );
    expect((await workspace.run(machine)).exitCode).toBe(1);
    const { verdict, description, suites } = await workspace.results();
    expect(suites.map(({ name, verdict: own }) => [name, own])).toEqual([
      ['good', 'PASSED'],
      ['bad', 'FAILED'],
    ]);
    expect(
      suites.flatMap(({ subSuites }) => subSuites.flatMap(({ recipes }) => recipes.map((recipe) => [recipe.testCase.id, recipe.verdict]))),
    ).toEqual([
      ['a', 'PASSED'],
      ['b', 'PASSED'],
      ['c', 'FAILED'],
      ['d', 'PASSED'],
    ]);
    expect(verdict).toBe('FAILED');
    expect(description).toMatch(/^bad: .*bad_SubSuite_0.*c \(exit code 1\)/);
    expect(await workspace.runs()).toEqual([]);
  });

  test('groups by test runner, and splits over as many IUTs as it may use', async () => {
    const recipes = ['1', '2', '3', '4', '5'].map((name) => aRecipe({ name, testRunner: name === '5' ? 'go' : 'py' }));
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes })));
    expect((await workspace.run([...machine, '--dataset', '{"maximum_amount": 3}'])).exitCode).toBe(0);
    const { suites } = await workspace.results();
    // Three IUTs for 4 and 1 recipes: two for py, one for go; dealt round robin.
    expect(
      suites[0]?.subSuites.map(({ name, testRunner, recipes: own }) => [name, testRunner, own.map(({ testCase }) => testCase.id)]),
    ).toEqual([
      ['s_SubSuite_0', 'py', ['1', '3']],
      ['s_SubSuite_1', 'py', ['2', '4']],
      ['s_SubSuite_2', 'go', ['5']],
    ]);
  });

  test('a recipe sees its checkout, its variables and the workspace; logs and artifacts land in the two directories', async () => {
    const recipe = aRecipe({
      name: 'tests/a.py::test[1]',
      checkout: ['cp -r "$ETOS_SOURCE_DIR/data" .'],
      environment: { GREETING: 'it\'s a $HOME "test"' },
      execute: ['echo artifact > "$TEST_ARTIFACT_PATH/kept.txt"'],
      command: 'cat data/file.txt; printenv GREETING;',
    });
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 'My suite', recipes: [recipe] })));
    await workspace.directory.write('data/file.txt', 'from the workspace\n');
    expect((await workspace.run(machine)).exitCode).toBe(0);
    const { suites } = await workspace.results();
    const [subSuite] = suites[0]?.subSuites ?? [];
    const [told] = subSuite?.recipes ?? [];
    expect(told?.testCase.id).toBe('tests/a.py::test[1]');
    expect(await workspace.text(told?.log ?? '')).toContain('from the workspace\n');
    expect(subSuite?.logs).toContain('reports/My-suite_SubSuite_0/full_execution.log');
    expect(subSuite?.artifacts).toEqual([
      'artifacts/My-suite_SubSuite_0/tests_a.py__test[1]_kept.txt',
      'artifacts/My-suite_SubSuite_0/workspace.tar.gz',
    ]);
    expect(await workspace.text('artifacts', 'My-suite_SubSuite_0', 'tests_a.py__test[1]_kept.txt')).toBe('artifact\n');
  });

  test('a recipe has the variables of the machine, but not what the run was told in secret', async () => {
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'r', command: 'env' })] })));
    const told = {
      JENKINS_TOKEN: 'jenkins-told',
      GITHUB_TOKEN: 'github-told',
      DOCKER_AUTH_CONFIG: 'docker-told',
      INPUT_DATASET: 'input-told',
    };
    expect((await workspace.run(machine, { env: { ...told, OF_THE_MACHINE: 'seen' } })).exitCode).toBe(0);
    const log = await workspace.text('reports', 's_SubSuite_0', 'r_test_output.log');
    expect(log).toContain('OF_THE_MACHINE=seen');
    expect(log).not.toContain('-told');
  });

  test('CHECKOUT clones a real repository', async () => {
    await using workspace = await aWorkspace(
      aCollection(
        aSuite({
          recipes: [
            aRecipe({ checkout: ['git clone --quiet "$ETOS_SOURCE_DIR/repository" .'], command: 'sh', parameters: { 'test.sh': '' } }),
          ],
        }),
      ),
    );
    await workspace.directory.write('repository/test.sh', 'echo cloned\n');
    const git = (...args: readonly string[]): void =>
      void execFileSync(
        'git',
        ['-C', workspace.directory.at('repository'), '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args],
        { stdio: 'pipe' },
      );
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'test');
    expect((await workspace.run(machine)).exitCode).toBe(0);
    const { suites } = await workspace.results();
    expect(await workspace.text(suites[0]?.subSuites[0]?.recipes[0]?.log ?? '')).toContain('cloned\n');
  });

  test('a checkout that fails leaves the suite inconclusive, says which command, and ends with 3', async () => {
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes: [aRecipe({ checkout: ['no-such-program'] })] })));
    expect((await workspace.run(machine)).exitCode).toBe(3);
    expect(await workspace.results()).toMatchObject({
      verdict: 'INCONCLUSIVE',
      conclusion: 'FAILED',
      description: expect.stringContaining("['no-such-program']") as unknown,
    });
  });

  test('the run stops at its time limit', async () => {
    await using workspace = await aWorkspace(
      aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'slow', command: 'sleep 300' })] })),
    );
    expect((await workspace.run([...machine, '--timeout', '2s'])).exitCode).toBe(3);
    expect(await workspace.results()).toMatchObject({
      verdict: 'INCONCLUSIVE',
      conclusion: 'TIMED_OUT',
      description: expect.stringContaining('did not finish within 2s') as unknown,
    });
  });

  test('a test runner that dies without a word is noticed at once', async () => {
    // The recipe kills the test runner that carries it out: its parent's parents, up to the program.
    const command =
      'kill -9 $(ps -eo pid,args | awk \'/dist\\/test-runner\\/index.js/ && !/awk/ {print $1}\' | while read p; do grep -qz "ETOS_RUN_ID=$ETOS_RUN_ID" /proc/$p/environ && echo $p; done);';
    await using workspace = await aWorkspace(
      aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'kills', command }), aRecipe({ name: 'never' })] })),
    );
    const { exitCode } = await workspace.run(machine);
    expect(exitCode).toBe(3);
    const { description, run } = await workspace.results();
    expect(description).toMatch(/s_SubSuite_0 \(the test runner ended with exit code 137 and told no result\)/);
    expect(await workspace.processesOf(run.id)).toEqual([]);
    expect(await workspace.runs()).toEqual([]);
  });

  test('two suites of one name keep their results apart', async () => {
    await using workspace = await aWorkspace(
      aCollection(
        aSuite({ name: 's', recipes: [aRecipe({ name: 'a' })] }),
        aSuite({ name: 's', recipes: [aRecipe({ name: 'b', command: 'false' })] }),
      ),
    );
    expect((await workspace.run(machine)).exitCode).toBe(1);
    const { suites } = await workspace.results();
    expect(
      suites.map(({ verdict, subSuites }) => [
        verdict,
        subSuites.map(({ recipes }) => recipes.map(({ testCase, log }) => [testCase.id, log])),
      ]),
    ).toEqual([
      ['PASSED', [[['a', 'reports/s_SubSuite_0/a_test_output.log']]]],
      ['FAILED', [[['b', 'reports/s_SubSuite_0-2/b_test_output.log']]]],
    ]);
  });

  test('a suite without recipes, and a collection without suites, are inconclusive', async () => {
    await using workspace = await aWorkspace([aSuite({ name: 'empty', recipes: [] })]);
    expect((await workspace.run(machine)).exitCode).toBe(3);
    expect((await workspace.results()).description).toContain('No tests in test suite empty');
    await workspace.directory.write('collection.json', []);
    expect((await workspace.run(machine)).exitCode).toBe(3);
  });
});

describe('the events of a run', () => {
  test('are those of etos.md 4.3 and 6.9, in order, with the right links, valid by the official schemas', async () => {
    await using workspace = await aWorkspace(
      aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'only', execute: ['echo x > "$TEST_ARTIFACT_PATH/x"'] })] })),
    );
    expect((await workspace.run([...machine, '--identity', 'pkg:docker/acme/webshop@4.2.0'])).exitCode).toBe(0);
    const events = await workspace.events();
    events.forEach(expectValid);
    const names = namesOf(events);
    expect(events.map((event) => inShort(event, names))).toEqual([
      'artifact',
      'TERCC CAUSE=artifact',
      'ETOS testrun CAUSE=TERCC CAUSE=artifact',
      'ActivityStarted CONTEXT=ETOS testrun ACTIVITY_EXECUTION=ETOS testrun',
      'suite s CONTEXT=ETOS testrun TERC=TERCC',
      'Checkout environment for s CONTEXT=suite s',
      'ActivityStarted ACTIVITY_EXECUTION=Checkout environment for s',
      ...['IUTs from default', 'execution spaces from process', 'log areas from default'].flatMap((what) => [
        `Checkout ${what} CONTEXT=Checkout environment for s`,
        `ActivityStarted ACTIVITY_EXECUTION=Checkout ${what}`,
        `ActivityFinished ACTIVITY_EXECUTION=Checkout ${what}`,
      ]),
      'environment CONTEXT=Checkout environment for s',
      'ActivityFinished ACTIVITY_EXECUTION=Checkout environment for s',
      's_SubSuite_0',
      'ActivityStarted ACTIVITY_EXECUTION=s_SubSuite_0',
      'suite s_SubSuite_0 CONTEXT=ETOS testrun CAUSE=suite s',
      'ETR Hostname CONTEXT=suite s_SubSuite_0',
      'case only CONTEXT=suite s_SubSuite_0 IUT=artifact',
      'TestCaseStarted CONTEXT=suite s_SubSuite_0 TEST_CASE_EXECUTION=case only',
      'TestCaseFinished CONTEXT=suite s_SubSuite_0 TEST_CASE_EXECUTION=case only',
      'output only CONTEXT=ETOS testrun CAUSE=suite s_SubSuite_0',
      'ArtifactPublished CONTEXT=ETOS testrun ARTIFACT=output only',
      'TestSuiteFinished CONTEXT=ETOS testrun TEST_SUITE_EXECUTION=suite s_SubSuite_0',
      'ActivityFinished ACTIVITY_EXECUTION=s_SubSuite_0',
      'TestSuiteFinished CONTEXT=ETOS testrun TEST_SUITE_EXECUTION=suite s',
      'ActivityFinished CONTEXT=ETOS testrun ACTIVITY_EXECUTION=ETOS testrun',
    ]);
  });
});

describe('an environment that cannot be had', () => {
  test('ends the activity of the provider that has none, with the reason', async () => {
    await using workspace = await aWorkspace(aCollection());
    await using service = await httpService(({ url }) =>
      url.startsWith('/start')
        ? { status: 200, body: { id: 'a' } }
        : { status: 200, body: { status: 'FAILED', description: 'the lab is closed' } },
    );
    const hosts = Object.fromEntries(['start', 'status', 'stop'].map((what) => [what, { host: `${service.url}/${what}` }]));
    const iuts = { iut: { id: 'lab', type: 'external', ...hosts } };
    expect((await workspace.run([...machine, '--iut-provider', JSON.stringify(iuts)])).exitCode).toBe(3);
    const events = await workspace.events();
    events.forEach(expectValid);
    const names = namesOf(events);
    const triggered = events.find(({ data }) => data.name === 'Checkout IUTs from lab');
    expect(triggered?.data).toMatchObject({ executionType: 'AUTOMATED', categories: ['EnvironmentProvider', 'IUTProvider', 'External'] });
    const ended = events.filter(({ meta }) => meta.type === 'EiffelActivityFinishedEvent');
    expect(ended.map((event) => [inShort(event, names), event.data.outcome])).toEqual(
      ['Checkout IUTs from lab', 'Checkout environment for suite'].map((activity) => [
        `ActivityFinished ACTIVITY_EXECUTION=${activity}`,
        { conclusion: 'UNSUCCESSFUL', description: expect.stringContaining('the lab is closed') },
      ]),
    );
  });
});

/** What an event is called when others link to it. */
function namesOf(events: readonly EiffelEvent[]): ReadonlyMap<string, string> {
  return new Map(events.map((event) => [event.meta.id, nameOf(event)]));
}

function nameOf({ meta, data }: EiffelEvent): string {
  const { name, testCase, identity } = data as {
    readonly name?: string;
    readonly testCase?: { readonly id: string };
    readonly identity?: string;
  };
  switch (meta.type) {
    case 'EiffelArtifactCreatedEvent':
      return identity?.startsWith('pkg:etos-test-output/') ? `output ${identity.split('/')[2] ?? '-'}` : 'artifact';
    case 'EiffelTestExecutionRecipeCollectionCreatedEvent':
      return 'TERCC';
    case 'EiffelTestSuiteStartedEvent':
      return `suite ${name}`;
    case 'EiffelTestCaseTriggeredEvent':
      return `case ${testCase?.id}`;
    case 'EiffelEnvironmentDefinedEvent':
      return name === 'ETR Hostname' ? name : 'environment';
    default:
      return name ?? meta.type.replace(/^Eiffel|Event$/g, '');
  }
}

function inShort(event: EiffelEvent, names: ReadonlyMap<string, string>): string {
  return [nameOf(event), ...event.links.map(({ type, target }) => `${type}=${names.get(target) ?? target}`)].join(' ');
}
