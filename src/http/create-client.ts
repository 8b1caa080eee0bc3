import { readFile } from 'node:fs/promises';
import { pipeline, Transform, type Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import type { Clock } from '../host/clock.js';
import { inWords } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { createAnswer, discard } from './answer.js';
import { createAuthorizer } from './authorize.js';
import { NoAnswer, type HttpAnswer, type HttpClient, type HttpRequest, type Tls } from './client.js';
import { carriedOn } from './cookies.js';
import { createDirectSender } from './direct-sender.js';
import { explain } from './failure.js';
import { prepare, type Prepared } from './prepare.js';
import { proxyFor, type Variables } from './proxy.js';
import { redirected } from './redirect.js';
import { retried } from './retry.js';
import type { Sender } from './sender.js';
import { listenForSilence } from './silence.js';
import { printUrl } from './url.js';

export interface HttpSettings {
  readonly log: Log;
  /**
   * The variables of the process: `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` in either case; the files that `NODE_EXTRA_CA_CERTS`,
   * `SSL_CERT_FILE` and `REQUESTS_CA_BUNDLE` name hold certificates (PEM) that are trusted beside those of Node.
   */
  readonly environment: Variables;
  readonly clock: Clock;
}

const mostRedirects = 30;
// Long for somebody who sees nothing, short enough not to look hung.
const slow = 2_000;

/** The program's HTTP client. Disposing of it breaks whatever is still under way. */
export function createHttpClient({ log, environment, clock }: HttpSettings): HttpClient {
  const direct = createDirectSender();
  let beyond: Promise<Sender> | undefined;
  let unchecked: Promise<Sender> | undefined;
  const special = new Map<Tls, Promise<Sender>>();
  const senderFor = (url: URL, { verify = true, tls }: Pick<HttpRequest, 'verify' | 'tls'>): Sender | Promise<Sender> => {
    if (url.protocol === 'http:' && !proxyFor(url, environment)) return direct;
    if (tls) {
      const sender = special.get(tls) ?? createSpecialSender(tls, verify, environment);
      special.set(tls, sender);
      return sender;
    }
    return verify ? (beyond ??= createSenderBeyond(environment, log)) : (unchecked ??= createUncheckedSender(environment));
  };
  const authorized = createAuthorizer();

  /** One message and its answer, under the limit. */
  const attempt = async (
    request: Prepared,
    { limit = 30_000, signal, ...trust }: Pick<HttpRequest, 'limit' | 'signal' | 'verify' | 'tls'>,
  ): Promise<HttpAnswer> => {
    const { method, url } = request;
    const name = `${method} ${printUrl(url)}`;
    // Before anything is begun that would have to end: a proxy that is no address is refused here.
    const failed = { method, url, proxy: proxyFor(url, environment) };
    const started = clock.now();
    const stopped = new AbortController();
    const stop = (): void => stopped.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    const listening = listenForSilence(
      limit,
      () => stopped.abort(new NoAnswer(`${name}: no answer: nothing was heard for ${inWords(limit)}`)),
      { clock },
    );
    const onEnd = (): void => {
      listening.end();
      signal?.removeEventListener('abort', stop);
    };
    try {
      const sender = await senderFor(url, trust);
      const raw = await sender.send(
        messageOn(request, () => listening.heard()),
        stopped.signal,
      );
      if (raw.status === 407 && failed.proxy) {
        raw.body.destroy();
        throw new Error('Proxy response (407)');
      }
      listening.heard();
      log.debug('requested', { method, url: printUrl(url), status: raw.status, ms: clock.now() - started });
      return createAnswer(raw, request, {
        request: name,
        listening,
        signal: stopped.signal,
        explain: (error) => explain(error, failed),
        onEnd,
      });
    } catch (error) {
      onEnd();
      if (signal?.aborted) throw signal.reason;
      const reason = stopped.signal.aborted
        ? (stopped.signal.reason as NoAnswer)
        : error instanceof NoAnswer
          ? error
          : explain(error, failed);
      log.debug('requested in vain', { method, url: printUrl(url), reason: reason.message, ms: clock.now() - started });
      throw reason;
    }
  };

  const follow = async (first: Prepared, asked: HttpRequest): Promise<HttpAnswer> => {
    let request = first;
    for (let redirects = 0; ; redirects++) {
      const answer = await authorized(request, (message) => attempt(message, asked));
      const location = answer.headers.location;
      const next =
        (asked.redirects ?? first.method !== 'HEAD')
          ? nextAfter(request, answer.status, typeof location === 'string' ? location : undefined)
          : undefined;
      if (!next) return answer;
      const set = answer.headers['set-cookie'];
      const cookie = Array.isArray(set)
        ? carriedOn(next.headers.cookie, set as readonly string[], { from: request.url, to: next.url })
        : undefined;
      await discard(answer);
      if (redirects === mostRedirects)
        throw new NoAnswer(
          `${first.method} ${printUrl(first.url)}: no answer: more than ${mostRedirects} redirects, the last to ${printUrl(next.url)}`,
          {
            lasting: true,
          },
        );
      request = cookie === undefined ? next : { ...next, headers: { ...next.headers, cookie } };
    }
  };

  const sayWhenSlow = async (url: URL, answered: AbortSignal): Promise<void> => {
    await clock.sleep(slow, answered).catch(() => undefined);
    if (!answered.aborted) log.warning(`no answer from ${printUrl(url)} yet; waiting for it`);
  };

  return {
    async request(asked) {
      asked.signal?.throwIfAborted();
      const request = prepare(asked);
      const once = (): Promise<HttpAnswer> => follow(request, asked);
      const onRetry = (reason: string, wait: number): void => log.debug('trying again', { reason, in: inWords(wait) });
      const answered = new AbortController();
      if (asked.sayWhenSlow) void sayWhenSlow(request.url, answered.signal);
      try {
        return await (asked.retry ? retried(once, asked.retry, { clock, signal: asked.signal, onRetry }) : once());
      } finally {
        answered.abort();
      }
    },
    async [Symbol.asyncDispose]() {
      await direct[Symbol.asyncDispose]();
      await (await beyond)?.[Symbol.asyncDispose]();
      await (await unchecked)?.[Symbol.asyncDispose]();
      for (const sender of special.values()) await (await sender)[Symbol.asyncDispose]();
    },
  };
}

function nextAfter(request: Prepared, status: number, location: string | undefined): Prepared | undefined {
  const name = `${request.method} ${printUrl(request.url)}`;
  if (location !== undefined && !URL.canParse(location, request.url.href))
    throw new NoAnswer(`${name}: no answer: the redirect to ${JSON.stringify(location)} leads nowhere`, { lasting: true });
  const next = redirected(request, status, location);
  if (next && !['http:', 'https:'].includes(next.url.protocol))
    throw new NoAnswer(`${name}: no answer: the redirect to a ${next.url.protocol} address is not followed`, { lasting: true });
  return next;
}

/** The message of one try, its body a fresh stream that is held to its length. */
function messageOn({ method, url, headers, body, length, once }: Prepared, onPiece: () => void): Parameters<Sender['send']>[0] {
  const shared = { method, url, ...(once && { once }) };
  if (typeof body !== 'function') {
    const expectsBody = ['POST', 'PUT', 'PATCH'].includes(method);
    const size = body?.length ?? (expectsBody ? 0 : undefined);
    return { ...shared, headers: size === undefined ? headers : { ...headers, 'content-length': String(size) }, body };
  }
  const framing = length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
  return { ...shared, headers: { ...headers, ...framing }, body: measured(body(), length, onPiece) };
}

/** A stream held to its length. What a file grows by while it is sent is left out; one that is shorter is a failure. */
function measured(source: Readable, length: number | undefined, onPiece: () => void): Readable {
  let left = length ?? Infinity;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (left > 0) onPiece();
      const wanted = piece.subarray(0, Math.min(piece.length, left));
      left -= wanted.length;
      done(null, wanted);
    },
    flush(done) {
      done(length === undefined || left === 0 ? null : new Error(`the body has ${length - left} bytes; ${length} were announced`));
    },
  });
  // Whoever sends it sees the error on the stream itself.
  return pipeline(source, measure, () => undefined);
}

async function createSenderBeyond(environment: Variables, log: Log): Promise<Sender> {
  const [{ createUndiciSender }, further] = await Promise.all([import('./undici-sender.js'), furtherCertificates(environment, log)]);
  return createUndiciSender((url) => proxyFor(url, environment), further.length > 0 ? { ca: [...rootCertificates, ...further] } : {});
}

async function createUncheckedSender(environment: Variables): Promise<Sender> {
  const { createUndiciSender } = await import('./undici-sender.js');
  return createUndiciSender((url) => proxyFor(url, environment), { rejectUnauthorized: false });
}

async function createSpecialSender(
  { authority, certificate, key, serverName }: Tls,
  verify: boolean,
  environment: Variables,
): Promise<Sender> {
  const { createUndiciSender } = await import('./undici-sender.js');
  return createUndiciSender((url) => proxyFor(url, environment), {
    ...(authority !== undefined && { ca: authority }),
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
    ...(serverName !== undefined && { servername: serverName }),
    rejectUnauthorized: verify,
  });
}

async function furtherCertificates(environment: Variables, log: Log): Promise<readonly string[]> {
  const read = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'].map(async (name) => {
    const path = environment[name];
    if (!path) return [];
    try {
      return [await readFile(path, 'utf8')];
    } catch (error) {
      // As Node does with its own: most requests do not need them.
      log.warning('left certificates out', { name, reason: messageOf(error) });
      return [];
    }
  });
  return (await Promise.all(read)).flat();
}
