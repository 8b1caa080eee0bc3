import { systemClock, type Clock } from '../../src/host/clock.js';

/** A clock by which everything takes a twentieth of its time: for subjects that wait for real servers, where nobody can say when to move it by hand. */
export const hurriedClock: Clock = {
  now: () => systemClock.now() * 20,
  monotonic: () => systemClock.monotonic() * 20,
  sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / 20, signal),
  deadline: (milliseconds, reason) => systemClock.deadline(milliseconds / 20, reason),
};
