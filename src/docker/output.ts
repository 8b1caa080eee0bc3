import type { Readable } from 'node:stream';
import { messageOf } from '../host/errors.js';
import { EngineAway } from './connection.js';

/**
 * Gets every piece of output in its order. While the promise it returned is pending nothing more is read from the engine. A piece is the sink's
 * until it returns, or until that promise is settled: then its memory takes the next one.
 */
export type OutputSink = (stream: 'stdout' | 'stderr', piece: Buffer) => void | Promise<void>;

/** The output of a container or of an exec, as the engine sends it. Nothing is read before `copy`. */
export interface Output {
  /**
   * Hands all of it to the sink, until the engine ends the stream. Whether a container has ended, or only the connection, the stream cannot
   * tell unless the end comes within a frame: ask inspect.
   * @throws {EngineAway} when the end comes within a frame; the sink's error; the connection's; the signal's reason
   */
  copy(sink: OutputSink, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** Closes the connection. */
  close(): void;
}

/** An output over a stream of multiplexed frames (delegation.md 9), or of raw bytes, as a container with a TTY has. */
export function outputOf(stream: Readable, framed: boolean): Output {
  return {
    close: () => void stream.destroy(),
    copy: (sink, { signal } = {}) =>
      new Promise<void>((resolve, reject) => {
        const { take, untilBorder } = framed
          ? demultiplexer(sink)
          : { take: (chunk: Buffer) => sink('stdout', chunk), untilBorder: () => 0 };
        const settle = (error?: unknown): void => {
          signal?.removeEventListener('abort', onAbort);
          stream.removeAllListeners('data');
          if (error === undefined) return resolve();
          stream.destroy();
          reject(error instanceof Error ? error : new Error(messageOf(error)));
        };
        const onAbort = (): void => settle(signal?.reason);
        let ended = false;
        let busy = false;
        stream.on('data', (chunk: Buffer) => {
          let waits: void | Promise<void>;
          try {
            waits = take(chunk);
          } catch (error) {
            return settle(error);
          }
          if (!waits) return;
          busy = true;
          stream.pause();
          waits.then(() => {
            busy = false;
            if (ended) settle(cutOff(untilBorder()));
            else stream.resume();
          }, settle);
        });
        const end = (): void => {
          ended = true;
          if (!busy) settle(cutOff(untilBorder()));
        };
        stream.once('end', end);
        stream.once('close', end);
        stream.once('error', settle);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (signal?.aborted) onAbort();
        else if (stream.destroyed) end();
      }),
  };
}

/** Why an output that ended so many bytes before the border of a frame is not whole: engines end theirs at a border. */
export function cutOff(missing: number): EngineAway | undefined {
  return missing === 0 ? undefined : new EngineAway(`the output ended ${missing} bytes before the end of a frame`, 'answer');
}

export interface Demultiplexer {
  readonly take: (chunk: Buffer) => void | Promise<void>;
  /** How many bytes of the frame, or of its header, have not come yet: 0 where a stream may end. */
  readonly untilBorder: () => number;
}

/**
 * Cuts a multiplexed stream into its pieces. A frame is one byte of stream number, three of padding, four of length, then the bytes; it may be
 * split anywhere, and many may come in one chunk, so this is a loop. What neighbouring frames of one stream hold is moved together within the
 * chunk: engines send frames of a few kB, and a write for each costs more than all the rest.
 */
export function demultiplexer(sink: OutputSink): Demultiplexer {
  const header = Buffer.alloc(8);
  let headerBytes = 0;
  let rest = 0;
  let stream: 'stdout' | 'stderr' = 'stdout';
  const take: Demultiplexer['take'] = (chunk) => {
    let waits: Promise<void> | undefined;
    let [from, to] = [0, 0];
    let pending = stream;
    const hand = (): void => {
      if (to === from) return;
      const one = sink(pending, chunk.subarray(from, to));
      if (one) waits = waits ? Promise.all([waits, one]).then(() => undefined) : one;
      from = to;
    };
    for (let at = 0; at < chunk.length;) {
      if (rest === 0) {
        const taken = Math.min(8 - headerBytes, chunk.length - at);
        chunk.copy(header, headerBytes, at, at + taken);
        headerBytes += taken;
        at += taken;
        if (headerBytes < 8) break;
        headerBytes = 0;
        // 0 is standard input, which the engine writes to standard output.
        stream = header[0] === 2 ? 'stderr' : 'stdout';
        rest = header.readUInt32BE(4);
        continue;
      }
      const length = Math.min(rest, chunk.length - at);
      if (stream !== pending || to === from) {
        hand();
        pending = stream;
        from = to = at;
      }
      if (to !== at) chunk.copyWithin(to, at, at + length);
      to += length;
      at += length;
      rest -= length;
    }
    hand();
    return waits;
  };
  return { take, untilBorder: () => (headerBytes > 0 ? 8 - headerBytes : rest) };
}
