/** Tells the job something: one line on standard error with a fixed prefix. Never a value of the parameter's environment. */
export type Say = (message: string) => void;

/** Before what ended a run, or kept it from beginning: whoever started the job looks for it in the log. */
export const errorMark = 'error: ';

/** A `Say` that writes to a stream. Messages of the engine or a registry may have several lines and control characters: they become one line. */
export function sayTo(write: (line: string) => void): Say {
  return (message) => {
    // eslint-disable-next-line no-control-regex
    write(`etos-runner: ${message.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()}\n`);
  };
}
