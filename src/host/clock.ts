import { setTimeout as timer } from 'node:timers/promises';

/** Time as the program sees it: a test passes one that it moves by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that nobody sets, and that all processes of this boot share: for how long something takes. */
  monotonic(): number;
  /** Waits; rejects with the signal's reason as soon as the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A signal that fires after so many milliseconds with this reason. It does not keep the process alive. */
  deadline(milliseconds: number, reason: Error): AbortSignal;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => Number(process.hrtime.bigint() / 1_000n) / 1_000,
  async sleep(milliseconds, signal) {
    signal?.throwIfAborted();
    try {
      await timer(milliseconds, undefined, signal && { signal });
    } catch (error) {
      // Node rejects with an AbortError of its own; whoever waits is owed the reason.
      signal?.throwIfAborted();
      throw error;
    }
  },
  deadline(milliseconds, reason) {
    const controller = new AbortController();
    // setTimeout takes 2^31-1 ms at most and fires at once beyond it.
    setTimeout(() => controller.abort(reason), Math.min(milliseconds, 2 ** 31 - 1)).unref();
    return controller.signal;
  },
};

/** `90_500` as `1m 30s`, `1_250` as `1.3s`: for people. */
export function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}m ${whole % 60}s` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}
