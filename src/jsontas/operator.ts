import type { Log } from '../host/log.js';
import { didYouMean } from '../host/nearest.js';
import { equal } from './equal.js';
import { matchesAtStart } from './regex/match.js';
import type { Structure } from './structure.js';
import { kindOf, type Value } from './value.js';

type Compare = (key: Value, value: Value, log: Log) => boolean;

const comparisons: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['$eq', equal],
  ['$in', (key, value) => isIn(key, value) ?? false],
  ['$notin', (key, value) => !(isIn(key, value) ?? true)],
  ['$startswith', (key, value) => typeof key === 'string' && typeof value === 'string' && key.startsWith(value)],
  ['$regex', (key, value, log) => typeof key === 'string' && typeof value === 'string' && matches(value, key, log)],
]);

/** `$eq`, `$in`, …: in the member `operator` these are words of the language, whatever the dataset holds (jsontas.md 6.1). */
export const operatorNames: ReadonlySet<string> = new Set(comparisons.keys());

/** `$operator`: compares `key` with `value` (jsontas.md 6.1). */
export const operator: Structure = (parameters, { log }) =>
  comparisonOf(parameters.get('operator'))(parameters.get('key') ?? null, parameters.get('value') ?? null, log);

/** The comparison of this name. What cannot be compared is false, not an error. @throws {Error} for an unknown name */
export function comparisonOf(name: Value | undefined): Compare {
  const comparison = typeof name === 'string' ? comparisons.get(name) : undefined;
  if (comparison) return comparison;
  const hint = typeof name === 'string' ? didYouMean(name, [...operatorNames]) : '';
  throw new Error(`its "operator" is ${kindOf(name)}; expected one of ${[...operatorNames].join(', ')}.${hint}`);
}

/** A pattern that Python would refuse matches nothing, with a warning. @throws {TooLong} */
function matches(pattern: string, text: string, log: Log): boolean {
  try {
    return matchesAtStart(pattern, text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    log.warning('$regex: the pattern is invalid, so it matches nothing', { pattern, reason: error.message });
    return false;
  }
}

/** Whether it makes sense to ask, and then whether it is so: undefined for what holds nothing, or a number in a text. */
function isIn(key: Value, value: Value): boolean | undefined {
  if (Array.isArray(value)) return value.some((element) => equal(element, key));
  if (value instanceof Map) return Array.isArray(key) || key instanceof Map ? undefined : typeof key === 'string' && value.has(key);
  return typeof value === 'string' && typeof key === 'string' ? value.includes(key) : undefined;
}
