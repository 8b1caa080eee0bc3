// The environment provider as a run has it, for one suite, in this process.

import type { ForSubSuite } from '../../src/environment/dataset.js';
import { suiteEnvironments, type Checkouts, type Environment, type SuiteEnvironments } from '../../src/environment/environment.js';
import { runnerVariables, withSubSuiteAddress } from '../../src/environment/instructions.js';
import { loadProvider } from '../../src/environment/provider-file.js';
import type { ProviderKind } from '../../src/environment/provider-kind.js';
import { recover } from '../../src/environment/recover.js';
import { structuresOfProviders } from '../../src/environment/structures.js';
import { parseIdentity } from '../../src/documents/identity.js';
import { systemClock, type Clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { openJournal } from '../../src/journal/journal.js';
import { fromPlain, toPlain, type JsonObject } from '../../src/json/value.js';
import { start } from '../../src/suite/start.js';
import { temporaryDirectory } from '../support/directory.js';

export interface Given {
  /** Names, paths or JSON texts; the built-in ones where nothing is said. */
  readonly providers?: Readonly<Partial<Record<ProviderKind, string>>>;
  readonly dataset?: object;
  readonly variables?: Readonly<Record<string, string>>;
  readonly limit?: number;
}

export interface Environments extends SuiteEnvironments, AsyncDisposable {
  /** The first IUT with all that a sub suite needs. */
  one(): Promise<Environment>;
  /** Sends the request that starts a test runner. */
  start(environment: Environment): ReturnType<typeof start>;
  giveBack(environment: Environment): Promise<void>;
  /** Kinds of what the journal has open. */
  open(): readonly string[];
  recover(): Promise<void>;
  readonly logged: readonly string[];
}

export const runId = '5e3af5d3-a77b-46c8-9b8e-bc9ff6d54abd';
export const context = '0b0c2b6c-4bbd-4d42-9d23-0a9ec2b2ac34';
const subSuite: ForSubSuite = { name: 's_SubSuite_0', subSuiteId: 'sub', priority: 1, testRunner: 'example/runner:1', recipes: [] };

export async function environments({ providers = {}, dataset = {}, variables = {}, limit = 1_000 }: Given = {}): Promise<Environments> {
  const logged: string[] = [];
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) });
  const directory = await temporaryDirectory();
  // Waits are as long as they are, only shorter.
  const clock: Clock = {
    ...systemClock,
    sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / 10, signal),
    deadline: (milliseconds, reason) => systemClock.deadline(milliseconds / 10, reason),
  };
  const http = createHttpClient({ log, environment: {}, clock });
  const journal = await openJournal(directory.at('journal.ndjson'));
  const { signal } = new AbortController();
  const names = new Set(Object.keys(dataset));
  const load = (kind: ProviderKind) =>
    loadProvider(kind, providers[kind] ?? 'default', { directory: directory.path, workspace: process.cwd(), http, signal, names });
  const spaces = { default: { url: 'http://127.0.0.1:9/', environment: {}, parameters: {} } };
  const local = (): JsonObject => fromPlain({ iuts: 1, livelogs: 'http://live', upload: 'http://log/{name}', spaces }) as JsonObject;
  const facts = {
    run: runId,
    identity: parseIdentity('pkg:docker/acme/webshop@4.2.0'),
    artifactId: 'artifact',
    context,
    tercc: null,
    artifactCreated: null,
    artifactPublished: null,
    environment: variables,
    local,
    dataset: fromPlain(dataset) as JsonObject,
  };
  const suite = suiteEnvironments(
    { iut: await load('iut'), 'log-area': await load('log-area'), 'execution-space': await load('execution-space') },
    facts,
    {
      structures: withSubSuiteAddress(structuresOfProviders(variables), variables),
      variables: runnerVariables(variables, { serverRoot: 'http://run', runId, now: 0 }),
      limits: { iut: limit, 'log-area': limit, 'execution-space': limit },
      http,
      journal,
      clock,
      log,
    },
  );
  return {
    ...suite,
    logged,
    async one() {
      const [iut] = await suite.iuts(1, { signal, checkouts: untold });
      if (!iut) throw new Error('no IUT');
      try {
        return await suite.complete(iut, subSuite, { signal, checkouts: untold });
      } catch (error) {
        await suite.release([iut], { signal });
        throw error;
      }
    },
    start: ({ executor, identifier }) =>
      start(executor.item.get('request') as JsonObject, {
        identifier,
        moved: () => undefined,
        trackerOf: () => undefined,
        spaces: [],
        http,
        signal,
      }),
    giveBack: ({ iut, logArea, executor }) => suite.release([iut, logArea, executor], { signal }),
    open: () => journal.open().map(({ fact }) => fact.kind),
    async recover() {
      for (const entry of journal.open())
        await recover(entry.fact.kind as ProviderKind, entry, { environment: variables, journal, http, clock, log, signal });
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await journal[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
    },
  };
}

/** Checkouts that nobody is told of. */
export const untold: Checkouts = { begun: () => Promise.resolve(() => Promise.resolve()) };

/** An item as plain JSON. */
export function plain(item: JsonObject): Record<string, unknown> {
  return toPlain(item) as Record<string, unknown>;
}
