import { InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import { NoAnswer, type HttpClient } from '../http/client.js';
import { detailIn } from './detail.js';
import type { Generation } from './generation.js';
import type { Login } from './login.js';

/** A deployment that has answered. */
export interface Deployment {
  readonly url: string;
  readonly generation: Generation;
  readonly login: Login;
}

export interface Asking {
  readonly http: HttpClient;
  readonly signal: AbortSignal;
}

/** Milliseconds for the answer, and of trying again: as today's client waits (etos.md 1.2). */
const [limit, within] = [5_000, 15_500];

const checks: readonly (readonly [path: string, generation: Generation])[] = [
  ['/api/selftest/ping', 'v0'],
  ['/api/v1alpha/ping', 'v1alpha'],
  ['/selftest/ping', '2021'],
];

/**
 * Finds out whether somebody is there, and how to speak to them. Where both of today's generations are served it is v0, as with today's client.
 * @param asked the generation that the user wants; then no other is looked for
 * @throws {InvalidInput} the address answers, and is no ETOS; {NotCarriedOut} nobody answers; the signal's reason
 */
export async function findDeployment(
  url: string,
  asked: Generation | undefined,
  { login, ...asking }: Asking & { readonly login: Login },
): Promise<Deployment> {
  const refusals: string[] = [];
  // The released clients ask this one for either of today's generations.
  const paths =
    asked === undefined ? checks : checks.filter(([, generation]) => generation === asked || (asked === 'v1alpha' && generation === 'v0'));
  for (const [path, generation] of paths) {
    const refusal = await ping(url, path, { login, ...asking });
    if (refusal === undefined) return { url, generation: asked ?? generation, login };
    refusals.push(`${path}: ${refusal}`);
  }
  throw new InvalidInput(
    `no ETOS deployment${asked === undefined ? '' : ` that speaks ${asked}`} answers at ${url} (${refusals.join('; ')})`,
    'Expected the address under which its API is reached at /api, https://etos.example.org for instance; --cluster-api names what it speaks',
  );
}

/** @returns what it answered instead, where this is not the place */
async function ping(url: string, path: string, { login, http, signal }: Asking & { readonly login: Login }): Promise<string | undefined> {
  try {
    const answer = await http.request({
      method: 'GET',
      url: url + path,
      headers: login.headers,
      limit,
      retry: { within, pause: 500, statuses: [500] },
      sayWhenSlow: true,
      signal,
    });
    answer.body.destroy();
    const { status } = answer;
    if (status === 401 || status === 403) throw noEntry(url, status);
    if (status >= 500)
      throw new NotCarriedOut(
        `the ETOS deployment at ${url} answers ${status} ${answer.reason}`.trimEnd(),
        'See the logs of its API, or try again later',
      );
    return status < 300 ? undefined : `${status} ${answer.reason}`.trimEnd();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof NoAnswer)) throw error;
    throw new NotCarriedOut(
      `the ETOS deployment at ${url} does not answer: ${messageOf(error)}`,
      'Is the address right, and can this machine reach it?',
      {
        cause: error,
      },
    );
  }
}

/** The login for an address that a deployment names: for its own alone. */
export function loginFor(address: string | URL, { url, login }: Pick<Deployment, 'url' | 'login'>): Login['headers'] {
  return URL.canParse(String(address)) && new URL(address).origin === new URL(url).origin ? login.headers : {};
}

/** @param said what the answer says, if anything */
export function noEntry(url: string, status: number, said = ''): InvalidInput {
  return new InvalidInput(
    `the ETOS deployment at ${url} lets nobody in: ${status}${detailIn(said) === undefined ? '' : ` ${detailIn(said)}`}`,
    'Set ETOS_CLUSTER_TOKEN, or ETOS_CLUSTER_USERNAME and ETOS_CLUSTER_PASSWORD',
  );
}
