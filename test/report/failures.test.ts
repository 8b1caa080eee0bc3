import { expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { printFailures } from '../../src/report/failures.js';
import type { RecipeResult } from '../../src/report/results.js';
import { aRecipeResult, aResults, aSubSuiteResult, aSuiteResult, failed, inconclusive, nasty } from './a-results.js';

test('of a failure the reason, the log and the last ten lines', () => {
  const output = Array.from({ length: 15 }, (_, n) => `line ${n}`).join('\n');
  expect(failuresOf(aRecipeResult(), aRecipeResult({ testCase: { id: 'logout' }, outcome: failed, output }))).toEqual([
    'What failed:',
    '',
    'Smoke_SubSuite_0: logout FAILED: exit code 1',
    '  reports/login.log',
    ...Array.from({ length: 10 }, (_, n) => `  | line ${n + 5}`),
  ]);
});

test('a sub suite that broke is a failure, one that passed is none', () => {
  const broken = aSubSuiteResult({ outcome: inconclusive, console: 'reports/console.log', recipes: [] });
  expect(printFailures(aResults({ suites: [aSuiteResult(), aSuiteResult({ outcome: inconclusive, subSuites: [broken] })] }))).toEqual([
    'What failed:',
    '',
    'Smoke_SubSuite_0 INCONCLUSIVE: the runner died',
    '  reports/console.log',
  ]);
  expect(printFailures(aResults())).toEqual([]);
});

test('five failures, and how many more there are', () => {
  const lines = failuresOf(...Array.from({ length: 7 }, (_, n) => aRecipeResult({ testCase: { id: `${n}` }, outcome: failed })));
  expect(lines.filter((line) => line.includes('FAILED'))).toHaveLength(5);
  expect(lines.slice(-2)).toEqual(['', 'and 2 more']);
});

test.each([
  ['colours are left out', '\u001b[1;31mred\u001b[0m', ['red']],
  ['of a line drawn again and again the last state is shown', '10%\r50%\r100%\r\ndone\n', ['100%', 'done']],
  ['the cursor cannot be moved', 'a\u0007b\u009b2Jc', ['a\uFFFDbc']],
  ['empty lines within are kept, those at the end are not', 'a\n\nb\n\n\n', ['a', '', 'b']],
])('%s', (_, output, shown) => {
  expect(failuresOf(aRecipeResult({ outcome: failed, output })).slice(4)).toEqual(shown.map((line) => `  | ${line}`));
});

test('output is no wider than the terminal, and names begin no line', () => {
  const lines = failuresOf(
    aRecipeResult({ testCase: { id: nasty }, outcome: { ...failed, description: nasty }, output: '漢'.repeat(500) }),
  );
  expect(lines).toHaveLength(5);
  expect(lines.slice(4).map((line) => stringWidth(line))).toEqual([79]);
});

function failuresOf(...recipes: readonly RecipeResult[]): readonly string[] {
  return printFailures(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ outcome: failed, recipes })] })] }), 80);
}
