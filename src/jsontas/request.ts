import { InvalidInput, messageOf } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import type { HttpRequest } from '../http/client.js';
import { printForm, withParameters } from '../http/form.js';
import { printPython } from '../json/print.js';
import type { JsonValue } from '../json/value.js';
import { describe } from './describe.js';
import { jsonOf } from './json-of.js';
import type { Answer, Scope, Steps } from './structure.js';
import { isTruthy, kindOf, type Dataset, type Value, type ValueObject } from './value.js';
import { seconds } from './wait.js';

/**
 * `$request`: sends a request until something answers, whatever the status, and gives a description of the answer, also as `response` in the dataset;
 * null when `timeout` seconds have passed first (jsontas.md 8). What can never be sent fails at once.
 */
export function* request(parameters: ValueObject, scope: Scope): Steps<Answer> {
  const { clock, dataset, http, log, signal } = scope;
  checkNames(parameters);
  const message = messageFrom(parameters, scope);
  const timeout = seconds(parameters, 'timeout', 10);
  const deadline = clock.now() + timeout;
  unanswered.delete(dataset);
  while (clock.now() < deadline) {
    try {
      // No limit would let a server that hangs hang the run; an answer after the timeout still counts when its try began before.
      const tried = http.request({ ...message, limit: Math.max(longestSilence, timeout), ...(signal && { signal }) }).then(describe);
      const response = (yield tried) as Value;
      dataset.set('response', response);
      return response;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof InvalidInput) throw error;
      unanswered.set(dataset, messageOf(error));
      log.warning('$request: no answer', { cause: messageOf(error) });
    }
    yield clock.sleep(seconds(parameters, 'interval', 5), signal);
  }
  dataset.set('response', null);
  return null;
}

/** Why the last `$request` of this dataset gave null; undefined when it was answered. For whoever has to explain the null. */
export function whyUnanswered(dataset: Dataset): string | undefined {
  return unanswered.get(dataset);
}

const unanswered = new WeakMap<Dataset, string>();
const longestSilence = 60_000;

const methods = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'];
const known = ['url', 'method', 'json', 'headers', 'params', 'data', 'auth', 'cookies', 'allow_redirects', 'verify', 'timeout', 'interval'];
// These tell Python's library how to hold the answer; there is nothing to hold here.
const idle = ['stream', 'hooks'];
const elsewhere: Readonly<Record<string, string>> = {
  cert: 'client certificates are not supported',
  proxies: 'proxies come from HTTP_PROXY, HTTPS_PROXY and NO_PROXY',
  files: 'files are not supported; send their text as "data"',
};

function checkNames(parameters: ValueObject): void {
  for (const [name, value] of parameters) {
    if (known.includes(name) || idle.includes(name)) continue;
    const why = elsewhere[name];
    if (why === undefined) throw new Error(`it has no parameter ${JSON.stringify(name)}.${didYouMean(name, known)}`);
    if (isTruthy(value)) throw new Error(`its "${name}" cannot be used: ${why}`);
  }
}

function messageFrom(parameters: ValueObject, { log }: Scope): HttpRequest {
  const method = parameters.get('method');
  if (typeof method !== 'string' || !methods.includes(method.toLowerCase()))
    throw new Error(
      `its "method" is ${kindOf(method)}; expected one of ${methods.join(', ')}.${typeof method === 'string' ? didYouMean(method, methods) : ''}`,
    );
  const url = parameters.get('url');
  if (typeof url !== 'string') throw new Error(`its "url" is ${kindOf(url)}; expected the text of an http or https address`);
  const { body, type } = bodyFrom(parameters);
  const headers = headersFrom(parameters);
  if (type !== undefined && ![...headers.keys()].some((name) => name.toLowerCase() === 'content-type')) headers.set('content-type', type);
  const verify = parameters.get('verify') ?? true;
  if (typeof verify !== 'boolean')
    throw new Error(`its "verify" is ${kindOf(verify)}; expected true or false. A private CA is named in NODE_EXTRA_CA_CERTS`);
  const auth = authFrom(parameters.get('auth') ?? null);
  if (auth) log.secret(auth.password);
  return {
    method: method.toUpperCase(),
    url: withParameters(url, json(parameters, 'params')),
    headers: Object.fromEntries(headers),
    ...(body !== undefined && { body }),
    ...(auth && { auth }),
    verify,
    // A checkout whose answer is lost may have happened: another try is the document's business, not the connection's.
    once: true,
    ...(parameters.has('allow_redirects') && { redirects: isTruthy(parameters.get('allow_redirects') ?? null) }),
  };
}

function bodyFrom(parameters: ValueObject): { readonly body?: string; readonly type?: string } {
  const data = json(parameters, 'data');
  if (isTruthy(data)) {
    if (typeof data === 'string') return { body: data };
    if (typeof data !== 'object') throw new Error(`its "data" is ${kindOf(data)}; expected an object, a list of pairs or text`);
    return { body: printForm(data), type: 'application/x-www-form-urlencoded' };
  }
  const value = json(parameters, 'json');
  return value === null ? {} : { body: printPython(value), type: 'application/json' };
}

function headersFrom(parameters: ValueObject): Map<string, string> {
  const headers = new Map<string, string>();
  const given = parameters.get('headers') ?? null;
  if (given !== null && !(given instanceof Map)) throw new Error(`its "headers" are ${kindOf(given)}; expected an object`);
  for (const [name, value] of given ?? []) {
    if (value === null) continue;
    if (typeof value !== 'string') throw new Error(`its header ${JSON.stringify(name)} is ${kindOf(value)}; expected text`);
    headers.set(name, value);
  }
  const cookies = parameters.get('cookies') ?? null;
  if (cookies === null) return headers;
  if (!(cookies instanceof Map)) throw new Error(`its "cookies" are ${kindOf(cookies)}; expected an object`);
  const pairs = [...cookies]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      if (typeof value !== 'string') throw new Error(`its cookie ${JSON.stringify(name)} is ${kindOf(value)}; expected text`);
      return `${name}=${value}`;
    });
  if (pairs.length > 0 && ![...headers.keys()].some((name) => name.toLowerCase() === 'cookie')) headers.set('cookie', pairs.join('; '));
  return headers;
}

function authFrom(auth: Value): HttpRequest['auth'] {
  if (!isTruthy(auth)) return undefined;
  if (!(auth instanceof Map)) throw new Error(`its "auth" is ${kindOf(auth)}; expected an object with username, password and type`);
  const stray = [...auth.keys()].find((name) => !['username', 'password', 'type'].includes(name));
  if (stray !== undefined) throw new Error(`its "auth" has no member ${JSON.stringify(stray)}; expected username, password and type`);
  const [username, password, type] = [auth.get('username'), auth.get('password'), auth.get('type') ?? 'basic'];
  if (typeof username !== 'string') throw new Error(`the "username" of its "auth" is ${kindOf(username)}; expected text`);
  // Not the value: it may be a secret in a form of its own.
  if (typeof password !== 'string') throw new Error('the "password" of its "auth" is not text');
  if (typeof type !== 'string') throw new Error(`the "type" of its "auth" is ${kindOf(type)}; expected basic or digest`);
  return { username, password, type: type.toLowerCase() === 'basic' ? 'basic' : 'digest' };
}

function json(parameters: ValueObject, name: string): JsonValue {
  return jsonOf(parameters.get(name) ?? null);
}
