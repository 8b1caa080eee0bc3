import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/client.js';
import type { Entry, Fact, Journal } from '../journal/journal.js';
import { parseJson } from '../json/parse.js';
import { printJson } from '../json/print.js';
import { isObject, textOf, toPlain, type JsonObject, type JsonValue } from '../json/value.js';
import type { Acquired, GiveBack } from './acquired.js';
import { checkIn } from './check-in.js';
import { kinds } from './kinds.js';
import type { ExternalProvider } from './provider-file.js';
import { tooLate } from './too-late.js';
import type { Wanted } from './wanted.js';

export interface Asking {
  /** The run's id: what the service knows the request by. */
  readonly run: string;
  readonly http: HttpClient;
}

export interface AcquiringOutside extends Asking {
  /** What the service is told beside the amounts (etos.md 5.6). */
  readonly request: JsonObject;
  /** Members that every item of this provider gets, before its own: `provider_id`, `identity`. */
  readonly marks: JsonObject;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Milliseconds between two questions for the state, which grow up to this. */
const longestPause = 2_000;
/** Milliseconds for one answer. */
const patience = 30_000;
/** Milliseconds that are spent on giving back what came too late. */
const patienceWithLate = 5_000;

/**
 * Takes items from a provider that is an HTTP service (etos.md 5.6): starts a request there, asks until it is done. Written down before it is started,
 * and each item once it is known, so that nothing is lost that the service holds for us.
 * @throws {NotCarriedOut} the service refuses, fails, gives too few, or is not done in time
 */
export async function acquireOutside(
  provider: ExternalProvider,
  { minimum, maximum, limit }: Wanted,
  acquiring: AcquiringOutside,
): Promise<readonly Acquired[]> {
  const { request, marks, journal, clock, log, signal } = acquiring;
  const until = clock.now() + limit;
  const fact = factOf(provider, acquiring.run);
  const asked = await journal.begin(fact);
  const body: JsonObject = new Map<string, JsonValue>([['minimum_amount', minimum], ['maximum_amount', maximum], ...request]);
  const { id, entry } = await start(provider, body, asked, acquiring);
  let given: readonly JsonObject[] | undefined;
  let why = 'it is still pending';
  try {
    for (let pause = 100; given === undefined; pause = Math.min(pause * 2, longestPause)) {
      const state = await stateOf(provider, id, { ...acquiring, signal });
      if (state.state === 'failed') {
        await journal.crossOut(entry);
        throw new NotCarriedOut(`${named(provider)} failed: ${state.description}`, `See the service at ${provider.status}`);
      }
      if (state.state === 'done') given = state.items;
      else {
        if (state.state === 'silent') why = state.description;
        const left = until - clock.now();
        if (left <= 0) throw tooLate(provider, limit, why);
        await clock.sleep(Math.min(pause, left), signal);
      }
    }
  } catch (error) {
    // It may still come to have something for us.
    if (journal.open().some((open) => open.id === entry.id)) await giveBackLate(provider, entry, acquiring);
    throw error;
  }
  const held: Acquired[] = [];
  for (const item of given) {
    const marked = new Map([...marks, ...item]);
    held.push({
      provider,
      item: marked,
      giveBack: byRequest(provider, acquiring),
      entry: await journal.begin({ ...fact, item: toPlain(marked) }),
    });
  }
  await journal.crossOut(entry);
  log.info(`checked out ${held.length} of kind ${kinds[provider.kind].called}`, { provider: provider.id });
  const surplus = held.splice(maximum);
  const tooFew = held.length < minimum;
  for (const acquired of tooFew ? held : surplus)
    await checkIn(acquired, { journal, clock, log, signal }).catch((error: unknown) => log.warning(messageOf(error)));
  if (!tooFew) return held;
  throw new NotCarriedOut(
    `${named(provider)} gave ${held.length} of ${minimum} wanted`,
    `See the service at ${provider.status}: ${kinds[provider.kind].items} of its answer`,
  );
}

/** Hands an item back by `stop`, which gets a list of what is no longer needed. */
export function byRequest(provider: ExternalProvider, { run, http }: Asking): GiveBack {
  return async (item, signal) => {
    const answer = await http.request({
      method: 'POST',
      url: provider.stop,
      headers: headersOf(run),
      body: printJson([item]),
      limit: patience,
      once: true,
      signal,
    });
    const text = await answer.text();
    if (answer.status >= 400) return refusalIn(answer, text);
    const error = text.trim() === '' ? undefined : memberOf(text, 'error');
    return error === undefined || error === null ? undefined : textOf(error, 'the answer holds an error');
  };
}

/**
 * Finishes a request that an earlier process began: waits for its items and hands them back.
 * @throws {NotCarriedOut} the service is not done with it, refuses, or never said how it calls the request
 */
export async function settle(
  provider: ExternalProvider,
  { fact }: Entry,
  { clock, ...asking }: Asking & { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<number> {
  if (typeof fact.request !== 'string') {
    throw new NotCarriedOut(
      `${named(provider)} was asked by run ${asking.run}, and its answer was lost: nobody here knows what it holds for us`,
      `See the service at ${provider.start}; then remove the run's directory`,
    );
  }
  for (;;) {
    const state = await stateOf(provider, fact.request, asking);
    if (state.state === 'failed') return 0;
    if (state.state === 'done') {
      const giveBack = byRequest(provider, asking);
      for (const item of state.items) {
        const refusal = await giveBack(item, asking.signal);
        if (refusal !== undefined) throw new NotCarriedOut(`${named(provider)} does not take back what it gave: ${refusal}`, 'Try again');
      }
      return state.items.length;
    }
    await clock.sleep(500, asking.signal);
  }
}

async function start(
  provider: ExternalProvider,
  body: JsonObject,
  asked: Entry,
  { run, http, journal, signal }: AcquiringOutside,
): Promise<{ readonly id: string; readonly entry: Entry }> {
  const hint = 'Check start.host in the provider file; the service must answer {"id": …} (docs/providers.md)';
  let answer: HttpAnswer;
  let text: string;
  try {
    answer = await http.request({
      method: 'POST',
      url: provider.start,
      headers: headersOf(run),
      body: printJson(body),
      limit: patience,
      once: true,
      signal,
    });
    text = await answer.text();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NoAnswer && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|not trusted/.test(error.message)) await journal.crossOut(asked);
    throw new NotCarriedOut(`${named(provider)} cannot be asked: ${messageOf(error)}`, hint, { cause: error });
  }
  if (answer.status >= 400) {
    await journal.crossOut(asked);
    throw new NotCarriedOut(`${named(provider)} refused: ${refusalIn(answer, text)}`, hint);
  }
  const id = memberOf(text, 'id');
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new NotCarriedOut(`${named(provider)} answered ${answer.status} without an "id": ${short(text)}`, hint);
  }
  return { id: String(id), entry: await journal.amend(asked, { request: String(id) }) };
}

type State =
  | { readonly state: 'pending' }
  | { readonly state: 'silent'; readonly description: string }
  | { readonly state: 'failed'; readonly description: string }
  | { readonly state: 'done'; readonly items: readonly JsonObject[] };

async function stateOf(
  provider: ExternalProvider,
  id: string,
  { run, http, signal }: Asking & { readonly signal: AbortSignal },
): Promise<State> {
  const url = new URL(provider.status);
  url.searchParams.set('id', id);
  let answer: HttpAnswer;
  let text: string;
  try {
    answer = await http.request({ method: 'GET', url, headers: headersOf(run), limit: patience, signal });
    text = await answer.text();
  } catch (error) {
    signal.throwIfAborted();
    return { state: 'silent', description: messageOf(error) };
  }
  if (answer.status >= 500) return { state: 'silent', description: refusalIn(answer, text) };
  if (answer.status >= 400) return { state: 'failed', description: refusalIn(answer, text) };
  const status = memberOf(text, 'status');
  if (status === 'PENDING') return { state: 'pending' };
  if (status === 'FAILED') return { state: 'failed', description: textOf(memberOf(text, 'description'), 'no description') };
  const { items: name } = kinds[provider.kind];
  const items = memberOf(text, name);
  if (status === 'DONE' && Array.isArray(items) && items.every(isObject)) return { state: 'done', items };
  const seen = status === 'DONE' ? `${name} are ${items === undefined ? 'missing' : 'no list of objects'}` : `the status is ${short(text)}`;
  return { state: 'silent', description: `${provider.status}: ${seen}; expected PENDING, FAILED, or DONE with a list "${name}"` };
}

/** The run goes on without it, and what the service still takes for us goes back when it is known within a moment; else `release` sees to it. */
async function giveBackLate(provider: ExternalProvider, entry: Entry, { journal, clock, log, ...asking }: AcquiringOutside): Promise<void> {
  const bound = clock.deadline(patienceWithLate, new Error(`it was not done ${patienceWithLate / 1000} s later`));
  try {
    await settle(provider, entry, { ...asking, clock, signal: bound });
    await journal.crossOut(entry);
  } catch (error) {
    log.warning('what a provider still gets ready for this run stays in the journal', { provider: provider.id, reason: messageOf(error) });
  }
}

function factOf({ kind, id, source, start: begin, status, stop }: ExternalProvider, run: string): Fact {
  return { kind, provider: { id, source, external: { start: begin, status, stop } }, run };
}

function named({ kind, id }: ExternalProvider): string {
  return `external ${kinds[kind].called} provider "${id}"`;
}

function headersOf(run: string): Readonly<Record<string, string>> {
  const hex = run.replaceAll('-', '');
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    'x-etos-id': run,
    traceparent: `00-${hex}-${hex.slice(0, 16)}-01`,
  };
}

function memberOf(text: string, name: string): JsonValue | undefined {
  try {
    const value = parseJson(text, 'answer');
    return isObject(value) ? value.get(name) : undefined;
  } catch {
    return undefined;
  }
}

function refusalIn({ status, reason }: HttpAnswer, text: string): string {
  const error = memberOf(text, 'error') ?? memberOf(text, 'description');
  return `${status} ${reason}: ${typeof error === 'string' ? error : short(text)}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? 'an empty answer' : line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
