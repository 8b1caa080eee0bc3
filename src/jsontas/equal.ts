import { Failure } from './failure.js';
import type { Value } from './value.js';

/** Comparisons of one pair; lists and objects that refer to each other again and again could ask for any number. */
const most = 10_000_000;

/**
 * Deep, typed equality: text never equals a number, true never 1, and the order of members is no matter (jsontas.md 11.2, 14). A failure equals nothing.
 * @throws {Error} when the values are too large to compare, or contain themselves
 */
export function equal(one: Value, other: Value): boolean {
  let left = most;
  const same = (a: Value, b: Value): boolean => {
    if (a instanceof Failure || b instanceof Failure) return false;
    if (a === b) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (left-- === 0) throw new Error('the values are too large to compare');
    if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((element, i) => same(element, b[i] as Value));
    if (Array.isArray(b) || a.size !== b.size) return false;
    for (const [name, member] of a) {
      const twin = b.get(name);
      if (twin === undefined || !same(member, twin)) return false;
    }
    return true;
  };
  return same(one, other);
}
