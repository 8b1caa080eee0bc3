import type { Readable } from 'node:stream';
import { messageOf } from '../host/errors.js';
import { EngineAway } from './connection.js';
import { demultiplexer } from './demultiplexer.js';
import type { OutputSink } from './output-sink.js';

/** The output of a container or of an exec, as the engine sends it. Nothing is read before `copy`. */
export interface Output {
  /**
   * Hands all of it to the sink, until the engine ends the stream. Whether a container has ended, or only the connection, the stream cannot
   * tell unless the end comes within a frame: ask inspect.
   * @throws {EngineAway} when the end comes within a frame; the sink's error; the connection's; the signal's reason
   */
  copy(sink: OutputSink, options?: { readonly signal?: AbortSignal }): Promise<void>;
  /** Closes the connection. */
  close(): void;
}

/**
 * An output over a stream of multiplexed frames (delegation.md 9). A TTY would have raw bytes, which engines before API 1.42 do not tell from frames;
 * nobody here asks for a TTY.
 */
export function outputOf(stream: Readable): Output {
  return {
    close: () => void stream.destroy(),
    copy: (sink, { signal } = {}) =>
      copyFrames(sink, signal, {
        begin({ take, over, fail }) {
          stream.on('data', (chunk: Buffer) => {
            if (!take(chunk)) stream.pause();
          });
          stream.once('end', over).once('close', over).once('error', fail);
          if (stream.destroyed) over();
        },
        goOn: () => void stream.resume(),
        close: () =>
          void stream
            .removeAllListeners('data')
            .on('error', () => undefined)
            .destroy(),
      }),
  };
}

/** A stream of multiplexed frames that can be stopped and go on. */
export interface FrameSource {
  /** Starts the reading. */
  begin(events: FrameEvents): void;
  /** After `take` has said false: the sink is ready for more. */
  goOn(): void;
  /** Nothing more is wanted. */
  close(): void;
}

export interface FrameEvents {
  /** For every chunk as it came. False: no more until `goOn`. */
  readonly take: (chunk: Buffer) => boolean;
  /** The stream has ended, perhaps with an error that counts once the sink has what came before. */
  readonly over: (failure?: Error) => void;
  /** The stream has failed: nobody waits for the sink. */
  readonly fail: (failure: Error) => void;
}

/** Hands a stream's frames to a sink, and stops the stream while the sink waits. As `Output.copy`. */
export function copyFrames(sink: OutputSink, signal: AbortSignal | undefined, source: FrameSource): Promise<void> {
  return new Promise((resolve, reject) => {
    const { take, untilBorder } = demultiplexer(sink);
    let isBusy = false;
    let end: { readonly failure: Error | undefined } | undefined;
    const settle = (error?: unknown): void => {
      signal?.removeEventListener('abort', onAbort);
      source.close();
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error(messageOf(error)));
    };
    const onAbort = (): void => settle(signal?.reason);
    const settleAtEnd = (): void => {
      if (end && !isBusy) settle(end.failure ?? cutOff(untilBorder()));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) return onAbort();
    source.begin({
      take(chunk) {
        let waits: void | Promise<void>;
        try {
          waits = take(chunk);
        } catch (error) {
          settle(error);
          return false;
        }
        if (!waits) return true;
        isBusy = true;
        waits.then(() => {
          isBusy = false;
          if (end) settleAtEnd();
          else source.goOn();
        }, settle);
        return false;
      },
      over(failure) {
        end = { failure: end?.failure ?? failure };
        settleAtEnd();
      },
      fail: settle,
    });
  });
}

/** An output that ends within a frame is not whole: engines end theirs at a border. */
function cutOff(missing: number): EngineAway | undefined {
  return missing === 0 ? undefined : new EngineAway(`the output ended ${missing} bytes before the end of a frame`, 'answer');
}
