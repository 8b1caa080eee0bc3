import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { dockerConfig } from '../src/docker/address.js';
import { messageOf } from '../src/host/errors.js';
import type { Say } from './say.js';

type Variables = Readonly<Record<string, string | undefined>>;

interface Login {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly serveraddress: string;
}

// What credential helpers live on: their own stores and clouds. Nothing else of the job's environment is handed on.
const handedOn =
  /^(?:PATH|HOME|USER|LOGNAME|LANG|TMPDIR|XDG_.*|DBUS_SESSION_BUS_ADDRESS|DOCKER_CONFIG|GNUPGHOME|PASSWORD_STORE_DIR|AWS_.*|GOOGLE_.*|CLOUDSDK_.*|AZURE_.*|(?:HTTPS?|NO)_PROXY|(?:https?|no)_proxy)$/;

/**
 * The login that the docker CLI's settings hold for a registry, as the value of `X-Registry-Auth`; undefined when there is none
 * (delegation.md 7). A helper that fails is told and taken for none: many images need no login.
 */
export async function registryLogin(
  registry: string,
  { variables, say, signal }: { readonly variables: Variables; readonly say: Say; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const named = fromAuths(authsIn(variables['DOCKER_AUTH_CONFIG'], say), registry);
  if (named) return pad(Buffer.from(JSON.stringify(named)).toString('base64url'));
  const config = dockerConfig(variables, (problem) => say(`warning: ${problem}`));
  const helpers = recordOf(config['credHelpers']);
  const keys = keysOf(registry);
  const helper = keys.map((key) => helpers[key]).find((name) => typeof name === 'string') ?? config['credsStore'];
  const login = typeof helper === 'string' && helper !== '' ? await fromHelper(helper, registry, { variables, say, signal }) : undefined;
  const found = login ?? fromAuths(recordOf(config['auths']), registry);
  // With padding: engines that do not find it pull anonymously and say only "unauthorized".
  return found && pad(Buffer.from(JSON.stringify(found)).toString('base64url'));
}

/** A `config.json` in a variable, as the docker CLI and other runners take it: CI systems keep secrets as text. It wins over the file. */
function authsIn(text: string | undefined, say: Say): Readonly<Record<string, unknown>> {
  if (!text) return {};
  try {
    return recordOf(recordOf(JSON.parse(text))['auths']);
  } catch {
    say('warning: DOCKER_AUTH_CONFIG is not JSON and not used');
    return {};
  }
}

function fromAuths(auths: Readonly<Record<string, unknown>>, registry: string): Login | undefined {
  const wanted = keysOf(registry);
  const [, entry] = Object.entries(auths).find(([key]) => wanted.includes(key) || wanted.includes(hostOf(key))) ?? [];
  const { auth, username, password, identitytoken } = recordOf(entry);
  if (typeof identitytoken === 'string' && identitytoken !== '') return { identitytoken, serveraddress: registry };
  if (typeof auth === 'string' && auth !== '') {
    const pair = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = pair.indexOf(':');
    if (colon > 0) return { username: pair.slice(0, colon), password: pair.slice(colon + 1), serveraddress: registry };
  }
  if (typeof username === 'string' && typeof password === 'string' && username !== '')
    return { username, password, serveraddress: registry };
  return undefined;
}

async function fromHelper(
  helper: string,
  registry: string,
  { variables, say, signal }: { readonly variables: Variables; readonly say: Say; readonly signal: AbortSignal },
): Promise<Login | undefined> {
  if (!/^[A-Za-z0-9._-]+$/.test(helper)) return undefined;
  const program = `docker-credential-${helper}`;
  try {
    const child = spawn(program, ['get'], {
      env: Object.fromEntries(Object.entries(variables).filter(([name]) => handedOn.test(name))),
      stdio: ['pipe', 'pipe', 'ignore'],
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    });
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    child.stdin.on('error', () => undefined).end(registry === 'docker.io' ? hub : registry);
    const answer = await Promise.race([text(child.stdout), failed]);
    const { Username, Secret } = recordOf(JSON.parse(answer));
    if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '') return undefined;
    const serveraddress = registry;
    return Username === '<token>' ? { identitytoken: Secret, serveraddress } : { username: Username, password: Secret, serveraddress };
  } catch (error) {
    signal.throwIfAborted();
    // "credentials not found" is no JSON and no failure.
    if (!(error instanceof SyntaxError))
      say(`warning: ${program} gave no login for ${registry}: ${isMissing(error) ? 'it is not on the PATH' : messageOf(error)}`);
    return undefined;
  }
}

const hub = 'https://index.docker.io/v1/';

/** The names under which the docker CLI keeps a registry. */
function keysOf(registry: string): readonly string[] {
  return registry === 'docker.io' ? [hub, 'index.docker.io', 'docker.io', 'registry-1.docker.io'] : [registry];
}

function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

function pad(text: string): string {
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isMissing(error: unknown): boolean {
  return (Object(error) as NodeJS.ErrnoException).code === 'ENOENT';
}
