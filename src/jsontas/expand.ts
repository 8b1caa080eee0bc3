import type { Steps, Answer, Scope } from './structure.js';
import { kindOf, type Value, type ValueObject } from './value.js';

/**
 * `$expand`: `to` evaluations of `value` (jsontas.md 7.1). The ordinary evaluation of the parameters has happened before and is thrown away: with a
 * request inside there is one more than `to`, as providers know it.
 */
export function* expand(parameters: ValueObject, scope: Scope): Steps<Answer> {
  const to = parameters.has('to') ? (parameters.get('to') ?? null) : 0;
  const count = to === true ? 1 : to === false ? 0 : to;
  if (typeof count !== 'number' || !Number.isInteger(count)) throw new Error(`its "to" is ${kindOf(to)}; expected a whole number`);
  if (count <= 0) return [];
  if (count > most) throw new Error(`its "to" is ${count}; no more than ${most} values can be made`);
  const raw = scope.raw();
  if (!(raw instanceof Map))
    throw new Error('its parameters come from a query, but must be written out where it is used, to be evaluated again');
  const value = raw.get('value') ?? null;
  const values: Value[] = [];
  for (let i = 0; i < count; i++) {
    scope.dataset.set('expand_index', i);
    values.push(yield* scope.evaluateAgain('value', value, (copy) => scope.dataset.set('expand_value', copy)));
  }
  return values;
}

const most = 1_000_000;
