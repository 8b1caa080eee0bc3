import type { Clock } from '../host/clock.js';
import { NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Entry, Fact, Journal } from '../journal/journal.js';
import { providerStructures, type Dataset } from '../jsontas/evaluate.js';
import { fromPlain, isObject, textOf, toPlain, type JsonObject, type JsonValue } from '../json/value.js';
import { byRule, checkIn, nameOf } from './check-in.js';
import { evaluatorOf, type Evaluator } from './evaluate-part.js';
import { byRequest, settle } from './external.js';
import { firstWord } from './first-word.js';
import { kinds } from './kinds.js';
import type { ExternalProvider, JsontasProvider } from './provider-file.js';
import type { ProviderKind } from './provider-kind.js';

/** Milliseconds that a service gets to finish what an earlier process asked it for. */
const patience = 30_000;

/** What the journal keeps of an item: enough to check it in when everything else is gone. */
export function factOf({ kind, id, source, checkin }: JsontasProvider, item: JsonObject, { values }: Pick<Evaluator, 'values'>): Fact {
  const names = checkin ? namesIn(checkin) : new Set<string>();
  // These come from the process that releases, and may be secret; or are there anyway.
  for (const own of ['environment', ...kinds[kind].item, 'this', 'previous', 'response', 'item']) names.delete(own);
  const dataset = toPlain(values(names));
  return { kind, provider: { id, source, checkin: checkin && toPlain(checkin) }, item: toPlain(item), dataset };
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
 * Checks an item in that an earlier process took. Its rule sees the item, the variables of this process, and what it named of the dataset; the released
 * services leave it nothing but the item (jsontas.md 12.2).
 * @returns a line for people
 * @throws {NotCarriedOut} refused
 */
export async function recover(kind: ProviderKind, entry: Entry, recovering: Recovering): Promise<string> {
  const { environment, journal, http, clock, log, signal } = recovering;
  const fact = fromPlain(entry.fact);
  const [written, item] = isObject(fact) ? [fact.get('provider'), fact.get('item')] : [];
  if (!isObject(written)) throw new Error('the journal does not say what was checked out');
  const { called } = kinds[kind];
  const named = { kind, id: textOf(written.get('id')), source: textOf(written.get('source')), text: '' };
  const external = written.get('external');
  if (isObject(external)) {
    const host = (name: string): string => textOf(external.get(name));
    const provider: ExternalProvider = { ...named, type: 'external', start: host('start'), status: host('status'), stop: host('stop') };
    const asking = { run: textOf(entry.fact.run as JsonValue), http };
    if (!isObject(item)) {
      const tooLong = new NotCarriedOut(
        `external provider "${named.id}" is not done with what it was asked for`,
        'Try again later: etos release',
      );
      const bound = AbortSignal.any([signal, clock.deadline(patience, tooLong)]);
      const settled = await settle(provider, entry, { ...asking, clock, signal: bound });
      await journal.crossOut(entry);
      return `gave ${settled} of kind ${called} back to external provider "${named.id}"`;
    }
    await checkIn({ provider, item, giveBack: byRequest(provider, asking), entry }, { journal, clock, log, signal });
    return checkedIn(called, item, named.id);
  }
  if (!isObject(item)) throw new Error('the journal does not say what was checked out');
  const checkin = written.get('checkin');
  const provider: JsontasProvider = { ...named, type: 'jsontas', list: new Map(), ...(isObject(checkin) && { checkin }) };
  const kept = isObject(fact) ? fact.get('dataset') : undefined;
  const dataset: Dataset = new Map<string, JsonValue>([['environment', fromPlain(environment)], ...(isObject(kept) ? kept : [])]);
  const evaluate = evaluatorOf(provider, { dataset, structures: providerStructures({ environment }), http, clock, log });
  await checkIn({ provider, item, ...byRule(provider, evaluate), entry }, { journal, clock, log, signal });
  return checkedIn(called, item, named.id);
}

function checkedIn(called: string, item: JsonObject, provider: string): string {
  return `checked in ${called} ${JSON.stringify(nameOf(item))} of provider "${provider}"`;
}

/** The names of the dataset that queries of a rule begin with. */
function namesIn(value: JsonValue, names = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (value.startsWith('$')) names.add(firstWord(value));
  } else if (Array.isArray(value)) value.forEach((element) => namesIn(element, names));
  else if (isObject(value))
    for (const [name, member] of value) {
      namesIn(name, names);
      namesIn(member, names);
    }
  return names;
}
