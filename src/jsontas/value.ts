import type { JsonValue } from '../json/value.js';
import type { Failure } from './failure.js';

/** A value while a document is evaluated: JSON, or the mark of a structure that failed. Maps and lists are filled in place and shared (jsontas.md 2.3). */
export type Value = null | boolean | number | string | ValueList | ValueObject | Failure;
export type ValueList = Value[];
export type ValueObject = Map<string, Value>;

/**
 * Names and what queries find under them. It outlives a run: `this`, `previous`, `item`, `response`, `query_tree`, `expand_index` and `expand_value`
 * are left behind for the next one (jsontas.md 2.1, 4). A name in it hides the structure of that name.
 */
export type Dataset = ValueObject;

/** Whether a value counts as true: as in Python, empty lists and objects do not (jsontas.md 11.1). */
export function isTruthy(value: Value): boolean {
  if (value === null || value === false || value === 0 || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(value instanceof Map) || value.size > 0;
}

/** What a value is, for messages. */
export function kindOf(value: Value | JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Map) return 'an object';
  if (typeof value === 'object') return 'a failed structure';
  return typeof value === 'string' ? `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}` : String(value);
}
