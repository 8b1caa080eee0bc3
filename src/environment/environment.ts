import { randomUUID } from 'node:crypto';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import type { Journal } from '../journal/journal.js';
import type { Dataset, Structures } from '../jsontas/evaluate.js';
import { printJson } from '../json/print.js';
import { fromPlain, isObject, type JsonObject, type JsonValue } from '../json/value.js';
import { acquire } from './acquire.js';
import type { Acquired } from './acquired.js';
import { checkIn } from './check-in.js';
import { datasetFor, suiteValue, type ForSubSuite, type RunFacts } from './dataset.js';
import { evaluatorOf } from './evaluate-part.js';
import { acquireOutside } from './external.js';
import { baseInstructions, rememberingIssued, type RunnerVariables } from './instructions.js';
import { checkItem } from './item-rules.js';
import { kinds, type WaitLimits } from './kinds.js';
import type { Provider } from './provider-file.js';
import type { ProviderKind } from './provider-kind.js';

export type Providers = Readonly<Record<ProviderKind, Provider>>;

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
  readonly checkouts: Checkouts;
}

/** Whoever is told of each checkout from a provider (etos.md 5.7). */
export interface Checkouts {
  /** One begins. Call the answer when it is over: with the problem, when there was one. */
  begun(provider: Provider): Promise<(problem?: string) => Promise<void>>;
}

/** Takes and gives back what the sub suites of one suite need. One for each suite: its dataset is the suite's own. */
export interface SuiteEnvironments {
  /** IUTs, at least one. @throws {NotCarriedOut} */
  iuts(maximum: number, waiting: Waiting): Promise<readonly Acquired[]>;
  /** An execution space and a log area for an IUT. On failure the IUT stays with the caller. @throws {NotCarriedOut} */
  complete(iut: Acquired, subSuite: ForSubSuite, waiting: Waiting): Promise<Environment>;
  /** Checks in, in the order IUT, log area, execution space (etos.md 5.4). One failure does not stop the rest: all are told together. */
  release(items: readonly Acquired[], waiting: Pick<Waiting, 'signal'>): Promise<void>;
  /** Nothing has been asked for yet that would have to be given back. */
  untouched(): boolean;
}

export interface EnvironmentProviding {
  readonly structures: Structures;
  readonly variables: RunnerVariables;
  readonly limits: WaitLimits;
  readonly http: HttpClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

export function suiteEnvironments(providers: Providers, facts: RunFacts, providing: EnvironmentProviding): SuiteEnvironments {
  const { limits, clock, log } = providing;
  let touched = false;
  const journal: Journal = {
    ...providing.journal,
    begin(fact) {
      touched = true;
      return providing.journal.begin(fact);
    },
  };
  const dataset = datasetFor(facts);

  async function take(
    kind: ProviderKind,
    amount: { readonly minimum: number; readonly maximum: number },
    { own, structures = providing.structures }: { readonly own: Dataset; readonly structures?: Structures },
    { signal }: Pick<Waiting, 'signal'>,
  ): Promise<readonly Acquired[]> {
    const provider = providers[kind];
    const marks: JsonObject = new Map([
      ['provider_id', provider.id],
      ...(kind === 'iut' ? ([['identity', facts.identity.text]] as const) : []),
    ]);
    const wanted = { ...amount, limit: limits[kind] };
    const taken =
      provider.type === 'jsontas'
        ? await acquire(provider, wanted, {
            ...providing,
            journal,
            evaluate: evaluatorOf(provider, { ...providing, structures, dataset: own }),
            marks,
            signal,
          })
        : await acquireOutside(provider, wanted, {
            ...providing,
            journal,
            request: outsideRequest(kind, facts, own),
            run: facts.run,
            marks,
            signal,
          });
    own.set(
      kinds[kind].items,
      taken.map(({ item }) => item),
    );
    return taken;
  }

  /** Does it, and tells of it. */
  async function told<T>(kind: ProviderKind, { checkouts }: Waiting, take: () => Promise<T>): Promise<T> {
    const over = await checkouts.begun(providers[kind]);
    let taken: T;
    try {
      taken = await take();
    } catch (error) {
      await over(messageOf(error));
      throw error;
    }
    await over();
    return taken;
  }

  async function takeOne(kind: ProviderKind, own: Dataset, waiting: Waiting): Promise<Acquired> {
    return await told(kind, waiting, () => takeChecked(kind, own, waiting));
  }

  async function takeChecked(kind: ProviderKind, own: Dataset, waiting: Waiting): Promise<Acquired> {
    const { structures, issued } = rememberingIssued(providing.structures);
    const [one] = await take(kind, { minimum: 1, maximum: 1 }, { own, structures }, waiting);
    if (!one) throw new NotCarriedOut(`${kinds[kind].called} provider "${providers[kind].id}" gave nothing`, 'See its list');
    try {
      hideSecrets(one.item);
      checkItem(one.provider, one.item);
      return kind === 'execution-space' ? withInstructions(one, issued) : one;
    } catch (error) {
      await releaseNow([one]);
      throw error;
    }
  }

  /** What a provider read from somewhere to give it to others: never to be seen in a log. */
  function hideSecrets(item: JsonObject): void {
    for (const name of ['request', 'upload']) {
      const request = item.get(name);
      const [auth, headers] = isObject(request) ? [request.get('auth'), request.get('headers')] : [];
      const password = isObject(auth) ? auth.get('password') : undefined;
      if (typeof password === 'string') log.secret(password);
      for (const [header, value] of isObject(headers) ? headers : [])
        if (typeof value === 'string' && secretHeader.test(header)) log.secret(value.replace(/^(?:Bearer|Basic|token) /i, ''));
    }
  }

  async function release(items: readonly Acquired[], { signal }: Pick<Waiting, 'signal'>): Promise<void> {
    const failures: unknown[] = [];
    for (const item of items) await checkIn(item, { journal, clock, log, signal }).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, failures.map((error) => (error as Error).message).join('; '));
  }

  /** With a bound of its own: the run's signal may have fired. What is refused is told, and stays in the journal. */
  async function releaseNow(items: readonly Acquired[]): Promise<void> {
    const bound = clock.deadline(5_000, new Error('check-in took longer than 5 s'));
    await release(items, { signal: bound }).catch((error: unknown) => log.warning((error as Error).message));
  }

  return {
    release,
    untouched: () => !touched,
    iuts: (maximum, waiting) => told('iut', waiting, () => take('iut', { minimum: 1, maximum }, { own: dataset }, waiting)),
    async complete(iut, subSuite, waiting) {
      // A dataset of its own for each IUT: several are completed side by side, and each sees its own `$iut`.
      const own: Dataset = new Map<string, JsonValue>([
        ...(dataset as JsonObject),
        ['iut', iut.item],
        ['test_runner', subSuite.testRunner],
        ['suite', suiteValue(subSuite)],
        ['local', facts.local(subSuite)],
        ['instructions', baseInstructions(subSuite.testRunner, providing.variables)],
      ]);
      const executor = await takeOne('execution-space', own, waiting);
      try {
        own.set('executor', executor.item);
        const logArea = await takeOne('log-area', own, waiting);
        return { iut, executor, logArea, ...idsOf(executor) };
      } catch (error) {
        await releaseNow([executor]);
        throw error;
      }
    },
  };
}

const secretHeader = /authorization|token|secret|password|api-?key|cookie/i;

/** What an external provider is told (etos.md 5.6). */
function outsideRequest(kind: ProviderKind, facts: RunFacts, dataset: Dataset): JsonObject {
  const of = (name: string): JsonValue => (dataset.get(name) as JsonValue | undefined) ?? null;
  const instructions = of('instructions');
  const environment = isObject(instructions) ? instructions.get('environment') : undefined;
  const told = isObject(environment) ? environment : new Map<string, JsonValue>();
  const internal = Object.entries(facts.environment).filter(([name]) => name.startsWith('ETOS_RABBITMQ_') && !told.has(name));
  const texts = [...told, ...(fromPlain(Object.fromEntries(internal)) as JsonObject)]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, typeof value === 'string' ? value : printJson(value)] as const);
  return new Map<string, JsonValue>([
    ['identity', facts.identity.text],
    ['artifact_id', facts.artifactId],
    ['artifact_created', facts.artifactCreated],
    ['artifact_published', facts.artifactPublished],
    ['tercc', facts.tercc],
    ['dataset', facts.dataset],
    ['context', facts.context],
    ...(kind === 'execution-space'
      ? ([
          ['test_runner', of('test_runner')],
          ['iut', of('iut')],
          ['environment', new Map(texts)],
        ] as const)
      : []),
    ...(kind === 'log-area'
      ? ([
          ['iut', of('iut')],
          ['executor', of('executor')],
        ] as const)
      : []),
  ]);
}

/**
 * The execution space with the instructions it is about. The documented provider puts them into its request alone, where the released services do not
 * find them (jsontas.md 13): those that were issued are known by their identifier.
 */
function withInstructions(executor: Acquired, issued: readonly JsonObject[]): Acquired {
  const { item, provider } = executor;
  if (isObject(item.get('instructions'))) return executor;
  const request = printJson(item.get('request') ?? null);
  const own = issued.find((instructions) => {
    const identifier = instructions.get('identifier');
    return typeof identifier === 'string' && request.includes(identifier);
  });
  if (own) return { ...executor, item: new Map([...item, ['instructions', own]]) };
  throw new NotCarriedOut(
    `${provider.source}: an execution space of provider "${provider.id}" has no "instructions", and its request holds none`,
    'Give each item "instructions": "$execution_space_instructions" and use $expand_value.instructions in its request (docs/providers.md)',
  );
}

function idsOf({ item }: Acquired): { readonly id: string; readonly identifier: string } {
  const instructions = item.get('instructions');
  const [environment, identifier] = isObject(instructions) ? [instructions.get('environment'), instructions.get('identifier')] : [];
  const id = isObject(environment) ? environment.get('ENVIRONMENT_ID') : undefined;
  return { id: typeof id === 'string' ? id : randomUUID(), identifier: typeof identifier === 'string' ? identifier : randomUUID() };
}
