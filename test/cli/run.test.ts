import { spawnSync } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import schema from '../../schemas/results.schema.json' with { type: 'json' };
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { bundleOf, runCli, start, startProcess } from '../support/program.js';
import { aScreen } from './screen.js';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

describe('the examples, from a directory that has them as the repository does', () => {
  test('quickstart passes on the machine itself, in two languages', async () => {
    await using directory = await withExamples();
    const { exitCode, stdout, stderr } = await runCli(['run', 'examples/quickstart/collection.json'], { cwd: directory.path });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Execution space: this machine, because /m);
    expect(tableIn(stdout).map(([suite, , recipe, verdict]) => [suite, recipe, verdict])).toEqual([
      ['Shell', 'few-items-cost-their-price', 'PASSED'],
      ['Shell', 'many-items-cost-less', 'PASSED'],
      ['Shell', 'errors-are-told', 'PASSED'],
      ['JavaScript', 'all', 'PASSED'],
      ['JavaScript', 'discounts', 'PASSED'],
    ]);
    expect(stdout).toMatch(
      /\n\nPASSED: All tests passed\.\n5 passed, 0 failed, 0 inconclusive, 0 not run in .*\nReports in reports: results\.json, /,
    );
    for (const [, , , , , log = ''] of tableIn(stdout)) expect(await readFile(directory.at(log), 'utf8')).not.toBe('');
    expect(await readFile(directory.at('artifacts', 'Shell_SubSuite_0', 'errors-are-told_message.txt'), 'utf8')).toMatch(/whole number/);
    expect(await runsLeftIn(directory)).toEqual([]);
  });

  test('failing shows what failure looks like, and results.json says the same', async () => {
    await using directory = await withExamples();
    const { exitCode, stdout } = await runCli(['run', 'examples/failing/collection.json'], { cwd: directory.path });
    expect(exitCode).toBe(1);
    expect(tableIn(stdout).map(([, , recipe, verdict]) => [recipe, verdict])).toEqual([
      ['passes', 'PASSED'],
      ['fails', 'FAILED'],
      ['fails-in-preparation', 'FAILED'],
    ]);
    expect(stdout).toMatch(
      /\n\nWhat failed:\n\nFailing_SubSuite_0: fails FAILED: .*\n {2}reports\/.*fails_test_output\.log\n(?: {2}\| .*\n)+\n/,
    );
    const results = JSON.parse(await readFile(directory.at('reports', 'results.json'), 'utf8')) as object;
    const conforms = new Ajv({ allErrors: true }).compile(schema);
    expect([conforms(results), conforms.errors]).toEqual([true, null]);
    expect(results).toMatchObject({ verdict: 'FAILED', counts: { passed: 1, failed: 2, inconclusive: 0, notRun: 0 } });
  });
});

test('on a terminal nothing of the live lines is left when the run is over', async () => {
  if (spawnSync('script', ['--version']).status !== 0) return console.warn('skipped: there is no program "script" that makes a terminal');
  await using directory = await withExamples();
  const command = `stty cols 100; "${process.execPath}" "${bundleOf('cli')}" run examples/failing/collection.json`;
  await using terminal = startProcess(['script', '-qec', command, '/dev/null'], {
    cwd: directory.path,
    env: { TERM: 'xterm', SHELL: '/bin/sh' },
  });
  expect(await terminal.exitCode).toBe(1);
  expect(terminal.output).toMatch(/Failing_SubSuite_0 {2}\d of 3/);
  const screen = aScreen({ columns: 100 });
  screen.write(terminal.output.replaceAll('\r\n', '\n'));
  const beforeTheTable = screen.lines.slice(0, screen.lines.indexOf(''));
  expect(beforeTheTable.filter((line) => line.startsWith('Failing_SubSuite_0'))).toEqual([
    expect.stringMatching(/^Failing_SubSuite_0: fails FAILED in /),
    expect.stringMatching(/^Failing_SubSuite_0: fails-in-preparation FAILED in /),
    expect.stringMatching(/^Failing_SubSuite_0: FAILED: /),
  ]);
  expect(screen.lines.at(-3)).toMatch(/^1 passed, 2 failed/);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the run with %i within seconds; what was done until then is told, nothing is left', async (signal, code) => {
  await using directory = await temporaryDirectory();
  const recipes = [aRecipe({ name: 'quick' }), aRecipe({ name: 'slow', command: 'sleep 600' }), aRecipe({ name: 'never' })].map((recipe) =>
    onThisMachine(recipe),
  );
  await directory.write('c.json', aCollection(aSuite({ recipes })));
  await using run = start('cli', ['run', 'c.json'], { cwd: directory.path });
  await run.prints(/slow \.\.\./);
  const cancelled = performance.now();
  run.kill(signal);
  expect(await run.exitCode).toBe(code);
  expect(performance.now() - cancelled).toBeLessThan(7000);
  expect(tableIn(run.stdout).map(([, , recipe, verdict]) => [recipe, verdict])).toEqual([
    ['quick', 'PASSED'],
    ['slow', 'INCONCLUSIVE'],
    ['never', 'NOT_RUN'],
  ]);
  expect(run.stdout).toContain(`INCONCLUSIVE: cancelled by ${signal}`);
  expect(await runsLeftIn(directory)).toEqual([]);
});

test.each([
  ['a collection with problems', ['bad.json'], /^error: bad\.json:1:2: \[0\]\.name is missing/],
  [
    'a provider that is not there',
    ['good.json', '--iut-provider', 'defualt'],
    /^error: there is no iut provider "defualt"; .* Did you mean default\?/,
  ],
  ['an identity that is none', ['good.json', '-i', 'shop'], /^error: identity "shop": does not start with "pkg:"/],
  [
    'a dataset that is no JSON',
    ['good.json', '--dataset', '{x'],
    /^error: dataset:1:2: not JSON: unexpected "x": names stand in double quotes\nExample: --dataset /,
  ],
  [
    'a dataset file that is not there',
    ['good.json', '--dataset', '@gone.json'],
    /^error: dataset .*gone\.json cannot be read: there is no such file\nGive JSON, or @ and the path of a JSON file\n$/,
  ],
  [
    'a provider file that is not there',
    ['good.json', '--iut-provider', './gone.json'],
    /gone\.json cannot be read: there is no such file\n/,
  ],
  [
    'durations that are not there',
    ['good.json', '--splitter', 'by-duration', '--durations', 'gone.json'],
    /gone\.json cannot be read: there is no such file\n/,
  ],
  ['two of them, both told', ['bad.json', '-i', 'shop'], /bad\.json[^]*identity "shop"/],
])('%s: exit code 2, and nothing was started', async (_, args, message) => {
  await using directory = await temporaryDirectory();
  await directory.write('bad.json', '[{"priority":1,"recipes":[]}]');
  await directory.write('good.json', aCollection());
  const { exitCode, stdout, stderr } = await runCli(['run', ...args], { cwd: directory.path });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect((await readdir(directory.path)).sort()).toEqual(['bad.json', 'good.json']);
});

function onThisMachine(recipe: ReturnType<typeof aRecipe>): ReturnType<typeof aRecipe> {
  return {
    ...recipe,
    constraints: recipe.constraints.map((own) => (own.key === 'TEST_RUNNER' ? { key: 'TEST_RUNNER', value: 'process' } : own)),
  };
}

async function withExamples(): Promise<TestDirectory> {
  const directory = await temporaryDirectory();
  await cp(examples, directory.at('examples'), { recursive: true });
  return directory;
}

/** The cells of the table that a run ends with, without its headings. */
function tableIn(stdout: string): readonly (readonly string[])[] {
  const lines = stdout.split('\n');
  const first = lines.findIndex((line) => line.startsWith('SUITE '));
  return lines.slice(first + 1, lines.indexOf('', first)).map((line) => line.split(/ {2,}/));
}

async function runsLeftIn(directory: TestDirectory): Promise<readonly string[]> {
  return (await readdir(directory.at('.etos', 'runs'))).filter((name) => name !== '.gitignore');
}
