// The test runner carries out the recipes of one sub suite through a shell, takes what they leave to the log area, and announces it all (etos.md 6).
// In: a sub suite document. Out: events, files in the log area, an outcome. Where the shell is, who started this and who listens does not
// belong here.

import { join as joinOwn } from 'node:path';
import { join, resolve } from 'node:path/posix';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Outcome } from '../documents/outcome.js';
import type { SubSuite } from '../documents/sub-suite.js';
import type { Publisher } from '../eiffel/bus.js';
import { editionOf } from '../eiffel/edition.js';
import type { Clock } from '../host/clock.js';
import { EtosError, InvalidInput, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { After } from './after.js';
import { Announcements } from './announcements.js';
import { carryOutRecipe } from './carry-out-recipe.js';
import { Checkouts, type CheckoutLimits } from './checkout.js';
import { Delivery } from './delivery.js';
import { FileNames } from './file-names.js';
import { describeExit } from './exit.js';
import { IutCommands } from './iut-commands.js';
import { iutSteps } from './iut-steps.js';
import { LiveTestCases } from './test-cases/live-test-cases.js';
import { masksFor } from './masks.js';
import { OutputLog } from './output-log.js';
import { brokenOff, outcomeOf, withMissingFiles, type RecipeResult } from './outcome.js';
import { pyenvPrologue } from './pyenv.js';
import { RecipeTestCase } from './test-cases/recipe-test-case.js';
import { Scratch } from './scratch.js';
import type { Ending, Shell } from './shell/shell.js';
import { parseTestPatterns, type TestPatterns } from './test-cases/test-patterns.js';
import { trapsIn } from './traps.js';
import { Uploader } from '../log-area/upload.js';
import type { UserLog } from './user-log.js';
import { parseVerdictRules, type VerdictRule } from './verdict-rules.js';

const fullLogName = 'full_execution.log';
/** Milliseconds that the last events get when the grace is over, however long the clean-up took: nobody knows how it ended without them. */
const lastWords = 2_000;

export interface RunningSubSuite {
  readonly shell: Shell;
  readonly publisher: Publisher;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each file that is in the log area, with its checksum. */
  readonly uploaded?: UserLog['uploaded'];
  /** Where people watch what recipes print. */
  readonly output: Writable;
  /** What the test runner was told by variables (etos.md 6.1). */
  readonly variables: Readonly<Record<string, string>>;
  /** The name of the machine, for events. */
  readonly host: string;
  readonly checkoutLimits: CheckoutLimits;
  /** Ends the recipe that runs; what there is goes to the log area within `grace` milliseconds. */
  readonly signal: AbortSignal;
  readonly grace: number;
}

/**
 * Carries out a sub suite from its ActivityTriggered to its ActivityFinished (etos.md 6.3 to 6.9). Whatever recipes, files or servers do is part of
 * the outcome: INCONCLUSIVE when not all recipes could be carried out, with conclusion ABORTED after a cancel.
 * @throws only when the bus does not take the events, so that nobody can learn the outcome from them
 */
export async function runSubSuite(subSuite: SubSuite, parts: RunningSubSuite): Promise<Outcome> {
  const { publisher, clock, log, variables, host, signal, grace } = parts;
  using lastUpload = new After(signal, grace * 0.8, { clock });
  using lastWord = new After(signal, grace, { clock });
  await using scratch = new Scratch();
  const environmentId = variables.ENVIRONMENT_ID;
  const edition = editionOf(variables);
  const announcements = new Announcements(subSuite, { publisher, clock, host, environmentId, edition, signal: lastWord.signal });
  announcements.activityStarted();
  announcements.testSuiteStarted();
  announcements.environmentDefined('ETR Hostname', host);
  if (variables.EXECUTION_SPACE_URL) announcements.environmentDefined('Execution Space URL', variables.EXECUTION_SPACE_URL);
  let delivery: Delivery | undefined;
  let ended: End;
  try {
    const work = await prepare(subSuite, { ...parts, announcements, scratch, lastUpload: lastUpload.signal });
    delivery = work.delivery;
    ended = { outcome: await carryOutRecipes(subSuite, work), whole: true };
  } catch (error) {
    const hint = error instanceof EtosError && error.hint !== '' ? error.hint : undefined;
    log.error('the sub suite was not carried out to its end', { reason: messageOf(signal.aborted ? signal.reason : error), hint });
    ended = { outcome: brokenOff(error, signal), whole: false };
  }
  if (delivery) ended = await deliverTheRest(delivery, ended, { ...parts, scratch });
  announcements.testSuiteFinished(ended.outcome, delivery?.logs ?? []);
  const { conclusion, description } = ended.outcome;
  announcements.activityFinished(ended.whole ? { conclusion: 'SUCCESSFUL' } : { conclusion, description });
  using end = new After(lastWord.signal, lastWords, { clock });
  await announcements.settled(end.signal);
  log.info('sub suite finished', { subSuite: subSuite.name, verdict: ended.outcome.verdict, conclusion, description });
  return ended.outcome;
}

interface End {
  readonly outcome: Outcome;
  /** Whether all recipes were carried out. */
  readonly whole: boolean;
}

interface Work extends RunningSubSuite {
  readonly announcements: Announcements;
  readonly delivery: Delivery;
  readonly scratch: Scratch;
  /** The path of `full_execution.log`, as this process reaches it. */
  readonly fullLog: string;
}

async function prepare(
  subSuite: SubSuite,
  parts: Omit<Work, 'delivery' | 'fullLog'> & { readonly lastUpload: AbortSignal },
): Promise<Work> {
  const { shell, announcements, scratch, lastUpload } = parts;
  const { context, testSuiteStartedId, suiteId, logArea } = subSuite;
  // Documents of 2021 name no main suite.
  const mainSuiteId = testSuiteStartedId ?? suiteId ?? context;
  const uploader = new Uploader(
    logArea,
    { context, mainSuiteId, subSuiteId: announcements.testSuite },
    { ...parts, checksums: parts.uploaded !== undefined },
  );
  await shell.write(['logs', 'artifacts', 'workspace'].map((name) => ({ directory: join(shell.root, name) })));
  const delivery = new Delivery({ ...parts, uploader, names: new FileNames(logArea.logs), signal: lastUpload });
  const fullLog = shell.own(join(shell.root, 'logs', fullLogName)) ?? joinOwn(await scratch.directory(), fullLogName);
  return { ...parts, delivery, fullLog };
}

async function carryOutRecipes(subSuite: SubSuite, work: Work): Promise<Outcome> {
  const { shell, log, variables, signal, grace, announcements, output, fullLog } = work;
  const live = { output, log, signal };
  const openFull = (): Promise<OutputLog> => OutputLog.open({ ...live, files: [{ path: fullLog, flag: 'a' }] });
  // First of all: it is delivered whatever keeps recipes from being carried out.
  await using full = await openFull();
  const steps = await iutSteps(subSuite.iut, work);
  const environment = { ...variablesForAll(shell, variables), ...steps.environment };
  const [prologue, rules, patterns] = await Promise.all([
    pyenvPrologue({ shell, environment, signal }),
    readRules(work),
    readPatterns(work),
  ]);
  const stop: readonly Ending[] = [{ send: 'SIGTERM', patience: grace / 2 }];
  using hurry = new After(signal, grace / 2, work);
  const beside = await IutCommands.start(steps.commands, { shell, environment, openOutput: openFull, log, hurry: hurry.signal });
  try {
    const checkouts = new Checkouts({ ...work, environment, prologue, limits: work.checkoutLimits, full, stop });
    const results: RecipeResult[] = [];
    const warned = new Set<string>();
    for (const [n, recipe] of subSuite.recipes.entries()) {
      signal.throwIfAborted();
      log.info('recipe started', { recipe: `${n + 1} of ${subSuite.recipes.length}`, testCase: recipe.testCase.id });
      for (const trap of trapsIn(recipe).filter((one) => !warned.has(one))) {
        warned.add(trap);
        log.warning(trap, { testCase: recipe.testCase.id });
      }
      const testCases = patterns ? new LiveTestCases(recipe, patterns, work) : new RecipeTestCase(recipe, announcements);
      const result = await carryOutRecipe(recipe, testCases, { ...work, checkouts, prologue, environment, live, stop });
      await announcements.settled();
      log.info('recipe finished', { testCase: recipe.testCase.id, end: describeExit(result.exit) });
      results.push(result);
    }
    return outcomeOf(subSuite.name, results, rules);
  } finally {
    await beside.end();
  }
}

async function deliverTheRest(
  delivery: Delivery,
  { outcome, whole }: End,
  { shell, scratch, log, grace }: RunningSubSuite & { readonly scratch: Scratch },
): Promise<End> {
  const [logs, artifacts] = [join(shell.root, 'logs'), join(shell.root, 'artifacts')];
  const inShell = shell.own(join(logs, fullLogName)) !== undefined;
  const held = inShell ? [] : [{ name: fullLogName, file: joinOwn(await scratch.directory(), fullLogName) }];
  // Each of these for itself: where the shell is gone, what this process holds can still be delivered.
  await shell.sweep(Math.min(1_000, grace / 4)).catch((error: unknown) => {
    log.warning('what tests left running may run on', { reason: messageOf(error) });
  });
  const [inLogs = [], inArtifacts = []] = await shell.list([logs, artifacts]).catch((error: unknown) => {
    log.error('logs and artifacts of the sub suite cannot be reached', { reason: messageOf(error) });
    return [];
  });
  try {
    await delivery.deliverLogs(logs, inLogs, undefined, held);
    await delivery.deliverArtifacts(artifacts, inArtifacts);
    await delivery.deliverWorkspace();
    return { whole, outcome: withMissingFiles(outcome, delivery.uploads) };
  } catch (error) {
    log.error('what was left could not be delivered', { reason: messageOf(error) });
    const description = `${outcome.description} What was left could not be delivered: ${messageOf(error)}.`;
    return { whole, outcome: withMissingFiles({ ...outcome, description }, delivery.uploads) };
  }
}

/** What every command of the sub suite gets beside the shell's own variables (etos.md 6.1, 6.3). */
function variablesForAll(shell: Shell, variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { ETOS_SOURCE_DIR: source } = variables;
  return {
    ...masksFor(shell.environment),
    ...(source !== undefined && { ETOS_SOURCE_DIR: source }),
    GLOBAL_LOGS: join(shell.root, 'logs'),
    GLOBAL_ARTIFACTS: join(shell.root, 'artifacts'),
  };
}

async function readRules({ shell, variables }: RunningSubSuite): Promise<readonly VerdictRule[]> {
  const path = variables.VERDICT_RULES_FILE;
  return path ? parseVerdictRules(await readText(resolve(shell.root, path), shell), path) : [];
}

/** The patterns for live test cases. A file that cannot be used disables them, with a line in the log (etos.md 6.6). */
async function readPatterns({ shell, variables, log }: RunningSubSuite): Promise<TestPatterns | undefined> {
  const path = variables.TEST_REGEX;
  if (!path) return undefined;
  try {
    return parseTestPatterns(await readText(resolve(shell.root, path), shell), path);
  } catch (error) {
    log.error('TEST_REGEX cannot be used: each recipe is one test case', { reason: messageOf(error) });
    return undefined;
  }
}

async function readText(path: string, shell: Shell): Promise<string> {
  try {
    return await text((await shell.read(path)).content);
  } catch (error) {
    throw new InvalidInput(`${path} cannot be read: ${messageOf(error)}`, 'It must be a file where the recipes are carried out', {
      cause: error,
    });
  }
}
