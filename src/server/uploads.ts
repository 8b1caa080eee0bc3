import { createHash, randomBytes, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from './answer.js';

/** One file of the log area, as its address names it. */
export interface Upload {
  readonly mainSuiteId: string;
  readonly subSuiteId: string;
  readonly name: string;
  /** The address that it has in the log area. */
  readonly url: string;
}

/** Where the files of the log area are kept. */
export interface Uploads {
  /** The path that a file gets; undefined when the run has no such sub suite. */
  readonly destination: (upload: Upload) => Promise<string | undefined> | string | undefined;
  /** The path that a file has got. */
  readonly find: (url: string) => string | undefined;
  /** Called when a file is there, with its SHA-256 in hexadecimal; absent where nobody wants to know. */
  readonly received?: (upload: Upload, sha256: string) => void;
}

/** Stores the body of a request as a file: under another name until it is complete, so that nobody meets half of it. @throws {Refusal} */
export async function receiveUpload(
  segments: readonly string[],
  request: IncomingMessage,
  { uploads, root, signal }: { readonly uploads: Uploads; readonly root: string; readonly signal: AbortSignal },
): Promise<void> {
  const upload = uploadIn(segments, root);
  const path = await uploads.destination(upload);
  if (path === undefined) throw new Refusal(404, `the run has no sub suite ${upload.subSuiteId}`);
  await mkdir(dirname(path), { recursive: true });
  // A name of its own: a client that gave up and tries again may still have its first try under way.
  const partial = join(dirname(path), `.${basename(path).slice(0, 50)}.${randomBytes(4).toString('hex')}.partial`);
  try {
    // Not `request` itself, which a disk that is full would end together with the connection, and the refusal with it.
    const hash = uploads.received && createHash('sha256');
    await pipeline(through(request.iterator({ destroyOnReturn: false }), hash), createWriteStream(partial), { signal });
    if (!request.complete) throw new Refusal(400, 'the body ended too early');
    // What became known of it meanwhile may have given it another place.
    const place = (await uploads.destination(upload)) ?? path;
    await mkdir(dirname(place), { recursive: true });
    await moveTo(place, partial);
    if (hash) uploads.received?.(upload, hash.digest('hex'));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function moveTo(place: string, partial: string): Promise<void> {
  await rename(partial, place).catch(async (error: unknown) => {
    // That place may be on another file system.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(partial, place);
    await rm(partial);
  });
}

/** What is read from a body, hashed on its way where that is wanted. */
async function* through(body: AsyncIterable<Buffer>, hash: Hash | undefined): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    hash?.update(piece);
    yield piece;
  }
}

/** Gives a file of the log area back. @throws {Refusal} */
export async function sendUpload(
  segments: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
  { find, root }: Pick<Uploads, 'find'> & { readonly root: string },
): Promise<void> {
  const { url, name } = uploadIn(segments, root);
  const path = find(url);
  const size = path && (await stat(path).catch(() => undefined))?.size;
  if (path === undefined || size === undefined) throw new Refusal(404, `${name} was not uploaded`);
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

/** Reads `<main suite>/<sub suite>/<name>`. A name is one path segment, whatever was encoded in it. @throws {Refusal} */
function uploadIn(segments: readonly string[], root: string): Upload {
  const [mainSuiteId = '', subSuiteId = '', name = '', ...more] = segments.map(decode);
  if (more.length > 0 || name === '') throw new Refusal(404, 'expected /log/<main suite id>/<sub suite id>/<file name>');
  if (/[/\\\0]/.test(name) || name === '.' || name === '..') throw new Refusal(400, `${JSON.stringify(name)} is not a file name`);
  return { mainSuiteId, subSuiteId, name, url: addressOf(root, mainSuiteId, subSuiteId, name) };
}

/** One spelling for one file, however a client encoded its name. */
function addressOf(root: string, ...segments: readonly string[]): string {
  return [`${root}/log`, ...segments.map(encodeURIComponent)].join('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, `${JSON.stringify(segment)} is not valid percent-encoding`);
  }
}
