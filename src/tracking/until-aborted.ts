import type { Tracker } from './tracker.js';

/** What a tracker says as `Tracker.follow` wants it: the end of whoever listens is no error. */
export function untilAborted(states: Tracker['follow']): Tracker['follow'] {
  return async function* follow(signal) {
    try {
      yield* states(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
}
