import { fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { Cancelled } from './errors.js';

/** A pipe whose other end the process that started this one holds: its end means that nobody is there any more. */
export interface Lifeline extends Disposable {
  /** Fires with the reason of a SIGTERM when the pipe ends. */
  readonly signal: AbortSignal;
}

/** Watches the file descriptor that ETOS_LIFELINE_FD names. Nothing named, or nothing there, nothing watched. */
export function watchLifeline(descriptor: string | undefined): Lifeline {
  const controller = new AbortController();
  const pipe = open(descriptor);
  if (!pipe) return { signal: controller.signal, [Symbol.dispose]: () => undefined };
  const cut = (): void => controller.abort(new Cancelled('SIGTERM'));
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

function open(descriptor: string | undefined): Socket | undefined {
  // The one that a parent of ours hands on. Where none did, the next ones are Node's own, which nobody else may read.
  if (descriptor !== '3') return undefined;
  try {
    // Node ends the whole process for a descriptor of another kind, as this one is when the variable alone was handed on.
    const what = fstatSync(Number(descriptor));
    if (!what.isFIFO() && !what.isSocket()) return undefined;
    // Reading keeps this process alive no longer than it would be.
    return new Socket({ fd: Number(descriptor), readable: true, writable: false }).unref();
  } catch {
    // The variable was handed on by somebody who did not hand on the descriptor.
    return undefined;
  }
}
