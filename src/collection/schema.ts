import type { ErrorObject, ValidateFunction } from 'ajv';
import schema from '../../schemas/collection.schema.json' with { type: 'json' };
import type { Path } from '../json/parse.js';
import { nearest } from '../host/nearest.js';
import { conforms } from './conforms.generated.js';
import { quote, type Problem } from './problem.js';

interface Described {
  readonly errorMessage?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly $ref?: string;
}

/** What the published schema says against a document, in sentences. Which constraints are missing or given twice is left to `rules`. */
export async function problemsBySchema(document: unknown): Promise<readonly Problem[]> {
  // The same schema, compiled before: it costs nothing to start with, but gives no reasons.
  if (conforms(document)) return [];
  const explaining = await explainer();
  explaining(document);
  return (explaining.errors ?? []).flatMap((error) => inWords(error, document));
}

let validator: Promise<ValidateFunction> | undefined;

// By `default`: bundled, a CommonJS module that is imported lazily has no other name.
/** Loaded when it is needed: ajv and the compilation take longer than the rest of the program's start. */
function explainer(): Promise<ValidateFunction> {
  validator ??= import('ajv').then(({ default: { Ajv } }) => {
    // strictTypes would ask for `type` beside each `required` of an `if`; `allowUnionTypes` is for priority.
    const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false, allowUnionTypes: true });
    // The sentence that editors show, too, in place of their own.
    ajv.addKeyword('errorMessage');
    return ajv.compile(schema);
  });
  return validator;
}

function inWords(error: ErrorObject, document: unknown): readonly Problem[] {
  const path = pathOf(error.instancePath, document);
  const parent = error.parentSchema as Described;
  switch (error.keyword) {
    case 'if': // its `then` has said it
    case 'contains':
    case 'maxItems':
    case 'const': // both inside `contains`
      return [];
    case 'required': {
      if (error.schemaPath.includes('/contains/')) return [];
      const missing = (error.params as { missingProperty: string }).missingProperty;
      return [
        {
          path,
          text: `.${missing} is missing; expected ${expected(parent.properties?.[missing])}.${insteadOf(missing, error.data, parent)}`,
        },
      ];
    }
    default:
      if (error.schemaPath.includes('/contains/')) return [];
      return [{ path, text: `${constraintOf(path, document)} is ${quote(error.data)}; expected ${expected(parent)}.${meant(error)}` }];
  }
}

function expected(described: Described | undefined): string {
  const definition = described?.$ref?.replace('#/definitions/', '');
  const target = definition === undefined ? described : (schema.definitions as Readonly<Record<string, Described>>)[definition];
  return target?.errorMessage ?? 'another value';
}

/** Which member was probably meant to be the missing one. */
function insteadOf(missing: string, object: unknown, { properties = {} }: Described): string {
  const others = Object.keys(object as object).filter((name) => !Object.hasOwn(properties, name));
  const candidate = nearest(missing, others);
  return candidate === undefined ? '' : ` There is ${quote(candidate)}: did you mean ${missing}?`;
}

function meant({ keyword, data, schema: values }: ErrorObject): string {
  if (keyword !== 'enum' || typeof data !== 'string') return '';
  const word = nearest(data, values as readonly string[]);
  return word === undefined ? '' : ` Did you mean ${word}?`;
}

/** ` of COMMAND` where the path lies in the value of that constraint: people think in keys, not in numbers. */
function constraintOf(path: Path, document: unknown): string {
  if (path[3] !== 'constraints' || path[5] !== 'value') return '';
  const constraint = path.slice(0, 5).reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], document);
  return ` of ${String((constraint as { key: unknown }).key)}`;
}

function pathOf(pointer: string, document: unknown): Path {
  let value = document;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(name) : name;
      value = (value as Record<string | number, unknown>)[step];
      return step;
    });
}
