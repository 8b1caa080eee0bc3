import type { JsonValue } from '../json/value.js';

const fields = ['type', 'namespace', 'name', 'version', 'qualifiers', 'subpath'] as const;

/**
 * A package URL as queries see it (jsontas.md 3.4): a list of six that also knows its elements by name, so an absent part is null instead of the text
 * of the query.
 */
export class PackageUrl extends Array<JsonValue> {
  // What is made of it (a slice, a map) is an ordinary list.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** The element of this name; undefined when there is no such field. */
  field(name: string): JsonValue | undefined {
    const at = fields.indexOf(name as (typeof fields)[number]);
    return at < 0 ? undefined : (this[at] ?? null);
  }
}

/** What the dataset's `identity` has to be. Absent parts are null, absent qualifiers an empty object (jsontas.md 12.2). */
export function identityValue(identity: {
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly subpath?: string;
}): PackageUrl {
  const value = new PackageUrl();
  for (const name of fields) value.push(name === 'qualifiers' ? new Map(Object.entries(identity.qualifiers)) : (identity[name] ?? null));
  return value;
}
