import { rm } from 'node:fs/promises';
import type { Log } from '../host/log.js';
import { findMessages, MessageFiles, messagesIn, type Found, type Message, type Place } from './message-files.js';

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

export interface OutboxLimits {
  /** Messages held in memory, and their bytes; a message that is longer is held alone. */
  readonly held: number;
  readonly heldBytes: number;
  /** Bytes of a file; a file goes when all of it is confirmed. */
  readonly segment: number;
}

const usual: OutboxLimits = { held: 16_000, heldBytes: 16 * 1024 * 1024, segment: 4 * 1024 * 1024 };
/** Milliseconds between two notes of how far the broker has confirmed. */
const between = 100;

/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
export async function openOutbox(
  directory: string,
  { log, limits = usual }: { readonly log: Log; readonly limits?: OutboxLimits },
): Promise<Outbox> {
  return new FileOutbox(await findMessages(directory), { directory, limits, log });
}

/** The next messages in memory, all of them in files. */
class FileOutbox implements Outbox {
  private readonly files: MessageFiles;
  /** Messages at the front of the oldest file that were confirmed before this process. */
  private skip: number;
  /** The messages `[first, loadedEnd)` are in memory; `head` of them are confirmed and about to go. */
  private held: Held[] = [];
  private heldBytes = 0;
  private head = 0;
  private first: number;
  private next: number;
  private loadedEnd: number;
  private tail: number;
  /** Where the message `loadedEnd` lies, when it is in a file alone. */
  private reading: Place | undefined;
  private loading: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private noting: Promise<unknown> | undefined;
  private waiting: (() => void)[] = [];

  constructor(
    { segments, confirmed }: Found,
    private readonly parts: { readonly directory: string; readonly limits: OutboxLimits; readonly log: Log },
  ) {
    const { directory, limits, log } = parts;
    const inMemory = (): readonly Message[] | undefined => (this.loadedEnd === this.tail ? this.held.slice(this.head) : undefined);
    this.files = new MessageFiles(segments, { directory, segmentSize: limits.segment, inMemory, log });
    const [oldest, last] = [segments[0], segments.at(-1)];
    const start = oldest?.first ?? confirmed;
    this.tail = last ? last.first + last.count : start;
    this.first = this.next = this.loadedEnd = start;
    if (oldest && this.tail > start) this.reading = { segment: oldest, offset: 0 };
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
    const { failure } = this.files;
    if (failure && !fits) return Promise.reject<void>(failure);
    const n = this.tail++;
    const { place, body: kept } = this.files.put(n, key, body);
    if (fits) this.hold({ n, key, body: kept, confirmed: false });
    else this.reading ??= place;
    return this.files.write();
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
    while (this.files.written) await this.files.written;
    await this.loading?.catch(() => undefined);
    clearTimeout(this.timer);
    await this.noting;
    await this.files.close();
    if (this.owed === 0) return await rm(directory, { recursive: true, force: true });
    await this.files.confirmed(this.first + this.head + this.skip, this.reading);
    if (this.files.failure)
      log.error('events are lost: neither confirmed nor on the disk', {
        events: Math.min(this.owed, this.files.unwritten),
        reason: this.files.failure.message,
      });
  }

  private get hasRoom(): boolean {
    const { held, heldBytes } = this.parts.limits;
    return this.held.length - this.head < held && this.heldBytes < heldBytes;
  }

  /** Reads on in the files, behind everything that is in memory. */
  private async read(): Promise<void> {
    const { reading } = this;
    if (!reading || !this.hasRoom) return;
    const lines = await this.files.linesAt(reading);
    // From here on nothing waits in between: what is appended meanwhile must find things in order.
    let read = 0;
    for (const { key, body, end } of messagesIn(lines)) {
      const confirmed = this.skip > 0;
      this.hold({ n: this.loadedEnd, key, body, confirmed });
      if (confirmed) {
        this.skip--;
        this.head++;
      }
      read = end;
      if (!this.hasRoom) break;
    }
    this.reading = this.loadedEnd === this.tail ? undefined : this.files.after(reading, read);
  }

  private hold(message: Held): void {
    this.held.push(message);
    this.loadedEnd++;
    if (!message.confirmed) this.heldBytes += message.body.length;
  }

  /** Not at once each time: it only saves duplicates. */
  private async note(): Promise<void> {
    this.timer = undefined;
    await this.noting;
    await this.files.confirmed(this.first, this.reading);
  }
}
