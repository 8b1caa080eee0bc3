import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from '../../src/test-runner/outcome.js';
import { parseVerdictRules } from '../../src/test-runner/verdict-rules.js';

const rule = (code: unknown, more: object = {}): object => ({
  description: `code ${String(code)}`,
  condition: { test_framework_exit_code: code },
  conclusion: 'SUCCESSFUL',
  verdict: 'INCONCLUSIVE',
  ...more,
});
const parse = (rules: unknown): ReturnType<typeof parseVerdictRules> => parseVerdictRules(JSON.stringify(rules), 'rules.json');
const results = (...codes: readonly number[]): Parameters<typeof outcomeOf>[1] =>
  codes.map((code, n) => ({ testCase: `t${n}`, exit: { code } }));

describe('the outcome of a sub suite', () => {
  test.each([
    { codes: [0, 0], gives: ['PASSED', 'SUCCESSFUL', 'All S tests completed successfully.'] },
    { codes: [0, 3], gives: ['FAILED', 'SUCCESSFUL', 'At least some S tests failed. 1 of 2 recipes failed: t1 (exit code 3).'] },
    { codes: [1], gives: ['FAILED', 'SUCCESSFUL', 'At least some S tests failed. 1 of 1 recipe failed: t0 (exit code 1).'] },
  ])('exit codes $codes', ({ codes, gives }) => {
    const { verdict, conclusion, description } = outcomeOf('S', results(...codes), []);
    expect([verdict, conclusion, description]).toEqual(gives);
  });

  test('of many failed recipes ten are named', () => {
    const codes = Array.from({ length: 13 }, () => 1);
    expect(outcomeOf('S', results(...codes), []).description).toMatch(/13 of 13 recipes failed: t0 .* t9 \(exit code 1\) and 3 more\.$/);
  });

  test('a recipe that a signal ended has failed', () => {
    expect(outcomeOf('S', [{ testCase: 't', exit: { killedBy: 'SIGKILL' } }], []).description).toMatch(/t \(signal SIGKILL\)\.$/);
  });

  test.each([
    { rules: [rule(3)], codes: [0, 3], gives: 'code 3' },
    { rules: [rule(7), rule(3), rule(0)], codes: [0, 3], gives: 'code 3' }, // the first that holds, not the first recipe
    { rules: [rule(0)], codes: [0, 0], gives: 'code 0' }, // also over a pass
    { rules: [rule(137)], codes: [137], gives: 'code 137' },
    { rules: [rule(9)], codes: [1], gives: 'At least some S tests failed. 1 of 1 recipe failed: t0 (exit code 1).' },
  ])('rules on $codes give "$gives"', ({ rules, codes, gives }) => {
    expect(outcomeOf('S', results(...codes), parse(rules)).description).toBe(gives);
  });

  test.each([
    [{}, /it is not a list/],
    [[7], /\[0\] is not an object/],
    [[rule('1')], /\[0\]\.condition is \{"test_framework_exit_code":"1"\}; expected/],
    [[rule(1, { condition: { exit_code: 1 } })], /the only condition there is/],
    [[rule(1, { verdict: 'PASS' })], /\[0\]\.verdict is "PASS"; expected PASSED, .* Did you mean PASSED\?/],
    [[rule(1, { extra: 1 })], /\[0\]\.extra is not known/],
    [[{ description: 'x' }], /\[0\]\.condition is missing; \[0\]\.conclusion is missing; \[0\]\.verdict is missing/],
  ])('%j are no rules', (rules, message) => {
    expect(() => parse(rules)).toThrow(message);
  });
});
