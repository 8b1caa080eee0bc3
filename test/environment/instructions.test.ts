import { describe, expect, test } from '@jest/globals';
import { baseInstructions, generationOf, runnerVariables, withSubSuiteAddress } from '../../src/environment/instructions.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { evaluate, providerStructures } from '../../src/jsontas/evaluate.js';
import { printPython } from '../../src/json/print.js';
import { fromPlain, isObject, textOf, type JsonObject, type JsonValue } from '../../src/json/value.js';
// Recorded from released environment providers: four generations and overrides.
import recorded from './docker-parameter.json' with { type: 'json' };

const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const settings = {
  RABBITMQ_HOST: 'rabbitmq.example.com',
  RABBITMQ_USERNAME: 'etos',
  RABBITMQ_PASSWORD: 'guest-example',
  RABBITMQ_EXCHANGE: 'eiffel',
  RABBITMQ_PORT: '5671',
  RABBITMQ_VHOST: '/etos',
  RABBITMQ_SSL: 'true',
  SOURCE_HOST: 'etos-environment-provider-6d5f8c7b9-abcde',
  ETOS_GRAPHQL_SERVER: 'https://graphql.example.com/graphql',
  ETOS_API: 'https://etos.example.com/api',
  ETOS_ENVIRONMENT_PROVIDER: 'https://environment-provider.example.com',
};
const image = 'ghcr.io/example/etos-python-test-runner:3.11.9';

describe('the delegation parameter is that of the released services', () => {
  test.each([
    { variant: 'default2021', generation: '2021', variables: {}, overrides: {} },
    {
      variant: 'overridden2021',
      generation: '2021',
      variables: {},
      overrides: {
        image: 'registry.example.com/etos/custom-runner:7',
        environment: { MYENV: 'value from dataset', HTTP_PROXY: 'http://proxy.example.com:3128' },
        parameters: { '--privileged': '', '--name': 'etr-webshop-1', '--memory': '2g' },
      },
    },
    { variant: 'late2021', generation: 'late-2021', variables: { ETR_VERSION: '1.24.0', ETOS_FEATURE_CLM: 'true' }, overrides: {} },
    {
      variant: 'current',
      generation: 'current',
      variables: { ETR_VERSION: '3.11.0', ETOS_ENCRYPTION_KEY: key },
      overrides: { environment: { MYENV: 'value from dataset' }, parameters: { '--privileged': '' } },
    },
  ] as const)('$variant', async ({ variant, generation, variables, overrides }) => {
    const { dockerParameter } = recorded[variant];
    const text = printPython(await issue({ ...settings, ...variables, ETOS_TEST_RUNNER_GENERATION: generation }, overrides));
    expect(alike(text)).toBe(alike(dockerParameter));
  });

  test('without a choice it has what test runners of each generation read, in an order that is right for all', async () => {
    const issued = await issue({ ...settings, ETR_VERSION: '1', ETOS_FEATURE_CLM: 'true' }, { environment: { MYENV: 'x' } });
    const names = [...variablesOf(issued).keys()];
    for (const variant of ['default2021', 'late2021', 'current'] as const) {
      const wanted = Object.keys(recorded[variant].instructions.environment).filter((name) => name !== 'HTTP_PROXY');
      expect(names.filter((name) => wanted.includes(name))).toEqual(wanted);
    }
  });

  test.each([
    { what: 'not set', empty: {} },
    {
      what: 'empty',
      empty: Object.fromEntries(['USERNAME', 'PASSWORD', 'EXCHANGE', 'PORT', 'VHOST', 'SSL'].map((name) => [`RABBITMQ_${name}`, ''])),
    },
  ])('what is $what is null, or what we take ourselves', async ({ empty }) => {
    const { RABBITMQ_HOST } = settings;
    const variables = variablesOf(await issue({ RABBITMQ_HOST, HOSTNAME: undefined, ...empty }, {}));
    expect(Object.fromEntries(variables)).toMatchObject({
      RABBITMQ_USERNAME: null,
      RABBITMQ_PASSWORD: null,
      RABBITMQ_EXCHANGE: 'eiffel',
      RABBITMQ_PORT: 5672,
      RABBITMQ_VHOST: null,
      RABBITMQ_SSL: true,
      SOURCE_HOST: null,
      ETOS_GRAPHQL_SERVER: null,
      ETOS_API: null,
      ETR_VERSION: null,
    });
  });

  test("without an internal bus test runners are told that there is none: today's would wait for it", async () => {
    const off = { ETOS_ENABLE_SENDING_LOGS: 'false', DISABLE_EVENT_PUBLISHING: 'true' };
    expect(Object.fromEntries(variablesOf(await issue(settings, {})))).toMatchObject(off);
    const names = [...variablesOf(await issue(settings, { generation: '2021' })).keys()];
    expect(names.filter((name) => name in off)).toEqual([]);
    const own = variablesOf(await issue(settings, { environment: { DISABLE_EVENT_PUBLISHING: 'false' } }));
    expect(own.get('DISABLE_EVENT_PUBLISHING')).toBe('false');
  });

  test.each(['any', 'current'])(
    'an internal bus is told to test runners of the generation %s, its password encrypted too',
    async (generation) => {
      const internal = { ETOS_RABBITMQ_HOST: 'logs.example.com', ETOS_RABBITMQ_PASSWORD: 'sesame', ETOS_RABBITMQ_STREAM_NAME: 'live' };
      const told = variablesOf(await issue({ ...settings, ...internal, ETOS_ENCRYPTION_KEY: key }, { generation }));
      expect(Object.fromEntries([...told].filter(([name]) => name.startsWith('ETOS_RABBITMQ_')))).toEqual({
        ETOS_RABBITMQ_HOST: 'logs.example.com',
        ETOS_RABBITMQ_USERNAME: null,
        ETOS_RABBITMQ_PASSWORD: expect.stringMatching(/^gAAAA/),
        ETOS_RABBITMQ_EXCHANGE: 'etos',
        ETOS_RABBITMQ_PORT: 5672,
        ETOS_RABBITMQ_VHOST: null,
        ETOS_RABBITMQ_SSL: true,
        ETOS_RABBITMQ_STREAM_NAME: 'live',
      });
      expect(told.has('DISABLE_EVENT_PUBLISHING')).toBe(false);
    },
  );

  test('with a key, a test runner finds a token as password of the internal bus even where there is no such bus: it ends without', async () => {
    const told = variablesOf(await issue({ ...settings, ETOS_ENCRYPTION_KEY: key }, {}));
    expect(told.get('ETOS_RABBITMQ_PASSWORD')).toMatch(/^gAAAA/);
  });

  test('each evaluation has identifiers of its own, and SUB_SUITE_URL cannot be overridden', async () => {
    const environment = { SUB_SUITE_URL: 'http://mine', ENVIRONMENT_ID: 'mine', ETOS_ENVIRONMENT_PROVIDER: 'http://other' };
    const [one, two] = [await issue(settings, { environment }), await issue(settings, { environment })];
    expect(one.get('identifier')).not.toBe(two.get('identifier'));
    expect(variablesOf(one).get('SUB_SUITE_URL')).toBe(`http://other/sub_suite?id=${textOf(one.get('identifier'))}`);
    expect(variablesOf(one).get('ENVIRONMENT_ID')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('testRunner is there only where a provider sets it', async () => {
    expect([...(await issue(settings, {})).keys()]).toEqual(['image', 'environment', 'parameters', 'identifier']);
    expect((await issue(settings, { testRunner: 'embedded' })).get('testRunner')).toBe('embedded');
  });
});

test('without a broker test runners report to the run', async () => {
  const variables = variablesOf(await issue({}, {}));
  expect(variables.get('ETOS_EVENTS_URL')).toBe('http://run/events');
  expect(variables.get('ENVIRONMENT_URL')).toBe(`http://run/environment/${textOf(variables.get('ENVIRONMENT_ID'))}`);
  expect([...variables.keys()].filter((name) => name.startsWith('RABBITMQ'))).toEqual([]);
});

test.each([
  { variables: { ETOS_TEST_RUNNER_GENERATION: 'curent' }, says: /expected any, 2021, late-2021, current\. Did you mean current\?/ },
])('$variables is refused', ({ variables, says }) => {
  expect(() => generationOf(variables)).toThrow(says);
});

test.each([
  { variables: { ...settings, RABBITMQ_PORT: 'amqps' }, says: /RABBITMQ_PORT is "amqps"/ },
  { variables: { ...settings, ETOS_ENCRYPTION_KEY: 'short' }, says: /ETOS_ENCRYPTION_KEY cannot be used.*32 bytes/ },
])('variables that cannot be used are refused: $says', ({ variables, says }) => {
  expect(() => runnerVariables(variables, { serverRoot: 'http://run', runId: 'r', now: 0 })).toThrow(says);
});

async function issue(variables: Readonly<Record<string, string | undefined>>, overrides: object): Promise<JsonObject> {
  const log = createLog({ level: 'error', write: () => undefined });
  await using http = createHttpClient({ log, environment: {}, clock: systemClock });
  const base = baseInstructions(image, runnerVariables(variables, { serverRoot: 'http://run', runId: 'r', now: 0 }));
  const structures = withSubSuiteAddress(providerStructures({ environment: variables }), variables);
  const document = fromPlain({ $execution_space_instructions: overrides });
  const result = await evaluate(document, { dataset: new Map([['instructions', base]]), structures, http, clock: systemClock, log });
  if (!isObject(result)) throw new Error('no instructions');
  return result;
}

function variablesOf(instructions: JsonObject): ReadonlyMap<string, JsonValue> {
  const variables = instructions.get('environment');
  if (!isObject(variables)) throw new Error('no environment');
  return variables;
}

/** Identifiers and tokens differ each time. */
function alike(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID').replace(/gAAAA[\w=-]+/g, 'TOKEN');
}
