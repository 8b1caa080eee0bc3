import { isAscii, isUtf8 } from 'node:buffer';

// Enough to tell one place of a log from every other one, in 64 kB a stream.
const keptOfHead = 4 * 1024;
const keptOfTail = 64 * 1024;

/** What the job has of one stream of its container's output: how much, how it begins and how it ends. */
export class Delivered {
  private total = 0;
  private totalAscii = 0;
  private readonly first = Buffer.alloc(keptOfHead);
  private readonly last = Buffer.alloc(keptOfTail);

  get bytes(): number {
    return this.total;
  }

  /** How many of them are ASCII: these a log keeps whatever it makes of the others. */
  get asciiBytes(): number {
    return this.totalAscii;
  }

  add(piece: Buffer): void {
    this.totalAscii += countAscii(piece);
    if (this.total < keptOfHead) piece.copy(this.first, this.total);
    const end = piece.subarray(Math.max(0, piece.length - keptOfTail));
    const at = (this.total + piece.length - end.length) % keptOfTail;
    end.copy(this.last, 0, end.copy(this.last, at));
    this.total += piece.length;
  }

  head(): Buffer {
    return this.first.subarray(0, Math.min(this.total, keptOfHead));
  }

  tail(): Buffer {
    if (this.total <= keptOfTail) return Buffer.from(this.last.subarray(0, this.total));
    const at = this.total % keptOfTail;
    return Buffer.concat([this.last.subarray(at), this.last.subarray(0, at)]);
  }
}

/** The log does not begin where the container's output began: the engine has dropped the beginning (`max-size`, drivers that rotate by themselves). */
export class LogBeginsLater extends Error {
  override readonly name = 'LogBeginsLater';
}

export interface Continuation {
  /** What of the log's next piece the job does not have. @throws {LogBeginsLater} */
  take(piece: Buffer): Buffer;
  /** False while the log has not come to where the job is. */
  isReached(): boolean;
}

/**
 * Reads one stream of a log from its beginning on, past what was delivered when this is called: engines cannot continue at a byte. Logs are text,
 * and have three bytes for one that is none (U+FFFD), also for the halves of a character where they cut a long line. So of output that is no text
 * the bytes of ASCII are counted and compared, which are the same in both.
 */
export function continuation(delivered: Delivered): Continuation {
  const isText = [delivered.head(), delivered.tail()].every(couldBeText);
  const comparable = isText ? (piece: Buffer): Buffer => piece : asciiOf;
  const total = isText ? delivered.bytes : delivered.asciiBytes;
  const [head, tail] = [comparable(delivered.head()), comparable(delivered.tail())];
  const endsLine = delivered.bytes === 0 || delivered.tail().at(-1) === 0x0a;
  const pastLooseEnd = isText ? () => 0 : looseEndSkipper(delivered);
  let at = 0;
  let heldBack = false;
  return {
    isReached: () => at >= total,
    take(piece) {
      const end = isText ? Math.min(piece.length, total - at) : indexAfterAscii(piece, total - at);
      const known = comparable(piece.subarray(0, end));
      if (!(agree(head, 0, known, at) && agree(tail, total - tail.length, known, at))) throw new LogBeginsLater();
      at += known.length;
      const skipped = at === total ? pastLooseEnd(piece.subarray(end)) : 0;
      const rest = piece.subarray(end + skipped);
      // Logs end every line. One that the container has not ended is the last one, unless there is more.
      if (end + skipped > 0 && at === total && !endsLine && rest.length === 1 && rest[0] === 0x0a) {
        heldBack = true;
        return rest.subarray(1);
      }
      if (!heldBack || rest.length === 0) return rest;
      heldBack = false;
      return Buffer.concat([Buffer.from('\n'), rest]);
    },
  };
}

/**
 * Where in what is left of a log the job is: so many bytes of it were delivered. Where the text repeats itself and several places fit, the last one.
 * @returns undefined when nothing in it was delivered
 */
export function placeIn(log: Buffer, delivered: Delivered): number | undefined {
  const tail = delivered.tail();
  if (tail.length === 0) return 0;
  const whole = endOfLast(log, tail);
  if (whole !== undefined || (isAscii(log) && isAscii(tail))) return whole ?? endOfBeginning(log, tail);
  const [asciiLog, asciiTail] = [asciiOf(log), asciiOf(tail)];
  const ascii = asciiTail.length === 0 ? undefined : endOfLast(asciiLog, asciiTail);
  if (ascii === undefined) {
    const partly = endOfBeginning(log, tail);
    if (partly !== undefined) return partly;
  }
  const counted = ascii ?? endOfBeginning(asciiLog, asciiTail);
  if (counted === undefined) return undefined;
  const end = indexAfterAscii(log, counted);
  return end + looseEndSkipper(delivered)(log.subarray(end));
}

/** Where the last occurrence of `tail` ends. */
function endOfLast(log: Buffer, tail: Buffer): number | undefined {
  const at = log.lastIndexOf(tail);
  return at < 0 ? undefined : at + tail.length;
}

/** Where the end of `tail` ends with which the log begins. */
function endOfBeginning(log: Buffer, tail: Buffer): number | undefined {
  for (let length = Math.min(log.length, tail.length - 1); length > 0; length--)
    if (log[length - 1] === tail.at(-1) && log.subarray(0, length).equals(tail.subarray(tail.length - length))) return length;
  return undefined;
}

/**
 * Skips, in a log past the last ASCII byte that was delivered, what was delivered after that: as it was, or replaced byte by byte.
 * @returns a function that says of each piece of the log how many of its bytes are to be skipped
 */
function looseEndSkipper(delivered: Delivered): (piece: Buffer) => number {
  const replacement = Buffer.from('\ufffd');
  const isReplacement = (bytes: Buffer): boolean => bytes.subarray(0, replacement.length).equals(replacement);
  let loose = delivered.tail();
  loose = loose.subarray(loose.findLastIndex((byte) => byte < 0x80) + 1);
  return (piece) => {
    let at = 0;
    for (let byte = piece[0]; loose.length > 0 && byte !== undefined; byte = piece[at]) {
      if (isReplacement(piece.subarray(at)) && !isReplacement(loose)) at += replacement.length;
      else if (byte === loose[0]) at++;
      else loose = Buffer.alloc(0);
      loose = loose.subarray(1);
    }
    return at;
  };
}

function countAscii(piece: Buffer): number {
  if (isAscii(piece)) return piece.length;
  let others = 0;
  for (let at = 0; at < piece.length; at++) others += (piece[at] ?? 0) >> 7;
  return piece.length - others;
}

function asciiOf(piece: Buffer): Buffer {
  return isAscii(piece) ? piece : Buffer.from(piece.filter((byte) => byte < 0x80));
}

/** Behind the `count`th byte of ASCII, or the end of the piece. */
function indexAfterAscii(piece: Buffer, count: number): number {
  if (isAscii(piece)) return Math.min(piece.length, count);
  let at = 0;
  for (let left = count; left > 0 && at < piece.length; at++) if ((piece[at] ?? 0) < 0x80) left--;
  return at;
}

/** True when two pieces of one text, each from its offset on, are the same where both are. */
function agree(a: Buffer, aAt: number, b: Buffer, bAt: number): boolean {
  const [from, to] = [Math.max(aAt, bAt), Math.min(aAt + a.length, bAt + b.length)];
  return from >= to || a.subarray(from - aAt, to - aAt).equals(b.subarray(from - bAt, to - bAt));
}

/** True when this is UTF-8 but for a character that is cut at either end. */
function couldBeText(piece: Buffer): boolean {
  const isContinuing = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;
  let from = 0;
  while (from < 3 && isContinuing(piece[from])) from++;
  const isCutAt = (at: number): boolean => at === piece.length || (at >= from && (piece[at] ?? 0) >= 0xc2 && (piece[at] ?? 0) <= 0xf4);
  return [0, 1, 2, 3].some((cut) => isCutAt(piece.length - cut) && isUtf8(piece.subarray(from, piece.length - cut)));
}
