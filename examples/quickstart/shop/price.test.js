import assert from 'node:assert/strict';
import { test } from 'node:test';
import { total } from './price.js';

test('nothing costs nothing', () => {
  assert.equal(total(250, 0), 0);
});

test('few items cost their price', () => {
  assert.equal(total(250, 9), 2250);
});

test('from ten items on there are ten percent off', () => {
  assert.equal(total(250, 10), 2250);
});

test('half an item cannot be bought', () => {
  assert.throws(() => total(250, 0.5), RangeError);
});
