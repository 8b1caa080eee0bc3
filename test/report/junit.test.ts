import { describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { printJunit } from '../../src/report/junit.js';
import { aRecipeResult, aResults, aSubSuiteResult, aSuiteResult, failed, inconclusive, nasty, skipped } from './a-results.js';

const mixed = aResults({
  outcome: failed,
  suites: [
    aSuiteResult({
      subSuites: [
        aSubSuiteResult({
          outcome: failed,
          console: 'reports/console.log',
          recipes: [
            aRecipeResult(),
            aRecipeResult({ testCase: { id: 'logout' }, outcome: failed }),
            aRecipeResult({ testCase: { id: 'pay' }, outcome: inconclusive }),
          ],
        }),
      ],
      notRun: [{ testCase: { id: 'refund' }, outcome: 'NOT_RUN' }],
    }),
  ],
});

describe('a testsuite for each sub suite, and one for what reached none', () => {
  const [first, second] = elements(printJunit(mixed), 'testsuite');
  test('with counts by kind, times in seconds and a start in UTC', () => {
    expect(first).toMatchObject({
      name: 'Smoke_SubSuite_0',
      package: 'Smoke',
      id: '0',
      tests: '3',
      failures: '1',
      errors: '1',
      skipped: '0',
      time: '4.500',
    });
    expect(first?.['timestamp']).toBe('2026-11-20T09:00:00');
    expect(second).toMatchObject({ name: 'Smoke', id: '1', tests: '1', failures: '0', errors: '0', skipped: '1' });
  });
  test('with the reason and the log of what failed', () => {
    const text = printJunit(mixed);
    expect(elements(text, 'failure')).toEqual([{ message: 'exit code 1', type: 'FAILED', $text: 'exit code 1\nlog: reports/login.log' }]);
    expect(elements(text, 'error')).toEqual([
      { message: 'the runner died', type: 'INCONCLUSIVE', $text: 'the runner died\nlog: reports/login.log' },
    ]);
    expect(elements(text, 'skipped')).toEqual([{ message: 'All tests passed.', $text: '' }]);
  });
});

test.each([
  ['a suite that got no environment', aSuiteResult({ outcome: inconclusive, subSuites: [] })],
  [
    'a sub suite whose runner died',
    aSuiteResult({ outcome: inconclusive, subSuites: [aSubSuiteResult({ outcome: inconclusive, recipes: [] })] }),
  ],
  // Readers of JUnit would take a file of passed and skipped cases for green.
  [
    'a sub suite that broke after its last recipe',
    aSuiteResult({ outcome: inconclusive, subSuites: [aSubSuiteResult({ outcome: inconclusive })] }),
  ],
])('%s is an error', (_, suite) => {
  expect(elements(printJunit(aResults({ outcome: inconclusive, suites: [suite] })), 'error')).toMatchObject([
    { message: 'the runner died' },
  ]);
});

test('what a test printed last stands below its reason, without colours', () => {
  const output = '\u001b[31mAssertionError\u001b[0m: <2> is not 3\r\n\tat shop.js:1\n';
  const recipes = [aRecipeResult({ outcome: failed, output }), aRecipeResult({ outcome: inconclusive, output })];
  const text = printJunit(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ outcome: failed, recipes })] })] }));
  const shown = 'log: reports/login.log\n\nAssertionError: <2> is not 3\n  at shop.js:1';
  expect(elements(text, 'failure').map(({ $text }) => $text)).toEqual([`exit code 1\n${shown}`]);
  expect(elements(text, 'error').map(({ $text }) => $text)).toEqual([`the runner died\n${shown}`]);
});

test('what a test framework skipped is skipped', () => {
  const recipes = [aRecipeResult({ outcome: skipped }), aRecipeResult()];
  const text = printJunit(aResults({ suites: [aSuiteResult({ subSuites: [aSubSuiteResult({ recipes })] })] }));
  expect(elements(text, 'skipped')).toEqual([{ message: 'SKIPPED', $text: '' }]);
  expect(elements(text, 'testsuite')).toMatchObject([{ tests: '2', failures: '0', errors: '0', skipped: '1' }]);
});

test('properties say what was asked for as test runner, and where it really was carried out', () => {
  expect(elements(printJunit(aResults()), 'property')).toEqual([
    { name: 'etos.run', value: 'c7e1a9c0-3f70-4c0c-9d8b-6a3a9c8f1d11' },
    { name: 'etos.identity', value: 'pkg:docker/acme/webshop@4.2.0' },
    { name: 'etos.execution_space', value: 'on this machine (process): no Docker engine answers' },
    { name: 'etos.test_runner', value: 'python:3.13' },
  ]);
});

test('any text is legal XML and comes back as it was, where XML can say it', () => {
  const bad = { ...failed, description: nasty };
  const text = printJunit(
    aResults({
      suites: [
        aSuiteResult({
          name: nasty,
          subSuites: [aSubSuiteResult({ name: nasty, recipes: [aRecipeResult({ testCase: { id: nasty }, outcome: bad, log: nasty })] })],
        }),
      ],
    }),
  );
  // eslint-disable-next-line no-control-regex -- these are what XML cannot say
  const sayable = nasty.replaceAll(/[\u0000\u001b\uD800](?![\uDC00-\uDFFF])/g, '\uFFFD');
  expect(elements(text, 'failure')[0]?.['message']).toBe(sayable);
  expect(elements(text, 'failure')[0]?.['$text']).toContain(sayable.replaceAll('\r\n', '\n'));
  expect(elements(text, 'testcase')[0]?.['name']).toBe(sayable.replace(/\s+/g, ' '));
});

test('names are never empty and numbers never negative, which the schemas demand', () => {
  const backwards = aRecipeResult({ testCase: { id: '  ' }, started: 2000, finished: 1000 });
  const text = printJunit(
    aResults({ suites: [aSuiteResult({ name: '', subSuites: [aSubSuiteResult({ name: ' ', recipes: [backwards] })] })] }),
  );
  expect(elements(text, 'testcase')).toMatchObject([{ name: '-', classname: '-', time: '0.000' }]);
  expect(elements(text, 'testsuite')).toMatchObject([{ name: '-', package: '-', hostname: 'localhost' }]);
});

test('the children of a testsuite stand in the order of the schema', () => {
  const names: string[] = [];
  read(printJunit(mixed), (name, depth) => depth === 3 && names.push(name));
  const order = ['properties', 'testcase', 'system-out', 'system-err'];
  const each = names.join(' ').split(/(?<=system-err) /);
  for (const suite of each) expect([...new Set(suite.split(' '))]).toEqual(order);
});

type Element = Readonly<Record<string, string>>;

/** The attributes of every element of a name, and its text as `$text`. Throws on what is not well-formed. */
function elements(xml: string, wanted: string): readonly Element[] {
  const found: Record<string, string>[] = [];
  read(
    xml,
    (name, _, attributes) =>
      name === wanted && found.push({ ...attributes, ...(['failure', 'error', 'skipped'].includes(name) && { $text: '' }) }),
    (text, within) => {
      const last = found.at(-1);
      if (within === wanted && last && '$text' in last) last['$text'] += text;
    },
  );
  return found;
}

function read(
  xml: string,
  onOpen: (name: string, depth: number, attributes: Element) => unknown,
  onText?: (text: string, within: string | undefined) => void,
): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => onOpen(name, path.push(name), attributes));
  parser.on('closetag', () => path.pop());
  parser.on('text', (text) => onText?.(text, path.at(-1)));
  parser.write(xml).close();
}
