import { loadText } from '../collection/load.js';
import { parseIdentity } from '../documents/identity.js';
import { InvalidInput } from '../host/errors.js';
import { createLog } from '../host/log.js';
import { didYouMean, nearest } from '../host/nearest.js';
import { createHttpClient } from '../http/create-client.js';
import { parseJson } from '../json/parse.js';
import { printIndented } from '../json/print.js';
import { isObject, type JsonValue } from '../json/value.js';
import { evaluate, identityValue, providerStructures, testRunnerStructures, type Dataset } from '../jsontas/evaluate.js';
import { printable } from '../report/printable.js';
import type { Face } from './face.js';

export interface JsontasFlags {
  /** Files or URLs of objects; the names of a later one win. */
  readonly dataset?: readonly string[];
  /** A package URL, to be `$identity`. */
  readonly identity?: string;
  /** Which structures are known: those of providers, or `$decrypt` alone. */
  readonly profile?: string;
  /** Names from the root of the document to the part that is evaluated alone, with dots between: `iut.list`. */
  readonly part?: string;
}

const profiles = { provider: providerStructures, 'test-runner': testRunnerStructures } as const;

/**
 * `etos jsontas`: evaluates a JSONTas document and prints the result. Warnings and what a request met go to standard error.
 * @throws {InvalidInput} with file, line and path of what cannot be evaluated
 */
export async function jsontasCommand(
  document: string,
  { dataset = [], identity, profile = 'provider', part }: JsontasFlags,
  face: Face,
): Promise<number> {
  const { environment, clock, signal, directory, out, err } = face;
  const structures = structuresOf(profile)({ environment });
  const log = createLog({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
  await using http = createHttpClient({ log, environment, clock });
  const names: Dataset = new Map();
  if (identity !== undefined) names.set('identity', identityValue(parseIdentity(identity)));
  for (const source of dataset) {
    const { text, name } = await loadText(source, { http, signal, workspace: directory });
    const value = parseJson(text, name);
    if (!isObject(value))
      throw new InvalidInput(`${name}: a dataset is an object, names and their values`, 'The form is { "name": value, … }');
    for (const [key, member] of value) names.set(key, member);
  }
  const { text, name } = await loadText(document, { http, signal, workspace: directory });
  const path = part?.split('.') ?? [];
  const value = partOf(parseJson(text, name), path, name);
  const unresolved = names.has('identity') ? [] : [...new Set(identitiesIn(value))];
  if (unresolved.length > 0)
    err.write(`note: ${unresolved.join(', ')} stays unresolved: give --identity pkg:type/namespace/name@version\n`);
  const result = await evaluate(value, { dataset: names, structures, http, clock, log, signal, source: { name, text, path } });
  out.write(`${printIndented(result)}\n`);
  return 0;
}

/** Where a document asks for the item under test: `$identity`, `$identity.version`. */
function identitiesIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return /^\$identity(?:$|\.)/.test(value) ? [printable(value)] : [];
  if (Array.isArray(value)) return value.flatMap(identitiesIn);
  return isObject(value) ? [...value.values()].flatMap(identitiesIn) : [];
}

function partOf(document: JsonValue, path: readonly string[], source: string): JsonValue {
  let value = document;
  for (const [n, step] of path.entries()) {
    const next = isObject(value) ? value.get(step) : undefined;
    if (next === undefined) {
      const names = isObject(value) ? [...value.keys()] : [];
      throw new InvalidInput(
        `${source}: there is no ${path.slice(0, n + 1).join('.')}.${didYouMean(step, names)}`,
        names.length > 0 ? `There is ${names.join(', ')}` : 'Only objects have parts',
      );
    }
    value = next;
  }
  return value;
}

function structuresOf(profile: string): (typeof profiles)[keyof typeof profiles] {
  const found = Object.entries(profiles).find(([name]) => name === profile);
  if (found) return found[1];
  const names = Object.keys(profiles);
  const meant = nearest(profile, names);
  throw new InvalidInput(`--profile is ${JSON.stringify(profile)}; expected ${names.join(' or ')}`, meant ? `Did you mean ${meant}?` : '');
}
