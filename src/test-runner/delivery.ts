import { rm } from 'node:fs/promises';
import { join } from 'node:path/posix';
import type { Log } from '../host/log.js';
import type { Announcements } from './announcements.js';
import { archive, collect, type Found } from './collect.js';
import { workspaceArchive, type FileNames } from './file-names.js';
import { openFile } from './open-file.js';
import type { Scratch } from './scratch.js';
import type { DirectoryEntry, Shell } from './shell/shell.js';
import type { UserLog } from './user-log.js';
import type { Uploaded, Uploader } from '../log-area/upload.js';

export interface Delivering {
  readonly shell: Shell;
  readonly uploader: Uploader;
  readonly names: FileNames;
  readonly scratch: Scratch;
  readonly announcements: Announcements;
  /** Told of each file that is in the log area. */
  readonly uploaded?: UserLog['uploaded'];
  readonly log: Log;
  /** Ends uploads for good; later than the signal that ends recipes. */
  readonly signal: AbortSignal;
}

/** A log that this process holds, because it cannot reach the files of the shell. */
export interface HeldLog {
  readonly name: string;
  readonly file: string;
}

/** Takes logs and artifacts to the log area, announces them, and knows what became of each (etos.md 6.5, 6.9). */
export class Delivery {
  private readonly done: Uploaded[] = [];
  private readonly doneLogs: Uploaded[] = [];
  /** Files that are still there because they could not be uploaded: they are not the next recipe's. */
  private readonly left = new Set<string>();

  constructor(private readonly parts: Delivering) {}

  /** Everything so far, in the order of upload. */
  get uploads(): readonly Uploaded[] {
    return this.done;
  }

  /** The logs among them. */
  get logs(): readonly Uploaded[] {
    return this.doneLogs;
  }

  /** A file is being made anew under a path that could not be uploaded before. */
  isNew(path: string): void {
    this.left.delete(path);
  }

  /** Uploads the logs in a directory, those that are held first, and removes what is there now. */
  async deliverLogs(
    directory: string,
    entries: readonly DirectoryEntry[],
    testCaseId?: string,
    held: readonly HeldLog[] = [],
  ): Promise<readonly Uploaded[]> {
    const { names } = this.parts;
    const kept = held.map(({ name, file }) => ({
      path: undefined,
      upload: { name: names.give(name, testCaseId), open: () => openFile(file) },
    }));
    const uploads = await this.upload('report', [...kept, ...this.found(directory, entries, testCaseId)]);
    this.doneLogs.push(...uploads);
    await Promise.all(held.map(({ file }) => rm(file, { force: true })));
    return uploads;
  }

  /** Announces the artifacts in a directory, uploads them, announces where they are. Nothing when there are none. */
  async deliverArtifacts(directory: string, entries: readonly DirectoryEntry[], testCaseId?: string): Promise<void> {
    const { announcements, uploader } = this.parts;
    const found = this.found(directory, entries, testCaseId);
    if (found.length === 0) return;
    const created = announcements.artifactCreated(
      found.map(({ upload }) => upload.name),
      testCaseId,
    );
    // Whoever hears of the file's arrival in the log area must be able to know what it belongs to.
    await announcements.settled();
    const uploads = await this.upload('artifact', found);
    if (uploads.some(({ state }) => state === 'there')) announcements.artifactPublished(created, uploader.addressOf(''));
  }

  /** Uploads the workspace as one archive, whose name is never changed (etos.md 6.5). */
  async deliverWorkspace(): Promise<void> {
    const { shell, scratch } = this.parts;
    await this.upload('artifact', [
      { path: undefined, upload: { name: workspaceArchive, open: archive(join(shell.root, 'workspace'), { shell, scratch }) } },
    ]);
  }

  private found(directory: string, entries: readonly DirectoryEntry[], testCaseId: string | undefined): readonly Found[] {
    return collect(
      directory,
      entries.filter(({ name }) => !this.left.has(join(directory, name))),
      testCaseId,
      this.parts,
    );
  }

  private async upload(
    kind: 'report' | 'artifact',
    found: readonly (Omit<Found, 'path'> & { readonly path: string | undefined })[],
  ): Promise<readonly Uploaded[]> {
    const { uploader, shell, signal } = this.parts;
    const uploads: Uploaded[] = [];
    const gone: string[] = [];
    for (const { path, upload } of found) {
      const uploaded = await uploader.upload(upload, signal);
      uploads.push(uploaded);
      if (uploaded.state === 'there') this.parts.uploaded?.(kind, uploaded);
      if (path !== undefined && uploaded.state === 'there') gone.push(path);
      if (path !== undefined && uploaded.state === 'missing') this.left.add(path);
    }
    if (gone.length > 0) await shell.remove(gone);
    this.done.push(...uploads);
    return uploads;
  }
}
