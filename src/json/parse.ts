import { InvalidInput } from '../host/errors.js';
import { likelyLanguage, slipIn } from './slip.js';
import { NotJson, readTree, type Tree } from './tree.js';
import { fromPlain, type JsonValue } from './value.js';

/** One step into a document: a member's name or an element's number. */
export type Path = readonly (string | number)[];
/** Where something stands in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

// JSON.parse moves names such as "10" to the front of their object. Only a text that may hold one needs the slower parser.
const integerLikeName = /"(?:0|[1-9][0-9]*)"\s*:/;

/**
 * Reads JSON text, with or without a byte-order mark, in the order of the text. Repeated names: the last value, at the first place.
 * @param source how messages call the text: a file, a URL
 * @param hint what to do about a text that is no JSON
 * @throws {InvalidInput} with line and column; for thousands of levels without
 */
export function parseJson(text: string, source: string, hint?: string): JsonValue {
  const plain = parsePlain(text, source, hint);
  try {
    return integerLikeName.test(text) ? fromTree(readTree(withoutMark(text))) : fromPlain(plain);
  } catch (error) {
    // JSON.parse takes any depth; whoever goes through the value afterwards, level by level, does not.
    if (error instanceof RangeError)
      throw new InvalidInput(`${source}: nested too deeply`, 'A thousand levels of lists and objects can be read');
    throw error;
  }
}

/** As `parseJson`, into plain objects. @throws {InvalidInput} */
export function parsePlain(text: string, source: string, hint = 'The file must be JSON'): unknown {
  const json = withoutMark(text);
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    const { line, column, what } = syntaxErrorIn(json);
    const remedy = likelyLanguage(json) ?? hint;
    // The cause would quote the text, and a text may hold secrets: its message is left out (delegation.md 6).
    throw new InvalidInput(`${source}:${line}:${column}: not JSON: ${what ?? (error as Error).name}`, remedy);
  }
}

/**
 * The members whose names were given before in the same object; the last value of them counts.
 * @param value the same text as plain objects
 */
export function repeatedMembers(text: string, value: unknown): readonly Path[] {
  // Only a text that may hold one needs the slower parser: one that has more names than its value has members.
  return (text.match(/"\s*:/g)?.length ?? 0) === countMembers(value) ? [] : repeatedIn(readTree(withoutMark(text)), []);
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  return members.reduce<number>((sum, member) => sum + countMembers(member), Array.isArray(value) ? 0 : members.length);
}

function repeatedIn(tree: Tree, path: Path): readonly Path[] {
  if ('elements' in tree) return tree.elements.flatMap((element, n) => repeatedIn(element, [...path, n]));
  if (!('members' in tree)) return [];
  const own = [...new Set(tree.repeated)].map((name) => [...path, name]);
  return [...own, ...[...tree.members].flatMap(([name, member]) => repeatedIn(member.tree, [...path, name]))];
}

/** Finds the values of a text again. A path that does not exist gives the place of the last step that does. */
export function placesIn(text: string): (path: Path, of?: 'name' | 'value') => Place {
  const json = withoutMark(text);
  const root = readTree(json);
  const placeOf = lineCounter(json);
  return (path, of = 'value') => {
    let tree = root;
    let { at } = root;
    for (const [n, step] of path.entries()) {
      const member = 'members' in tree ? tree.members.get(String(step)) : undefined;
      const next: Tree | undefined = member?.tree ?? ('elements' in tree ? tree.elements[Number(step)] : undefined);
      if (!next) break;
      tree = next;
      at = member && of === 'name' && n === path.length - 1 ? member.nameAt : next.at;
    }
    return placeOf(at);
  };
}

/** Places of offsets; asked in any order, quick in the order of the text. */
function lineCounter(text: string): (at: number) => Place {
  let [line, start] = [1, 0];
  return (at) => {
    if (at < start) [line, start] = [1, 0];
    for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return { line, column: at - start + 1 };
  };
}

/** `[0].recipes[2].constraints[1].key`; names that are no identifiers are quoted: `["a b"]`. The document itself is `$`. */
export function printPath(path: Path): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_$][\w$-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('');
  return text === '' ? '$' : text.replace(/^\./, '');
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function fromTree(tree: Tree): JsonValue {
  if ('scalar' in tree) return tree.scalar;
  if ('elements' in tree) return tree.elements.map(fromTree);
  return new Map([...tree.members].map(([name, member]) => [name, fromTree(member.tree)]));
}

/** Where a text stops being JSON, and what is wrong there, which quotes one character of it. */
export function syntaxErrorIn(json: string): Place & { readonly what?: string } {
  if (json.trim() === '') return { line: 1, column: 1, what: 'it is empty' };
  try {
    readTree(json);
  } catch (error) {
    // Who nests deeper than this reader goes gets no place.
    if (error instanceof RangeError) return { line: 1, column: 1 };
    if (!(error instanceof NotJson)) throw error;
    return { ...lineCounter(json)(error.at), what: slipIn(json, error) };
  }
  return { line: 1, column: 1 };
}
