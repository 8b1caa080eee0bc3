// The environment provider: IUTs, log areas and execution spaces from provider files. In: provider files, a dataset, how many are wanted. Out:
// acquired items, each journalled before it is taken. Which recipes they serve does not belong here.

import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import executionSpaceDefault from '../../providers/execution-space/default.json' with { type: 'json' };
import executionSpaceDocker from '../../providers/execution-space/docker.json' with { type: 'json' };
import executionSpaceProcess from '../../providers/execution-space/process.json' with { type: 'json' };
import iutDefault from '../../providers/iut/default.json' with { type: 'json' };
import logAreaDefault from '../../providers/log-area/default.json' with { type: 'json' };
import { InvalidInput, messageOf } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import type { HttpClient } from '../http/client.js';
import { parseJson } from '../json/parse.js';
import { fromPlain, isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';
import { problemsIn } from './provider-schema.js';

export type ProviderKind = 'iut' | 'log-area' | 'execution-space';

interface Named {
  readonly kind: ProviderKind;
  readonly id: string;
  /** The file, URL or built-in that it was read from, for messages. */
  readonly source: string;
  /** The text of the file, for finding places in it; empty for a built-in one. */
  readonly text: string;
}

/** A provider in JSONTas (etos.md 5.3). */
export interface JsontasProvider extends Named {
  readonly type: 'jsontas';
  readonly list: JsonObject;
  readonly checkout?: JsonObject;
  readonly checkin?: JsonObject;
  /** Stage name to stage, as written. IUTs only. */
  readonly stages?: JsonObject;
}

/** A provider that is an HTTP service (etos.md 5.6). */
export interface ExternalProvider extends Named {
  readonly type: 'external';
  readonly start: string;
  readonly status: string;
  readonly stop: string;
}

export type Provider = JsontasProvider | ExternalProvider;

/** The top key of a provider file, by kind. */
export const topKeys = { iut: 'iut', 'log-area': 'log', 'execution-space': 'execution_space' } as const satisfies Record<
  ProviderKind,
  string
>;

const builtIn: Readonly<Record<ProviderKind, Readonly<Record<string, unknown>>>> = {
  iut: { default: iutDefault },
  'log-area': { default: logAreaDefault },
  'execution-space': { default: executionSpaceDefault, docker: executionSpaceDocker, process: executionSpaceProcess },
};

export interface Loading {
  /** Where named providers lie, in a folder for each kind. */
  readonly directory: string;
  /** What relative paths start from. */
  readonly workspace: string;
  readonly http: HttpClient;
  readonly signal: AbortSignal;
}

/**
 * Loads a provider.
 * @param reference a name (of a built-in provider or of a file `<directory>/<kind>/<name>.json`), a path, a `file:` or `http(s):` URL, or the JSON
 *   text itself. A file of the directory wins over a built-in one of the same name.
 * @throws {InvalidInput} with all problems of the file, or the nearest names
 */
export async function loadProvider(kind: ProviderKind, reference: string, loading: Loading): Promise<Provider> {
  if (/^\s*\{/.test(reference)) return parseProvider(reference, `inline ${kind} provider`, kind);
  if (/^https?:/i.test(reference)) return parseProvider(await download(reference, loading), reference, kind);
  const path = /^file:/i.test(reference) ? fileURLToPath(reference) : reference;
  if (isPath(path)) return parseProvider(await readText(resolve(loading.workspace, path), kind), path, kind);
  const named = join(loading.directory, kind, `${path}.json`);
  const text = await readFile(named, 'utf8').catch(() => undefined);
  if (text !== undefined) return parseProvider(text, named, kind);
  const document = Object.hasOwn(builtIn[kind], path) ? builtIn[kind][path] : undefined;
  if (document !== undefined) return understand(fromPlain(document), { source: `built-in ${kind} provider "${path}"`, text: '' }, kind);
  throw await unknownName(kind, path, loading.directory);
}

/**
 * Reads a provider file.
 * @param kind the kind that is wanted; without it any
 * @throws {InvalidInput} with all problems, each with its place
 */
export async function parseProvider(text: string, source: string, kind?: ProviderKind): Promise<Provider> {
  const document = parseJson(text, source);
  const problems = await problemsIn(document, text, source, kind && topKeys[kind]);
  if (problems.length > 0)
    throw new InvalidInput(problems.join('\n'), 'docs/providers.md shows each kind of provider; `etos validate` checks a file');
  return understand(document, { source, text }, kind);
}

/** The names a kind of provider can be called by. */
export async function providerNames(kind: ProviderKind, directory: string): Promise<readonly string[]> {
  const files = await readdir(join(directory, kind)).catch((): string[] => []);
  const own = files.filter((file) => extname(file) === '.json').map((file) => file.slice(0, -'.json'.length));
  return [...new Set([...Object.keys(builtIn[kind]), ...own])].sort();
}

function understand(
  document: JsonValue,
  { source, text }: { readonly source: string; readonly text: string },
  wanted?: ProviderKind,
): Provider {
  const kind = wanted ?? (Object.keys(topKeys) as ProviderKind[]).find((one) => isObject(document) && document.has(topKeys[one])) ?? 'iut';
  const body = isObject(document) ? document.get(topKeys[kind]) : undefined;
  if (!isObject(body)) throw new InvalidInput(`${source}: "${topKeys[kind]}" is missing`, 'See docs/providers.md');
  const named = { kind, id: textOf(body.get('id')), source, text };
  if (body.get('type') === 'external') {
    const host = (name: string): string => {
      const service = body.get(name);
      return isObject(service) ? textOf(service.get('host')) : '';
    };
    return { ...named, type: 'external', start: host('start'), status: host('status'), stop: host('stop') };
  }
  const part = (name: string): JsonObject | undefined => {
    const value = body.get(name);
    return isObject(value) ? value : undefined;
  };
  const [list, checkout, checkin, stages] = [part('list'), part('checkout'), part('checkin'), part('prepare')?.get('stages')];
  return {
    ...named,
    type: 'jsontas',
    list: list ?? new Map<string, JsonValue>(),
    ...(checkout && { checkout }),
    ...(checkin && { checkin }),
    ...(isObject(stages) && { stages }),
  };
}

function isPath(reference: string): boolean {
  return isAbsolute(reference) || reference.startsWith('.') || /[/\\]/.test(reference) || extname(reference) === '.json';
}

async function readText(path: string, kind: ProviderKind): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) throw new InvalidInput(`${kind} provider ${path} is a directory`, 'Name the JSON file in it');
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(
      `${kind} provider ${path} cannot be read: ${messageOf(error)}`,
      'Give a name, the path of a JSON file, or a URL',
    );
  }
}

async function download(url: string, { http, signal }: Loading): Promise<string> {
  try {
    const answer = await http.request({ method: 'GET', url, signal, retry: { within: 10_000 } });
    if (answer.status !== 200)
      throw new InvalidInput(
        `provider ${url}: the server answered ${answer.status} ${answer.reason}`,
        'Open the address in a browser: it must give the JSON file',
      );
    return await answer.text();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`provider ${url} cannot be downloaded: ${messageOf(error)}`, 'Check the address and the proxy settings', {
      cause: error,
    });
  }
}

async function unknownName(kind: ProviderKind, name: string, directory: string): Promise<InvalidInput> {
  const names = await providerNames(kind, directory);
  return new InvalidInput(
    `there is no ${kind} provider "${name}"; known are ${names.join(', ')}.${didYouMean(name, names)}`,
    `Give a path or a URL, or put ${name}.json into ${join(directory, kind)}`,
  );
}
