import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import { secondsIn } from '../host/seconds.js';
import type { HttpClient } from '../http/client.js';

const query = 'query Environments($s: String) { environmentDefined(search: $s, last: 1) { edges { node { data { name uri } } } } }';
const pause = 1_000;
/** Milliseconds that a try has in any case, and at most. */
const [shortest, longest] = [5_000, 30_000];

/**
 * The address of a sub suite by the id of its EnvironmentDefined, asked of the event repository (etos.md 6.1).
 * It is asked for a minute, or as long as `ETOS_DEFAULT_WAIT_TIMEOUT` says: an event that was just published is stored with a delay (eiffel.md 8.1).
 * @throws {InvalidInput} no repository is named
 * @throws {NotCarriedOut} it does not have the event by then; the signal's reason
 */
export async function environmentAddress(
  variables: Readonly<Record<string, string>>,
  { http, clock, signal }: { readonly http: HttpClient; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<string> {
  const { ENVIRONMENT_ID: id = '', ETOS_GRAPHQL_SERVER: repository } = variables;
  if (!repository)
    throw new InvalidInput(
      'ENVIRONMENT_ID names an event, and nothing says where events are asked for',
      'Set ETOS_GRAPHQL_SERVER, or ENVIRONMENT_URL to the address of the sub suite',
    );
  const patience = secondsIn(variables, 'ETOS_DEFAULT_WAIT_TIMEOUT', {
    usual: 60,
    what: 'So long the event repository is asked for the sub suite',
  });
  let last: string;
  for (const until = clock.now() + patience; ; await clock.sleep(pause, signal)) {
    try {
      const answer = await http.request({
        method: 'POST',
        url: repository,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { s: JSON.stringify({ 'meta.id': id }) } }),
        limit: Math.min(Math.max(until - clock.now(), shortest), longest),
        signal,
      });
      const said = uriIn(await answer.text());
      if ('uri' in said) return said.uri;
      last = answer.status === 200 ? said.why : `it answers ${answer.status} ${answer.reason}: ${said.why}`;
    } catch (error) {
      signal.throwIfAborted();
      last = messageOf(error);
    }
    if (clock.now() + pause > until)
      throw new NotCarriedOut(
        `Could not get sub suite environment event with id '${id}' from ${repository} within ${patience / 1000} s: ${last}`,
        'Does the run publish to the bus that this event repository stores? ETOS_DEFAULT_WAIT_TIMEOUT says for how many seconds it is asked',
      );
  }
}

function uriIn(text: string): { readonly uri: string } | { readonly why: string } {
  let said: Said | null;
  try {
    said = JSON.parse(text) as Said | null;
  } catch {
    return { why: `that is no JSON: ${text.slice(0, 80).replace(/\s+/g, ' ')}` };
  }
  if (said?.errors?.length) return { why: String(said.errors[0]?.message) };
  const data = said?.data?.environmentDefined?.edges?.[0]?.node?.data;
  if (typeof data?.uri === 'string') return { uri: data.uri };
  return { why: data ? 'URL to sub suite is missing' : 'it has no such event' };
}

interface Said {
  readonly errors?: readonly { readonly message?: unknown }[];
  readonly data?: {
    readonly environmentDefined?: { readonly edges?: readonly { readonly node?: { readonly data?: { readonly uri?: unknown } } }[] };
  };
}
