import { createHash, randomBytes } from 'node:crypto';

/** What a server wants a Digest answer to. */
export interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque?: string;
  /** As the server spelt it; absent means MD5. */
  readonly algorithm?: string;
  /** Whether the server knows `qop=auth`; without it the answer is that of RFC 2069. */
  readonly auth: boolean;
  readonly stale: boolean;
}

/**
 * The first Digest challenge of a `WWW-Authenticate` header that we can answer: MD5, SHA-1, SHA-256 and SHA-512, also in their `-sess` forms,
 * with `qop=auth` or none.
 */
export function findChallenge(header: string): Challenge | undefined {
  return challengesIn(header)
    .filter(({ scheme }) => scheme === 'digest')
    .map(({ parameters }) => toChallenge(parameters))
    .find((challenge) => challenge !== undefined);
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * The value of the `Authorization` header that answers a challenge (RFC 7616).
 * @param use which use of this nonce it is, from 1
 * @param cnonce the client's own random text
 */
export function answerChallenge(
  challenge: Challenge,
  { username, password }: Credentials,
  request: { readonly method: string; readonly uri: string },
  use: number,
  cnonce: string = randomBytes(16).toString('hex'),
): string {
  const { hash, session } = hashOf(challenge.algorithm) ?? { hash: 'md5', session: false };
  const digest = (text: string): string => createHash(hash).update(text).digest('hex');
  const identity = digest(`${username}:${challenge.realm}:${password}`);
  const secret = session ? digest(`${identity}:${challenge.nonce}:${cnonce}`) : identity;
  const count = use.toString(16).padStart(8, '0');
  const what = digest(`${request.method}:${request.uri}`);
  const response = digest(
    challenge.auth ? [secret, challenge.nonce, count, cnonce, 'auth', what].join(':') : [secret, challenge.nonce, what].join(':'),
  );
  const parameters: readonly (readonly [string, string | undefined])[] = [
    // A header holds Latin-1 only; other names go in the extended form.
    // eslint-disable-next-line no-control-regex
    /^[\x00-\x7f]*$/.test(username) ? ['username', quoted(username)] : ['username*', `UTF-8''${encodeURIComponent(username)}`],
    ['realm', quoted(challenge.realm)],
    ['nonce', quoted(challenge.nonce)],
    ['uri', quoted(request.uri)],
    ['response', quoted(response)],
    ['algorithm', challenge.algorithm],
    ['opaque', challenge.opaque === undefined ? undefined : quoted(challenge.opaque)],
    ['qop', challenge.auth ? 'auth' : undefined],
    ['nc', challenge.auth ? count : undefined],
    ['cnonce', challenge.auth || session ? quoted(cnonce) : undefined],
  ];
  const text = parameters.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(', ');
  return `Digest ${text}`;
}

function toChallenge(parameters: ReadonlyMap<string, string>): Challenge | undefined {
  const [realm, nonce, opaque, algorithm, qop] = ['realm', 'nonce', 'opaque', 'algorithm', 'qop'].map((name) => parameters.get(name));
  const qualities = qop?.split(',').map((quality) => quality.trim().toLowerCase());
  if (nonce === undefined || hashOf(algorithm) === undefined || (qualities && !qualities.includes('auth'))) return undefined;
  return {
    realm: realm ?? '',
    nonce,
    ...(opaque !== undefined && { opaque }),
    ...(algorithm !== undefined && { algorithm }),
    auth: qualities !== undefined,
    stale: parameters.get('stale')?.toLowerCase() === 'true',
  };
}

function hashOf(algorithm = 'MD5'): { readonly hash: string; readonly session: boolean } | undefined {
  const name = algorithm.toUpperCase().replace(/-SESS$/, '');
  const hash = { MD5: 'md5', SHA: 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512' }[name];
  return hash === undefined ? undefined : { hash, session: name.length < algorithm.length };
}

interface Offer {
  readonly scheme: string;
  readonly parameters: Map<string, string>;
}

/** `Basic realm="a", Digest realm="b", nonce="c"`: a name without `=` behind it begins the next challenge. */
function challengesIn(header: string): readonly Offer[] {
  const offers: Offer[] = [];
  for (const [, name = '', inQuotes, bare] of header.matchAll(/([^\s,="]+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+)))?/g)) {
    const value = inQuotes?.replace(/\\(.)/g, '$1') ?? bare;
    if (value === undefined) offers.push({ scheme: name.toLowerCase(), parameters: new Map() });
    else offers.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  return offers;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
