import { describe, expect, test } from '@jest/globals';
import type { Recipe } from '../../src/documents/recipe.js';
import { noDurations, readDurations } from '../../src/suite/durations.js';
import { groupByTestRunner } from '../../src/suite/split.js';
import { createSplitter, leftOf } from '../../src/suite/splitter.js';
import { temporaryDirectory } from '../support/directory.js';

const seconds = (of: Readonly<Record<string, number | undefined>>) => ({
  recipes: new Map(Object.entries(of).map(([id, duration]) => [id, (duration ?? 0) * 1000])),
  testCases: new Map<string, number>(),
});

describe('by-duration', () => {
  test.each([
    { durations: { a: 9, b: 5, c: 4, d: 1 }, iuts: 2, gives: ['a d', 'b c'], why: 'longest first, each to who has least to do' },
    { durations: { a: 1, b: 1, c: 1, d: 9 }, iuts: 2, gives: ['d', 'a b c'], why: 'the longest has an IUT for itself' },
    { durations: { a: 4, c: 2 }, iuts: 2, gives: ['a d', 'b c'], why: 'of b and d nothing is known: the upper median, 4' },
    { durations: {}, iuts: 2, gives: ['a c', 'b d'], why: 'nothing is known: evenly' },
    { durations: { a: 1 }, iuts: 9, gives: ['a', 'b', 'c', 'd'], why: 'no empty sub suites' },
  ])('$durations over $iuts: $why', ({ durations, iuts, gives }) => {
    expect(inShort('by-duration', ['a', 'b', 'c', 'd'], iuts, seconds(durations))).toEqual(gives);
  });

  test('runners get IUTs by how long they have to work', () => {
    const recipes = [...['a', 'b', 'c'].map((id) => recipe(id, 'quick')), ...['x', 'y', 'z'].map((id) => recipe(id, 'slow'))];
    const splitter = createSplitter('by-duration', seconds({ a: 1, b: 1, c: 1, x: 20, y: 20, z: 20 }));
    const shares = splitter(groupByTestRunner(recipes), [1, 2, 3, 4]);
    expect(shares.map(({ testRunner, recipes: own }) => `${testRunner} ${own.map(({ id }) => id).join(' ')}`)).toEqual([
      'quick a b c',
      'slow x',
      'slow y',
      'slow z',
    ]);
  });
});

describe('one-per-iut', () => {
  test('gives each IUT one recipe, and leaves the others for later rounds', () => {
    const groups = groupByTestRunner(['a', 'b', 'c', 'd', 'e'].map((id) => recipe(id)));
    const splitter = createSplitter('one-per-iut', noDurations);
    const rounds: string[][] = [];
    for (let left = groups; left.length > 0;) {
      const shares = splitter(left, [1, 2]);
      rounds.push(shares.map(({ recipes }) => recipes.map(({ id }) => id).join(' ')));
      left = leftOf(left, shares);
    }
    expect(rounds).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });
});

describe('durations of earlier runs', () => {
  const results = (recipes: readonly object[]) => ({ version: 1, suites: [{ subSuites: [{ recipes }] }] });

  test('are read by recipe and by test case; several test cases of a recipe count together, a later file wins', async () => {
    await using directory = await temporaryDirectory();
    const first = await directory.write('1.json', results([{ recipe: 'a', testCase: { id: 'A' }, duration: 9 }]));
    const second = await directory.write(
      '2.json',
      results([
        { recipe: 'a', testCase: { id: 'A' }, duration: 1.5 },
        { recipe: 'a', testCase: { id: 'A2' }, duration: 2 },
        { recipe: 'b', testCase: { id: 'B' } },
      ]),
    );
    const { recipes, testCases } = await readDurations([first, second]);
    expect([...recipes]).toEqual([['a', 3500]]);
    expect([...testCases]).toEqual([
      ['A', 1500],
      ['A2', 2000],
    ]);
  });

  test.each([
    { content: '{"tests": []}', says: /is not the results.json of a run: it has no list "suites"/ },
    { content: '<html>', says: /not JSON/ },
  ])('$content is refused', async ({ content, says }) => {
    await using directory = await temporaryDirectory();
    await expect(readDurations([await directory.write('r.json', content)])).rejects.toThrow(says);
  });

  test('a file that is not there is refused', async () => {
    await expect(readDurations(['/nowhere/results.json'])).rejects.toThrow('durations /nowhere/results.json cannot be read');
  });
});

function inShort(
  name: 'by-duration',
  ids: readonly string[],
  iuts: number,
  durations: Parameters<typeof createSplitter>[1],
): readonly string[] {
  const shares = createSplitter(name, durations)(
    groupByTestRunner(ids.map((id) => recipe(id))),
    Array.from({ length: iuts }, (_, n) => n),
  );
  return shares.map(({ recipes }) => recipes.map(({ id }) => id).join(' '));
}

function recipe(id: string, testRunner = 'py'): Recipe {
  const testCase = { id, tracker: '', uri: '', version: 'master' };
  return { id, testCase, testRunner, command: 'true', checkout: ['true'], environment: [], execute: [], parameters: [] };
}
