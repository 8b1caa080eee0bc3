import stringWidth from 'string-width';
import { inWords } from '../host/clock.js';
import { printable } from './printable.js';
import type { Results } from './results.js';
import { foldedRowsOf } from './rows.js';

const headings = ['SUITE', 'SUB SUITE', 'RECIPE', 'VERDICT', 'DURATION', 'LOG'] as const;
// Beyond this a column is not made wider for the sake of a cell: a name of 400 characters would pad every other row.
const most = 60;
// A column is not made narrower than this for the sake of another.
const least = 8;
// Of a path the end says most, of a name the beginning.
const keepsEnd = [false, false, false, false, false, true];
const shrinks = [true, true, true, false, false, true];
const gap = '  ';

/**
 * The table of the terminal: suite, sub suite, recipe, verdict, duration, log; a line each, without the last newline.
 * @param columns width of the terminal; without it nothing is cut, and what is longer than its column moves the rest of its own row
 */
export function printTable(results: Pick<Results, 'suites'>, columns = Infinity): string {
  const lines = [
    headings,
    ...foldedRowsOf(results).map(({ suite, subSuite, testCase, verdict, duration, log }) => [
      suite,
      subSuite || '-',
      testCase ?? '-',
      verdict,
      duration === undefined ? '-' : inWords(duration),
      log ?? '-',
    ]),
  ].map((cells) => cells.map(printable));
  const needed = headings.map((_, n) => lines.map((cells) => stringWidth(cells[n] ?? '')));
  const widths = Number.isFinite(columns)
    ? fit(
        needed.map((all) => largest(all)),
        columns - gap.length * (headings.length - 1),
      )
    : needed.map((all) => largest(all.filter((width) => width <= most)));
  return lines
    .map((cells) =>
      cells
        .map((cell, n) => {
          const shown = Number.isFinite(columns) ? truncate(cell, widths[n] ?? 0, keepsEnd[n]) : cell;
          return shown + ' '.repeat(Math.max(0, (widths[n] ?? 0) - stringWidth(shown)));
        })
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}

function largest(widths: readonly number[]): number {
  return widths.reduce((widest, width) => Math.max(widest, width), 0);
}

/** Takes what is too much from the widest column that may shrink, one by one, so that narrow ones keep their whole text. */
function fit(widths: readonly number[], available: number): readonly number[] {
  const fitted = [...widths];
  const total = (): number => fitted.reduce((sum, width) => sum + width, 0);
  while (total() > available) {
    const candidates = fitted.map((width, n) => (shrinks[n] === true && width > least ? width : 0));
    const widest = Math.max(...candidates);
    if (widest === 0) break;
    const second = Math.max(least, ...candidates.filter((width) => width < widest));
    const alike = candidates.filter((width) => width === widest).length;
    const each = Math.max(1, Math.min(widest - second, Math.floor((total() - available) / alike)));
    let left = total() - available;
    candidates.forEach((width, n) => {
      if (width !== widest || left <= 0) return;
      fitted[n] = width - Math.min(each, left);
      left -= each;
    });
  }
  return fitted;
}

/** A text cut to a width on the terminal, with `…` where something is missing; never through a character. */
export function truncate(text: string, width: number, keepEnd = false): string {
  if (stringWidth(text) <= width) return text;
  if (width < 1) return '';
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (keepEnd) characters.reverse();
  const kept: string[] = [];
  let left = width - 1;
  for (const character of characters) {
    left -= stringWidth(character);
    if (left < 0) break;
    kept.push(character);
  }
  return keepEnd ? `…${kept.reverse().join('')}` : `${kept.join('')}…`;
}
