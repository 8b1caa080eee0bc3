import { lastLines } from './last-lines.js';
import { inOneLine, printable } from './printable.js';
import type { Results } from './results.js';
import { rowsOf, type Row } from './rows.js';
import { truncate } from './table.js';

const mostFailures = 5;
const mostLines = 10;
// Without a terminal: as much of a line as people read.
const usualWidth = 200;

/**
 * What failed, for the terminal: of each the reason, where its log is, and the last lines that it printed. Empty when nothing failed.
 * @param columns width of the terminal
 */
export function printFailures(results: Pick<Results, 'suites'>, columns = usualWidth): readonly string[] {
  const failures = rowsOf(results).filter(({ verdict }) => verdict === 'FAILED' || verdict === 'INCONCLUSIVE');
  if (failures.length === 0) return [];
  const left = failures.length - mostFailures;
  return [
    'What failed:',
    ...failures.slice(0, mostFailures).flatMap((row) => ['', ...printFailure(row, columns)]),
    ...(left > 0 ? ['', `and ${left} more`] : []),
  ];
}

function printFailure({ suite, subSuite, testCase, verdict, description, log, output }: Row, columns: number): readonly string[] {
  const name = testCase === undefined ? subSuite || suite : `${subSuite || suite}: ${testCase}`;
  return [
    `${printable(name)} ${verdict}${description === '' ? '' : `: ${inOneLine(description)}`}`,
    ...(log === undefined ? [] : [`  ${printable(log)}`]),
    ...(output === undefined ? [] : lastLines(output, mostLines).map((line) => truncate(`  | ${line}`, columns))),
  ];
}
