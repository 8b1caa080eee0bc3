import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { InvalidInput } from '../host/errors.js';

/** Where an engine listens. `url` is what `DOCKER_HOST` would say and what messages show; it never holds a secret. */
export type EngineAddress =
  | { readonly kind: 'socket'; readonly url: string; readonly path: string }
  | { readonly kind: 'tcp'; readonly url: string; readonly host: string; readonly port: number; readonly tls?: Tls };

/** A folder with `ca.pem`, `cert.pem` and `key.pem`; `verify: false` talks to whoever answers. */
export interface Tls {
  readonly directory: string;
  readonly verify: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

export const defaultSocket = '/var/run/docker.sock';

/**
 * Finds the engine as the docker CLI does (delegation.md 8): `DOCKER_HOST`, `DOCKER_CONTEXT`, the current context, the default socket; after
 * these Podman's sockets.
 * @throws {InvalidInput} for `ssh://`, a malformed address, a context that is not there
 */
export function engineAddress(variables: Variables): EngineAddress {
  const host = variables['DOCKER_HOST'];
  if (host !== undefined && host !== '') return parseAddress(host, 'DOCKER_HOST', tlsFrom(variables));
  const context = variables['DOCKER_CONTEXT'] || currentContext(variables);
  if (context !== undefined && context !== '' && context !== 'default') return contextAddress(context, variables);
  return socket(firstThatExists([defaultSocket, ...podmanSockets(variables)]) ?? defaultSocket);
}

/** The variables that lead another process to the same engine: all that a watchdog's environment needs. */
export function variablesFor(address: EngineAddress): Readonly<Record<string, string>> {
  if (address.kind === 'socket' || address.tls === undefined) return { DOCKER_HOST: address.url };
  const { directory, verify } = address.tls;
  return { DOCKER_HOST: address.url, DOCKER_CERT_PATH: directory, ...(verify ? { DOCKER_TLS_VERIFY: '1' } : { DOCKER_TLS: '1' }) };
}

/** The folder of the docker CLI's settings: `DOCKER_CONFIG` or `~/.docker`. */
export function dockerConfigDirectory(variables: Variables): string {
  return variables['DOCKER_CONFIG'] || join(variables['HOME'] || homedir(), '.docker');
}

/**
 * The docker CLI's `config.json`; one that is not there, or that is no JSON object, is empty.
 * @param tell hears of one that is no JSON: without it a login that is there, and an unreadable comma before it, look like none
 */
export function dockerConfig(variables: Variables, tell?: (problem: string) => void): Readonly<Record<string, unknown>> {
  const path = join(dockerConfigDirectory(variables), 'config.json');
  try {
    const config = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    return typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) tell?.(`${path} is not JSON and not used`);
    return {};
  }
}

function parseAddress(text: string, source: string, tls: Tls | undefined): EngineAddress {
  const hint = 'Use unix:///path/to/docker.sock or tcp://host:port';
  if (/^ssh:/i.test(text))
    throw new InvalidInput(
      `${source}: ssh:// is not supported`,
      'Forward the socket, ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock user@host, and use unix:///tmp/engine.sock',
    );
  const path = /^unix:\/\/(\/.+)$/i.exec(text)?.[1] ?? (text.startsWith('/') ? text : undefined);
  if (path !== undefined) return socket(path);
  const tcp = /^(?:tcp|https?):\/\/(\[[0-9A-Fa-f:]+\]|[^/:@]+)(?::(\d{1,5}))?\/?$/i.exec(text);
  if (!tcp) throw new InvalidInput(`${source} is no address of an engine`, hint);
  const host = tcp[1] ?? '';
  const secure = tls ?? (/^https:/i.test(text) ? { directory: '', verify: true } : undefined);
  const port = Number(tcp[2] ?? (secure ? 2376 : 2375));
  if (port === 0 || port > 65_535) throw new InvalidInput(`${source} names port ${port}; there are 1 to 65535`, hint);
  return { kind: 'tcp', url: `tcp://${host}:${port}`, host: host.replace(/^\[|\]$/g, ''), port, ...(secure && { tls: secure }) };
}

function socket(path: string): EngineAddress {
  return { kind: 'socket', url: `unix://${path}`, path };
}

function tlsFrom(variables: Variables): Tls | undefined {
  const verify = Boolean(variables['DOCKER_TLS_VERIFY']);
  const directory = variables['DOCKER_CERT_PATH'];
  if (!verify && !variables['DOCKER_TLS'] && !directory) return undefined;
  return { directory: directory || dockerConfigDirectory(variables), verify };
}

function currentContext(variables: Variables): string | undefined {
  const name = dockerConfig(variables)['currentContext'];
  return typeof name === 'string' ? name : undefined;
}

/** A context's folder is named by the SHA-256 of its name. */
function contextAddress(name: string, variables: Variables): EngineAddress {
  // Loaded here alone: it takes 2 ms of a start.
  const folder = process.getBuiltinModule('node:crypto').createHash('sha256').update(name).digest('hex');
  const contexts = join(dockerConfigDirectory(variables), 'contexts');
  let endpoint: { readonly Host?: unknown; readonly SkipTLSVerify?: unknown } | undefined;
  try {
    const meta = JSON.parse(readFileSync(join(contexts, 'meta', folder, 'meta.json'), 'utf8')) as {
      readonly Endpoints?: Readonly<Record<string, typeof endpoint>>;
    };
    endpoint = meta.Endpoints?.['docker'];
  } catch {
    // Told below, with what to do.
  }
  if (typeof endpoint?.Host !== 'string')
    throw new InvalidInput(`docker context "${name}" is not there or names no engine`, 'See docker context ls, or set DOCKER_HOST');
  const directory = join(contexts, 'tls', folder, 'docker');
  const tls = existsSync(directory) ? { directory, verify: endpoint.SkipTLSVerify !== true } : undefined;
  return parseAddress(endpoint.Host, `docker context "${name}"`, tls);
}

function podmanSockets(variables: Variables): readonly string[] {
  const runtime = variables['XDG_RUNTIME_DIR'];
  return ['/run/podman/podman.sock', ...(runtime ? [join(runtime, 'podman/podman.sock')] : [])];
}

function firstThatExists(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}
