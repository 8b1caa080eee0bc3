import { constants } from 'node:os';
import type { Exit } from './shell/shell.js';

/** The exit code as a shell reports it: 128 + n for a command that signal n ended. */
export function exitCodeOf(exit: Exit): number {
  return 'code' in exit ? exit.code : 128 + constants.signals[exit.killedBy];
}

/** `exit code 3`, `signal SIGKILL`: for people. */
export function describeExit(exit: Exit): string {
  return 'code' in exit ? `exit code ${exit.code}` : `signal ${exit.killedBy}`;
}
