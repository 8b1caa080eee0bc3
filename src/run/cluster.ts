import { InvalidInput } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { withoutCredentials } from '../http/url.js';
import { deploymentAddress } from '../remote/address.js';
import { generations, type Generation } from '../remote/generation.js';

/** An existing ETOS deployment that carries a run out. */
export interface Cluster {
  readonly url: string;
  /** How it is to be spoken to, where it is not asked. */
  readonly api?: Generation;
}

/** What a face was given, as people wrote it. */
export interface GivenForCluster {
  readonly cluster: string | undefined;
  readonly clusterApi: string | undefined;
  /** The collection's path or address. */
  readonly collection: string | undefined;
  /** By the names of their options. */
  readonly providers: Readonly<Record<string, string>>;
  /** Options that mean something for a run on this machine alone, by their names, and whether they were given. */
  readonly here: Readonly<Record<string, boolean>>;
  /** The event in TERCC. */
  readonly tercc: boolean;
}

/**
 * The deployment that a run is to be started in; undefined when it is carried out here.
 * @param names how the face calls its two options
 * @param problems gets a sentence for everything that makes no sense there
 */
export function clusterIn(
  { cluster, clusterApi, collection, providers, here, tercc }: GivenForCluster,
  names: { readonly cluster: string; readonly clusterApi: string },
  problems: string[],
): Cluster | undefined {
  const api = generations.find((one) => one === clusterApi);
  if (clusterApi !== undefined && api === undefined)
    problems.push(
      `${names.clusterApi} is ${JSON.stringify(clusterApi)}; expected ${generations.join(', ')}.${didYouMean(clusterApi, generations)}`,
    );
  if (cluster === undefined) {
    if (clusterApi !== undefined) problems.push(`${names.clusterApi} is given without ${names.cluster}, the address of the deployment`);
    return undefined;
  }
  let url = '';
  try {
    url = deploymentAddress(cluster);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    problems.push(`${names.cluster}: ${error.message}. ${error.hint}`);
  }
  problems.push(...(collection === undefined ? [] : problemsOfCollection(collection)));
  for (const [option, provider] of Object.entries(providers)) {
    if (/^https?:\/\//i.test(provider) || /^[\w.-]+$/.test(provider)) continue;
    problems.push(`${option} is ${shortened(provider)}; a deployment takes a name that it knows, or an http(s) address that it can read`);
  }
  const meaningless = Object.entries(here).flatMap(([option, given]) => (given ? [option] : []));
  if (meaningless.length > 0)
    problems.push(
      `${meaningless.join(', ')}: for a run on this machine; with ${names.cluster} the deployment has its own way. Leave ${meaningless.length === 1 ? 'it' : 'them'} out`,
    );
  if (tercc)
    problems.push(`TERCC holds an event that asks for a run on this machine; with ${names.cluster} the deployment makes its own. Unset it`);
  return { url, ...(api && { api }) };
}

function problemsOfCollection(collection: string): readonly string[] {
  if (!/^https?:\/\//i.test(collection))
    return [
      `the test collection is ${withoutCredentials(collection)}, on this machine; the deployment downloads it itself: put it where both can read it, and give its http(s) address`,
    ];
  const { username, password } = URL.canParse(collection) ? new URL(collection) : { username: '', password: '' };
  return username !== '' || password !== ''
    ? [
        'the address of the test collection holds credentials, which the deployment would announce to everybody; put it where it can be read without',
      ]
    : [];
}

function shortened(provider: string): string {
  const shown = withoutCredentials(provider);
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 57)}...` : shown);
}
