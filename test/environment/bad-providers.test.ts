// What a user sees of a provider that is wrong: a sentence with the place, an exit code, nothing left behind.

import { describe, expect, test } from '@jest/globals';
import { aCollection } from '../support/collections.js';
import { aRecipe, aSuite } from '../support/collections.js';
import { httpService } from '../support/http-service.js';
import { lendingProvider, managementSystem } from '../support/management-system.js';
import { runCli } from '../support/program.js';
import { aWorkspace } from '../support/workspace.js';

const collection = aCollection(aSuite({ name: 's', recipes: [aRecipe({ testRunner: 'process' })] }));
const space = (item: object): object => ({
  execution_space: { id: 'bad', list: { possible: { $expand: { value: item, to: '$amount' } }, available: '$this.possible' } },
});
const log = (item: object): object => ({
  log: { id: 'bad', list: { possible: { $expand: { value: item, to: '$amount' } }, available: '$this.possible' } },
});
const iut = (possible: unknown): object => ({ iut: { id: 'bad', list: { possible, available: '$this.possible' } } });

describe('before anything was checked out the exit code is 2', () => {
  test.each([
    { option: 'iut', provider: { ...iut([]), log: {} }, says: /bad\.json:1:1: \$ has 2 top keys/ },
    {
      option: 'iut',
      provider: iut({ $requst: { url: 'http://x', method: 'GET' } }),
      says: /bad\.json:\d+:\d+: iut\.list\.possible\.\$requst is no structure.*Did you mean \$request\?/,
    },
    {
      option: 'iut',
      provider: iut({ $expand: { value: {}, to: '$identity.name' } }),
      says: /bad\.json:\d+:\d+: iut\.list.*\$expand failed/,
    },
    { option: 'iut', provider: iut([{ a: '$this' }]), says: /bad\.json.*contains itself/ },
    {
      option: 'execution-space',
      provider: space({ instructions: '$execution_space_instructions' }),
      says: /has no "request": `request` is the call/,
    },
    { option: 'log-area', provider: log({ livelogs: 'x' }), says: /has no "upload"/ },
  ])('$option: $says', async ({ option, provider, says }) => {
    await using workspace = await aWorkspace(collection);
    await workspace.directory.write('bad.json', provider);
    const { output, exitCode } = await workspace.run(['--no-tty', `--${option}-provider`, './bad.json', '--wait-for-iut', '0']);
    expect(output).toMatch(says);
    expect(exitCode).toBe(2);
    expect(await workspace.runs()).toEqual([]);
  });
});

describe('afterwards it is 3, and everything is checked in', () => {
  test.each([
    {
      option: 'log-area',
      provider: log({ livelogs: 'x', upload: '$nothing.of.this' }),
      says: /bad\.json: an item of provider "bad" is wrong: upload is missing or not an object/,
    },
    {
      option: 'execution-space',
      provider: space({ request: { url: 'http://x', method: 'POST' } }),
      says: /has no "instructions", and its request holds none.*\$execution_space_instructions/,
    },
    { option: 'execution-space', provider: space({ $expand: { value: 1, to: '$amount.x' } }), says: /bad\.json:\d+:\d+: execution_space/ },
  ])('$option: $says', async ({ option, provider, says }) => {
    await using system = await managementSystem({ names: ['a'] });
    await using workspace = await aWorkspace(collection);
    await workspace.directory.write('bad.json', provider);
    await workspace.directory.write('lender.json', lendingProvider(system.url));
    const { output, exitCode } = await workspace.run(['--no-tty', '--iut-provider', './lender.json', `--${option}-provider`, './bad.json']);
    expect(output).toMatch(says);
    expect([exitCode, system.lent(), await workspace.runs()]).toEqual([3, [], []]);
    expect(system.requests.at(-1)).toMatch(/checkin/);
  });

  test.each([
    { url: 'http://127.0.0.1:1/list', says: /nothing listens on 127\.0\.0\.1:1/ },
    { url: 'http://nowhere.invalid/list', says: /host name nowhere\.invalid/ },
  ])('nobody answers at $url', async ({ url, says }) => {
    await using workspace = await aWorkspace(collection);
    await workspace.directory.write('bad.json', iut({ '$request.response.json': { url, method: 'GET', timeout: 0.1, interval: 0.1 } }));
    const { output, exitCode } = await workspace.run(['--no-tty', '--iut-provider', './bad.json', '--wait-for-iut', '0']);
    expect(output).toMatch(says);
    expect(exitCode).toBe(3);
  });
});

describe('providers are found', () => {
  test('by name in the directory, by address, and as text; a name that nobody has is told with the nearest', async () => {
    await using workspace = await aWorkspace(collection);
    const provider = iut([{ name: 'a' }]);
    await workspace.directory.write('.etos/providers/iut/boards.json', provider);
    await workspace.directory.write('elsewhere/iut/others.json', provider);
    await using server = await httpService(() => ({ status: 200, body: provider }));
    for (const args of [['boards'], ['others', '--providers-dir', 'elsewhere'], [`${server.url}/p.json`], [JSON.stringify(provider)]]) {
      const { stdout, exitCode } = await runCli(['plan', 'collection.json', '--iut-provider', ...args], { cwd: workspace.directory.path });
      expect([stdout, exitCode]).toEqual([expect.stringMatching(/IUT provider: +bad/), 0]);
    }
    const { stderr, exitCode } = await runCli(['plan', 'collection.json', '--iut-provider', 'baords'], { cwd: workspace.directory.path });
    expect(stderr).toMatch(/there is no iut provider "baords"; known are boards, default, management-system\. Did you mean boards\?/);
    expect(exitCode).toBe(2);
  });
});
