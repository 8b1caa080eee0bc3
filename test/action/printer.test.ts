import { expect, test } from '@jest/globals';
import { createPrinter } from '../../src/action/printer.js';

function printed(text: string): readonly string[] {
  const lines: string[] = [];
  createPrinter((piece) => lines.push(...piece.split('\n').slice(0, -1))).print(text);
  return lines;
}

test.each([
  { text: '::add-path::/tmp/evil' },
  { text: '   ::error::made up' }, // the runner trims
  { text: 'tap ##[add-path]/tmp/evil' }, // the older form counts anywhere in a line
])('"$text" is shown, not carried out', ({ text }) => {
  const [stop, line, resume] = printed(text);
  const token = /^::stop-commands::(.{36})$/.exec(stop ?? '')?.[1];
  expect([line, resume]).toEqual([text, `::${token ?? 'no token'}::`]);
});

test('a lone carriage return ends a line for the runner too', () => {
  expect(printed('progress\r::warning::made up')).toEqual([
    'progress',
    expect.stringMatching(/^::stop-commands::/),
    '::warning::made up',
    expect.any(String),
  ]);
});

test.each([{ text: 'a::b' }, { text: '' }, { text: '# not a command' }, { text: '::add-mask::a secret of the test' }])(
  '"$text" is left as it is',
  ({ text }) => {
    expect(printed(text)).toEqual([text]);
  },
);
