import { describe, expect, test } from '@jest/globals';
import { temporaryDirectory } from '../support/directory.js';
import { runCli } from '../support/program.js';

describe('etos jsontas', () => {
  test('prints the result, members in their order, with what datasets and identity say', async () => {
    await using directory = await temporaryDirectory();
    await directory.write(
      'd.json',
      '{"10": "$name", "2": "$identity.version", "image": {"$join": {"strings": ["etr:", "$version"]}}, "odd": "$__proto__"}',
    );
    await directory.write('one.json', { name: 'Ada', version: 1 });
    await directory.write('two.json', { version: 2 });
    const args = ['jsontas', 'd.json', '-d', 'one.json', '-d', 'two.json', '--identity', 'pkg:docker/acme/webshop@4.2.0'];
    expect(await runCli(args, { cwd: directory.path })).toMatchObject({
      exitCode: 0,
      stdout: '{\n  "10": "Ada",\n  "2": "4.2.0",\n  "image": "etr:2",\n  "odd": "$__proto__"\n}\n',
      stderr: '',
    });
  });

  test.each([
    [[], 'note: $identity.version, $identity stays unresolved: give --identity pkg:type/namespace/name@version\n'],
    [['--identity', 'pkg:docker/acme/webshop@4.2.0'], ''],
    [['-d', 'own.json'], ''],
  ])('given %j says what stays unresolved without an identity', async (args, note) => {
    await using directory = await temporaryDirectory();
    await directory.write('d.json', { a: ['$identity.version', '$identity.version'], b: { c: '$identity' }, d: '$identity_of' });
    await directory.write('own.json', { identity: { version: '1' } });
    const { exitCode, stderr } = await runCli(['jsontas', 'd.json', ...args], { cwd: directory.path });
    expect([exitCode, stderr]).toEqual([0, note]);
  });

  test('ends with 2, file, line, column and path when something fails', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('d.json', '{\n  "a": [\n    {"$condition": {"then": 1}}\n  ]\n}');
    const { exitCode, stdout, stderr } = await runCli(['jsontas', 'd.json'], { cwd: directory.path });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: d\.json:3:6: a\[0\]\.\$condition: \$condition failed: its "if" is null; expected an operator object/);
  });

  test('knows $decrypt alone for test runners', async () => {
    await using directory = await temporaryDirectory();
    const encrypted = 'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';
    await directory.write('d.json', { password: { $decrypt: { value: encrypted } }, id: '$uuid_generate' });
    const env = { ETOS_ENCRYPTION_KEY: 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=' };
    const { exitCode, stdout } = await runCli(['jsontas', 'd.json', '--profile', 'test-runner'], { cwd: directory.path, env });
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { password: 'hello', id: '$uuid_generate' }]);
  });

  test.each([
    [
      ['jsontas', 'd.json', '--profile', 'testrunner'],
      /^error: --profile is "testrunner"; expected provider or test-runner\nDid you mean test-runner\?/,
    ],
    [['jsontas', 'd.json', '-d', 'list.json'], /^error: list\.json: a dataset is an object/],
    [['jsontas', 'list.json'], /^error: list\.json:1:1: \$: the document is a list; expected an object/],
    [['jsontas', 'gone.json'], /^error: gone\.json cannot be read: there is no such file/],
    [['jsontas', 'd.json', '--identity', 'acme'], /^error: identity "acme": does not start with "pkg:"/],
  ])('refuses %j', async (args, stderr) => {
    await using directory = await temporaryDirectory();
    await directory.write('d.json', { a: 1 });
    await directory.write('list.json', [1]);
    const ended = await runCli(args, { cwd: directory.path });
    expect([ended.exitCode, ended.stdout, ended.stderr]).toEqual([2, '', expect.stringMatching(stderr)]);
  });
});
