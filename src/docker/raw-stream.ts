import { connect, type Socket } from 'node:net';
import { messageOf } from '../host/errors.js';
import type { EngineAddress } from './address.js';
import { EngineAway, EngineRefused } from './connection.js';
import { copyFrames, type Output } from './output.js';

// As much as a socket between processes of one machine holds.
const readAtOnce = 256 * 1024;
const longestHead = 64 * 1024;

/**
 * Takes over the connection of an attach call for its output. Past Node's HTTP client, which allocates memory for every 64 kB: with
 * 200 MB of output the process grew to 100 MB. Here all of it goes through one piece of memory, and the process keeps to 60 MB. Not for TLS,
 * whose sockets cannot do that.
 * @param path of a POST, with version and query
 * @throws {EngineRefused}; {EngineAway}; the signal's reason
 */
export function rawStream(
  address: EngineAddress,
  path: string,
  { limit, signal }: { readonly limit: number; readonly signal?: AbortSignal | undefined },
): Promise<Output> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const away = (at: EngineAway['at'], what: string): EngineAway => new EngineAway(`the engine at ${address.url} ${what}`, at);
    let take = head;
    const socket: Socket = connect({
      ...(address.kind === 'socket' ? { path: address.path } : { host: address.host, port: address.port }),
      onread: {
        buffer: Buffer.allocUnsafe(readAtOnce),
        callback: (length, buffer) => take(Buffer.from(buffer.buffer, buffer.byteOffset, length)),
      },
    });
    let connected = false;
    let said = Buffer.alloc(0);
    const onAbort = (): void => fail(signal?.reason as Error);
    const onError = (error: Error): void =>
      fail(
        connected ? away('answer', `broke the connection: ${messageOf(error)}`) : away('connect', `cannot be reached: ${messageOf(error)}`),
      );
    const onClose = (): void => fail(refusalIn(said.toString('utf8'), true) ?? away('answer', 'ended the connection without an answer'));
    const timer = setTimeout(() => fail(away('late', `has not answered for ${limit / 1000} s`)), limit);
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError).once('close', onClose);
    socket.once('connect', () => {
      connected = true;
      socket.setKeepAlive(true, 15_000);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n`);
    });

    function settle(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.off('error', onError).off('close', onClose);
    }
    function fail(error: Error): void {
      settle();
      socket.on('error', () => undefined).destroy();
      reject(error);
    }
    /** Reads the head of the answer; false stops the reading until somebody wants the rest. */
    function head(chunk: Buffer): boolean {
      said = Buffer.concat([said, chunk]);
      const end = said.indexOf('\r\n\r\n');
      // A refusal has a body: the engine closes the connection after it.
      if (end < 0 || !/^HTTP\/1\.[01] (?:101|200) /.test(said.toString('latin1', 0, 16))) {
        if (said.length > longestHead || refusalIn(said.toString('utf8'), false)) socket.destroy();
        return true;
      }
      settle();
      const early = said.subarray(end + 4);
      resolve(outputOver(socket, early, (next) => (take = next)));
      return false;
    }
  });
}

function outputOver(socket: Socket, early: Buffer, onChunk: (take: (chunk: Buffer) => boolean) => void): Output {
  // An end that nobody listens to yet must not end the program.
  let failure: Error | undefined;
  socket.on('error', (error) => (failure = error));
  return {
    close: () => void socket.destroy(),
    copy: (sink, { signal } = {}) =>
      copyFrames(sink, signal, {
        begin({ take, over }) {
          onChunk(take);
          const onOver = (): void => over(failure);
          socket.once('end', onOver).once('close', onOver);
          if (!take(Buffer.from(early))) return;
          if (socket.destroyed) onOver();
          else socket.resume();
        },
        goOn: () => void socket.resume(),
        close: () => void socket.destroy(),
      }),
  };
}

/** The engine's refusal: once its announced length is there, or all that came before the end. It speaks JSON, or after a hijack plain text. */
function refusalIn(text: string, isWhole: boolean): EngineRefused | undefined {
  const [, status, headers = '', body = ''] = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
  if (status === undefined || Number(status) < 400) return undefined;
  const length = /^content-length: *(\d+)/im.exec(headers)?.[1];
  if (!isWhole && (length === undefined || body.length < Number(length))) return undefined;
  const message = /"message" *: *("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  return new EngineRefused(message === undefined ? body.trim() || `status ${status}` : (JSON.parse(message) as string), Number(status));
}
