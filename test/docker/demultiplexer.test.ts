import { describe, expect, test } from '@jest/globals';
import { demultiplexer } from '../../src/docker/demultiplexer.js';
import { collect, frame } from './frames.js';

const frames = Buffer.concat([frame(1, 'one'), frame(2, 'two'), frame(2, ''), frame(1, 'three'), frame(1, 'four')]);

describe('demultiplexer', () => {
  test.each([1, 2, 3, 5, 7, 8, 9, 11, 1000])('frames that come in chunks of %d bytes', (size) => {
    const collected = collect();
    const { take } = demultiplexer(collected.sink);
    for (let at = 0; at < frames.length; at += size) void take(Buffer.from(frames.subarray(at, at + size)));
    expect(collected.got).toEqual({ stdout: 'onethreefour', stderr: 'two' });
  });

  test('neighbouring frames of one stream are handed over as one piece', () => {
    const collected = collect();
    void demultiplexer(collected.sink).take(Buffer.concat(Array.from({ length: 1000 }, (_, n) => frame(1, `line ${n}\n`))));
    expect(collected.pieces).toBe(1);
    expect(collected.got.stdout.split('\n')).toHaveLength(1001);
  });

  test('ten thousand empty frames in one chunk are no recursion', () => {
    const collected = collect();
    void demultiplexer(collected.sink).take(Buffer.concat(Array.from({ length: 10_000 }, () => frame(2, ''))));
    expect(collected.pieces).toBe(0);
  });
});
