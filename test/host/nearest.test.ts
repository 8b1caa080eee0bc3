import { expect, test } from '@jest/globals';
import { nearest } from '../../src/host/nearest.js';

test.each([
  ['COMAND', ['COMMAND', 'CHECKOUT'], 'COMMAND'],
  ['command', ['COMMAND'], 'COMMAND'], // case costs nothing
  ['vaule', ['value'], 'value'], // two letters in each other's place
  ['nmae', ['name', 'priority'], 'name'],
  ['uri', ['id', 'url'], 'url'],
  ['comment', ['name', 'recipes'], undefined],
  ['x', [], undefined],
  ['x'.repeat(1_000_000), ['name'], undefined],
  ['ids', ['id'], 'id'],
  ['ab', ['a'], 'a'],
])('%j among %j is probably %j', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});
