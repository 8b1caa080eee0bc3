import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { validate } from '../../src/collection/validate.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';

interface Case {
  readonly name: string;
  readonly collection: unknown;
  readonly errorMentions: readonly string[];
  readonly referenceRejects: boolean;
}

// Run through the validators of the released API, which decided `referenceRejects`.
const cases = JSON.parse(readFileSync(new URL('invalid-collections.json', import.meta.url), 'utf8')) as readonly Case[];

describe('collections that the released API refuses', () => {
  test.each(cases.filter(({ referenceRejects }) => referenceRejects))('$name', async ({ collection, errorMentions }) => {
    const message = await refusal(JSON.stringify(collection, null, 2));
    for (const mentioned of errorMentions) expect(message).toContain(mentioned);
    for (const line of message.split('\n')) expect(line).toMatch(/^c\.json:\d+:\d+: /);
  });
});

describe('mistakes that the released API accepts', () => {
  test.each(cases.filter(({ referenceRejects }) => !referenceRejects))('$name', async ({ collection, errorMentions }) => {
    const { warnings } = await validate(JSON.stringify(collection, null, 2), 'c.json');
    for (const mentioned of errorMentions) expect(warnings.join('\n')).toContain(mentioned);
  });
});

describe('what the released API converts is converted', () => {
  test.each([
    ['"3"', 3],
    ['" 1_000 "', 1000],
    ['"+2"', 2],
    ['"4.0"', 4],
    ['5.0', 5],
    ['-1', -1],
    ['true', 1],
  ])('priority %s is %i', async (priority, number) => {
    const { collection } = await validate(`[{"name":"S","priority":${priority},"recipes":[]}]`, 'c.json');
    expect(collection.suites[0]?.priority).toBe(number);
  });
  test.each(['"1.5"', '"high"', '""', '1e-1', '[1]'])('priority %s is refused', async (priority) => {
    expect(await refusal(`[{"name":"S","priority":${priority},"recipes":[]}]`)).toContain('[0].priority is ');
  });
  test.each([
    '6E8D29EB-4B05-4F5E-9207-0C94438479C7',
    '6e8d29eb4b054f5e92070c94438479c7',
    'urn:uuid:6e8d29eb-4b05-4f5e-9207-0c94438479c7',
    '{6e8d29eb-4b05-4f5e-9207-0c94438479c7}',
    '00000000-0000-0000-0000-000000000000', // of no version
  ])('the recipe id %s is a UUID', async (id) => {
    const { collection } = await validate(JSON.stringify(aCollection(aSuite({ recipes: [aRecipe({ id })] }))), 'c.json');
    expect(collection.suites[0]?.recipes[0]?.id).toBe(id);
  });
  test.each([
    '6e8d29eb-4b05-4f5e-9207-0c94438479c',
    '6e8d29eb-4b054f5e92070c94438479c7',
    ' 6e8d29eb-4b05-4f5e-9207-0c94438479c7',
    'URN:UUID:x',
  ])('the recipe id %j is none', async (id) => {
    expect(await refusal(JSON.stringify(aCollection(aSuite({ recipes: [aRecipe({ id })] }))))).toContain('[0].recipes[0].id is ');
  });
});

test('a recipe comes out as it was written, in the order of the file', async () => {
  const text = `[{"name":"S","priority":1,"recipes":[{"id":"6e8d29eb-4b05-4f5e-9207-0c94438479c7","testCase":{"id":"t","tracker":"T","url":"u","version":"2.1"},
    "constraints":[{"key":"ENVIRONMENT","value":{"B":"1","A":"\\u0032","__proto__":"p"}},{"key":"COMMAND","value":"run"},{"key":"CHECKOUT","value":["c1","c2"]},
    {"key":"PARAMETERS","value":{"z":"","10":"ten","2":"two"}},{"key":"EXECUTE","value":[]},{"key":"TEST_RUNNER","value":"process"}]}]}]`;
  const { collection, warnings } = await validate(text, 'c.json');
  expect(warnings).toEqual([]);
  expect(collection.suites[0]?.recipes[0]).toEqual({
    id: '6e8d29eb-4b05-4f5e-9207-0c94438479c7',
    testCase: { id: 't', tracker: 'T', uri: 'u', version: '2.1' },
    environment: [
      ['B', '1'],
      ['A', '2'],
      ['__proto__', 'p'],
    ],
    command: 'run',
    checkout: ['c1', 'c2'],
    parameters: [
      ['z', ''],
      ['10', 'ten'],
      ['2', 'two'],
    ],
    execute: [],
    testRunner: 'process',
  });
});

test('what is no text becomes the text that the released test runner would print, and a variable its JSON', async () => {
  const odd = { a: 4, b: true, c: null, d: { x: ["it's", 'q"q', 1.5] } };
  const recipe = aRecipe({ environment: odd as never, parameters: odd as never });
  const { collection, warnings } = await validate(JSON.stringify(aCollection(aSuite({ recipes: [recipe] }))), 'c.json');
  expect(Object.fromEntries(collection.suites[0]?.recipes[0]?.parameters ?? [])).toEqual({
    a: '4',
    b: 'True',
    c: 'None',
    d: `{'x': ["it's", 'q"q', 1.5]}`,
  });
  expect(Object.fromEntries(collection.suites[0]?.recipes[0]?.environment ?? [])).toEqual({
    a: '4',
    b: 'true',
    c: '',
    d: `{"x":["it's","q\\"q",1.5]}`,
  });
  expect(warnings).toHaveLength(8);
});

describe('the nearest right word', () => {
  const recipe = aRecipe({ id: '6e8d29eb-4b05-4f5e-9207-0c94438479c7' });
  const withConstraint = (n: number, constraint: object): object => ({
    ...recipe,
    constraints: recipe.constraints.map((own, i) => (i === n ? constraint : own)),
  });
  test.each([
    [
      withConstraint(1, { key: 'COMAND', value: 'x' }),
      '[0].recipes[0].constraints[1].key is "COMAND"; expected one of ENVIRONMENT, COMMAND, CHECKOUT, PARAMETERS, EXECUTE, TEST_RUNNER. Did you mean COMMAND?',
    ],
    [
      withConstraint(1, { key: 'COMMAND', vaule: 'x' }),
      '[0].recipes[0].constraints[1].value is missing; expected the value of the constraint. There is "vaule": did you mean value?',
    ],
    [
      { ...recipe, testCase: undefined, testcase: {} },
      '[0].recipes[0].testCase is missing; expected an object with id, tracker and url. There is "testcase": did you mean testCase?',
    ],
  ])('stands in the only problem', async (bad, problem) => {
    expect((await refusal(JSON.stringify([{ name: 'S', priority: 1, recipes: [bad] }], null, 1))).split('\n')).toEqual([
      expect.stringContaining(problem),
    ]);
  });
  test.each([
    [{ name: 'S', priority: 1, recipes: [], recipe: [] }, '[0].recipe is not known and is ignored. Did you mean recipes?'],
    [
      { name: 'S', priority: 1, recipes: [{ ...recipe, testCase: { ...recipe.testCase, verison: '2' } }] },
      '[0].recipes[0].testCase.verison is not known and is ignored. Did you mean version?',
    ],
  ])('is a warning where the member is ignored', async (suite, warning) => {
    const { warnings } = await validate(JSON.stringify([suite]), 'c.json');
    expect(warnings.join('\n')).toContain(warning);
  });
  test('nothing is said of members that resemble none', async () => {
    const { warnings } = await validate(
      JSON.stringify([{ $schema: 'x', comment: 'y', name: 'S', priority: 1, recipes: [{ ...recipe, owner: 'me' }] }]),
      'c.json',
    );
    expect(warnings).toEqual([]);
  });
});

describe('a TEST_RUNNER that is no image', () => {
  test.each([
    ['Process', ' Did you mean process?'],
    ['proces s', ' Did you mean process?'],
    ['Python:3.13', ' Did you mean python:3.13?'],
    ['python 3.13', ''],
    ['https://registry.example/python', ''],
    ['--privileged', ''],
  ])('%j is a warning with its place', async (testRunner, meant) => {
    const text = JSON.stringify(aCollection(aSuite({ recipes: [aRecipe({ testRunner })] })), null, 1);
    const { warnings } = await validate(text, 'c.json');
    expect(warnings).toEqual([expect.stringMatching(/^c\.json:\d+:\d+: \[0\]\.recipes\[0\]\.constraints\[5\]\.value of TEST_RUNNER is "/)]);
    expect(warnings[0]).toMatch(new RegExp(`; expected an image such as python:3\\.13, or process\\.${meant.replaceAll('?', '\\?')}$`));
  });
  test.each(['process', 'busybox', 'python:3.13', 'ghcr.io/acme/tests:1@sha256:'.concat('a'.repeat(64)), 'localhost:5000/a/b'])(
    '%s is one, or asks for none',
    async (testRunner) => {
      expect((await validate(JSON.stringify(aCollection(aSuite({ recipes: [aRecipe({ testRunner })] }))), 'c.json')).warnings).toEqual([]);
    },
  );
});

describe('a member that is given twice', () => {
  test.each([
    ['[{"name":"A","priority":1,"recipes":[],\n"name":"B"}]', ['c.json:2:1: [0].name is given again; only this one counts']],
    // Three times is one mistake; texts that look like members are none.
    [
      '[{"name":"A","name":"\\"x\\": 1","name":"C","priority":1,"recipes":[]}]',
      ['c.json:1:32: [0].name is given again; only this one counts'],
    ],
    ['[{"name":"\\"x\\": 1","priority":1,"recipes":[]}]', []],
    [
      '[{"name":"A","priority":1,"recipes":[],"__proto__":1,"a":{"10":1,"\\u00310":2}}]',
      ['c.json:1:66: [0].a["10"] is given again; only this one counts'],
    ],
  ])('%s', async (text, expected) => {
    const { warnings } = await validate(text, 'c.json');
    expect(warnings.filter((warning) => warning.includes('given again'))).toEqual(expected);
  });
});

describe('the report', () => {
  test('points at line and column, in the order of the file', async () => {
    const text = '[\n  {"name": "A", "priority": "x", "recipes": []},\n  {"name": 5, "priority": 1,\n   "recipes": {}}\n]';
    expect(await refusal(text)).toBe(
      [
        'c.json:2:29: [0].priority is "x"; expected a whole number such as 1.',
        'c.json:3:12: [1].name is 5; expected the name of the suite as text.',
        'c.json:4:15: [1].recipes is {}; expected a list of recipes.',
      ].join('\n'),
    );
  });
  test('tells every one of many problems, and of very many how many more there are', async () => {
    const suites = (n: number): string =>
      JSON.stringify(Array.from({ length: n }, (_, i) => ({ name: 'S', priority: `x${i}`, recipes: [] })));
    expect((await refusal(suites(900))).split('\n')).toHaveLength(900);
    expect((await refusal(suites(5000))).split('\n').at(-1)).toBe('and 4000 more');
  });
  test('quotes no credentials of addresses and no endless value', async () => {
    const recipe = aRecipe();
    const bad = {
      ...recipe,
      constraints: recipe.constraints.map((own) =>
        own.key === 'CHECKOUT' ? { key: 'CHECKOUT', value: `git clone https://me:hunter22@host/${'x'.repeat(500)}` } : own,
      ),
    };
    const message = await refusal(JSON.stringify([{ name: 'S', priority: 1, recipes: [bad] }]));
    expect(message).toContain('is "git clone https://***@host/xxx');
    expect(message).not.toContain('hunter22');
    expect(message.length).toBeLessThan(300);
  });
  test.each([
    [{ name: 'S', priority: 1, recipes: [] }, 'This is one suite: put [ and ] around it'],
    [aRecipe(), 'This is one recipe: put it into a suite, '],
    [
      { meta: {}, data: { batches: [] }, links: [] },
      'This is an Eiffel event: its collection is the list in data.batches, where testCase.url is called uri',
    ],
    [{ meta: {}, data: { batchesUri: 'http://x/' } }, 'This is an Eiffel event: its collection is what data.batchesUri names'],
    [{ name: 'S', schemaVersion: 'v1alpha1', suites: [] }, 'This is a suite definition of ETOS v1alpha1; '],
    [{ apiVersion: 'etos/v1', kind: 'TestRun', spec: {} }, 'This is a Kubernetes resource, "TestRun"; '],
    [{ iut: { id: 'x' } }, 'This is a provider: --iut-provider, '],
    [{ artifact_id: 'x' }, 'The form is described in schemas/collection.schema.json'],
  ])('of %j says what it is instead', async (document, hint) => {
    await expect(validate(JSON.stringify(document), 'c.json')).rejects.toHaveProperty('hint', expect.stringContaining(hint));
  });
});

test.each(['collection-mixed.json', 'collection-python.json'])(
  '%s, as users write them, has neither problems nor warnings',
  async (name) => {
    const { collection, warnings } = await validate(readFileSync(new URL(name, import.meta.url), 'utf8'), name);
    expect(warnings).toEqual([]);
    expect(collection.suites.length).toBeGreaterThan(0);
  },
);

async function refusal(text: string): Promise<string> {
  const error = await validate(text, 'c.json').then(
    () => undefined,
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toMatchObject({ name: 'InvalidInput', exitCode: 2 });
  return error?.message ?? '';
}
