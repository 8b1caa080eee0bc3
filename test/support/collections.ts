// Collections as users write them (etos.md 3). Each builder gives a valid value and lets a test say only what matters to it.

import { randomUUID } from 'node:crypto';

export interface CollectionRecipe {
  readonly id: string;
  readonly testCase: { readonly id: string; readonly tracker: string; readonly url: string };
  readonly constraints: readonly { readonly key: string; readonly value: unknown }[];
}

export interface CollectionSuite {
  readonly name: string;
  readonly priority: number;
  readonly recipes: readonly CollectionRecipe[];
}

export interface RecipeParts {
  readonly id?: string;
  /** The test case's id. */
  readonly name?: string;
  readonly tracker?: string;
  readonly url?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: string;
  readonly checkout?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly execute?: readonly string[];
  readonly testRunner?: string;
}

/** A recipe that runs `true`, with a checkout that does nothing. */
export function aRecipe(parts: RecipeParts = {}): CollectionRecipe {
  const { name = 'a test', tracker = 'none', url = 'https://example.org/a-test' } = parts;
  return {
    id: parts.id ?? randomUUID(),
    testCase: { id: name, tracker, url },
    constraints: [
      { key: 'ENVIRONMENT', value: parts.environment ?? {} },
      { key: 'COMMAND', value: parts.command ?? 'true' },
      { key: 'CHECKOUT', value: parts.checkout ?? ['true'] },
      { key: 'PARAMETERS', value: parts.parameters ?? {} },
      { key: 'EXECUTE', value: parts.execute ?? [] },
      { key: 'TEST_RUNNER', value: parts.testRunner ?? 'busybox' },
    ],
  };
}

/** A suite of these recipes; a recipe of `true` when none is named. */
export function aSuite({ name = 'suite', priority = 1, recipes = [aRecipe()] }: Partial<CollectionSuite> = {}): CollectionSuite {
  return { name, priority, recipes };
}

/** A collection of these suites, one suite of one recipe when none is named. */
export function aCollection(...suites: readonly CollectionSuite[]): readonly CollectionSuite[] {
  return suites.length > 0 ? suites : [aSuite()];
}
