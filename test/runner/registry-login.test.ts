import { chmod } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { registryLogin } from '../../runner/registry-login.js';
import { temporaryDirectory } from '../support/directory.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

async function loginWith(
  config: unknown,
  registry: string,
  helper?: string,
): Promise<{ readonly login: unknown; readonly header: string | undefined; readonly said: string[] }> {
  await using directory = await temporaryDirectory();
  await directory.write('config.json', config);
  if (helper !== undefined) await chmod(await directory.write('docker-credential-test', `#!/bin/sh\n${helper}\n`), 0o755);
  const said: string[] = [];
  const variables = { DOCKER_CONFIG: directory.path, PATH: `${directory.path}:${process.env.PATH ?? ''}`, docker: 'the parameter' };
  const header = await registryLogin(registry, { variables, say: (line) => said.push(line), signal: new AbortController().signal });
  return { header, said, login: header === undefined ? undefined : JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) };
}

describe('registryLogin', () => {
  test.each([
    {
      what: 'a login',
      config: { auths: { 'reg:5000': { auth: base64('me:pass:word') } } },
      registry: 'reg:5000',
      login: { username: 'me', password: 'pass:word' },
    },
    {
      what: 'a key that is a URL',
      config: { auths: { 'https://reg:5000/v1/': { auth: base64('me:x') } } },
      registry: 'reg:5000',
      login: { username: 'me', password: 'x' },
    },
    {
      what: 'an identity token',
      config: { auths: { reg: { auth: base64('x:'), identitytoken: 'tok' } } },
      registry: 'reg',
      login: { identitytoken: 'tok' },
    },
    {
      what: 'Docker Hub',
      config: { auths: { 'https://index.docker.io/v1/': { auth: base64('me:x') } } },
      registry: 'docker.io',
      login: { username: 'me', password: 'x' },
    },
  ])('$what', async ({ config, registry, login }) => {
    // The bare host: Podman refuses a URL.
    expect((await loginWith(config, registry)).login).toEqual({ ...login, serveraddress: registry });
  });

  test.each([
    { what: 'another registry’s', config: { auths: { other: { auth: base64('me:x') } } } },
    { what: 'none', config: {} },
    { what: 'no settings', config: 'not json' },
  ])('$what gives none', async ({ config }) => {
    expect((await loginWith(config, 'reg')).header).toBeUndefined();
  });

  test('settings that are no JSON are told: a login that is in them would be missing without a word', async () => {
    expect((await loginWith('{"auths": {},}', 'reg')).said).toEqual([
      expect.stringMatching(/^warning: .*config\.json is not JSON and not used$/),
    ]);
    expect((await loginWith({}, 'reg')).said).toEqual([]);
  });

  test('the header is padded: engines read nothing from one that is not', async () => {
    for (const password of ['a', 'ab', 'abc', 'abcd']) {
      const { header = '' } = await loginWith({ auths: { reg: { auth: base64(`me:${password}`) } } }, 'reg');
      expect(header.length % 4).toBe(0);
      expect(header).toMatch(/^[A-Za-z0-9_-]+=*$/);
    }
  });

  test('a helper is asked on its standard input, and sees nothing of the job', async () => {
    const helper = '[ "$1" = get ] && registry=$(cat) && printf \'{"Username":"%s","Secret":"%s"}\' "$registry" "${docker:-nothing}"';
    for (const config of [{ credsStore: 'test' }, { credHelpers: { reg: 'test' } }])
      expect((await loginWith(config, 'reg', helper)).login).toEqual({ username: 'reg', password: 'nothing', serveraddress: 'reg' });
  });

  test('a helper’s token is one', async () => {
    const { login } = await loginWith({ credsStore: 'test' }, 'reg', 'echo \'{"Username":"<token>","Secret":"tok"}\'');
    expect(login).toEqual({ identitytoken: 'tok', serveraddress: 'reg' });
  });

  test('a helper that is not there is told and taken for none', async () => {
    const { header, said } = await loginWith({ credsStore: 'no-such-helper' }, 'reg');
    expect(header).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('docker-credential-no-such-helper gave no login for reg')]);
  });

  test('a helper without a login for this registry says nothing worth telling', async () => {
    const { header, said } = await loginWith({ credsStore: 'test' }, 'reg', 'echo "credentials not found in native keychain"; exit 1');
    expect([header, said]).toEqual([undefined, []]);
  });
});
