import { Socket } from 'node:net';
import { Cancelled } from '../host/errors.js';

/** A pipe whose other end the process that started this one holds: its end means that nobody is there any more. */
export interface Lifeline extends Disposable {
  /** Fires with the reason of a SIGTERM when the pipe ends. */
  readonly signal: AbortSignal;
}

/** Watches the file descriptor that ETOS_LIFELINE_FD names. Nothing named, nothing watched. */
export function watchLifeline(descriptor: string | undefined): Lifeline {
  const controller = new AbortController();
  if (!descriptor || !/^\d+$/.test(descriptor)) return { signal: controller.signal, [Symbol.dispose]: () => undefined };
  const cut = (): void => controller.abort(new Cancelled('SIGTERM'));
  // Reading keeps this process alive no longer than it would be.
  const pipe = new Socket({ fd: Number(descriptor), readable: true, writable: false }).unref();
  pipe.resume().once('end', cut).once('error', cut);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      pipe
        .off('end', cut)
        .off('error', cut)
        .on('error', () => undefined);
      pipe.destroy();
    },
  };
}
