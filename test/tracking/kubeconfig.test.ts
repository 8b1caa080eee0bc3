import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { kubernetesApi } from '../../src/tracking/kubernetes/api.js';
import { connectionTo, ownCluster } from '../../src/tracking/kubernetes/login.js';
import { makeCertificates, makeClientCertificate } from '../support/certificates.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { httpService } from '../support/http-service.js';
import { kubernetesServer, type KubernetesServer } from '../support/kubernetes-server.js';

const signal = new AbortController().signal;
let directory: TestDirectory;
let server: KubernetesServer;
let authority: string;
let tokens: readonly string[] = [];

beforeAll(async () => {
  directory = await temporaryDirectory();
  const { key, certificate, authorityFile } = await makeCertificates(directory.path);
  await makeClientCertificate(directory.path);
  authority = await readFile(authorityFile, 'utf8');
  server = await kubernetesServer({ tls: { key, cert: certificate, ca: authority }, token: (token) => tokens.includes(token) });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

interface Config {
  readonly cluster?: object;
  readonly user?: object;
  readonly context?: string;
}

/** A kubeconfig with one context, as YAML. */
function config({ cluster = { 'certificate-authority': 'ca.pem' }, user = {}, context = 'lab' }: Config = {}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': context,
    clusters: [{ name: 'lab', cluster: { server: server.url, ...cluster } }],
    users: [{ name: 'me', user }],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'me' } }],
  });
}

/** A program that prints a login, and counts how often it was asked. */
async function plugin(name: string, script: string): Promise<string> {
  return directory.write(`bin/${name}`, `#!/bin/sh\necho asked >> ${directory.at(`${name}.count`)}\n${script}\n`, 0o755);
}

const answers = (status: object): string =>
  `echo '${JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status })}'`;

interface Login extends AsyncDisposable {
  readonly logged: readonly string[];
  /** The status of a list of Jobs. */
  ask(): Promise<number>;
}

async function login(
  kubeconfig: string | undefined,
  {
    place = 'kubeconfig:',
    given,
    environment = {},
  }: { place?: string; given?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<Login> {
  const logged: string[] = [];
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) });
  const http = createHttpClient({ log, environment: {}, clock });
  const named = kubeconfig === undefined ? {} : { KUBECONFIG: await directory.write('config', kubeconfig) };
  const variables = { PATH: process.env.PATH, HOME: '/nonexistent', ...named, ...environment };
  try {
    const api = kubernetesApi(await connectionTo(place, given, { environment: variables, clock, log }), { http });
    return {
      logged,
      ask: async () => (await api.ask('GET', '/apis/batch/v1/namespaces/etos/jobs', { signal })).status,
      [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
    };
  } catch (error) {
    await http[Symbol.asyncDispose]();
    throw error;
  }
}

describe('a kubeconfig logs in', () => {
  test.each([
    { by: 'a token', user: () => ({ token: 'sesame-1' }) },
    { by: 'a token in a file beside it', user: () => ({ tokenFile: 'token' }) },
    { by: 'a client certificate in files', user: () => ({ 'client-certificate': 'client.pem', 'client-key': 'client.key' }) },
    {
      by: 'a client certificate in itself',
      user: async () => ({ 'client-certificate-data': await base64('client.pem'), 'client-key-data': await base64('client.key') }),
    },
    {
      by: 'a plugin',
      user: async () => ({
        exec: { apiVersion: 'client.authentication.k8s.io/v1', command: await plugin('gives', answers({ token: 'sesame-1' })) },
      }),
    },
    {
      by: 'a plugin that gives a client certificate',
      user: async () => {
        const [clientCertificateData, clientKeyData] = [await text('client.pem'), await text('client.key')];
        const answer = await directory.write('answer.json', { kind: 'ExecCredential', status: { clientCertificateData, clientKeyData } });
        return { exec: { apiVersion: 'client.authentication.k8s.io/v1beta1', command: 'cat', args: [answer] } };
      },
    },
  ])('by $by', async ({ user }) => {
    tokens = ['sesame-1'];
    await directory.write('token', 'sesame-1\n');
    await using own = await login(config({ user: await user() }));
    expect(await own.ask()).toBe(200);
    expect(own.logged.join('\n')).not.toContain('sesame');
  });

  test('reads a token in a file anew for each request', async () => {
    tokens = ['sesame-1'];
    await directory.write('token', 'sesame-1');
    await using own = await login(config({ user: { tokenFile: 'token' } }));
    expect(await own.ask()).toBe(200);
    tokens = ['sesame-2'];
    expect(await own.ask()).toBe(401);
    await directory.write('token', 'sesame-2');
    expect(await own.ask()).toBe(200);
  });

  test('asks a plugin once, again when the login has run out or is refused', async () => {
    tokens = ['sesame-1', 'sesame-2'];
    const soon = new Date(Date.now() + 5_000).toISOString();
    const count = directory.at('turns.count');
    const script = `if [ $(wc -l < ${count}) = 1 ]; then ${answers({ token: 'sesame-1', expirationTimestamp: soon })}; else ${answers({ token: 'sesame-2' })}; fi`;
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: await plugin('turns', script) };
    await using own = await login(config({ user: { exec } }));
    const asked = async (): Promise<number> => (await readFile(count, 'utf8')).split('\n').length - 1;
    expect([await Promise.all([own.ask(), own.ask(), own.ask()]), await asked()]).toEqual([[200, 200, 200], 1]);
    // It is good for five more seconds: too short for the next request.
    expect([await own.ask(), await asked()]).toEqual([200, 2]);
    expect([await own.ask(), await asked()]).toEqual([200, 2]);
    tokens = ['sesame-1'];
    expect([await own.ask(), await asked()]).toEqual([401, 3]);
  });

  test('tells a plugin what it is asked for, and its own variables', async () => {
    tokens = ['sesame-1'];
    const seen = directory.at('seen');
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: await plugin(
        'looks',
        `echo "$KUBERNETES_EXEC_INFO" > ${seen}; echo "$1 $ROLE" >> ${seen}; ${answers({ token: 'sesame-1' })}`,
      ),
      args: ['get-token'],
      env: [{ name: 'ROLE', value: 'ci' }],
      provideClusterInfo: true,
    };
    await using own = await login(config({ user: { exec } }));
    expect(await own.ask()).toBe(200);
    const [info = '', words] = (await readFile(seen, 'utf8')).split('\n');
    expect(JSON.parse(info)).toMatchObject({ kind: 'ExecCredential', spec: { interactive: false, cluster: { server: server.url } } });
    expect(words).toBe('get-token ci');
  });

  test('of several files the first that says a thing holds; the context can be named', async () => {
    tokens = ['sesame-1'];
    const first = await directory.write(
      'first',
      stringify({ 'current-context': 'other', users: [{ name: 'me', user: { token: 'sesame-1' } }] }),
    );
    const second = await directory.write('second', config({ user: { token: 'wrong' } }));
    const environment = { KUBECONFIG: `${directory.at('nowhere')}:${first}:${second}` };
    await using own = await login(undefined, { place: 'kubeconfig:lab', environment });
    expect(await own.ask()).toBe(200);
    await expect(login(undefined, { environment })).rejects.toThrow(/the current context is "other", and there is no such context/);
  });

  test('a token that was given wins; HOME has the file when KUBECONFIG names none', async () => {
    tokens = ['sesame-9'];
    await directory.write(
      '.kube/config',
      config({ cluster: { 'certificate-authority-data': await base64('ca.pem') }, user: { token: 'wrong' } }),
    );
    await using own = await login(undefined, { given: 'sesame-9', environment: { HOME: directory.path } });
    expect(await own.ask()).toBe(200);
  });

  test('an authority that is not named is not trusted; that it shall not be checked is done, and said', async () => {
    tokens = ['sesame-1'];
    await using strict = await login(config({ cluster: {}, user: { token: 'sesame-1' } }));
    await expect(strict.ask()).rejects.toThrow(/certificate/);
    await using lax = await login(config({ cluster: { 'insecure-skip-tls-verify': true }, user: { token: 'sesame-1' } }));
    expect(await lax.ask()).toBe(200);
    expect(lax.logged.join('\n')).toContain('is not checked, as the kubeconfig says');
    await using renamed = await login(
      config({ cluster: { 'certificate-authority': 'ca.pem', 'tls-server-name': 'far.example' }, user: { token: 'sesame-1' } }),
    );
    expect(await renamed.ask()).toBe(200);
  });

  test.each([
    {
      what: 'a context that is not there',
      kubeconfig: () => config({ context: 'lap' }),
      says: /"lap", and there is no such context\. Did you mean lab\?/,
    },
    { what: 'no YAML', kubeconfig: () => 'clusters: [', says: /config cannot be read/ },
    {
      what: 'a file that is named and not there',
      kubeconfig: () => config({ cluster: { 'certificate-authority': 'gone.pem' } }),
      says: /gone\.pem cannot be read/,
    },
    { what: 'auth-provider', kubeconfig: () => config({ user: { 'auth-provider': { name: 'gcp' } } }), says: /auth-provider/ },
    { what: 'impersonation', kubeconfig: () => config({ user: { token: 'x', as: 'root' } }), says: /acts as somebody else/ },
    {
      what: 'half of a client certificate',
      kubeconfig: () => config({ user: { 'client-certificate': 'client.pem' } }),
      says: /without a key/,
    },
    {
      what: 'a plugin that must ask somebody',
      kubeconfig: () =>
        config({ user: { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'x', interactiveMode: 'Always' } } }),
      says: /wants to ask somebody/,
    },
  ])('refuses $what', async ({ kubeconfig, says }) => {
    await expect(login(kubeconfig())).rejects.toThrow(says);
  });

  test.each([
    { what: 'is not there', command: './nowhere', says: /login plugin .*nowhere is not there/ },
    { what: 'fails', command: './bin/fails', says: /failed with exit code 3: no session/ },
    { what: 'says something else', command: './bin/talks', says: /gave no login: what it prints is not JSON/ },
  ])('says that a plugin $what', async ({ command, says }) => {
    await plugin('fails', 'echo "no session" >&2; exit 3');
    await plugin('talks', 'echo hello');
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command };
    await using own = await login(config({ user: { exec } }));
    await expect(own.ask()).rejects.toThrow(says);
  });
});

describe('in a pod', () => {
  test('its service account logs in, at the address that every pod knows', () => {
    const account = '/var/run/secrets/kubernetes.io/serviceaccount';
    expect(ownCluster({ KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '6443' })).toMatchObject({
      server: 'https://[fd00::1]:6443',
      authority: { file: `${account}/ca.crt` },
      user: { tokenFile: `${account}/token` },
    });
    expect(ownCluster({})).toBeUndefined();
  });

  test.each(['kubeconfig:', 'https://kubernetes.default.svc', 'https://10.0.0.1'])(
    '%s is that place, where there is no kubeconfig',
    async (place) => {
      await expect(login(undefined, { place, environment: { KUBERNETES_SERVICE_HOST: '10.0.0.1' } })).rejects.toThrow(
        /serviceaccount\/ca\.crt cannot be read/,
      );
    },
  );

  test('another place is asked without the account', async () => {
    await using elsewhere = await httpService(() => ({ status: 200, body: { items: [] } }));
    await using own = await login(undefined, { place: elsewhere.url, environment: { KUBERNETES_SERVICE_HOST: '10.0.0.1' } });
    expect(await own.ask()).toBe(200);
    expect(elsewhere.requests[0]?.headers.authorization).toBeUndefined();
  });
});

const text = (name: string): Promise<string> => readFile(directory.at(name), 'utf8');
const base64 = async (name: string): Promise<string> => Buffer.from(await text(name)).toString('base64');
