import { fileProblem } from './file-problem.js';

/** Standard output and standard error of a process. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** What is known of text that could not be written. */
export interface Written {
  /** All that was written so far has arrived, or could not. */
  settled(): Promise<void>;
  /** Whether some of standard output was lost, other than by a reader that had enough. */
  readonly lost: boolean;
}

/**
 * Keeps a program alive whose text cannot be written. Whoever reads may stop reading (`etos … | head`), a disk may be full: the rest is written nowhere, and of
 * the latter the first is told on standard error. A run goes on to its end, with its files and its exit code.
 */
export function watchStreams({ out, err }: Streams): Written {
  let lost = false;
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || lost) return;
    lost = true;
    err.write(`error: standard output cannot be written: ${fileProblem(error)}\n`);
  });
  // There is no place left to tell it.
  err.on('error', () => undefined);
  return {
    async settled() {
      for (const stream of [out, err]) await new Promise<void>((done) => void stream.write('', () => done()));
    },
    get lost() {
      return lost;
    },
  };
}
