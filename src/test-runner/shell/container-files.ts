import { dirname, resolve } from 'node:path/posix';
import { PassThrough, type Readable } from 'node:stream';
import { extract, pack, type Header } from 'tar-stream';
import { NotCarriedOut } from '../../host/errors.js';
import { ask, type Inside } from './container-exec.js';
import type { DirectoryEntry, NewEntry, Shell } from './shell.js';

/** Whom files belong to that are put inside: the container's user. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const listingScript = `for directory in "$@"; do
  if [ -d "$directory" ] && cd "$directory"; then
    for name in * .[!.]* ..?*; do
      if [ -d "$name" ]; then kind=d; elif [ -f "$name" ]; then kind=f; elif [ -e "$name" ] || [ -L "$name" ]; then kind=o; else continue; fi
      printf '%s%s\\0' "$kind" "$name"
    done
  fi
  printf '/\\0'
done`;

const kinds: Readonly<Record<string, DirectoryEntry['kind']>> = { d: 'directory', f: 'file', o: 'other' };

/** What is in each of the directories; nothing in one that is not there. Links count as what they lead to. */
export async function list(paths: readonly string[], inside: Inside): Promise<readonly (readonly DirectoryEntry[])[]> {
  const said = await ask(['/bin/sh', '-c', listingScript, 'sh', ...paths], inside);
  const lists: DirectoryEntry[][] = [];
  let entries: DirectoryEntry[] = [];
  for (const word of said.split('\0').slice(0, -1)) {
    if (word === '/') {
      lists.push(entries);
      entries = [];
    } else entries.push({ name: word.slice(1), kind: kinds[word.charAt(0)] ?? 'other' });
  }
  return lists;
}

/** Puts files and directories below the root, and makes what is missing on their way. */
export async function write(
  entries: readonly NewEntry[],
  { root, owner }: { readonly root: string; readonly owner: Owner },
  { container, engine }: Inside,
): Promise<void> {
  const tar = pack();
  const made = new Set<string>();
  const below = (path: string): string => path.slice(root.length + 1);
  const directory = (path: string): void => {
    if (made.has(path) || !path.startsWith(`${root}/`)) return;
    // Each time anew, because tests remove directories, and the engine would make them as root's.
    directory(dirname(path));
    made.add(path);
    tar.entry({ name: `${below(path)}/`, type: 'directory', mode: 0o755, ...owner });
  };
  for (const entry of entries) {
    directory('directory' in entry ? entry.directory : dirname(entry.file));
    if ('file' in entry) tar.entry({ name: below(entry.file), mode: entry.mode, ...owner }, entry.content);
  }
  tar.finalize();
  // Its streams are of another make than Node's.
  await engine.putArchive(container, root, tar.pipe(new PassThrough()));
}

const linksAtMost = 20;

/** The content of a file, wherever links lead to it. @throws {NotCarriedOut} when it is none */
export async function read(path: string, inside: Inside, links = 0): ReturnType<Shell['read']> {
  const archive = await inside.engine.getArchive(inside.container, path);
  const { header, content } = await firstEntry(archive);
  if (header.type === 'file') return { length: header.size ?? 0, content };
  archive.destroy();
  if (header.type !== 'symlink' || links === linksAtMost)
    throw new NotCarriedOut(`${path} is not a file`, 'Only files and directories can be collected');
  return await read(resolve(dirname(path), header.linkname ?? ''), inside, links + 1);
}

function firstEntry(archive: Readable): Promise<{ readonly header: Header; readonly content: Readable }> {
  return new Promise((found, reject) => {
    const entries = extract();
    archive.once('error', (error) => entries.destroy(error));
    entries.once('error', reject);
    entries.once('entry', (header, content, next) => {
      content.once('close', () => archive.destroy());
      content.once('end', next);
      // A stream of ours fails with its archive, whose errors would otherwise end here.
      entries.on('error', (error) => content.destroy(error));
      found({ header, content: content as unknown as Readable });
    });
    entries.once('finish', () => reject(new NotCarriedOut('the engine sent an archive with nothing in it', '')));
    archive.pipe(entries);
  });
}
