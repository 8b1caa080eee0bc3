// The user's file. In: a path or an address. Out: the test collection as a value, with warnings, or one error that tells everything that is
// wrong. How its suites are split and carried out does not belong here.

import type { Recipe } from '../documents/recipe.js';

/** A test collection that keeps every rule of etos.md 3. */
export interface Collection {
  /** Path or address as messages call it, without credentials. */
  readonly source: string;
  /** May be empty, as the released API has it: then there is nothing to run. */
  readonly suites: readonly Suite[];
}

/** One entry of a collection. Recipes may be none; then its verdict is INCONCLUSIVE (etos.md 4.6). */
export interface Suite {
  readonly name: string;
  /** A whole number that orders nothing today. */
  readonly priority: number;
  readonly recipes: readonly Recipe[];
}
