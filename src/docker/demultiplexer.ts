import type { OutputSink } from './output-sink.js';

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
