// What came of a run, and how it is written: results.json, junit.xml, summary.md, the table of the terminal. In: results. Out: text. Where the
// results come from (events) and where the text goes does not belong here.

import type { Outcome, Verdict } from '../documents/outcome.js';
import type { TestCase } from '../documents/recipe.js';

/** What came of a run. Times are milliseconds since 1970; paths are relative to the workspace where they lie below it. */
export interface Results {
  readonly run: {
    readonly id: string;
    readonly identity: string;
    readonly collection: string;
    /** One line: where the sub suites were carried out, and why there. */
    readonly executionSpace: string;
    readonly started: number;
    readonly finished: number;
  };
  readonly outcome: Outcome;
  readonly suites: readonly SuiteResult[];
}

export interface SuiteResult {
  readonly name: string;
  readonly outcome: Outcome;
  readonly started: number;
  readonly finished: number;
  readonly subSuites: readonly SubSuiteResult[];
  /** Recipes that never reached a sub suite: no environment, or cancelled before. */
  readonly notRun: readonly RecipeResult[];
}

export interface SubSuiteResult {
  readonly name: string;
  readonly testRunner: string;
  readonly outcome: Outcome;
  readonly started?: number;
  readonly finished?: number;
  /** Path or address of what the delegation printed. */
  readonly console?: string;
  readonly logs: readonly string[];
  readonly artifacts: readonly string[];
  readonly recipes: readonly RecipeResult[];
}

/** One test case: a recipe, or what `TEST_REGEX` found in a recipe's output (then `recipe` may be unknown). */
export interface RecipeResult {
  readonly recipe?: string;
  /** The recipe's own test case, where this one was found in its output. */
  readonly of?: string;
  readonly testCase: Pick<TestCase, 'id'> & Partial<TestCase>;
  /** `NOT_RUN`: it was never started. */
  readonly outcome: Outcome | 'NOT_RUN';
  readonly started?: number;
  readonly finished?: number;
  readonly log?: string;
  /** The last lines that a test printed which did not pass; what people look for first. Of those found in one output the first has them. */
  readonly output?: string;
}

export interface Counts {
  /** Without those that were skipped. */
  readonly passed: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly notRun: number;
  readonly skipped: number;
}

/** What a report shows for a test case: its verdict, and the two that are none. */
export type Shown = Verdict | 'NOT_RUN' | 'SKIPPED';

/** A test case that the test framework skipped has PASSED for those who read events, with this description alone (etos.md 6.9). */
export function shownAs({ outcome }: Pick<RecipeResult, 'outcome'>): Shown {
  if (outcome === 'NOT_RUN') return outcome;
  return outcome.verdict === 'PASSED' && outcome.description === 'SKIPPED' ? 'SKIPPED' : outcome.verdict;
}

/** How many test cases ended how, over all suites. */
export function count({ suites }: Pick<Results, 'suites'>): Counts {
  const all = suites.flatMap((suite) => [...suite.subSuites.flatMap(({ recipes }) => recipes), ...suite.notRun]);
  const of = (shown: Shown): number => all.filter((recipe) => shownAs(recipe) === shown).length;
  return {
    passed: of('PASSED'),
    failed: of('FAILED'),
    inconclusive: of('INCONCLUSIVE'),
    notRun: of('NOT_RUN'),
    skipped: of('SKIPPED'),
  };
}
