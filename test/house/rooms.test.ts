import { describe, expect, test } from '@jest/globals';
import { Linter, type ESLint } from 'eslint';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, resolve } from 'node:path';
import typescript from 'typescript';
import ts from 'typescript-eslint';
// @ts-expect-error -- a rule in plain JavaScript
import * as rule from '../../eslint-rules/rooms.js';

type Rooms = ReadonlyMap<string, ReadonlySet<string>>;

const root = resolve(import.meta.dirname, '../..');
const { readRooms, default: plugin } = rule as { readRooms: (page: string) => Rooms; default: ESLint.Plugin };

function messages(filename: string, code: string): readonly string[] {
  const linter = new Linter({ cwd: root });
  const parser = ts.parser as Linter.Parser;
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { rooms: plugin },
    languageOptions: { parser },
    rules: { 'rooms/imports': 'error' },
  };
  return linter.verify(code, config, { filename: join(root, filename) }).map(({ message }) => message);
}

describe('the rooms rule', () => {
  test.each([
    { file: 'src/json/a.ts', code: "import { x } from './b.js';" },
    { file: 'src/json/a.ts', code: "import { x } from '../host/errors.js';" },
    { file: 'src/json/a.ts', code: "import { join } from 'node:path';" },
    { file: 'src/test-runner/main.ts', code: "import { x } from '../eiffel/http.js';" },
    { file: 'runner/main.ts', code: "import { x } from '../src/test-runner/shell.js';" },
    { file: 'src/collection/a.ts', code: "import x from '../../schemas/x.json' with { type: 'json' };" },
  ])('lets $file say $code', ({ file, code }) => {
    expect(messages(file, code)).toEqual([]);
  });

  test.each([
    { file: 'src/json/a.ts', code: "import { x } from '../suite/plan.js';", names: 'src/json may not import src/suite' },
    { file: 'src/json/a.ts', code: "import type { X } from '../suite/plan.js';", names: 'src/json may not import src/suite' },
    { file: 'src/json/a.ts', code: "export { x } from '../suite/plan.js';", names: 'src/json may not import src/suite' },
    { file: 'src/json/a.ts', code: "const x = await import('../suite/plan.js');", names: 'src/json may not import src/suite' },
    { file: 'src/json/a.ts', code: "type X = import('../suite/plan.js').X;", names: 'src/json may not import src/suite' },
    { file: 'src/suite/a.ts', code: "import { x } from '../../runner/main.js';", names: 'src/suite may not import runner' },
    {
      file: 'src/suite/a.ts',
      code: "import { x } from '../../test/support/program.js';",
      names: 'src/suite may not import test/support/program.js',
    },
    { file: 'src/extra/a.ts', code: '', names: 'src/extra/a.ts is in no room' },
    { file: 'src/a.ts', code: '', names: 'src/a.ts is in no room' },
  ])('stops $file from saying $code', ({ file, code, names }) => {
    expect(messages(file, code)).toEqual([expect.stringContaining(names)]);
  });
});

describe('the map', () => {
  test('has no circle of rooms', async () => {
    const rooms = readRooms(await readFile(join(root, 'ARCHITECTURE.md'), 'utf8'));
    expect(circleIn(rooms)).toEqual([]);
  });

  test('has a row for every room, and a room for every row', async () => {
    const rooms = readRooms(await readFile(join(root, 'ARCHITECTURE.md'), 'utf8'));
    const folders = (await readdir(join(root, 'src'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect([...rooms.keys()].sort()).toEqual([...folders.map(({ name }) => `src/${name}`), 'runner'].sort());
  });

  test('has no circle of files, types included', async () => {
    const files = (await Promise.all(['src', 'runner'].map((folder) => sourcesIn(folder)))).flat();
    const imports = await Promise.all(
      files.map(async (file) => [file, new Set(importsOf(file, await readFile(join(root, file), 'utf8')))] as const),
    );
    expect(circleIn(new Map(imports))).toEqual([]);
  });

  test('has no room that is named after nothing', async () => {
    const files = (await Promise.all(['src', 'runner', 'test'].map((folder) => sourcesIn(folder)))).flat();
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared|index)(\/|\.ts$)/.test(file))).toEqual([]);
  });
});

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true });
  return entries.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
}

function importsOf(file: string, text: string): readonly string[] {
  return typescript
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.') && name.endsWith('.js'))
    .map((name) => normalize(join(dirname(file), name.replace(/\.js$/, '.ts'))));
}

/** The first circle found, as the way round it. */
function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done = new Set<string>();
  const visit = (node: string, way: readonly string[]): readonly string[] => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...way, node]);
      if (circle.length > 0) return circle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
