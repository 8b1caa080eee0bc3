import type { Pairs, Recipe } from '../documents/recipe.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.js';
import type { Suite } from './collection.js';
import { textOf } from './text.js';

/** The suites of a document that keeps the schema and the rules. */
export function readSuites(document: JsonValue): readonly Suite[] {
  return objects(document).map((suite) => ({
    name: text(suite.get('name')),
    priority: wholeNumber(suite.get('priority')),
    recipes: objects(suite.get('recipes')).map(readRecipe),
  }));
}

function readRecipe(recipe: JsonObject): Recipe {
  const testCase = recipe.get('testCase') as JsonObject;
  const version = testCase.get('version');
  const constraints = new Map(
    objects(recipe.get('constraints')).map((constraint) => [constraint.get('key'), constraint.get('value') ?? null]),
  );
  return {
    id: text(recipe.get('id')),
    testCase: {
      id: text(testCase.get('id')),
      tracker: text(testCase.get('tracker')),
      uri: text(testCase.get('url')),
      version: typeof version === 'string' && version !== '' ? version : 'master',
    },
    environment: pairs('ENVIRONMENT', constraints.get('ENVIRONMENT')),
    command: text(constraints.get('COMMAND')),
    checkout: texts(constraints.get('CHECKOUT')),
    parameters: pairs('PARAMETERS', constraints.get('PARAMETERS')),
    execute: texts(constraints.get('EXECUTE')),
    testRunner: text(constraints.get('TEST_RUNNER')),
  };
}

/** `"1"`, `" 1_000 "`, `"1.0"` and `true` are numbers for the released API, too (etos.md 3). */
function wholeNumber(priority: JsonValue | undefined): number {
  return typeof priority === 'string' ? Number(priority.replaceAll('_', '')) : Number(priority);
}

function pairs(key: 'ENVIRONMENT' | 'PARAMETERS', value: JsonValue | undefined): Pairs {
  return isObject(value) ? [...value].map(([name, member]) => [name, textOf(key, member)] as const) : [];
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
