import { parseImageReference } from '../documents/image-reference.js';
import { constraintKeys, noImage } from '../documents/recipe.js';
import { nearest } from '../host/nearest.js';
import { printPath, type Path } from '../json/parse.js';
import schema from '../../schemas/collection.schema.json' with { type: 'json' };
import { fromPlain } from '../json/value.js';
import { quote, type Problem } from './problem.js';
import { textOf } from './text.js';

/** What is wrong though no schema says it, and what is surely a mistake though the released API accepts it (etos.md 3). */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const { suite: suiteForm, recipe: recipeForm, testCase: testCaseForm, constraint: constraintForm } = schema.definitions;
// What the released services call testCase.url once they have taken a collection over: it may well stand beside it.
const alsoKnown = ['uri'];

/** Applies the rules to a document of any shape: what is no suite, recipe or constraint is left to the schema. */
export function findingsByRules(document: unknown): Findings {
  const findings: Gathering = { problems: [], warnings: [], suiteNames: new Map(), recipeIds: new Map() };
  const suites = list(document);
  if (Array.isArray(document) && suites.length === 0)
    findings.warnings.push({ path: [], text: ' is an empty list: there is nothing to run' });
  suites.forEach((suite, n) => inspectSuite(suite, [n], findings));
  return findings;
}

interface Gathering {
  readonly problems: Problem[];
  readonly warnings: Problem[];
  readonly suiteNames: Map<string, Path>;
  readonly recipeIds: Map<string, Path>;
}

type Members = Readonly<Record<string, unknown>>;

function inspectSuite(suite: unknown, path: Path, findings: Gathering): void {
  if (!isMembers(suite)) return;
  const { warnings, suiteNames } = findings;
  warnings.push(...misspelt(suite, path, suiteForm));
  warnings.push(
    ...blank(suite, 'name', path),
    ...repeated(suite['name'], [...path, 'name'], suiteNames, 'their sub suites and reports have the same names'),
  );
  if (typeof suite['priority'] === 'boolean')
    warnings.push({ path: [...path, 'priority'], text: ` is ${suite['priority']} and counts as ${Number(suite['priority'])}` });
  if (Array.isArray(suite['recipes']) && suite['recipes'].length === 0)
    warnings.push({ path: [...path, 'recipes'], text: ' is an empty list: without recipes the suite ends INCONCLUSIVE' });
  list(suite['recipes']).forEach((recipe, n) => inspectRecipe(recipe, [...path, 'recipes', n], findings));
}

function inspectRecipe(recipe: unknown, path: Path, findings: Gathering): void {
  if (!isMembers(recipe)) return;
  const { problems, warnings, recipeIds } = findings;
  warnings.push(...misspelt(recipe, path, recipeForm));
  warnings.push(...repeated(recipe['id'], [...path, 'id'], recipeIds, 'the results of the two cannot be told apart'));
  const testCase = recipe['testCase'];
  if (isMembers(testCase)) {
    const at = [...path, 'testCase'];
    warnings.push(...misspelt(testCase, at, testCaseForm), ...blank(testCase, 'id', at));
    const version = testCase['version'];
    if (version !== undefined && typeof version !== 'string')
      warnings.push({ path: [...at, 'version'], text: ` is ${quote(version)}; it is ignored because it is not text` });
  }
  if (!Array.isArray(recipe['constraints'])) return;
  const constraints = recipe['constraints'] as readonly unknown[];
  problems.push(...countProblems(constraints, [...path, 'constraints']));
  constraints.forEach((constraint, n) => {
    if (!isMembers(constraint)) return;
    const at = [...path, 'constraints', n];
    warnings.push(...misspelt(constraint, at, constraintForm), ...valueWarnings(constraint, [...at, 'value']));
  });
}

/** Each of the six keys exactly once. */
function countProblems(constraints: readonly unknown[], path: Path): readonly Problem[] {
  const keys = constraints.map((constraint) => (isMembers(constraint) ? constraint['key'] : undefined));
  const known: readonly unknown[] = constraintKeys;
  const twice = keys.flatMap((key, n): readonly Problem[] =>
    known.includes(key) && keys.indexOf(key) < n
      ? [{ path: [...path, n, 'key'], text: ` is ${quote(key)} again, as constraints[${keys.indexOf(key)}]. Only 1 allowed.` }]
      : [],
  );
  const slips = keys.map((key) => (typeof key === 'string' && !known.includes(key) ? nearest(key, constraintKeys) : undefined));
  // A misspelt key is told where it stands; that the right one is missing would be the same problem again.
  const missing = constraintKeys.filter((key) => !keys.includes(key) && !slips.includes(key));
  if (missing.length === 0) return twice;
  const remedy = missing.includes('EXECUTE') ? ' EXECUTE may be [].' : '';
  return [...twice, { path, text: ` lacks ${missing.join(', ')}. At least 1 required of each.${remedy}` }];
}

function valueWarnings({ key, value }: Members, path: Path): readonly Problem[] {
  if ((key === 'COMMAND' || key === 'TEST_RUNNER') && typeof value === 'string' && value !== '' && value.trim() === '')
    return [{ path, text: ` of ${key} is blank` }];
  if (key === 'TEST_RUNNER' && typeof value === 'string' && value !== '') return testRunnerWarnings(value, path);
  if ((key !== 'ENVIRONMENT' && key !== 'PARAMETERS') || !isMembers(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = [...path, name];
    const texts: Problem[] = [];
    if (typeof member !== 'string')
      texts.push({
        path: at,
        text: ` of ${key} is ${quote(member)}; expected text. It is taken as ${quote(textOf(key, fromPlain(member)))}, other ETOS releases may stop here`,
      });
    if (key === 'ENVIRONMENT' && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      texts.push({
        path: at,
        of: 'name',
        text: ` of ENVIRONMENT: ${quote(name)} is not a name that a shell can export, so the recipe will fail. Letters, digits and _ are allowed`,
      });
    return texts;
  });
}

/** The machine itself can do without an image, and a provider of the user may know other names: so it is no more than a warning. */
function testRunnerWarnings(value: string, path: Path): readonly Problem[] {
  if (parseImageReference(value)) return [];
  const meant = nearest(value.trim().toLowerCase(), [noImage]) ?? value.trim().toLowerCase();
  const hint = parseImageReference(meant) ? ` Did you mean ${meant}?` : '';
  return [{ path, text: ` of TEST_RUNNER is ${quote(value)}; expected an image such as python:3.13, or ${noImage}.${hint}` }];
}

const slips = new Map<string, string | undefined>();

/** Members that are ignored, and look as if they should not be. Where the right one is missing, the schema has said so. */
function misspelt(
  object: Members,
  path: Path,
  form: { readonly properties: object; readonly required: readonly string[] },
): readonly Problem[] {
  const known = Object.keys(form.properties);
  return Object.keys(object).flatMap((name) => {
    if (known.includes(name) || alsoKnown.includes(name)) return [];
    const of = `${known.join()}:${name}`;
    // Ten thousand recipes with the same comment member are looked up once.
    if (!slips.has(of)) slips.set(of, nearest(name, known));
    const right = slips.get(of);
    const missing = right !== undefined && form.required.includes(right) && !Object.hasOwn(object, right);
    return right === undefined || missing
      ? []
      : [{ path: [...path, name], of: 'name' as const, text: ` is not known and is ignored. Did you mean ${right}?` }];
  });
}

function blank(object: Members, name: string, path: Path): readonly Problem[] {
  const value = object[name];
  return typeof value === 'string' && value.trim() === ''
    ? [{ path: [...path, name], text: ` is ${quote(value)}: reports will show nothing` }]
    : [];
}

function repeated(value: unknown, path: Path, seen: Map<string, Path>, consequence: string): readonly Problem[] {
  if (typeof value !== 'string') return [];
  const first = seen.get(value);
  if (first === undefined) {
    seen.set(value, path);
    return [];
  }
  return [{ path, text: ` is ${quote(value)} as ${printPath(first)} is: ${consequence}` }];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
