import { mkdir, open, readdir, readFile, rm, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, NotCarriedOut } from '../host/errors.js';

/** A message for a broker. */
export interface Message {
  /** Counts from 0, in the order of `append`. */
  readonly n: number;
  readonly key: string;
  readonly body: Buffer;
}

/**
 * Messages that a broker has not confirmed yet, in files, in order. Memory holds the next few megabytes, whatever the number of those that wait.
 * Neither a crash nor a power cut loses what `append` has resolved for; what was confirmed just before may come again.
 */
export interface Outbox extends AsyncDisposable {
  /**
   * Resolves when the message is on the disk, past every cache: messages that come while the disk is at work go there together.
   * @param key without control characters
   * @param body ASCII without line breaks
   * @throws {NotCarriedOut} the disk does not take it
   */
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

/** Bytes that are about to be written to a file, side by side in memory. */
interface Lot {
  readonly segment: Segment;
  readonly chunk: Buffer;
  readonly from: number;
  to: number;
}

export interface OutboxLimits {
  /** Messages held in memory, and their bytes; a message that is longer is held alone. */
  readonly held: number;
  readonly heldBytes: number;
  /** Bytes of a file; a file goes when all of it is confirmed. */
  readonly segment: number;
}

const usual: OutboxLimits = { held: 16_000, heldBytes: 16 * 1024 * 1024, segment: 4 * 1024 * 1024 };
const confirmedName = 'confirmed';
const between = 100;
const chunkSize = 128 * 1024;
const [tab, lineBreak] = [0x09, 0x0a];

/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
export async function openOutbox(directory: string, limits: OutboxLimits = usual): Promise<Outbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await syncDirectory(dirname(directory));
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
  private heldBytes = 0;
  private head = 0;
  private first: number;
  private next: number;
  private loadedEnd: number;
  private tail: number;
  /** Where the message `loadedEnd` lies, when it is in a file alone. */
  private reading: { segment: Segment; offset: number } | undefined;
  private loading: Promise<void> | undefined;
  /** Where lines are put together: `used` bytes of it are. The messages in memory are parts of such chunks. */
  private chunk = Buffer.alloc(0);
  private used = 0;
  private lots: Lot[] = [];
  /** What the disk is at, and what it will do next, for messages that came meanwhile. */
  private writing: Promise<void> | undefined;
  private writingNext: Promise<void> | undefined;
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
    // A character takes three bytes at most.
    if (this.chunk.length - this.used < line.length * 3) {
      this.chunk = Buffer.allocUnsafeSlow(Math.max(chunkSize, line.length * 3));
      this.used = 0;
    }
    const from = this.used;
    const size = this.chunk.write(line, from);
    const to = (this.used = from + size);
    const segment = this.segmentFor(size);
    const n = this.tail++;
    if (this.loadedEnd === n && this.hasRoom) {
      this.hold({ n, key, body: this.chunk.subarray(to - 1 - body.length, to - 1), confirmed: false });
    } else this.reading ??= { segment, offset: segment.size };
    segment.count++;
    segment.size += size;
    const last = this.lots.at(-1);
    if (last?.segment === segment && last.chunk === this.chunk) last.to = to;
    else this.lots.push({ segment, chunk: this.chunk, from, to });
    return (this.writingNext ??= this.writeAfter(this.writing));
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
    for (let next = this.held[this.head]; next?.confirmed; next = this.held[this.head]) {
      this.head++;
      this.heldBytes -= next.body.length;
    }
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
    while (this.written) await this.written.catch(() => undefined);
    await this.loading?.catch(() => undefined);
    clearTimeout(this.timer);
    await this.noting;
    await this.file?.close();
    if (this.owed === 0) await rm(this.directory, { recursive: true, force: true });
    else await writeFile(join(this.directory, confirmedName), String(this.first + this.head + this.skip), { mode: 0o600 });
  }

  private get hasRoom(): boolean {
    return this.held.length - this.head < this.limits.held && this.heldBytes < this.limits.heldBytes;
  }

  /** When everything appended by now is on the disk; undefined when it is. */
  private get written(): Promise<void> | undefined {
    return this.writingNext ?? this.writing;
  }

  private segmentFor(length: number): Segment {
    const last = this.segments.at(-1);
    if (last && last.size + length <= this.limits.segment) return last;
    const segment = { path: join(this.directory, `${String(this.tail).padStart(16, '0')}.log`), first: this.tail, count: 0, size: 0 };
    this.segments.push(segment);
    return segment;
  }

  private async writeAfter(before: Promise<void> | undefined): Promise<void> {
    // Never at once: what is published in the same turn goes together.
    await (before ?? Promise.resolve()).catch(() => undefined);
    this.writing = this.writingNext;
    this.writingNext = undefined;
    try {
      if (this.failure) throw this.failure;
      for (let lot = this.lots.shift(); lot; lot = this.lots.shift()) {
        if (this.opened !== lot.segment) await this.openSegment(lot.segment);
        await writeAll(this.file, lot.chunk.subarray(lot.from, lot.to));
      }
      await this.file?.datasync();
    } catch (error) {
      this.failure ??= new NotCarriedOut(`events cannot be kept in ${this.directory}: ${messageOf(error)}`, 'Is the disk full?');
      throw this.failure;
    } finally {
      this.writing = undefined;
    }
  }

  private async openSegment(segment: Segment): Promise<void> {
    await this.file?.datasync();
    await this.file?.close();
    this.file = undefined;
    this.file = await open(segment.path, 'a', 0o600);
    this.opened = segment;
    await syncDirectory(this.directory);
  }

  /** Reads on in the file, behind everything that is in memory. */
  private async read(): Promise<void> {
    await this.written;
    const { reading } = this;
    if (!reading || !this.hasRoom) return;
    const { segment, offset } = reading;
    const lines = await readLines(segment.path, offset);
    let at = 0;
    for (let end = lines.indexOf(lineBreak); end >= 0 && (at === 0 || this.hasRoom); end = lines.indexOf(lineBreak, at)) {
      const keyEnd = lines.indexOf(tab, at);
      const confirmed = this.skip > 0;
      this.hold({ n: this.loadedEnd, key: lines.toString('utf8', at, keyEnd), body: lines.subarray(keyEnd + 1, end), confirmed });
      if (confirmed) {
        this.skip--;
        this.head++;
      }
      at = end + 1;
    }
    // From here on nothing waits in between: what is appended meanwhile must find things in order.
    const next = this.segments[this.segments.indexOf(segment) + 1];
    if (this.loadedEnd === this.tail) this.reading = undefined;
    else if (offset + at >= segment.size && next) this.reading = { segment: next, offset: 0 };
    else this.reading = { segment, offset: offset + at };
  }

  private hold(message: Held): void {
    this.held.push(message);
    this.loadedEnd++;
    if (!message.confirmed) this.heldBytes += message.body.length;
  }

  /** Notes how far the broker has confirmed, and takes files away that have nothing left. Not at once each time: it only saves duplicates. */
  private async note(): Promise<void> {
    this.timer = undefined;
    const gone = this.segments.filter(
      (segment) =>
        segment.first + segment.count <= this.first &&
        segment !== this.opened &&
        segment !== this.reading?.segment &&
        !this.lots.some((lot) => lot.segment === segment),
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
async function readLines(path: string, offset: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    for (let length = 1024 * 1024; ; length *= 4) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, offset);
      const end = buffer.subarray(0, bytesRead).lastIndexOf(lineBreak) + 1;
      if (end > 0 || bytesRead < length) return buffer.subarray(0, end);
    }
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle | undefined, bytes: Buffer): Promise<void> {
  for (let at = 0; file && at < bytes.length;) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
}

/** So that a power cut does not take the name of a new file. Where a directory cannot be opened, on Windows, it is nothing to care about. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

async function readConfirmed(directory: string): Promise<number> {
  return Number(await readFile(join(directory, confirmedName), 'utf8').catch(() => '0')) || 0;
}

/** The files of a directory, in order. Half a line that a crash left at the end of one was never promised, nor what is behind zeros of a power cut. */
async function readSegments(directory: string): Promise<readonly Segment[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{16}\.log$/.test(name)).sort();
  const confirmed = await readConfirmed(directory);
  const segments: Segment[] = [];
  for (const name of names) {
    const path = join(directory, name);
    const bytes = await readFile(path);
    const zero = bytes.indexOf(0);
    const size = bytes.subarray(0, zero < 0 ? bytes.length : zero).lastIndexOf(lineBreak) + 1;
    if (size < bytes.length) await truncate(path, size);
    let count = 0;
    for (let at = bytes.indexOf(lineBreak); at >= 0 && at < size; at = bytes.indexOf(lineBreak, at + 1)) count++;
    const first = Number(name.slice(0, 16));
    if (first + count <= confirmed) await rm(path, { force: true });
    else segments.push({ path, first, count, size });
  }
  return segments;
}
