import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Journal } from '../journal/journal.js';
import { isTruthy } from '../jsontas/evaluate.js';
import { printJson } from '../json/print.js';
import type { JsonValue } from '../json/value.js';
import type { Acquired } from './acquired.js';
import { kinds } from './kinds.js';

const tries = 3;
const pauseBetween = 300;

/**
 * Gives an item back: its rule must come out true (jsontas.md 12.6). Tried three times, because what is not given back is lost to everybody.
 * @throws {NotCarriedOut} when the provider goes on refusing; the journal's entry then stays open
 */
export async function checkIn(
  { provider, item, evaluate, entry }: Acquired,
  { journal, clock, log, signal }: { readonly journal: Journal; readonly clock: Clock; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  const { called, item: name } = kinds[provider.kind];
  if (provider.checkin) {
    for (let n = 1; ; n++) {
      const refusal = await evaluate(provider.checkin, ['checkin'], { names: new Map([[name, item]]), signal }).then(
        (answer) => (isTruthy(answer) ? undefined : `the rule came out as ${printJson(answer)}`),
        (error: unknown) => messageOf(error),
      );
      if (refusal === undefined) break;
      if (n === tries || signal.aborted) {
        throw new NotCarriedOut(
          `Unable to checkin ${called} ${nameOf(item)} to provider "${provider.id}": ${refusal}`,
          'It stays in the journal: `etos release` tries again',
        );
      }
      await clock.sleep(pauseBetween * n, signal).catch(() => undefined);
    }
    log.info(`checked in ${called}`, { provider: provider.id });
  }
  if (entry) await journal.crossOut(entry);
}

/** What people recognise an item by. */
function nameOf(item: ReadonlyMap<string, JsonValue>): string {
  const names = ['id', 'name', 'identity', 'ip_address'].map((key) => item.get(key));
  return JSON.stringify(names.find((value) => typeof value === 'string' || typeof value === 'number') ?? 'without a name');
}
