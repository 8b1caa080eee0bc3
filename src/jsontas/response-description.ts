import type { JsonValue } from '../json/value.js';
import type { Value } from './value.js';

/** A header collection: names are kept in lower case and found in any (jsontas.md 8.3). */
export class Headers extends Map<string, Value> {
  override get(name: string): Value | undefined {
    return super.get(name) ?? super.get(name.toLowerCase());
  }
}

/** What `$request` gives (jsontas.md 8.3). A word that is none of its members is looked up in its `json` (8.4). */
export class ResponseDescription extends Map<string, Value> {}

/** The JSON of a response description; any other value as it is. For whoever accepts the shape that the users' documents show (jsontas.md 8.4). */
export function bodyOf<T extends Value | JsonValue>(value: T): T {
  return value instanceof ResponseDescription ? ((value.get('json') ?? null) as T) : value;
}
