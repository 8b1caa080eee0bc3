import { stripVTControlCharacters } from 'node:util';
import { InvalidInput, messageOf } from '../../host/errors.js';
import { didYouMean } from '../../host/nearest.js';
import { parsePlain } from '../../json/parse.js';
import { checkPattern, matchesAtStart, search, TooLong } from '../../jsontas/regex/match.js';

const names = ['test_name', 'triggered', 'started', 'passed', 'failed', 'error', 'skipped'] as const;

/** What a line of output may say about a test case, in the order in which a line is looked at (etos.md 6.6). */
export const sayings = ['triggered', 'started', 'passed', 'failed', 'error', 'skipped'] as const;
export type Saying = (typeof sayings)[number];

/** How the output of a test framework tells of its test cases. */
export interface TestPatterns {
  /** Searched anywhere in a line. */
  readonly testName: string;
  /** Match from the start of a line. */
  readonly says: Readonly<Record<Saying, string>>;
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
  const read = (name: (typeof names)[number]): string => {
    const pattern = members[name];
    try {
      if (typeof pattern === 'string') checkPattern(pattern);
      else problems.push(pattern === undefined ? `${name} is missing` : `${name} is not text`);
    } catch (error) {
      problems.push(`${name} is not a regular expression: ${messageOf(error)}`);
    }
    return String(pattern);
  };
  const patterns = {
    coloured: names.some((name) => escape.test(String(members[name])) || String(members[name]).includes('\u001b')),
    testName: read('test_name'),
    says: Object.fromEntries(sayings.map((saying) => [saying, read(saying)])) as Record<Saying, string>,
  };
  if (problems.length > 0) throw new InvalidInput(`${source}: ${problems.join('; ')}`, `It must hold ${names.join(', ')}`);
  return patterns;
}

/** A line as the patterns see it: frameworks also colour what they write into files, and `PASSED` is `PASSED` in green. */
export function asSeen(line: string, { coloured }: TestPatterns): string {
  return coloured || !line.includes('\u001b') ? line : stripVTControlCharacters(line);
}

/** The name of the test case that a line speaks of: what the first group holds, or the whole match. */
export function testNameIn(line: string, { testName }: TestPatterns): string | undefined {
  const found = search(testName, line);
  return found && (found.groups.find((group) => group !== undefined) ?? found.text);
}

/** What a line says, in the order in which it is to be told. */
export function sayingsIn(line: string, { says }: TestPatterns): readonly Saying[] {
  return sayings.filter((saying) => matches(says[saying], line));
}

function matches(pattern: string, line: string): boolean {
  try {
    return matchesAtStart(pattern, line);
  } catch (error) {
    // One with back references may take too long for a line: nothing is known of the line then.
    if (error instanceof TooLong) return false;
    throw error;
  }
}
