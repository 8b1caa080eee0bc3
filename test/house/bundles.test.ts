import { describe, expect, test } from '@jest/globals';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleOf, run, type ProgramName } from '../support/program.js';

const programs: readonly ProgramName[] = ['cli', 'runner', 'test-runner', 'action', 'post'];

// Node is ready sooner for these.
const isStartedOften = (program: ProgramName): boolean => program === 'runner' || program === 'test-runner';

describe.each(programs)('the bundle of %s', (program) => {
  test('says what kind of module it is, and carries the licences of what is in it', async () => {
    const folder = dirname(bundleOf(program));
    expect(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).toEqual({
      type: isStartedOften(program) ? 'commonjs' : 'module',
    });
    expect((await stat(join(folder, 'licenses.txt'))).size).toBeGreaterThan(0);
  });
});

test.each(['cli', 'runner', 'test-runner'] as const)('%s can be started by its name', async (program) => {
  const { mode } = await stat(bundleOf(program));
  expect(mode & 0o111).toBe(0o111);
  expect(await readFile(bundleOf(program), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test.each(['cli', 'runner'] as const)('%s tells its usage', async (program) => {
  expect(await run(program, ['--help'])).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringMatching(/^usage: /im) });
});

test('test-runner without its variables says what it needs', async () => {
  const { exitCode, output } = await run('test-runner');
  expect(exitCode).toBe(2);
  expect(output).toMatch(/Set [A-Z_]+/);
  expect(output).not.toMatch(/^\s+at /m);
});

test('the action without inputs asks for a collection', async () => {
  expect(await run('action')).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('collection is missing') });
});

test('post without a run has nothing to do', async () => {
  expect(await run('post')).toMatchObject({ exitCode: 0, stdout: 'Nothing to clean up: no run was begun\n' });
});
