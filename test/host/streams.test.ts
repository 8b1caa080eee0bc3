import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { bundleOf, startProcess, type Ended } from '../support/program.js';

describe('a standard output that takes nothing, as on a full disk,', () => {
  test('does not keep a run from its end, its files and its exit code', async () => {
    await using directory = await withCollection();
    const { exitCode, stderr } = await etos('run collection.json > /dev/full', directory);
    expect([exitCode, stderr]).toEqual([0, 'error: standard output cannot be written: no space is left on the device\n']);
    expect(JSON.parse(await readFile(directory.at('reports', 'results.json'), 'utf8'))).toMatchObject({ verdict: 'PASSED' });
  });

  test.each(['validate collection.json', 'plan collection.json', 'jsontas document.json', '--help', '--version'])(
    'is an error of etos %s, which is called for its text',
    async (command) => {
      await using directory = await withCollection();
      const { exitCode, stderr } = await etos(`${command} > /dev/full`, directory);
      expect([exitCode, stderr]).toEqual([3, 'error: standard output cannot be written: no space is left on the device\n']);
    },
  );

  test('changes nothing where the exit code says more', async () => {
    await using directory = await withCollection();
    expect((await etos('validate gone.json > /dev/full', directory)).exitCode).toBe(2);
  });

  test('is told nowhere when standard error takes nothing either', async () => {
    await using directory = await withCollection();
    expect((await etos('run collection.json > /dev/full 2>&1', directory)).exitCode).toBe(0);
    expect((await etos('run gone.json > /dev/full 2>&1', directory)).exitCode).toBe(2);
  });
});

test('whoever stops reading gets no error', async () => {
  await using directory = await withCollection();
  const { stderr } = await etos('run collection.json | true', directory);
  expect(stderr).toBe('');
});

test.each(['action', 'post'] as const)(
  'a step of GitHub, %s, comes to its end when the runner that reads its log is gone',
  async (program) => {
    await using directory = await withCollection();
    // What post would clean up: it says so only after it looked, when nobody reads any more.
    const env = {
      'STATE_run-directory': directory.at('gone'),
      GITHUB_WORKSPACE: directory.path,
      INPUT_COLLECTION: 'collection.json',
      GITHUB_STEP_SUMMARY: await directory.write('summary.md', ''),
    };
    // Not every sh hands on a variable with a hyphen.
    await using shell = startProcess(['bash', '-c', `{ "${process.execPath}" "${bundleOf(program)}"; echo $? >&2; } | true`], {
      cwd: directory.path,
      env,
    });
    expect((await shell.ended).stderr).toBe('0\n');
    if (program === 'action')
      expect(JSON.parse(await readFile(directory.at('reports', 'results.json'), 'utf8'))).toMatchObject({ verdict: 'PASSED' });
  },
);

async function withCollection(): Promise<TestDirectory> {
  const directory = await temporaryDirectory();
  await directory.write('collection.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
  await directory.write('document.json', { a: 1 });
  return directory;
}

async function etos(command: string, directory: TestDirectory): Promise<Ended> {
  await using shell = startProcess(['sh', '-c', `"${process.execPath}" "${bundleOf('cli')}" ${command}`], { cwd: directory.path });
  return await shell.ended;
}
