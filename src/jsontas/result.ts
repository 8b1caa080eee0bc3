import type { Path } from '../json/parse.js';
import { Failure } from './failure.js';
import type { Value } from './value.js';

/** A result that cannot be handed on, and where in it. */
export interface Flaw {
  readonly path: Path;
  readonly what: string;
}

/** Values in the JSON text of a result. A few lines that repeat one another can ask for more than any memory holds. */
const most = 50_000_000;
/** Flaws named at once. */
const enough = 10;

/**
 * What keeps a result from being JSON: failures, values that contain themselves, more text than anybody could store. Each value is looked at once,
 * however often it is referred to.
 */
export function flawsIn(result: Value): readonly (Flaw | Failure)[] {
  if (isSound(result)) return [];
  const flaws: (Flaw | Failure)[] = [];
  const sizes = new Map<Value, number>();
  const path: (string | number)[] = [];
  const sizeOf = (value: Value): number => {
    if (value === null || typeof value !== 'object') return 1;
    if (value instanceof Failure) {
      if (flaws.length < enough && !flaws.includes(value)) flaws.push(value);
      return 1;
    }
    const known = sizes.get(value);
    if (known !== undefined) {
      if (known === open && flaws.length < enough) flaws.push({ path: [...path], what: 'contains itself' });
      return Math.max(known, 1);
    }
    sizes.set(value, open);
    let size = 1;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const element = value[i] as Value;
        if (typeof element !== 'object' || element === null) size++;
        else {
          path.push(i);
          size += sizeOf(element);
          path.pop();
        }
      }
    } else
      for (const [name, member] of value) {
        if (typeof member !== 'object' || member === null) size++;
        else {
          path.push(name);
          size += sizeOf(member);
          path.pop();
        }
      }
    sizes.set(value, size);
    return size;
  };
  if (sizeOf(result) > most && flaws.length === 0)
    flaws.push({ path: [], what: `the result refers to the same values so often that its text would hold more than ${most} of them` });
  return flaws;
}

const open = -1;

/** Values looked at, and levels, before it is worth remembering what was met. */
const few = 2_000_000;
const deepest = 2_000;

/** Whether a value is sound, found out by going through it as if it were a tree; false also when that takes too long. */
function isSound(result: Value): boolean {
  let left = few;
  const sound = (value: object, depth: number): boolean => {
    if (value instanceof Failure || depth > deepest) return false;
    if (Array.isArray(value)) {
      if ((left -= value.length) < 0) return false;
      for (const element of value as Value[])
        if (typeof element === 'object' && element !== null && !sound(element, depth + 1)) return false;
      return true;
    }
    const members = value as ReadonlyMap<string, Value>;
    if ((left -= members.size) < 0) return false;
    for (const member of members.values()) if (typeof member === 'object' && member !== null && !sound(member, depth + 1)) return false;
    return true;
  };
  return typeof result !== 'object' || result === null || sound(result, 0);
}
