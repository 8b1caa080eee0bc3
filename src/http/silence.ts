import type { Clock } from '../host/clock.js';

/** Somebody listens whether anything still happens. */
export interface Listening {
  /** Something happened: the time starts again. */
  heard(): void;
  /** From now on silence is expected, until something is heard. */
  pause(): void;
  end(): void;
}

/** Calls `onSilence` once when nothing was heard for `limit` milliseconds. */
export function listenForSilence(limit: number, onSilence: () => void, { clock }: { readonly clock: Clock }): Listening {
  const ended = new AbortController();
  let last = clock.now();
  let paused = false;
  const listen = async (): Promise<void> => {
    for (let left = limit; left > 0; left = paused ? limit : last + limit - clock.now())
      await clock.sleep(Math.min(left, longest), ended.signal);
    if (!ended.signal.aborted) onSilence();
  };
  // The only way out beside silence is `end`, whose rejection is the one swallowed here.
  if (Number.isFinite(limit)) listen().catch(() => undefined);
  return {
    heard() {
      last = clock.now();
      paused = false;
    },
    pause: () => void (paused = true),
    end: () => ended.abort(),
  };
}

// A timer takes 2^31-1 ms at most and fires at once beyond it.
const longest = 2 ** 31 - 1;
