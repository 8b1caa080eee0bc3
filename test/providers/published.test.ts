// The provider files that the ETOS documentation shows, as published; only their hosts are ours.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { httpService, type ServiceRequest } from '../support/http-service.js';
import { context, environments, plain } from './environments.js';

const published = async (name: string, hosts: Readonly<Record<string, string>> = {}): Promise<string> => {
  const text = await readFile(join(import.meta.dirname, 'published', `${name}.json`), 'utf8');
  return Object.entries(hosts).reduce((replaced, [host, url]) => replaced.replaceAll(host, url), text);
};

test('a static IUT', async () => {
  await using own = await environments({ providers: { iut: await published('iut-default') } });
  expect(plain((await own.one()).iut.item)).toEqual({
    provider_id: 'default',
    identity: 'pkg:docker/acme/webshop@4.2.0',
    type: 'docker',
    namespace: 'acme',
    name: 'webshop',
    version: '4.2.0',
    qualifiers: {},
    subpath: null,
  });
});

test('an IUT with a preparation', async () => {
  await using server = await httpService(() => ({ status: 200, body: { id: 1, name: 'Leanne Graham' } }));
  const text = await published('iut-default-prepare', { 'https://jsonplaceholder.typicode.com': server.url });
  await using own = await environments({ providers: { iut: text } });
  expect(plain((await own.one()).iut.item)).toMatchObject({
    step1: { something: 'text', another: 'text2' },
    step2: { previous_something: 'text' },
    step3: { status_code: 200, json: { id: 1 } },
    environment_provider: { steps: { step2: { previous_something: '$steps.step1.something' } } },
  });
  expect(server.requests.map(({ url }) => url)).toEqual(['/users/1']);
});

test('a management system', async () => {
  let lent = false;
  await using server = await httpService(({ url }) => {
    if (url.startsWith('/list')) return { status: 200, body: [{ id: '7', checked_out: String(lent) }] };
    lent = url.startsWith('/checkout');
    return { status: 200, body: { id: '7', room: 'lab 3' } };
  });
  const text = await published('iut-mymanagementsystem', { 'http://managementsystem': server.url, 'http://managemenetsystem': server.url });
  await using own = await environments({ providers: { iut: text } });
  const environment = await own.one();
  expect(plain(environment.iut.item)).toMatchObject({ id: '7', room: 'lab 3' });
  expect(lent).toBe(true);
  await own.giveBack(environment);
  expect(lent).toBe(false);
  expect(server.requests.map(({ url }) => url)).toEqual(['/list?name=webshop', '/checkout?mac=webshop', '/checkin?id=7']);
});

test('a management system that refuses says why', async () => {
  await using server = await httpService(({ url }) =>
    url.startsWith('/list')
      ? { status: 200, body: [{ id: '7', checked_out: 'false' }] }
      : { status: 409, body: { message: 'taken by somebody else' } },
  );
  await using own = await environments({
    providers: { iut: await published('iut-mymanagementsystem', { 'http://managementsystem': server.url }) },
  });
  await expect(own.one()).rejects.toThrow('All IUTs failed checkout. taken by somebody else');
});

test.each([
  { ip: '192.0.2.17', logs: { prepend: '192.0.2.17' } },
  { ip: 'unknown', logs: {} },
])('an Artifactory log area, with the IUT at $ip', async ({ ip, logs }) => {
  const iut = JSON.stringify({ iut: { id: 'x', list: { possible: [{ ip_address: ip }], available: '$this.possible' } } });
  await using own = await environments({ providers: { iut, 'log-area': await published('log-area-artifactory') } });
  expect(plain((await own.one()).logArea.item)).toMatchObject({
    livelogs: `https://artifactory/logs/${context}`,
    upload: { url: `https://artifactory/logs/${context}/{folder}/{name}`, method: 'PUT', auth: { type: 'basic' } },
    logs,
  });
});

test.each(['execution-space-jenkins', 'execution-space-jenkins-override'])('a Jenkins job: %s', async (name) => {
  await using server = await httpService(() => ({ status: 201 }));
  await using own = await environments({ providers: { 'execution-space': await published(name, { 'https://jenkins': server.url }) } });
  const environment = await own.one();
  await own.start(environment);
  const { parameter } = JSON.parse(new URLSearchParams((server.requests[0] as ServiceRequest).body).get('json') ?? '') as {
    parameter: [{ name: string; value: string }];
  };
  const docker = JSON.parse(parameter[0].value) as Record<string, unknown>;
  // Also where the provider keeps the instructions in its request alone.
  expect(docker).toEqual(plain(environment.executor.item).instructions);
  expect(docker.identifier).toBe(environment.identifier);
  if (name.endsWith('override')) {
    expect(docker).toMatchObject({ environment: { MYENV: 'environment variable' }, parameters: { '--privileged': '' } });
  }
});
