import { evaluate, parse as parseTree, type ValueNode } from '@humanwhocodes/momoa';
import { InvalidInput } from '../host/errors.js';
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
 * @throws {InvalidInput} with line and column
 */
export function parseJson(text: string, source: string): JsonValue {
  const plain = parsePlain(text, source);
  return integerLikeName.test(text) ? fromTree(parseTree(withoutMark(text)).body) : fromPlain(plain);
}

/** As `parseJson`, into plain objects. @throws {InvalidInput} */
export function parsePlain(text: string, source: string): unknown {
  const json = withoutMark(text);
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    const { line, column, what } = syntaxErrorIn(json);
    const hint = /^\s*</.test(json) ? 'This looks like HTML or XML: is it the page of a login or an error?' : 'The file must be JSON';
    // The cause would quote the text, and a text may hold secrets: its message is left out (delegation.md 6).
    throw new InvalidInput(`${source}:${line}:${column}: not JSON: ${what ?? (error as Error).name}`, hint);
  }
}

/** Finds the values of a text again. A path that does not exist gives the place of the last step that does. */
export function placesIn(text: string): (path: Path, of?: 'name' | 'value') => Place {
  const { body } = parseTree(withoutMark(text));
  return (path, of = 'value') => {
    let node: ValueNode = body;
    let place: Place = body.loc.start;
    for (const [n, step] of path.entries()) {
      if (node.type === 'Object') {
        const member = node.members.findLast(({ name }) => (name.type === 'String' ? name.value : name.name) === step);
        if (!member) break;
        node = member.value;
        place = of === 'name' && n === path.length - 1 ? member.name.loc.start : node.loc.start;
      } else if (node.type === 'Array') {
        const element = node.elements[Number(step)];
        if (!element) break;
        node = element.value;
        place = node.loc.start;
      } else break;
    }
    return { line: place.line, column: place.column };
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

function fromTree(node: ValueNode): JsonValue {
  if (node.type === 'Array') return node.elements.map(({ value }) => fromTree(value));
  if (node.type !== 'Object') return evaluate(node) as JsonValue;
  return new Map(node.members.map(({ name, value }) => [name.type === 'String' ? name.value : name.name, fromTree(value)]));
}

function syntaxErrorIn(json: string): Place & { readonly what?: string } {
  if (json.trim() === '') return { line: 1, column: 1, what: 'it is empty' };
  try {
    parseTree(json);
  } catch (error) {
    const { line, column } = error as Partial<Place>;
    if (line !== undefined && column !== undefined) {
      const near = json.split('\n', line)[line - 1]?.at(column - 1);
      return { line, column, what: near === undefined ? 'the text ends too early' : `unexpected ${JSON.stringify(near)}` };
    }
  }
  return { line: 1, column: 1 };
}
