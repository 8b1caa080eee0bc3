import { describe, expect, test } from '@jest/globals';
import { parseTestPatterns, sayingsIn, testNameIn } from '../../src/test-runner/test-patterns.js';

const pytest = {
  test_name: '(test_\\w+)',
  triggered: 'collecting',
  started: 'start',
  passed: '.*PASSED',
  failed: '.*FAILED',
  error: '.*ERROR',
  skipped: '.*SKIPPED',
};
const parse = (changes: object = {}): ReturnType<typeof parseTestPatterns> =>
  parseTestPatterns(JSON.stringify({ ...pytest, ...changes }), 'regex.json');

describe('the patterns for live test cases', () => {
  test.each([
    ['(test_\\w+)', 'x test_a test_b', 'test_a'],
    ['test_\\w+', 'x test_a', 'test_a'], // without a group: the match
    ['(?P<n>test_\\w+)', 'test_a', 'test_a'], // Python's named groups
    ['(?i)(TEST_\\w{,3})', 'Test_abcd', 'Test_abc'],
    ['(a)|(b)', 'b', 'b'],
    ['nothing', 'test_a', undefined],
  ])('%j finds the name in %j', (pattern, line, name) => {
    expect(testNameIn(line, parse({ test_name: pattern }))).toBe(name);
  });

  test.each([
    ['collecting test_a', ['triggered']],
    ['  collecting test_a', []], // from the start of the line only
    ['test_a PASSED FAILED SKIPPED ERROR', ['passed', 'failed', 'error', 'skipped']], // in this order
  ])('%j says %j', (line, says) => {
    expect(sayingsIn(line, parse())).toEqual(says);
  });

  test('alternatives are all held to the start', () => {
    expect(sayingsIn('x b', parse({ triggered: 'a|b' }))).toEqual([]);
  });

  test.each([
    [{ skipped: undefined }, /skipped is missing/],
    [{ passed: 1 }, /passed is not text/],
    [{ failed: '(' }, /failed is not a regular expression/],
    [{ skiped: '' }, /skiped is not known\. Did you mean skipped\?/],
  ])('%j are refused', (changes, message) => {
    expect(() => parse(changes)).toThrow(message);
  });
});
