import { mkdir, open, readdir, readFile, rm, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, NotCarriedOut } from '../host/errors.js';

/** A message for a broker: its body is ASCII without line breaks. */
export interface Message {
  /** Counts from 0, in the order of `append`. */
  readonly n: number;
  readonly key: string;
  readonly body: string;
}

/**
 * Messages that a broker has not confirmed yet, in files, in order. Memory holds the next few thousand, whatever the number of those that wait.
 * A crash loses nothing that `append` has taken; what was confirmed just before it may come again.
 */
export interface Outbox extends AsyncDisposable {
  /** Resolves when the message is in the file. @throws {NotCarriedOut} the disk does not take it */
  append(key: string, body: string): Promise<void>;
  /** The next message that was not taken since the last `rewind`; undefined when there is none in memory: see `load`. */
  take(): Message | undefined;
  /** Whether `take` has one. */
  readonly hasNext: boolean;
  /** Whether there are messages behind those in memory. */
  readonly hasMore: boolean;
  /** Brings the next messages into memory when there is none to take. */
  load(): Promise<void>;
  /** Everything that is not confirmed is to be taken again. */
  rewind(): void;
  confirm(n: number): void;
  /** How many are not confirmed. */
  readonly owed: number;
  /** Resolves when nothing is owed. */
  empty(): Promise<void>;
}

interface Held extends Message {
  confirmed: boolean;
}

interface Segment {
  readonly path: string;
  readonly first: number;
  /** Messages and bytes, those included that are about to be written. */
  count: number;
  size: number;
}

export interface OutboxLimits {
  /** Messages held in memory. */
  readonly held: number;
  /** Bytes of a file; a file goes when all of it is confirmed. */
  readonly segment: number;
}

const usual: OutboxLimits = { held: 4_000, segment: 4 * 1024 * 1024 };
const confirmedName = 'confirmed';
const between = 100;

/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
export async function openOutbox(directory: string, limits: OutboxLimits = usual): Promise<Outbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const found = await readSegments(directory);
  return new FileOutbox(directory, limits, found, await readConfirmed(directory));
}

/** Whether a directory holds messages that are owed. */
export async function isOwing(directory: string): Promise<boolean> {
  return (await readSegments(directory).catch(() => [])).some(({ count }) => count > 0);
}

class FileOutbox implements Outbox {
  private readonly segments: Segment[];
  /** Messages at the front of the oldest file that were confirmed before this process. */
  private skip: number;
  private opened: Segment | undefined;
  private file: FileHandle | undefined;
  /** The messages `[first, loadedEnd)` are in memory; `head` of them are confirmed and about to go. */
  private held: Held[] = [];
  private head = 0;
  private first: number;
  private next: number;
  private loadedEnd: number;
  private tail: number;
  /** Where the message `loadedEnd` lies, when it is in a file alone. */
  private reading: { segment: Segment; offset: number } | undefined;
  private loading: Promise<void> | undefined;
  private lines: { segment: Segment; text: string[] }[] = [];
  private writing: Promise<void> | undefined;
  private failure: NotCarriedOut | undefined;
  private timer: NodeJS.Timeout | undefined;
  private noting: Promise<unknown> | undefined;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly directory: string,
    private readonly limits: OutboxLimits,
    segments: readonly Segment[],
    confirmed: number,
  ) {
    this.segments = [...segments];
    const start = segments[0]?.first ?? confirmed;
    const last = segments.at(-1);
    this.tail = last ? last.first + last.count : start;
    this.first = this.next = this.loadedEnd = start;
    const [oldest] = segments;
    if (oldest) this.reading = { segment: oldest, offset: 0 };
    this.skip = Math.max(0, confirmed - start);
  }

  get owed(): number {
    return this.tail - this.first - this.head - this.skip;
  }

  get hasNext(): boolean {
    return this.next < this.loadedEnd;
  }

  get hasMore(): boolean {
    return this.loadedEnd < this.tail;
  }

  append(key: string, body: string): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    const line = `${key}\t${body}\n`;
    const segment = this.segmentFor(line.length);
    const n = this.tail++;
    if (this.loadedEnd === n && this.held.length - this.head < this.limits.held) {
      this.held.push({ n, key, body, confirmed: false });
      this.loadedEnd++;
    } else this.reading ??= { segment, offset: segment.size };
    segment.count++;
    segment.size += line.length;
    const last = this.lines.at(-1);
    if (last?.segment === segment) last.text.push(line);
    else this.lines.push({ segment, text: [line] });
    this.writing ??= Promise.resolve().then(() => this.write());
    return this.writing;
  }

  take(): Message | undefined {
    while (this.next < this.loadedEnd) {
      const message = this.held[this.next++ - this.first];
      if (message && !message.confirmed) return message;
    }
    return undefined;
  }

  load(): Promise<void> {
    if (this.next < this.loadedEnd || this.loadedEnd === this.tail) return Promise.resolve();
    return (this.loading ??= this.read().finally(() => (this.loading = undefined)));
  }

  rewind(): void {
    this.next = this.first + this.head;
  }

  confirm(n: number): void {
    const message = this.held[n - this.first];
    if (message) message.confirmed = true;
    while (this.held[this.head]?.confirmed) this.head++;
    // Taken away in lots: an array moves all that is behind.
    if (this.head < 512 && this.first + this.head < this.tail) return;
    this.held.splice(0, this.head);
    this.first += this.head;
    this.head = 0;
    this.next = Math.max(this.next, this.first);
    this.timer ??= setTimeout(() => {
      this.noting = this.note();
    }, between).unref();
    if (this.owed === 0) this.waiting.splice(0).forEach((resolve) => resolve());
  }

  async empty(): Promise<void> {
    if (this.owed > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    while (this.writing) await this.writing.catch(() => undefined);
    await this.loading?.catch(() => undefined);
    clearTimeout(this.timer);
    await this.noting;
    await this.file?.close();
    if (this.owed === 0) await rm(this.directory, { recursive: true, force: true });
    else await writeFile(join(this.directory, confirmedName), String(this.first + this.head + this.skip), { mode: 0o600 });
  }

  private segmentFor(length: number): Segment {
    const last = this.segments.at(-1);
    if (last && last.size + length <= this.limits.segment) return last;
    const segment = { path: join(this.directory, `${String(this.tail).padStart(16, '0')}.log`), first: this.tail, count: 0, size: 0 };
    this.segments.push(segment);
    return segment;
  }

  private async write(): Promise<void> {
    try {
      for (let lot = this.lines.shift(); lot; lot = this.lines.shift()) {
        if (this.opened !== lot.segment) {
          await this.file?.close();
          this.file = await open(lot.segment.path, 'a', 0o600);
          this.opened = lot.segment;
        }
        await this.file?.appendFile(Buffer.from(lot.text.join(''), 'latin1'));
      }
    } catch (error) {
      this.failure = new NotCarriedOut(`events cannot be kept in ${this.directory}: ${messageOf(error)}`, 'Is the disk full?');
      throw this.failure;
    } finally {
      this.writing = undefined;
    }
  }

  /** Reads on in the file, behind everything that is in memory. */
  private async read(): Promise<void> {
    await this.writing;
    const { reading } = this;
    if (!reading || this.held.length - this.head >= this.limits.held) return;
    const { segment, offset } = reading;
    const text = await readLines(segment.path, offset);
    for (const line of text.split('\n')) if (line !== '') this.hold(line);
    // From here on nothing waits in between: what is appended meanwhile must find things in order.
    const next = this.segments[this.segments.indexOf(segment) + 1];
    if (this.loadedEnd === this.tail) this.reading = undefined;
    else if (offset + text.length >= segment.size && next) this.reading = { segment: next, offset: 0 };
    else this.reading = { segment, offset: offset + text.length };
  }

  private hold(line: string): void {
    const n = this.loadedEnd++;
    const tab = line.indexOf('\t');
    const confirmed = this.skip > 0;
    this.held.push({ n, key: line.slice(0, tab), body: line.slice(tab + 1), confirmed });
    if (!confirmed) return;
    this.skip--;
    this.head++;
  }

  /** Notes how far the broker has confirmed, and takes files away that have nothing left. Not at once each time: it only saves duplicates. */
  private async note(): Promise<void> {
    this.timer = undefined;
    const gone = this.segments.filter(
      (segment) =>
        segment.first + segment.count <= this.first &&
        segment !== this.opened &&
        segment !== this.reading?.segment &&
        !this.lines.some((lot) => lot.segment === segment),
    );
    for (const segment of gone) this.segments.splice(this.segments.indexOf(segment), 1);
    await this.noting;
    await Promise.all([
      ...gone.map(({ path }) => rm(path, { force: true })),
      writeFile(join(this.directory, confirmedName), String(this.first), { mode: 0o600 }),
    ]).catch(() => undefined);
  }
}

/** Whole lines of a file from an offset on: about a megabyte of them, one at least. */
async function readLines(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    for (let length = 1024 * 1024; ; length *= 4) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
      const end = buffer.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
      if (end > 0 || bytesRead < length) return buffer.toString('latin1', 0, end);
    }
  } finally {
    await file.close();
  }
}

async function readConfirmed(directory: string): Promise<number> {
  return Number(await readFile(join(directory, confirmedName), 'utf8').catch(() => '0')) || 0;
}

/** The files of a directory, in order. Half a line that a crash left at the end of one was never promised. */
async function readSegments(directory: string): Promise<readonly Segment[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{16}\.log$/.test(name)).sort();
  const confirmed = await readConfirmed(directory);
  const segments: Segment[] = [];
  for (const name of names) {
    const path = join(directory, name);
    const bytes = await readFile(path);
    const size = bytes.lastIndexOf(0x0a) + 1;
    if (size < bytes.length) await truncate(path, size);
    let count = 0;
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++;
    const first = Number(name.slice(0, 16));
    if (first + count <= confirmed) await rm(path, { force: true });
    else segments.push({ path, first, count, size });
  }
  return segments;
}
