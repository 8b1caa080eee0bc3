import { shownAs, type RecipeResult, type Shown, type Results, type SubSuiteResult, type SuiteResult } from './results.js';

/** One line of a report: a test case, or a suite or sub suite that has none. */
export interface Row {
  readonly suite: string;
  /** Empty for what never reached one. */
  readonly subSuite: string;
  /** The test case's id; undefined where a suite or sub suite has no test case to show. */
  readonly testCase?: string;
  /** The recipe's test case, where this one was found in its output. */
  readonly of?: string;
  readonly verdict: Shown;
  readonly description: string;
  /** Milliseconds, when it was started and finished. */
  readonly duration?: number;
  readonly log?: string;
  /** The last lines that a test printed which did not pass. */
  readonly output?: string;
}

/** All test cases in the order of the results. A suite or sub suite without any has a row of its own, so that its outcome is not lost. */
export function rowsOf({ suites }: Pick<Results, 'suites'>): readonly Row[] {
  return suites.flatMap((suite) => {
    const rows = [
      ...suite.subSuites.flatMap((subSuite) => rowsOfSubSuite(suite, subSuite)),
      ...suite.notRun.map((recipe) => rowOf(recipe, suite.name, '', suite.outcome.description)),
    ];
    if (rows.length > 0) return rows;
    const { verdict, description } = suite.outcome;
    return [{ suite: suite.name, subSuite: '', verdict, description, ...span(suite) }];
  });
}

// As many test cases of one recipe as people read one by one.
const mostAlike = 10;

/** The rows for people: where more than a few test cases that were found in the output of one recipe went well, one row says how many. */
export function foldedRowsOf(results: Pick<Results, 'suites'>): readonly Row[] {
  const folds = new Map<string, Row[]>();
  const rows = rowsOf(results).flatMap((row): readonly (Row | Row[])[] => {
    if (row.of === undefined || (row.verdict !== 'PASSED' && row.verdict !== 'SKIPPED')) return [row];
    const key = JSON.stringify([row.suite, row.subSuite, row.of, row.verdict]);
    const fold = folds.get(key);
    fold?.push(row);
    if (fold) return [];
    const first = [row];
    folds.set(key, first);
    return [first];
  });
  return rows.flatMap((row) => (!Array.isArray(row) ? [row] : row.length > mostAlike ? folded(row) : row));
}

function folded(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, 1).map((first) => ({
    ...first,
    testCase: `${rows.length} test cases of ${first.of}`,
    duration: rows.reduce((sum, { duration = 0 }) => sum + duration, 0),
  }));
}

function rowsOfSubSuite(suite: SuiteResult, subSuite: SubSuiteResult): readonly Row[] {
  const rows = subSuite.recipes.map((recipe) =>
    withConsole(rowOf(recipe, suite.name, subSuite.name, subSuite.outcome.description), subSuite),
  );
  const { verdict, description } = subSuite.outcome;
  const told = verdict === 'PASSED' || rows.some((row) => row.verdict === 'FAILED' || row.verdict === 'INCONCLUSIVE');
  if (rows.length > 0 && told) return rows;
  // It did not pass though none of its test cases says so: it broke before, between or after them.
  const own = { suite: suite.name, subSuite: subSuite.name, verdict, description, ...span(subSuite) };
  return [...rows, { ...own, ...(subSuite.console !== undefined && { log: subSuite.console }) }];
}

/** What did not get as far as a log of its own, a checkout that failed above all, is told of in what the test runner printed. */
function withConsole(row: Row, { console }: SubSuiteResult): Row {
  const bad = row.verdict === 'FAILED' || row.verdict === 'INCONCLUSIVE';
  return bad && row.log === undefined && console !== undefined ? { ...row, log: console } : row;
}

function rowOf(result: RecipeResult, suite: string, subSuite: string, reason: string): Row {
  const { testCase, of, outcome, log, output } = result;
  return {
    suite,
    subSuite,
    testCase: testCase.id,
    ...(of !== undefined && { of }),
    verdict: shownAs(result),
    description: outcome === 'NOT_RUN' ? reason : outcome.description,
    ...span(result),
    ...(log !== undefined && { log }),
    ...(output !== undefined && { output }),
  };
}

function span({ started, finished }: { readonly started?: number; readonly finished?: number }): { readonly duration?: number } {
  return started === undefined || finished === undefined ? {} : { duration: Math.max(0, finished - started) };
}
