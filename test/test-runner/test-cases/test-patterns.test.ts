import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { asSeen, parseTestPatterns, sayingsIn, testNameIn } from '../../../src/test-runner/test-cases/test-patterns.js';

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
    ['test \\[([^]]+)\\]', 'test [one] ok', 'one'], // a bracket first in a set is one of it
    ['(?i:Test)_(\\w+)', 'TEST_åäö-1', 'åäö'], // letters of all scripts
    ['😀(.)', 'a😀😎', '😎'],
    ['(x+x+)+y', 'x'.repeat(5_000), undefined], // takes for ever when it is tried in all ways
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

  test.each([
    ['.*PASSED', 'test_a PASSED in green'],
    ['.*\\x1b\\[32mPASSED', 'test_a \u001b[32mPASSED\u001b[0m in green'],
    ['.*\u001b\\[32mPASSED', 'test_a \u001b[32mPASSED\u001b[0m in green'],
  ])('%j sees of a coloured line %j', (passed, seen) => {
    const patterns = parse({ passed });
    const line = asSeen('test_a \u001b[32mPASSED\u001b[0m in green', patterns);
    expect([line, sayingsIn(line, patterns)]).toEqual([seen, ['passed']]);
  });

  test('the example for pytest in the documentation finds what pytest -v prints, and nothing in its summary', () => {
    const [, example = ''] = /<!-- example: pytest -->\n\n```json\n([^]*?)```/.exec(readFileSync('docs/test-runner.md', 'utf8')) ?? [];
    const patterns = parseTestPatterns(example, 'docs/test-runner.md');
    const found = [
      'collecting ... collected 4 items',
      'tests/test_a.py::TestA::test_size[300 Bytes-1] PASSED                  [ 25%]',
      'tests/test_a.py::test_b FAILED                                         [ 50%]',
      'tests/test_a.py::test_c SKIPPED (no network)                           [ 75%]',
      'tests/test_a.py::test_d ERROR                                          [100%]',
      'FAILED tests/test_a.py::test_b - assert 1 == 2',
      '=================== 1 failed, 1 passed, 1 skipped in 0.12s ===================',
    ].map((line) => [testNameIn(line, patterns), ...sayingsIn(line, patterns)]);
    expect(found).toEqual([
      [undefined],
      ['tests/test_a.py::TestA::test_size[300 Bytes-1]', 'triggered', 'started', 'passed'],
      ['tests/test_a.py::test_b', 'triggered', 'started', 'failed'],
      ['tests/test_a.py::test_c', 'triggered', 'started', 'skipped'],
      ['tests/test_a.py::test_d', 'triggered', 'started', 'error'],
      [undefined],
      [undefined],
    ]);
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
