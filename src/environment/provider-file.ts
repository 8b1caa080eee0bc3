// The environment provider: IUTs, log areas and execution spaces from provider files. In: provider files, a dataset, how many are wanted. Out:
// acquired items, each journalled before it is taken. Which recipes they serve does not belong here.

import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import executionSpaceDefault from '../../providers/execution-space/default.json' with { type: 'json' };
import executionSpaceDocker from '../../providers/execution-space/docker.json' with { type: 'json' };
import executionSpaceProcess from '../../providers/execution-space/process.json' with { type: 'json' };
import github from '../../providers/execution-space/github.json' with { type: 'json' };
import jenkinsWithParameters from '../../providers/execution-space/jenkins-with-parameters.json' with { type: 'json' };
import jenkins from '../../providers/execution-space/jenkins.json' with { type: 'json' };
import kubernetes from '../../providers/execution-space/kubernetes.json' with { type: 'json' };
import iutDefault from '../../providers/iut/default.json' with { type: 'json' };
import managementSystem from '../../providers/iut/management-system.json' with { type: 'json' };
import artifactory from '../../providers/log-area/artifactory.json' with { type: 'json' };
import logAreaDefault from '../../providers/log-area/default.json' with { type: 'json' };
import webdav from '../../providers/log-area/webdav.json' with { type: 'json' };
import { InvalidInput, messageOf } from '../host/errors.js';
import { fileProblem } from '../host/file-problem.js';
import { didYouMean } from '../host/nearest.js';
import type { HttpClient } from '../http/client.js';
import { parseJson } from '../json/parse.js';
import { fromPlain, isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';
import { kindOfTopKey, topKeys, type ProviderKind } from './provider-kind.js';
import { brokenRules } from './provider-rules.js';
import { problemsIn } from './provider-schema.js';

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

type Documents = Readonly<Record<ProviderKind, Readonly<Record<string, unknown>>>>;

/** Where a run goes without any service: its own server, this machine. */
const localSpaces: Documents = {
  iut: { default: iutDefault },
  'log-area': { default: logAreaDefault },
  'execution-space': { default: executionSpaceDefault, docker: executionSpaceDocker, process: executionSpaceProcess },
};

/** For services that many have; the dataset and the variables say where they are (docs/providers.md). */
const readyMade: Documents = {
  iut: { 'management-system': managementSystem },
  'log-area': { artifactory, webdav },
  'execution-space': { jenkins, 'jenkins-with-parameters': jenkinsWithParameters, github, kubernetes },
};

export interface Loading {
  /** Where named providers lie, in a folder for each kind. */
  readonly directory: string;
  /** What relative paths start from. */
  readonly workspace: string;
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  /** Names that the user's dataset has: a provider may use them as it uses those of ETOS. */
  readonly names?: ReadonlySet<string>;
}

/**
 * Loads a provider.
 * @param reference a name (of a built-in provider or of a file `<directory>/<kind>/<name>.json`), a path, a `file:` or `http(s):` URL, or the JSON
 *   text itself. A file of the directory wins over a built-in one of the same name.
 * @throws {InvalidInput} with all problems of the file, or the nearest names
 */
export async function loadProvider(kind: ProviderKind, reference: string, loading: Loading): Promise<Provider> {
  const parse = (text: string, source: string): Promise<Provider> => parseProvider(text, source, { ...loading, kind });
  if (/^\s*\{/.test(reference)) return parse(reference, `inline ${kind} provider`);
  if (/^https?:/i.test(reference)) return parse(await download(reference, loading), withoutCredentials(reference));
  const path = /^file:/i.test(reference) ? fileURLToPath(reference) : reference;
  if (isPath(path)) return parse(await readText(resolve(loading.workspace, path), kind), path);
  const named = join(loading.directory, kind, `${path}.json`);
  const text = await readFile(named, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new InvalidInput(`${kind} provider ${named} cannot be read: ${fileProblem(error)}`, 'It must be a JSON file that may be read');
  });
  if (text !== undefined) return parse(text, named);
  const source = `built-in ${kind} provider "${path}"`;
  const local = Object.hasOwn(localSpaces[kind], path) ? localSpaces[kind][path] : undefined;
  if (local !== undefined) return understand(fromPlain(local), { source, text: '' }, kind);
  const ready = Object.hasOwn(readyMade[kind], path) ? readyMade[kind][path] : undefined;
  if (ready !== undefined) return parse(JSON.stringify(ready, undefined, 2), source);
  throw await unknownName(kind, path, loading.directory);
}

/**
 * Reads a provider file.
 * @param options `kind`: the kind that is wanted, without it any; `names`: what the user's dataset has
 * @throws {InvalidInput} with all problems, each with its place
 */
export async function parseProvider(
  text: string,
  source: string,
  { kind, names }: { readonly kind?: ProviderKind; readonly names?: ReadonlySet<string> } = {},
): Promise<Provider> {
  const document = parseJson(text, source);
  const bad = await problemsIn(document, text, source, kind && topKeys[kind]);
  const problems = bad.length > 0 || !isObject(document) ? bad : brokenRules(document, text, source, names);
  if (problems.length > 0)
    throw new InvalidInput(problems.join('\n'), 'docs/providers.md shows each kind of provider; `etos validate` checks a file');
  return understand(document, { source, text }, kind);
}

/** The names a kind of provider can be called by. */
export async function providerNames(kind: ProviderKind, directory: string): Promise<readonly string[]> {
  const files = await readdir(join(directory, kind)).catch((): string[] => []);
  const own = files.filter((file) => extname(file) === '.json').map((file) => file.slice(0, -'.json'.length));
  return [...new Set([...Object.keys(localSpaces[kind]), ...Object.keys(readyMade[kind]), ...own])].sort();
}

function understand(
  document: JsonValue,
  { source, text }: { readonly source: string; readonly text: string },
  wanted?: ProviderKind,
): Provider {
  const kind = wanted ?? kindOfTopKey(isObject(document) ? ([...document.keys()][0] ?? '') : '');
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
      `${kind} provider ${path} cannot be read: ${fileProblem(error)}`,
      'Give a name, the path of a JSON file, or a URL',
    );
  }
}

async function download(url: string, { http, signal }: Loading): Promise<string> {
  try {
    const answer = await http.request({ method: 'GET', url, signal, retry: { within: 10_000 }, sayWhenSlow: true });
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

/** An address for messages and the journal. */
function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.username = url.password = '';
  return url.href;
}
