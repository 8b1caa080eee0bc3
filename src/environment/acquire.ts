import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Journal } from '../journal/journal.js';
import { bodyOf } from '../jsontas/evaluate.js';
import { printJson } from '../json/print.js';
import { isObject, toPlain, type JsonObject, type JsonValue } from '../json/value.js';
import type { Acquired } from './acquired.js';
import { byRule, checkIn, nameOf } from './check-in.js';
import type { Evaluator, RequestEnd } from './evaluate-part.js';
import { atHand, kinds } from './kinds.js';
import { listItems } from './list.js';
import { prepare } from './prepare.js';
import type { JsontasProvider } from './provider-file.js';
import { factOf } from './recover.js';
import { tooLate } from './too-late.js';
import type { Wanted } from './wanted.js';

export interface Acquiring {
  /** Evaluates the parts of this provider; what one part leaves in the dataset the next one sees (jsontas.md 12.2). */
  readonly evaluate: Evaluator;
  /** Members that every item of this provider gets, before its own: `provider_id`, `identity`. */
  readonly marks: JsonObject;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const longestPause = 5_000;
/** Milliseconds that giving back may take when the run was cancelled (toolchain.md 9). */
const releaseWhenCancelled = 5_000;

/**
 * Takes items from a provider: lists, checks out and prepares until at least `minimum` are there; at most `maximum` are taken (etos.md 5.4,
 * jsontas.md 12.7). Asks at once, then on growing pauses up to 5 s. Whatever is not in the answer has been checked in again.
 * @throws {NotCarriedOut} nothing possible, nothing available in time, every checkout refused, every preparation failed
 * @throws {InvalidInput} a part of the provider cannot be evaluated
 */
export async function acquire(provider: JsontasProvider, wanted: Wanted, acquiring: Acquiring): Promise<readonly Acquired[]> {
  const { clock, log, signal } = acquiring;
  const { minimum, maximum, limit } = wanted;
  const until = clock.now() + limit;
  const { called } = kinds[provider.kind];
  // Those whose preparation failed are tried again only when nothing else is left.
  const doubtful = new Set<string>();
  for (let pause = 100; ; pause = Math.min(pause * 2, longestPause)) {
    const listed = await listItems(provider, maximum, acquiring);
    let why: string;
    if ('silent' in listed) why = listed.silent;
    else if (listed.possible.length === 0) {
      const answer = acquiring.evaluate.lastAnswer();
      const seen = answer ? ` (${answer.text})` : '';
      throw new NotCarriedOut(
        `Could not checkout: ${called} provider "${provider.id}" has nothing possible${seen}`,
        where(provider, 'list.possible'),
      );
    } else if (listed.available.length < minimum) why = `${listed.available.length} of ${minimum} wanted available`;
    else {
      const round = await takeRound(provider, byTrust(listed.available, doubtful), { minimum, maximum, until }, acquiring);
      if (round.taken.length >= minimum) return round.taken;
      why = round.why;
      round.unprepared.forEach((listed) => doubtful.add(listed));
      await giveBack(round.taken, acquiring);
      if (round.refused) throw new NotCarriedOut(`All ${called}s failed checkout. ${why}`, where(provider, 'checkout'));
    }
    const left = until - clock.now();
    if (left <= 0) throw tooLate(provider, limit, why);
    log.debug(`waiting for ${called}`, { provider: provider.id, why, pause });
    await clock.sleep(Math.min(pause, left), signal);
  }
}

interface Round {
  readonly taken: readonly Acquired[];
  /** The items, as they were listed, whose preparation failed. */
  readonly unprepared: readonly string[];
  /** Every single checkout was refused: waiting would not help (jsontas.md 12.4). */
  readonly refused: boolean;
  readonly why: string;
}

/** One round: takes up to `maximum`, going on to further items, while there is time, when some are refused or cannot be prepared. */
async function takeRound(
  provider: JsontasProvider,
  candidates: readonly JsonObject[],
  { minimum, maximum, until }: Pick<Wanted, 'minimum' | 'maximum'> & { readonly until: number },
  acquiring: Acquiring,
): Promise<Round> {
  const queue = [...candidates];
  const taken: Acquired[] = [];
  const unprepared: string[] = [];
  const listedAs = new Map<Acquired, string>();
  let checkedOut = 0;
  let why = '';
  const wanted = (): number => (taken.length >= minimum && acquiring.clock.now() >= until ? minimum : maximum);
  try {
    while (taken.length < wanted() && queue.length > 0) {
      const held: Acquired[] = [];
      try {
        // Last to first, as the released services do: a rule may rely on it (jsontas.md 12.4).
        for (const item of queue.splice(0, maximum - taken.length).reverse()) {
          const answer = await checkOut(provider, item, acquiring);
          if ('reason' in answer) why = answer.reason;
          else {
            held.unshift(answer);
            listedAs.set(answer, printJson(item));
          }
        }
      } catch (error) {
        taken.push(...held);
        throw error;
      }
      checkedOut += held.length;
      const { ready, failed } = await prepareAll(provider, held, acquiring);
      why = failed.at(-1)?.reason ?? why;
      unprepared.push(...failed.map(({ acquired }) => listedAs.get(acquired) ?? ''));
      taken.push(...ready);
    }
  } catch (error) {
    await giveBack(taken, acquiring);
    throw error;
  }
  return { taken, unprepared, refused: checkedOut === 0, why };
}

/** Prepares those that were checked out; the ones for which it fails go back. */
async function prepareAll(
  provider: JsontasProvider,
  held: readonly Acquired[],
  acquiring: Acquiring,
): Promise<Awaited<ReturnType<typeof prepare>>> {
  const prepared = await prepare(provider, held, acquiring);
  await giveBack(
    prepared.failed.map(({ acquired }) => acquired),
    acquiring,
  );
  return prepared;
}

/** Checks one item out. When it fails halfway, what it may have taken is given back. */
async function checkOut(
  provider: JsontasProvider,
  item: JsonObject,
  acquiring: Acquiring,
): Promise<Acquired | { readonly reason: string }> {
  const { evaluate, marks, journal, log, signal } = acquiring;
  const { called } = kinds[provider.kind];
  const marked = new Map([...marks, ...item]);
  const back = byRule(provider, evaluate);
  // On disk before the request leaves: a crash in between costs a needless check-in, never a lost item.
  const entry = back.giveBack && (await journal.begin(factOf(provider, marked, evaluate)));
  const held: Acquired = { provider, item: marked, ...back, ...(entry && { entry }) };
  if (!provider.checkout) return held;
  const ends: RequestEnd[] = [];
  const undo = async (taken: boolean): Promise<void> => {
    if (taken) await giveBack([held], acquiring);
    else if (entry) await journal.crossOut(entry);
  };
  let answer: JsonValue;
  try {
    answer = await evaluate(provider.checkout, ['checkout'], {
      names: atHand(provider.kind, marked),
      onRequest: (end) => ends.push(end),
      signal,
    });
  } catch (error) {
    // What was refused was not taken; of everything else it is not known.
    await undo(ends.some((end) => end !== 'refused'));
    throw error;
  }
  if (!isObject(answer)) {
    // A try whose answer was lost may have taken the item; that a later one was told "taken" then means: by us.
    await undo(ends.includes('lost'));
    return { reason: `${reasonIn(answer, evaluate)} (${called} ${JSON.stringify(nameOf(marked))})` };
  }
  const unanswered = [...answer.keys()].find((key) => key.startsWith('$'));
  if (unanswered !== undefined) {
    // Not the JSON that the rule looks for: a login page, say, with status 200.
    await undo(ends.some((end) => end !== 'refused'));
    const seen = evaluate.lastAnswer();
    return { reason: `${unanswered} was not found${seen ? `: ${seen.text}` : ''} (${called} ${JSON.stringify(nameOf(marked))})` };
  }
  const merged = new Map([...marked, ...membersOf(answer)]);
  const amended = entry && (await journal.amend(entry, { item: toPlain(merged) }));
  log.info(`checked out ${called}`, { provider: provider.id, item: nameOf(merged) });
  return { ...held, item: merged, ...(amended && { entry: amended }) };
}

/** What a checkout adds to its item. The answer of a bare request also adds what its JSON says (jsontas.md 8.4). */
function membersOf(answer: JsonObject): JsonObject {
  const body = bodyOf<JsonValue>(answer);
  return body !== answer && isObject(body) ? new Map([...answer, ...body]) : answer;
}

/** Gives back last to first. What is refused stays in the journal. */
async function giveBack(items: readonly Acquired[], { journal, clock, log, signal }: Acquiring): Promise<void> {
  if (items.length === 0) return;
  // A cancel must not stop what gives back: it has a bound of its own.
  const own = (): AbortSignal =>
    clock.deadline(releaseWhenCancelled, new Error(`check-in took longer than ${releaseWhenCancelled / 1000} s`));
  for (const acquired of [...items].reverse()) {
    await checkIn(acquired, { journal, clock, log, signal: signal.aborted ? own() : signal })
      .catch((error: unknown) => {
        // It was the cancel that stopped it, not the provider.
        if (signal.aborted && error instanceof NotCarriedOut) return checkIn(acquired, { journal, clock, log, signal: own() });
        throw error;
      })
      .catch((error: unknown) => log.warning('check-in failed', { provider: acquired.provider.id, reason: messageOf(error) }));
  }
}

function byTrust(items: readonly JsonObject[], doubtful: ReadonlySet<string>): readonly JsonObject[] {
  return [...items].sort((a, b) => Number(doubtful.has(printJson(a))) - Number(doubtful.has(printJson(b))));
}

function reasonIn(answer: JsonValue, evaluate: Evaluator): string {
  if (answer === null) return evaluate.lastAnswer()?.text ?? 'The rule came out as null';
  return typeof answer === 'string' ? answer : `The rule came out as ${printJson(answer)}`;
}

function where(provider: JsontasProvider, part: string): string {
  return `See ${part} in ${provider.source}; \`etos jsontas\` evaluates it alone`;
}
