import { Failure } from './failure.js';
import { PackageUrl } from './identity-value.js';
import { ResponseDescription } from './response-description.js';
import type { Value, ValueList } from './value.js';

/** What following words found. `missing`: below an object, where a query keeps its text; `nothing`: below a list, where it becomes null (jsontas.md 3.3). */
export type Found = Value | typeof missing;
export const missing = Symbol('missing');

/** Follows words below a value (jsontas.md 3.2). */
export function follow(below: Value, words: readonly string[], from = 0): Found {
  let value = below;
  for (let i = from; i < words.length; i++) {
    const word = words[i] as string;
    // What is below a failure has failed as well.
    if (value instanceof Failure) return value;
    const found = lookUp(value, word);
    if (found !== null && found !== undefined) value = found;
    else if (found === undefined) return null;
    else if (Array.isArray(value)) {
      const mapped = mapOver(value, word);
      if (mapped === undefined) return null;
      value = mapped;
    } else return missing;
  }
  return value;
}

/** One word in one value (jsontas.md 3.4): null when there is no such thing, undefined when an index is out of range. */
function lookUp(value: Value, word: string): Value | undefined {
  if (value instanceof Map) {
    if (value instanceof ResponseDescription && !value.has(word)) return inBody(value, word);
    return value.get(word) ?? null;
  }
  if (!Array.isArray(value)) return null;
  if (value instanceof PackageUrl) {
    const field = value.field(word);
    if (field !== undefined) return field;
  }
  if (word.includes(':')) return slice(value, word);
  if (!integer.test(word)) return null;
  return value.at(Number(word));
}

function inBody(response: ResponseDescription, word: string): Value {
  const found = follow(response.get('json') ?? null, [word]);
  return found === missing ? null : found;
}

// Python takes underscores and the digits of any script as well; nobody writes them.
const integer = /^-?[0-9]+$/;

function slice(list: ValueList, word: string): ValueList {
  const [from = '', to = ''] = word.split(':', 2);
  return list.slice(integer.test(from) ? Number(from) : 0, integer.test(to) ? Number(to) : undefined);
}

/** The word in every element, one level deep; undefined when there is nothing in any, or an index is out of range in one. */
function mapOver(list: ValueList, word: string): ValueList | undefined {
  const found: ValueList = [];
  let any = false;
  for (const element of list) {
    const value = lookUp(element, word);
    if (value === undefined) return undefined;
    any ||= value !== null;
    found.push(value);
  }
  return any ? found : undefined;
}
