// The rules that hold ARCHITECTURE.md against the code. The table of rooms in that page is the only place where rooms and their imports are
// written down; this file reads it.

import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Beside the rooms: documents that the bundler takes in as values. */
const documents = ['schemas', 'providers', 'package.json'];

/**
 * The rows of the table under "## Rooms": `| src/x | what | a b |` with the names in backticks.
 * @param {string} page the text of ARCHITECTURE.md
 * @returns {ReadonlyMap<string, ReadonlySet<string>>} a room's folder, and the folders it may import
 */
export function readRooms(page) {
  const section = page.split(/^## /m).find((part) => part.startsWith('Rooms'));
  const rows = (section ?? '').split('\n').filter((line) => /^\| `/.test(line));
  const table = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const folders = table.map(([, room]) => room.replaceAll('`', '').replace(/\/$/, ''));
  if (folders.length === 0) throw new Error('ARCHITECTURE.md has no table of rooms under "## Rooms"');
  const folderOf = (name, room) => {
    const folder = folders.find((candidate) => candidate === `src/${name}` || candidate === name);
    if (folder === undefined) throw new Error(`ARCHITECTURE.md: the row of ${room} allows "${name}", which has no row of its own`);
    return folder;
  };
  return new Map(
    table.map(([, , , imports], i) => [
      folders[i],
      new Set([...imports.matchAll(/`([^`]+)`/g)].map(([, name]) => folderOf(name, folders[i]))),
    ]),
  );
}

/** The room that a file belongs to, by its path relative to the root; undefined for files beside the rooms. */
export function roomOf(file, rooms) {
  const folder = file.split('/');
  return [...rooms.keys()].find((room) => room.split('/').every((part, i) => folder[i] === part) && folder.length > room.split('/').length);
}

const imports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: '{{file}} is in no room: give its folder a row in the table of ARCHITECTURE.md, or put the file where it belongs.',
      forbidden:
        '{{from}} may not import {{to}} (types count). ARCHITECTURE.md allows it {{allowed}}; pass the value in, or move the file.',
      outside: '{{from}} may not import {{target}}: a room takes from rooms, packages, schemas/ and providers/ alone.',
      package: 'Import node:{{name}}, so that nobody takes it for a package.',
    },
  },
  create(context) {
    const root = context.cwd;
    const rooms = readRooms(readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8'));
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const from = roomOf(file, rooms);
    const check = (source) => {
      if (from === undefined || typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), source.value));
      const to = roomOf(target, rooms);
      if (to === from) return;
      if (to === undefined) {
        if (!documents.some((folder) => target === folder || target.startsWith(`${folder}/`))) {
          context.report({ node: source, messageId: 'outside', data: { from, target } });
        }
      } else if (!rooms.get(from).has(to)) {
        const allowed = [...rooms.get(from)].map((room) => room.replace('src/', '')).join(', ') || 'nothing';
        context.report({ node: source, messageId: 'forbidden', data: { from, to, allowed } });
      }
    };
    return {
      Program(node) {
        if (from === undefined) context.report({ node, messageId: 'unknown', data: { file } });
      },
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};

/** As an ESLint plugin: `rooms/imports`. */
export default { meta: { name: 'rooms' }, rules: { imports } };
