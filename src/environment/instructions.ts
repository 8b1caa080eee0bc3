import { InvalidInput } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { encryptFernet, type Structure, type Structures } from '../jsontas/evaluate.js';
import { isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** What test runners are told beside the image, before a provider adds to it: variables in the order of the released services. */
export type RunnerVariables = readonly (readonly [name: string, value: string | number | boolean | null])[];

/**
 * The variables of every test runner of a run (etos.md 8.1). With a broker those of the released services: by it and by the services they find
 * everything, and what is not set is null. Without one they report to the run's own server.
 * @param now milliseconds, for the token that the password becomes when there is an `ETOS_ENCRYPTION_KEY`
 * @throws {InvalidInput} when a variable cannot be read
 */
export function runnerVariables(
  environment: Variables,
  { serverRoot, runId, now }: { readonly serverRoot: string; readonly runId: string; readonly now: number },
): RunnerVariables {
  const { SOURCE_HOST: host = environment.HOSTNAME, ETOS_API: api } = environment;
  if (environment.RABBITMQ_HOST) {
    return [
      ...brokerVariables(environment, now),
      ['SOURCE_HOST', host ?? null],
      ['ETOS_GRAPHQL_SERVER', environment.ETOS_GRAPHQL_SERVER ?? null],
      ['ETOS_API', api ?? null],
      [providerVariable, environment[providerVariable] || serverRoot],
      // Another provider does not know this path.
      ...(environment[providerVariable] ? [] : ([[directVariable, null]] as const)),
      ...internalBusVariables(environment, now),
    ];
  }
  return [
    ...(host ? ([['SOURCE_HOST', host]] as const) : []),
    ...(api ? ([['ETOS_API', api]] as const) : []),
    [providerVariable, serverRoot],
    [directVariable, null],
    ['ETOS_EVENTS_URL', `${serverRoot}/events`],
    ['ETOS_RUN_ID', runId],
  ];
}

/** Where the test runner asks for its sub suite. */
const providerVariable = 'ETOS_ENVIRONMENT_PROVIDER';
/** The sub suite's own address, which test runners since 2026 ask first (etos.md 6.1). */
const directVariable = 'ENVIRONMENT_URL';

function brokerVariables(environment: Variables, now: number, prefix = '', exchange = 'eiffel'): RunnerVariables {
  const named = (name: string): string => `${prefix}RABBITMQ_${name}`;
  // What is empty is not set, as for ourselves (readBroker).
  const given = (name: string): string | undefined => environment[named(name)] || undefined;
  const [password, port = '5672', key] = [given('PASSWORD'), given('PORT'), environment.ETOS_ENCRYPTION_KEY];
  if (!/^\s*\d+\s*$/.test(port))
    throw new InvalidInput(`${named('PORT')} is ${JSON.stringify(port)}; expected a number`, 'The usual one is 5672');
  return [
    [named('HOST'), given('HOST') ?? null],
    [named('USERNAME'), given('USERNAME') ?? null],
    [named('PASSWORD'), password === undefined ? null : key ? encrypted(password, key, now) : password],
    [named('EXCHANGE'), given('EXCHANGE') ?? exchange],
    [named('PORT'), Number(port)],
    [named('VHOST'), given('VHOST') ?? null],
    // Only the exact word enables TLS (etos.md 9.1).
    [named('SSL'), (given('SSL') ?? 'true') === 'true'],
  ];
}

const internalPrefix = 'ETOS_RABBITMQ_';
/** What we have no use for ourselves. */
const streamVariables = [`${internalPrefix}STREAM_PORT`, `${internalPrefix}STREAM_NAME`];
/** Without a bus for them, a released test runner waits for ever with its first log line, or its first upload (etos.md 6.1). */
const switchedOff = [
  ['ETOS_ENABLE_SENDING_LOGS', 'false'],
  ['DISABLE_EVENT_PUBLISHING', 'true'],
] as const;

/** The bus for log lines and files of today's test runners (etos.md 9.1), or that there is none. */
function internalBusVariables(environment: Variables, now: number): RunnerVariables {
  if (environment.ETOS_RABBITMQ_HOST) {
    const handedOn = [...streamVariables, ...switchedOff.map(([name]) => name)];
    const said = handedOn.flatMap((name) => (environment[name] ? ([[name, environment[name]]] as const) : []));
    return [...withPassword(brokerVariables(environment, now, 'ETOS_', 'etos'), environment, now), ...said];
  }
  return [...withPassword([], environment, now), ...switchedOff];
}

/** With a key they read a token in any case, and end where there is none. */
function withPassword(variables: RunnerVariables, { ETOS_ENCRYPTION_KEY: key }: Variables, now: number): RunnerVariables {
  const name = `${internalPrefix}PASSWORD`;
  if (!key || variables.some(([one, value]) => one === name && value !== null)) return variables;
  return [...variables.filter(([one]) => one !== name), [name, encrypted('', key, now)]];
}

function isInternal(name: string): boolean {
  return name.startsWith(internalPrefix) || switchedOff.some(([one]) => one === name);
}

function encrypted(password: string, key: string, now: number): string {
  try {
    return encryptFernet(password, key, now);
  } catch (error) {
    throw new InvalidInput(
      `ETOS_ENCRYPTION_KEY cannot be used: ${(error as Error).message}`,
      'It is a Fernet key: 32 random bytes in URL-safe base64',
    );
  }
}

/** @throws {InvalidInput} `ETOS_ENCRYPTION_KEY` is set, and nothing can be encrypted with it */
export function checkEncryptionKey({ ETOS_ENCRYPTION_KEY: key }: Variables): void {
  if (key) encrypted('', key, 0);
}

/** The instructions that `$execution_space_instructions` starts from (jsontas.md 9): the image of the test runner, no parameters, the variables. */
export function baseInstructions(testRunner: string, variables: RunnerVariables): JsonObject {
  return new Map<string, JsonValue>([
    ['image', testRunner],
    ['environment', new Map(variables)],
    ['parameters', new Map()],
  ]);
}

/**
 * For which generation of test runners instructions are made (etos.md 8.1). `2021` asks for its sub suite at `SUB_SUITE_URL`; `late-2021` also gets its
 * version and a feature flag; `current` finds its environment by `ENVIRONMENT_ID`. `any` has what each of them reads, in an order that is right for all.
 */
export const generations = ['any', '2021', 'late-2021', 'current'] as const;
export type Generation = (typeof generations)[number];

/** The generation that the variable `ETOS_TEST_RUNNER_GENERATION` names; `any` without it. @throws {InvalidInput} */
export function generationOf(environment: Variables): Generation {
  const text = environment.ETOS_TEST_RUNNER_GENERATION || 'any';
  const generation = findGeneration(text);
  if (generation) return generation;
  throw new InvalidInput(
    `ETOS_TEST_RUNNER_GENERATION is ${JSON.stringify(text)}; expected ${generations.join(', ')}.${didYouMean(text, generations)}`,
    'Without the variable, instructions have what test runners of every generation read',
  );
}

const structureName = 'execution_space_instructions';

/**
 * The structures of a provider, whose `$execution_space_instructions` is complete (etos.md 8.1): `SUB_SUITE_URL` below `ETOS_ENVIRONMENT_PROVIDER` after
 * everything that a provider may override, `ENVIRONMENT_URL` where the base asks for one. Two members of its parameters are ours, the released services
 * know neither: `generation`, and `testRunner` (`image` or `embedded`), which is handed on (design.md, decision 2).
 */
export function withSubSuiteAddress(structures: Structures, environment: Variables): Structures {
  const base = structures.get(structureName);
  if (!base) return structures;
  const usual = generationOf(environment);
  const complete: Structure = (parameters, scope) => {
    const generation = chosen(parameters.get('generation') ?? null, usual);
    const overridden = parameters.get('environment');
    const instructions = base(parameters, scope);
    if (!(instructions instanceof Map)) return instructions;
    const variables = instructions.get('environment');
    if (isObject(variables)) {
      const own = isObject(overridden) ? overridden : new Map<string, JsonValue>();
      instructions.set(
        'environment',
        forGeneration(variables, { generation, own, identifier: textOf(instructions.get('identifier') as JsonValue), environment }),
      );
    }
    const testRunner = parameters.get('testRunner') ?? null;
    if (testRunner !== null) instructions.set('testRunner', testRunner);
    return instructions;
  };
  return new Map([...structures, [structureName, complete]]);
}

interface Completing {
  readonly generation: Generation;
  /** The variables that the provider sets. */
  readonly own: JsonObject;
  readonly identifier: string;
  readonly environment: Variables;
}

function forGeneration(given: JsonObject, { generation, own, identifier, environment }: Completing): JsonObject {
  const variables = new Map(given);
  const take = (name: string): JsonValue => {
    const value = variables.get(name) ?? null;
    variables.delete(name);
    return value;
  };
  const id = take('ENVIRONMENT_ID');
  // One that the provider sets stays where it is.
  const version = (own.get('ETR_VERSION') ?? null) === null ? ([['ETR_VERSION', take('ETR_VERSION')]] as const) : [];
  const provider = variables.get(providerVariable);
  // With a broker the documents of the single generations are those of the released services, and an address of the provider's own counts.
  const direct = !variables.has('RABBITMQ_HOST') || own.has(directVariable) || (generation === 'any' && !own.has(providerVariable));
  if (!direct) variables.delete(directVariable);
  if (variables.has(directVariable)) variables.set(directVariable, `${textOf(provider)}/environment/${textOf(id)}`);
  const address = typeof provider === 'string' ? ([['SUB_SUITE_URL', `${provider}/sub_suite?id=${identifier}`]] as const) : [];
  const flag = environment.ETOS_FEATURE_CLM;
  // Those of 2021 have no such bus; with today's choice, what there is not is not said: the document is that of the released services.
  const knowsInternal = generation === 'any' || (generation === 'current' && Boolean(environment.ETOS_RABBITMQ_HOST));
  if (!knowsInternal) [...variables.keys()].filter((name) => isInternal(name) && !own.has(name)).forEach((name) => variables.delete(name));
  switch (generation) {
    case '2021':
      return new Map<string, JsonValue>([...variables, ...address]);
    case 'late-2021':
      return new Map<string, JsonValue>([...variables, ...address, ...version, ['ETOS_FEATURE_CLM', flag ?? 'true']]);
    case 'current':
      if (!own.has(providerVariable)) variables.delete(providerVariable);
      return new Map<string, JsonValue>([...variables, ['ENVIRONMENT_ID', id], ...version]);
    case 'any':
      return new Map<string, JsonValue>([
        ...variables,
        ...address,
        ['ENVIRONMENT_ID', id],
        ...version,
        ...(flag === undefined ? [] : ([['ETOS_FEATURE_CLM', flag]] as const)),
      ]);
  }
}

function chosen(given: unknown, usual: Generation): Generation {
  if (given === null) return usual;
  const generation = typeof given === 'string' ? findGeneration(given) : undefined;
  if (generation) return generation;
  throw new Error(`its "generation" is ${JSON.stringify(given)}; expected one of ${generations.join(', ')}`);
}

function findGeneration(text: string): Generation | undefined {
  return generations.find((one) => one === text);
}

/** Structures that remember which instructions were issued. */
export function rememberingIssued(structures: Structures): { readonly structures: Structures; readonly issued: readonly JsonObject[] } {
  const base = structures.get(structureName);
  const issued: JsonObject[] = [];
  if (!base) return { structures, issued };
  const remembering: Structure = (parameters, scope) => {
    const instructions = base(parameters, scope);
    if (isObject(instructions)) issued.push(new Map(instructions));
    return instructions;
  };
  return { structures: new Map([...structures, [structureName, remembering]]), issued };
}
