import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { checkoutScript, commandLine, environScript, quote } from '../../src/test-runner/scripts.js';
import { withoutSecrets } from '../../src/test-runner/secret-names.js';

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

describe('what is shown of a script', () => {
  test.each([
    ['export TOKEN=abc || exit 1\n', 'export TOKEN=********* || exit 1\n'],
    [
      "export A_PASSWORD='a b'\"'\"'c\nd' || exit 1\nexport B=b || exit 1\n",
      'export A_PASSWORD=********* || exit 1\nexport B=b || exit 1\n',
    ],
    ['api_key="$(cat a b)" && export api_key; make', 'api_key=********* && export api_key; make'],
    ['TOKEN=$(cat a b)x; ls', 'TOKEN=*********; ls'],
    ['login --password=abc $TOKEN=kept', 'login --password=********* $TOKEN=kept'],
    ['export TOKENS_ARE=abc KEY=shown MONKEY=shown', 'export TOKENS_ARE=********* KEY=shown MONKEY=shown'],
    ['echo "the TOKEN is here"', 'echo "the TOKEN is here"'],
  ])('%j is shown as %j', (script, shown) => {
    expect(withoutSecrets(script)).toBe(shown);
  });
});
