import { describe, expect, test } from '@jest/globals';
import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { inputDefaults } from '../../src/action/inputs.js';
// @ts-expect-error -- a tool in plain JavaScript
import { withTables } from '../../tools/action-tables.js';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}

describe('action.yml', () => {
  test('has the inputs that the code reads, with the same defaults', async () => {
    const { inputs } = parse(await read('action.yml')) as Action;
    expect(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']))).toEqual(inputDefaults);
    expect(Object.entries(inputs).filter(([, { required }]) => required)).toEqual([['collection', expect.anything()]]);
  });

  test('has the outputs that the code sets', async () => {
    const { outputs } = parse(await read('action.yml')) as Action;
    const [, body = ''] = /const outputs = \{([^}]*)\}/.exec(await read('src/action/main.ts')) ?? [];
    const set = [...body.matchAll(/^\s*'?([a-z-]+)'?[:,]/gm)].map(([, name]) => name);
    expect(Object.keys(outputs)).toEqual(set);
  });

  test('starts bundles that are there, on the version of Node that is promised', async () => {
    const { runs } = parse(await read('action.yml')) as Action;
    expect(runs).toEqual({ using: 'node24', main: 'dist/action/index.js', post: 'dist/post/index.js', 'post-if': 'always()' });
    await Promise.all([runs.main, runs.post].map((file) => access(join(root, file ?? ''))));
  });

  test('is what the README says of it', async () => {
    const readme = await read('README.md');
    expect(readme).toBe((withTables as (readme: string, action: string) => string)(readme, await read('action.yml')));
  });
});
