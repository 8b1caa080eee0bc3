import { comparisonOf } from './operator.js';
import { bodyOf } from './response-description.js';
import type { Answer, Scope, Steps } from './structure.js';
import { kindOf, type Value, type ValueObject } from './value.js';
import { wordsOf } from './words.js';

/** `$filter`: the items for which every filter is true (jsontas.md 6.4). The answer of a request counts as its JSON (8.4). */
export function* filter(parameters: ValueObject, scope: Scope): Steps<Answer> {
  const items = bodyOf(parameters.get('items') ?? null);
  if (!Array.isArray(items) || items.length === 0) return [];
  const tests = testsOf(parameters, scope);
  const kept: Value[] = [];
  let breathed = scope.clock.now();
  for (const item of items) {
    // One pattern may take a fraction of a second; ten thousand of them must still hear a cancel.
    if (scope.clock.now() - breathed > 50) {
      yield scope.breathe();
      breathed = scope.clock.now();
    }
    scope.dataset.set('item', item);
    if (tests.every((holds) => holds(item))) kept.push(item);
  }
  return kept;
}

type Test = (item: Value) => boolean;

function testsOf(parameters: ValueObject, scope: Scope): readonly Test[] {
  const filters = parameters.get('filters') ?? null;
  if (!Array.isArray(filters))
    throw new Error(`its "filters" is ${kindOf(filters)}; expected a list of objects with key, operator and value`);
  const raw = scope.raw();
  const written = raw instanceof Map ? raw.get('filters') : undefined;
  // A filter that no item comes to is not looked at, as in the original.
  return filters.map((one, n) => {
    let test: Test | undefined;
    return (item) => (test ??= testOf(one, Array.isArray(written) ? (written[n] ?? null) : null, n, scope))(item);
  });
}

function testOf(one: Value, raw: Value, n: number, scope: Scope): Test {
  if (!(one instanceof Map)) throw new Error(`filter ${n} is ${kindOf(one)}; expected an object with key, operator and value`);
  const words = pathOf(one, raw, n);
  const compare = comparisonOf(one.get('operator'));
  const value = one.get('value') ?? null;
  return (item) => {
    const holds = compare(scope.find(item, words), value, scope.log);
    scope.dataset.set('previous', holds);
    return holds;
  };
}

/** The path below the item. It may be written with `$item.` before it, and then means what is written, not what an earlier item had there. */
function pathOf(one: ValueObject, raw: Value, n: number): readonly string[] {
  const written = raw instanceof Map ? raw.get('key') : undefined;
  const key = typeof written === 'string' && written.startsWith('$item.') ? written : one.get('key');
  if (typeof key !== 'string') throw new Error(`the "key" of filter ${n} is ${kindOf(key)}; expected the text of a path below the item`);
  return wordsOf(key.startsWith('$item.') ? key : `$item.${key}`).slice(1);
}
