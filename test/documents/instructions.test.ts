import { describe, expect, test } from '@jest/globals';
import { parseInstructions, printInstructions } from '../../src/documents/instructions.js';
import { parseJson } from '../../src/json/parse.js';
import { isObject, type JsonObject } from '../../src/json/value.js';

const image = 'ghcr.io/example/etr:1';

function read(parameter: unknown): ReturnType<typeof parseInstructions> {
  const problems: string[] = [];
  const instructions = parseInstructions(typeof parameter === 'string' ? parameter : JSON.stringify(parameter), 'the parameter', problems);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return instructions;
}

describe('parseInstructions', () => {
  test('what may be absent is empty', () => {
    expect(read({ image })).toEqual({ image, environment: [], parameters: [], testRunner: 'image', notes: [] });
  });

  test.each([
    { value: '" lead and trail "', gives: ' lead and trail ' },
    { value: '"$(touch f); \\"x\\" \\n ✓"', gives: '$(touch f); "x" \n ✓' },
    { value: '5671', gives: '5671' },
    { value: '1.10', gives: '1.10' }, // a version; a number of ours would be 1.1
    { value: '12345678901234567890', gives: '12345678901234567890' },
    { value: '1E3', gives: '1E3' },
    { value: '-0.0', gives: '-0.0' },
    { value: 'true', gives: 'true' },
    { value: '"5671"', gives: '5671' },
    { value: '"\\u0000number 5"', refused: /environment\.A holds a NUL/ },
    { value: '"\\u0000"', refused: /environment\.A holds a NUL/ },
    { value: '"\\ud800"', refused: /environment\.A is not valid Unicode/ },
    { value: '[1]', refused: /environment\.A is an object or a list/ },
    { value: '{"b": "c"}', refused: /environment\.A is an object or a list/ },
  ])('a variable of $value', ({ value, gives, refused }) => {
    const parse = (): unknown => read(`{"image": "${image}", "environment": {"A": ${value}}}`).environment;
    if (refused) expect(parse).toThrow(refused);
    else expect(parse()).toEqual([['A', gives]]);
  });

  test.each([
    { what: 'text of a million escapes', value: `"${'\\n\\"'.repeat(4_000_000)}"`, refused: /environment\.A is 128 KiB or longer/ },
    { what: 'lists of a hundred thousand levels', value: '['.repeat(100_000) + ']'.repeat(100_000), refused: /nested too deeply/ },
  ])('$what is refused as others are', ({ value, refused }) => {
    expect(() => read(`{"image": "${image}", "environment": {"A": ${value}}}`)).toThrow(refused);
  });

  test('null leaves a variable out, and a note says which, but for those that nobody set', () => {
    const { environment, notes } = read({ image, environment: { ETR_VERSION: null, A: null, B: 'b' } });
    expect(environment).toEqual([['B', 'b']]);
    expect(notes).toEqual(['the variable A is null and left out']);
  });

  test('a member that is not known is noted by its name alone', () => {
    expect(read({ image, password: 's3cret' }).notes).toEqual(['warning: the parameter\'s member "password" is not known and ignored']);
    expect(read({ image, enviroment: {}, Image: 'y' }).notes).toEqual([
      'warning: the parameter\'s member "enviroment" is not known and ignored. Did you mean environment?',
      'warning: the parameter\'s member "Image" is not known and ignored', // the right one is there
    ]);
  });

  test.each(['A B', 'X;touch f', '--privileged', '', 'A=B', '1A', 'Ä'])('a variable named %j is refused', (name) => {
    expect(() => read({ image, environment: { [name]: 'v' } })).toThrow(/is not the name of a variable/);
  });

  test.each(['_a', 'A.b-c', '__proto__'])('a variable named %j is taken', (name) => {
    expect(read(`{"image": "${image}", "environment": {"${name}": "v"}}`).environment).toEqual([[name, 'v']]);
  });

  test('a variable may have all that Linux starts a program with, and no byte more', () => {
    const fits = 'x'.repeat(128 * 1024 - 'A='.length - 1);
    expect(read({ image, environment: { A: fits } }).environment).toEqual([['A', fits]]);
    expect(() => read({ image, environment: { A: `${fits}x` } })).toThrow(/environment\.A is 128 KiB or longer/);
  });

  test('all variables together may be no more than a program can be started with', () => {
    const many = (count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`V${n}`, 'x'.repeat(100_000)]));
    expect(read({ image, environment: many(19) }).environment).toHaveLength(19);
    expect(() => read({ image, environment: many(20) })).toThrow(
      /^environment is 19\d\d KiB long in all, and Linux starts no program with more than 1920 KiB$/,
    );
  });

  test('an option with a list stands once for each element', () => {
    const { parameters } = read({ image, parameters: { '--label': ['a=b', 'c=d'], '--cpus': 1.5, '--read-only': '' } });
    expect(parameters).toEqual([
      ['--label', 'a=b'],
      ['--label', 'c=d'],
      ['--cpus', '1.5'],
      ['--read-only', ''],
    ]);
  });

  test.each([
    { what: 'no image', parameter: {}, says: /image is missing/ },
    { what: 'an image that is no text', parameter: { image: 7 }, says: /image must be text/ },
    { what: 'an environment that is a list', parameter: { image, environment: [] }, says: /environment must be an object/ },
    {
      what: 'an option without a value',
      parameter: { image, parameters: { '--cpus': null } },
      says: /the argument of "--cpus" must be text/,
    },
    {
      what: 'an identifier with a line break',
      parameter: { image, identifier: 'a\nb' },
      says: /identifier must be text of 1 to 256 printable/,
    },
    { what: 'a test runner of another kind', parameter: { image, testRunner: 'magic' }, says: /testRunner must be "image" or "embedded"/ },
    { what: 'no object', parameter: '"text"', says: /is not a JSON object/ },
    { what: 'nothing', parameter: '  ', says: /is empty/ },
    {
      what: 'a comma too many',
      parameter: '{"image": "x",\n}',
      says: /is not JSON: line 2, column 1: unexpected "}" after a comma: the last comma is too many/,
    },
    { what: 'a word', parameter: '{"image": secret}', says: /is not JSON: line 1, column 11: text stands in double quotes$/ },
    { what: 'a digit', parameter: '{"image": "x" 7}', says: /is not JSON: line 1, column 15: is a comma missing before it\?$/ },
    { what: 'a hundred thousand levels that do not end', parameter: '['.repeat(100_000), says: /is not JSON: line 1, column 1$/ },
  ])('$what is refused', ({ parameter, says }) => {
    expect(() => read(parameter)).toThrow(says);
  });

  test('all problems are told at once', () => {
    expect(() => read({ environment: { 'A B': 1, C: [] } })).toThrow(/image is missing; environment: "A B".*; environment\.C/);
  });

  test.each([
    '{"image": "x", "environment": {"RABBITMQ_PASSWORD": "s3cret"}',
    '{"RABBITMQ_PASSWORD": s3cret}',
    's3cret',
    '{"image": "x", "environment": {"s3cret=s3cret": "v"}, "environment=s3cret": 1}',
    '{"image": "x", "parameters": {"-p s3cret": null}}',
  ])('no message has a part of %s', (text) => {
    let message = '';
    try {
      read(text);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).not.toBe('');
    expect(message.replace('"s3cret"', '')).not.toMatch(/s3cret=|: s3cret|s3cret}|-p s3/);
  });
});

describe('printInstructions', () => {
  // As a released environment provider sends it.
  const sent =
    '{"image": "ghcr.io/example/etr:1", "environment": {"RABBITMQ_PORT": 5671, "RABBITMQ_SSL": true, "SOURCE_HOST": null, "NOTE": "caf\\u00e9"}, ' +
    '"parameters": {"--privileged": ""}, "identifier": "b3f1c1de-6a0a-4a3c-9c0b-5a1d7b0c9007"}';

  test('gives the text that Python gives', () => {
    const document = parseJson(sent, 'the parameter') as JsonObject;
    const member = (name: string): JsonObject => {
      const value = document.get(name);
      return isObject(value) ? value : new Map<string, never>();
    };
    const identifier = 'b3f1c1de-6a0a-4a3c-9c0b-5a1d7b0c9007';
    const printed = printInstructions({ image, environment: member('environment'), parameters: member('parameters'), identifier });
    expect(printed).toBe(sent);
    expect(read(printed).environment).toContainEqual(['NOTE', 'café']);
  });

  test('says which test runner, when that is not the image’s', () => {
    const printed = printInstructions({ image, environment: new Map(), parameters: new Map(), identifier: 'a', testRunner: 'embedded' });
    expect(printed).toBe(`{"image": "${image}", "environment": {}, "parameters": {}, "identifier": "a", "testRunner": "embedded"}`);
    expect(read(printed).testRunner).toBe('embedded');
  });
});
