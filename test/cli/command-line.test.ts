import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { version } from '../../src/cli/version.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory } from '../support/directory.js';
import { fakeEngine } from '../support/fake-engine.js';
import { bundleOf, runCli, startProcess } from '../support/program.js';

test('the version is that of the package', async () => {
  const { version: packaged } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(version).toBe(packaged);
  expect(await runCli(['--version'])).toMatchObject({ exitCode: 0, stdout: `${packaged}\n`, stderr: '' });
});

describe('a slip on the command line ends with 2, the nearest word and nothing started', () => {
  test.each([
    [['rnu'], "error: unknown command 'rnu'\n(Did you mean run?)\n"],
    [['run', 'c.json', '--identiy', 'x'], "error: unknown option '--identiy'\n(Did you mean --identity?)\n"],
    [['run', 'c.json', '--timeout'], "error: option '--timeout <duration>' argument missing\n"],
    [['run', 'a.json', 'b.json'], "error: too many arguments for 'run'. Expected 1 argument but got 2.\n"],
    [
      ['run', '-s', 'c.json'],
      "error: unknown option '-s'\n  The test collection is the argument of the command: etos run collection.json\n",
    ],
    [
      ['run', 'c.json', '--download-reports', 'y'],
      "error: unknown option '--download-reports'\n  Reports are always written; --report-dir says where\n",
    ],
    [['testrun', 'start'], "error: unknown command 'testrun'\n  A test collection is carried out by: etos run collection.json\n"],
    [['ci/all.json'], "error: unknown command 'ci/all.json'\n  A test collection is carried out by: etos run ci/all.json\n"],
    [['validate'], "error: missing required argument 'file'\n"],
    [
      ['run'],
      'error: no test collection was given; expected its path or URL as argument, or in TEST_SUITE, or an event that asks for it in TERCC\nSee etos run --help\n',
    ],
  ])('etos %j', async (args, stderr) => {
    expect(await runCli(args)).toMatchObject({ exitCode: 2, stdout: '', stderr });
  });
  test('etos alone shows its help', async () => {
    const { exitCode, stderr } = await runCli([]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Usage: etos [options] [command]')]);
  });
});

describe('etos validate', () => {
  test('says of each file what it is, with warnings on standard error', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('c.json', aCollection(aSuite({ recipes: [aRecipe({ environment: { 'MY-VAR': 'x' } })] })));
    await directory.write('p.json', { iut: { id: 'boards', list: { possible: [], available: [] } } });
    const { exitCode, stdout, stderr } = await runCli(['validate', 'c.json', 'p.json'], { cwd: directory.path });
    expect([exitCode, stdout]).toEqual([
      0,
      'c.json: a valid test collection of 1 suite and 1 recipe\np.json: a valid iut provider, "boards"\n',
    ]);
    expect(stderr).toMatch(/^warning: c\.json:\d+:\d+: .*"MY-VAR" is not a name that a shell can export/);
  });

  test('warns where there is nothing to run, and of members that are given twice, in provider files too', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('empty.json', '[]');
    await directory.write('p.json', '{"iut": {"id": "boards",\n "id": "racks", "list": {"possible": [], "available": []}}}');
    const { exitCode, stdout, stderr } = await runCli(['validate', 'empty.json', 'p.json'], { cwd: directory.path });
    expect([exitCode, stdout]).toEqual([
      0,
      'empty.json: a valid test collection of 0 suites and 0 recipes\np.json: a valid iut provider, "racks"\n',
    ]);
    expect(stderr.split('\n')).toEqual([
      'warning: empty.json:1:1: $ is an empty list: there is nothing to run',
      'warning: p.json:2:2: iut.id is given again; only this one counts',
      '',
    ]);
  });

  test('says of what is neither what it is', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('tercc.json', { meta: {}, data: { batches: [] }, links: [] });
    await directory.write('answer.json', { tercc: 'x', artifact_id: 'y' });
    const { exitCode, stderr } = await runCli(['validate', 'tercc.json', 'answer.json'], { cwd: directory.path });
    expect(exitCode).toBe(2);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^error: tercc\.json:1:1: \$ is .*; expected a list of suites\.$/),
      'This is an Eiffel event: its collection is the list in data.batches, where testCase.url is called uri',
      'error: answer.json:1:1: $ has no key that says what kind of provider it is; expected one of iut, log, execution_space',
      expect.stringContaining('docs/providers.md'),
      '',
    ]);
  });

  test('tells the problems of all files, and checks the good ones as well', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('bad.json', [{ name: 1, priority: 'x', recipes: [] }]);
    await directory.write('good.json', aCollection());
    const { exitCode, stdout, stderr } = await runCli(['validate', 'bad.json', 'gone.json', 'good.json'], { cwd: directory.path });
    expect([exitCode, stdout]).toEqual([2, 'good.json: a valid test collection of 1 suite and 1 recipe\n']);
    expect(stderr.split('\n').filter((line) => line.startsWith('error: '))).toEqual([
      'error: bad.json:3:13: [0].name is 1; expected the name of the suite as text.',
      'error: bad.json:4:17: [0].priority is "x"; expected a whole number such as 1.',
      'error: gone.json cannot be read: there is no such file',
    ]);
  });
});

describe('etos plan', () => {
  test('shows suites, sub suites, recipes and where they would run, and leaves no trace', async () => {
    await using directory = await temporaryDirectory();
    const recipes = [1, 2, 3].map((n) => aRecipe({ name: `t${n}`, testRunner: n === 3 ? 'process' : 'python:3.13' }));
    await directory.write('c.json', aCollection(aSuite({ name: 'Smoke', recipes })));
    const { exitCode, stdout } = await runCli(
      ['plan', 'c.json', '-i', 'pkg:generic/shop', '--execution-space-provider', 'process', '--dataset', '{"maximum_amount": 3}'],
      { cwd: directory.path },
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Item under test:   pkg:generic/shop\n');
    expect(stdout).toContain('Execution space:   this machine, because the execution space "process" was asked for\n');
    expect(stdout.slice(stdout.indexOf('Smoke'))).toBe(
      'Smoke: 3 recipes\n  Smoke_SubSuite_0 on this machine, without the image python:3.13\n    t1\n  Smoke_SubSuite_1 on this machine, without the image python:3.13\n    t2\n  Smoke_SubSuite_2 on this machine\n    t3\n',
    );
    expect(await readdir(directory.path)).toEqual(['c.json']);
  });
});

test.each([
  { given: 'an engine', args: [], recipe: 'busybox', says: '  S_SubSuite_0 on busybox' },
  { given: 'an engine', args: [], recipe: 'process', says: '  S_SubSuite_0 on this machine' },
  { given: 'no engine', args: [], recipe: 'busybox', says: '  S_SubSuite_0 on this machine, without the image busybox' },
  // What it makes of the name only it knows.
  { given: 'no engine', args: ['--execution-space-provider', './lab.json'], recipe: 'busybox', says: '  S_SubSuite_0 on busybox' },
])('etos plan with $given and $args says of $recipe: $says', async ({ given, args, recipe, says }) => {
  await using directory = await temporaryDirectory();
  await using engine = await fakeEngine(() => undefined);
  const env = { DOCKER_HOST: given === 'an engine' ? engine.host : 'unix:///nowhere.sock' };
  await directory.write('c.json', aCollection(aSuite({ name: 'S', recipes: [aRecipe({ testRunner: recipe })] })));
  await directory.write('lab.json', { execution_space: { id: 'lab', list: { possible: [], available: [] } } });
  const { stdout } = await runCli(['plan', 'c.json', ...args], { cwd: directory.path, env });
  expect(stdout.split('\n')).toContain(says);
});

test('etos plan says of an IUT provider of the user only what can be known without a check-out', async () => {
  await using directory = await temporaryDirectory();
  await directory.write(
    'c.json',
    aCollection(
      aSuite({ name: 'Smoke', recipes: [aRecipe({ name: 't1', testRunner: 'process' }), aRecipe({ name: 't2', testRunner: 'process' })] }),
    ),
  );
  await directory.write('boards.json', { iut: { id: 'boards', list: { possible: [], available: [] } } });
  const { exitCode, stdout } = await runCli(['plan', 'c.json', '--iut-provider', './boards.json'], { cwd: directory.path });
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`IUT provider:      boards (${directory.at('boards.json')})\n`);
  expect(stdout).toContain('Smoke: 2 recipes, over as many IUTs as "boards" has, at most 2 at once\n  on this machine\n    t1\n    t2\n');
});

test('etos plan warns where a place elsewhere gets the word for no image as an image', async () => {
  await using directory = await temporaryDirectory();
  await directory.write('c.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
  const possible = [{ instructions: '$execution_space_instructions', request: { url: 'http://farm/start', method: 'POST' } }];
  await directory.write('farm.json', { execution_space: { id: 'farm', list: { possible, available: '$this.possible' } } });
  const { exitCode, stderr } = await runCli(['plan', 'c.json', '--execution-space-provider', './farm.json'], { cwd: directory.path });
  expect([exitCode, stderr]).toEqual([
    0,
    'warning: TEST_RUNNER "process" asks for no image, but execution space provider "farm" gets "process" as the image to start\n',
  ]);
});

describe('etos release', () => {
  test('without runs there is nothing to do', async () => {
    await using directory = await temporaryDirectory();
    expect(await runCli(['release'], { cwd: directory.path })).toMatchObject({
      exitCode: 0,
      stdout: `Nothing to release: no run left anything in ${directory.at('.etos', 'runs')}\n`,
    });
  });

  test('a directory that is not that of a run is refused and not touched', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('precious.txt', 'mine');
    const { exitCode, stderr } = await runCli(['release', '.'], { cwd: directory.path });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is not the directory of a run')]);
    expect(readFileSync(directory.at('precious.txt'), 'utf8')).toBe('mine');
  });
});

test('whoever stops reading ends nothing but the reading', async () => {
  await using directory = await temporaryDirectory();
  // More than a pipe holds, into a reader that takes one line and goes.
  const files = Array.from({ length: 40 }, (_, n) => `${'missing/'.repeat(200)}${n}.json`);
  const command = `"${process.execPath}" "${bundleOf('cli')}" validate ${files.join(' ')} 2>&1 >/dev/null | head -n 1; echo "codes \${PIPESTATUS[*]}"`;
  await using shell = startProcess(['bash', '-c', command], { cwd: directory.path });
  await shell.prints(/codes/);
  expect(shell.stdout).toMatch(/^error: missing.*\ncodes 2 0\n$/);
  expect(shell.stderr).toBe('');
});
