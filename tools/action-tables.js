// Writes the inputs and outputs of action.yml into the README, between `<!-- action inputs -->` (or outputs) and `<!-- end -->`: part of `npm run fix`.
// A test compares them, so that nothing is said twice unchecked.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = path.dirname(import.meta.dirname);

/** README text with the tables as action.yml has them. @throws when a marker is missing */
export function withTables(readme, actionYml) {
  const { inputs, outputs } = parse(actionYml);
  const inputRows = Object.entries(inputs).map(([name, { description, default: value, required }]) => [
    `\`${name}\``,
    required ? '**required**' : value === '' ? '' : `\`${value}\``,
    description,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  const filled = fill(readme, 'action inputs', [['Input', 'Default', 'What it says'], ...inputRows]);
  return fill(filled, 'action outputs', [['Output', 'What it says'], ...outputRows]);
}

function fill(text, marker, [head, ...rows]) {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  const place = new RegExp(`(<!-- ${marker} -->\n)[^]*?(<!-- end -->)`);
  if (!place.test(text)) throw new Error(`README.md has no place for the table: <!-- ${marker} --> … <!-- end -->`);
  return text.replace(place, (_, open, close) => `${open}\n${lines.join('\n')}\n\n${close}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = path.join(root, 'README.md');
  const [text, action] = await Promise.all([readFile(readme, 'utf8'), readFile(path.join(root, 'action.yml'), 'utf8')]);
  const filled = withTables(text, action);
  if (filled !== text) await writeFile(readme, filled);
}
