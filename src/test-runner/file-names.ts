import type { LogArea } from '../documents/log-area.js';

const longest = 250;
// What most file systems take for one name; a name of few but long characters may be over it.
const mostBytes = 255;

/** The name of the packed workspace, which gets no prefix and is nobody else's. */
export const workspaceArchive = 'workspace.tar.gz';

/** Gives the files of one sub suite the names under which the log area gets them (etos.md 6.5). No name is given twice. */
export class FileNames {
  private readonly given = new Set<string>([workspaceArchive]);

  constructor(private readonly logs: LogArea['logs']) {}

  /**
   * @param name of the file, or of the archive of a directory (`archiveName`)
   * @param testCaseId of the test that made the file; none for the files of the whole sub suite
   */
  give(name: string, testCaseId?: string): string {
    const ofTest = testCaseId === undefined ? name : `${inFileName(testCaseId)}_${name}`;
    const { prepend, joinCharacter } = this.logs;
    const prefixed =
      prepend === undefined && joinCharacter === undefined ? ofTest : `${inFileName(prepend ?? '')}${joinCharacter ?? '_'}${ofTest}`;
    const shortened = shorten(prefixed);
    let free = shortened;
    // A number may make a name too long for a file system, but not for the rule of 250, which comes before it.
    for (let n = 1; this.given.has(free); n += 1) free = shorten(`${n}_${free}`, Infinity);
    this.given.add(free);
    return free;
  }
}

/** The name of the archive that a directory becomes. */
export function archiveName(directory: string): string {
  return `${directory.replace(/\.+$/, '')}.tar.gz`;
}

/** Text as a part of a file name: a test case's id is often a path, which the released test runners could not rename a log to. */
function inFileName(text: string): string {
  return text.replace(/[/\\\0]/g, '_');
}

function shorten(name: string, atMost = longest): string {
  const fits = (text: string): boolean => [...text].length <= atMost && Buffer.byteLength(text) <= mostBytes;
  if (fits(name)) return name;
  const dot = name.lastIndexOf('.');
  const last = dot < 0 ? '' : name.slice(dot);
  // What is so long is no ending, and would leave no room for the name.
  const ending = Buffer.byteLength(last) > longest / 2 ? '' : last;
  const stem = [...name.slice(0, name.length - ending.length)];
  while (!fits(stem.join('') + ending)) stem.pop();
  return stem.join('').replace(/\.+$/, '') + ending;
}
