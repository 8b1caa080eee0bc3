import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { messageOf } from '../../host/errors.js';
import { didYouMean } from '../../host/nearest.js';
import { Refused } from '../tracker.js';

type Pem = { readonly file: string } | { readonly data: string };

/** A cluster and who asks it, as a context of a kubeconfig has them. */
export interface ClusterAccess {
  /** For messages. */
  readonly source: string;
  readonly server: string;
  readonly serverName?: string;
  /** The server's certificate is not to be checked. */
  readonly insecure: boolean;
  readonly authority?: Pem;
  readonly user: {
    readonly certificate?: Pem;
    readonly key?: Pem;
    readonly token?: string;
    readonly tokenFile?: string;
    readonly basic?: { readonly username: string; readonly password: string };
    readonly exec?: ExecPlugin;
  };
}

/** A program that gives a login. */
export interface ExecPlugin {
  readonly apiVersion: string;
  /** A path, or a name that is looked for in PATH. */
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly installHint?: string;
  readonly provideClusterInfo: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
/** An entry with the directory of its file, to which its paths are relative. */
interface Entry {
  readonly fields: Fields;
  readonly directory: string;
}

/**
 * Reads a context of the kubeconfig as kubectl does: the files that KUBECONFIG names, else `~/.kube/config`; of what several files say the first holds.
 * @param context empty: the current one
 * @returns undefined when there is no file at all
 * @throws {Refused} with the file in its message
 */
export async function readKubeconfig(
  context: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ClusterAccess | undefined> {
  const named = (environment.KUBECONFIG ?? '').split(delimiter).filter((path) => path !== '');
  const paths = named.length > 0 ? named : environment.HOME ? [join(environment.HOME, '.kube', 'config')] : [];
  const files = (await Promise.all(paths.map(readFileOf))).filter((file) => file !== undefined);
  if (files.length === 0) return undefined;
  const source = paths.join(', ');
  const entries = (list: string, one: string): ReadonlyMap<string, Entry> => {
    const found = new Map<string, Entry>();
    for (const { document, directory } of files)
      for (const item of listIn(document, list)) {
        const name = textIn(item, 'name');
        if (name !== undefined && !found.has(name)) found.set(name, { fields: fieldsIn(item, one), directory });
      }
    return found;
  };
  const pick = (list: string, one: string, name: string, by: string): Entry => {
    const all = entries(list, one);
    const found = all.get(name);
    if (found) return found;
    throw new Refused(
      `${source}: ${by} ${JSON.stringify(name)}, and there is no such ${one}.${didYouMean(name, [...all.keys()])}`,
      `There ${all.size === 0 ? 'are none' : `are ${[...all.keys()].join(', ')}`}: kubectl config get-contexts`,
    );
  };
  const chosen = context || files.map(({ document }) => textIn(document, 'current-context')).find((name) => name);
  if (!chosen)
    throw new Refused(`${source}: it has no current context`, 'Name one: "api": "kubeconfig:NAME", or kubectl config use-context NAME');
  const { fields } = pick('contexts', 'context', chosen, context ? 'the context asked for is' : 'the current context is');
  const cluster = pick('clusters', 'cluster', textIn(fields, 'cluster') ?? '', `context ${chosen} has the cluster`);
  const userName = textIn(fields, 'user') ?? '';
  const user = userName === '' ? undefined : pick('users', 'user', userName, `context ${chosen} has the user`);
  return accessOf(cluster, user, `context ${chosen} of ${source}`);
}

async function readFileOf(path: string): Promise<{ readonly document: Fields; readonly directory: string } | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    // Loaded where there is such a file: it is YAML.
    const { parse } = await import('yaml');
    const document: unknown = parse(text);
    return { document: isFields(document) ? document : {}, directory: dirname(resolve(path)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // What is wrong with YAML is said without the lines around, which may hold a login.
    throw new Refused(`${path} cannot be read: ${messageOf(error).split('\n', 1)[0] ?? ''}`, 'Check it: kubectl config view');
  }
}

function accessOf({ fields: cluster, directory }: Entry, user: Entry | undefined, source: string): ClusterAccess {
  const server = textIn(cluster, 'server');
  if (server === undefined || !/^https?:\/\//.test(server) || !URL.canParse(server))
    throw new Refused(`${source}: its cluster has no server that is an address`, 'It is https://host:port');
  const refuse = (what: string, hint: string): never => {
    throw new Refused(`${source}: ${what}`, hint);
  };
  if (textIn(cluster, 'proxy-url') !== undefined) refuse('proxy-url is not supported', 'Set HTTPS_PROXY instead');
  const serverName = textIn(cluster, 'tls-server-name');
  const authority = pemIn(cluster, 'certificate-authority', directory);
  return {
    source,
    server,
    insecure: cluster['insecure-skip-tls-verify'] === true,
    ...(serverName !== undefined && { serverName }),
    ...(authority && { authority }),
    user: user ? userOf(user, refuse) : {},
  };
}

function userOf({ fields, directory }: Entry, refuse: (what: string, hint: string) => never): ClusterAccess['user'] {
  if (fields['auth-provider'] !== undefined && fields['auth-provider'] !== null)
    refuse('its user logs in by auth-provider, which Kubernetes has given up', 'Use an exec plugin, a token or a certificate');
  if (['as', 'as-uid', 'as-groups'].some((name) => fields[name] !== undefined))
    refuse('its user acts as somebody else (as, as-groups), which is not supported', 'Use a user of its own');
  const [certificate, key] = [pemIn(fields, 'client-certificate', directory), pemIn(fields, 'client-key', directory)];
  if ((certificate === undefined) !== (key === undefined))
    refuse('its user has a client certificate without a key, or a key without a certificate', 'Both are needed');
  const [token, tokenFile] = [textIn(fields, 'token'), textIn(fields, 'tokenFile')];
  const [username, password] = [textIn(fields, 'username'), textIn(fields, 'password')];
  const exec = isFields(fields['exec']) ? pluginOf(fields['exec'], directory, refuse) : undefined;
  return {
    ...(certificate && key && { certificate, key }),
    ...(token !== undefined && { token }),
    ...(tokenFile !== undefined && { tokenFile: resolve(directory, tokenFile) }),
    ...(username !== undefined && { basic: { username, password: password ?? '' } }),
    ...(exec && { exec }),
  };
}

const pluginVersions = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];

function pluginOf(fields: Fields, directory: string, refuse: (what: string, hint: string) => never): ExecPlugin {
  const [apiVersion = '', command = ''] = [textIn(fields, 'apiVersion'), textIn(fields, 'command')];
  if (!pluginVersions.includes(apiVersion))
    refuse(`the plugin of its user has the apiVersion ${JSON.stringify(apiVersion)}`, `Expected ${pluginVersions.join(' or ')}`);
  if (command === '') refuse('the plugin of its user has no command', 'It is the program that gives the login');
  if (fields['interactiveMode'] === 'Always')
    refuse('the plugin of its user wants to ask somebody', 'Nobody is there: use one that does not');
  const installHint = textIn(fields, 'installHint');
  const variables = listIn(fields, 'env').map((item) => [textIn(item, 'name') ?? '', textIn(item, 'value') ?? ''] as const);
  return {
    apiVersion,
    // As a shell does: a name without a slash is looked for in PATH.
    command: command.includes('/') ? resolve(directory, command) : command,
    args: Array.isArray(fields['args']) ? fields['args'].map(String) : [],
    env: Object.fromEntries(variables),
    ...(installHint !== undefined && { installHint }),
    provideClusterInfo: fields['provideClusterInfo'] === true,
  };
}

/** The data wins over the file, as in kubectl. */
function pemIn(fields: Fields, name: string, directory: string): Pem | undefined {
  const data = textIn(fields, `${name}-data`);
  if (data !== undefined) return { data: Buffer.from(data, 'base64').toString() };
  const file = textIn(fields, name);
  return file === undefined ? undefined : { file: resolve(directory, file) };
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listIn(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function fieldsIn(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
