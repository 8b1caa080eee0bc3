import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Conclusion, Outcome, Verdict } from '../documents/outcome.js';
import type { Recipe } from '../documents/recipe.js';
import { isA } from '../eiffel/check.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { directoryNameOf, fitForFiles } from '../host/fit-for-files.js';
import type { LiveLog, LiveLogs } from '../server/live.js';
import type { Upload, Uploads } from '../server/uploads.js';
import type { RecipeResult, SubSuiteResult } from '../report/results.js';
import type { ReadySubSuite } from '../suite/carry-out.js';
import { isStartOf } from '../suite/follow.js';
import type { SubSuiteEnd } from '../suite/outcome.js';
import { lastOutput } from './last-output.js';
import type { Progress } from './progress.js';

/** What the delegation printed; an upload of that name must not take its place. */
const consoleName = 'console.log';
/** The one artifact that no event announces (etos.md 6.4). */
const workspaceArchive = 'workspace.tar.gz';

export interface RecordOptions {
  /** What carries out recipes that want this test runner, in a few words. */
  readonly placeOf: (testRunner: string) => string;
  readonly workspace: string;
  readonly reportDirectory: string;
  readonly artifactDirectory: string;
  /** The run's ActivityTriggered. */
  readonly activityId: string;
  readonly progress: Progress;
}

/** What the events of a run say about its sub suites, put together as they come: progress for the faces, results for the reports. */
export class RunRecord implements Uploads, LiveLogs {
  private readonly subSuites = new Map<string, SubSuiteRecord>();
  /** By the id of the TestSuiteStarted that was really published. */
  private readonly byStart = new Map<string, SubSuiteRecord>();
  private readonly cases = new Map<string, CaseRecord>();
  /** Events that came before the one that they are about, by its id. */
  private readonly early = new Map<string, EiffelEvent[]>();
  private readonly paths = new Map<string, string>();
  private readonly directories = new Set<string>();

  constructor(private readonly options: RecordOptions) {}

  /** A sub suite is about to be started. */
  ready(subSuite: ReadySubSuite): void {
    const directory = this.directoryFor(subSuite.name);
    // What an earlier run left under this name must not pass for ours.
    for (const place of [this.options.reportDirectory, this.options.artifactDirectory])
      rmSync(join(place, directory), { recursive: true, force: true });
    this.subSuites.set(subSuite.id, { subSuite, directory, artifacts: new Set(), cases: [], files: [] });
    this.options.progress({
      kind: 'sub suite waiting',
      suite: subSuite.suite,
      subSuite: subSuite.name,
      recipes: subSuite.recipes.length,
      on: this.options.placeOf(subSuite.testRunner),
    });
  }

  /** A sub suite is over, whatever its events said. */
  ended({ id, name }: ReadySubSuite, end: SubSuiteEnd): void {
    const record = this.subSuites.get(id);
    const outcome = 'outcome' in end ? end.outcome : lostOutcome(end.lost);
    if (record) record.outcome = outcome;
    this.options.progress({ kind: 'sub suite finished', subSuite: name, outcome });
  }

  /** Takes an event of the run into account; others are ignored, as are those of a version whose test cases have another form. */
  take(event: EiffelEvent): void {
    const { type, id } = event.meta;
    const about = aboutOf(event);
    if (about !== undefined && !this.byStart.has(about) && !this.cases.has(about)) {
      const others = this.early.get(about);
      if (others) others.push(event);
      else this.early.set(about, [event]);
      return;
    }
    if (type === 'EiffelTestSuiteStartedEvent') this.started(event);
    else if (type === 'EiffelTestSuiteFinishedEvent') this.finished(event);
    else if (isA(event, 'ArtifactCreated')) this.artifactCreated(event);
    else if (isA(event, 'TestCaseTriggered')) this.caseTriggered(event);
    else if (type === 'EiffelTestCaseStartedEvent') this.caseStarted(event);
    else if (isA(event, 'TestCaseFinished')) this.caseFinished(event);
    if (!this.byStart.has(id) && !this.cases.has(id)) return;
    const waiting = this.early.get(id) ?? [];
    this.early.delete(id);
    for (const one of waiting) this.take(one);
  }

  /** Where an uploaded file goes: artifacts announced as such into the artifact directory, all others to the reports. Undefined: not of this run. */
  destination({ subSuiteId, name, url }: Upload): string | undefined {
    const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
    if (!record) return undefined;
    const known = this.paths.get(url);
    if (known !== undefined) return known;
    const file: FileRecord = { name, url, artifact: record.artifacts.has(name) || name === workspaceArchive, path: '' };
    this.give(file, record);
    record.files.push(file);
    return file.path;
  }

  /** Chooses the path of a file. */
  private give(file: FileRecord, { directory, files }: SubSuiteRecord): void {
    const { artifactDirectory, reportDirectory } = this.options;
    const others = files.filter((other) => other !== file);
    file.path = join(file.artifact ? artifactDirectory : reportDirectory, directory, this.fileName(file.name, others));
    this.paths.set(file.url, file.path);
  }

  /** The file that gets what the delegation with this identifier prints. */
  console(identifier: string): { readonly path: string; readonly subSuite: string } | undefined {
    const record = this.byIdentifier(identifier);
    if (!record) return undefined;
    record.console = join(this.options.reportDirectory, record.directory, consoleName);
    return { path: record.console, subSuite: record.subSuite.name };
  }

  /** Where people can read what a delegation elsewhere prints. */
  consoleAt(identifier: string, address: string): void {
    const record = this.byIdentifier(identifier);
    if (record) record.consoleAddress = address;
  }

  /** The name of the sub suite that a delegation carries out. */
  nameOf(identifier: string): string | undefined {
    return this.byIdentifier(identifier)?.subSuite.name;
  }

  private byIdentifier(identifier: string): SubSuiteRecord | undefined {
    return [...this.subSuites.values()].find(({ subSuite }) => subSuite.environment.identifier === identifier);
  }

  /** Whether a file that was uploaded is an artifact, and the directory of its sub suite. */
  fileAt({ subSuiteId, url }: Upload): { readonly artifact: boolean; readonly directory: string } | undefined {
    const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
    const file = record?.files.find(({ path }) => path === this.paths.get(url));
    return record && file && { artifact: file.artifact, directory: record.directory };
  }

  /** The path that an uploaded file has got. */
  find(url: string): string | undefined {
    return this.paths.get(url);
  }

  /** What a sub suite's delegation prints, by the id of its TestSuiteStarted. */
  live(subSuiteId: string): LiveLog | undefined {
    const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
    return record?.console === undefined ? undefined : { path: record.console, over: record.outcome !== undefined };
  }

  /** The results of a suite's sub suites, in the order in which they were started. @param mainSuiteId the suite's TestSuiteStarted: names may repeat */
  resultsOf(mainSuiteId: string): readonly SubSuiteResult[] {
    return [...this.subSuites.values()]
      .filter(({ subSuite }) => subSuite.mainSuiteId === mainSuiteId)
      .map((record) => this.resultOf(record));
  }

  /** Reads what tests that did not pass printed last. */
  async readOutputs(): Promise<void> {
    for (const record of this.subSuites.values()) {
      const shown = new Set<string>();
      for (const one of record.cases) {
        const path = logOf(one, record) ?? one.logs.map((uri) => this.paths.get(uri))[0];
        // Test cases that were found in one output share its end: the first that did not pass shows it.
        if (path === undefined || one.outcome?.verdict === 'PASSED' || shown.has(path)) continue;
        one.output = await lastOutput(path);
        if (one.of !== undefined) shown.add(path);
      }
    }
  }

  /** The run was stopped: what that cut off says why, not which signal carried the news. */
  stopped(reason: string): void {
    const aborted = ({ outcome }: { outcome?: Outcome }): boolean => outcome?.conclusion === 'ABORTED';
    for (const record of this.subSuites.values()) {
      for (const cut of [record, ...record.cases].filter(aborted)) cut.outcome = { ...(cut.outcome as Outcome), description: `${reason}.` };
    }
  }

  private resultOf(record: SubSuiteRecord): SubSuiteResult {
    const { subSuite, outcome = lostOutcome('it never ended'), started, finished, cases, files, console, consoleAddress } = record;
    const told = cases.map((one): RecipeResult => this.caseResult(one, record));
    const untold = subSuite.recipes.filter(({ id }) => !cases.some(({ recipe }) => recipe === id));
    return {
      name: subSuite.name,
      testRunner: subSuite.testRunner,
      outcome,
      ...(started !== undefined && { started }),
      ...(finished !== undefined && { finished }),
      ...(console !== undefined ? { console: this.shown(console) } : consoleAddress !== undefined && { console: consoleAddress }),
      logs: files.filter(({ artifact }) => !artifact).map(({ path }) => this.shown(path)),
      artifacts: files.filter(({ artifact }) => artifact).map(({ path }) => this.shown(path)),
      // A runner with live test cases tells those instead of recipes; then there is nothing more to say about the recipes.
      recipes: cases.some(({ recipe }) => recipe === undefined)
        ? told
        : [...told, ...untold.map((recipe) => untoldResult(recipe, outcome))],
    };
  }

  private caseResult(one: CaseRecord, record: SubSuiteRecord): RecipeResult {
    const { testCase, recipe, of, outcome, started, finished, logs, output } = one;
    const log = logOf(one, record) ?? logs.map((uri) => this.paths.get(uri) ?? uri)[0];
    return {
      testCase,
      ...(recipe !== undefined && { recipe }),
      ...(of !== undefined && { of }),
      outcome:
        outcome ??
        (started === undefined
          ? 'NOT_RUN'
          : { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: 'It was started and told no result.' }),
      ...(started !== undefined && { started }),
      ...(finished !== undefined && { finished }),
      ...(log !== undefined && { log: this.shown(log) }),
      ...(output !== undefined && { output }),
    };
  }

  private started(event: EiffelEvent): void {
    const { meta } = event;
    const { activityId } = this.options;
    const record =
      this.subSuites.get(meta.id) ?? [...this.subSuites.values()].find(({ subSuite }) => isStartOf({ ...subSuite, activityId }, event));
    if (!record) return;
    // A runner that was started again begins anew; its files and test cases belong here all the same.
    this.byStart.set(meta.id, record);
    if (record.started !== undefined) return;
    record.started = meta.time;
    this.options.progress({ kind: 'sub suite started', subSuite: record.subSuite.name });
  }

  private finished({ meta, links }: EiffelEvent): void {
    const record = this.byStart.get(target(links, 'TEST_SUITE_EXECUTION'));
    if (record) record.finished ??= meta.time;
  }

  private artifactCreated({ data, links }: EiffelEvent): void {
    const record = this.byStart.get(target(links, 'CAUSE'));
    for (const { name } of Array.isArray(data.fileInformation) ? (data.fileInformation as readonly { readonly name?: unknown }[]) : []) {
      if (typeof name !== 'string' || !record) continue;
      record.artifacts.add(name);
      // Over a broker a file may be faster than the event that makes an artifact of it.
      for (const file of record.files.filter((one) => one.name === name && !one.artifact)) {
        const { path } = file;
        file.artifact = true;
        this.give(file, record);
        move(path, file.path);
      }
    }
  }

  private caseTriggered({ meta, data, links }: EiffelEvent): void {
    const record = this.byStart.get(target(links, 'CONTEXT'));
    if (!record) return;
    const testCase = data.testCase as CaseRecord['testCase'];
    const recipe = typeof data.recipeId === 'string' ? data.recipeId : undefined;
    const own = record.subSuite.recipes.find(({ id }) => id === recipe)?.testCase.id;
    const of = own === testCase.id ? undefined : own;
    const one: CaseRecord = { subSuite: record.subSuite.name, testCase, recipe, of, logs: [] };
    record.cases.push(one);
    this.cases.set(meta.id, one);
  }

  private caseStarted({ meta, links }: EiffelEvent): void {
    const one = this.cases.get(target(links, 'TEST_CASE_EXECUTION'));
    if (!one) return;
    one.started = meta.time;
    const inOutput = one.of !== undefined || one.recipe === undefined;
    this.options.progress({ kind: 'recipe started', subSuite: one.subSuite, testCase: one.testCase.id, inOutput });
  }

  private caseFinished({ meta, data, links }: EiffelEvent): void {
    const one = this.cases.get(target(links, 'TEST_CASE_EXECUTION'));
    if (!one) return;
    one.finished = meta.time;
    // One that is announced when it is over says itself how long it took.
    const duration = durationIn(data.outcome);
    if (duration !== undefined) one.started = meta.time - duration;
    one.outcome = outcomeIn(data.outcome);
    one.logs = urisIn(data.persistentLogs);
    this.options.progress({
      kind: 'recipe finished',
      subSuite: one.subSuite,
      testCase: one.testCase.id,
      outcome: one.outcome,
      duration: meta.time - (one.started ?? meta.time),
    });
  }

  /** The name of an uploaded file on this machine, unique in its directory. The log area's own name stays in its address. */
  private fileName(name: string, files: readonly FileRecord[]): string {
    const fit = fitForFiles(name);
    const taken = new Set([consoleName, ...files.map(({ path }) => basename(path))]);
    let unique = fit;
    for (let n = 1; taken.has(unique); n++) unique = `${n}_${fit}`;
    return unique;
  }

  /** The directory of a sub suite's files, unique in the run. */
  private directoryFor(name: string): string {
    const fit = directoryNameOf(name);
    let directory = fit;
    for (let n = 2; this.directories.has(directory); n++) directory = `${fit}-${n}`;
    this.directories.add(directory);
    return directory;
  }

  private shown(path: string): string {
    const below = relative(this.options.workspace, path);
    return below.startsWith('..') || /^https?:/.test(path) ? path : below;
  }
}

interface SubSuiteRecord {
  readonly subSuite: ReadySubSuite;
  readonly directory: string;
  readonly artifacts: Set<string>;
  readonly cases: CaseRecord[];
  readonly files: FileRecord[];
  started?: number;
  finished?: number;
  outcome?: Outcome;
  console?: string;
  consoleAddress?: string;
}

/** An uploaded file. */
interface FileRecord {
  readonly name: string;
  readonly url: string;
  path: string;
  artifact: boolean;
}

/** One that is not there is still on its way, and asks where to go when it has come. */
function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch {
    // Artifacts may be on another file system.
    copyFileSync(from, to);
    rmSync(from);
  }
}

interface CaseRecord {
  readonly subSuite: string;
  readonly testCase: RecipeResult['testCase'];
  readonly recipe: string | undefined;
  /** The recipe's own test case, where this one was found in its output. */
  readonly of: string | undefined;
  logs: readonly string[];
  started?: number;
  finished?: number;
  outcome?: Outcome;
  output?: string | undefined;
}

/** The log of the recipe in whose output a test case was found: it is uploaded when the test case is long over, so no event names it. */
function logOf({ of }: CaseRecord, { subSuite, files }: SubSuiteRecord): string | undefined {
  if (of === undefined || subSuite.recipes.filter(({ testCase }) => testCase.id === of).length > 1) return undefined;
  const name = fitForFiles(`${of}_test_output.log`);
  return files.find(({ path, artifact }) => !artifact && basename(path) === name)?.path;
}

function untoldResult({ id, testCase }: Recipe, outcome: Outcome): RecipeResult {
  if (outcome.conclusion !== 'SUCCESSFUL') return { recipe: id, testCase, outcome: 'NOT_RUN' };
  // A test runner that tells no test cases says only how all of them went together.
  if (outcome.verdict === 'PASSED') return { recipe: id, testCase, outcome };
  return {
    recipe: id,
    testCase,
    outcome: { verdict: 'INCONCLUSIVE', conclusion: 'SUCCESSFUL', description: 'The test runner told no result for this recipe.' },
  };
}

function lostOutcome(reason: string): Outcome {
  return { verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description: `${reason.replace(/\.$/, '')}.` };
}

function outcomeIn(value: unknown): Outcome {
  const { verdict, conclusion, description } = (value ?? {}) as Partial<Record<keyof Outcome, string>>;
  return {
    verdict: (verdict ?? 'INCONCLUSIVE') as Verdict,
    conclusion: (conclusion ?? 'INCONCLUSIVE') as Conclusion,
    description: description ?? '',
  };
}

/** The start of the suite or test case that an event of a test runner is about, which it may overtake on its way. */
function aboutOf(event: EiffelEvent): string | undefined {
  const { meta, links } = event;
  if (isA(event, 'TestCaseTriggered')) return target(links, 'CONTEXT');
  if (isA(event, 'ArtifactCreated')) return target(links, 'CAUSE');
  if (meta.type === 'EiffelTestSuiteFinishedEvent') return target(links, 'TEST_SUITE_EXECUTION');
  if (meta.type === 'EiffelTestCaseStartedEvent' || isA(event, 'TestCaseFinished')) return target(links, 'TEST_CASE_EXECUTION');
  return undefined;
}

/** The metric of our own test runner, in milliseconds. */
function durationIn(outcome: unknown): number | undefined {
  const { metrics } = (outcome ?? {}) as { readonly metrics?: readonly { readonly name?: unknown; readonly value?: unknown }[] };
  const value = [metrics ?? []].flat().find(({ name }) => name === 'duration_ms')?.value;
  return typeof value === 'number' ? value : undefined;
}

function urisIn(logs: unknown): readonly string[] {
  return Array.isArray(logs)
    ? (logs as readonly { readonly uri?: unknown }[]).flatMap(({ uri }) => (typeof uri === 'string' ? [uri] : []))
    : [];
}

function target(links: EiffelEvent['links'], type: string): string {
  return links.find((link) => link.type === type)?.target ?? '';
}
