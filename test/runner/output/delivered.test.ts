import { describe, expect, test } from '@jest/globals';
import { continuation, Delivered, LogBeginsLater, placeIn } from '../../../runner/output/delivered.js';

function deliveredOf(text: string | Buffer, piece = 1000): Delivered {
  const delivered = new Delivered();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += piece) delivered.add(bytes.subarray(at, at + piece));
  return delivered;
}

function lines(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, n) => `line ${from + n}\n`).join('');
}

function anyBytes(length: number): Buffer {
  let seed = 1;
  return Buffer.from(Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647) >> 8));
}

/** As Docker's json-file keeps it: each byte that is no UTF-8 replaced, lines cut every 16 kB, and ended. */
function inLog(output: Buffer, end = '\n'): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const newline = output.indexOf(0x0a, at);
    const to = Math.min(newline < 0 ? output.length : newline + 1, at + 16_384);
    pieces.push(replaced(output.subarray(at, to)));
    at = to;
  }
  return Buffer.concat([...pieces, Buffer.from(output.at(-1) === 0x0a ? '' : end)]);
}

function replaced(bytes: Buffer): Buffer {
  const character = /(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|[^]/g;
  return Buffer.from(
    bytes.toString('latin1').replace(character, (one) => (one.length === 1 && one > '\x7f' ? '\xef\xbf\xbd' : one)),
    'latin1',
  );
}

describe('Delivered', () => {
  test.each([
    { length: 0, piece: 1 },
    { length: 100, piece: 7 },
    { length: 65_536, piece: 4_096 },
    { length: 65_537, piece: 65_537 },
    { length: 300_000, piece: 999 },
    { length: 300_000, piece: 200_000 },
  ])('knows how $length bytes in pieces of $piece begin and end', ({ length, piece }) => {
    const text = Buffer.from(lines(0, 40_000)).subarray(0, length);
    const delivered = deliveredOf(text, piece);
    expect(delivered.bytes).toBe(length);
    expect(delivered.head().equals(text.subarray(0, 4_096))).toBe(true);
    expect(delivered.tail().equals(text.subarray(Math.max(0, length - 65_536)))).toBe(true);
  });
});

describe('continuation', () => {
  test.each([1, 10, 5_000, 1_000_000])('gives what follows, of a log in pieces of %d bytes', (size) => {
    const log = Buffer.from(lines(0, 20_000));
    const { take, isReached } = continuation(deliveredOf(lines(0, 15_000)));
    const rest: Buffer[] = [];
    expect(isReached()).toBe(false);
    for (let at = 0; at < log.length; at += size) rest.push(take(log.subarray(at, at + size)));
    expect(Buffer.concat(rest).toString()).toBe(lines(15_000, 20_000));
    expect(isReached()).toBe(true);
  });

  test.each([
    { what: 'begins later', log: lines(9_000, 30_000) },
    { what: 'begins alike and is another text where the job is', log: lines(0, 500) + lines(9_000, 30_000) },
  ])('a log that $what is none to go on with', ({ log }) => {
    const { take } = continuation(deliveredOf(lines(0, 15_000)));
    expect(() => take(Buffer.from(log))).toThrow(LogBeginsLater);
  });

  test('the newline that a log adds to a last line is none of the container’s, unless more follows', () => {
    const { take } = continuation(deliveredOf('one\ntwo'));
    expect(take(Buffer.from('one\ntwo\n')).toString()).toBe('');
    expect(take(Buffer.from('three\n')).toString()).toBe('\nthree\n');
  });

  test.each([
    { what: 'bytes of all values', output: anyBytes(50_000), cuts: [20, 777, 30_001, 49_999] },
    { what: 'lines in another encoding', output: Buffer.from('gr\xfc\xdfe, \xe5\n'.repeat(900), 'latin1'), cuts: [3, 4, 9, 8_000] },
    { what: 'no ASCII at all', output: Buffer.from('\xfe\xff'.repeat(900), 'latin1'), cuts: [1, 2, 999] },
    { what: 'a line without end', output: Buffer.from('one\n\xfc', 'latin1'), cuts: [5] },
  ])('of $what a log has others in their place: neither lost nor repeated', ({ output, cuts }) => {
    const log = inLog(output);
    for (const cut of cuts) {
      const { take, isReached } = continuation(deliveredOf(output.subarray(0, cut)));
      const rest = Buffer.concat([take(log.subarray(0, 5_000)), take(log.subarray(5_000))]);
      const wanted = inLog(output).subarray(inLog(output.subarray(0, cut), '').length);
      expect(rest.equals(cut === output.length ? Buffer.alloc(0) : wanted)).toBe(true);
      expect(isReached()).toBe(true);
    }
  });

  test('a character that is cut at the end of what was delivered is text', () => {
    const delivered = deliveredOf(Buffer.from('å'.repeat(50_000)).subarray(0, 99_999));
    expect(() => continuation(delivered).take(Buffer.from('another'))).toThrow(LogBeginsLater);
  });
});

describe('placeIn', () => {
  test.each([
    { what: 'the end of the log', delivered: lines(0, 9_000), log: lines(8_900, 9_000), rest: '' },
    { what: 'within it', delivered: lines(0, 9_000), log: lines(8_900, 9_020), rest: lines(9_000, 9_020) },
    { what: 'far within it', delivered: lines(0, 19_000), log: lines(2_000, 19_020), rest: lines(19_000, 19_020) },
    { what: 'of a short text', delivered: 'a\nb\n', log: 'b\nc\n', rest: 'c\n' },
    { what: 'of nothing', delivered: '', log: 'c\n', rest: 'c\n' },
    { what: 'of a text that repeats itself', delivered: 'x\n'.repeat(9), log: 'x\n'.repeat(4), rest: '' },
  ])('the place is $what', ({ delivered, log, rest }) => {
    expect(
      Buffer.from(log)
        .subarray(placeIn(Buffer.from(log), deliveredOf(delivered)))
        .toString(),
    ).toBe(rest);
  });

  test.each([
    { what: 'bytes of all values', output: anyBytes(90_000) },
    {
      what: 'long lines of text, whose characters the log cuts',
      output: Buffer.from(Array.from({ length: 4 }, (_, n) => `${n}${'日本語'.repeat(3_000)}\n`).join('')),
    },
  ])('the place in a log of $what', ({ output }) => {
    const log = inLog(output).subarray(1_000);
    const place = placeIn(log, deliveredOf(output.subarray(0, 80_003)));
    const wanted = inLog(output).subarray(inLog(output.subarray(0, 80_003), '').length);
    expect(log.subarray(place).equals(wanted)).toBe(true);
  });

  test('there is none where nothing was delivered', () => {
    expect(placeIn(Buffer.from(lines(10, 20)), deliveredOf(lines(0, 10)))).toBeUndefined();
  });
});
