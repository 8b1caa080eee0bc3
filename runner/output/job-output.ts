import { fstatSync, writeSync } from 'node:fs';
import type { OutputSink } from '../../src/docker/output-sink.js';
import { ReaderGone } from '../endings.js';

/** The job's standard output and error. Bytes go through as they are (delegation.md 9). */
export interface JobOutput {
  /**
   * Gets the container's output; waits as long as the reader makes it wait. After `abandon` it throws everything away. The runner's own lines are
   * written all the same.
   */
  readonly sink: OutputSink;
  /** A line of the runner's own. Never waits. */
  writeError(line: string): void;
  writeLine(line: string): void;
  /** True while something is not taken by its reader. */
  isWaiting(): boolean;
  /** True when the last byte on standard output ended a line, or there was none. */
  atLineStart(): boolean;
  /** From now on nothing of the container's is written, and whoever waits goes on. */
  abandon(): void;
  /** Resolves when everything is with the reader, or nothing moved for `patience` milliseconds. */
  flush(patience: number): Promise<void>;
}

/**
 * @param onReaderGone called once, when somebody closed the other end
 */
export function jobOutput(onReaderGone: (reason: ReaderGone) => void): JobOutput {
  const gone = new AbortController();
  const abandoned = new AbortController();
  const onError = (error: NodeJS.ErrnoException): void => {
    // EIO is a terminal that was closed. Any other error, a full disk above all, costs the output and not the run.
    if (error.code !== 'EPIPE' && error.code !== 'EIO' && error.code !== 'ECONNRESET') return;
    if (gone.signal.aborted) return;
    const reason = new ReaderGone('the reader of the output has gone away');
    gone.abort(reason);
    abandoned.abort();
    onReaderGone(reason);
  };
  const streams = {
    stdout: channel(1, () => process.stdout, abandoned.signal, onError),
    stderr: channel(2, () => process.stderr, abandoned.signal, onError),
  };
  let lastByte = 0x0a;
  return {
    sink(stream, piece) {
      if (stream === 'stdout' && piece.length > 0) lastByte = piece[piece.length - 1] ?? lastByte;
      return streams[stream].write(piece);
    },
    writeError: (line) => streams.stderr.tell(line),
    writeLine: (line) => streams.stdout.tell(line),
    isWaiting: () => streams.stdout.isWaiting() || streams.stderr.isWaiting(),
    atLineStart: () => lastByte === 0x0a,
    abandon: () => abandoned.abort(),
    async flush(patience) {
      await Promise.all(Object.values(streams).map((stream) => stream.flush(patience)));
    },
  };
}

interface Channel {
  isWaiting(): boolean;
  /** The container's bytes; what it returned is pending while the reader does not take them. */
  write(piece: Buffer): void | Promise<void>;
  /** A line of the runner's own. */
  tell(line: string): void;
  flush(patience: number): Promise<void>;
}

function channel(
  descriptor: number,
  get: () => NodeJS.WriteStream,
  abandoned: AbortSignal,
  onError: (error: NodeJS.ErrnoException) => void,
): Channel {
  // Jenkins gives a file. Node's stream over it does not survive a full disk; a plain write does.
  if (isFile(descriptor))
    return {
      write: (piece) => writeToFile(descriptor, piece, onError),
      tell: (line) => writeToFile(descriptor, Buffer.from(line), onError),
      flush: () => Promise.resolve(),
      isWaiting: () => false,
    };
  // Node makes its stream when somebody asks for it, which takes a while: not before there is something to write.
  let made: NodeJS.WriteStream | undefined;
  const open = (): NodeJS.WriteStream => (made ??= get().on('error', onError));
  return {
    write(piece) {
      const stream = open();
      if (abandoned.aborted || stream.destroyed) return;
      let isWritten = false;
      let onWritten = (): void => undefined;
      stream.write(piece, () => {
        isWritten = true;
        onWritten();
      });
      // Nothing queued: all of it is with the kernel. Else the piece's memory is still needed, whatever the stream says of its buffer.
      if (stream.writableLength === 0) return;
      return new Promise((resolve) => {
        onWritten = () => {
          abandoned.removeEventListener('abort', onWritten);
          resolve();
        };
        if (isWritten) resolve();
        else abandoned.addEventListener('abort', onWritten, { once: true });
      });
    },
    tell(line) {
      const stream = open();
      if (!stream.destroyed) stream.write(line);
    },
    isWaiting: () => (made?.writableLength ?? 0) > 0,
    flush: async (patience) => {
      if (made) await emptied(made, patience);
    },
  };
}

function writeToFile(descriptor: number, piece: Buffer, onError: (error: NodeJS.ErrnoException) => void): void {
  try {
    for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
  } catch (error) {
    onError(error as NodeJS.ErrnoException);
  }
}

function emptied(stream: NodeJS.WriteStream, patience: number): Promise<void> {
  return new Promise((resolve) => {
    let left = stream.writableLength;
    let movedAt = performance.now();
    const look = (): void => {
      if (stream.destroyed || stream.writableLength === 0) return resolve();
      if (stream.writableLength !== left) [left, movedAt] = [stream.writableLength, performance.now()];
      if (performance.now() - movedAt > patience) return resolve();
      setTimeout(look, 10);
    };
    look();
  });
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
