import { InvalidInput } from '../host/errors.js';
import { parsePlain } from '../json/parse.js';
import { check, checkForeign } from './check.js';
import type { EiffelEvent } from './event.js';

/**
 * Reads one Eiffel event from JSON text. Types and versions that we do not know pass when their envelope is right.
 * @param source how messages call the text
 * @throws {InvalidInput} with everything that is wrong
 */
export function parseEvent(text: string, source: string): EiffelEvent {
  return parsed(text, source, check);
}

/** Reads what others have published; links may be any. @throws {InvalidInput} */
export function parseForeignEvent(text: string, source: string): EiffelEvent {
  return parsed(text, source, checkForeign);
}

/** Reads events that stand one on a line (NDJSON); empty lines are skipped. All or none. @throws {InvalidInput} with the problems of every line */
export function parseEvents(text: string, source: string): readonly EiffelEvent[] {
  const problems: string[] = [];
  const events = text.split('\n').flatMap((line, n) => {
    if (line.trim() === '') return [];
    try {
      return [parseEvent(line, `${source} line ${n + 1}`)];
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidInput(problems.join('\n'), 'See eiffel.md 1 to 3 for the form');
  return events;
}

function parsed(text: string, source: string, problemsOf: (event: unknown) => readonly string[]): EiffelEvent {
  const event = parsePlain(text, source);
  const problems = problemsOf(event);
  if (problems.length > 0)
    throw new InvalidInput(`${source} is not an Eiffel event: ${problems.join('; ')}`, 'See eiffel.md 1 to 3 for the form');
  return event as EiffelEvent;
}
