import { realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';

const writableByAll = 0o002;
/** In a folder with this bit only their owners replace files. */
const sticky = 0o1000;

/**
 * How others than root and this process's own user can change a file, or put another one in its place, a sentence each: as ssh and sudo look at theirs. Not
 * asked is who is in a group: many machines have one for each user, and files that it may write.
 * @param user the number of this process's user
 */
export function changeableByOthers(file: string, user: number | undefined): readonly string[] {
  // Both ways lead to it: the one that links show, and the one that they hide.
  const places = new Set([resolve(file), behindLinks(file)].flatMap(withFoldersAbove));
  return [...places].flatMap((place) => {
    const found = statSync(place, { throwIfNoEntry: false });
    return found ? doubtsAbout(place, found, user) : [];
  });
}

function doubtsAbout(place: string, found: Stats, user: number | undefined): readonly string[] {
  const isOpen = (found.mode & writableByAll) !== 0 && !(found.isDirectory() && (found.mode & sticky) !== 0);
  const isStrange = found.uid !== 0 && found.uid !== user;
  return [...(isOpen ? [`everybody may write ${place}`] : []), ...(isStrange ? [`${place} belongs to user ${found.uid}`] : [])];
}

function behindLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // A pipe of the shell has no place among the files.
    return resolve(file);
  }
}

function withFoldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...withFoldersAbove(above)];
}
