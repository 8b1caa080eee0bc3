import { Readable, type Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { NoAnswer, type HttpAnswer } from './client.js';
import type { RawAnswer } from './sender.js';
import type { Listening } from './silence.js';

export interface Receiving {
  /** The request, for messages: `GET https://example.com/`. */
  readonly request: string;
  readonly listening: Listening;
  /** Fires with the reason for which the rest of the body is not waited for. */
  readonly signal: AbortSignal;
  /** Says in words what the network said. */
  readonly explain: (error: unknown) => Error;
  /** Called once, when nothing more of this answer will come. */
  readonly onEnd: () => void;
}

const mebibyte = 1024 * 1024;

/** An answer whose body is decompressed and received under a limit. The first pieces are taken at once, so a short body frees its connection. */
export function createAnswer(
  raw: RawAnswer,
  { url, method }: { readonly url: URL; readonly method: string },
  receiving: Receiving,
): HttpAnswer {
  const body = receive(decompressed(raw, method), receiving);
  const answer: HttpAnswer = {
    status: raw.status,
    reason: raw.reason,
    headers: joined(raw.headers),
    url: url.href,
    body,
    async bytes(atMost = 64 * mebibyte) {
      const pieces: Buffer[] = [];
      let length = 0;
      for await (const piece of body as AsyncIterable<Buffer>) {
        pieces.push(piece);
        length += piece.length;
        // Leaving the loop destroys the stream, and with it the connection.
        if (length > atMost) throw new NoAnswer(`${receiving.request}: the answer is longer than ${atMost} bytes`, { lasting: true });
      }
      return Buffer.concat(pieces, length);
    },
    async text(atMost) {
      return decoderFor(String(answer.headers['content-type'] ?? '')).decode(await answer.bytes(atMost));
    },
  };
  return answer;
}

/** Lets go of an answer that nobody will read: a short one is received first, so that its connection serves the next request. */
export async function discard({ body }: HttpAnswer): Promise<void> {
  let left = 64 * 1024;
  body.on('data', (piece: Buffer) => {
    left -= piece.length;
    if (left < 0) body.destroy();
  });
  // How it ends is of no interest.
  if (!body.closed) await new Promise((closed) => body.once('close', closed));
}

function receive(source: Readable, { listening, signal, explain, onEnd }: Receiving): Readable {
  const body = new Readable({
    read() {
      listening.heard();
      source.resume();
    },
    destroy(error, done) {
      source.destroy();
      signal.removeEventListener('abort', stop);
      listening.end();
      onEnd();
      done(error);
    },
  });
  const fail = (error: unknown): void => void body.destroy(signal.aborted ? (signal.reason as Error) : explain(error));
  const stop = (): void => fail(signal.reason);
  signal.addEventListener('abort', stop);
  source.on('data', (piece: Buffer) => {
    listening.heard();
    if (body.push(piece)) return;
    // The reader is slow, not the server.
    source.pause();
    listening.pause();
  });
  source.on('end', () => {
    listening.end();
    signal.removeEventListener('abort', stop);
    onEnd();
    body.push(null);
  });
  source.on('error', fail);
  source.on('close', () => {
    if (!source.readableEnded && !body.destroyed) fail(new Error('aborted'));
  });
  // Whoever reads gets the error; an answer whose body interests nobody must not end the program.
  body.on('error', () => undefined);
  return body;
}

function decompressed({ status, headers, body }: RawAnswer, method: string): Readable {
  if (method === 'HEAD' || status === 204 || status === 304) return body;
  const coding = String(headers['content-encoding'] ?? '')
    .trim()
    .toLowerCase();
  if (['gzip', 'x-gzip', 'deflate'].includes(coding)) return through(body, createUnzip());
  return coding === 'br' ? through(body, createBrotliDecompress()) : body;
}

function through(body: Readable, transform: Transform): Readable {
  body.on('error', (error) => transform.destroy(error));
  body.on('close', () => {
    if (!body.readableEnded) transform.destroy(new Error('aborted'));
  });
  transform.on('close', () => void body.destroy());
  return body.pipe(transform);
}

function joined(headers: RawAnswer['headers']): HttpAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const values = [value ?? []].flat();
      return [name, name === 'set-cookie' ? values : values.join(', ')];
    }),
  );
}

function decoderFor(contentType: string): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
