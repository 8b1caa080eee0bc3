import { stripVTControlCharacters } from 'node:util';
import { printable } from './printable.js';

/** The last lines of what a test printed, fit to be shown anywhere: no colours, no moves of the cursor, of a line drawn again and again the last state. */
export function lastLines(output: string, most = Infinity): readonly string[] {
  const lines = stripVTControlCharacters(output)
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => printable(line.slice(line.trimEnd().lastIndexOf('\r') + 1).replaceAll('\t', '  ')).trimEnd());
  return lines.slice(Math.max(0, lines.length - most));
}
