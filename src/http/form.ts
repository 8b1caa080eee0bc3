import { printJson, printNumber } from '../json/print.js';
import { isObject, type JsonValue } from '../json/value.js';
import { percentEncode } from './url.js';

/**
 * Parameters as an HTML form: `a=1&b=x+y`, in UTF-8. Objects and lists of pairs; members with null are left out, a list repeats the name
 * without its nulls, an object contributes its names, true and false are `True` and `False` (jsontas.md 8.2, `params` and `data`). Text is
 * given back as it is.
 * @throws {TypeError} with a sentence for a value that is none of these
 */
export function printForm(form: JsonValue): string {
  if (typeof form === 'string') return form;
  return pairsOf(form)
    .flatMap(([name, value]) => elementsOf(value).map((element) => `${encode(name)}=${encode(print(element))}`))
    .join('&');
}

/** A URL with parameters behind the query that it has already, before its fragment. Text is appended as it is. */
export function withParameters(url: string, parameters: JsonValue): string {
  const query = printForm(parameters);
  if (query === '') return url;
  const hash = url.indexOf('#');
  const [address, fragment] = hash < 0 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
  const joint = !address.includes('?') ? '?' : /\?$/.test(address) ? '' : '&';
  return `${address}${joint}${query}${fragment}`;
}

function pairsOf(form: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (form === null) return [];
  if (isObject(form)) return [...form];
  if (!Array.isArray(form)) throw new TypeError(`parameters are ${printJson(form)}; expected an object, a list of pairs or text`);
  return form.map((pair) => {
    const [name, value] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    if (name === undefined || value === undefined)
      throw new TypeError(`a parameter is ${printJson(pair)}; expected a pair such as ["name", "value"]`);
    return [print(name), value];
  });
}

function elementsOf(value: JsonValue): readonly JsonValue[] {
  if (isObject(value)) return [...value.keys()];
  if (!Array.isArray(value)) return value === null ? [] : [value];
  // A list in a list repeats the name too, as the encoder below the reference's client does.
  return value
    .filter((element) => element !== null)
    .flatMap((element) => (Array.isArray(element) ? element : isObject(element) ? [...element.keys()] : [element]));
}

function print(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return printNumber(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return printJson(value);
}

function encode(text: string): string {
  return percentEncode(text, /[\w.~-]/).replaceAll('%20', '+');
}
