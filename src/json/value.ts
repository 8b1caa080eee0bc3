// JSON text and values, knowing nothing of ETOS. In: text. Out: values that keep the order and the names of the text (`__proto__` and "10" are
// ordinary names), the places of values in the text, and text again. What a document means does not belong here.

/** A JSON value. Objects are maps, because a plain object moves integer-like names to the front and order is meaning (jsontas.md 11.5). */
export type JsonValue = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = JsonValue[];
export type JsonObject = Map<string, JsonValue>;

export function isObject(value: unknown): value is JsonObject {
  return value instanceof Map;
}

/** A value of plain objects, as `JSON.parse` gives it, as a value of maps. What JSON cannot say becomes null, as in `JSON.stringify`. */
export function fromPlain(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(fromPlain);
  if (value instanceof Map) return new Map([...(value as Map<string, unknown>)].map(([name, member]) => [name, fromPlain(member)]));
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return new Map(members.map(([name, member]) => [name, fromPlain(member)]));
  }
  return null;
}

/** A value of maps as one of plain objects, for code and schemas that know no others. */
export function toPlain(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isObject(value)) return value;
  const plain: Record<string, unknown> = {};
  // defineProperty, because an assignment to `__proto__` would change the object instead of adding a member.
  for (const [name, member] of value)
    Object.defineProperty(plain, name, { value: toPlain(member), enumerable: true, writable: true, configurable: true });
  return plain;
}

/** The text of a member, or of a number or boolean as JSON has it; the fallback for everything else. */
export function textOf(value: JsonValue | undefined, fallback = ''): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : fallback;
}
