import type { Output, Variables } from './face.js';

const codes = { PASSED: 32, FAILED: 31, INCONCLUSIVE: 33, NOT_RUN: 33, SKIPPED: 33 } as const;
const words = /\b(?:PASSED|FAILED|INCONCLUSIVE|NOT_RUN|SKIPPED)\b|^(?:warning|error)(?=:)/gm;

/** Gives verdicts their colours on a terminal; NO_COLOR (no-color.org) and a terminal without any keep the text as it is. */
export function colouring({
  out,
  environment,
}: {
  readonly out: Pick<Output, 'isTTY'>;
  readonly environment: Variables;
}): (text: string) => string {
  if (out.isTTY !== true || environment.TERM === 'dumb' || (environment.NO_COLOR ?? '') !== '') return (text) => text;
  return (text) =>
    text.replace(
      words,
      (word) => `\u001b[${word in codes ? codes[word as keyof typeof codes] : word === 'error' ? 31 : 33}m${word}\u001b[0m`,
    );
}
