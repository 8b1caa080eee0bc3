import type { Outcome } from '../documents/outcome.js';
import { count, shownAs, type RecipeResult, type Results, type SubSuiteResult, type SuiteResult } from './results.js';

/** `results.json`: everything that is known, in the form of schemas/results.schema.json. Times are ISO 8601, durations seconds. */
export function printResultsJson(results: Results): string {
  const { id, identity, collection, executionSpace, started, finished } = results.run;
  const document = {
    version: 1,
    run: { id, identity, collection, executionSpace, ...times({ started, finished }) },
    ...outcomeFields(results.outcome),
    counts: count(results),
    suites: results.suites.map(suiteFields),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function suiteFields({ name, outcome, started, finished, subSuites, notRun }: SuiteResult): object {
  return {
    name,
    ...outcomeFields(outcome),
    ...times({ started, finished }),
    subSuites: subSuites.map(subSuiteFields),
    notRun: notRun.map(recipeFields),
  };
}

function subSuiteFields({ name, testRunner, outcome, console, logs, artifacts, recipes, ...span }: SubSuiteResult): object {
  return {
    name,
    testRunner,
    ...outcomeFields(outcome),
    ...times(span),
    ...(console !== undefined && { console }),
    logs,
    artifacts,
    recipes: recipes.map(recipeFields),
  };
}

function recipeFields(result: RecipeResult): object {
  const { recipe, testCase, outcome, log, output, ...span } = result;
  const { id, tracker, uri, version } = testCase;
  return {
    ...(recipe !== undefined && { recipe }),
    testCase: {
      id,
      ...(tracker !== undefined && { tracker }),
      ...(uri !== undefined && { uri }),
      ...(version !== undefined && { version }),
    },
    ...(outcome === 'NOT_RUN' ? { verdict: outcome } : outcomeFields(outcome)),
    ...(shownAs(result) === 'SKIPPED' && { skipped: true }),
    ...times(span),
    ...(log !== undefined && { log }),
    ...(output !== undefined && { output }),
  };
}

function outcomeFields({ verdict, conclusion, description }: Outcome): Outcome {
  return { verdict, conclusion, description };
}

function times({ started, finished }: { readonly started?: number; readonly finished?: number }): object {
  return {
    ...(started !== undefined && { started: new Date(started).toISOString() }),
    ...(finished !== undefined && { finished: new Date(finished).toISOString() }),
    ...(started !== undefined && finished !== undefined && { duration: Math.max(0, finished - started) / 1000 }),
  };
}
