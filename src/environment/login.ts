import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient, HttpRequest } from '../http/client.js';
import { providerStructures } from '../jsontas/evaluate.js';
import { fromPlain, isObject, textOf, toPlain, type JsonObject, type JsonValue } from '../json/value.js';
import { evaluatorOf } from './evaluate-part.js';
import type { Provider } from './provider-file.js';

/**
 * How a provider's start request says who asks, as the provider file has it: names of variables, not their values. For the journal, so that another
 * process can end what was started. Undefined when it does not say.
 */
export function loginOf(provider: Provider): unknown {
  const request = provider.type === 'jsontas' ? requestIn(provider.list) : undefined;
  const login = [...(request ?? [])].filter(([name]) => name === 'auth' || name === 'headers');
  return login.length === 0 ? undefined : toPlain(new Map(login));
}

function requestIn(value: JsonValue): JsonObject | undefined {
  if (Array.isArray(value)) return value.map(requestIn).find((found) => found !== undefined);
  if (!isObject(value)) return undefined;
  const request = value.get('request');
  return isObject(request) && request.has('url') ? request : [...value.values()].map(requestIn).find((found) => found !== undefined);
}

/** The login that the journal describes, with the variables of this process. */
export async function evaluateLogin(
  login: unknown,
  {
    environment,
    http,
    clock,
    log,
    signal,
  }: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly http: HttpClient;
    readonly clock: Clock;
    readonly log: Log;
    readonly signal: AbortSignal;
  },
): Promise<Pick<HttpRequest, 'auth' | 'headers'>> {
  const document = fromPlain(login ?? {});
  if (!isObject(document)) return {};
  const dataset = new Map<string, JsonValue>([['environment', fromPlain(environment)]]);
  const evaluate = evaluatorOf(
    { kind: 'execution-space', source: 'the journal', text: '' },
    { dataset, structures: providerStructures({ environment }), http, clock, log },
  );
  const value = await evaluate(document, ['list'], { names: new Map(), signal });
  if (!isObject(value)) return {};
  const [auth, headers] = [value.get('auth'), value.get('headers')];
  return {
    ...(isObject(auth) && { auth: { type: 'basic', username: textOf(auth.get('username')), password: textOf(auth.get('password')) } }),
    ...(isObject(headers) && { headers: Object.fromEntries([...headers].map(([name, text]) => [name, textOf(text)])) }),
  };
}
