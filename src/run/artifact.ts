import type { EiffelEvent } from '../eiffel/event.js';
import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';

export interface Asking {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds to ask again when the repository does not have it (default 30 s, as the released API): an event that was just published is stored with a delay (eiffel.md 7.4). */
  readonly patience?: number;
}

const query =
  'query ArtifactCreated($s: String) { artifactCreated(search: $s, last: 1) { edges { node { meta { id time type version } data { identity } } } } }';
// For the repository itself.
const outage = 30_000;
const pause = 2_000;

/**
 * The ArtifactCreated of the item under test, asked of an event repository by id or by identity. The identity must be the very text: the released
 * services take anything that starts with it (eiffel.md 7.4).
 * @returns undefined when the repository does not have it
 * @throws {NotCarriedOut} the repository does not answer; {InvalidInput} it refuses the question; the signal's reason
 */
export async function findArtifact(
  repository: string,
  search: { readonly id: string } | { readonly identity: string },
  { http, clock, signal, patience = 30_000 }: Asking,
): Promise<EiffelEvent | undefined> {
  const filter = 'id' in search ? { 'meta.id': search.id } : { 'data.identity': search.identity };
  for (const until = clock.now() + patience; ; await clock.sleep(pause, signal)) {
    // The server makes quotes of apostrophes before it reads the filter (eiffel.md 8.3).
    const found = await ask(repository, JSON.stringify(filter).replaceAll("'", '\\u0027'), { http, signal });
    if (found || clock.now() + pause > until) return found;
  }
}

async function ask(
  repository: string,
  filter: string,
  { http, signal }: Pick<Asking, 'http' | 'signal'>,
): Promise<EiffelEvent | undefined> {
  const hint = 'Check ETOS_GRAPHQL_SERVER: it is the address of an Eiffel event repository, such as http://events.example.org:5000/graphql';
  let text: string;
  try {
    const answer = await http.request({
      method: 'POST',
      url: repository,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { s: filter } }),
      retry: { within: outage, statuses: [500] },
      signal,
    });
    text = await answer.text();
  } catch (error) {
    signal.throwIfAborted();
    throw new NotCarriedOut(`the event repository at ${repository} does not answer: ${messageOf(error)}`, hint, { cause: error });
  }
  let said: Said;
  try {
    said = JSON.parse(text) as Said;
  } catch {
    throw new InvalidInput(`${repository} does not answer as an event repository: ${text.slice(0, 80).replace(/\s+/g, ' ')}`, hint);
  }
  if (said.errors?.length)
    throw new InvalidInput(`the event repository at ${repository} refuses: ${String(said.errors[0]?.message)}`, hint);
  const node = said.data?.artifactCreated?.edges?.[0]?.node;
  return node && { meta: node.meta, data: node.data, links: [] };
}

interface Said {
  readonly errors?: readonly { readonly message?: unknown }[];
  readonly data?: { readonly artifactCreated?: { readonly edges?: readonly { readonly node: Pick<EiffelEvent, 'meta' | 'data'> }[] } };
}
