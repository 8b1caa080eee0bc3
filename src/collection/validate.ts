import { InvalidInput } from '../host/errors.js';
import { parseJson, parsePlain } from '../json/parse.js';
import type { Collection } from './collection.js';
import { mistakenFor, mistakenProvider } from './mistaken.js';
import { printProblems, repetitions } from './problem.js';
import { readSuites } from './read.js';
import { findingsByRules } from './rules.js';
import { problemsBySchema } from './schema.js';

const form = 'The form is described in schemas/collection.schema.json; editors can check against it';

export interface Validated {
  readonly collection: Collection;
  /** One line each, `source:line:column: path …`: accepted by every release, and surely a mistake. */
  readonly warnings: readonly string[];
}

/**
 * Reads the text of a test collection (etos.md 3): what the released API accepts is accepted.
 * @param source how messages call the text: a path, an address
 * @throws {InvalidInput} with all problems, a line each
 */
export async function validate(text: string, source: string): Promise<Validated> {
  const document = parsePlain(text, source);
  const { problems, warnings } = findingsByRules(document);
  const all = [...(await problemsBySchema(document)), ...problems];
  if (all.length > 0)
    throw new InvalidInput(printProblems(all, text, source).join('\n'), mistakenFor(document) ?? mistakenProvider(document) ?? form);
  const collection = { source, suites: readSuites(parseJson(text, source)) };
  return { collection, warnings: printProblems([...repetitions(text, document), ...warnings], text, source) };
}
