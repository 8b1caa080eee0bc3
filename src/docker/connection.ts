import { readFileSync } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { messageOf } from '../host/errors.js';
import type { EngineAddress } from './address.js';

/**
 * The engine answered that it will not or cannot. `status` is the answer's, 0 without one; `message` is the engine's own sentence. Asking again
 * helps nothing.
 */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
  constructor(
    message: string,
    readonly status: number,
    /** The call and the engine: `GET /containers/json of unix:///var/run/docker.sock`. */
    readonly asked?: string,
  ) {
    super(message);
  }
}

/** No answer came: nobody listens, the connection was lost, or the time was over. The message names the address. */
export class EngineAway extends Error {
  override readonly name = 'EngineAway';
  constructor(
    message: string,
    /** `connect`: the request has not left this process, so nothing can have come of it. */
    readonly at: 'connect' | 'answer' | 'late',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const turn = 50;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
  /** Milliseconds until the headers of the answer must be there. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request over a connection of its own and gives the answer, whatever its status, as soon as its headers are there. */
export type Connection = (call: Call) => Promise<IncomingMessage>;

/**
 * Ways to an engine. A connection is made for each request: on a socket of the same machine that costs 0.1 ms, and a request never meets a
 * connection that died while it lay idle.
 */
export function connectionTo(address: EngineAddress): Connection {
  const target = targetOf(address);
  // Most engines are on a socket: TLS is loaded where it is spoken.
  const isSecure = 'rejectUnauthorized' in target;
  const requesting = isSecure ? import('node:https').then(({ request }) => request) : http.request;
  return async ({ method, path, headers, body, limit, signal }) => {
    const request = await requesting;
    return await new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(reasonOf(signal));
      const away = (at: EngineAway['at'], what: string, cause?: unknown): EngineAway =>
        new EngineAway(`the engine at ${address.url} ${what}`, at, cause === undefined ? undefined : { cause });
      const options = { ...target, method, path, agent: false, headers: { Host: 'docker', ...lengthOf(body), ...headers } };
      let outgoing: ClientRequest;
      try {
        outgoing = request(options);
      } catch (error) {
        if (!isSecure) throw error;
        return reject(new EngineRefused(`the engine at ${address.url} cannot be asked: ${messageOf(error)}. ${certificates}`, 0));
      }
      let connected = false;
      // After a suspended job goes on, timers fire before what has long arrived is read: that gets its turn.
      let timer = setTimeout(() => {
        timer = setTimeout(() => outgoing.destroy(away('late', `has not answered for ${Math.round(limit / 100) / 10} s`)), turn);
      }, limit);
      const onAbort = (): void => void outgoing.destroy(reasonOf(signal));
      signal?.addEventListener('abort', onAbort, { once: true });
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      outgoing.once('socket', (socket) => {
        socket.setKeepAlive(true, 15_000);
        socket.once(isSecure ? 'secureConnect' : 'connect', () => (connected = true));
      });
      outgoing.once('response', (answer) => {
        settle();
        // An answer that outlives the limit still ends with the signal.
        const onLate = (): void => void answer.destroy(reasonOf(signal));
        signal?.addEventListener('abort', onLate, { once: true });
        answer.once('close', () => signal?.removeEventListener('abort', onLate));
        resolve(answer);
      });
      outgoing.on('error', (error) => {
        settle();
        if (error instanceof EngineAway || error === signal?.reason) return reject(error);
        if (/wrong version number/i.test(error.message))
          return reject(new EngineRefused(`what answers at ${address.url} speaks no TLS. ${unsecured}`, 0));
        if (isUntrusted(error))
          return reject(new EngineRefused(`the engine at ${address.url} is not trusted: ${messageOf(error)}. ${certificates}`, 0));
        reject(
          connected
            ? away('answer', `broke the connection: ${messageOf(error)}`, error)
            : away('connect', `cannot be reached: ${messageOf(error)}`, error),
        );
      });
      if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return outgoing.end(body);
      body.once('error', (error) => outgoing.destroy(error));
      body.pipe(outgoing);
    });
  };
}

/** The whole body of a short answer. @throws {EngineAway} when it stops before its end or takes longer than `limit` milliseconds */
export function bodyOf(answer: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const late = setTimeout(() => answer.destroy(new EngineAway(`the engine's answer stopped for ${limit / 1000} s`, 'late')), limit);
    const settle = (): void => clearTimeout(late);
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    answer.once('end', () => {
      settle();
      resolve(Buffer.concat(pieces).toString('utf8'));
    });
    answer.once('error', (error) => {
      settle();
      reject(
        error instanceof EngineAway
          ? error
          : new EngineAway(`the engine broke the connection: ${messageOf(error)}`, 'answer', { cause: error }),
      );
    });
  });
}

function targetOf(address: EngineAddress): RequestOptions {
  // Node would look whether `Host` is an IP address, and takes 4 ms to make the expression for that.
  if (address.kind === 'socket') return { socketPath: address.path, servername: '' };
  const { host, port, tls } = address;
  if (!tls) return { host, port };
  const read = (name: string): Buffer | undefined => {
    try {
      return tls.directory === '' ? undefined : readFileSync(join(tls.directory, name));
    } catch {
      return undefined; // A folder may hold a CA alone.
    }
  };
  const [ca, cert, key] = ['ca.pem', 'cert.pem', 'key.pem'].map(read);
  // Without a name to expect Node takes the one of the `Host` header.
  const servername = isIP(host) === 0 ? host : '';
  return { host, port, servername, rejectUnauthorized: tls.verify, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

const certificates = 'In the folder of DOCKER_CERT_PATH, ca.pem says whom to trust, cert.pem and key.pem who asks';

const unsecured = 'DOCKER_TLS_VERIFY, DOCKER_TLS or DOCKER_CERT_PATH ask for it: unset them, or name the port that does, usually 2376';

function isUntrusted(error: NodeJS.ErrnoException): boolean {
  return /CERT|SIGNATURE|ISSUER|ALTNAME/.test(error.code ?? '');
}

function lengthOf(body: Call['body']): Readonly<Record<string, string>> {
  if (body === undefined) return { 'Content-Length': '0' };
  if (typeof body === 'string' || body instanceof Uint8Array) return { 'Content-Length': String(Buffer.byteLength(body)) };
  return { 'Transfer-Encoding': 'chunked' };
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error(String(reason));
}
