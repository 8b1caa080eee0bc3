import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

/** The pages of the project; a page's code blocks are not its text. */
async function pages(): Promise<readonly { readonly name: string; readonly text: string; readonly code: string }[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root });
  const names = stdout.split('\n').filter((name) => name !== '' && !name.startsWith('dist/'));
  return Promise.all(
    names.map(async (name) => {
      const text = await read(name);
      return { name, text: text.replace(/^```[^]*?^```/gm, ''), code: text };
    }),
  );
}

describe('the pages', () => {
  test('link only to files that are there', async () => {
    const dead: string[] = [];
    for (const { name, text } of await pages()) {
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        await access(join(root, dirname(name), target)).catch(() => dead.push(`${name}: ${target}`));
      }
    }
    expect(dead).toEqual([]);
  });

  test('name only commands of npm that package.json has', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const unknown = (await pages()).flatMap(({ name, code }) =>
      [...code.matchAll(/npm run ([a-z][a-z:-]*)/g)]
        .filter(([, script = '']) => !(script in scripts))
        .map(([command]) => `${name}: ${command}`),
    );
    expect(unknown).toEqual([]);
  });

  test('name only variables of tests and programs that something reads', async () => {
    const named = new Set((await pages()).flatMap(({ code }) => code.match(/\bETOS_TEST_[A-Z_]+/g) ?? []));
    const { stdout } = await promisify(execFile)('git', ['grep', '--untracked', '-hoE', 'ETOS_TEST_[A-Z_]+', '--', 'test', '.ci'], {
      cwd: root,
    });
    expect([...named].filter((name) => !stdout.split('\n').includes(name))).toEqual([]);
  });
});

test('the README starts with the two commands, and they are what the project checks', async () => {
  const start = (await read('README.md')).split('\n').slice(0, 60).join('\n');
  expect(start).toContain('node dist/cli/index.js run examples/quickstart/collection.json');
  expect(start).toContain('npm cit');
  expect(await read('.ci/run')).toContain('npm cit');
});
