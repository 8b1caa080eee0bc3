import type { Recipe } from '../documents/recipe.js';
import { roundHalfToEven } from '../host/round.js';

/** The recipes of a suite that want the same test runner, in the order of the collection. */
export interface Group {
  readonly testRunner: string;
  readonly recipes: readonly Recipe[];
}

/** What one IUT is to carry out. */
export interface Share<Iut> extends Group {
  readonly iut: Iut;
}

/** The recipes by test runner, in the order in which the runners are first named (etos.md 4.4). */
export function groupByTestRunner(recipes: readonly Recipe[]): readonly Group[] {
  const groups = new Map<string, Recipe[]>();
  for (const recipe of recipes) {
    const group = groups.get(recipe.testRunner);
    if (group) group.push(recipe);
    else groups.set(recipe.testRunner, [recipe]);
  }
  return [...groups].map(([testRunner, own]) => ({ testRunner, recipes: own }));
}

/**
 * Splits groups over IUTs as the released services do (etos.md 4.4): an IUT serves one test runner, recipes are dealt round robin.
 * @param iuts in the order of check-out
 * @returns one share for each IUT in use, runners in order, then IUTs in order. A runner for which no IUT was left has none: it waits for
 *   the next round of IUTs.
 */
export function split<Iut>(groups: readonly Group[], iuts: readonly Iut[]): readonly Share<Iut>[] {
  const all = groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
  const quotas = groups.map(({ recipes }) => quota(recipes.length, { of: all, atMost: recipes.length, iuts: iuts.length }));
  const hands = deal(iuts, quotas);
  return groups.flatMap((group, g) => roundRobin(group, hands[g] ?? []));
}

/** How many of the IUTs a test runner gets whose share of the work is `part` of `of`: one at least, no more than it has recipes. */
export function quota(part: number, { of, atMost, iuts }: { readonly of: number; readonly atMost: number; readonly iuts: number }): number {
  // Half to even, as Python rounds: in a mixed deployment both sides must split alike.
  return Math.min(Math.max(roundHalfToEven((iuts * part) / of), 1), atMost);
}

/** Hands out IUTs: over the runners in order, again and again, each takes the next while it has fewer than its quota. */
export function deal<Iut>(iuts: readonly Iut[], quotas: readonly number[]): readonly (readonly Iut[])[] {
  const hands = quotas.map((): Iut[] => []);
  const left = [...iuts];
  while (left.length > 0 && hands.some((hand, g) => hand.length < (quotas[g] ?? 0))) {
    for (const [g, hand] of hands.entries()) {
      if (hand.length < (quotas[g] ?? 0)) hand.push(...left.splice(0, 1));
    }
  }
  return hands;
}

function roundRobin<Iut>({ testRunner, recipes }: Group, hand: readonly Iut[]): readonly Share<Iut>[] {
  return hand.map((iut, n) => ({ iut, testRunner, recipes: recipes.filter((_, i) => i % hand.length === n) }));
}
