// Places that start test runners and are none that we know: nobody can be asked there what became of a request.

import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aCollection } from '../support/collections.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

/** A workspace whose test runners are started at an address. */
async function aWorkspaceOf(url: string): Promise<Workspace> {
  const workspace = await aWorkspace(aCollection());
  const possible = [{ instructions: '$execution_space_instructions', request: { url, method: 'POST' } }];
  await workspace.directory.write('there.json', { execution_space: { id: 'there', list: { possible, available: '$this.possible' } } });
  return workspace;
}

const args = ['--execution-space-provider', './there.json'];

describe('a test runner that is started at a place of others', () => {
  test('an answer that was lost is told once, and no run is reminded of it for ever', async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/start`;
    await using workspace = await aWorkspaceOf(url);
    const ended = await workspace.run(args);
    server.close();
    expect(ended).toMatchObject({ exitCode: 3, output: expect.stringContaining('could not be released: delegation') as unknown });
    const first = await workspace.release();
    expect(first).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(`started by ${url}, which cannot be asked`) as unknown });
    expect(await workspace.release()).toMatchObject({ exitCode: 0 });
    expect(await workspace.runs()).toEqual([]);
  });

  test('a place where nobody listens has started nothing: nothing is left to tell', async () => {
    await using workspace = await aWorkspaceOf('http://127.0.0.1:9/start');
    expect((await workspace.run(args)).exitCode).toBe(3);
    expect(await workspace.runs()).toEqual([]);
  });
});
