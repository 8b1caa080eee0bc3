import { randomUUID } from 'node:crypto';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import { NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import type { Journal } from '../journal/journal.js';
import type { Dataset, Structures } from '../jsontas/evaluate.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.js';
import { acquire } from './acquire.js';
import type { Acquired } from './acquired.js';
import { checkIn } from './check-in.js';
import { datasetFor, type ForSubSuite, type RunFacts } from './dataset.js';
import { evaluatorOf } from './evaluate-part.js';
import { baseInstructions, type RunnerVariables } from './instructions.js';
import { kinds } from './kinds.js';
import type { JsontasProvider, ProviderKind } from './provider-file.js';

export type Providers = Readonly<Record<ProviderKind, JsontasProvider>>;

/** Everything one sub suite needs. */
export interface Environment {
  readonly iut: Acquired;
  readonly executor: Acquired;
  readonly logArea: Acquired;
  /** `instructions.environment.ENVIRONMENT_ID`: the id of the environment's event (etos.md 5.7). */
  readonly id: string;
  /** `instructions.identifier`: what the sub suite is asked for by (etos.md 5.1). */
  readonly identifier: string;
}

export interface Waiting {
  readonly signal: AbortSignal;
}

/** Takes and gives back what the sub suites of one suite need. One for each suite: its dataset is the suite's own. */
export interface SuiteEnvironments {
  /** IUTs, at least one. @throws {NotCarriedOut} */
  iuts(maximum: number, waiting: Waiting): Promise<readonly Acquired[]>;
  /** An execution space and a log area for an IUT. On failure the IUT stays with the caller. @throws {NotCarriedOut} */
  complete(iut: Acquired, subSuite: ForSubSuite, waiting: Waiting): Promise<Environment>;
  /** Checks in, in the order IUT, log area, execution space (etos.md 5.4). One failure does not stop the rest: all are told together. */
  release(items: readonly Acquired[], waiting: Waiting): Promise<void>;
}

export interface EnvironmentProviding {
  readonly structures: Structures;
  readonly variables: RunnerVariables;
  /** Milliseconds to wait for one item of each kind. */
  readonly limits: Readonly<Record<ProviderKind, number>>;
  readonly http: HttpClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

export function suiteEnvironments(providers: Providers, facts: RunFacts, providing: EnvironmentProviding): SuiteEnvironments {
  const { limits, journal, clock, log } = providing;
  const dataset = datasetFor(facts);

  async function take(
    kind: ProviderKind,
    amount: { minimum: number; maximum: number },
    own: Dataset,
    { signal }: Waiting,
  ): Promise<readonly Acquired[]> {
    const provider = providers[kind];
    const marks: JsonObject = new Map([
      ['provider_id', provider.id],
      ...(kind === 'iut' ? ([['identity', facts.identity.text]] as const) : []),
    ]);
    const taken = await acquire(
      provider,
      { ...amount, limit: limits[kind] },
      { evaluate: evaluatorOf(provider, { ...providing, dataset: own }), marks, journal, clock, log, signal },
    );
    own.set(
      kinds[kind].items,
      taken.map(({ item }) => item),
    );
    return taken;
  }

  async function takeOne(kind: ProviderKind, own: Dataset, waiting: Waiting): Promise<Acquired> {
    const [one] = await take(kind, { minimum: 1, maximum: 1 }, own, waiting);
    if (!one) throw new NotCarriedOut(`${kinds[kind].called} provider "${providers[kind].id}" gave nothing`, 'See its list');
    return one;
  }

  async function release(items: readonly Acquired[], { signal }: Waiting): Promise<void> {
    const failures: unknown[] = [];
    for (const item of items) await checkIn(item, { journal, clock, log, signal }).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, failures.map((error) => (error as Error).message).join('; '));
  }

  return {
    release,
    iuts: (maximum, waiting) => take('iut', { minimum: 1, maximum }, dataset, waiting),
    async complete(iut, { testRunner, subSuiteId }, waiting) {
      // A dataset of its own for each IUT: several are completed side by side, and each sees its own `$iut`.
      const own: Dataset = new Map<string, JsonValue>([...(dataset as JsonObject), ['iut', iut.item], ['test_runner', testRunner]]);
      own.set('local', facts.local({ testRunner, subSuiteId }));
      own.set('instructions', baseInstructions(testRunner, providing.variables));
      const executor = await takeOne('execution-space', own, waiting);
      try {
        own.set('executor', executor.item);
        const logArea = await takeOne('log-area', own, waiting);
        return { iut, executor, logArea, ...idsOf(executor) };
      } catch (error) {
        await release([executor], { signal: clock.deadline(10_000, new Error('check-in took longer than 10 s')) });
        throw error;
      }
    },
  };
}

function idsOf({ item, provider }: Acquired): { readonly id: string; readonly identifier: string } {
  const instructions = item.get('instructions');
  if (!isObject(instructions)) {
    throw new NotCarriedOut(
      `${provider.source}: an execution space of provider "${provider.id}" has no "instructions"`,
      'Give each item "instructions": "$execution_space_instructions" and use $expand_value.instructions in its request (docs/providers.md)',
    );
  }
  const environment = instructions.get('environment');
  const id = isObject(environment) ? environment.get('ENVIRONMENT_ID') : undefined;
  const identifier = instructions.get('identifier');
  return { id: typeof id === 'string' ? id : randomUUID(), identifier: typeof identifier === 'string' ? identifier : randomUUID() };
}
