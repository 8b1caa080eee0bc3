import { rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';

/** A message for a broker. */
export interface Message {
  /** Counts from 0, in the order of `append`. */
  readonly n: number;
  readonly key: string;
  readonly body: Buffer;
}

/**
 * Messages that a broker has not confirmed yet, in files, in order. Memory holds the next few megabytes, whatever the number of those that wait.
 * Neither a crash nor a power cut loses what `append` has resolved for; what was confirmed just before may come again. While the disk takes nothing,
 * which is told, memory alone has what is new, as far as it may; it is written as soon as the disk takes it.
 */
export interface Outbox extends AsyncDisposable {
  /**
   * Resolves when the message is on the disk, past every cache, or in memory while the disk is full: messages that come while the disk is at work go
   * there together.
   * @param key without control characters
   * @param body ASCII without line breaks
   * @throws {NotCarriedOut} neither the disk nor memory takes it
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

/** Bytes that are about to be written to a file, side by side in memory; those before `from` are written. */
interface Lot {
  readonly segment: Segment;
  readonly chunk: Buffer;
  from: number;
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
/** Milliseconds until a disk that took nothing is tried again. */
const untilAgain = 250;
const chunkSize = 128 * 1024;
const [tab, lineBreak] = [0x09, 0x0a];

/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
export async function openOutbox(
  directory: string,
  { log, limits = usual }: { readonly log: Log; readonly limits?: OutboxLimits },
): Promise<Outbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await syncDirectory(dirname(directory));
  const found = await readSegments(directory);
  return new FileOutbox({ directory, limits, log }, found, await readConfirmed(directory));
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
  /** Why the disk took nothing when it was last asked to. */
  private failure: NotCarriedOut | undefined;
  private retrying: NodeJS.Timeout | undefined;
  private timer: NodeJS.Timeout | undefined;
  private noting: Promise<unknown> | undefined;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly parts: { readonly directory: string; readonly limits: OutboxLimits; readonly log: Log },
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
    const fits = this.loadedEnd === this.tail && this.hasRoom;
    if (this.failure && !fits) return Promise.reject(this.failure);
    const n = this.tail++;
    const { segment, offset, body: kept } = this.put(n, key, body);
    if (fits) this.hold({ n, key, body: kept, confirmed: false });
    else this.reading ??= { segment, offset };
    // The disk is asked again before long.
    if (this.failure) return Promise.resolve();
    return (this.writingNext ??= this.writeAfter(this.writing));
  }

  /** Puts a message where it is written next. Gives its place in the file, and its body in memory. */
  private put(n: number, key: string, body: string): { readonly segment: Segment; readonly offset: number; readonly body: Buffer } {
    const line = `${key}\t${body}\n`;
    // A character takes three bytes at most.
    if (this.chunk.length - this.used < line.length * 3) {
      this.chunk = Buffer.allocUnsafeSlow(Math.max(chunkSize, line.length * 3));
      this.used = 0;
    }
    const from = this.used;
    const size = this.chunk.write(line, from);
    const to = (this.used = from + size);
    const segment = this.segmentFor(n, size);
    const offset = segment.size;
    segment.count++;
    segment.size += size;
    const last = this.lots.at(-1);
    if (last?.segment === segment && last.chunk === this.chunk) last.to = to;
    else this.lots.push({ segment, chunk: this.chunk, from, to });
    return { segment, offset, body: this.chunk.subarray(to - 1 - body.length, to - 1) };
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
    const { directory, log } = this.parts;
    while (this.written) await this.written;
    await this.loading?.catch(() => undefined);
    clearTimeout(this.timer);
    await this.noting;
    if (this.failure && this.owed > 0) await this.writeAfter(undefined);
    clearTimeout(this.retrying);
    await this.file?.close().catch(() => undefined);
    if (this.owed === 0) return await rm(directory, { recursive: true, force: true });
    // Without it some of what is confirmed comes again.
    await writeFile(join(directory, confirmedName), String(this.first + this.head + this.skip), { mode: 0o600 }).catch(() => undefined);
    if (this.failure)
      log.error('events are lost: neither confirmed nor on the disk', {
        events: Math.min(this.owed, this.unwritten),
        reason: this.failure.message,
      });
  }

  private get hasRoom(): boolean {
    const { held, heldBytes } = this.parts.limits;
    return this.held.length - this.head < held && this.heldBytes < heldBytes;
  }

  /** When everything appended by now is on the disk; undefined when it is. */
  private get written(): Promise<void> | undefined {
    return this.writingNext ?? this.writing;
  }

  private segmentFor(n: number, length: number): Segment {
    const last = this.segments.at(-1);
    if (last && last.size + length <= this.parts.limits.segment) return last;
    const segment = { path: join(this.parts.directory, `${String(n).padStart(16, '0')}.log`), first: n, count: 0, size: 0 };
    this.segments.push(segment);
    return segment;
  }

  private async writeAfter(before: Promise<void> | undefined): Promise<void> {
    // Never at once: what is published in the same turn goes together.
    await before;
    this.writing = this.writingNext;
    this.writingNext = undefined;
    try {
      if (this.failure && this.inVain) this.beginAnew();
      for (let [lot] = this.lots; lot; [lot] = this.lots) {
        const file = this.file && this.opened === lot.segment ? this.file : await this.openSegment(lot.segment);
        // What is appended meanwhile makes it longer.
        while (lot.from < lot.to) lot.from += (await file.write(lot.chunk, lot.from, lot.to - lot.from)).bytesWritten;
        this.lots.shift();
      }
      await this.file?.datasync();
      if (this.failure) this.parts.log.info('events are kept on the disk again', { directory: this.parts.directory });
      this.failure = undefined;
    } catch (error) {
      await this.failed(error);
    } finally {
      this.writing = undefined;
    }
  }

  /** Goes on from memory, and asks the disk again later. */
  private async failed(error: unknown): Promise<void> {
    const { directory, log } = this.parts;
    if (!this.failure) log.warning('events cannot be kept on the disk; memory alone has them', { directory, reason: messageOf(error) });
    this.failure = new NotCarriedOut(`events cannot be kept in ${directory}: ${messageOf(error)}`, 'Is the disk full?');
    const { file } = this;
    this.file = this.opened = undefined;
    await file?.close().catch(() => undefined);
    clearTimeout(this.retrying);
    this.retrying = setTimeout(() => {
      this.writingNext ??= this.writeAfter(this.writing);
    }, untilAgain).unref();
  }

  /** Whether the files have something, and nothing of it is owed. */
  private get inVain(): boolean {
    const [oldest] = this.segments;
    return oldest !== undefined && oldest.first < this.first + this.head && this.loadedEnd === this.tail && this.owed <= this.unwritten;
  }

  /** Takes the files away, which end anywhere: they make room for what memory has. */
  private beginAnew(): void {
    const gone = this.segments.splice(0);
    this.lots = [];
    this.reading = undefined;
    for (const { n, key, body } of this.held.slice(this.head)) this.put(n, key, body.toString());
    for (const { path } of gone) rmSync(path, { force: true });
  }

  /** Messages of which the disk does not have all. */
  private get unwritten(): number {
    return this.lots.reduce((sum, { chunk, from, to }) => sum + chunk.subarray(from, to).filter((byte) => byte === lineBreak).length, 0);
  }

  private async openSegment(segment: Segment): Promise<FileHandle> {
    const before = this.file;
    await before?.datasync();
    this.file = this.opened = undefined;
    await before?.close();
    this.file = await open(segment.path, 'a', 0o600);
    this.opened = segment;
    await syncDirectory(this.parts.directory);
    return this.file;
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
      writeFile(join(this.parts.directory, confirmedName), String(this.first), { mode: 0o600 }),
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
