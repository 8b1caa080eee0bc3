import { deal, quota, type Group, type Share } from './split.js';

/** One recipe for each IUT, so that every test starts on one that nothing else has used; the others wait until an IUT is free again. */
export function onePerIut<Iut>(groups: readonly Group[], iuts: readonly Iut[]): readonly Share<Iut>[] {
  const all = groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
  const quotas = groups.map(({ recipes }) => quota(recipes.length, { of: all, atMost: recipes.length, iuts: iuts.length }));
  const hands = deal(iuts, quotas);
  return groups.flatMap(({ testRunner, recipes }, g) =>
    (hands[g] ?? []).flatMap((iut, n) => {
      const recipe = recipes[n];
      return recipe ? [{ iut, testRunner, recipes: [recipe] }] : [];
    }),
  );
}
