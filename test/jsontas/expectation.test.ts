import { expect, test } from '@jest/globals';
import { difference } from './expectation.js';

test.each([
  [{ a: [1, null] }, { a: [1, null] }, undefined],
  [{ b: 1, a: 2 }, { a: 2, b: 1 }, undefined],
  [{ a: 1 }, { a: '1' }, '$.a: 1 is not "1"'],
  [{ a: 1, b: 2 }, { a: 1 }, '$.b is not expected'],
  [{}, { a: 1 }, '$.a is missing'],
  [[1, 2], [1], '$: [1,2] is not [1]'],
  [{ a: { '@class': 1 } }, { a: { '@class': 'From' } }, '$.a: {"@class":1} is not {"@class":"From"}'],
  [{ h: { x: '1', y: '2' } }, { h: { '@headers': { x: '1' } } }, undefined],
  [{ h: { x: '2' } }, { h: { '@headers': { x: '1' } } }, '$.h: {"x":"2"} is not {"@headers":{"x":"1"}}'],
  [['ab', 'ab'], [{ '@match': '^(?<u1>.+)$' }, { '@match': '^(?<u1>.+)$' }], undefined],
  [['ab', 'cd'], [{ '@match': '^(?<u1>.+)$' }, { '@match': '^(?<u1>.+)$' }], '$[1]: "cd" is not {"@match":"^(?<u1>.+)$"}'],
  [['ab', 'ab'], [{ '@match': '^(?<u1>.+)$' }, { '@match': '^(?<u2>.+)$' }], '$[1]: "ab" is not {"@match":"^(?<u2>.+)$"}'],
])('%j beside the expected %j', (actual, expected, said) => {
  expect(difference(actual, expected)).toBe(said);
});
