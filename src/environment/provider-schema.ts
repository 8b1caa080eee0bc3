import type { ErrorObject, ValidateFunction } from 'ajv';
import schema from '../../schemas/provider.schema.json' with { type: 'json' };
import { didYouMean } from '../host/nearest.js';
import { placesIn, printPath, type Path } from '../json/parse.js';
import { conforms } from './conforms.generated.js';
import { isObject, toPlain, type JsonValue } from '../json/value.js';

let compiled: Promise<ValidateFunction> | undefined;

/**
 * What is wrong with a provider document: `file:line:column: path …`, all at once, by the published schema.
 * @param topKey the key that the wanted kind of provider has; without it any of the three
 */
export async function problemsIn(document: JsonValue, text: string, source: string, topKey?: string): Promise<readonly string[]> {
  const at = placesIn(text);
  const problem = (path: Path, what: string, of: 'name' | 'value' = 'value'): string => {
    const { line, column } = at(path, of);
    return `${source}:${line}:${column}: ${printPath(path)} ${what}`;
  };
  const known = Object.keys(schema.properties);
  if (!isObject(document)) return [problem([], `is ${typeName(document)}; expected an object with one key: ${known.join(', ')}`)];
  const keys = [...document.keys()];
  const unknown = keys.filter((key) => !known.includes(key));
  // A slip in one name is told where it stands; a document that has nothing of a provider is told so once.
  if (unknown.length === keys.length && unknown.every((key) => didYouMean(key, known) === ''))
    return [problem([], `has no key that says what kind of provider it is; expected one of ${known.join(', ')}`)];
  if (unknown.length > 0)
    return unknown.map((key) =>
      problem([key], `is not a kind of provider; expected ${known.join(', ')}.${didYouMean(key, known)}`, 'name'),
    );
  if (keys.length !== 1) return [problem([], `has ${keys.length} top keys (${keys.join(', ')}); expected one`)];
  if (topKey !== undefined && keys[0] !== topKey)
    return [problem([keys[0] ?? ''], `is another kind of provider; expected ${topKey}`, 'name')];
  const plain = toPlain(document);
  if (conforms(plain)) return [];
  const validate = await (compiled ??= compile());
  if (validate(plain)) return [];
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => explain(error, document, problem));
}

async function compile(): Promise<ValidateFunction> {
  // By `default`: bundled, a CommonJS module that is imported lazily has no other name.
  const {
    default: { Ajv },
  } = await import('ajv');
  return new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema);
}

function explain(error: ErrorObject, document: JsonValue, problem: (path: Path, what: string, of?: 'name' | 'value') => string): string {
  const path = stepsOf(error.instancePath, document);
  const { params, parentSchema } = error as { params: Record<string, unknown>; parentSchema?: { properties?: object } };
  switch (error.keyword) {
    case 'required':
      return problem(path, `has no "${String(params.missingProperty)}"`);
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      const known = Object.keys(parentSchema?.properties ?? {});
      return problem([...path, name], `is not known; expected ${known.join(', ')}.${didYouMean(name, known)}`, 'name');
    }
    case 'type':
      return problem(path, `is ${typeName(error.data)}; expected ${[params.type].flat().join(' or ')}`);
    default:
      return problem(path, error.message ?? error.keyword);
  }
}

/** The steps of a JSON pointer; numbers where the document has a list. */
function stepsOf(pointer: string, document: JsonValue): Path {
  let value: JsonValue | undefined = document;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(name) : name;
      value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? value.get(name) : undefined;
      return step;
    });
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `a ${typeof value}` : text;
}
