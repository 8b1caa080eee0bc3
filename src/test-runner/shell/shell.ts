import type { Readable } from 'node:stream';

/**
 * Where recipes are carried out: this machine, or inside a container through the engine's exec API. All paths are absolute paths of that
 * world. The test runner knows nothing else of it. Disposing ends what commands left running and lets go of what the shell holds.
 */
export interface Shell extends AsyncDisposable {
  /** The directory in which the test runner works: `logs`, `artifacts` and `workspace` are made below it (etos.md 6.3). */
  readonly root: string;
  /** bash, or `/bin/sh` where there is no bash. */
  readonly program: string;
  /** The variables a command starts with, before those it is given. */
  readonly environment: Readonly<Record<string, string>>;
  /** The path by which this process reaches a file of that world; undefined where it cannot. */
  own(path: string): string | undefined;
  /**
   * Runs a program to its end, standard error into standard output, standard input empty. When the signal fires, the command and all it
   * started are told to end as `stop` says, and the promise rejects with the signal's reason once they are gone.
   * The signal wins over an end that was not known when it fired, whatever the code.
   * What the command leaves running after a natural end goes on; its output is no longer read.
   * @throws {NotCarriedOut} when it cannot be started
   */
  run(command: readonly [string, ...string[]], options: RunOptions): Promise<Exit>;
  /** Makes directories, and files over what is there, with the directories above them. A directory that is there already is fine. */
  write(entries: readonly NewEntry[]): Promise<void>;
  /** The entries of each directory, by name; a directory that is not there has none. Links are followed. */
  list(paths: readonly string[]): Promise<readonly (readonly DirectoryEntry[])[]>;
  /** A file's content as a stream, with its length in bytes. Links are followed. */
  read(path: string): Promise<{ readonly length: number; readonly content: Readable }>;
  /** A directory as a tar stream whose entries start with the directory's own name. */
  pack(path: string): Promise<Readable>;
  /** Removes files and directories with all that is in them; what is not there is fine. */
  remove(paths: readonly string[]): Promise<void>;
  /** Ends what commands left running: SIGTERM, after `grace` milliseconds SIGKILL. */
  sweep(grace: number): Promise<void>;
}

export interface RunOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Gets every piece of output; the command waits while the promise is pending. */
  readonly onOutput: (chunk: Buffer) => void | Promise<void>;
  readonly signal: AbortSignal;
  /** How a command that is no longer wanted is ended, one after the other; SIGKILL comes last of itself. */
  readonly stop: readonly Ending[];
  /** Once it fires, a command that is being ended gets SIGKILL at once. */
  readonly hurry?: AbortSignal;
}

/** A signal to end by, and how many milliseconds a process has for it. */
export interface Ending {
  readonly send: 'SIGINT' | 'SIGTERM';
  readonly patience: number;
}

/** How a command ended: its code, or the signal that ended it. */
export type Exit = { readonly code: number } | { readonly killedBy: NodeJS.Signals };

export type NewEntry = NewDirectory | NewFile;

export interface NewDirectory {
  readonly directory: string;
}

export interface NewFile {
  readonly file: string;
  readonly content: string;
  readonly mode: number;
}

export interface DirectoryEntry {
  readonly name: string;
  /** `other` is a pipe, a socket, a device, a link to nothing: what has no content of its own. */
  readonly kind: 'file' | 'directory' | 'other';
}
