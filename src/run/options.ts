import type { EiffelEvent } from '../eiffel/event.js';
import type { ProviderKind } from '../environment/provider-kind.js';
import { durationForm, parseDuration } from '../host/duration.js';
import { didYouMean } from '../host/nearest.js';
import { splitterNames, type SplitterName } from '../suite/splitter.js';
import type { Cluster } from './cluster.js';

/** What a run is asked to do, the same for every face. Paths are absolute; times are milliseconds. */
export interface RunOptions {
  /** Path, `file:` or `http(s):` URL of the collection; undefined where `tercc` holds the recipes itself. */
  readonly collection: string | undefined;
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
  /** How long an item of a kind is waited for; the variables say it for a kind that is not here. */
  readonly waits: Readonly<Partial<Record<ProviderKind, number>>>;
  readonly splitter: SplitterName;
  /** Paths of the results.json of earlier runs. Without any, the one that is in the report directory. */
  readonly durations: readonly string[];
  /** Whether what delegations print is wanted as progress. */
  readonly verbose: boolean;
  /** The recipe collection event that asks for this run: its id is the run's. */
  readonly tercc?: EiffelEvent;
  /** Whether the item under test is to be announced where the event repository does not have it. */
  readonly publishArtifact?: boolean;
  /** The address at which test runners on other machines reach this one. */
  readonly advertise?: string;
  /** For the whole run; none: no limit. */
  readonly timeout?: number;
  /** The existing deployment that carries it out, instead of this machine. */
  readonly cluster?: Cluster;
}

/** How long items are waited for, as people write it; 0 asks once. @param problems gets a sentence for each text that is no duration */
export function waitsIn(
  texts: Readonly<Record<ProviderKind, string | undefined>>,
  nameOf: (kind: ProviderKind) => string,
  problems: string[],
): RunOptions['waits'] {
  const given = (Object.entries(texts) as [ProviderKind, string | undefined][]).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(
    given.map(([kind, text = '']) => {
      const limit = text.trim() === '0' ? 0 : parseDuration(text);
      if (limit === undefined) problems.push(`${nameOf(kind)} is ${JSON.stringify(text)}; expected ${durationForm}`);
      return [kind, limit ?? 0];
    }),
  );
}

/** @param problems gets a sentence for a name that no splitter has */
export function splitterIn(text: string, name: string, problems: string[]): SplitterName {
  const splitter = splitterNames.find((one) => one === text);
  if (splitter === undefined)
    problems.push(`${name} is ${JSON.stringify(text)}; expected ${splitterNames.join(', ')}.${didYouMean(text, splitterNames)}`);
  return splitter ?? splitterNames[0];
}
