import type { Identity } from '../documents/identity.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { InvalidInput } from '../host/errors.js';
import { secondsIn } from '../host/seconds.js';
import { findArtifact, type Asking } from './artifact.js';
import type { RunOptions } from './options.js';
import { artifactOf } from './tercc.js';

/**
 * The item under test as somebody else has announced it: the one that the recipe collection points at, else the one of this identity in the user's event
 * repository, `ETOS_GRAPHQL_SERVER` (or `ETOS_GRAPHQL_API`, as the first documents call it).
 * @returns undefined when the run announces it itself
 * @throws {InvalidInput} the repository does not have it and `--publish-artifact` was not given; {NotCarriedOut} it does not answer
 */
export async function itemOf(
  { tercc, publishArtifact }: RunOptions,
  identity: Identity,
  { environment, ...asking }: Omit<Asking, 'limit' | 'awaited'> & { readonly environment: Readonly<Record<string, string | undefined>> },
): Promise<EiffelEvent | undefined> {
  const repository = environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API;
  const id = tercc && artifactOf(tercc);
  if (id !== undefined) {
    const found = repository && (await findArtifact(repository, { id }, { ...asking, limit: waitLimit(environment), awaited: true }));
    // Without a repository its identity is what was given, and its event is known by its id alone.
    return (
      found || {
        meta: { id, type: 'EiffelArtifactCreatedEvent', version: '3.3.0', time: tercc?.meta.time ?? 0 },
        data: { identity: identity.text },
        links: [],
      }
    );
  }
  if (!repository) return undefined;
  // What is to be announced anyhow is not waited for.
  const asked = { ...asking, limit: waitLimit(environment), awaited: !publishArtifact };
  const found = await findArtifact(repository, { identity: identity.text }, asked);
  if (found || publishArtifact) return found;
  throw new InvalidInput(
    `the event repository at ${repository} has no ArtifactCreated with the identity ${identity.text}`,
    'The identity must be the very text of that event; or let the run announce it: --publish-artifact',
  );
}

/** Milliseconds for an event repository to answer, and for an event to be in it: as the released API waits (eiffel.md 7.4), or as `ETOS_DEFAULT_WAIT_TIMEOUT` says (etos.md 9.5). */
export function waitLimit(environment: Readonly<Record<string, string | undefined>>): number {
  return secondsIn(environment, 'ETOS_DEFAULT_WAIT_TIMEOUT', {
    usual: 30,
    what: 'So long the event repository is asked for the item under test',
  });
}

/** Where the item can be had: its identity's `download_url`; else the identity is all that is known, and a package manager's address. */
export function locationOf({ text, qualifiers }: Identity): { readonly type: 'PLAIN' | 'OTHER'; readonly uri: string } {
  const { download_url: address } = qualifiers;
  return address === undefined ? { type: 'OTHER', uri: text } : { type: 'PLAIN', uri: address };
}
