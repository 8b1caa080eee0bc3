import type { Identity } from '../documents/identity.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { InvalidInput } from '../host/errors.js';
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
  { environment, ...asking }: Asking & { readonly environment: Readonly<Record<string, string | undefined>> },
): Promise<EiffelEvent | undefined> {
  const repository = environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API;
  const id = tercc && artifactOf(tercc);
  if (id !== undefined) {
    const found = repository ? await findArtifact(repository, { id }, asking) : undefined;
    // Without a repository its identity is what was given, and its event is known by its id alone.
    return (
      found ?? {
        meta: { id, type: 'EiffelArtifactCreatedEvent', version: '3.3.0', time: tercc?.meta.time ?? 0 },
        data: { identity: identity.text },
        links: [],
      }
    );
  }
  if (!repository) return undefined;
  const found = await findArtifact(repository, { identity: identity.text }, asking);
  if (found || publishArtifact) return found;
  throw new InvalidInput(
    `the event repository at ${repository} has no ArtifactCreated with the identity ${identity.text}`,
    'The identity must be the very text of that event; or let the run announce it: --publish-artifact',
  );
}
