import type { Clock } from '../../host/clock.js';
import { messageOf, NotCarriedOut } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { jenkinsConsole, type JenkinsConsole } from './console.js';
import type { JenkinsController, JenkinsJob } from './controller.js';
import { jenkinsLook, unlisted, type Fate, type Seen, type Waiting } from './look.js';
import { prospectOf, type Prospect } from './nodes.js';
import type { JenkinsPlace } from './place.js';
import { NobodyToAsk, type Tracked, type Tracker } from '../tracker.js';
import { untilAborted } from '../until-aborted.js';

type BuildPlace = Extract<JenkinsPlace, { readonly build: number }>;

const firstPause = 500;
const longestPause = 5_000;
/** Milliseconds after which it is asked whether a node will ever come: one that was only restarted is back by then. */
const stuckAtMost = 10_000;
/** After `/stop`: Jenkins waits 20 s for the processes, then come the pipeline's own clean-ups. After `/term`: those alone. `/kill` needs no one's help. */
const patience = [
  ['stop', 30_000],
  ['term', 10_000],
  ['kill', 5_000],
] as const;
const grace = patience.reduce((sum, [, milliseconds]) => sum + milliseconds, unlisted);

/** Follows and ends one delegation on a controller (jenkins.md 8). */
export function jenkinsTracker(
  begun: JenkinsPlace,
  job: JenkinsJob,
  {
    controller,
    clock,
    log,
    onBuild,
    onWaiting,
    onLine,
  }: {
    readonly controller: JenkinsController;
    readonly clock: Clock;
    readonly log: Log;
    /** Called with the place of the build, once it is known. */
    readonly onBuild?: (place: BuildPlace) => void;
    /** Called with what it waits for, whenever that changes. */
    readonly onWaiting?: (why: string) => void;
    readonly onLine?: (line: string) => void;
  },
): Tracker {
  const look = jenkinsLook(job, { controller, clock, log });
  let place = begun;
  let fate: Fate = 'open';
  let pause = firstPause;
  /** Ends the pause of whoever follows. */
  let nudge = new AbortController();
  let stuckSince: number | undefined;
  let lines: JenkinsConsole | undefined;

  const pathOf = (build: number): string => `${job.path}/${build}`;
  const becomes = ({ build }: { readonly build: number }): void => {
    const its = { build, ...(place.item !== undefined && { item: place.item }) };
    place = its;
    stuckSince = undefined;
    onBuild?.(its);
  };
  const trackedOf = (seen: Extract<Seen, { readonly tracked: Tracked }>): Tracked => {
    if (fate !== 'over') fate = seen.fate;
    return seen.tracked;
  };

  /** @throws {NobodyToAsk} what cannot be seen is not there to be ended, either */
  const isOver = (seen: Extract<Seen, { readonly tracked: Tracked }>): boolean => {
    const tracked = trackedOf(seen);
    if (fate === 'unseen' && tracked.state === 'lost') throw new NobodyToAsk(tracked.reason, `Look for it at ${job.root}: it may go on`);
    return fate === 'over';
  };

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    let known = '';
    for (pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const tracked = 'build' in place ? await followBuild(place, signal) : await followItem(place.item, signal);
      if (tracked === 'it has become a build') {
        pause = firstPause / 2;
        known = '';
        continue;
      }
      const now = JSON.stringify(tracked);
      if (now !== known) {
        if (tracked.state === 'waiting') onWaiting?.(tracked.queue);
        // Whoever sees something happen looks again soon.
        if (known !== '') pause = firstPause / 2;
        known = now;
        yield tracked;
      }
      if (tracked.state === 'ended' || tracked.state === 'lost') return;
      await clock.sleep(pause, AbortSignal.any([signal, nudge.signal])).catch(() => signal.throwIfAborted());
    }
  }

  async function followItem(item: number, signal: AbortSignal): Promise<Tracked | 'it has become a build'> {
    const seen = await look.item(item, signal);
    if ('build' in seen) {
      becomes(seen);
      return 'it has become a build';
    }
    if ('tracked' in seen) return orGivenUp(trackedOf(seen), signal);
    const { why } = seen.waiting;
    // Of a controller that does not say what it can start, whatever it calls stuck is.
    if (!(await isHopeless(seen.waiting, ['never', 'unknown'], signal))) return { state: 'waiting', queue: why };
    await giveUp(signal);
    return { state: 'lost', reason: `stuck in the queue of ${job.root}: ${why}` };
  }

  /** Whether it has been stuck for so long that no node will come. @param hopeless the prospects that mean so */
  async function isHopeless({ why, stuck }: Waiting, hopeless: readonly Prospect[], signal: AbortSignal): Promise<boolean> {
    stuckSince = stuck ? (stuckSince ?? clock.now()) : undefined;
    if (stuckSince === undefined || clock.now() - stuckSince < stuckAtMost) return false;
    if (hopeless.includes(await prospectOf(why, { controller, signal }))) return true;
    // A start that fails is told later.
    stuckSince = clock.now();
    return false;
  }

  async function followBuild({ build, item }: BuildPlace, signal: AbortSignal): Promise<Tracked> {
    const tracked = await orGivenUp(trackedOf(await look.build(build, item, signal)), signal);
    if (onLine && tracked.state !== 'lost') {
      lines ??= jenkinsConsole(pathOf(build), { controller, clock, onLine });
      await lines.read(signal, tracked.state === 'ended').catch((error: unknown) => {
        signal.throwIfAborted();
        log.debug('console could not be read', { reason: messageOf(error) });
      });
    }
    const waiting = tracked.state === 'running' ? await look.node(build, signal) : undefined;
    stuckSince = waiting && stuckSince;
    if (!waiting) return tracked;
    if (!(await isHopeless(waiting, ['never'], signal))) return { state: 'waiting', queue: waiting.why };
    await giveUp(signal);
    return { state: 'lost', reason: `${job.root}${pathOf(build)} waits for a node that will not come: ${waiting.why}` };
  }

  /** What cannot be followed and may go on is ended before it is lost. */
  async function orGivenUp(tracked: Tracked, signal: AbortSignal): Promise<Tracked> {
    if (tracked.state === 'lost' && fate === 'open') await giveUp(signal);
    return tracked;
  }

  /** Asks what nobody will follow any more to end. */
  async function giveUp(signal: AbortSignal): Promise<void> {
    const bound = AbortSignal.any([signal, clock.deadline(grace, new Error(`it did not end within ${grace / 1000} s`))]);
    await cancel(bound).catch((error: unknown) => {
      signal.throwIfAborted();
      log.warning('delegation could not be ended', { job: job.root + job.path, reason: messageOf(error) });
    });
  }

  async function cancel(signal: AbortSignal): Promise<void> {
    try {
      if (!('build' in place)) await leaveQueue(place.item, signal);
      // Nobody else's build is stopped.
      else isOver(await look.build(place.build, place.item, signal));
      for (const [way, milliseconds] of patience) {
        if (fate === 'over' || !('build' in place)) return;
        // Harmless on a build that has ended.
        const status = await controller.press(`${pathOf(place.build)}/${way}`, signal);
        // What fails has done nothing that would be worth the wait.
        if (await endsWithin(status === 500 ? 0 : milliseconds, place, signal)) return;
        log.warning(`build did not end after /${way}`, { build: job.root + pathOf(place.build) });
      }
    } finally {
      lookNow();
    }
  }

  /** Done when it is out of the queue: for good, or because it has become a build. @throws {NotCarriedOut} it goes on waiting */
  async function leaveQueue(item: number, signal: AbortSignal): Promise<void> {
    const status = await controller.press(`/queue/cancelItem?id=${item}`, signal);
    // 204, or 302 of older controllers; 404 when it has left already, 422 when it is leaving.
    log.debug('cancelled in the queue', { item, status });
    for (const until = clock.now() + 2 * unlisted; ;) {
      const seen = await look.item(item, signal);
      if ('build' in seen) return becomes(seen);
      if ('tracked' in seen && isOver(seen)) return;
      if (clock.now() >= until)
        throw new NotCarriedOut(`${job.root} answered ${status} and keeps item ${item} in the queue`, `See the queue of ${job.root}`);
      await clock.sleep(firstPause / 2, signal);
    }
  }

  /** Whether a build is over within so many milliseconds. */
  async function endsWithin(milliseconds: number, { build, item }: BuildPlace, signal: AbortSignal): Promise<boolean> {
    for (const until = clock.now() + milliseconds; ;) {
      const over = isOver(await look.build(build, item, signal));
      if (over || clock.now() >= until) return over;
      await clock.sleep(firstPause, signal);
    }
  }

  function lookNow(): void {
    pause = firstPause / 2;
    nudge.abort();
    nudge = new AbortController();
  }

  return {
    grace,
    soon: lookNow,
    over: () => fate === 'over',
    cancel,
    follow: untilAborted(states),
  };
}
