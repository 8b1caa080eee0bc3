import { didYouMean } from '../src/host/nearest.js';
import { InvalidInput } from '../src/host/errors.js';

// More than this nobody reads, and a parameter may have a million.
const mostTold = 50;

/** Several problems as one text; one that ends with a mark of its own gets no second one. */
export function sentences(all: readonly string[]): string {
  const problems = all.length > mostTold ? [...all.slice(0, mostTold), `and ${all.length - mostTold} more`] : all;
  return problems.map((problem, n) => (n === 0 ? problem : `${endsWithMark(problems[n - 1] ?? '') ? ' ' : '; '}${problem}`)).join('');
}

/** What is wrong and what to do, on one line. */
export function withHint({ message, hint }: { readonly message: string; readonly hint: string }): string {
  return hint === '' ? message : `${message}${endsWithMark(message) ? '' : '.'} ${hint}`;
}

/** `--polcy is not known. Did you mean --policy?` */
export function notKnown(shown: string, name: string, known: readonly string[]): string {
  const meant = didYouMean(name, known);
  return `${shown} is not known${meant && `.${meant}`}`;
}

/**
 * What both give. Whoever has two things to mend hears of both at once.
 * @throws {InvalidInput} of the one that fails, or of both in one
 */
export function both<A, B>(first: () => A, second: () => B): readonly [A, B] {
  let failed: InvalidInput;
  let found: A;
  try {
    found = first();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    failed = error;
    try {
      second();
    } catch (other) {
      if (!(other instanceof InvalidInput)) throw other;
      throw joined(withHint(failed), other);
    }
    throw failed;
  }
  return [found, second()];
}

/**
 * What `next` gives.
 * @param problems those found so far, which whoever goes on tells with his own
 * @throws {InvalidInput} with these before its own
 */
export function besides<T>(problems: readonly string[], next: () => T): T {
  try {
    return next();
  } catch (error) {
    if (!(error instanceof InvalidInput) || problems.length === 0) throw error;
    throw joined(sentences(problems), error);
  }
}

function joined(before: string, other: InvalidInput): InvalidInput {
  return new InvalidInput(`${before}${endsWithMark(before) ? '' : '.'} And ${other.message}`, other.hint);
}

function endsWithMark(text: string): boolean {
  return /[.?!]$/.test(text);
}
