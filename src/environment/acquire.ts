import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Journal } from '../journal/journal.js';
import { printJson } from '../json/print.js';
import { isObject, toPlain, type JsonObject, type JsonValue } from '../json/value.js';
import type { Acquired } from './acquired.js';
import { checkIn } from './check-in.js';
import type { Evaluate } from './evaluate-part.js';
import { kinds } from './kinds.js';
import { listItems } from './list.js';
import { prepare } from './prepare.js';
import type { JsontasProvider } from './provider-file.js';
import { factOf } from './recover.js';

export interface Acquiring {
  /** Evaluates a part of this provider; what one part leaves in the dataset the next one sees (jsontas.md 12.2). */
  readonly evaluate: Evaluate;
  /** Members that every item of this provider gets, before its own: `provider_id`, `identity`. */
  readonly marks: JsonObject;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const longestPause = 5_000;

/**
 * Takes items from a provider: lists, checks out and prepares until at least `minimum` are there; at most `maximum` are taken (etos.md 5.4,
 * jsontas.md 12.7). Asks at once, then on growing pauses up to 5 s. Whatever is not in the answer has been checked in again.
 * @param limit milliseconds after which no further round is begun
 * @throws {NotCarriedOut} nothing possible, nothing available in time, every checkout refused, every preparation failed
 */
export async function acquire(
  provider: JsontasProvider,
  { minimum, maximum, limit }: { readonly minimum: number; readonly maximum: number; readonly limit: number },
  acquiring: Acquiring,
): Promise<readonly Acquired[]> {
  const { clock, log, signal } = acquiring;
  const until = clock.now() + limit;
  const { called, waitVariable } = kinds[provider.kind];
  // Those whose preparation failed are tried again only when nothing else is left.
  const doubtful = new Set<string>();
  for (let pause = 100; ; pause = Math.min(pause * 2, longestPause)) {
    const { possible, available } = await listItems(provider, maximum, acquiring);
    if (possible.length === 0)
      throw new NotCarriedOut(
        `Could not checkout: ${called} provider "${provider.id}" has nothing possible`,
        where(provider, 'list.possible'),
      );
    let why = `${available.length} of ${minimum} wanted available`;
    if (available.length >= minimum) {
      const round = await takeRound(provider, byTrust(available, doubtful), { minimum, maximum }, acquiring);
      if (round.taken.length >= minimum) return round.taken;
      why = round.why;
      round.unprepared.forEach((item) => doubtful.add(printJson(item)));
      await giveBack(round.taken, acquiring);
      if (round.refused) {
        throw new NotCarriedOut(`All ${called}s failed checkout. ${why}`, where(provider, 'checkout'));
      }
    }
    const left = until - clock.now();
    if (left <= 0) {
      throw new NotCarriedOut(
        `No ${called} became available from provider "${provider.id}" within ${limit / 1000}s: ${why}`,
        `Raise ${waitVariable} (seconds), or free what a killed run left: etos release`,
      );
    }
    log.debug(`waiting for ${called}`, { provider: provider.id, why, pause });
    await clock.sleep(Math.min(pause, left), signal);
  }
}

interface Round {
  readonly taken: readonly Acquired[];
  readonly unprepared: readonly JsonObject[];
  /** Every single checkout was refused: waiting would not help (jsontas.md 12.4). */
  readonly refused: boolean;
  readonly why: string;
}

/** One round: takes up to `maximum`, going on to further items when one is refused or cannot be prepared. */
async function takeRound(
  provider: JsontasProvider,
  candidates: readonly JsonObject[],
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  acquiring: Acquiring,
): Promise<Round> {
  const queue = [...candidates];
  const taken: Acquired[] = [];
  const unprepared: JsonObject[] = [];
  let checkedOut = 0;
  let why = '';
  try {
    while (taken.length < (taken.length === 0 ? maximum : minimum) && queue.length > 0) {
      const batch = queue.splice(0, maximum - taken.length);
      const held: Acquired[] = [];
      try {
        // Last to first, as the released services do: a rule may rely on it (jsontas.md 12.4).
        for (const item of batch.reverse()) {
          const answer = await checkOut(provider, item, acquiring);
          if ('reason' in answer) why = answer.reason;
          else held.unshift(answer);
        }
      } catch (error) {
        taken.push(...held);
        throw error;
      }
      checkedOut += held.length;
      const prepared = await prepare(provider, held, acquiring);
      for (const failure of prepared.failed) {
        why = failure.reason;
        unprepared.push(failure.listed);
      }
      await giveBack(
        prepared.failed.map(({ acquired }) => acquired),
        acquiring,
      );
      taken.push(...prepared.ready);
    }
  } catch (error) {
    await giveBack(taken, acquiring);
    throw error;
  }
  return { taken, unprepared, refused: checkedOut === 0, why };
}

/** Checks one item out. The entry stays open when the rule failed halfway: then nobody knows who holds the item. */
async function checkOut(
  provider: JsontasProvider,
  item: JsonObject,
  acquiring: Acquiring,
): Promise<Acquired | { readonly reason: string }> {
  const { evaluate, marks, journal, log, signal } = acquiring;
  const { called, item: name } = kinds[provider.kind];
  const marked = new Map([...marks, ...item]);
  const gives = provider.checkin !== undefined;
  if (!provider.checkout) {
    return { provider, item: marked, evaluate, ...(gives && { entry: await journal.begin(factOf(provider, marked)) }) };
  }
  // On disk before the request leaves: a crash in between costs a needless check-in, never a lost item.
  const entry = gives ? await journal.begin(factOf(provider, marked)) : undefined;
  let doubtful = false;
  const answer = await evaluate(provider.checkout, ['checkout'], {
    names: new Map([[name, marked]]),
    onNoAnswer: () => (doubtful = true),
    signal,
  });
  if (!isObject(answer)) {
    // A try whose answer was lost may have taken the item; that a later one was told "taken" then means: by us.
    if (doubtful) await giveBack([{ provider, item: marked, evaluate, ...(entry && { entry }) }], acquiring);
    else if (entry) await journal.crossOut(entry);
    return { reason: reasonIn(answer) };
  }
  const merged = new Map([...marked, ...answer]);
  const amended = entry && (await journal.amend(entry, { item: toPlain(merged) }));
  log.info(`checked out ${called}`, { provider: provider.id });
  return { provider, item: merged, evaluate, ...(amended && { entry: amended }) };
}

async function giveBack(items: readonly Acquired[], { journal, clock, log, signal }: Acquiring): Promise<void> {
  for (const acquired of [...items].reverse()) {
    // A cancel must not stop what gives back: it has a bound of its own.
    const bound = signal.aborted ? clock.deadline(5_000, new Error('check-in took longer than 5 s')) : signal;
    await checkIn(acquired, { journal, clock, log, signal: bound }).catch((error: unknown) =>
      log.warning('check-in failed', { provider: acquired.provider.id, reason: messageOf(error) }),
    );
  }
}

function byTrust(items: readonly JsonObject[], doubtful: ReadonlySet<string>): readonly JsonObject[] {
  return [...items].sort((a, b) => Number(doubtful.has(printJson(a))) - Number(doubtful.has(printJson(b))));
}

function reasonIn(answer: JsonValue): string {
  return typeof answer === 'string' ? answer : printJson(answer);
}

function where(provider: JsontasProvider, part: string): string {
  return `See ${part} in ${provider.source}; \`etos jsontas\` evaluates it alone`;
}
