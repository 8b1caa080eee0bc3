import { messageOf } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { locationOf, type JenkinsPlace } from './place.js';
import { briefly, findAll, once, type Patience, type Searching } from './search.js';
import { jenkinsTracker } from './tracker.js';
import type { Tracker } from '../tracker.js';

/** Milliseconds for one search and the end of what it finds. */
const limit = 60_000;
/** Nobody knows how long a proxy holds a request. Looked for often at first, then now and then, because a look fetches parameters. */
const firstPause = 5_000;
const longestPause = 5 * 60_000;

interface Ending extends Omit<Searching, 'signal'> {
  readonly identifier: string;
  readonly log: Log;
}

/**
 * A tracker of a delegation whose start request was sent again: whatever comes of the first one, which may arrive at any time, is ended, because a
 * second runner would tell the same story. Looked for while ours is followed, and a last time when it has ended.
 */
export function withoutDuplicates(tracker: Tracker, ours: JenkinsPlace, ending: Ending): Tracker {
  async function endAsTheyCome(until: AbortSignal): Promise<void> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      await endDuplicates(ours, once, ending, until);
      await ending.clock.sleep(pause, until);
    }
  }

  return {
    ...tracker,
    async cancel(until) {
      await Promise.all([tracker.cancel(until), endDuplicates(ours, briefly, ending, until)]);
    },
    async *follow(until) {
      const ended = new AbortController();
      const coming = endAsTheyCome(AbortSignal.any([until, ended.signal])).catch(() => undefined);
      try {
        for await (const tracked of tracker.follow(until)) {
          if (tracked.state === 'ended' || tracked.state === 'lost') await endDuplicates(ours, once, ending, until);
          yield tracked;
        }
      } finally {
        ended.abort();
        await coming;
      }
    },
  };
}

/** Ours goes on, whatever becomes of this: what fails is told as a warning. */
async function endDuplicates(
  ours: JenkinsPlace,
  patience: Patience,
  { identifier, log, ...searching }: Ending,
  signal: AbortSignal,
): Promise<void> {
  const { job, controller, clock } = searching;
  const bound = AbortSignal.any([signal, clock.deadline(limit, new Error(`it did not end within ${limit / 1000} s`))]);
  try {
    for (const other of await findAll(identifier, { ...searching, signal: bound }, patience, ours)) {
      const tracker = jenkinsTracker(other, job, { controller, clock, log });
      // One that was ended before is still listed.
      if (await hasEnded(tracker, bound)) continue;
      log.warning('a start request was delivered twice: ending the second', { location: locationOf(job, other) });
      await tracker.cancel(bound);
    }
  } catch (error) {
    if (signal.aborted) return;
    log.warning('a start request was sent twice: a second build may run', { job: job.root + job.path, reason: messageOf(error) });
  }
}

async function hasEnded(tracker: Tracker, signal: AbortSignal): Promise<boolean> {
  for await (const { state } of tracker.follow(signal)) return state === 'ended' || state === 'lost';
  return false;
}
