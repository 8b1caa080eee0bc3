import type { Structure } from './structure.js';
import { kindOf } from './value.js';

/** `$reduce`: the first `to` elements, or all but the last for a negative one (jsontas.md 6.5). */
export const reduce: Structure = (parameters) => {
  const list = parameters.get('list') ?? null;
  const to = parameters.has('to') ? (parameters.get('to') ?? null) : 1;
  if (to !== null && !(typeof to === 'number' && Number.isInteger(to)))
    throw new Error(`its "to" is ${kindOf(to)}; expected a whole number`);
  const end = to ?? undefined;
  // Python counts characters, not halves of them.
  if (typeof list === 'string') return [...list].slice(0, end).join('');
  if (!Array.isArray(list)) throw new Error(`its "list" is ${kindOf(list)}; expected a list`);
  return list.slice(0, end);
};
