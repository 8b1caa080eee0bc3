import { describe, expect, test } from '@jest/globals';
import { parseJson, parsePlain, placesIn } from '../../src/json/parse.js';
import { NotJson, readTree } from '../../src/json/tree.js';
import { toPlain, type JsonValue } from '../../src/json/value.js';

describe('a text is JSON exactly when JSON.parse says so', () => {
  const texts = [
    '{"a":[1,-0.5e+3,true,null,"\\u00e9\\n\\"x"],"b":{}}',
    '[[],{"":""},"\\\\", 1E5 ]',
    '"😀"',
    ' 0 ',
    '{"__proto__":1,"a":{"a":{"a":[]}}}',
  ];
  // Every text with one character dropped, doubled or replaced: what slips of the hand look like.
  const slips = texts.flatMap((text) =>
    [...text].flatMap((c, n) => [
      text.slice(0, n) + text.slice(n + 1),
      text.slice(0, n) + c + text.slice(n),
      ...['"', '\\', '{', ']', ',', ':', '0', '.', '\n', 'u', ' '].map((other) => text.slice(0, n) + other + text.slice(n + 1)),
      text.slice(0, n),
    ]),
  );

  test(`${texts.length} texts and ${slips.length} slips`, () => {
    for (const text of [...texts, ...slips]) {
      const expected = outcomeOf(() => JSON.parse(text) as unknown);
      const own = outcomeOf(() => plain(readTree(text)));
      expect([text, own]).toEqual([text, expected]);
    }
  });
});

test('names keep the order of the text, also those that look like numbers', () => {
  const value = parseJson('{"b":1,"10":2,"2":3,"b":4}', 'x') as Map<string, JsonValue>;
  expect([...value]).toEqual([
    ['b', 4],
    ['10', 2],
    ['2', 3],
  ]);
  expect(toPlain(value)).toEqual({ b: 4, 10: 2, 2: 3 });
});

test.each([
  ['{"a": 1,}', 'x:1:9: not JSON: unexpected "}" after a comma: the last comma is too many'],
  ['[1,\n]', 'x:2:1: not JSON: unexpected "]" after a comma: the last comma is too many'],
  ['{"a": 1\n"b": 2}', 'x:2:1: not JSON: unexpected "\\"": is a comma missing before it?'],
  ['[{} {}]', 'x:1:5: not JSON: unexpected "{": is a comma missing before it?'],
  ['{"a" 1}', 'x:1:6: not JSON: unexpected "1": a name is followed by ":"'],
  ['{\n  "a": tru\n}', 'x:2:8: not JSON: unexpected "t": text stands in double quotes'],
  ['[True]', 'x:1:2: not JSON: unexpected "T": there are true, false and null, in small letters'],
  ["['a']", 'x:1:2: not JSON: unexpected "\'": text stands in double quotes'],
  ['[1, 2', 'x:1:6: not JSON: the text ends too early'],
  ["{'a': 1}", 'x:1:2: not JSON: unexpected "\'": names stand in double quotes'],
  ['{ // one\n}', 'x:1:3: not JSON: unexpected "/": there are no comments in JSON'],
  ['["a\nb"]', 'x:1:4: not JSON: unexpected "\\n" in a text: is the quote that ends it missing?'],
  ['["\\x"]', 'x:1:3: not JSON: unexpected "\\\\": a backslash in text is written twice'],
  ['[1] 2', 'x:1:5: not JSON: unexpected "2": the document is over before it'],
  ['\uFEFF[1,,2]', 'x:1:4: not JSON: unexpected ","'],
  ['', 'x:1:1: not JSON: it is empty'],
])('%j is refused at the place of the slip, with what was probably meant', (text, message) => {
  expect(messageFrom(text)).toBe(message);
});

test.each([
  ['apiVersion: v1\nkind: TestRun\n', 'This looks like YAML; JSON is expected'],
  ['# A suite\n\nname: self-test\n', 'This looks like YAML; JSON is expected'],
  ['---\n- name: Smoke\n', 'This looks like YAML; JSON is expected'],
  ['<html>', 'This looks like HTML or XML: is it the page of a login or an error?'],
  ['nothing at all', 'The file must be JSON'],
  ['{a: 1}', 'The file must be JSON'],
])('%j: %s', (text, hint) => {
  expect(() => parsePlain(text, 'x')).toThrow(expect.objectContaining({ hint }));
});

function messageFrom(text: string): string {
  try {
    parsePlain(text, 'x');
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

describe('places', () => {
  const placeOf = placesIn('\uFEFF{\n  "a": [\n    1,\n    {"b": 2}\n  ],\n  "a": [7, 8]\n}');
  test.each([
    [[], 'value', 1, 1],
    [['a'], 'name', 6, 3], // of two members with one name, the one that counts
    [['a', 1], 'value', 6, 12],
    [['a', 5], 'value', 6, 8], // not there: the last step that is
    [['z', 'y'], 'value', 1, 1],
  ] as const)('of %j (%s)', (path, of, line, column) => {
    expect(placeOf(path, of)).toEqual({ line, column });
  });
});

function outcomeOf(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    expect(error instanceof NotJson || error instanceof SyntaxError).toBe(true);
    return 'not JSON';
  }
}

function plain(tree: ReturnType<typeof readTree>): unknown {
  if ('scalar' in tree) return tree.scalar;
  if ('elements' in tree) return tree.elements.map(plain);
  const object = {};
  for (const [name, { tree: value }] of tree.members) Object.defineProperty(object, name, { value: plain(value), enumerable: true });
  return object;
}
