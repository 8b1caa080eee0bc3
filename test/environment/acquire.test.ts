import { describe, expect, test } from '@jest/globals';
import { aLab } from './lab.js';

describe('acquiring IUTs from a management system', () => {
  test('takes as many as are wanted and gives all of them back', async () => {
    const logged: string[] = [];
    await using lab = await aLab({ names: ['a', 'b', 'c'], onLog: (line) => void logged.push(line) });
    const taken = await lab.acquire({ minimum: 1, maximum: 2 });
    expect(taken.map(({ item }) => [item.get('id'), item.get('lease'), item.get('provider_id')])).toEqual([
      ['a', 'lease-a', 'lender'],
      ['b', 'lease-b', 'lender'],
    ]);
    // Last to first, as the released services do.
    expect(lab.system.requests.filter((text) => text.includes('checkout'))).toEqual(['GET /checkout?name=b', 'GET /checkout?name=a']);
    expect(lab.system.lent()).toEqual(['a', 'b']);
    await lab.giveBack(taken);
    expect(lab.system.lent()).toEqual([]);
    expect(await lab.open()).toEqual([]);
    expect(logged).toEqual(expect.arrayContaining(['checked out IUT provider=lender item=a', 'checked in IUT provider=lender item=a']));
  });

  test('waits while too few are available, instead of failing', async () => {
    await using lab = await aLab({ names: ['a', 'b'] });
    const first = await lab.acquire({ minimum: 1, maximum: 1 });
    const second = lab.acquire({ minimum: 2, maximum: 2, limit: 20_000 });
    while (lab.system.requests.filter((text) => text.includes('/list')).length < 3) await new Promise((resolve) => setImmediate(resolve));
    await lab.giveBack(first);
    expect(await second).toHaveLength(2);
  });

  test('says after the limit what was missing, and holds nothing', async () => {
    await using lab = await aLab({ names: ['a'] });
    await lab.acquire({ minimum: 1, maximum: 1 });
    await expect(lab.acquire({ minimum: 1, maximum: 1, limit: 300 })).rejects.toThrow(
      'No IUT became available from provider "lender" within 0.3s: 0 of 1 wanted available',
    );
    expect(lab.system.lent()).toEqual(['a']);
  });

  test('gives up at once when nothing is possible', async () => {
    await using lab = await aLab({ names: [] });
    await expect(lab.acquire({ minimum: 1, maximum: 1, limit: 60_000 })).rejects.toThrow(
      'Could not checkout: IUT provider "lender" has nothing possible',
    );
  });

  test('goes on to further items when some are refused', async () => {
    // Somebody else was quicker between the list and the checkout.
    const taken = { '/checkout?name=a': 'error', '/checkout?name=b': 'error' } as const;
    await using lab = await aLab({ names: ['a', 'b', 'c', 'd'], fault: (_, text) => taken[text.slice(4) as keyof typeof taken] });
    const items = await lab.acquire({ minimum: 2, maximum: 2 });
    expect(items.map(({ item }) => item.get('id'))).toEqual(['c', 'd']);
  });

  test('when every checkout is refused, waiting would not help: the reason is told at once', async () => {
    await using lab = await aLab({ names: ['a'], fault: (_, text) => (text.includes('/checkout') ? 'error' : undefined) });
    await expect(lab.acquire({ minimum: 1, maximum: 1, limit: 60_000 })).rejects.toThrow(
      'All IUTs failed checkout. out of order (IUT "a")',
    );
    expect(await lab.open()).toEqual([]);
  });

  test('an IUT whose preparation fails goes back, and another one is tried', async () => {
    const isNotA = { $operator: { key: '$iut.id', operator: '$notin', value: ['a'] } };
    const prepare = { stages: { environment_provider: { steps: { isNotA, seen: { step: '$steps.isNotA', id: '$iut.id' } } } } };
    await using lab = await aLab({ names: ['a', 'b'], more: { prepare } });
    const [taken] = await lab.acquire({ minimum: 1, maximum: 1 });
    expect(taken?.item.get('id')).toBe('b');
    expect(taken?.item.get('seen')).toEqual(
      new Map<string, unknown>([
        ['step', true],
        ['id', 'b'],
      ]),
    );
    expect(taken?.item.has('environment_provider')).toBe(true);
    expect(lab.system.lent()).toEqual(['b']);
  });

  test('a system that is out of order for a moment is waited for', async () => {
    await using lab = await aLab({ names: ['a'], fault: (n) => (n < 3 ? 'error' : undefined) });
    expect(await lab.acquire({ minimum: 1, maximum: 1 })).toHaveLength(1);
  });

  test.each([
    { fault: 'error', says: /within 0\.2s: http:\S+\/list answered 500 Internal Server Error$/ },
    {
      fault: 'page',
      says: /has a possible that came out as an object in which \$request\.response\.json was not found.*answered 200 OK, which is not JSON but text\/html/,
    },
    { fault: 'drop', says: /within 0\.2s: GET http:\S+\/list: no answer: \S+ closed the connection/ },
  ] as const)('what the list met is told: $fault', async ({ fault, says }) => {
    await using lab = await aLab({ names: ['a'], fault: () => fault });
    await expect(lab.acquire({ minimum: 1, maximum: 1, limit: 200 })).rejects.toThrow(says);
  });

  test('reports by name what the system refuses to take back, and keeps it in the journal', async () => {
    await using lab = await aLab({ names: ['a'], fault: (_, text) => (text.includes('/checkin') ? 'error' : undefined) });
    const taken = await lab.acquire({ minimum: 1, maximum: 1 });
    await expect(lab.giveBack(taken)).rejects.toThrow('Unable to checkin IUT "a" to provider "lender"');
    expect(await lab.open()).toEqual(['a']);
  });

  test('a rule that fails after its request has what it took given back', async () => {
    const checkout = { got: { '$request.response.json': { url: '$nowhere', method: 'GET' } } };
    await using lab = await aLab({ names: ['a'], more: { checkout } });
    await expect(lab.acquire({ minimum: 1, maximum: 1 })).rejects.toThrow(/lender\.json:1:\d+: iut\.checkout\.got.*cannot be requested/);
    expect(await lab.open()).toEqual([]);
  });
});
