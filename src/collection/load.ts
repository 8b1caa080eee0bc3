import { open, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInput, messageOf } from '../host/errors.js';
import { fileProblem } from '../host/file-problem.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/client.js';
import { percentDecode, printUrl, withoutCredentials } from '../http/url.js';
import { validate, type Validated } from './validate.js';

export interface Loading {
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  /** Relative paths are looked up here. */
  readonly workspace: string;
}

// JSON.parse makes about ten times the bytes of it, and Node's strings end at 512 MiB.
const largest = 256 * 1024 * 1024;

/**
 * Reads and validates a test collection.
 * @param source a path, a `file:` or an `http(s):` URL; the latter may hold credentials, which no message repeats
 * @throws {InvalidInput} when it cannot be read, or with all problems that it has
 */
export async function loadCollection(source: string, loading: Loading): Promise<Validated> {
  const { text, name } = await loadText(source, loading);
  return validate(text, name);
}

/** The text behind a path or an address, and how messages call it. @throws {InvalidInput} */
export async function loadText(
  source: string,
  { http, signal, workspace }: Loading,
): Promise<{ readonly text: string; readonly name: string }> {
  const url = /^(?:https?|file):/i.test(source) ? parseUrl(source) : undefined;
  const other = /^([a-z][a-z0-9+.-]+):\/\//i.exec(source)?.[1];
  if (!url && other !== undefined)
    throw new InvalidInput(
      `${withoutCredentials(source)} cannot be read: ${other} is not supported`,
      'Expected a path or a file:, http: or https: URL',
    );
  if (url && url.protocol !== 'file:') {
    const name = nameOf(url);
    return { text: decode(await download(url, name, { http, signal }), name), name };
  }
  const path = url ? pathOf(url) : resolve(workspace, source);
  const below = relative(workspace, path);
  const name = below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
  return { text: decode(await readBytes(path, name, signal), name), name };
}

function parseUrl(source: string): URL {
  try {
    return new URL(source);
  } catch (cause) {
    throw new InvalidInput(`${withoutCredentials(source)} is not a URL`, 'Expected a path or a file:, http: or https: URL', { cause });
  }
}

function pathOf(url: URL): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new InvalidInput(`${url.href}: ${messageOf(cause)}`, 'The form is file:///path/to/collection.json', { cause });
  }
}

/** The address without what may be secret: user, password, query. */
function nameOf({ protocol, host, pathname, search }: URL): string {
  return `${protocol}//${host}${pathname}${search && '?…'}`;
}

async function readBytes(path: string, name: string, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted();
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const stat = await file.stat();
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // A device or a pipe that never ends would be read until memory does.
    if (!stat.isFile() && !stat.isFIFO())
      throw new InvalidInput(`${name} cannot be read: it is no ordinary file`, 'Give the path of a JSON file');
    if (stat.size > largest) throw tooLarge(name);
    return await file.readFile({ signal });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof InvalidInput) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const hint = code === 'EISDIR' ? `Name the file in it, ${name}/collection.json for instance` : `Looked for ${path}`;
    throw new InvalidInput(`${name} cannot be read: ${fileProblem(cause)}`, hint, { cause });
  } finally {
    await file?.close();
  }
}

async function download(url: URL, name: string, { http, signal }: Omit<Loading, 'workspace'>): Promise<Buffer> {
  const { username, password } = url;
  const address = new URL(url);
  address.username = address.password = '';
  try {
    const answer = await http.request({
      method: 'GET',
      url: address,
      headers: { accept: 'application/json, */*;q=0.5' },
      ...(username && { auth: { type: 'basic' as const, username: percentDecode(username), password: percentDecode(password) } }),
      // Long enough for a server that restarts its proxy, short enough for whoever mistyped a host.
      retry: { within: 3_000 },
      sayWhenSlow: true,
      signal,
    });
    if (answer.status < 200 || answer.status > 299) throw refused(name, answer);
    return await answer.bytes(largest);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof InvalidInput) throw cause;
    const hint =
      cause instanceof NoAnswer ? 'Is the address right, and can this machine reach it? HTTPS_PROXY and NO_PROXY are honoured' : '';
    // The request's own name for itself is the address again.
    const reason = messageOf(cause).replace(`GET ${printUrl(address)}: `, '');
    throw new InvalidInput(`${name} cannot be downloaded: ${reason}`, hint, { cause });
  }
}

function refused(name: string, { status, reason, body }: HttpAnswer): InvalidInput {
  body.destroy();
  const hint =
    status === 401 || status === 403
      ? 'It needs credentials: https://user:password@…, or download it first'
      : status === 404
        ? 'Is the address right? Servers also answer 404 where a login is missing'
        : 'The server could not deliver it: try again, or download it first';
  return new InvalidInput(`${name} cannot be downloaded: the server answered ${status} ${reason}`.trimEnd(), hint);
}

function tooLarge(name: string): InvalidInput {
  return new InvalidInput(`${name} is larger than ${largest / 1024 / 1024} MiB`, 'Split it into several collections');
}

/** UTF-8, or what a byte-order mark says: PowerShell writes UTF-16. */
function decode(bytes: Buffer, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidInput(`${name} is not ${encoding.toUpperCase()} text${placeOfBadByte(bytes, encoding)}`, 'Save it as UTF-8', {
      cause,
    });
  }
}

function placeOfBadByte(bytes: Buffer, encoding: string): string {
  if (encoding !== 'utf-8') return '';
  // What the lenient decoder replaces is where the strict one stopped; a genuine U+FFFD is three bytes that both agree on.
  const lines = bytes.toString('latin1').split('\n');
  const line = lines.findIndex((text) => {
    const raw = Buffer.from(text, 'latin1');
    return !Buffer.from(raw.toString('utf8'), 'utf8').equals(raw);
  });
  return line < 0 ? '' : `: line ${line + 1} has other bytes`;
}
