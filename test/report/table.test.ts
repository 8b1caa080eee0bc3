import { expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { printTable, truncate } from '../../src/report/table.js';
import type { Outcome } from '../../src/documents/outcome.js';
import type { RecipeResult } from '../../src/report/results.js';
import { aRecipeResult, aResults, aSubSuiteResult, aSuiteResult, failed, inconclusive, nasty, passed, skipped } from './a-results.js';

test('a line for each recipe, columns under each other', () => {
  const results = aResults({
    suites: [
      aSuiteResult({
        subSuites: [
          aSubSuiteResult({
            outcome: failed,
            recipes: [aRecipeResult(), aRecipeResult({ testCase: { id: '漢字 test' }, outcome: failed, finished: undefined as never })],
          }),
        ],
      }),
      aSuiteResult({ name: 'Load', outcome: inconclusive, subSuites: [], notRun: [{ testCase: { id: 'peak' }, outcome: 'NOT_RUN' }] }),
    ],
  });
  expect(printTable(results)).toBe(
    [
      'SUITE  SUB SUITE         RECIPE     VERDICT  DURATION  LOG',
      'Smoke  Smoke_SubSuite_0  login      PASSED   1.5s      reports/login.log',
      'Smoke  Smoke_SubSuite_0  漢字 test  FAILED   -         reports/login.log',
      'Load   -                 peak       NOT_RUN  -         -',
    ].join('\n'),
  );
});

test('many test cases of one recipe that passed are one line; what did not pass, what is of another and a few have their own', () => {
  const found = (of: string, id: string, outcome: Outcome = passed): RecipeResult => aRecipeResult({ of, testCase: { id }, outcome });
  const recipes = [
    ...Array.from({ length: 12 }, (_, n) => found('unit', `u${n}`)),
    found('unit', 'slow', skipped),
    found('unit', 'bad', failed),
    found('other', 'o1'),
    ...Array.from({ length: 2 }, (_, n) => found('unit', `late${n}`)),
  ];
  const lines = printTable(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ outcome: failed, recipes })] })] })).split(
    '\n',
  );
  expect(lines.slice(1).map((line) => line.replace(/ {2,}/g, '|').split('|').slice(2, 5))).toEqual([
    ['14 test cases of unit', 'PASSED', '21.0s'],
    ['slow', 'SKIPPED', '1.5s'],
    ['bad', 'FAILED', '1.5s'],
    ['o1', 'PASSED', '1.5s'],
  ]);
});

test.each([200, 100, 80, 70])('no line is wider than a terminal of %i columns', (columns) => {
  const recipes = [aRecipeResult({ testCase: { id: '漢'.repeat(40) }, log: `reports/${'deep/'.repeat(30)}login.log` })];
  const lines = printTable(
    aResults({ suites: [aSuiteResult({ name: 'A suite with a long name'.repeat(3), subSuites: [aSubSuiteResult({ recipes })] })] }),
    columns,
  ).split('\n');
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  expect(lines[1]).toMatch(/PASSED {3}1\.5s.*login\.log$/); // never cut: verdict and duration; of a path the end stays
});

test('without a terminal nothing is cut, and a very long name pads no other row', () => {
  const long = 'x'.repeat(400);
  const recipes = [aRecipeResult(), aRecipeResult({ testCase: { id: long }, outcome: skipped })];
  const lines = printTable(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ recipes })] })] })).split('\n');
  expect(lines).toEqual([
    'SUITE  SUB SUITE         RECIPE  VERDICT  DURATION  LOG',
    'Smoke  Smoke_SubSuite_0  login   PASSED   1.5s      reports/login.log',
    `Smoke  Smoke_SubSuite_0  ${long}  SKIPPED  1.5s      reports/login.log`,
  ]);
});

test('a name cannot move the cursor or begin another line', () => {
  const table = printTable(aResults({ suites: [aSuiteResult({ name: nasty })] }));
  expect(table.split('\n')).toHaveLength(2);
  expect(table).not.toContain('\u001b');
});

test.each([
  ['abcdef', 4, false, 'abc…'],
  ['abcdef', 4, true, '…def'],
  ['abcdef', 6, false, 'abcdef'],
  ['漢字漢字', 4, false, '漢…'], // half a wide character does not fit
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦x', 3, false, '👩‍👩‍👧‍👦…'],
  ['abc', 0, false, ''],
])('%j in %i columns (end kept: %s) is %j', (text, width, keepEnd, cut) => {
  expect(truncate(text, width, keepEnd)).toBe(cut);
});
