import { byDuration, type Durations } from './by-duration.js';
import { onePerIut } from './one-per-iut.js';
import { split, type Group, type Share } from './split.js';

/**
 * Deals the recipes of a suite to IUTs: one share for each IUT in use, in the order in which sub suites get their numbers. Recipes that are in no share
 * wait for the next round of IUTs.
 */
export type Splitter = <Iut>(groups: readonly Group[], iuts: readonly Iut[]) => readonly Share<Iut>[];

/** The splitters by name; the first one is the usual one. */
export const splitterNames = ['round-robin', 'by-duration', 'one-per-iut'] as const;
export type SplitterName = (typeof splitterNames)[number];

/** @param durations for `by-duration` */
export function createSplitter(name: SplitterName, durations: Durations): Splitter {
  switch (name) {
    case 'round-robin':
      return split;
    case 'by-duration':
      return (groups, iuts) => byDuration(groups, iuts, durations);
    case 'one-per-iut':
      return onePerIut;
  }
}

/** What is left of the groups when these shares are carried out. */
export function leftOf(groups: readonly Group[], shares: readonly Group[]): readonly Group[] {
  const shared = new Set(shares.flatMap(({ recipes }) => recipes));
  return groups
    .map(({ testRunner, recipes }) => ({ testRunner, recipes: recipes.filter((recipe) => !shared.has(recipe)) }))
    .filter(({ recipes }) => recipes.length > 0);
}
