import type { EiffelEvent } from '../eiffel/event.js';
import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';

export interface Asking {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds in which the repository is to answer: until then a failure is tried again. */
  readonly limit: number;
  /** Whether so long is asked again when the repository does not have it: an event that was just published is stored with a delay (eiffel.md 7.4). */
  readonly awaited: boolean;
}

const query =
  'query ArtifactCreated($s: String) { artifactCreated(search: $s, last: 1) { edges { node { meta { id time type version } data { identity } } } } }';
const pause = 2_000;
/** Milliseconds that a try has in any case, and at most. */
const [shortest, longest] = [5_000, 30_000];

/**
 * The ArtifactCreated of the item under test, asked of an event repository by id or by identity. The identity must be the very text: the released
 * services take anything that starts with it (eiffel.md 7.4).
 * @returns undefined when the repository does not have it
 * @throws {NotCarriedOut} the repository does not answer; {InvalidInput} it refuses the question; the signal's reason
 */
export async function findArtifact(
  repository: string,
  search: { readonly id: string } | { readonly identity: string },
  { http, clock, signal, limit, awaited }: Asking,
): Promise<EiffelEvent | undefined> {
  const filter = 'id' in search ? { 'meta.id': search.id } : { 'data.identity': search.identity };
  for (const until = clock.now() + limit; ; await clock.sleep(pause, signal)) {
    // The server makes quotes of apostrophes before it reads the filter (eiffel.md 8.3).
    const question = JSON.stringify(filter).replaceAll("'", '\\u0027');
    const found = await ask(repository, question, { http, signal, left: Math.max(0, until - clock.now()), limit });
    if (found || !awaited || clock.now() + pause > until) return found;
  }
}

interface Trying extends Pick<Asking, 'http' | 'signal' | 'limit'> {
  /** Milliseconds of the limit. */
  readonly left: number;
}

async function ask(repository: string, filter: string, { http, signal, left, limit }: Trying): Promise<EiffelEvent | undefined> {
  const hint = 'Check ETOS_GRAPHQL_SERVER: it is the address of an Eiffel event repository, such as http://events.example.org:5000/graphql';
  const outage = (how: string, cause?: unknown): NotCarriedOut =>
    new NotCarriedOut(
      `the event repository at ${repository} ${how}; it was asked for ${limit / 1000} s`,
      `${hint}. See its own log, or wait longer: ETOS_DEFAULT_WAIT_TIMEOUT, in seconds`,
      { cause },
    );
  let status: string, text: string;
  try {
    const answer = await http.request({
      method: 'POST',
      url: repository,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { s: filter } }),
      limit: Math.min(Math.max(left, shortest), longest),
      retry: { within: left, statuses: [500] },
      signal,
    });
    status = `${answer.status} ${answer.reason}`.trim();
    text = await answer.text();
  } catch (error) {
    signal.throwIfAborted();
    throw outage(`does not answer: ${messageOf(error)}`, error);
  }
  const shown = text.slice(0, 80).replace(/\s+/g, ' ');
  if (/^(?:5|408|429)/.test(status)) throw outage(`answers ${status}${shown === '' ? '' : `: ${shown}`}`);
  const said = saidIn(text);
  if (said?.errors?.length)
    throw new InvalidInput(`the event repository at ${repository} refuses: ${String(said.errors[0]?.message)}`, hint);
  const artifacts = said?.data?.artifactCreated;
  if (artifacts === undefined)
    throw new InvalidInput(`${repository} does not answer as an event repository, but ${status}: ${shown}`, hint);
  const node = artifacts?.edges?.[0]?.node;
  return node && { meta: node.meta, data: node.data, links: [] };
}

function saidIn(text: string): Said | undefined {
  try {
    return (JSON.parse(text) as Said | null) ?? undefined;
  } catch {
    return undefined;
  }
}

interface Said {
  readonly errors?: readonly { readonly message?: unknown }[];
  readonly data?: {
    readonly artifactCreated?: { readonly edges?: readonly { readonly node: Pick<EiffelEvent, 'meta' | 'data'> }[] } | null;
  };
}
