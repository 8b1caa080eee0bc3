import { parse } from 'node:path';

// File systems take 255 bytes; a number in front must still fit.
const longestName = 240;
const longestEnding = 50;

/** A name that every file system takes, and GitHub's artifact store, which refuses `" : < > | * ?` and control characters. */
export function fitForFiles(given: string): string {
  const fit = given.replace(/["*:<>?|/\\\p{Cc}]/gu, '_');
  const { name, ext: last } = parse(fit);
  // What is longer than a name may be is no ending of one.
  const [stem, ext] = last.length > longestEnding ? [name + last, ''] : [name, last];
  let characters = [...stem];
  while (Buffer.byteLength(characters.join('') + ext) > longestName && characters.length > 1) characters = characters.slice(0, -1);
  return characters.join('') + ext;
}

/** The directory of a sub suite's files: its name as the released clients have it, spaces as `-`, made fit for a file system. */
export function directoryNameOf(subSuite: string): string {
  return fitForFiles(subSuite.replaceAll(' ', '-')).replace(/^\.+/, '_').slice(0, 100) || 'sub-suite';
}
