import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join as joinOwn } from 'node:path';
import { join } from 'node:path/posix';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Log } from '../host/log.js';
import { archiveName, type FileNames } from './file-names.js';
import { openFile } from './open-file.js';
import type { Scratch } from './scratch.js';
import type { DirectoryEntry, Shell } from './shell/shell.js';
import type { Upload } from '../log-area/upload.js';

/** A file that waits for its upload under its final name. */
export interface Found {
  readonly path: string;
  readonly upload: Upload;
}

export interface Collecting {
  readonly shell: Shell;
  readonly names: FileNames;
  readonly scratch: Scratch;
  readonly log: Log;
}

/**
 * What is at the top level of a directory, under the names the log area gets, in the order of their own (etos.md 6.5). Directories become archives
 * when they are opened. What has no content of its own is left out with a warning.
 */
export function collect(
  directory: string,
  entries: readonly DirectoryEntry[],
  testCaseId: string | undefined,
  parts: Collecting,
): readonly Found[] {
  const { shell, names, scratch, log } = parts;
  return entries.flatMap(({ name, kind }) => {
    const path = join(directory, name);
    switch (kind) {
      case 'directory':
        return [{ path, upload: { name: names.give(archiveName(name), testCaseId), open: archive(path, { shell, scratch }) } }];
      case 'file':
        return [{ path, upload: { name: names.give(name, testCaseId), open: () => shell.read(path) } }];
      case 'other':
        log.warning('not collected: neither a file nor a directory', { path });
        return [];
    }
  });
}

/** Opens a directory as a packed file, packed once: its length must be known before it is sent, and it may be sent more than once. */
export function archive(path: string, { shell, scratch }: { readonly shell: Shell; readonly scratch: Scratch }): Upload['open'] {
  let packing: Promise<string> | undefined;
  return async (signal) => {
    return await openFile(await (packing ??= pack(path, { shell, scratch, signal })));
  };
}

async function pack(
  path: string,
  { shell, scratch, signal }: { readonly shell: Shell; readonly scratch: Scratch; readonly signal: AbortSignal },
): Promise<string> {
  const file = joinOwn(await scratch.directory(), `${scratch.next()}.tar.gz`);
  try {
    // The fastest level: a workspace is large, and whoever waits for a verdict waits for this.
    await pipeline(await shell.pack(path), createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(file), { signal });
    return file;
  } catch (error) {
    await rm(file, { force: true });
    signal.throwIfAborted();
    throw error;
  }
}
