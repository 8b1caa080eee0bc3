import { readFile } from 'node:fs/promises';
import { InvalidInput } from '../host/errors.js';
import { fileProblem } from '../host/file-problem.js';
import { parsePlain } from '../json/parse.js';
import type { Durations } from './by-duration.js';

/** Of nothing is known how long it takes. */
export const noDurations: Durations = { recipes: new Map(), testCases: new Map() };

/**
 * How long recipes took, from the `results.json` of earlier runs (schemas/results.schema.json); what a later file says wins.
 * @throws {InvalidInput} a file cannot be read, or is of another form
 */
export async function readDurations(paths: readonly string[]): Promise<Durations> {
  const recipes = new Map<string, number>();
  const testCases = new Map<string, number>();
  for (const path of paths) {
    const read = durationsIn(parsePlain(await text(path), path), path);
    read.recipes.forEach((duration, id) => recipes.set(id, duration));
    read.testCases.forEach((duration, id) => testCases.set(id, duration));
  }
  return { recipes, testCases };
}

function durationsIn(document: unknown, path: string): Durations {
  const recipes = new Map<string, number>();
  const testCases = new Map<string, number>();
  const { suites } = Object(document) as { readonly suites?: unknown };
  if (!Array.isArray(suites))
    throw new InvalidInput(`${path} is not the results.json of a run: it has no list "suites"`, 'Give the results.json of an earlier run');
  for (const { subSuites } of suites as readonly { readonly subSuites?: unknown }[]) {
    if (!Array.isArray(subSuites)) continue;
    for (const { recipes: ended } of subSuites as readonly { readonly recipes?: unknown }[]) {
      if (!Array.isArray(ended)) continue;
      for (const { recipe, testCase, duration } of ended as readonly EndedRecipe[]) {
        if (typeof duration !== 'number' || duration < 0) continue;
        // A recipe may have several test cases, told apart by what it prints.
        if (typeof recipe === 'string') recipes.set(recipe, (recipes.get(recipe) ?? 0) + duration * 1000);
        if (typeof testCase?.id === 'string') testCases.set(testCase.id, duration * 1000);
      }
    }
  }
  return { recipes, testCases };
}

interface EndedRecipe {
  readonly recipe?: unknown;
  readonly testCase?: { readonly id?: unknown };
  readonly duration?: unknown;
}

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InvalidInput(`durations ${path} cannot be read: ${fileProblem(error)}`, 'Give the results.json of an earlier run');
  }
}
