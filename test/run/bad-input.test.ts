import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmod } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { testWithDocker } from '../support/docker.js';
import { runCli } from '../support/program.js';
import { aWorkspace } from '../support/workspace.js';

const good = aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] }));

describe('bad input is told with its remedy, ends with 2, and nothing was started', () => {
  test.each([
    {
      what: 'a package URL that is none',
      args: ['-i', 'webshop'],
      says: [/identity "webshop": does not start with "pkg:"/, /pkg:docker\/acme\/webshop@4\.2\.0/],
    },
    {
      what: 'an unknown provider',
      args: ['--iut-provider', 'defualt'],
      says: [/there is no iut provider "defualt"; known are default, .*Did you mean default\?/],
    },
    {
      what: 'an unknown execution space',
      args: ['--execution-space-provider', 'dokcer'],
      says: [/known are default, docker, .*process\. Did you mean docker\?/],
    },
    { what: 'an unknown option', args: ['--datset', '{}'], says: [/--datset/, /--dataset/] },
    { what: 'a dataset that is no JSON', args: ['--dataset', '{a: 1}'], says: [/dataset:1:2: not JSON/] },
    { what: 'a dataset that is no object', args: ['--dataset', '[1]'], says: [/the dataset is not a JSON object/] },
    {
      what: 'a dataset file that is not there',
      args: ['--dataset', '@none.json'],
      says: [/dataset .*none\.json cannot be read: there is no such file/],
    },
    {
      what: 'an amount that is text',
      args: ['--dataset', '{"maximum_amount": "many"}'],
      says: [/maximum_amount of the dataset is "many"; expected a whole number from 1/],
    },
    {
      what: 'a report directory that cannot be made',
      args: ['-r', 'collection.json/reports'],
      says: [/report directory .*collection\.json\/reports cannot be written/, /--report-dir/],
    },
    {
      what: 'Docker demanded but absent',
      args: ['--execution-space-provider', 'docker'],
      says: [/no Docker engine answers/, /--execution-space-provider process/],
    },
    {
      what: 'a provider of another kind',
      args: ['--iut-provider', '{"log": {"id": "x", "list": {"possible": [], "available": []}}}'],
      says: [/log is another kind of provider; expected iut/],
    },
    {
      what: 'a key that is none',
      args: [],
      env: { ETOS_ENCRYPTION_KEY: 'short' },
      says: [/ETOS_ENCRYPTION_KEY cannot be used: the key is not 32 bytes/],
    },
    {
      what: 'several wrong things at once',
      args: ['-i', 'webshop', '--dataset', '{', '--log-area-provider', 'nome'],
      says: [/identity "webshop"/, /dataset:1:/, /there is no log-area provider "nome"/],
    },
  ])('$what', async ({ args, says, env }) => {
    await using workspace = await aWorkspace(good);
    const { exitCode, stderr, stdout } = await workspace.run(args, { env: { DOCKER_HOST: 'unix:///nowhere/docker.sock', ...env } });
    says.forEach((text) => expect(stderr).toMatch(text));
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(await workspace.runs()).toEqual([]);
  });

  test.each([
    { path: '/missing.json', says: /404/ },
    { path: '/page.json', says: /HTML/ },
  ])('a collection from a URL: $path', async ({ path, says }) => {
    const server = createServer((request, response) => {
      if (request.url === '/missing.json') response.writeHead(404).end('no');
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    try {
      const { exitCode, stderr } = await runCli(['run', url]);
      expect(stderr).toMatch(says);
      expect(stderr).toContain(url);
      expect(exitCode).toBe(2);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('a collection that cannot be read', async () => {
    await using workspace = await aWorkspace(good);
    expect(await runCli(['run', 'nothing.json'], { cwd: workspace.directory.path })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('nothing.json') as unknown,
    });
    await chmod(workspace.directory.path, 0o755);
    expect(await runCli(['run', '.'], { cwd: workspace.directory.path })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('directory') as unknown,
    });
  });

  testWithDocker('an image that cannot be pulled is found at start: inconclusive, with the answer of the registry', async ({ engine }) => {
    expect(engine.host).not.toBe('');
    await using workspace = await aWorkspace(
      aCollection(aSuite({ name: 's', recipes: [aRecipe({ testRunner: 'registry.invalid/no-such-image:1' })] })),
    );
    expect((await workspace.run()).exitCode).toBe(3);
    const { verdict, description } = await workspace.results();
    expect(verdict).toBe('INCONCLUSIVE');
    expect(description).toMatch(/no-such-image:1.*(lookup|no such host|registry)/);
  });
});
