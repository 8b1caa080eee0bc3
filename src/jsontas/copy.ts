import type { JsonValue } from '../json/value.js';
import { PackageUrl } from './identity-value.js';
import { Headers, ResponseDescription } from './response-description.js';
import type { Value, ValueObject } from './value.js';

/**
 * A copy that shares nothing with the original but texts and numbers; what occurs twice in the original occurs twice in the copy, as one value.
 * Headers, response descriptions and the identity keep their ways.
 */
export function copyOf<T extends Value | JsonValue>(value: T): T {
  return copy(value, undefined) as T;
}

function copy(value: Value, met: Map<Value, Value> = new Map()): Value {
  if (value === null || typeof value !== 'object') return value;
  const known = met.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const twin: Value[] = value instanceof PackageUrl ? new PackageUrl() : [];
    met.set(value, twin);
    for (const element of value) twin.push(copy(element, met));
    return twin;
  }
  if (!(value instanceof Map)) return value;
  const twin =
    value instanceof ResponseDescription ? new ResponseDescription() : value instanceof Headers ? new Headers() : new Map<string, Value>();
  met.set(value, twin);
  for (const [name, member] of value) twin.set(name, copy(member, met));
  return twin;
}
