import { describe, expect, test } from '@jest/globals';
import type { Recipe } from '../../src/documents/recipe.js';
import { groupByTestRunner, split } from '../../src/suite/split.js';

describe('split', () => {
  test.each([
    {
      recipes: { py: 3, go: 1 },
      iuts: 4,
      gives: ['iut0 py: 1', 'iut2 py: 2', 'iut3 py: 3', 'iut1 go: 1'],
      why: 'each runner in turn takes the next IUT',
    },
    { recipes: { py: 4 }, iuts: 2, gives: ['iut0 py: 1 3', 'iut1 py: 2 4'], why: 'round robin, not blocks' },
    { recipes: { py: 5 }, iuts: 2, gives: ['iut0 py: 1 3 5', 'iut1 py: 2 4'], why: 'the first gets the odd one' },
    { recipes: { py: 2 }, iuts: 9, gives: ['iut0 py: 1', 'iut1 py: 2'], why: 'no empty sub suites' },
    { recipes: { py: 9, go: 1 }, iuts: 2, gives: ['iut0 py: 1 2 3 4 5 6 7 8 9', 'iut1 go: 1'], why: 'at least one IUT for each runner' },
    { recipes: { py: 5, go: 5 }, iuts: 1, gives: ['iut0 py: 1 2 3 4 5'], why: 'a runner without an IUT waits for the next round' },
    {
      recipes: { a: 1, b: 3 },
      iuts: 2,
      gives: ['iut0 a: 1', 'iut1 b: 1 2 3'],
      why: '0.5 rounds to 0, then at least 1; 1.5 rounds to 2, of which one is left',
    },
    {
      recipes: { a: 3, b: 5 },
      iuts: 4,
      gives: ['iut0 a: 1 3', 'iut2 a: 2', 'iut1 b: 1 3 5', 'iut3 b: 2 4'],
      why: '1.5 and 2.5 both round to 2: half to even',
    },
    { recipes: {}, iuts: 3, gives: [], why: 'nothing to do' },
    { recipes: { py: 2 }, iuts: 0, gives: [], why: 'nobody to do it' },
  ])('$recipes over $iuts IUTs: $why', ({ recipes, iuts, gives }) => {
    const shares = split(
      groupByTestRunner(recipesOf(recipes)),
      Array.from({ length: iuts }, (_, n) => `iut${n}`),
    );
    expect(shares.map(({ iut, testRunner, recipes: own }) => `${iut} ${testRunner}: ${own.map(({ id }) => id).join(' ')}`)).toEqual(gives);
  });

  test('groups keep the order in which test runners are first named, and the order of the recipes', () => {
    const mixed = ['go 1', 'py 1', 'go 2', 'py 2'].map((text) => recipe(...(text.split(' ') as [string, string])));
    expect(groupByTestRunner(mixed).map(({ testRunner, recipes }) => [testRunner, recipes.map(({ id }) => id)])).toEqual([
      ['go', ['1', '2']],
      ['py', ['1', '2']],
    ]);
  });
});

function recipesOf(amounts: Readonly<Record<string, number | undefined>>): readonly Recipe[] {
  return Object.entries(amounts).flatMap(([testRunner, amount = 0]) =>
    Array.from({ length: amount }, (_, n) => recipe(testRunner, String(n + 1))),
  );
}

function recipe(testRunner: string, id: string): Recipe {
  const testCase = { id, tracker: '', uri: '', version: 'master' };
  return { id, testCase, testRunner, command: 'true', checkout: ['true'], environment: [], execute: [], parameters: [] };
}
