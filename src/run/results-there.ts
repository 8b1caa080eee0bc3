import { relative } from 'node:path';
import type { Suite } from '../collection/collection.js';
import type { Outcome } from '../documents/outcome.js';
import type { Recipe } from '../documents/recipe.js';
import { messageOf } from '../host/errors.js';
import { directoryNameOf } from '../host/fit-for-files.js';
import type { CarriedOut } from '../remote/remote.js';
import type { SeenCase, SeenSubSuite, SeenSuite } from '../remote/watch.js';
import type { RecipeResult, SubSuiteResult, SuiteResult } from '../report/results.js';
import { outcomeOfRun } from '../suite/outcome.js';

/** What came of a run in a deployment, as far as it told. */
export interface ResultsThere {
  readonly outcome: Outcome;
  readonly suites: readonly SuiteResult[];
}

/**
 * Results from what was seen of a run: a suite that was not seen has the outcome of the run where that says it all. Released test runners tell no test
 * cases unless they are asked to (etos.md 6.6), so that a sub suite may have none.
 * @param outputs the last lines that test cases printed, by their ids
 */
export function resultsThere(
  carriedOut: CarriedOut,
  {
    suites,
    workspace,
    outputs,
    started,
    finished,
  }: {
    readonly suites: readonly Suite[];
    readonly workspace: string;
    readonly outputs: ReadonlyMap<string, string>;
    /** Milliseconds since 1970, of the whole run. */
    readonly started: number;
    readonly finished: number;
  },
): ResultsThere {
  const { end, missing } = carriedOut;
  const left = [...carriedOut.suites];
  const take = (name: string): SeenSuite | undefined => {
    const at = left.findIndex((one) => one.name === name);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const pairs = suites.map((suite) => ({ suite, seen: take(suite.name) }));
  const unknown = unknownOutcome(carriedOut);
  const whole = end.kind === 'outcome' ? end.outcome : undefined;
  const context = { workspace, outputs, started, finished, files: carriedOut.files, unknown };
  // Of a run of one suite the outcome of the run says it all, of others only that all of them passed.
  const unseen = whole && (whole.verdict === 'PASSED' || suites.length === 1) ? whole : unknown;
  const results = [
    ...pairs.map(({ suite, seen }) => (seen ? seenSuite(seen, suite.recipes, context) : unseenSuite(suite, unseen, context))),
    ...left.map((seen) => seenSuite(seen, [], context)),
  ];
  return { outcome: withMissing(outcomeOf(carriedOut, results), missing), suites: results };
}

const stops = { cancel: 'ABORTED', time: 'TIMED_OUT', loss: 'FAILED' } as const;

/** The outcome of what was begun and told no end. */
function unknownOutcome({ end }: CarriedOut): Outcome {
  const cut = (description: string, conclusion: Outcome['conclusion']): Outcome => ({
    verdict: 'INCONCLUSIVE',
    conclusion,
    description: sentence(description),
  });
  if (end.kind === 'outcome') return cut('The deployment did not say how it ended', 'INCONCLUSIVE');
  if (end.kind === 'untold') return cut(`The deployment did not say how it ended: ${end.reason}`, 'FAILED');
  if (end.kind === 'activity') return cut(end.state === 'canceled' ? end.reason : 'It never ended', 'FAILED');
  return cut(messageOf(end.reason), stops[end.by]);
}

function outcomeOf(carriedOut: CarriedOut, suites: readonly SuiteResult[]): Outcome {
  const { end } = carriedOut;
  switch (end.kind) {
    case 'outcome': {
      // What failed has failed, whatever is said of the whole.
      const ofSuites = outcomeOfRun(suites);
      if (end.outcome.verdict === 'PASSED' && ofSuites.verdict === 'FAILED') return ofSuites;
      return { ...end.outcome, description: end.outcome.description || 'The deployment gave no description.' };
    }
    case 'activity': {
      const outcome = outcomeOfRun(suites);
      if (end.state === 'finished' || outcome.verdict === 'FAILED') return outcome;
      return unknownOutcome(carriedOut);
    }
    case 'untold':
      return carriedOut.suites.length > 0 ? outcomeOfRun(suites) : unknownOutcome(carriedOut);
    case 'stopped':
      return unknownOutcome(carriedOut);
  }
}

/** Logs that nobody can read make a verdict worth little: today's client fails the run (etos.md 1.4). Tests that failed have failed all the same. */
function withMissing(outcome: Outcome, missing: readonly string[]): Outcome {
  if (missing.length === 0 || outcome.verdict !== 'PASSED') return outcome;
  const more = missing.length > 1 ? ` (and ${missing.length - 1} more)` : '';
  return {
    verdict: 'INCONCLUSIVE',
    conclusion: 'FAILED',
    description: sentence(`ETOS logs did not download successfully: ${missing[0]}${more}. The deployment says: ${outcome.description}`),
  };
}

interface Context {
  readonly workspace: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly started: number;
  readonly finished: number;
  readonly files: CarriedOut['files'];
  readonly unknown: Outcome;
}

/** A suite of which no event was to be had. The files that came for it tell which sub suites it had. */
function unseenSuite({ name, recipes }: Suite, outcome: Outcome, { started, finished, files, workspace, unknown }: Context): SuiteResult {
  const own = files.filter(({ file }) => file.directory?.startsWith(directoryNameOf(`${name}_SubSuite_`)));
  const runners = new Set(recipes.map(({ testRunner }) => testRunner));
  const directories = [...new Set(own.map(({ file }) => file.directory ?? ''))].sort();
  const paths = (directory: string, kind: 'log' | 'artifact'): readonly string[] =>
    own.filter(({ file }) => file.directory === directory && file.kind === kind).map(({ path }) => shown(path, workspace));
  return {
    name,
    outcome,
    started,
    finished,
    subSuites: directories.map((directory) => ({
      name: directory,
      testRunner: theOnly(runners),
      outcome: outcome.verdict === 'PASSED' ? outcome : unknown,
      logs: paths(directory, 'log'),
      artifacts: paths(directory, 'artifact'),
      recipes: [],
    })),
    notRun: outcome.verdict === 'INCONCLUSIVE' && directories.length === 0 ? recipes.map(notRun) : [],
  };
}

function theOnly(words: ReadonlySet<string>): string {
  return words.size === 1 ? ([...words][0] ?? '') : '';
}

function seenSuite(seen: SeenSuite, recipes: readonly Recipe[], context: Context): SuiteResult {
  const { name, outcome = context.unknown, started, finished = context.finished } = seen;
  // A runner that was started again begins its sub suite anew: its last start counts.
  const subSuites = seen.subSuites.filter((one, n) => !seen.subSuites.some((other, m) => m > n && other.name === one.name));
  return {
    name,
    outcome,
    started,
    finished,
    subSuites: subSuites.map((subSuite) => subSuiteResult(subSuite, recipes, subSuites.length === 1, context)),
    notRun: subSuites.length === 0 && outcome.verdict !== 'PASSED' ? recipes.map(notRun) : [],
  };
}

function subSuiteResult(subSuite: SeenSubSuite, recipes: readonly Recipe[], alone: boolean, context: Context): SubSuiteResult {
  const { name, outcome = context.unknown, started, finished, cases, logs } = subSuite;
  const directory = directoryNameOf(name);
  const addresses = new Set(logs.map(({ uri }) => uri));
  const own = context.files.filter(({ file }) =>
    file.directory === undefined
      ? addresses.has(file.url) || (alone && addresses.size === 0)
      : directoryNameOf(file.directory) === directory,
  );
  const paths = (kind: 'log' | 'artifact'): readonly string[] =>
    own.filter(({ file }) => file.kind === kind).map(({ path }) => shown(path, context.workspace));
  const runners = new Set(recipes.map(({ testRunner }) => testRunner));
  const runner = recipes.find(({ id, testCase }) => cases.some((one) => one.recipe === id || one.testCase.id === testCase.id))?.testRunner;
  return {
    name,
    testRunner: runner ?? theOnly(runners),
    outcome,
    started,
    ...(finished !== undefined && { finished }),
    logs: paths('log'),
    artifacts: paths('artifact'),
    recipes: cases.map((one) => caseResult(one, context)),
  };
}

function caseResult(
  { id, testCase, recipe, outcome, started, finished, logs: [log] }: SeenCase,
  { files, workspace, outputs, unknown }: Context,
): RecipeResult {
  const path = log && files.find(({ file }) => file.url === log.uri)?.path;
  const output = outputs.get(id);
  return {
    testCase,
    ...(recipe !== undefined && { recipe }),
    outcome: outcome ?? (started === undefined ? 'NOT_RUN' : unknown),
    ...(started !== undefined && { started }),
    ...(finished !== undefined && { finished }),
    ...(log && { log: path === undefined ? log.uri : shown(path, workspace) }),
    ...(output !== undefined && { output }),
  };
}

function notRun({ id: recipe, testCase }: Recipe): RecipeResult {
  return { recipe, testCase, outcome: 'NOT_RUN' };
}

function shown(path: string, workspace: string): string {
  const below = relative(workspace, path);
  return below.startsWith('..') ? path : below;
}

function sentence(text: string): string {
  return `${text.replace(/\.$/, '')}.`;
}
