import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadCollection, type Loading } from '../collection/load.js';
import { validate, type Validated } from '../collection/validate.js';
import type { Collection } from '../collection/collection.js';
import type { Identity } from '../documents/identity.js';
import { checkDatasets, datasetNames, datasetOf, maximumAmount, readDatasets, type Datasets } from '../environment/dataset.js';
import type { Providers } from '../environment/environment.js';
import { checkEncryptionKey, generationOf } from '../environment/instructions.js';
import { waitLimits, type WaitLimits } from '../environment/kinds.js';
import { loadProvider } from '../environment/provider-file.js';
import { InvalidInput } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import { noDurations, readDurations } from '../suite/durations.js';
import { plan, type Plan } from '../suite/plan.js';
import { createSplitter, type Splitter } from '../suite/splitter.js';
import { findEngine, type EngineFound } from './find-engine.js';
import { identityOf } from './identity.js';
import { testRunnerFiles } from './local-dataset.js';
import { chooseSpaces, type LocalSpaces } from './local-spaces.js';
import type { RunOptions } from './options.js';
import { collectionIn } from './tercc.js';

/** Everything a run needs to know before it starts anything; nothing outside the process has happened. */
export interface Prepared {
  readonly collection: Collection;
  readonly warnings: readonly string[];
  readonly identity: Identity;
  readonly datasets: Datasets;
  /** The most IUTs that each suite may use; undefined where nobody says. */
  readonly maximumAmounts: readonly (number | undefined)[];
  readonly limits: WaitLimits;
  readonly splitter: Splitter;
  readonly providers: Providers;
  readonly plan: Plan;
  readonly engine: EngineFound;
  readonly spaces: LocalSpaces;
}

export interface Preparing {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
  readonly signal: AbortSignal;
}

/** @throws {InvalidInput} */
async function collectionOf({ collection, tercc }: RunOptions, loading: Loading): Promise<Validated> {
  if (collection !== undefined) return await loadCollection(collection, loading);
  return await validate(tercc ? collectionIn(tercc) : '', 'the batches of TERCC');
}

/** Reads and checks all that a run was given. @throws {InvalidInput} with the problems of every input together */
export async function prepare(options: RunOptions, { environment, http, signal }: Preparing): Promise<Prepared> {
  const { workspace } = options;
  const given = readDatasets(options.dataset, workspace);
  // A dataset that cannot be read is told below, together with everything else.
  const names = datasetNames(await given.catch(() => []));
  const loading = { directory: resolve(workspace, options.providersDirectory), workspace, http, signal, names };
  const [loaded, identity, datasets, iut, logArea, executionSpace, splitter, engine, limits] = await allOrProblems([
    collectionOf(options, { http, signal, workspace }),
    identityOf(options.identity, { workspace, environment, signal }),
    given,
    loadProvider('iut', options.iutProvider, loading),
    loadProvider('log-area', options.logAreaProvider, loading),
    loadProvider('execution-space', options.executionSpaceProvider, loading),
    splitterOf(options),
    findEngine(environment, signal),
    // What of the variables would only be noticed later.
    soon(() => {
      generationOf(environment);
      checkEncryptionKey(environment);
      return waitLimits(environment, options.waits);
    }),
    checkWorkspace(workspace),
  ]);
  const { collection, warnings } = loaded;
  checkDatasets(datasets, collection.suites.length);
  const maximumAmounts = collection.suites.map((_, n) => maximumAmount(datasetOf(datasets, n), environment));
  const planned = plan(collection.suites, maximumAmounts);
  const testRunners = [...new Set(planned.suites.flatMap(({ groups }) => groups.map(({ testRunner }) => testRunner)))];
  const spaces = chooseSpaces(executionSpace, engine, testRunners);
  const inContainers = testRunners.some((testRunner) => spaces.spaceFor(testRunner) === 'docker');
  return {
    collection,
    warnings: [...warnings, ...spaces.warnings, ...(inContainers ? testRunnerFiles(environment, workspace).warnings : [])],
    identity,
    datasets,
    maximumAmounts,
    limits,
    splitter,
    providers: { iut, 'log-area': logArea, 'execution-space': executionSpace },
    plan: planned,
    engine,
    spaces,
  };
}

/** By the durations that were named; else, where they are of use, by those of the run whose report is still there. */
async function splitterOf({ splitter, durations, reportDirectory }: RunOptions): Promise<Splitter> {
  if (splitter !== 'by-duration') return createSplitter(splitter, noDurations);
  if (durations.length > 0) return createSplitter(splitter, await readDurations(durations));
  return createSplitter(splitter, await readDurations([join(reportDirectory, 'results.json')]).catch(() => noDurations));
}

/** A workspace that was misspelt would be made, and be empty. @throws {InvalidInput} */
export async function checkWorkspace(workspace: string): Promise<void> {
  const there = await stat(workspace).catch(() => undefined);
  if (!there?.isDirectory())
    throw new InvalidInput(
      `the workspace ${workspace} is ${there ? 'no directory' : 'not there'}`,
      '--workspace names the directory that holds your tests',
    );
}

/** A value, or what is thrown instead, as a promise. */
export async function soon<T>(value: () => T): Promise<T> {
  return Promise.resolve().then(value);
}

/** Waits for all; when some found their input invalid, throws one error with everything that was found. */
export async function allOrProblems<T extends readonly unknown[]>(promises: readonly [...{ [K in keyof T]: Promise<T[K]> }]): Promise<T> {
  const settled = await Promise.allSettled(promises as readonly Promise<unknown>[]);
  const failures = settled.flatMap((result): Error[] => (result.status === 'rejected' ? [result.reason as Error] : []));
  const unexpected = failures.find((failure) => !(failure instanceof InvalidInput));
  if (unexpected) throw unexpected;
  const problems = failures as InvalidInput[];
  const [first] = problems;
  if (first && problems.length === 1) throw first;
  if (first) throw new InvalidInput(problems.map(({ message, hint }) => (hint ? `${message}\n  ${hint}` : message)).join('\n'), '');
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
