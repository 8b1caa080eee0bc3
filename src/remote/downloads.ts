import { createHash, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import { directoryNameOf, fitForFiles } from '../host/fit-for-files.js';
import type { Log } from '../host/log.js';
import { discard } from '../http/answer.js';
import type { HttpClient } from '../http/client.js';
import { parseUrl, printUrl } from '../http/url.js';
import { loginFor, type Deployment } from './deployment.js';
import type { RemoteFile } from './messages.js';

/** A file that is here. */
export interface Downloaded {
  readonly file: RemoteFile;
  readonly path: string;
}

interface Wanted {
  readonly file: RemoteFile;
  readonly owed: boolean;
}

export interface Downloading {
  readonly reportDirectory: string;
  readonly artifactDirectory: string;
  readonly deployment: Deployment;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** As many at once as today's client has (etos.md 1.4). */
const atOnce = 10;
/** Tries of a file that arrives damaged, or in part, and milliseconds between them. */
const [tries, pause] = [4, 100];
/** Milliseconds in which a log area that does not answer, or has a file not yet, is asked again. */
const within = 60_000;
/** The same for a file that nobody said was uploaded. */
const withinUnsaid = 5_000;
const gibibyte = 1024 ** 3;
/** Bytes of one file, and of all: what a deployment hands out must not fill the disk of a build node. */
const [largest, mostOfAll] = [4 * gibibyte, 32 * gibibyte];

/** Ours in the report directory, as files are and as a sub suite must not be called. */
const reserved = ['results.json', 'junit.xml', 'summary.md', 'events.ndjson', 'etos.log', '.etos-run'];

const algorithms: Readonly<Record<string, string>> = {
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  'SHA-512/224': 'sha512-224',
  'SHA-512/256': 'sha512-256',
};

/** Fetches the files of a run while it goes on: each address once, whole or not at all, below the directories of the report and the artifacts. */
export class Downloads {
  readonly done: Downloaded[] = [];
  /** A sentence for each file that could not be had, of those that are owed. */
  readonly failures: string[] = [];
  private readonly waiting: Wanted[] = [];
  private readonly known = new Set<string>();
  private readonly paths = new Set<string>();
  private readonly directories = new Set<string>();
  private readonly cleared = new Map<string, Promise<void>>();
  private readonly workers = new Set<Promise<void>>();
  private received = 0;
  private readonly stopped = new AbortController();
  private readonly signal: AbortSignal;

  constructor(private readonly options: Downloading) {
    this.signal = AbortSignal.any([options.signal, this.stopped.signal]);
    // Each download listens, in more than one place.
    setMaxListeners(10 * atOnce, this.signal);
  }

  /** @param owed whether the deployment has said that the file is there; others are fetched where they can be had */
  add(file: RemoteFile, owed = true): void {
    const address = URL.canParse(file.url) ? new URL(file.url).href : file.url;
    if (this.known.has(address)) return;
    this.known.add(address);
    this.waiting.push({ file, owed });
    if (this.workers.size >= atOnce) return;
    const worker = this.work().finally(() => this.workers.delete(worker));
    this.workers.add(worker);
  }

  /** Resolves when all that was added is here, or has failed. */
  async settled(): Promise<void> {
    while (this.workers.size > 0) await Promise.all(this.workers);
  }

  /** Gives up what is not here yet; resolves when nothing of it is left. */
  async stop(): Promise<void> {
    this.stopped.abort(new Error('the run was stopped'));
    await this.settled();
  }

  private async work(): Promise<void> {
    for (let wanted = this.waiting.shift(); wanted; wanted = this.waiting.shift()) {
      const { file, owed } = wanted;
      try {
        const path = await this.fetch(wanted);
        this.done.push({ file, path });
      } catch (error) {
        if (this.signal.aborted) continue;
        const reason = messageOf(error);
        if (owed) this.failures.push(`${file.name}: ${reason}`);
        this.options.log.warning('could not download', { file: file.name, reason });
      }
    }
  }

  private async fetch({ file, owed }: Wanted): Promise<string> {
    const { signal } = this;
    const { clock } = this.options;
    signal.throwIfAborted();
    const directory = this.directoryFor(file);
    const path = this.pathFor(file, directory);
    await this.clear(file, directory);
    await mkdir(dirname(path), { recursive: true });
    const partial = join(dirname(path), `.${basename(path).slice(0, 50)}.${randomBytes(4).toString('hex')}.partial`);
    try {
      for (let n = 1; ; n++) {
        try {
          await this.receive(file, partial, owed ? within : withinUnsaid);
          await rename(partial, path);
          return path;
        } catch (error) {
          if (signal.aborted || error instanceof Refused || n === tries) throw error;
        }
        await clock.sleep(pause * n, signal);
      }
    } finally {
      await rm(partial, { force: true });
    }
  }

  private async receive({ url: text, checksums }: RemoteFile, partial: string, patience: number): Promise<void> {
    const { signal } = this;
    const { http, deployment } = this.options;
    const url = parseUrl(text);
    const answer = await http.request({
      method: 'GET',
      url,
      headers: loginFor(url, deployment),
      retry: { within: patience, pause: 500, statuses: [404] },
      signal,
    });
    if (answer.status < 200 || answer.status > 299) {
      await discard(answer);
      throw new Refused(`${printUrl(url)} answers ${answer.status} ${answer.reason}`.trimEnd());
    }
    const announced = Number(answer.headers['content-length'] ?? 0);
    if (announced > largest) {
      answer.body.destroy();
      throw new Refused(`it has ${announced} bytes; at most ${largest} are taken`);
    }
    const [name, expected] = Object.keys(algorithms)
      .map((one) => [one, checksums[one]] as const)
      .find(([, value]) => value !== undefined) ?? ['SHA-256', undefined];
    const hash = createHash(algorithms[name] ?? 'sha256');
    let size = 0;
    const pieces = answer.body as AsyncIterable<Buffer>;
    const measured = async function* (this: Downloads): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        size += piece.length;
        this.received += piece.length;
        if (size > largest) throw new Refused(`it has more than ${largest} bytes`);
        if (this.received > mostOfAll) throw new Refused(`the files of the run have more than ${mostOfAll} bytes`);
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(measured.call(this), createWriteStream(partial), { signal });
    const found = hash.digest('hex');
    if (expected !== undefined && found !== expected.toLowerCase())
      throw new Error(`its ${name} is ${found}, and the deployment says ${expected}: it arrived damaged`);
  }

  /** Where a file goes. A name that another file of the run has got is told apart by a number in front, as the released clients do. */
  private pathFor({ directory, name }: RemoteFile, base: string): string {
    const fit = fitForFiles(name).replace(/^\.+$/, '_') || 'file';
    for (let n = 0; ; n++) {
      const path = join(base, n === 0 ? fit : `${n}_${fit}`);
      // Some file systems do not tell `a` from `A`.
      const isOurs = directory === undefined && reserved.includes(basename(path).toLowerCase());
      if (isOurs || this.paths.has(path.toLowerCase()) || this.directories.has(path.toLowerCase())) continue;
      this.paths.add(path.toLowerCase());
      return path;
    }
  }

  /** Where the files of a sub suite go. A name that a file has got is told apart like those of files. */
  private directoryFor({ kind, directory }: RemoteFile): string {
    const base = kind === 'log' ? this.options.reportDirectory : this.options.artifactDirectory;
    if (directory === undefined) return base;
    const name = directoryNameOf(directory);
    for (let n = 0; ; n++) {
      const path = join(base, n === 0 ? name : `${n}_${name}`);
      if (reserved.includes(basename(path).toLowerCase()) || this.paths.has(path.toLowerCase())) continue;
      this.directories.add(path.toLowerCase());
      return path;
    }
  }

  /** What an earlier run left under the name of a sub suite must not pass for this one's. Other names may be the user's own directories. */
  private async clear({ directory }: RemoteFile, path: string): Promise<void> {
    if (directory === undefined || !/_SubSuite_\d+$/.test(directory)) return;
    const cleared = this.cleared.get(path) ?? rm(path, { recursive: true, force: true });
    this.cleared.set(path, cleared);
    await cleared;
  }
}

/** Another try would end alike. */
class Refused extends Error {
  override readonly name = 'Refused';
}
