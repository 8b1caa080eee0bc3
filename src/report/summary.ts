import { inWords } from '../host/clock.js';
import { lastLines } from './last-lines.js';
import { count, type Results } from './results.js';
import { foldedRowsOf, type Row } from './rows.js';

export interface SummaryOptions {
  /** Bytes that the place takes altogether; GitHub drops a job summary of more than 1 MiB as a whole. */
  readonly budget?: number;
  /** Bytes that stand there already. */
  readonly alreadyThere?: number;
}

const icons: Readonly<Record<Row['verdict'], string>> = { PASSED: '✅', FAILED: '❌', INCONCLUSIVE: '⚠️', NOT_RUN: '⏭️', SKIPPED: '⏭️' };

const longestHeading = 80;

/**
 * `summary.md`: verdict first, counts, the table, failures folded. Everything from outside is escaped. What is too large for the budget
 * loses the rows that passed, then what tests printed, then the table, and says so; the answer is never larger.
 */
export function printSummary(results: Results, { budget = 1_048_576, alreadyThere = 0 }: SummaryOptions = {}): string {
  const available = Math.max(0, budget - alreadyThere);
  const rows = foldedRowsOf(results);
  const bad = rows.filter(({ verdict }) => verdict !== 'PASSED' && verdict !== 'SKIPPED');
  const failures = bad.filter(({ verdict }) => verdict !== 'NOT_RUN');
  const head = printHead(results);
  const candidates = [
    () => [head, printTable(rows), ...failures.map(printFailure)].join('\n'),
    () => [head, note('Only what did not pass is listed'), printTable(bad), ...failures.map(printFailure)].join('\n'),
    () =>
      [
        head,
        note('Only what did not pass is listed, without what it printed'),
        printTable(bad),
        ...failures.map(({ output: _, ...failure }) => printFailure(failure)),
      ].join('\n'),
    () => [head, note('Only what did not pass is listed, without its messages'), printTable(bad)].join('\n'),
    () => [head, note('Only the counts are shown')].join('\n'),
  ];
  for (const candidate of candidates) {
    const text = candidate();
    if (Buffer.byteLength(text) <= available) return text;
  }
  return cut(head, available);
}

function note(what: string): string {
  return `> ${what}: the whole would be larger than this place takes. \`results.json\` and \`junit.xml\` have everything.\n`;
}

function printHead(results: Results): string {
  const { run, outcome } = results;
  const { passed, failed, inconclusive, notRun, skipped } = count(results);
  const facts = [
    ['Item under test', run.identity],
    ['Collection', run.collection],
    ['Carried out', run.executionSpace],
    ['Run', run.id],
  ] as const;
  return [
    ...headline(outcome),
    '',
    `**${passed} passed · ${failed} failed · ${inconclusive} inconclusive · ${notRun} not run${skipped > 0 ? ` · ${skipped} skipped` : ''}** in ${inWords(Math.max(0, run.finished - run.started))}`,
    '',
    ...facts.map(([name, value]) => `- ${name}: ${markdown(value)}`),
    '',
  ].join('\n');
}

/** What has several reasons is no heading any more: GitHub shows it in 24 px, over half a screen. */
function headline({ verdict, description }: Results['outcome']): readonly string[] {
  const heading = `## ${icons[verdict]} ${verdict}`;
  const reason = markdown(description);
  return description.length <= longestHeading ? [`${heading}: ${reason}`] : [heading, '', reason];
}

function printTable(rows: readonly Row[]): string {
  const lines = rows.map(({ suite, subSuite, testCase, verdict, duration, log }) =>
    [
      markdown(suite),
      markdown(subSuite || '-'),
      markdown(testCase ?? '-'),
      `${icons[verdict]} ${verdict}`,
      duration === undefined ? '-' : inWords(duration),
      log === undefined ? '-' : code(log),
    ].join(' | '),
  );
  return [
    '| Suite | Sub suite | Recipe | Verdict | Duration | Log |',
    '| --- | --- | --- | --- | --: | --- |',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

function printFailure({ suite, subSuite, testCase, verdict, description, log, output }: Row): string {
  const title = `${icons[verdict]} ${html(oneLine(testCase ?? (subSuite || suite)))} <em>(${html(oneLine(subSuite || suite))})</em>`;
  // A <pre> after a blank line is a block that ends at </pre> alone: whatever a test writes, blank lines included, is no Markdown in it.
  const lines = [
    description,
    ...(log === undefined ? [] : ['', `log: ${log}`]),
    ...(output === undefined ? [] : ['', ...lastLines(output)]),
  ];
  const body = `<pre>${html(lines.join('\n'))}</pre>`;
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>\n`;
}

/** Text on one line of Markdown that shows as it is: no markup, no HTML, no table cells, mentions, emoji or formulas of its own. */
function markdown(text: string): string {
  return html(oneLine(text))
    .replace(/[\\`*_{}[\]#|~$]/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/:(?=[\w+-]+:)/g, '&#58;');
}

/** A path in a table cell, in a fixed font; HTML, because a code span cannot hold an escaped bar or a backtick. */
function code(text: string): string {
  return `<code>${markdown(text)}</code>`;
}

function html(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  const visible = text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\uFFFD');
  return visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** As many whole characters as fit. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  // What the cut leaves of a character is replaced by the decoder, and dropped.
  const kept = Buffer.from(text)
    .subarray(0, Math.max(0, bytes - 4))
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
  return kept === '' ? '' : `${kept}…\n`;
}
