import { describe, expect, test } from '@jest/globals';
import { annotationsOf } from '../../src/action/annotations.js';
import type { Verdict } from '../../src/documents/outcome.js';
import type { RecipeResult, SuiteResult } from '../../src/report/results.js';

const aResult = (id: string, verdict: Verdict | 'NOT_RUN', description = 'exit code 1'): RecipeResult => ({
  testCase: { id },
  outcome: verdict === 'NOT_RUN' ? verdict : { verdict, conclusion: 'SUCCESSFUL', description },
  log: `reports/${id}.log`,
});

const aSuiteOf = (...recipes: readonly RecipeResult[]): SuiteResult => {
  const outcome = { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: '' } as const;
  const subSuite = { name: 'suite_SubSuite_0', testRunner: 'busybox', outcome, logs: [], artifacts: [], recipes };
  return { name: 'suite', outcome, started: 0, finished: 1, subSuites: [subSuite], notRun: [] };
};

const many = (number: number, verdict: Verdict): readonly RecipeResult[] =>
  Array.from({ length: number }, (_, i) => aResult(`${verdict} ${i}`, verdict));

describe('annotations', () => {
  test('a failed test case is an error, one that could not be carried out a warning, the rest are no news', () => {
    const suites = [
      aSuiteOf(
        aResult('red', 'FAILED'),
        aResult('odd', 'INCONCLUSIVE', 'no image'),
        aResult('green', 'PASSED'),
        aResult('late', 'NOT_RUN'),
      ),
    ];
    expect(annotationsOf({ suites })).toEqual([
      { level: 'error', title: 'suite: red', message: 'exit code 1\nLog: reports/red.log' },
      { level: 'warning', title: 'suite: odd', message: 'no image\nLog: reports/odd.log' },
    ]);
  });

  test('a failure shows the last ten lines that the test printed', () => {
    const output = `${Array.from({ length: 12 }, (_, n) => `line ${n}`).join('\n')}\n`;
    const [annotation] = annotationsOf({ suites: [aSuiteOf({ ...aResult('red', 'FAILED'), output })] });
    const shown = Array.from({ length: 10 }, (_, n) => `line ${n + 2}`);
    expect(annotation?.message.split('\n')).toEqual(['exit code 1', 'Log: reports/red.log', ...shown]);
  });

  test.each([
    { failed: 9, shown: 9, more: undefined },
    { failed: 10, shown: 9, more: 'and 2 more' }, // nine a step, because the closing sentence is the tenth
    { failed: 500, shown: 9, more: 'and 492 more' },
  ])('$failed failures are $shown annotations', ({ failed, shown, more }) => {
    const annotations = annotationsOf({ suites: [aSuiteOf(...many(failed, 'FAILED'))] });
    expect(annotations).toHaveLength(shown);
    expect(annotations.map(({ title }) => title).find((title) => title.startsWith('and'))).toBe(more);
  });

  test('errors and warnings have limits of their own', () => {
    const levels = annotationsOf({ suites: [aSuiteOf(...many(20, 'FAILED'), ...many(20, 'INCONCLUSIVE'))] }).map(({ level }) => level);
    expect([levels.filter((level) => level === 'error').length, levels.filter((level) => level === 'warning').length]).toEqual([9, 10]);
  });
});
