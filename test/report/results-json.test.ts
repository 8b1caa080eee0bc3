import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import schema from '../../schemas/results.schema.json' with { type: 'json' };
import { redacted } from '../../src/report/redact.js';
import { printResultsJson } from '../../src/report/results-json.js';
import { aRecipeResult, aResults, aSubSuiteResult, aSuiteResult, failed, inconclusive, nasty, skipped } from './a-results.js';

const keeps = new Ajv({ allErrors: true }).compile(schema);

test.each([
  ['a passed run', aResults()],
  ['a run of nothing', aResults({ outcome: inconclusive, suites: [] })],
  [
    'everything that can be there',
    aResults({
      outcome: failed,
      suites: [
        aSuiteResult({
          subSuites: [
            aSubSuiteResult({
              console: 'reports/console.log',
              recipes: [
                aRecipeResult({ testCase: { id: nasty, tracker: 't', uri: 'u', version: '1' }, outcome: failed, output: nasty }),
                aRecipeResult({ outcome: skipped }),
              ],
            }),
          ],
          notRun: [{ testCase: { id: 'x' }, outcome: 'NOT_RUN' }],
        }),
      ],
    }),
  ],
])('%s keeps the published schema', (_, results) => {
  const document = JSON.parse(printResultsJson(results)) as unknown;
  expect([keeps(document), keeps.errors]).toEqual([true, null]);
});

test('times are ISO 8601 and durations seconds', () => {
  const document = JSON.parse(printResultsJson(aResults())) as { run: unknown; counts: unknown };
  expect(document.run).toMatchObject({ started: '2026-11-20T09:00:00.000Z', finished: '2026-11-20T09:00:05.000Z', duration: 5 });
  expect(document.counts).toEqual({ passed: 1, failed: 0, inconclusive: 0, notRun: 0, skipped: 0 });
});

test('a skipped test case keeps the verdict of its event, and does not count as passed', () => {
  const recipes = [aRecipeResult(), aRecipeResult({ outcome: skipped })];
  const printed = printResultsJson(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ recipes })] })] }));
  const document = JSON.parse(printed) as WithRecipes;
  expect(document.counts).toEqual({ passed: 1, failed: 0, inconclusive: 0, notRun: 0, skipped: 1 });
  expect(document.suites[0]?.subSuites[0]?.recipes.map(({ verdict, skipped: marked }) => [verdict, marked])).toEqual([
    ['PASSED', undefined],
    ['PASSED', true],
  ]);
});

interface WithRecipes {
  readonly counts: unknown;
  readonly suites: readonly {
    readonly subSuites: readonly { readonly recipes: readonly { readonly verdict: string; readonly skipped?: true }[] }[];
  }[];
}

test('secrets are taken out of every text, and the words of the format are left', () => {
  const results = aResults({
    suites: [
      aSuiteResult({
        outcome: { ...failed, description: 'token hunter22 refused' },
        subSuites: [aSubSuiteResult({ logs: ['logs/hunter22.log'] })],
      }),
    ],
  });
  const printed = printResultsJson(redacted(results, { redact: (text) => text.replaceAll(/hunter22|FAILED/g, '***') }));
  expect(printed).not.toContain('hunter22');
  expect(printed).toContain('token *** refused');
  expect(keeps(JSON.parse(printed))).toBe(true);
});
