import type { JsonValue } from '../json/value.js';
import { Failure } from './failure.js';
import { flawsIn } from './result.js';
import type { Value } from './value.js';

/** A value that goes out of the evaluation as text. @throws {Error} when it holds a failure, or contains itself */
export function jsonOf(value: Value): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const [flaw] = flawsIn(value);
  if (flaw instanceof Failure) throw new Error(`it needs ${flaw.query}, which failed: ${flaw.cause}`);
  if (flaw) throw new Error(`its value ${flaw.what}`);
  return value as JsonValue;
}
