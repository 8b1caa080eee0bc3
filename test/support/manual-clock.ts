import type { Clock } from '../../src/host/clock.js';

/** Time that passes only when a test says so. */
export interface ManualClock extends Clock {
  /** Moves the time; whoever waited for a moment up to then goes on, in the order of the moments. Resolves when they have. */
  advance(milliseconds: number): Promise<void>;
  /** How many waits are pending: a test can see that its subject has come to its wait. */
  readonly waiting: number;
}

interface Wait {
  readonly until: number;
  readonly wake: () => void;
}

export function manualClock(start = 0): ManualClock {
  let now = start;
  const waits = new Set<Wait>();
  const clock: ManualClock = {
    now: () => now,
    monotonic: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const wait: Wait = {
          until: now + milliseconds,
          wake: () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = (): void => {
          waits.delete(wait);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener('abort', stop, { once: true });
        waits.add(wait);
      }),
    deadline(milliseconds, reason) {
      const controller = new AbortController();
      waits.add({
        until: now + milliseconds,
        wake: () => {
          controller.abort(reason);
        },
      });
      return controller.signal;
    },
    async advance(milliseconds) {
      const target = now + milliseconds;
      for (let next = earliest(waits, target); next; next = earliest(waits, target)) {
        waits.delete(next);
        now = Math.max(now, next.until);
        next.wake();
        // Whoever was woken may wait again within the same stretch.
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = target;
      await new Promise((resolve) => setImmediate(resolve));
    },
    get waiting() {
      return waits.size;
    },
  };
  return clock;
}

function earliest(waits: ReadonlySet<Wait>, target: number): Wait | undefined {
  return [...waits].filter(({ until }) => until <= target).sort((a, b) => a.until - b.until)[0];
}
