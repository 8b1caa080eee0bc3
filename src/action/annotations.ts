import { lastLines } from '../report/last-lines.js';
import type { RecipeResult, Results } from '../report/results.js';

/** A remark that GitHub shows above the log and, with a file, beside the code. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

// As much as an annotation shows without being unfolded.
const mostLines = 10;
// GitHub keeps ten a level and step and drops the rest without a word; the last error is the step's own closing sentence.
const limits = { error: 9, warning: 10 } as const;

/** What people should see first: the failed test cases as errors, those that could not be carried out as warnings, and how many more there are. */
export function annotationsOf({ suites }: Pick<Results, 'suites'>): readonly Annotation[] {
  const cases = suites.flatMap((suite) =>
    [...suite.subSuites.flatMap(({ recipes }) => recipes), ...suite.notRun].map((recipe) => ({ suite: suite.name, recipe })),
  );
  const of = (verdict: string, level: Annotation['level']): readonly Annotation[] =>
    cases
      .filter(({ recipe: { outcome } }) => outcome !== 'NOT_RUN' && outcome.verdict === verdict)
      .map(({ suite, recipe }) => ({ level, title: `${suite}: ${recipe.testCase.id}`, message: inWords(recipe) }));
  return [...limited(of('FAILED', 'error'), 'failed'), ...limited(of('INCONCLUSIVE', 'warning'), 'could not be carried out')];
}

function inWords({ outcome, log, output }: RecipeResult): string {
  const description = outcome === 'NOT_RUN' ? 'not run' : outcome.description || outcome.verdict;
  return [description, ...(log === undefined ? [] : [`Log: ${log}`]), ...(output === undefined ? [] : lastLines(output, mostLines))].join(
    '\n',
  );
}

function limited(all: readonly Annotation[], what: string): readonly Annotation[] {
  const [first] = all;
  if (first === undefined || all.length <= limits[first.level]) return all;
  const shown = all.slice(0, limits[first.level] - 1);
  const left = all.length - shown.length;
  return [
    ...shown,
    { level: first.level, title: `and ${left} more`, message: `${left} more test cases ${what}; the summary of the step lists them` },
  ];
}
