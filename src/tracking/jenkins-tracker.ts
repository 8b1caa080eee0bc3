import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { jenkinsConsole } from './jenkins-console.js';
import type { JenkinsController, JenkinsJob } from './jenkins-controller.js';
import type { Tracked, Tracker } from './tracker.js';

/** What of a delegation is known: where it waits, or the build it became. */
export type JenkinsPlace = { readonly item: number } | { readonly build: number };

interface QueueItem {
  readonly cancelled?: boolean;
  readonly why?: string | null;
  readonly stuck?: boolean;
  readonly executable?: { readonly number: number } | null;
}

interface Build {
  readonly building?: boolean;
  readonly inProgress?: boolean;
  readonly result: string | null;
}

interface BuildInQueue {
  readonly number: number;
  readonly queueId: number;
}

const firstPause = 500;
const longestPause = 5_000;
/** A controller that restarts is away for minutes; its builds go on. */
const away = 5 * 60_000;
/** A build node that is started on demand counts as stuck until it is there. */
const stuckAtMost = 60_000;
/** A build may not be listed in the moment its item has gone. */
const unlisted = 5_000;
/** After `/stop`: Jenkins waits 20 s for the processes, then come the pipeline's own clean-ups. After `/term`: those alone. */
const afterStop = 30_000;
const afterTerm = 10_000;

/** Follows and ends one delegation on a controller (jenkins.md 8). */
export function jenkinsTracker(
  begun: JenkinsPlace,
  job: JenkinsJob,
  {
    controller,
    clock,
    log,
    onConsole,
    onLine,
  }: {
    readonly controller: JenkinsController;
    readonly clock: Clock;
    readonly log: Log;
    readonly onConsole?: (address: string) => void;
    readonly onLine?: (line: string) => void;
  },
): Tracker {
  let place = begun;
  let over = false;
  const end = <T extends Tracked>(tracked: T): T => {
    over = true;
    return tracked;
  };
  const pathOf = (build: number): string => `${job.path}/${build}`;

  /** Asks until there is an answer that says something; what only means that the controller is away is waited out. */
  async function ask<T>(
    path: string,
    signal: AbortSignal,
  ): Promise<{ readonly value?: T; readonly gone?: true } | { readonly reason: string }> {
    const until = clock.now() + away;
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let reason: string;
      try {
        const answer = await controller.json<T>(path, signal);
        if (answer.status === 200) return { value: answer.value as T };
        if (answer.status === 404) return { gone: true };
        reason = `${job.root} answered ${answer.status}`;
        if (answer.status === 401 || answer.status === 403) return { reason: `${reason}: the user may not see ${path.split('?')[0]}` };
      } catch (error) {
        signal.throwIfAborted();
        reason = messageOf(error);
      }
      if (clock.now() >= until) return { reason: `${reason} for ${away / 60_000} minutes` };
      await clock.sleep(pause, signal);
    }
  }

  /** The item's state, or the build that it became. */
  async function lookAtItem(item: number, signal: AbortSignal): Promise<Tracked | { readonly build: number } | { readonly stuck: string }> {
    const asked = await ask<QueueItem>(`/queue/item/${item}/api/json?tree=id,cancelled,why,stuck,executable[number,url]`, signal);
    if ('reason' in asked) return { state: 'lost', reason: asked.reason };
    if (asked.value) {
      const { cancelled = false, executable, why, stuck = false } = asked.value;
      if (cancelled) return end({ state: 'ended', reason: `it was cancelled in the queue of ${job.root}` });
      if (executable) return { build: executable.number };
      return stuck ? { stuck: why ?? 'stuck' } : { state: 'waiting', queue: why ?? 'about to start' };
    }
    // Five minutes after it left the queue, or after a restart, nobody knows the item; its build remembers it.
    for (const until = clock.now() + unlisted; ;) {
      const builds = await ask<{ readonly builds?: readonly BuildInQueue[] }>(
        `${job.path}/api/json?tree=builds[number,queueId,building,result]{0,100}`,
        signal,
      );
      if ('reason' in builds) return { state: 'lost', reason: builds.reason };
      const build = builds.value?.builds?.find(({ queueId }) => queueId === item);
      if (build) return { build: build.number };
      if (clock.now() >= until)
        return end({
          state: 'lost',
          reason: `${job.root} knows neither queue item ${item} nor a build of it: it was removed, or lost in a restart`,
        });
      await clock.sleep(1_000, signal);
    }
  }

  async function lookAtBuild(build: number, signal: AbortSignal): Promise<Tracked> {
    const address = `${job.root}${pathOf(build)}/console`;
    const asked = await ask<Build>(
      `${pathOf(build)}/api/json?tree=number,url,building,inProgress,result,duration,timestamp,queueId`,
      signal,
    );
    if ('reason' in asked) return { state: 'lost', reason: asked.reason };
    if (!asked.value) return end({ state: 'lost', reason: `build ${build} of ${job.root}${job.path} was deleted` });
    // The result may be there long before the end.
    const { building = false, inProgress = false, result } = asked.value;
    if (building || inProgress) return { state: 'running', log: address };
    return end({
      state: 'ended',
      log: address,
      reason: `build ${build} of ${job.root}${job.path} ended ${result ?? 'without a result'}: ${address}`,
    });
  }

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    let known = '';
    let stuckSince: number | undefined;
    let console_: ReturnType<typeof jenkinsConsole> | undefined;
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let looked = 'build' in place ? await lookAtBuild(place.build, signal) : await lookAtItem(place.item, signal);
      if ('build' in looked) {
        place = looked;
        onConsole?.(`${job.root}${pathOf(looked.build)}/console`);
        pause = firstPause / 2;
        known = '';
        continue;
      }
      if ('stuck' in looked) {
        stuckSince ??= clock.now();
        log.warning('delegation is stuck in the queue', { job: `${job.root}${job.path}`, why: looked.stuck });
        looked =
          clock.now() - stuckSince < stuckAtMost
            ? { state: 'waiting', queue: looked.stuck }
            : { state: 'lost', reason: `stuck in the queue of ${job.root}: ${looked.stuck}` };
        if (looked.state === 'lost') await cancel(signal);
      } else stuckSince = undefined;
      if (onLine && 'build' in place && (looked.state === 'running' || looked.state === 'ended')) {
        console_ ??= jenkinsConsole(controller, pathOf(place.build), onLine);
        await console_.read(signal, looked.state === 'ended').catch((error: unknown) => {
          signal.throwIfAborted();
          log.debug('console could not be read', { reason: messageOf(error) });
        });
      }
      const now = JSON.stringify(looked);
      if (now !== known) {
        // Whoever sees something happen looks again soon.
        if (known !== '') pause = firstPause / 2;
        known = now;
        yield looked;
      }
      if (looked.state === 'ended' || looked.state === 'lost') return;
      await clock.sleep(pause, signal);
    }
  }

  /** Whether it is over within so many milliseconds. */
  async function endsWithin(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    for (const until = clock.now() + milliseconds; ;) {
      const looked = 'build' in place ? await lookAtBuild(place.build, signal) : await lookAtItem(place.item, signal);
      if ('build' in looked) place = looked;
      else if (over) return true;
      if (clock.now() >= until) return false;
      await clock.sleep(firstPause, signal);
    }
  }

  async function cancel(signal: AbortSignal): Promise<void> {
    if ('item' in place) {
      const answer = await controller.post(`/queue/cancelItem?id=${place.item}`, signal);
      // 204, or 302 of older controllers; 404 when it has left the queue: for good, or to become a build.
      log.debug('cancelled in the queue', { item: place.item, status: answer.status });
      for (const until = clock.now() + unlisted; ;) {
        const looked = await lookAtItem(place.item, signal);
        if ('build' in looked) {
          place = looked;
          break;
        }
        if (over || ('state' in looked && looked.state === 'lost') || clock.now() >= until) return;
        await clock.sleep(firstPause / 2, signal);
      }
    }
    for (const [way, patience] of [
      ['stop', afterStop],
      ['term', afterTerm],
      ['kill', afterTerm],
    ] as const) {
      if (!('build' in place)) return;
      // Harmless on a build that has ended.
      await controller.post(`${pathOf(place.build)}/${way}`, signal);
      if (await endsWithin(patience, signal)) return;
      log.warning(`build did not end after /${way}`, { build: `${job.root}${pathOf(place.build)}` });
    }
  }

  return {
    grace: afterStop + 2 * afterTerm + 5_000,
    over: () => over,
    cancel,
    async *follow(signal) {
      try {
        yield* states(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
