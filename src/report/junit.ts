import { lastLines } from './last-lines.js';
import type { Results } from './results.js';
import { rowsOf, type Row } from './rows.js';

/**
 * `junit.xml`: a testsuite for each sub suite, and one for what reached none. Failures are FAILED, errors INCONCLUSIVE, skipped what never
 * started, or what its test framework skipped. Valid by the schema of Ant's JUnit task and by that of Jenkins' xUnit plugin: times are UTC without a zone, in seconds.
 */
export function printJunit(results: Results): string {
  const groups = results.suites.flatMap((suite) => {
    const rows = rowsOf({ suites: [suite] });
    const names = [...new Set(rows.map(({ subSuite }) => subSuite))];
    return names.map((name): Group => {
      const subSuite = suite.subSuites.find((candidate) => candidate.name === name);
      return {
        name: name || suite.name,
        suite: suite.name,
        started: subSuite?.started ?? suite.started,
        properties: [
          ['etos.run', results.run.id],
          ['etos.identity', results.run.identity],
          ['etos.execution_space', results.run.executionSpace],
          ...(subSuite ? [['etos.test_runner', subSuite.testRunner] as const] : []),
        ],
        output: [
          ...(subSuite?.console === undefined ? [] : [`console: ${subSuite.console}`]),
          ...(subSuite?.logs ?? []).map((log) => `log: ${log}`),
        ],
        rows: rows.filter((row) => row.subSuite === name),
      };
    });
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${groups.map(printGroup).join('')}</testsuites>\n`;
}

interface Group {
  readonly name: string;
  readonly suite: string;
  readonly started: number;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly output: readonly string[];
  readonly rows: readonly Row[];
}

function printGroup({ name, suite, started, properties, output, rows }: Group, id: number): string {
  const count = (verdict: Row['verdict']): string => String(rows.filter((row) => row.verdict === verdict).length);
  const attributes = printAttributes({
    name: token(name),
    package: token(suite),
    id: String(id),
    timestamp: new Date(started).toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: String(rows.length),
    failures: count('FAILED'),
    errors: count('INCONCLUSIVE'),
    skipped: String(rows.filter(({ verdict }) => verdict === 'NOT_RUN' || verdict === 'SKIPPED').length),
    time: seconds(rows.reduce((sum, { duration = 0 }) => sum + duration, 0)),
  });
  const lines = [
    '    <properties>',
    ...properties.map(([property, value]) => `      <property${printAttributes({ name: property, value })}/>`),
    '    </properties>',
    ...rows.map((row) => printRow(row)),
    `    <system-out>${text(output.join('\n'))}</system-out>`,
    '    <system-err></system-err>',
  ];
  return `  <testsuite${attributes}>\n${lines.join('\n')}\n  </testsuite>\n`;
}

function printRow({ suite, subSuite, testCase, verdict, description, duration = 0, log, output }: Row): string {
  // The suite and not the sub suite: its number changes with the number of IUTs, and histories are kept by class and name.
  const attributes = printAttributes({ classname: token(suite), name: token(testCase ?? (subSuite || suite)), time: seconds(duration) });
  const lines = [description, ...(log === undefined ? [] : [`log: ${log}`]), ...(output === undefined ? [] : ['', ...lastLines(output)])];
  const body = text(lines.join('\n'));
  switch (verdict) {
    case 'PASSED':
      return `    <testcase${attributes}/>`;
    case 'NOT_RUN':
    case 'SKIPPED':
      return `    <testcase${attributes}>\n      <skipped${printAttributes({ message: description })}/>\n    </testcase>`;
    case 'FAILED':
      return `    <testcase${attributes}>\n      <failure${printAttributes({ message: description, type: verdict })}>${body}</failure>\n    </testcase>`;
    case 'INCONCLUSIVE':
      return `    <testcase${attributes}>\n      <error${printAttributes({ message: description, type: verdict })}>${body}</error>\n    </testcase>`;
  }
}

function printAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${text(value).replace(/["\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)}"`)
    .join('');
}

/** A name as the schemas have it: never empty, no white space but single spaces. */
function token(name: string): string {
  return legal(name).replace(/\s+/g, ' ').trim() || '-';
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function text(value: string): string {
  return legal(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML 1.0 cannot say control characters and lone surrogates in any way: a reader would refuse the whole file. */
function legal(value: string): string {
  return value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
