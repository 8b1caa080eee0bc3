import { messageOf, NotCarriedOut } from '../host/errors.js';
import { neverLeft } from '../http/never-left.js';
import { printForm, withParameters } from '../http/form.js';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/client.js';
import { printJson, printPython } from '../json/print.js';
import { isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';
import { Refused, type RemoteSpace, type StartCall, type Tracker, type TrackerOf } from '../tracking/tracker.js';

const known = ['url', 'method', 'headers', 'json', 'data', 'params', 'timeout', 'auth'];

/** A delegation that was started: where it can be found again, and who tells what becomes of it, where anybody can. */
export interface Begun {
  readonly location?: string;
  readonly tracker?: Tracker;
}

/**
 * Sends `executor.request`, the call that starts a test runner (etos.md 4.5), by the rules of the place it goes to: those of a remote space that knows
 * it, else one plain request.
 * @throws {Refused} when the answer's status is 400 or more, or there was nobody to hear it
 * @throws {NotCarriedOut} when nobody answers: it may have been started
 */
export async function start(
  request: JsonObject,
  {
    identifier,
    moved,
    trackerOf,
    spaces,
    http,
    signal,
  }: {
    /** The one in the delegation's parameter. */
    readonly identifier: string;
    /** Told where it is from then on, when it moves. */
    readonly moved: (location: string) => void;
    readonly trackerOf: TrackerOf;
    readonly spaces: readonly RemoteSpace[];
    readonly http: HttpClient;
    readonly signal: AbortSignal;
  },
): Promise<Begun> {
  const call = readRequest(request);
  const space = spaces.find((one) => one.knows(call));
  if (space) return space.start(call, { identifier, moved, signal });
  const answer = await send(call, { http, signal });
  const { location } = answer.headers;
  const tracker = trackerOf(answer);
  return { ...(typeof location === 'string' && { location }), ...(tracker && { tracker }) };
}

/**
 * Ends what a start request without an answer may have started.
 * @param unknown what to make of one that the place does not know
 * @returns whether nothing of it runs: false where nobody can be asked @throws when that does not become known
 */
export async function takenBack(
  request: JsonObject,
  {
    identifier,
    spaces,
    unknown,
    signal,
  }: { readonly identifier: string; readonly spaces: readonly RemoteSpace[]; readonly unknown: boolean; readonly signal: AbortSignal },
): Promise<boolean> {
  const call = readRequest(request);
  const space = spaces.find((one) => one.knows(call));
  if (!space) return false;
  const tracker = await space.recover(call, { identifier, signal });
  if (!tracker) return unknown;
  await tracker.cancel(signal);
  return tracker.over?.() ?? true;
}

async function send(call: StartCall, { http, signal }: { readonly http: HttpClient; readonly signal: AbortSignal }): Promise<HttpAnswer> {
  const { origin, pathname } = new URL(call.url);
  const target = `${call.method} ${origin}${pathname}`;
  let answer: HttpAnswer;
  try {
    answer = await http.request({ ...call, once: true, signal });
  } catch (error) {
    signal.throwIfAborted();
    const Failure = neverLeft(error) ? Refused : NotCarriedOut;
    throw new Failure(`${target} got no answer: ${messageOf(error)}`, 'Check executor.request in the execution space provider', {
      cause: error,
    });
  }
  if (answer.status >= 400) {
    const text = (await answer.text(64 * 1024).catch(() => ''))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 300);
    throw new Refused(
      `${target} answered ${answer.status} ${answer.reason}${text && `: ${text}`}`,
      'Check executor.request in the execution space provider',
    );
  }
  return answer;
}

/** Reads a request description. @throws {NotCarriedOut} when url or method is missing or a member is of the wrong form */
function readRequest(request: JsonObject): StartCall {
  const fail = (what: string, hint = `It may have ${known.join(', ')} (docs/providers.md)`): never => {
    throw new Refused(`executor.request ${what}`, hint);
  };
  const [url, method] = [request.get('url'), request.get('method')];
  if (typeof url !== 'string' || !URL.canParse(url) || !/^(?:https?|kubeconfig):$/.test(new URL(url).protocol)) {
    const [, missing] = /^\$([\w.]*\w)/.exec(textOf(url ?? null)) ?? [];
    const why = missing === undefined ? 'expected an address such as https://jenkins.example.org/…' : `the dataset has no ${missing}`;
    return fail(`has the url ${printJson(url ?? null)}; ${why}`, 'Give it by --dataset, or in the execution space provider');
  }
  if (typeof method !== 'string') return fail('has no method');
  const timeout = Number(request.get('timeout') ?? 30);
  const params = request.get('params') ?? null;
  const headers = textsIn(request.get('headers') ?? null);
  const auth = readAuth(request.get('auth') ?? null, fail);
  return {
    method: method.toUpperCase(),
    url: params === null ? url : withParameters(url, params),
    ...withBody(headers, request),
    ...(auth && { auth }),
    limit:
      Number.isFinite(timeout) && timeout > 0
        ? timeout * 1000
        : fail(`has the timeout ${JSON.stringify(request.get('timeout'))}; expected seconds`),
  };
}

function withBody(headers: Readonly<Record<string, string>>, request: JsonObject): Pick<HttpRequest, 'headers' | 'body'> {
  const [json, data] = [request.get('json') ?? null, request.get('data') ?? null];
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const as = (type: string) => (typed ? headers : { ...headers, 'Content-Type': type });
  if (typeof data === 'string') return { headers, body: data };
  if (data !== null) return { headers: as('application/x-www-form-urlencoded'), body: printForm(data) };
  if (json !== null) return { headers: as('application/json'), body: printPython(json) };
  return { headers };
}

function readAuth(auth: JsonValue, fail: (what: string) => never): HttpRequest['auth'] {
  if (auth === null) return undefined;
  if (!isObject(auth)) return fail(`has the auth ${printJson(auth)}; expected an object`);
  const [username, password] = [auth.get('username'), auth.get('password')];
  if (typeof username !== 'string' || typeof password !== 'string') return fail('has an auth without username and password as text');
  return { username, password, type: textOf(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}

function textsIn(value: JsonValue): Readonly<Record<string, string>> {
  return isObject(value)
    ? Object.fromEntries([...value].filter(([, text]) => text !== null).map(([name, text]) => [name, textOf(text)]))
    : {};
}
