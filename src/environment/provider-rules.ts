import { didYouMean } from '../host/nearest.js';
import { placesIn, printPath, type Path } from '../json/parse.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.js';
import { firstWord } from './first-word.js';
import { generations } from './instructions.js';
import { itemRules } from './item-rules.js';
import { kindOfTopKey, type ProviderKind } from './provider-kind.js';
import { datasetWords, methodWords, operatorWords, structureForms, type Form } from './structure-forms.js';

interface Problem {
  readonly path: Path;
  readonly what: string;
  readonly of?: 'name' | 'value';
}

/**
 * What is wrong with a provider beyond its schema, as far as it can be seen without evaluating it: `file:line:column: path …`, all at once.
 * @param names that the user's dataset has; a provider may use them as keys
 */
export function brokenRules(document: JsonObject, text: string, source: string, names: ReadonlySet<string> = new Set()): readonly string[] {
  const problems = [...document].flatMap(([topKey, body]) => {
    if (!isObject(body)) return [];
    if (body.get('type') === 'external') return hostProblems(body, [topKey]);
    const parts = ['list', 'checkout', 'checkin', 'prepare'].flatMap((part) => walk(body.get(part) ?? null, [topKey, part], names));
    return [...parts, ...listProblems(kindOfTopKey(topKey), body, [topKey, 'list'])];
  });
  const at = placesIn(text);
  return problems.map(({ path, what, of = 'value' }) => {
    const { line, column } = at(path, of);
    return `${source}:${line}:${column}: ${printPath(path)} ${what}`;
  });
}

function hostProblems(body: JsonObject, path: Path): readonly Problem[] {
  return ['start', 'status', 'stop'].flatMap((name) => {
    const service = body.get(name);
    const host = isObject(service) ? service.get('host') : undefined;
    if (typeof host === 'string' && /^https?:$/.test(URL.canParse(host) ? new URL(host).protocol : '')) return [];
    return [{ path: [...path, name, 'host'], what: `is ${shown(host ?? null)}; expected an http or https address` }];
  });
}

/** Looks at every structure in a value. */
function walk(value: JsonValue, path: Path, names: ReadonlySet<string>): readonly Problem[] {
  if (Array.isArray(value)) return value.flatMap((element, n) => walk(element, [...path, n], names));
  if (!isObject(value)) return [];
  return [...value].flatMap(([key, member]) => {
    const here = [...path, key];
    return [...(key.startsWith('$') ? queryProblems(key, member, here, names) : []), ...walk(member, here, names)];
  });
}

function queryProblems(key: string, member: JsonValue, path: Path, names: ReadonlySet<string>): readonly Problem[] {
  const word = firstWord(key);
  // A name of the dataset hides a structure; `$decrypt` is for the test runner.
  if (names.has(word) || word === 'decrypt') return [];
  const form = Object.hasOwn(structureForms, word) ? structureForms[word] : undefined;
  if (!form) {
    if (datasetWords.includes(word)) return [];
    const structures = Object.keys(structureForms).map((name) => `$${name}`);
    const near = didYouMean(`$${word}`, structures);
    return [
      {
        path,
        what: `is no structure; there are ${structures.join(', ')}. A name of your dataset must be given with it.${near}`,
        of: 'name',
      },
    ];
  }
  if (isDynamic(member)) return [];
  if (!isObject(member)) return [{ path, what: `is ${shown(member)}; expected an object with its parameters` }];
  const missing = form.needs.filter((name) => !member.has(name)).map((name) => ({ path, what: `has no "${name}"`, of: 'name' as const }));
  const wrong = [...member].flatMap(([name, value]) => {
    const takes = Object.hasOwn(form.takes, name) ? form.takes[name] : undefined;
    if (takes !== undefined) return parameterProblems(value, takes, [...path, name], names);
    const known = Object.keys(form.takes);
    return form.closed
      ? [
          {
            path: [...path, name],
            what: `is no parameter of $${word}; expected ${known.join(', ')}.${didYouMean(name, known)}`,
            of: 'name' as const,
          },
        ]
      : [];
  });
  return [...missing, ...wrong];
}

function parameterProblems(value: JsonValue, form: Form, path: Path, names: ReadonlySet<string>): readonly Problem[] {
  if (form === 'operator') return operatorProblems(value, path, names);
  if (isDynamic(value)) return [];
  const expected = (what: string): readonly Problem[] => [{ path, what: `is ${shown(value)}; expected ${what}` }];
  const oneOf = (words: readonly string[], text: JsonValue = value): readonly Problem[] =>
    typeof text === 'string' && words.includes(text)
      ? []
      : expected(`${words.join(', ')}.${typeof text === 'string' ? didYouMean(text, words) : ''}`);
  switch (form) {
    case 'any':
      return [];
    case 'text':
      return typeof value === 'string' ? [] : expected('text');
    case 'number':
      return typeof value === 'number' ? [] : expected('a number');
    case 'amount':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? [] : expected('a whole number, such as "$amount"');
    case 'object':
      return isObject(value) ? [] : expected('an object');
    case 'list':
      return Array.isArray(value) ? [] : expected('a list');
    case 'method':
      return oneOf(methodWords, typeof value === 'string' ? value.toUpperCase() : value);
    case 'generation':
      return oneOf(generations);
    case 'test runner':
      return oneOf(['image', 'embedded']);
    case 'test':
      return testProblems(value, path, names);
    case 'tests':
      return Array.isArray(value)
        ? value.flatMap((one, n) => testProblems(one, [...path, n], names))
        : path.at(-1) === 'if'
          ? testProblems(value, path, names)
          : expected('a list of objects with key, operator and value');
  }
}

/** One comparison of a condition or a filter. */
function testProblems(value: JsonValue, path: Path, names: ReadonlySet<string>): readonly Problem[] {
  if (isDynamic(value)) return [];
  if (!isObject(value)) return [{ path, what: `is ${shown(value)}; expected an object with key, operator and value` }];
  const missing = ['key', 'operator'].filter((name) => !value.has(name)).map((name) => ({ path, what: `has no "${name}"` }));
  return [...missing, ...(value.has('operator') ? operatorProblems(value.get('operator') ?? null, [...path, 'operator'], names) : [])];
}

function operatorProblems(value: JsonValue, path: Path, names: ReadonlySet<string>): readonly Problem[] {
  if (typeof value === 'string' && (operatorWords.includes(value) || names.has(firstWord(value)))) return [];
  const query = typeof value === 'string' && !value.startsWith('$') ? `$${value}` : value;
  const near =
    typeof query !== 'string' ? '' : operatorWords.includes(query) ? ` Did you mean ${query}?` : didYouMean(query, operatorWords);
  return [{ path, what: `is ${shown(value)}; expected ${operatorWords.join(', ')}.${near}` }];
}

function listProblems(kind: ProviderKind, body: JsonObject, path: Path): readonly Problem[] {
  const list = body.get('list');
  if (!isObject(list)) return [];
  const [possible, available] = [list.get('possible') ?? null, list.get('available') ?? null];
  const problems: Problem[] = [];
  for (const [name, value] of [
    ['possible', possible],
    ['available', available],
  ] as const) {
    if (typeof value === 'string' && !value.startsWith('$'))
      problems.push({ path: [...path, name], what: `is the text ${shown(value)}; expected a list, or a query that gives one` });
    if (isObject(value) && !isDynamic(value))
      problems.push({ path: [...path, name], what: 'is an object; expected a list, or a query that gives one' });
    if (Array.isArray(value))
      value.forEach(
        (item, n) =>
          isObject(item) || isDynamic(item) || problems.push({ path: [...path, name, n], what: `is ${shown(item)}; expected an object` }),
      );
  }
  const names = [...list.keys()];
  if (names.indexOf('available') < names.indexOf('possible') && JSON.stringify(toText(available)).includes('$this.possible'))
    problems.push({
      path: [...path, 'available'],
      what: 'refers to $this.possible, which stands after it and is not evaluated yet; put it after',
      of: 'name',
    });
  // What a checkout adds cannot be seen here.
  if (isObject(body.get('checkout'))) return problems;
  const from = available === '$this.possible' ? (['possible', possible] as const) : (['available', available] as const);
  return [...problems, ...itemProblems(kind, from[1], [...path, from[0]])];
}

function itemProblems(kind: ProviderKind, items: JsonValue, path: Path): readonly Problem[] {
  const { members, hint } = itemRules[kind];
  const check = (item: JsonValue, at: Path): readonly Problem[] =>
    isObject(item) && !isDynamic(item)
      ? members.filter((name) => !item.has(name)).map((name) => ({ path: at, what: `has no "${name}": ${hint}` }))
      : [];
  if (Array.isArray(items)) return items.flatMap((item, n) => check(item, [...path, n]));
  const expand = isObject(items) ? items.get('$expand') : undefined;
  return isObject(expand) ? check(expand.get('value') ?? null, [...path, '$expand', 'value']) : [];
}

/** Whether only evaluating tells what it is. */
function isDynamic(value: JsonValue): boolean {
  return typeof value === 'string' ? value.startsWith('$') : isObject(value) && [...value.keys()].some((name) => name.startsWith('$'));
}

function shown(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : JSON.stringify(value);
}

function toText(value: JsonValue): unknown {
  return isObject(value) ? [...value].map(([name, member]) => [name, toText(member)]) : Array.isArray(value) ? value.map(toText) : value;
}
