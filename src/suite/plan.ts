// The suite runner: carries out the suites of a collection. In: suites, the environment provider, a bus. Out: outcomes; everything else is said
// by events. What a recipe does, where a delegation runs and how results are shown do not belong here.

import type { Suite } from '../collection/collection.js';
import { groupByTestRunner, type Group } from './split.js';

/** What would be carried out where: the value that `etos plan` prints and `etos run` starts from. */
export interface Plan {
  readonly suites: readonly PlannedSuite[];
}

export interface PlannedSuite {
  readonly name: string;
  readonly priority: number;
  readonly groups: readonly Group[];
  /** IUTs that are asked for: at least one, at most so many (etos.md 5.4). */
  readonly maximumIuts: number;
}

/**
 * Plans a collection; pure.
 * @param maximumAmounts the most IUTs that each suite may use; where there is none, as many as it has recipes
 */
export function plan(suites: readonly Suite[], maximumAmounts: readonly (number | undefined)[] = []): Plan {
  return {
    suites: suites.map(({ name, priority, recipes }, n) => ({
      name,
      priority,
      groups: groupByTestRunner(recipes),
      maximumIuts: Math.min(maximumAmounts[n] ?? recipes.length, recipes.length),
    })),
  };
}
