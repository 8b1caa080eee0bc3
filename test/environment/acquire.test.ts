import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { acquire } from '../../src/environment/acquire.js';
import type { Acquired } from '../../src/environment/acquired.js';
import { checkIn } from '../../src/environment/check-in.js';
import { evaluatorOf } from '../../src/environment/evaluate-part.js';
import { parseProvider, type JsontasProvider } from '../../src/environment/provider-file.js';
import { recover } from '../../src/environment/recover.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { openJournal, readJournal } from '../../src/journal/journal.js';
import { providerStructures } from '../../src/jsontas/evaluate.js';
import { lendingProvider, managementSystem, type ManagementSystemOptions } from '../support/management-system.js';

const log = createLog({ level: 'error', write: () => undefined });
const clock = systemClock;

describe('acquiring IUTs from a management system', () => {
  test('takes as many as are wanted and gives all of them back', async () => {
    await using lab = await aLab({ names: ['a', 'b', 'c'] });
    const taken = await lab.acquire({ minimum: 1, maximum: 2 });
    expect(taken.map(({ item }) => [item.get('id'), item.get('lease'), item.get('provider_id')])).toEqual([
      ['a', 'lease-a', 'lender'],
      ['b', 'lease-b', 'lender'],
    ]);
    expect(lab.system.lent()).toEqual(['a', 'b']);
    await lab.giveBack(taken);
    expect(lab.system.lent()).toEqual([]);
    expect(await lab.open()).toEqual([]);
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
    await expect(lab.acquire({ minimum: 1, maximum: 1, limit: 300 })).rejects.toThrow('No IUT became available from provider "lender" within 0.3s: 0 of 1 wanted available');
    expect(lab.system.lent()).toEqual(['a']);
  });

  test('gives up at once when nothing is possible', async () => {
    await using lab = await aLab({ names: [] });
    await expect(lab.acquire({ minimum: 1, maximum: 1, limit: 60_000 })).rejects.toThrow('Could not checkout: IUT provider "lender" has nothing possible');
  });

  test('an IUT whose preparation fails goes back, and another one is tried', async () => {
    const prepare = { stages: { environment_provider: { steps: { isNotA: { $operator: { key: '$iut.id', operator: '$notin', value: ['a'] } }, seen: { step: '$steps.isNotA', id: '$iut.id' } } } } };
    await using lab = await aLab({ names: ['a', 'b'] }, { prepare });
    const [taken] = await lab.acquire({ minimum: 1, maximum: 1 });
    expect(taken?.item.get('id')).toBe('b');
    expect(taken?.item.get('seen')).toEqual(new Map<string, unknown>([['step', true], ['id', 'b']]));
    expect(taken?.item.has('environment_provider')).toBe(true);
    expect(lab.system.lent()).toEqual(['b']);
  });

  test('reports by name what the system refuses to take back, and keeps it in the journal', async () => {
    await using lab = await aLab({ names: ['a'], fault: (_, text) => (text.includes('/checkin') ? 'error' : undefined) });
    const taken = await lab.acquire({ minimum: 1, maximum: 1 });
    await expect(lab.giveBack(taken)).rejects.toThrow('Unable to checkin IUT "a" to provider "lender"');
    expect(await lab.open()).toEqual(['a']);
  });

  test.each(Array.from({ length: 6 }, (_, n) => n + 1).flatMap((n) => (['drop', 'lose', 'error'] as const).map((kind) => ({ n, kind }))))(
    'whatever happens at request $n ($kind), what the journal has open is enough to balance the ledger',
    async ({ n, kind }) => {
      await using lab = await aLab({ names: ['a', 'b'], fault: (count) => (count === n ? kind : undefined) });
      const taken = await lab.acquire({ minimum: 2, maximum: 2, limit: 2_000 }).catch((): readonly Acquired[] => []);
      await lab.giveBack(taken).catch(() => undefined);
      await lab.recover();
      expect(lab.system.lent()).toEqual([]);
      expect(await lab.open()).toEqual([]);
    },
  );
});

async function aLab(options: ManagementSystemOptions, more: Readonly<Record<string, unknown>> = {}) {
  const system = await managementSystem(options);
  const path = join(await mkdtemp(join(tmpdir(), 'etos-lab-')), 'journal.ndjson');
  const journal = await openJournal(path);
  const http = createHttpClient({ log, environment: {}, clock });
  const provider = (await parseProvider(JSON.stringify(lendingProvider(system.url, more)), 'lender.json', { kind: 'iut' })) as JsontasProvider;
  const evaluate = evaluatorOf(provider, { dataset: new Map(), structures: providerStructures({ environment: {} }), http, clock, log });
  const { signal } = new AbortController();
  return {
    system,
    acquire: ({ limit = 5_000, ...amount }: { minimum: number; maximum: number; limit?: number }) =>
      acquire(provider, { ...amount, limit }, { evaluate, marks: new Map([['provider_id', 'lender']]), journal, clock, log, signal }),
    async giveBack(items: readonly Acquired[]) {
      for (const item of items) await checkIn(item, { journal, clock, log, signal });
    },
    open: async () => (await readJournal(path)).map(({ fact }) => (fact.item as { id: string }).id),
    async recover() {
      for (const entry of journal.open()) await recover('iut', entry, { environment: {}, journal, http, clock, log, signal });
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await journal[Symbol.asyncDispose]();
      await system[Symbol.asyncDispose]();
    },
  };
}
