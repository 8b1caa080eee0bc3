import { systemClock, type Clock } from '../../src/host/clock.js';

/** Time that runs a hundred times as fast, for what waits a minute for a server that is real. */
export const fastClock: Clock = {
  now: () => systemClock.now() * 100,
  monotonic: () => systemClock.monotonic() * 100,
  sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / 100, signal),
  deadline: (milliseconds, reason) => systemClock.deadline(milliseconds / 100, reason),
};
