// The terminal's and Jenkins' face. In: words of a command line, variables. Out: lines for people and an exit code. What a command does belongs to
// the rooms behind it: a file here reads options, calls one function and shows what it gives.

import type { Clock } from '../host/clock.js';

export type Variables = Readonly<Record<string, string | undefined>>;

/** Where text goes: standard output, standard error. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Size of the terminal, when it is one. */
  readonly columns?: number;
  readonly rows?: number;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

/** What a command may use of the process that it runs in. */
export interface Face {
  readonly environment: Variables;
  /** The directory in which the command was typed. */
  readonly directory: string;
  readonly out: Output;
  readonly err: Output;
  readonly clock: Clock;
  /** Fires with `Cancelled` when somebody ends the program. */
  readonly signal: AbortSignal;
}
