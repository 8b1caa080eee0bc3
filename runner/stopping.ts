import { cancelOnSignals } from '../src/host/signals.js';
import { watchLifeline } from '../src/host/lifeline.js';
import { TimeUp, type StopReason } from './endings.js';

/** Everything that can end a run before its container does. */
export interface Stopping extends Disposable {
  /** Fires once; its reason is a `StopReason`. */
  readonly signal: AbortSignal;
  /** The CI system is about to kill this process: end the container now. */
  readonly forced: AbortSignal;
}

export interface StoppingOptions {
  /** Milliseconds; undefined is no limit. */
  readonly timeLimit: number | undefined;
  /** ETOS_LIFELINE_FD: a descriptor whose other end the parent holds; its end means that the parent died. */
  readonly lifeline: string | undefined;
  /** Fires with `ReaderGone`. */
  readonly readerGone: AbortSignal;
}

/** Listens from now on to SIGINT, SIGTERM and SIGHUP, to the time limit, to the reader's and the parent's leaving. The first reason counts. */
export function listenForStops({ timeLimit, lifeline, readerGone }: StoppingOptions): Stopping {
  const signals = cancelOnSignals();
  const controller = new AbortController();
  const stop = (reason: StopReason): void => controller.abort(reason);
  const parent = watchLifeline(lifeline);
  const either = AbortSignal.any([signals.signal, parent.signal, readerGone]);
  either.addEventListener('abort', () => stop(either.reason as StopReason), { once: true });
  if (either.aborted) stop(either.reason as StopReason);
  const timer =
    timeLimit === undefined
      ? undefined
      : setTimeout(() => stop(new TimeUp(`the time limit of ${timeLimit / 1000} s is over`)), Math.min(timeLimit, 2 ** 31 - 1)).unref();
  return {
    signal: controller.signal,
    forced: signals.forced,
    [Symbol.dispose]() {
      clearTimeout(timer);
      parent[Symbol.dispose]();
      signals[Symbol.dispose]();
    },
  };
}
