import { expect, test } from '@jest/globals';
import { LastBytes } from '../../../runner/output/last-bytes.js';

test.each([
  { pieces: ['ab', 'cd'], most: 10, gives: 'abcd' },
  { pieces: ['ab', 'cd', 'ef'], most: 4, gives: 'cdef' },
  { pieces: ['ab', 'cd', 'ef'], most: 3, gives: 'cdef' }, // whole pieces
  { pieces: ['abcdefgh'], most: 3, gives: 'abcdefgh' },
  { pieces: [], most: 3, gives: '' },
])('of $pieces the last $most are $gives, whatever becomes of the memory they came in', ({ pieces, most, gives }) => {
  const bytes = new LastBytes(most);
  for (const piece of pieces) {
    const memory = Buffer.from(piece);
    bytes.add(memory);
    memory.fill('?');
  }
  expect(bytes.whole().toString()).toBe(gives);
});
