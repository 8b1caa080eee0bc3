import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { outputOf } from '../../src/docker/output.js';
import { collect, frame } from './frames.js';

describe('outputOf', () => {
  test('nothing more is read while the sink waits', async () => {
    const stream = new PassThrough({ highWaterMark: 16 });
    let goOn = (): void => undefined;
    const pieces: string[] = [];
    const copied = outputOf(stream).copy((_, piece) => {
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
    const copied = outputOf(stream).copy(() => undefined, { signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(copied).rejects.toBe(reason);
    expect(stream.destroyed).toBe(true);
    expect(stream.listenerCount('data')).toBe(0);
  });

  test.each([1, 7, 8, 9, 10])('an end after %d bytes of a frame of 11 is no end but a lost connection', async (bytes) => {
    const stream = new PassThrough();
    const collected = collect();
    const copied = outputOf(stream).copy(collected.sink);
    stream.end(Buffer.concat([frame(2, 'all'), frame(1, 'one').subarray(0, bytes)]));
    await expect(copied).rejects.toThrow(`${(bytes < 8 ? 8 : 11) - bytes} bytes before the end of a frame`);
    expect(collected.got).toEqual({ stdout: 'one'.slice(0, Math.max(0, bytes - 8)), stderr: 'all' });
  });

  test('what the sink throws ends it', async () => {
    const stream = new PassThrough();
    const copied = outputOf(stream).copy(() => {
      throw new Error('no room');
    });
    stream.write(frame(1, 'x'));
    await expect(copied).rejects.toThrow('no room');
  });
});
