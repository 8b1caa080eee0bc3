import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Identity } from '../documents/identity.js';
import type { Recipe } from '../documents/recipe.js';
import { printRecipe } from '../documents/sub-suite.js';
import { InvalidInput } from '../host/errors.js';
import { fileProblem } from '../host/file-problem.js';
import { identityValue, type Dataset } from '../jsontas/evaluate.js';
import { parseJson } from '../json/parse.js';
import { fromPlain, isObject, type JsonObject, type JsonValue } from '../json/value.js';

/** The sub suite that an execution space or a log area is for. */
export interface ForSubSuite {
  readonly name: string;
  readonly subSuiteId: string;
  readonly priority: number;
  readonly testRunner: string;
  readonly recipes: readonly Recipe[];
}

/** The dataset's `suite`: what the environment is for. */
export function suiteValue({ name, subSuiteId, priority, testRunner, recipes }: ForSubSuite): JsonObject {
  return new Map<string, JsonValue>([
    ['name', name],
    ['sub_suite_id', subSuiteId],
    ['priority', priority],
    ['test_runner', testRunner],
    ['recipes', recipes.map(printRecipe)],
  ]);
}

/** What a run knows when it asks for environments. */
export interface RunFacts {
  /** The run's id. */
  readonly run: string;
  readonly identity: Identity;
  /** The ArtifactCreated of the item under test. */
  readonly artifactId: string;
  /** The run's ActivityTriggered. */
  readonly context: string;
  /** The TERCC event, as it was published. */
  readonly tercc: JsonValue;
  readonly artifactCreated: JsonValue;
  /** Null where nobody has said where the item is. */
  readonly artifactPublished: JsonValue;
  /** The variables of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the built-in providers read: addresses in the run's own server. IUTs are taken before there is a sub suite. */
  readonly local: (subSuite?: ForSubSuite) => JsonObject;
  /** The user's. */
  readonly dataset: JsonObject;
}

/** The dataset of an environment request, with the names of both generations; the user's members lie on top (etos.md 5.5). */
export function datasetFor(facts: RunFacts): Dataset {
  const { dataset } = facts;
  return new Map<string, JsonValue>([
    ['identity', identityValue(facts.identity)],
    ['artifact_id', facts.artifactId],
    ['context', facts.context],
    ['custom_data', []],
    ['uuid', globalThis.crypto.randomUUID()],
    ['config', new Map()],
    ['environment', fromPlain(facts.environment)],
    ['artifact_created', facts.artifactCreated],
    ['artifact_published', facts.artifactPublished],
    ['tercc', facts.tercc],
    ['local', facts.local()],
    ['dataset', dataset],
    ...dataset,
  ]);
}

/** The user's datasets in the order in which they were given: an object is for all suites, a list has one for each. */
export type Datasets = readonly (JsonObject | readonly JsonObject[])[];

/** The dataset of the nth suite; later members win. */
export function datasetOf(datasets: Datasets, n: number): JsonObject {
  return new Map(datasets.flatMap((dataset) => [...(dataset instanceof Map ? dataset : (dataset[n] ?? []))]));
}

/** Every name that the dataset of some suite has. */
export function datasetNames(datasets: Datasets): ReadonlySet<string> {
  return new Set(datasets.flatMap((dataset) => (dataset instanceof Map ? [dataset] : dataset)).flatMap((one) => [...one.keys()]));
}

/** @throws {InvalidInput} a list has not as many entries as the collection has suites (etos.md 3) */
export function checkDatasets(datasets: Datasets, suites: number): void {
  for (const dataset of datasets) {
    if (!(dataset instanceof Map) && dataset.length !== suites)
      throw new InvalidInput(
        `the dataset is a list of ${dataset.length}, and the collection has ${suites} suite${suites === 1 ? '' : 's'}`,
        'A list has one object for each suite, in their order; an object is for all of them',
      );
  }
}

const example = 'Example: --dataset \'{"maximum_amount": 4}\' or --dataset @dataset.json';

/**
 * The user's datasets from what was given: JSON objects, lists of objects, or `@file` with one in it.
 * @throws {InvalidInput}
 */
export async function readDatasets(given: readonly string[], workspace: string): Promise<Datasets> {
  return Promise.all(
    given.map(async (text) => {
      const [inFile, source] = text.startsWith('@') ? [true, text.slice(1)] : [false, 'dataset'];
      const value = inFile ? parseJson(await read(resolve(workspace, source), source), source) : parseJson(text, source, example);
      if (isObject(value)) return value;
      if (Array.isArray(value) && value.every(isObject)) return value;
      throw new InvalidInput(
        `${source}: the dataset is not a JSON object, nor a list of objects`,
        `${example}; a list has one object for each suite`,
      );
    }),
  );
}

/**
 * The most IUTs that a suite may use: `maximum_amount` of the dataset, else `ETOS_MAX_PARALLEL_IUTS`; undefined when nobody says
 * (jsontas.md 12.7). @throws {InvalidInput} when it is no whole number from 1
 */
export function maximumAmount(dataset: JsonObject, environment: Readonly<Record<string, string | undefined>>): number | undefined {
  const [name, given] = dataset.has('maximum_amount')
    ? (['maximum_amount of the dataset', dataset.get('maximum_amount')] as const)
    : (['ETOS_MAX_PARALLEL_IUTS', environment.ETOS_MAX_PARALLEL_IUTS] as const);
  if (given === undefined || given === null || given === '') return undefined;
  // Text, because variables are text and shells quote; true is no number, whatever JavaScript says.
  const amount = typeof given === 'number' || typeof given === 'string' ? Number(given) : Number.NaN;
  if (Number.isInteger(amount) && amount >= 1) return amount;
  throw new InvalidInput(
    `${name} is ${JSON.stringify(given)}; expected a whole number from 1`,
    'It limits how many IUTs a suite is split over',
  );
}

async function read(path: string, source: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InvalidInput(`dataset ${source} cannot be read: ${fileProblem(error)}`, 'Give JSON, or @ and the path of a JSON file');
  }
}
