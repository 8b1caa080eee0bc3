// The whole program killed at every request in turn, then `etos release`: real processes, as a CI system kills them.

import { describe, expect, test } from '@jest/globals';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { lendingProvider, managementSystem, type Fault } from '../support/management-system.js';
import type { Running } from '../support/program.js';
import { aWorkspace } from '../support/workspace.js';

/** Two IUTs: a list, two checkouts, two steps of a preparation, two check-ins. */
const requests = [1, 2, 3, 4, 5, 6, 7];
const collection = aCollection(aSuite({ name: 's', recipes: [1, 2].map(() => aRecipe({ testRunner: 'process' })) }));

describe('nothing stays lent when etos run is killed at a request', () => {
  test.each([
    { fault: undefined, when: 'before it is answered' },
    { fault: 'drop', when: 'before it takes effect' },
    { fault: 'lose', when: 'after it took effect' },
  ] as const)('$when', async ({ fault }) => {
    const left: string[] = [];
    // One after the other: two cores are soon busy with programs that start.
    for (const at of requests) left.push(...(await killedAt(at, fault)).map((name) => `${name} after a kill at request ${at}`));
    expect(left).toEqual([]);
  });

  test.each(['lose', 'error'] as const)('nor when it meets a fault and goes on: %s', async (fault) => {
    const left: string[] = [];
    for (const at of requests) left.push(...(await metAt(at, fault)).map((name) => `${name} after ${fault} at request ${at}`));
    expect(left).toEqual([]);
  });
});

async function killedAt(at: number, fault: Fault | undefined): Promise<readonly string[]> {
  const running: Running[] = [];
  await using system = await managementSystem({
    names: ['a', 'b'],
    async fault(n) {
      if (n !== at) return undefined;
      running.forEach((run) => run.kill('SIGKILL'));
      await Promise.all(running.map((run) => run.exitCode));
      return fault;
    },
  });
  await using workspace = await borrowing(system.url);
  const run = workspace.start(options);
  running.push(run);
  expect(await run.exitCode).toBe(137);
  const { output } = await workspace.release();
  expect([output, await workspace.runs()]).toEqual([expect.any(String), []]);
  return system.lent();
}

async function metAt(at: number, fault: Fault): Promise<readonly string[]> {
  await using system = await managementSystem({ names: ['a', 'b'], fault: (n) => (n === at ? fault : undefined) });
  await using workspace = await borrowing(system.url);
  await workspace.run(options);
  await workspace.release();
  expect(await workspace.runs()).toEqual([]);
  return system.lent();
}

const options = ['--no-tty', '--iut-provider', './lender.json', '--dataset', '{"maximum_amount": 2}', '--wait-for-iut', '1'];

async function borrowing(url: string): ReturnType<typeof aWorkspace> {
  const workspace = await aWorkspace(collection);
  const step = { '$request.response.json': { url: `${url}/step`, method: 'GET', params: { id: '$iut.id' }, timeout: 0.5, interval: 0.1 } };
  await workspace.directory.write(
    'lender.json',
    lendingProvider(url, { prepare: { stages: { environment_provider: { steps: { step } } } } }),
  );
  return workspace;
}
