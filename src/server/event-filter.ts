import { messageOf } from '../host/errors.js';

/** Whether a value, an event or a part of one, is what a filter asks for. */
export type Filter = (value: unknown) => boolean;
type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a search of an event repository (eiffel.md 8.3): a MongoDB filter as JSON, in which every `'` stands for `"`. Nothing, and `null`, is everything.
 * @throws {Error} with what is wrong
 */
export function readSearch(search: string | null | undefined): Filter {
  if (search === undefined || search === null) return () => true;
  let filter: unknown;
  try {
    filter = JSON.parse(search.replaceAll("'", '"'));
  } catch (error) {
    throw new Error(`search is not JSON: ${messageOf(error)}`, { cause: error });
  }
  if (filter === null) return () => true;
  return matching(objectIn(filter, 'search'));
}

function matching(filter: Json): Filter {
  const conditions = Object.entries(filter).map(([name, condition]): Filter => {
    if (name === '$and') return all(several(condition, name).map(matching));
    if (name === '$or') return any(several(condition, name).map(matching));
    if (name === '$nor') return not(any(several(condition, name).map(matching)));
    if (name.startsWith('$')) throw new Error(`unknown operator ${name}`);
    const path = name.split('.');
    const accepts = conditionOf(condition);
    return (value) => accepts(valuesAt(value, path));
  });
  return all(conditions);
}

/** What a path leads to: the value itself, and each element where it is a list, as MongoDB has it. */
interface Found {
  readonly values: readonly unknown[];
  readonly exists: boolean;
}

type Condition = (found: Found) => boolean;

function conditionOf(condition: unknown): Condition {
  if (!isOperators(condition))
    return ({ values, exists }) => values.some((value) => isEqual(value, condition)) || (condition === null && !exists);
  const { $options: options = '', ...operators } = condition;
  const conditions = Object.entries(operators).map(([name, operand]) => operatorOf(name, operand, String(options)));
  return (found) => conditions.every((accepts) => accepts(found));
}

function operatorOf(name: string, operand: unknown, options: string): Condition {
  const some =
    (accepts: Filter): Condition =>
    ({ values }) =>
      values.some(accepts);
  const compare = (holds: (order: number) => boolean): Condition =>
    some((value) => {
      const order = orderOf(value, operand);
      return order !== undefined && holds(order);
    });
  switch (name) {
    case '$eq':
      return conditionOf(operand);
    case '$ne':
      return negated(conditionOf(operand));
    case '$not':
      return negated(conditionOf(objectIn(operand, name)));
    case '$in':
      return anyOf(listIn(operand, name).map(conditionOf));
    case '$nin':
      return negated(anyOf(listIn(operand, name).map(conditionOf)));
    case '$all': {
      const conditions = listIn(operand, name).map(conditionOf);
      return (found) => conditions.every((accepts) => accepts(found));
    }
    case '$lt':
      return compare((order) => order < 0);
    case '$lte':
      return compare((order) => order <= 0);
    case '$gt':
      return compare((order) => order > 0);
    case '$gte':
      return compare((order) => order >= 0);
    case '$exists':
      return ({ exists }) => exists === Boolean(operand);
    case '$size':
      return some((value) => Array.isArray(value) && value.length === operand);
    case '$regex': {
      if (typeof operand !== 'string') throw new Error('$regex wants text');
      // MongoDB's own syntax may begin with its options.
      const [, inline = '', expression = ''] = /^(?:\(\?([a-z]+)\))?(.*)$/s.exec(operand) ?? [];
      const pattern = new RegExp(expression, [...new Set((options + inline).replaceAll(/[^imsu]/g, ''))].join(''));
      return some((value) => typeof value === 'string' && pattern.test(value));
    }
    case '$elemMatch': {
      const filter = objectIn(operand, name);
      const accepts = isOperators(filter)
        ? (
            (own) => (value: unknown) =>
              own({ values: [value], exists: true })
          )(conditionOf(filter))
        : matching(filter);
      return some((value) => Array.isArray(value) && value.some(accepts));
    }
    default:
      throw new Error(`unknown operator ${name}`);
  }
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): Found {
  if (name === undefined) return { values: Array.isArray(value) ? [value, ...(value as readonly unknown[])] : [value], exists: true };
  const nodes = Array.isArray(value) && !/^\d+$/.test(name) ? (value as readonly unknown[]) : [value];
  const found = nodes.flatMap((node) =>
    typeof node === 'object' && node !== null && Object.hasOwn(node, name) ? [valuesAt((node as Json)[name], rest)] : [],
  );
  return { values: found.flatMap(({ values }) => values), exists: found.some(({ exists }) => exists) };
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([name, value], n) => right[n]?.[0] === name && isEqual(value, right[n][1]))
  );
}

function orderOf(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

function isOperators(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).some((name) => name.startsWith('$'));
}

const all =
  (filters: readonly Filter[]): Filter =>
  (value) =>
    filters.every((accepts) => accepts(value));
const any =
  (filters: readonly Filter[]): Filter =>
  (value) =>
    filters.some((accepts) => accepts(value));
const not =
  (filter: Filter): Filter =>
  (value) =>
    !filter(value);
const negated =
  (condition: Condition): Condition =>
  (found) =>
    !condition(found);
const anyOf =
  (conditions: readonly Condition[]): Condition =>
  (found) =>
    conditions.some((accepts) => accepts(found));

function several(value: unknown, name: string): readonly Json[] {
  return listIn(value, name).map((element) => objectIn(element, name));
}

function listIn(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new Error(`${name} wants a list`);
}

function objectIn(value: unknown, name: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new Error(`${name} wants an object`);
}
