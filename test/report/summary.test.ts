import { describe, expect, test } from '@jest/globals';
import { printSummary } from '../../src/report/summary.js';
import { aRecipeResult, aResults, aSubSuiteResult, aSuiteResult, failed, inconclusive, nasty, skipped } from './a-results.js';

const oneFailure = aResults({
  outcome: { ...failed, description: 'Smoke: 1 of 2 recipes failed.' },
  suites: [
    aSuiteResult({
      outcome: failed,
      subSuites: [
        aSubSuiteResult({ outcome: failed, recipes: [aRecipeResult(), aRecipeResult({ testCase: { id: 'logout' }, outcome: failed })] }),
      ],
    }),
  ],
});

test('the verdict is the first line, the counts follow, failures are folded below the table', () => {
  const lines = printSummary(oneFailure).split('\n');
  expect(lines[0]).toBe('## ❌ FAILED: Smoke: 1 of 2 recipes failed.');
  expect(lines[2]).toBe('**1 passed · 1 failed · 0 inconclusive · 0 not run** in 5.0s');
  expect(lines).toContain('| Smoke | Smoke\\_SubSuite\\_0 | logout | ❌ FAILED | 1.5s | <code>reports/login.log</code> |');
  expect(lines).toContain('<details><summary>❌ logout <em>(Smoke_SubSuite_0)</em></summary>');
});

test('a long reason stands below the verdict', () => {
  const lines = printSummary(aResults({ outcome: { ...failed, description: `Smoke: ${'logout failed, '.repeat(6)}and so on` } })).split(
    '\n',
  );
  expect(lines.slice(0, 5)).toEqual([
    '## ❌ FAILED',
    '',
    `Smoke: ${'logout failed, '.repeat(6)}and so on`,
    '',
    expect.stringMatching(/^\*\*1 passed/),
  ]);
});

test('what has no log of its own names what the test runner printed', () => {
  const { log: _, ...recipe } = aRecipeResult({ outcome: inconclusive });
  const subSuite = aSubSuiteResult({ outcome: inconclusive, console: 'reports/console.log', recipes: [recipe] });
  const summary = printSummary(
    aResults({ outcome: inconclusive, suites: [aSuiteResult({ outcome: inconclusive, subSuites: [subSuite] })] }),
  );
  expect(summary).toContain('| login | ⚠️ INCONCLUSIVE | 1.5s | <code>reports/console.log</code> |');
  expect(summary).toContain('<pre>the runner died\n\nlog: reports/console.log</pre>');
});

test('a folded failure shows what the test printed last, as text', () => {
  const recipes = [aRecipeResult({ outcome: failed, output: '\u001b[31m2 <b> 3\u001b[0m\n' })];
  const summary = printSummary(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ outcome: failed, recipes })] })] }));
  expect(summary).toContain('<pre>exit code 1\n\nlog: reports/login.log\n\n2 &lt;b&gt; 3</pre>');
});

test('what a test framework skipped is counted and shown as skipped, where there is any', () => {
  const recipes = [aRecipeResult(), aRecipeResult({ testCase: { id: 'slow' }, outcome: skipped })];
  const summary = printSummary(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ recipes })] })] }));
  expect(summary).toContain('**1 passed · 0 failed · 0 inconclusive · 0 not run · 1 skipped** in 5.0s');
  expect(summary).toContain('| slow | ⏭️ SKIPPED |');
  expect(summary).not.toContain('<details>');
});

describe('what comes from outside stays text', () => {
  const bad = { ...failed, description: nasty };
  const summary = printSummary(
    aResults({
      outcome: bad,
      suites: [
        aSuiteResult({
          name: nasty,
          subSuites: [
            aSubSuiteResult({ name: nasty, outcome: bad, recipes: [aRecipeResult({ testCase: { id: nasty }, outcome: bad, log: nasty })] }),
          ],
        }),
      ],
    }),
  );
  test('no HTML of its own', () => {
    expect(summary.match(/<\/?(?!(?:details|summary|em|pre|code)>)\w+/g)).toBeNull();
  });
  test('one table row stays one row of six cells', () => {
    const rows = (summary.split('<details>')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
    expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([8, 8, 8]);
  });
  test('a folded failure ends where it should: its title is one line, its text one <pre> of its own', () => {
    expect(summary).toMatch(/\n<details><summary>[^\n]*<\/summary>\n\n<pre>(?:(?!<\/?pre>)[^])*<\/pre>\n\n<\/details>\n$/);
  });
  test('no mention, no emoji code, no formula, no link, no emphasis', () => {
    const [beforeFailures = ''] = summary.split('<details>');
    expect(beforeFailures).not.toMatch(/@me|:smile:|(?<!\\)\$x|(?<!\\)\[l|(?<!\\)\*y|(?<!\\)_z|(?<!\\)`x/);
  });
  test('no control characters', () => {
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    expect(summary).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });
});

describe('the budget of bytes', () => {
  const recipes = Array.from({ length: 2000 }, (_, n) =>
    aRecipeResult({ testCase: { id: `tést ${n}` }, ...(n % 10 === 0 && { outcome: failed }) }),
  );
  const large = aResults({ outcome: failed, suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ outcome: failed, recipes })] })] });
  const whole = Buffer.byteLength(printSummary(large));

  test.each([
    { budget: whole, rows: 2000, says: undefined },
    { budget: whole - 1, rows: 200, says: 'Only what did not pass is listed:' },
    { budget: 30_000, rows: 200, says: 'Only what did not pass is listed, without its messages:' },
    { budget: 2_000, rows: 0, says: 'Only the counts are shown:' },
    { budget: 100, rows: 0, says: undefined }, // not even those, but the verdict
  ])('$budget bytes hold $rows rows', ({ budget, rows, says }) => {
    const text = printSummary(large, { budget });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
    expect(text).toMatch(/^## ❌ FAILED/);
    expect(text.split('\n').filter((line) => line.startsWith('| Smoke')).length).toBe(rows);
    expect(/Only[^.:]*:?/.exec(text)?.[0]).toBe(says);
  });

  test('what tests printed is left out before the table is', () => {
    const printing = recipes.map((recipe) => (recipe.outcome === failed ? { ...recipe, output: 'line\n'.repeat(100) } : recipe));
    const suite = aSuiteResult({ subSuites: [aSubSuiteResult({ outcome: failed, recipes: printing })] });
    const text = printSummary(aResults({ outcome: failed, suites: [suite] }), { budget: 100_000 });
    expect(/Only[^.:]*:/.exec(text)?.[0]).toBe('Only what did not pass is listed, without what it printed:');
    expect(text.match(/<details>/g)).toHaveLength(200);
  });

  test('what stands there already counts', () => {
    expect(Buffer.byteLength(printSummary(large, { alreadyThere: 1_048_576 - 500 }))).toBeLessThanOrEqual(500);
    expect(printSummary(large, { alreadyThere: 2_000_000 })).toBe('');
  });

  test.each(Array.from({ length: 12 }, (_, n) => n))('%i bytes never hold more, nor half a character', (budget) => {
    const text = printSummary(large, { budget });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
    expect(text).not.toContain('\uFFFD');
  });
});
