import { resolve } from 'node:path';
import { loadCollection } from '../collection/load.js';
import type { Collection } from '../collection/collection.js';
import type { Identity } from '../documents/identity.js';
import { maximumAmount, readDataset } from '../environment/dataset.js';
import type { Providers } from '../environment/environment.js';
import { loadProvider, type JsontasProvider, type ProviderKind } from '../environment/provider-file.js';
import { InvalidInput } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import type { JsonObject } from '../json/value.js';
import { plan, type Plan } from '../suite/plan.js';
import { identityOf } from './identity.js';
import { chooseSpaces, findEngine, type EngineFound, type LocalSpaces } from './local-spaces.js';
import type { RunOptions } from './options.js';

/** Everything a run needs to know before it starts anything; nothing outside the process has happened. */
export interface Prepared {
  readonly collection: Collection;
  readonly warnings: readonly string[];
  readonly identity: Identity;
  readonly dataset: JsonObject;
  readonly maximumAmount: number | undefined;
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

/** Reads and checks all that a run was given. @throws {InvalidInput} with the problems of every input together */
export async function prepare(options: RunOptions, { environment, http, signal }: Preparing): Promise<Prepared> {
  const { workspace } = options;
  const loading = { directory: resolve(workspace, options.providersDirectory), workspace, http, signal };
  const [loaded, identity, dataset, iut, logArea, executionSpace, engine] = await allOrProblems([
    loadCollection(options.collection, { http, signal, workspace }),
    identityOf(options.identity, { workspace, environment, signal }),
    readDataset(options.dataset, workspace),
    loadJsontas('iut', options.iutProvider, loading),
    loadJsontas('log-area', options.logAreaProvider, loading),
    loadJsontas('execution-space', options.executionSpaceProvider, loading),
    findEngine(environment, signal),
  ]);
  const { collection, warnings } = loaded;
  const most = maximumAmount(dataset, environment);
  const planned = plan(collection.suites, most === undefined ? {} : { maximumAmount: most });
  const testRunners = [...new Set(planned.suites.flatMap(({ groups }) => groups.map(({ testRunner }) => testRunner)))];
  return {
    collection,
    warnings,
    identity,
    dataset,
    maximumAmount: most,
    providers: { iut, 'log-area': logArea, 'execution-space': executionSpace },
    plan: planned,
    engine,
    spaces: chooseSpaces(executionSpace, engine, testRunners),
  };
}

async function loadJsontas(kind: ProviderKind, reference: string, loading: Parameters<typeof loadProvider>[2]): Promise<JsontasProvider> {
  const provider = await loadProvider(kind, reference, loading);
  if (provider.type === 'jsontas') return provider;
  throw new InvalidInput(
    `${provider.source}: ${kind} provider "${provider.id}" is external, which is not supported`,
    'Use a JSONTas provider',
  );
}

/** Waits for all; when some found their input invalid, throws one error with everything that was found. */
async function allOrProblems<T extends readonly unknown[]>(promises: readonly [...{ [K in keyof T]: Promise<T[K]> }]): Promise<T> {
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
