import { placesIn, printPath, repeatedMembers, type Path } from '../json/parse.js';

/** Something wrong, or probably wrong, with a value of a document. */
export interface Problem {
  readonly path: Path;
  /** Whether the place to point at is the member's name or its value; the value by default. */
  readonly of?: 'name' | 'value';
  /** What follows the path in the message: ` is 5; expected …`, with its leading space or dot. */
  readonly text: string;
}

/** Members that were given twice, which is surely a mistake: what stands first is ignored. */
export function repetitions(text: string, document: unknown): readonly Problem[] {
  return repeatedMembers(text, document).map((path) => ({ path, of: 'name', text: ' is given again; only this one counts' }));
}

// A collection that is wrong everywhere has more problems than anybody reads, and CI logs have limits.
const most = 1000;

/** One line a problem, `source:line:column: path text`, in the order of the text. */
export function printProblems(problems: readonly Problem[], text: string, source: string): readonly string[] {
  if (problems.length === 0) return [];
  const placeOf = placesIn(text);
  const located = problems.map((problem) => ({ problem, place: placeOf(problem.path, problem.of) }));
  located.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const lines = located.map(({ problem, place }) => `${source}:${place.line}:${place.column}: ${printPath(problem.path)}${problem.text}`);
  const told = [...new Set(lines)];
  return told.length <= most ? told : [...told.slice(0, most), `and ${told.length - most} more`];
}

/** A value as messages quote it: JSON, cut where it gets long, without the credentials of addresses. */
export function quote(value: unknown): string {
  const json = (JSON.stringify(value) ?? String(value)).replace(/:\/\/[^\s/"@]+@/g, '://***@');
  return json.length <= 80 ? json : `${json.slice(0, 79)}…`;
}
