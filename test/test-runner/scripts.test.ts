import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { checkoutScript, commandLine, environScript, quote } from '../../src/test-runner/scripts.js';

describe('scripts', () => {
  test.each([
    ['', "''"],
    ['abc-XYZ_019@%+=:,./', 'abc-XYZ_019@%+=:,./'],
    ['two words', "'two words'"],
    ["it's", `'it'"'"'s'`],
    ['$HOME `id` "x" \\', `'$HOME \`id\` "x" \\'`],
    ['ä', "'ä'"],
    ['a\nb', "'a\nb'"],
  ])('%j is quoted, and a shell reads it back', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
    expect(execFileSync('/bin/sh', ['-c', `printf %s ${quoted}`]).toString()).toBe(text);
  });

  test('every line of a checkout and of environ.sh ends the script when it fails', () => {
    expect(checkoutScript(['git clone x .', 'cd y'], '')).toBe('git clone x . || exit 1\ncd y || exit 1\n');
    expect(environScript({ environment: [['A', 'b c']], execute: ['make'] })).toBe("export A='b c' || exit 1\nmake || exit 1\n");
    expect(environScript({ environment: [], execute: [] })).toBe('');
  });

  test.each([
    { command: 'pytest', parameters: [], line: './executor.sh pytest 2>&1' },
    { command: 'tox', parameters: [['-e', 'py3']], line: './executor.sh tox -e=py3 2>&1' },
    {
      command: 'pytest "$A"',
      parameters: [
        ['-v', ''],
        ['--two', "'a b'"],
      ],
      line: `./executor.sh pytest "$A" -v --two='a b' 2>&1`,
    },
  ] as const)('$line', ({ command, parameters, line }) => {
    expect(commandLine({ command, parameters })).toBe(line);
  });
});
