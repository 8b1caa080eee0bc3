import { isUtf8 } from 'node:buffer';

// Enough to tell one place of a log from every other one, in 64 kB a stream.
const keptOfHead = 4 * 1024;
const keptOfTail = 64 * 1024;

/** What the job has of one stream of its container's output: how much, how it begins and how it ends. */
export class Delivered {
  private total = 0;
  private readonly first = Buffer.alloc(keptOfHead);
  private readonly last = Buffer.alloc(keptOfTail);

  get bytes(): number {
    return this.total;
  }

  add(piece: Buffer): void {
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

/** Reads one stream of a log from its beginning on, past what was delivered when this is called: engines cannot continue at a byte. */
export function continuation(delivered: Delivered): Continuation {
  const [total, head, tail] = [delivered.bytes, delivered.head(), delivered.tail()];
  // Logs are text: of other bytes they have replacements, with which nothing can be compared.
  const isText = [head, tail].every(couldBeText);
  const endsLine = total === 0 || tail.at(-1) === 0x0a;
  let at = 0;
  let heldBack = false;
  return {
    isReached: () => at >= total,
    take(piece) {
      const known = piece.subarray(0, Math.min(piece.length, total - at));
      if (isText && !(agree(head, 0, known, at) && agree(tail, total - tail.length, known, at))) throw new LogBeginsLater();
      at += known.length;
      const rest = piece.subarray(known.length);
      // Logs end every line. One that the container has not ended is the last one, unless there is more.
      if (known.length > 0 && at === total && !endsLine && rest.length === 1 && rest[0] === 0x0a) {
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
  const at = log.lastIndexOf(tail);
  if (at >= 0) return at + tail.length;
  for (let length = Math.min(log.length, tail.length - 1); length > 0; length--)
    if (log[length - 1] === tail.at(-1) && log.subarray(0, length).equals(tail.subarray(tail.length - length))) return length;
  return undefined;
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
