import type { Level } from '../host/log.js';

/** What `-v` and `-vv` show: events, then requests, too. */
export function levelOf(verbose: number): Level {
  return verbose === 0 ? 'info' : verbose === 1 ? 'event' : 'debug';
}
