import { readFileSync } from 'node:fs';
import type { EiffelEvent } from '../eiffel/event.js';
import { typeOf } from '../eiffel/catalogue.js';
import { problemsAs } from '../eiffel/check.js';
import { parseForeignEvent } from '../eiffel/parse.js';
import { InvalidInput, messageOf } from '../host/errors.js';

/**
 * Reads the event that asks for a run, as suite runners get it in the variable TERCC (etos.md 4.2), or `@` and the file that it is in.
 * @throws {InvalidInput}
 */
export function parseTercc(value: string): EiffelEvent {
  const event = parseForeignEvent(value.startsWith('@') ? textOf(value.slice(1)) : value, 'TERCC');
  const [expected, { type, version }] = ['TestExecutionRecipeCollectionCreated', event.meta] as const;
  if (type !== typeOf(expected)) throw new InvalidInput(`TERCC is a ${type}; expected an ${typeOf(expected)}`, 'See etos.md 4.2');
  const problems = problemsAs(event, expected);
  if (problems.length === 0) return event;
  throw new InvalidInput(`TERCC, of version ${version}, cannot be read: ${problems.join('; ')}`, 'See eiffel.md 3.7');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidInput(
      `TERCC names a file that cannot be read: ${messageOf(error)}`,
      'It holds the event, or @ and the path of a file that does',
    );
  }
}

/** Where the collection of a run is; undefined when the event holds the recipes itself. */
export function batchesUriOf(tercc: EiffelEvent | undefined): string | undefined {
  const uri = tercc?.data.batchesUri;
  return typeof uri === 'string' ? uri : undefined;
}

/** Whether the event says itself what to carry out. */
export function holdsRecipes({ data }: EiffelEvent): boolean {
  return Array.isArray(data.batches);
}

/** The item under test: the first CAUSE, as ETOS has it (eiffel.md 3.7). */
export function artifactOf({ links }: EiffelEvent): string | undefined {
  return links.find(({ type }) => type === 'CAUSE')?.target;
}

interface Batch {
  readonly name?: string;
  readonly priority?: number;
  readonly recipes?: readonly {
    readonly id: string;
    readonly testCase?: { readonly id?: string; readonly tracker?: string; readonly uri?: string; readonly version?: string };
    readonly constraints?: readonly unknown[];
  }[];
}

/** The collection that the event itself holds, as JSON text: batches are suites, whose test cases have a `url` (etos.md 3). */
export function collectionIn({ meta, data }: EiffelEvent): string {
  const batches = Array.isArray(data.batches) ? (data.batches as readonly Batch[]) : [];
  const suites = batches.map(({ name, priority = 1, recipes = [] }, n) => ({
    name: name ?? `${meta.id}-${n}`,
    priority,
    recipes: recipes.map(({ id, testCase = {}, constraints = [] }) => ({
      id,
      testCase: {
        id: testCase.id ?? id,
        tracker: testCase.tracker ?? '',
        url: testCase.uri ?? '',
        ...(testCase.version !== undefined && { version: testCase.version }),
      },
      constraints,
    })),
  }));
  return `${JSON.stringify(suites, undefined, 2)}\n`;
}
