import { Renamed, type Structure } from './structure.js';
import { kindOf } from './value.js';
import { wordsOf } from './words.js';

/** `$from`: what a path finds in a value, null when nothing (jsontas.md 6.3). */
export const from: Structure = (parameters, scope) => {
  const item = parameters.get('item') ?? null;
  scope.dataset.set('item', item);
  // Evaluation has already looked "$item.id" up in the item that an earlier structure left; what was written is what is meant.
  const raw = scope.raw();
  const written = raw instanceof Map ? raw.get('get') : undefined;
  const get = typeof written === 'string' && written.startsWith('$item.') ? written : (parameters.get('get') ?? null);
  if (get === null) return new Renamed('from', null);
  if (typeof get !== 'string') throw new Error(`its "get" is ${kindOf(get)}; expected the text of a path`);
  const path = get.startsWith('$item.') ? get : `$item.${get}`;
  return scope.find(item, wordsOf(path).slice(1));
};
