/** One frame as the engine sends it: one byte of stream number, three of padding, four of length, then the bytes. */
export function frame(stream: 1 | 2, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

/** What a sink got of each stream, and in how many pieces. */
export interface Collected {
  readonly sink: (stream: 'stdout' | 'stderr', piece: Buffer) => void;
  readonly got: { stdout: string; stderr: string };
  pieces: number;
}

export function collect(): Collected {
  const got = { stdout: '', stderr: '' };
  const collected: Collected = {
    got,
    pieces: 0,
    sink(stream, piece) {
      collected.pieces++;
      got[stream] += piece.toString();
    },
  };
  return collected;
}
