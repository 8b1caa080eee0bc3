import { printNumber } from '../json/print.js';
import { Failure } from './failure.js';
import type { Structure } from './structure.js';
import { kindOf, type Value } from './value.js';

/** `$join`: the elements of `strings` as text, one behind the other, as Python spells them: `True`, `None` (jsontas.md 9, 11.3). */
export const join: Structure = (parameters) => {
  const strings = parameters.get('strings') ?? null;
  const elements = strings instanceof Map ? [...strings.keys()] : typeof strings === 'string' ? [strings] : strings;
  if (!Array.isArray(elements)) throw new Error(`its "strings" are ${kindOf(strings)}; expected a list`);
  const texts = elements.map(textOf);
  if (texts.reduce((length, text) => length + text.length, 0) > longest)
    throw new Error(`the text would be longer than ${longest} characters`);
  return texts.join('');
};

const longest = 1 << 26;

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return printNumber(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Failure) throw new Error(`it needs ${value.query}, which failed: ${value.cause}`);
  throw new Error(`"strings" holds ${kindOf(value)}; expected texts, numbers and the like. $json_dumps makes text of an object`);
}
