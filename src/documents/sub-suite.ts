import { InvalidInput } from '../host/errors.js';
import { parseJson } from '../json/parse.js';
import { printText } from '../json/print.js';
import { fromPlain, isObject, type JsonObject, type JsonValue } from '../json/value.js';
import { parseLogArea, type LogArea } from './log-area.js';
import { constraintKeys, type Pairs, type Recipe } from './recipe.js';

/** The document that says to one test runner what to carry out, with what and where to put the results (etos.md 4.7). */
export interface SubSuite {
  /** `{suite}_SubSuite_{n}` */
  readonly name: string;
  /** The run's id; absent in documents of 2021. */
  readonly suiteId?: string;
  /** The id of the TestSuiteStarted that the test runner publishes; absent in 2021, where it takes a new one. */
  readonly subSuiteId?: string;
  /** The main suite's TestSuiteStarted; absent in 2021. */
  readonly testSuiteStartedId?: string;
  readonly priority: number;
  readonly recipes: readonly Recipe[];
  readonly testRunner: string;
  /** `provider_id`, `identity` (purl text) and the provider's own members. */
  readonly iut: JsonObject;
  /** The ArtifactCreated of the item under test. */
  readonly artifact: string;
  /** The run's ActivityTriggered: CONTEXT of what the test runner publishes. */
  readonly context: string;
  /** `provider_id`, `request`, `instructions` and the provider's own members. */
  readonly executor: JsonObject;
  readonly logArea: LogArea;
}

/** What is printed: the log area is handed on as the provider gave it. */
export type SubSuiteDocument = Omit<SubSuite, 'logArea'> & { readonly logArea: JsonObject };

/**
 * Reads a sub suite document of either generation (etos.md 4.7): `testCase.url` or `.uri`, ids that 2021 does not have may be absent.
 * @param source how messages call the text
 * @throws {InvalidInput}
 */
export function parseSubSuite(text: string, source: string): SubSuite {
  return readSubSuite(parseJson(text, source), source);
}

/** As `parseSubSuite`, of a document that is parsed already (and evaluated for `$decrypt`). @throws {InvalidInput} */
export function readSubSuite(document: JsonValue, source: string): SubSuite {
  const problems: string[] = [];
  const root = new Reader(document, '', problems);
  const subSuite = {
    name: root.text('name'),
    ...root.optionalText('suite_id', 'suiteId'),
    ...root.optionalText('sub_suite_id', 'subSuiteId'),
    ...root.optionalText('test_suite_started_id', 'testSuiteStartedId'),
    priority: Number(root.get('priority') ?? 1),
    recipes: root.list('recipes').map(readRecipe),
    testRunner: root.text('test_runner'),
    iut: root.object('iut'),
    artifact: root.text('artifact'),
    context: root.text('context'),
    executor: root.object('executor'),
    logArea: parseLogArea(root.object('log_area'), problems),
  };
  if (problems.length > 0) throw new InvalidInput(`${source} is not a sub suite: ${problems.join('; ')}`, 'See etos.md 4.7 for the form');
  return subSuite;
}

/** The document in today's shape, which the 2021 test runner also reads: `testCase` has both `url` and `uri`. */
export function printSubSuite(subSuite: SubSuiteDocument): JsonObject {
  return new Map<string, JsonValue>([
    ['name', subSuite.name],
    ['suite_id', subSuite.suiteId ?? null],
    ['sub_suite_id', subSuite.subSuiteId ?? null],
    ['test_suite_started_id', subSuite.testSuiteStartedId ?? null],
    ['priority', subSuite.priority],
    ['recipes', subSuite.recipes.map(printRecipe)],
    ['test_runner', subSuite.testRunner],
    ['iut', subSuite.iut],
    ['artifact', subSuite.artifact],
    ['context', subSuite.context],
    ['executor', subSuite.executor],
    ['log_area', subSuite.logArea],
  ]);
}

function readRecipe(recipe: Reader): Recipe {
  const testCase = recipe.child('testCase');
  const constraints = new Map(recipe.list('constraints').map((constraint) => [constraint.text('key'), constraint]));
  const of = (key: (typeof constraintKeys)[number]): JsonValue => constraints.get(key)?.get('value') ?? null;
  return {
    id: recipe.text('id'),
    testCase: {
      id: testCase.text('id'),
      tracker: printText(testCase.get('tracker')),
      uri: printText(testCase.get('uri') ?? testCase.get('url')),
      version: printText(testCase.get('version'), 'master'),
    },
    environment: pairs(of('ENVIRONMENT')),
    command: printText(of('COMMAND')),
    checkout: texts(of('CHECKOUT')),
    parameters: pairs(of('PARAMETERS')),
    execute: texts(of('EXECUTE')),
    testRunner: printText(of('TEST_RUNNER')),
  };
}

/** A recipe as documents carry it, all six constraints. */
export function printRecipe({ id, testCase, ...recipe }: Recipe): JsonObject {
  const values: Record<(typeof constraintKeys)[number], JsonValue> = {
    ENVIRONMENT: new Map(recipe.environment),
    COMMAND: recipe.command,
    EXECUTE: [...recipe.execute],
    CHECKOUT: [...recipe.checkout],
    PARAMETERS: new Map(recipe.parameters),
    TEST_RUNNER: recipe.testRunner,
  };
  return new Map<string, JsonValue>([
    ['id', id],
    [
      'testCase',
      fromPlain({ id: testCase.id, tracker: testCase.tracker, url: testCase.uri, uri: testCase.uri, version: testCase.version }),
    ],
    [
      'constraints',
      constraintKeys.map(
        (key) =>
          new Map<string, JsonValue>([
            ['key', key],
            ['value', values[key]],
          ]),
      ),
    ],
  ]);
}

function pairs(value: JsonValue): Pairs {
  return isObject(value) ? [...value].map(([name, member]) => [name, typeof member === 'string' ? member : JSON.stringify(member)]) : [];
}

function texts(value: JsonValue): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Reads members of an object and notes what is missing, so that all problems are told at once. */
class Reader {
  constructor(
    private readonly value: JsonValue,
    private readonly path: string,
    private readonly problems: string[],
  ) {
    if (!isObject(value)) problems.push(`${path || 'it'} is not an object`);
  }
  get(name: string): JsonValue | undefined {
    return isObject(this.value) ? this.value.get(name) : undefined;
  }
  text(name: string): string {
    const value = this.get(name);
    if (typeof value === 'string') return value;
    this.problems.push(`${this.at(name)} is missing or not text`);
    return '';
  }
  optionalText<K extends string>(name: string, as: K): Partial<Record<K, string>> {
    const value = this.get(name);
    return typeof value === 'string' ? ({ [as]: value } as Partial<Record<K, string>>) : {};
  }
  list(name: string): readonly Reader[] {
    const value = this.get(name);
    if (Array.isArray(value)) return value.map((element, n) => new Reader(element, `${this.at(name)}[${n}]`, this.problems));
    this.problems.push(`${this.at(name)} is missing or not a list`);
    return [];
  }
  object(name: string): JsonObject {
    const value = this.get(name);
    if (isObject(value)) return value;
    this.problems.push(`${this.at(name)} is missing or not an object`);
    return new Map();
  }
  child(name: string): Reader {
    return new Reader(this.object(name), this.at(name), this.problems);
  }
  private at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}
