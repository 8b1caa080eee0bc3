import { InvalidInput } from './errors.js';

/**
 * The milliseconds that a variable says in seconds, as the released services have it (etos.md 9.5).
 * @param usual seconds, where it is not set
 * @param what it is good for, for the error
 * @throws {InvalidInput} it is no number of seconds
 */
export function secondsIn(
  variables: Readonly<Record<string, string | undefined>>,
  name: string,
  { usual, what }: { readonly usual: number; readonly what: string },
): number {
  const text = variables[name]?.trim() || String(usual);
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  throw new InvalidInput(`${name} is ${JSON.stringify(text)}; expected seconds`, `${what}; ${usual} without it`);
}
