/** Name and value in the order of the file: the order of PARAMETERS is the order of the command line (etos.md 3). */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** One thing to carry out. Events speak of its `testCase`; the rest says how (etos.md 3). */
export interface Recipe {
  /** A UUID; need not be unique in a collection. */
  readonly id: string;
  readonly testCase: TestCase;
  readonly environment: Pairs;
  readonly command: string;
  readonly checkout: readonly string[];
  readonly parameters: Pairs;
  readonly execute: readonly string[];
  /** The image that the recipe wants to run in, or `process`: no image, the machine itself. */
  readonly testRunner: string;
}

export interface TestCase {
  readonly id: string;
  readonly tracker: string;
  readonly uri: string;
  /** `master` where the collection says nothing, as the released API fills in (etos.md 3). */
  readonly version: string;
}

/** The six constraint keys, in the order in which sub suite documents carry them (etos.md 4.7). */
export const constraintKeys = ['ENVIRONMENT', 'COMMAND', 'EXECUTE', 'CHECKOUT', 'PARAMETERS', 'TEST_RUNNER'] as const;

/** The reserved TEST_RUNNER: no image, the machine itself. */
export const noImage = 'process';
