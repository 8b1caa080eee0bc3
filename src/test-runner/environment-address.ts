import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';

const query = 'query Environments($s: String) { environmentDefined(search: $s, last: 1) { edges { node { data { name uri } } } } }';
// An event that was just published is stored with a delay (eiffel.md 8.1).
const patience = 60_000;
const pause = 1_000;

/**
 * The address of a sub suite by the id of its EnvironmentDefined, asked of the event repository (etos.md 6.1).
 * @throws {InvalidInput} no repository is named
 * @throws {NotCarriedOut} it does not have the event within a minute; the signal's reason
 */
export async function environmentAddress(
  { ENVIRONMENT_ID: id = '', ETOS_GRAPHQL_SERVER: repository }: Readonly<Record<string, string>>,
  { http, clock, signal }: { readonly http: HttpClient; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<string> {
  if (!repository)
    throw new InvalidInput(
      'ENVIRONMENT_ID names an event, and nothing says where events are asked for',
      'Set ETOS_GRAPHQL_SERVER, or ENVIRONMENT_URL to the address of the sub suite',
    );
  const until = clock.now() + patience;
  let last = 'it has no such event';
  while (clock.now() < until) {
    try {
      const answer = await http.request({
        method: 'POST',
        url: repository,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { s: JSON.stringify({ 'meta.id': id }) } }),
        limit: 30_000,
        signal,
      });
      const uri = uriIn(await answer.text());
      if (uri !== undefined) return uri;
    } catch (error) {
      signal.throwIfAborted();
      last = messageOf(error);
    }
    await clock.sleep(pause, signal);
  }
  throw new NotCarriedOut(
    `Could not get sub suite environment event with id '${id}' from ${repository}: ${last}`,
    'Does the run publish to the bus that this event repository stores?',
  );
}

function uriIn(text: string): string | undefined {
  const { data } = JSON.parse(text) as {
    readonly data?: {
      readonly environmentDefined?: { readonly edges?: readonly { readonly node?: { readonly data?: { readonly uri?: unknown } } }[] };
    };
  };
  const uri = data?.environmentDefined?.edges?.[0]?.node?.data?.uri;
  return typeof uri === 'string' ? uri : undefined;
}
