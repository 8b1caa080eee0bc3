import stringWidth from 'string-width';
import { inWords } from '../host/clock.js';
import type { Results } from './results.js';
import { rowsOf } from './rows.js';

const headings = ['SUITE', 'SUB SUITE', 'RECIPE', 'VERDICT', 'DURATION', 'LOG'] as const;
// A column is not made narrower than this for the sake of another.
const least = 8;
// Of a path the end says most, of a name the beginning.
const keepsEnd = [false, false, false, false, false, true];
const shrinks = [true, true, true, false, false, true];
const gap = '  ';

/**
 * The table of the terminal: suite, sub suite, recipe, verdict, duration, log; a line each, without the last newline.
 * @param columns width of the terminal; without it nothing is cut
 */
export function printTable(results: Pick<Results, 'suites'>, columns = Infinity): string {
  const lines = [
    headings,
    ...rowsOf(results).map(({ suite, subSuite, testCase, verdict, duration, log }) => [
      suite,
      subSuite || '-',
      testCase ?? '-',
      verdict,
      duration === undefined ? '-' : inWords(duration),
      log ?? '-',
    ]),
  ].map((cells) => cells.map(printable));
  const widths = fit(
    headings.map((_, n) => lines.reduce((width, cells) => Math.max(width, stringWidth(cells[n] ?? '')), 0)),
    columns - gap.length * (headings.length - 1),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, n) => {
          const shown = truncate(cell, widths[n] ?? 0, keepsEnd[n]);
          return shown + ' '.repeat(Math.max(0, (widths[n] ?? 0) - stringWidth(shown)));
        })
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
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

/** A name as a terminal may have it: control characters, and with them whatever would move the cursor or colour the rest, shown as such. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
