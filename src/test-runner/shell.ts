import type { Readable } from 'node:stream';

/**
 * Where recipes are carried out: this machine, or inside a container through the engine's exec API. All paths are absolute paths of that
 * world. The test runner knows nothing else of it.
 */
export interface Shell {
  /** The directory in which the test runner works: `logs`, `artifacts` and `workspace` are made below it (etos.md 6.3). */
  readonly root: string;
  /** `/bin/bash`, or `/bin/sh` where there is no bash. */
  readonly program: string;
  /** The variables a command starts with, before those it is given. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Runs a program to its end, standard error into standard output, standard input empty. When the signal fires the command and all it
   * started get SIGTERM, after `grace` milliseconds SIGKILL, and the promise rejects with the signal's reason once they are gone.
   */
  run(command: readonly [string, ...string[]], options: RunOptions): Promise<Exit>;
  makeDirectory(path: string): Promise<void>;
  write(path: string, content: string | Uint8Array, mode: number): Promise<void>;
  /** Entries of a directory, in no special order; a directory that is not there has none. */
  list(path: string): Promise<readonly DirectoryEntry[]>;
  /** A file's content as a stream, with its length in bytes. */
  read(path: string): Promise<{ readonly length: number; readonly content: Readable }>;
  /** A directory as a tar stream whose entries start with the directory's own name. */
  pack(path: string): Promise<Readable>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export interface RunOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Gets every piece of output; the command waits while the promise is pending. */
  readonly onOutput: (chunk: Buffer) => void | Promise<void>;
  readonly signal: AbortSignal;
  readonly grace: number;
}

/** How a command ended: its code, or the signal that ended it. */
export type Exit = { readonly code: number } | { readonly killedBy: NodeJS.Signals };

export interface DirectoryEntry {
  readonly name: string;
  readonly directory: boolean;
}
