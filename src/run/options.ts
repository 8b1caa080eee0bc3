/** What a run is asked to do, the same for every face. Paths are absolute; times are milliseconds. */
export interface RunOptions {
  /** Path, `file:` or `http(s):` URL of the collection. */
  readonly collection: string;
  /** A package URL; without it one is made from the CI's variables or the checkout. */
  readonly identity?: string;
  readonly workspace: string;
  readonly artifactDirectory: string;
  readonly reportDirectory: string;
  /** A name, a path, a URL or the JSON text of a provider. */
  readonly iutProvider: string;
  readonly executionSpaceProvider: string;
  readonly logAreaProvider: string;
  /** JSON texts or `@file`, merged in order. */
  readonly dataset: readonly string[];
  readonly providersDirectory: string;
  /** Whether what delegations print is wanted as progress. */
  readonly verbose: boolean;
  /** For the whole run; none: no limit. */
  readonly timeout?: number;
}
