import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Journal } from '../journal/journal.js';
import { isTruthy } from '../jsontas/evaluate.js';
import { printJson } from '../json/print.js';
import type { JsonValue } from '../json/value.js';
import type { Acquired, GiveBack } from './acquired.js';
import type { Evaluator } from './evaluate-part.js';
import { atHand, kinds } from './kinds.js';
import type { JsontasProvider } from './provider-file.js';

const tries = 3;
const pauseBetween = 300;

export interface CheckingIn {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Gives an item back (jsontas.md 12.6). Tried three times, because what is not given back is lost to everybody.
 * @throws {NotCarriedOut} when the provider goes on refusing; the journal's entry then stays open
 */
export async function checkIn({ provider, item, giveBack, entry }: Acquired, { journal, clock, log, signal }: CheckingIn): Promise<void> {
  const { called } = kinds[provider.kind];
  for (let n = 1; giveBack; n++) {
    const refusal = await giveBack(item, signal).catch((error: unknown) => messageOf(error));
    if (refusal === undefined) {
      log.info(`checked in ${called}`, { provider: provider.id, item: nameOf(item) });
      break;
    }
    if (n === tries || signal.aborted) {
      throw new NotCarriedOut(
        `Unable to checkin ${called} ${JSON.stringify(nameOf(item))} to provider "${provider.id}": ${refusal}`,
        'It stays in the journal: `etos release` tries again',
      );
    }
    await clock.sleep(pauseBetween * n, signal).catch(() => undefined);
  }
  if (entry) await journal.crossOut(entry);
}

/** By the check-in rule of a provider, which must come out true; nothing where there is none. */
export function byRule(provider: JsontasProvider, evaluate: Evaluator): { readonly giveBack?: GiveBack } {
  const { checkin, kind } = provider;
  if (!checkin) return {};
  return {
    async giveBack(item, signal) {
      // Apart: several check in side by side, and each looks at the answers to its own requests.
      const answer = await evaluate(checkin, ['checkin'], { names: atHand(kind, item), apart: true, signal });
      return isTruthy(answer) ? undefined : `the rule came out as ${printJson(answer)}`;
    },
  };
}

/** What people recognise an item by. */
export function nameOf(item: ReadonlyMap<string, JsonValue>): string | number {
  const names = ['id', 'name', 'identity', 'ip_address'].map((key) => item.get(key));
  return names.find((value) => typeof value === 'string' || typeof value === 'number') ?? 'without a name';
}
