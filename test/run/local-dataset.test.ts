import { describe, expect, test } from '@jest/globals';
import { testRunnerFiles } from '../../src/run/local-dataset.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { testWithDocker } from '../support/docker.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

describe('the files that TEST_REGEX and VERDICT_RULES_FILE name', () => {
  test.each([
    { named: 'etos/regex.json', machine: '/work/shop/etos/regex.json', docker: '/etos/source/etos/regex.json' },
    { named: '/work/shop/regex.json', machine: '/work/shop/regex.json', docker: '/etos/source/regex.json' },
    { named: '..regex.json', machine: '/work/shop/..regex.json', docker: '/etos/source/..regex.json' },
    { named: '../regex.json', machine: '/work/regex.json', docker: undefined },
    { named: '/etc/regex.json', machine: '/etc/regex.json', docker: undefined },
  ])('$named', ({ named, machine, docker }) => {
    for (const name of ['TEST_REGEX', 'VERDICT_RULES_FILE']) {
      const files = testRunnerFiles({ [name]: named }, '/work/shop');
      expect(files.machine).toEqual({ [name]: machine });
      expect(files.docker).toEqual(docker === undefined ? {} : { [name]: docker });
      expect(files.warnings).toEqual(
        docker === undefined ? [expect.stringContaining(`${name} is ${named}, which containers do not see`)] : [],
      );
    }
  });

  test('are none where nothing is named', () => {
    expect(testRunnerFiles({ TEST_REGEX: '' }, '/work/shop')).toEqual({ machine: {}, docker: {}, warnings: [] });
  });
});

const patterns = {
  test_name: 'test_\\w+',
  triggered: 'run ',
  started: 'run ',
  passed: 'ok ',
  failed: 'not ok ',
  error: 'broken ',
  skipped: 'skip ',
};
const rules = [
  { description: 'Known trouble', condition: { test_framework_exit_code: 4 }, conclusion: 'SUCCESSFUL', verdict: 'INCONCLUSIVE' },
];

async function telling(testRunner: string): Promise<Workspace> {
  const recipe = aRecipe({ testRunner, checkout: ['printf "run test_a\\nok test_a\\n" > lines'], command: "sh -c 'cat lines; exit 4'" });
  const workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes: [recipe] })));
  await workspace.directory.write('etos/regex.json', patterns);
  await workspace.directory.write('rules.json', rules);
  return workspace;
}

async function expectFound(workspace: Workspace): Promise<void> {
  const env = { TEST_REGEX: 'etos/regex.json', VERDICT_RULES_FILE: workspace.directory.at('rules.json') };
  await workspace.run([], { env });
  const [subSuite] = (await workspace.results()).suites[0]?.subSuites ?? [];
  expect([subSuite?.verdict, subSuite?.description]).toEqual(['INCONCLUSIVE', 'Known trouble']);
  expect(subSuite?.recipes.map(({ testCase, verdict }) => `${testCase.id} ${verdict}`)).toEqual(['test_a PASSED']);
}

describe('a run whose variables name them', () => {
  test('hands them to test runners of this machine', async () => {
    await using workspace = await telling('process');
    await expectFound(workspace);
  });

  test('shows of test cases that did not pass the log of their recipe, and its end with the first of them', async () => {
    const command = "sh -c 'cat lines; exit 1'";
    const recipe = aRecipe({
      name: 'tests/all',
      testRunner: 'process',
      checkout: ['printf "run test_a\\nnot ok test_a\\nrun test_b\\nnot ok test_b\\n" > lines'],
      command,
    });
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes: [recipe] })));
    await workspace.directory.write('regex.json', patterns);
    const { output } = await workspace.run([], { env: { TEST_REGEX: 'regex.json' } });
    const [subSuite] = (await workspace.results()).suites[0]?.subSuites ?? [];
    const log = 'reports/s_SubSuite_0/tests_all_test_output.log';
    expect(subSuite?.recipes.map(({ testCase, verdict, log, output }) => [testCase.id, verdict, log, output])).toEqual([
      ['test_a', 'FAILED', log, 'run test_a\nnot ok test_a\nrun test_b\nnot ok test_b'],
      ['test_b', 'FAILED', log, undefined],
    ]);
    expect(output).toContain('s_SubSuite_0: test_a FAILED in ');
    expect(output).not.toContain('test_a ...');
  });

  testWithDocker('hands them to test runners in containers, and warns of what those do not see', async ({ engine }) => {
    await using workspace = await telling(engine.busybox);
    await expectFound(workspace);
    const { output } = await workspace.run([], { env: { TEST_REGEX: '../elsewhere.json' } });
    expect(output).toMatch(/TEST_REGEX is \.\.\/elsewhere\.json, which containers do not see/);
  });
});
