// A lab that lends IUTs, and everything that is needed to borrow from it in this process.

import { acquire } from '../../src/environment/acquire.js';
import type { Acquired } from '../../src/environment/acquired.js';
import { checkIn } from '../../src/environment/check-in.js';
import { evaluatorOf } from '../../src/environment/evaluate-part.js';
import { parseProvider, type JsontasProvider } from '../../src/environment/provider-file.js';
import { recover } from '../../src/environment/recover.js';
import { systemClock, type Clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { openJournal, readJournal } from '../../src/journal/journal.js';
import { providerStructures } from '../../src/jsontas/evaluate.js';
import { temporaryDirectory } from '../support/directory.js';
import { lendingProvider, managementSystem, type ManagementSystem, type ManagementSystemOptions } from '../support/management-system.js';

export interface Lab extends AsyncDisposable {
  readonly system: ManagementSystem;
  acquire(amount: { readonly minimum: number; readonly maximum: number; readonly limit?: number }): Promise<readonly Acquired[]>;
  giveBack(items: readonly Acquired[]): Promise<void>;
  /** Names of what the journal has open. */
  open(): Promise<readonly string[]>;
  /** What `etos release` does after a crash. */
  recover(): Promise<void>;
}

export interface LabOptions extends ManagementSystemOptions {
  /** Further members of the provider. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly onLog?: (line: string) => void;
}

export async function aLab({ more, clock = systemClock, signal, onLog, ...options }: LabOptions): Promise<Lab> {
  const log = createLog({ level: 'info', write: onLog ?? (() => undefined) });
  const system = await managementSystem(options);
  const directory = await temporaryDirectory();
  const path = directory.at('journal.ndjson');
  const journal = await openJournal(path);
  const http = createHttpClient({ log, environment: {}, clock });
  const provider = (await parseProvider(JSON.stringify(lendingProvider(system.url, more)), 'lender.json', {
    kind: 'iut',
  })) as JsontasProvider;
  const evaluate = evaluatorOf(provider, { dataset: new Map(), structures: providerStructures({ environment: {} }), http, clock, log });
  const patient = new AbortController().signal;
  return {
    system,
    acquire: ({ limit = 5_000, ...amount }) =>
      acquire(
        provider,
        { ...amount, limit },
        { evaluate, marks: new Map([['provider_id', 'lender']]), journal, clock, log, signal: signal ?? patient },
      ),
    async giveBack(items) {
      for (const item of items) await checkIn(item, { journal, clock, log, signal: patient });
    },
    open: async () => (await readJournal(path)).map(({ fact }) => (fact.item as { id: string }).id),
    async recover() {
      for (const entry of journal.open()) await recover('iut', entry, { environment: {}, journal, http, clock, log, signal: patient });
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await journal[Symbol.asyncDispose]();
      await system[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
    },
  };
}
