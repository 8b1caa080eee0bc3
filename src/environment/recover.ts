import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Entry, Fact, Journal } from '../journal/journal.js';
import { providerStructures, type Dataset } from '../jsontas/evaluate.js';
import { fromPlain, isObject, textOf, toPlain, type JsonObject } from '../json/value.js';
import { checkIn } from './check-in.js';
import { evaluatorOf } from './evaluate-part.js';
import { kinds } from './kinds.js';
import type { JsontasProvider, ProviderKind } from './provider-file.js';

/** What the journal keeps of an item: enough to check it in when everything else is gone. */
export function factOf({ kind, id, source, checkin }: JsontasProvider, item: JsonObject): Fact {
  return { kind, provider: { id, source, checkin: checkin && toPlain(checkin) }, item: toPlain(item) };
}

export interface Recovering {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly journal: Journal;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Checks an item in that an earlier process took. As in the released services, the rule can rely on the item alone, not on the user's dataset
 * (jsontas.md 12.2). @returns a line for people @throws {NotCarriedOut} refused
 */
export async function recover(
  kind: ProviderKind,
  entry: Entry,
  { environment, journal, http, clock, log, signal }: Recovering,
): Promise<string> {
  const fact = fromPlain(entry.fact);
  const [written, item] = isObject(fact) ? [fact.get('provider'), fact.get('item')] : [];
  if (!isObject(written) || !isObject(item)) throw new Error('the journal does not say what was checked out');
  const checkin = written.get('checkin');
  const named = { kind, id: textOf(written.get('id')), source: textOf(written.get('source')), text: '' };
  const provider: JsontasProvider = { ...named, type: 'jsontas', list: new Map(), ...(isObject(checkin) && { checkin }) };
  const dataset: Dataset = new Map();
  const evaluate = evaluatorOf(provider, { dataset, structures: providerStructures({ environment }), http, clock, log });
  await checkIn({ provider, item, evaluate, entry }, { journal, clock, log, signal });
  return `checked in ${kinds[kind].called} of provider "${named.id}"`;
}
