import type { Recipe } from '../documents/recipe.js';
import { deal, quota, type Group, type Share } from './split.js';

/** How long recipes took in earlier runs, milliseconds. */
export interface Durations {
  /** By the recipe's id, and by the id of its test case for a recipe that got a new one. */
  readonly recipes: ReadonlyMap<string, number>;
  readonly testCases: ReadonlyMap<string, number>;
}

/**
 * Splits so that the sub suites end at about the same time: IUTs are dealt to test runners by how long their recipes take together; then, longest first,
 * each recipe goes to the IUT that has least to do. Of what was never run before, the median is expected.
 */
export function byDuration<Iut>(groups: readonly Group[], iuts: readonly Iut[], durations: Durations): readonly Share<Iut>[] {
  const weigh = weighing(groups, durations);
  const weights = groups.map(({ recipes }) => recipes.reduce((sum, recipe) => sum + weigh(recipe), 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const quotas = groups.map(({ recipes }, g) => quota(weights[g] ?? 0, { of: all, atMost: recipes.length, iuts: iuts.length }));
  const hands = deal(iuts, quotas);
  return groups.flatMap((group, g) => longestFirst(group, hands[g] ?? [], weigh));
}

/** Never zero, so that recipes without a duration are still dealt evenly. */
function weighing(groups: readonly Group[], { recipes, testCases }: Durations): (recipe: Recipe) => number {
  const known = ({ id, testCase }: Recipe): number | undefined => recipes.get(id) ?? testCases.get(testCase.id);
  const all = groups
    .flatMap((group) => group.recipes)
    .map(known)
    .filter((duration) => duration !== undefined)
    .sort((a, b) => a - b);
  const median = all[Math.floor(all.length / 2)] ?? 1;
  return (recipe) => Math.max(known(recipe) ?? median, 1);
}

function longestFirst<Iut>({ testRunner, recipes }: Group, hand: readonly Iut[], weigh: (recipe: Recipe) => number): readonly Share<Iut>[] {
  const loads = hand.map((iut) => ({ iut, recipes: [] as Recipe[], weight: 0 }));
  for (const recipe of [...recipes].sort((a, b) => weigh(b) - weigh(a))) {
    const [least] = [...loads].sort((a, b) => a.weight - b.weight);
    if (!least) break;
    least.recipes.push(recipe);
    least.weight += weigh(recipe);
  }
  return loads.map(({ iut, recipes: own }) => ({ iut, testRunner, recipes: own }));
}
