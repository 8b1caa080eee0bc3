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
    for (let n = 1; this.given.has(free); n += 1) free = `${n}_${free}`;
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

function shorten(name: string): string {
  if (fits(name)) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 || name.length - dot > longest / 2 ? '' : name.slice(dot);
  const stem = [...name.slice(0, name.length - ending.length)].slice(0, longest - [...ending].length);
  while (!fits(stem.join('') + ending)) stem.pop();
  return stem.join('').replace(/\.+$/, '') + ending;
}

function fits(name: string): boolean {
  return [...name].length <= longest && Buffer.byteLength(name) <= mostBytes;
}
