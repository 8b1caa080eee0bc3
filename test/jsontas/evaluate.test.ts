import { describe, expect, test } from '@jest/globals';
import { Cancelled, InvalidInput } from '../../src/host/errors.js';
import { parseJson } from '../../src/json/parse.js';
import { printJson } from '../../src/json/print.js';
import { fromPlain, toPlain, type JsonObject, type JsonValue } from '../../src/json/value.js';
import { copyOf, evaluate, identityValue, providerStructures, testRunnerStructures, type Dataset } from '../../src/jsontas/evaluate.js';
import { failureOf, logInto, resultOf } from './evaluation.js';

const text = `{
  "iut": {
    "list": {
      "possible": [],
      "available": [
        { "name": "a",
          "$reduce": { "list": "$dataset.boards", "to": "two" } }
      ]
    }
  }
}`;

describe('a failed structure', () => {
  test('ends in a message with file, line, column, path, query and cause', async () => {
    const path = ['iut', 'list'];
    const document = parseJson(text, 'boards.json') as JsonObject;
    const list = toPlain((document.get('iut') as JsonObject).get('list') as JsonValue);
    const source = { name: 'boards.json', text, path };
    expect(await failureOf(list, { source, dataset: { dataset: { boards: [1] } } })).toBe(
      'boards.json:7:11: iut.list.available[0].$reduce: $reduce failed: its "to" is the text "two"; expected a whole number',
    );
  });

  test('without the text says where in the document', async () => {
    expect(await failureOf({ a: [{ b: '$list' }] })).toMatch(/^document: a\[0\]\.b: \$list failed: it has no use by name/);
  });

  test('is named with all others that are in the result', async () => {
    const message = await failureOf({ a: '$list', b: { $condition: {} }, c: '$this.a', ok: 1 });
    expect(message.split('\n')).toEqual([
      expect.stringContaining('a: $list failed'),
      expect.stringContaining('b.$condition: $condition failed'),
    ]);
  });

  test('is of no matter where its value is thrown away', async () => {
    const never = { key: 1, operator: '$eq', value: 2 };
    expect(await resultOf({ a: { $condition: { if: never, then: '$list', else: 'fine' } } })).toEqual({ a: 'fine' });
  });

  test.each([
    ['$json_dumps', { $json_dumps: { text: '$list' } }],
    ['$join', { $join: { strings: ['a', '$list'] } }],
    ['$request', { $request: { url: 'http://h', method: 'post', json: { a: '$list' } } }],
  ])('cannot go out as text through %s', async (query, member) => {
    expect(await failureOf({ a: { b: member } })).toContain(`a.b.${query}: ${query} failed: it needs $list, which failed:`);
  });

  test.each([
    [{ key: 1, operator: '$startwith', value: 1 }, 'Did you mean $startswith?'],
    [{ key: 1, operator: 'eq', value: 1 }, 'its "operator" is the text "eq"; expected one of $eq, $in, $notin, $startswith, $regex'],
    [{ key: 1, value: 1 }, 'its "operator" is nothing'],
  ])('$operator with %j says %s', async (parameters, words) => {
    expect(await failureOf({ a: { $operator: parameters } })).toContain(words);
  });

  test.each([
    [{ $expand: '$spec' }, 'must be written out where it is used'],
    [{ $expand: { value: 1, to: 2_000_000 } }, 'no more than 1000000 values'],
    [{ $filter: { items: [1], filters: [{ operator: '$eq' }] } }, 'the "key" of filter 0 is nothing'],
    [{ $filter: { items: [1], filters: [{ key: '', operator: '$equals' }] } }, 'its "operator" is the text "$equals"'],
    [{ $condition: { then: 1 } }, 'its "if" is null'],
    [{ $from: { item: {}, get: 1 } }, 'its "get" is 1; expected the text of a path'],
    [{ $wait: { for: 0, timeout: 1 } }, 'its "interval" is nothing; expected seconds'],
    [{ $encrypt: { value: 'x' } }, 'ETOS_ENCRYPTION_KEY is not set'],
    [{ $execution_space_instructions: {} }, 'the dataset\'s "instructions" are null'],
    [{ $join: { strings: [['nested']] } }, '$json_dumps makes text of an object'],
    [{ $uuid_generate: null }, 'its parameters are null; expected an object'],
  ])('%j says %s', async (member, words) => {
    expect(await failureOf({ a: member }, { dataset: { spec: { value: 1, to: 2 } } })).toContain(words);
  });

  test('a key that is nearly a structure is warned about, and stays', async () => {
    const lines: string[] = [];
    expect(await resultOf({ a: { $condtion: 1 }, b: { $unlike: 2 } }, { log: logInto(lines) })).toEqual({
      a: { $condtion: 1 },
      b: { $unlike: 2 },
    });
    expect(lines).toEqual([
      'warning: document: a.$condtion: $condtion is neither a structure nor in the dataset, so it stays as it is. Did you mean $condition?',
    ]);
  });
});

describe('what cannot be evaluated is a clear error', () => {
  test.each([
    ['a list', [1], 'the document is a list; expected an object'],
    ['a text', '$name', 'the document is the text "$name"; expected an object'],
    [
      'a member after a replacement by text',
      { a: { $name: 1, more: 2 } },
      'a.more: the member "more" follows a replacement that is the text "Ada"',
    ],
    ['an object that contains itself', { a: '$this' }, 'a: contains itself'],
    ['a list that contains itself', { a: [{ b: '$this.a' }], c: { '$this.a.0': 0, d: '$this.a' } }, 'contains itself'],
    ['501 levels', deep(501), 'nested more than 500 deep'],
  ])('%s', async (_, document, words) => {
    expect(await failureOf(document, { dataset: { name: 'Ada' } })).toContain(words);
  });

  test('values that repeat one another without end', async () => {
    // Forty lines of text whose result would have 2^40 elements.
    const lines = Array.from({ length: 40 }, (_, n) => [`n${n + 1}`, [`$this.n${n}`, `$this.n${n}`]]);
    const document = { n0: ['x'], ...(Object.fromEntries(lines) as object) };
    expect(await failureOf(document)).toContain('refers to the same values so often');
    expect(await failureOf({ ...document, text: { $json_dumps: { all: '$this.n40' } } })).toContain('refers to the same values so often');
  });

  test('a text that grows without end', async () => {
    const doubled = Array.from({ length: 40 }, (_, n) => [`n${n + 1}`, { $join: { strings: [`$this.n${n}`, `$this.n${n}`] } }]);
    expect(await failureOf({ n0: 'x', ...(Object.fromEntries(doubled) as object) })).toContain('the text would be longer than');
  });

  test('a file of a hundred thousand levels', () => {
    expect(() => parseJson('['.repeat(100_000) + ']'.repeat(100_000), 'deep.json')).toThrow(
      new InvalidInput('deep.json: nested too deeply', ''),
    );
  });
});

function deep(levels: number): unknown {
  let value: unknown = '$name';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { x: value } : [value];
  return levels % 2 === 0 ? { x: value } : value;
}

describe('a document', () => {
  test('of 500 levels is evaluated', async () => {
    expect(JSON.stringify(await resultOf(deep(499), { dataset: { name: 'Ada' } }))).toContain('"Ada"');
  });

  test('is not changed, also when its raw form is queried and added to', async () => {
    const document = fromPlain({
      a: { x: 1 },
      q: '$query_tree',
      b: { '$this.q': 0, more: 2 },
      c: [{ $expand: { value: { i: '$expand_index' }, to: 2 } }],
    });
    const before = printJson(document);
    const dataset: Dataset = new Map();
    const structures = providerStructures({ environment: {} });
    const rest = { structures, http: undefined as never, clock: undefined as never, log: logInto([]) };
    expect(toPlain(await evaluate(document, { dataset, ...rest }))).toEqual({
      a: { x: 1 },
      q: { x: 1, more: 2 },
      b: { x: 1, more: 2 },
      c: [[{ i: 0 }, { i: 1 }]],
    });
    expect(printJson(document)).toBe(before);
  });

  test('keeps names in their order, numbers and __proto__ as well', async () => {
    const document = parseJson('{"10": 1, "2": "$__proto__.x", "__proto__": {"x": "$constructor"}, "z": "$this.__proto__.x"}', 'd');
    const result = await evaluate(document, {
      dataset: parseJson('{"__proto__": {"x": 5}}', 'd') as JsonObject,
      structures: providerStructures({ environment: {} }),
      http: undefined as never,
      clock: undefined as never,
      log: logInto([]),
    });
    expect(printJson(result)).toBe('{"10":1,"2":5,"__proto__":{"x":"$constructor"},"z":"$constructor"}');
  });
});

describe('the dataset', () => {
  test('keeps what a run leaves behind for the next one', async () => {
    const dataset: Dataset = new Map([['people', fromPlain([{ name: 'Ada' }, { name: 'Brian' }])]]);
    const filters = [{ key: 'name', operator: '$startswith', value: 'A' }];
    await resultOf({ a: { $filter: { items: '$people', filters } } }, { dataset });
    expect(await resultOf({ item: '$item.name', tree: '$query_tree.b' }, { dataset })).toEqual({ item: 'Brian', tree: '$query_tree.b' });
    expect(toPlain(copyOf(dataset.get('this') as JsonValue))).toEqual({ item: 'Brian', tree: '$query_tree.b' });
  });

  test('hides a structure by its name, but never an operator', async () => {
    const dataset = { condition: 'mine', operator: 'mine', eq: '$in', item: { name: 'stale' } };
    const same = { key: 1, operator: '$eq', value: 1 };
    expect(
      await resultOf(
        { a: '$condition', b: { $filter: { items: [{ name: 'x' }], filters: [{ ...same, key: 'name', value: 'x' }] } } },
        { dataset },
      ),
    ).toEqual({ a: 'mine', b: [{ name: 'x' }] });
  });

  test('knows the identity by names, positions and null for what is absent', async () => {
    const identity = identityValue({ type: 'pypi', name: 'b', qualifiers: { arch: 'arm64' } });
    const dataset: Dataset = new Map([['identity', identity]]);
    const names = {
      type: '$identity.type',
      arch: '$identity.qualifiers.arch',
      version: '$identity.version',
      first: '$identity.0',
      odd: '$identity.odd',
    };
    expect(await resultOf(names, { dataset })).toEqual({ type: 'pypi', arch: 'arm64', version: null, first: 'pypi', odd: null });
  });

  test('is looked up in what is written, not in the item that an earlier structure left', async () => {
    const dataset = { item: { name: 'stale', id: 'nope' } };
    const document = {
      a: { $filter: { items: [{ name: 'x' }, { name: 'y' }], filters: [{ key: '$item.name', operator: '$eq', value: 'y' }] } },
      b: { $from: { item: { id: 7 }, get: '$item.id' } },
    };
    expect(await resultOf(document, { dataset })).toEqual({ a: [{ name: 'y' }], b: 7 });
  });
});

describe('a test runner', () => {
  test.each([
    { $request: { url: 'http://127.0.0.1:9', method: 'GET' } },
    { $json_dumps: { a: 1 } },
    { $condition: { if: [], then: 1 } },
    { $execution_space_instructions: {} },
  ])('does not know %j', async (member) => {
    const structures = testRunnerStructures({ environment: { SECRET: 'x' } });
    expect(await resultOf({ a: member }, { structures })).toEqual({ a: member });
  });
});

describe('a cancel', () => {
  test('ends an evaluation that only computes', async () => {
    const cancel = new AbortController();
    const running = resultOf({ a: { $expand: { value: { i: '$expand_index', list: [[[]]] }, to: 900_000 } } }, { signal: cancel.signal });
    cancel.abort(new Cancelled('SIGTERM'));
    await expect(running).rejects.toThrow('cancelled by SIGTERM');
  });

  test('ends a $filter with a pattern that takes long', async () => {
    const cancel = new AbortController();
    const items = Array.from({ length: 10_000 }, () => 'a'.repeat(16));
    const filters = [{ key: '', operator: '$regex', value: '(a+)+\\1b' }];
    const running = resultOf({ a: { $filter: { items: '$items', filters } } }, { dataset: { items }, signal: cancel.signal });
    cancel.abort(new Cancelled('SIGTERM'));
    await expect(running).rejects.toThrow('cancelled by SIGTERM');
  });

  test('ends a $wait, with its reason', async () => {
    const cancel = new AbortController();
    const running = resultOf({ a: { $wait: { for: null, timeout: 1000, interval: 1000 } } }, { signal: cancel.signal });
    setImmediate(() => cancel.abort(new Cancelled('SIGINT')));
    await expect(running).rejects.toThrow('cancelled by SIGINT');
  });
});
