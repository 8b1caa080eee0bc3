// Whatever happens to any request, nothing stays lent: either the run gives it back, or what it wrote down is enough for `etos release`.

import { describe, expect, test } from '@jest/globals';
import type { Acquired } from '../../src/environment/acquired.js';
import { systemClock, type Clock } from '../../src/host/clock.js';
import { aLab, type LabOptions } from './lab.js';
import type { Fault } from '../support/management-system.js';

/** Waits are as long as they are, only shorter. */
const hurried: Clock = { ...systemClock, sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / 20, signal) };

const faults: readonly Fault[] = ['drop', 'lose', 'error', 'page', 'half', 'late'];
const step = { '$request.response.json': { url: '$iut.url', method: 'GET', params: { id: '$iut.id' }, timeout: 0.5, interval: 0.1 } };
const prepare = { stages: { environment_provider: { steps: { step } } } };
/** A list, two checkouts, two check-ins; a fault brings more. */
const requests = Array.from({ length: 7 }, (_, n) => n + 1);

describe('the ledger is balanced', () => {
  test.each(faults)('after one fault at any request: %s', async (fault) => {
    const cases = requests.map((at) => ({ fault: (n: number) => (n === at ? fault : undefined) }));
    expect(await Promise.all(cases.map(leftBehind))).toEqual(cases.map(() => nothing));
  });

  test.each(faults.flatMap((first) => faults.map((second) => [first, second] as const)))(
    'after two faults: %s, then %s',
    async (first, second) => {
      const pairs = requests.slice(0, 5).flatMap((at) => [1, 2].map((gap) => [at, at + gap] as const));
      const cases = pairs.map(([one, two]) => ({ fault: (n: number) => (n === one ? first : n === two ? second : undefined) }));
      expect(await Promise.all(cases.map(leftBehind))).toEqual(cases.map(() => nothing));
    },
  );

  test.each([undefined, ...faults])('after a cancel at any request, which then goes on: %s', async (fault) => {
    const cases = requests.map((at) => {
      const controller = new AbortController();
      const cancel = (n: number): Fault | undefined => {
        if (n < at) return undefined;
        controller.abort(new Error('cancelled'));
        return n === at ? fault : undefined;
      };
      return { fault: cancel, signal: controller.signal };
    });
    expect(await Promise.all(cases.map(leftBehind))).toEqual(cases.map(() => nothing));
  });

  test.each(faults)('with a preparation that meets a fault: %s', async (fault) => {
    const cases = requests.map((at) => ({ more: { prepare }, fault: (n: number) => (n === at ? fault : undefined) }));
    expect(await Promise.all(cases.map(leftBehind))).toEqual(cases.map(() => nothing));
  });

  test('when the system refuses for a while to take back, after what etos release does then', async () => {
    const cases = [1, 2, 3, 4, 5, 6].map((times) => {
      let left = times;
      return { fault: (_: number, text: string) => (text.includes('/checkin') && left-- > 0 ? ('error' as const) : undefined) };
    });
    expect(await Promise.all(cases.map(leftBehind))).toEqual(cases.map(() => nothing));
  });
});

const nothing = { lent: [], open: [] };

async function leftBehind(
  options: Omit<LabOptions, 'names'>,
): Promise<{ readonly lent: readonly string[]; readonly open: readonly string[] }> {
  await using lab = await aLab({ names: ['a', 'b', 'c'], clock: hurried, ...options });
  const taken = await lab.acquire({ minimum: 2, maximum: 2, limit: 500 }).catch((): readonly Acquired[] => []);
  for (const one of taken) await lab.giveBack([one]).catch(() => undefined);
  // A request that was cancelled takes effect on the other side a moment after.
  await new Promise((resolve) => setTimeout(resolve, options.signal ? 20 : 0));
  await lab.recover();
  return { lent: lab.system.lent(), open: await lab.open() };
}
