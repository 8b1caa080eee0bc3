import { stripVTControlCharacters } from 'node:util';
import { InvalidInput, messageOf } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { parsePlain } from '../json/parse.js';

const names = ['test_name', 'triggered', 'started', 'passed', 'failed', 'error', 'skipped'] as const;

/** What a line of output may say about a test case, in the order in which a line is looked at (etos.md 6.6). */
export const sayings = ['triggered', 'started', 'passed', 'failed', 'error', 'skipped'] as const;
export type Saying = (typeof sayings)[number];

/** How the output of a test framework tells of its test cases. */
export interface TestPatterns {
  /** Searched anywhere in a line. */
  readonly testName: RegExp;
  /** Match from the start of a line. */
  readonly says: Readonly<Record<Saying, RegExp>>;
  /** Whether a pattern speaks of colours, and so wants to see them. */
  readonly coloured: boolean;
}

// The escape character that begins a colour, as Python's patterns write it.
const escape = /\\x1b|\\033|\\u001b/i;

/**
 * Reads the file that TEST_REGEX names: an object of all seven patterns, in Python's notation.
 * @throws {InvalidInput} with all problems
 */
export function parseTestPatterns(text: string, source: string): TestPatterns {
  const file = parsePlain(text, source);
  const members = typeof file === 'object' && file !== null ? (file as Readonly<Record<string, unknown>>) : {};
  const problems = Object.keys(members)
    .filter((name) => !(names as readonly string[]).includes(name))
    .map((name) => [name, didYouMean(name, names)] as const)
    .filter(([, meant]) => meant !== '')
    .map(([name, meant]) => `${name} is not known.${meant}`);
  const compile = (name: (typeof names)[number], fromStart: boolean): RegExp => {
    const pattern = members[name];
    try {
      if (typeof pattern === 'string') return compilePython(pattern, fromStart);
      problems.push(pattern === undefined ? `${name} is missing` : `${name} is not text`);
    } catch (error) {
      problems.push(`${name} is not a regular expression: ${messageOf(error)}`);
    }
    return /$^/;
  };
  const patterns = {
    coloured: names.some((name) => escape.test(String(members[name])) || String(members[name]).includes('\u001b')),
    testName: compile('test_name', false),
    says: Object.fromEntries(sayings.map((saying) => [saying, compile(saying, true)])) as Record<Saying, RegExp>,
  };
  if (problems.length > 0) throw new InvalidInput(`${source}: ${problems.join('; ')}`, `It must hold ${names.join(', ')}`);
  return patterns;
}

/** A regular expression of Python as one of ours: flags at the very start, named groups, `\A` and `\Z`. */
function compilePython(pattern: string, fromStart: boolean): RegExp {
  const [, letters = '', rest = pattern] = /^\(\?([aiLmsux]+)\)([^]*)$/.exec(pattern) ?? [];
  const flags = [...letters].filter((letter) => 'ims'.includes(letter)).join('');
  const source = rest
    .replace(/\\\\|\(\?P</g, (found) => (found === '\\\\' ? found : '(?<'))
    .replace(/\\\\|\(\?P=(\w+)\)/g, (found, name?: string) => (name === undefined ? found : `\\k<${name}>`))
    .replace(/\\\\|\\A|\\Z/g, (found) => (found === '\\A' ? '(?<![^])' : found === '\\Z' ? '(?![^])' : found))
    .replace(/\\\\|\{,(\d+)\}/g, (found, most?: string) => (most === undefined ? found : `{0,${most}}`));
  // Sticky, so that it matches where it is set to, the start, whatever alternatives it has.
  return new RegExp(source, `${flags}${fromStart ? 'y' : ''}`);
}

/** A line as the patterns see it: frameworks also colour what they write into files, and `PASSED` is `PASSED` in green. */
export function asSeen(line: string, { coloured }: TestPatterns): string {
  return coloured || !line.includes('\u001b') ? line : stripVTControlCharacters(line);
}

/** The name of the test case that a line speaks of: what the first group holds, or the whole match. */
export function testNameIn(line: string, { testName }: TestPatterns): string | undefined {
  const match = testName.exec(line);
  return match === null ? undefined : (match.slice(1).find((group) => group !== undefined) ?? match[0]);
}

/** What a line says, in the order in which it is to be told. */
export function sayingsIn(line: string, { says }: TestPatterns): readonly Saying[] {
  return sayings.filter((saying) => {
    says[saying].lastIndex = 0;
    return says[saying].test(line);
  });
}
