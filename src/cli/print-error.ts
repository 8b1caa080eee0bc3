import { Cancelled, EtosError, messageOf } from '../host/errors.js';
import { printable } from '../report/printable.js';
import type { Output } from './face.js';

/**
 * Says what ended a command, and gives the exit code: of an error that we can explain, the problems and the hint; of a cancel, one line; of anything
 * else, that it is a bug of ours, with the stack that a report needs.
 */
export function printError(
  error: unknown,
  { err, redact = (text) => text }: { readonly err: Output; readonly redact?: (text: string) => string },
): number {
  if (error instanceof EtosError) {
    err.write(redact(`${prefixed(error.message.replace(/[^\n]+/g, printable))}\n${error.hint === '' ? '' : `${error.hint}\n`}`));
    return error.exitCode;
  }
  if (error instanceof Cancelled) {
    err.write(`${error.message}\n`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  err.write(redact(`error: ${messageOf(error)}\nThis is a bug in etos. Please report it with these lines:\n${stack}\n`));
  return 3;
}

/** Each problem is an error of its own; indented lines belong to the one above. */
function prefixed(message: string): string {
  return message.replace(/^(?=\S)/gm, 'error: ');
}
