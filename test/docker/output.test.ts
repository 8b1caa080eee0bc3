import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { demultiplexer, outputOf } from '../../src/docker/output.js';

function frame(stream: 1 | 2, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

const frames = Buffer.concat([frame(1, 'one'), frame(2, 'two'), frame(2, ''), frame(1, 'three'), frame(1, 'four')]);

function collect(): {
  readonly sink: (stream: 'stdout' | 'stderr', piece: Buffer) => void;
  readonly got: Record<string, string>;
  calls: number;
} {
  const collected = {
    got: { stdout: '', stderr: '' } as Record<string, string>,
    calls: 0,
    sink: (_: string, __: Buffer): void => undefined,
  };
  collected.sink = (stream, piece) => {
    collected.calls++;
    collected.got[stream] += piece.toString();
  };
  return collected;
}

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
    expect(collected.calls).toBe(1);
    expect(collected.got['stdout']?.split('\n')).toHaveLength(1001);
  });

  test('ten thousand empty frames in one chunk are no recursion', () => {
    const collected = collect();
    void demultiplexer(collected.sink).take(Buffer.concat(Array.from({ length: 10_000 }, () => frame(2, ''))));
    expect(collected.calls).toBe(0);
  });
});

describe('outputOf', () => {
  test('nothing more is read while the sink waits', async () => {
    const stream = new PassThrough({ highWaterMark: 16 });
    let goOn = (): void => undefined;
    const pieces: string[] = [];
    const copied = outputOf(stream, true).copy((_, piece) => {
      pieces.push(piece.toString());
      return new Promise<void>((resolve) => (goOn = resolve));
    });
    stream.write(frame(1, 'first'));
    stream.write(frame(1, 'second'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(pieces).toEqual(['first']);
    expect(stream.isPaused()).toBe(true);
    stream.end();
    goOn();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    goOn();
    await copied;
    expect(pieces).toEqual(['first', 'second']);
  });

  test('a signal ends it with its reason and leaves no listener', async () => {
    const stream = new PassThrough();
    const controller = new AbortController();
    const copied = outputOf(stream, true).copy(() => undefined, { signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(copied).rejects.toBe(reason);
    expect(stream.destroyed).toBe(true);
    expect(stream.listenerCount('data')).toBe(0);
  });

  test.each([1, 7, 8, 9, 10])('an end after %d bytes of a frame of 11 is no end but a lost connection', async (bytes) => {
    const stream = new PassThrough();
    const collected = collect();
    const copied = outputOf(stream, true).copy(collected.sink);
    stream.end(Buffer.concat([frame(2, 'all'), frame(1, 'one').subarray(0, bytes)]));
    await expect(copied).rejects.toThrow(`${(bytes < 8 ? 8 : 11) - bytes} bytes before the end of a frame`);
    expect(collected.got).toEqual({ stdout: 'one'.slice(0, Math.max(0, bytes - 8)), stderr: 'all' });
  });

  test('what the sink throws ends it', async () => {
    const stream = new PassThrough();
    const copied = outputOf(stream, true).copy(() => {
      throw new Error('no room');
    });
    stream.write(frame(1, 'x'));
    await expect(copied).rejects.toThrow('no room');
  });
});
