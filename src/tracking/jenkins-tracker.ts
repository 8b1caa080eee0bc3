import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { discard } from '../http/answer.js';
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

/** What a pipeline waits for when its build runs and its `node` step does not. */
interface NodeItem {
  readonly why?: string | null;
  readonly stuck?: boolean;
  readonly task?: { readonly url?: string };
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
/** Long enough for a node that comes back from a restart; nobody starts the one that is missing. */
const stuckAtMost = 10_000;
/** A pipeline asks for its node soon after it has begun, if it asks for one. */
const asksForNode = 30_000;
/** A build may not be listed in the moment its item has gone, and an item that has left may not know its build yet. */
const unlisted = 5_000;
/** What a controller that has just started does not know may only not be loaded yet. */
const doubt = 1_000;
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
    /** Called with the address of the build, once it is known. */
    readonly onBuild?: (address: string) => void;
    /** Called with what it waits for, whenever that changes. */
    readonly onWaiting?: (why: string) => void;
    readonly onLine?: (line: string) => void;
  },
): Tracker {
  let place = begun;
  let over = false;
  let leftAt: number | undefined;
  const warned = new Set<string>();
  /** Until when it is worth asking whether the build waits for its node. */
  let nodeUntil: number | undefined;
  /** Ends the pause of whoever follows. */
  let nudge = new AbortController();
  const end = <T extends Tracked>(tracked: T): T => {
    over = true;
    return tracked;
  };
  /** Once for each reason. */
  const warnOf = (why: string, path: string): void => {
    if (!warned.has(why)) log.warning('delegation is stuck in the queue', { at: job.root + path, why });
    warned.add(why);
  };
  const pathOf = (build: number): string => `${job.path}/${build}`;
  const becomes = (build: { readonly build: number }): void => {
    place = build;
    onBuild?.(`${job.root}${pathOf(build.build)}/`);
  };

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
    if (!asked.value) return buildOf(item, 'it was removed, or lost in a restart', signal);
    const { cancelled, executable, why, stuck = false } = asked.value;
    if (cancelled) return end({ state: 'ended', reason: `it was cancelled in the queue of ${job.root}` });
    if (executable) return { build: executable.number };
    // Only what has left the queue says whether it was cancelled. It may take a moment to know its build, but no longer.
    if (cancelled === false) {
      leftAt ??= clock.now();
      if (clock.now() - leftAt >= unlisted) return buildOf(item, 'it left the queue without one', signal);
    }
    if (stuck && !isBusy(why)) return { stuck: why ?? 'stuck' };
    return { state: 'waiting', queue: why ?? 'about to start' };
  }

  /** Five minutes after it left the queue, or after a restart, nobody knows an item; its build remembers it. */
  async function buildOf(item: number, otherwise: string, signal: AbortSignal): Promise<Tracked | { readonly build: number }> {
    for (const until = clock.now() + unlisted; ;) {
      const builds = await ask<{ readonly builds?: readonly BuildInQueue[] }>(
        `${job.path}/api/json?tree=builds[number,queueId,building,result]{0,100}`,
        signal,
      );
      if ('reason' in builds) return { state: 'lost', reason: builds.reason };
      const build = builds.value?.builds?.find(({ queueId }) => queueId === item);
      if (build) return { build: build.number };
      if (clock.now() >= until)
        return end({ state: 'lost', reason: `${job.root}${job.path} has no build of queue item ${item}: ${otherwise}` });
      await clock.sleep(1_000, signal);
    }
  }

  async function lookAtBuild(build: number, signal: AbortSignal): Promise<Tracked> {
    const address = `${job.root}${pathOf(build)}/console`;
    const look = () =>
      ask<Build>(`${pathOf(build)}/api/json?tree=number,url,building,inProgress,result,duration,timestamp,queueId`, signal);
    let asked = await look();
    if ('gone' in asked) {
      await clock.sleep(doubt, signal);
      asked = await look();
    }
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

  /** What the `node` step of a build that runs waits for; undefined: for nothing. Not every version tells whose such an item is. */
  async function waitsForNode(build: number, signal: AbortSignal): Promise<string | undefined> {
    nodeUntil ??= clock.now() + asksForNode;
    if (clock.now() > nodeUntil) return undefined;
    const queue = await controller
      .json<{ readonly items?: readonly NodeItem[] }>('/queue/api/json?tree=items[why,stuck,task[url]]', signal)
      .catch((error: unknown) => log.debug('queue could not be read', { reason: messageOf(error) }));
    signal.throwIfAborted();
    const item = queue?.value?.items?.find(({ task }) => `/${task?.url ?? ''}`.endsWith(`${pathOf(build)}/`));
    if (!item) return undefined;
    nodeUntil = clock.now() + asksForNode;
    const why = item.why ?? 'it waits for a node';
    if (item.stuck && !isBusy(why)) warnOf(why, pathOf(build));
    return why;
  }

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    let known = '';
    let stuckSince: number | undefined;
    let console_: ReturnType<typeof jenkinsConsole> | undefined;
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let looked = 'build' in place ? await lookAtBuild(place.build, signal) : await lookAtItem(place.item, signal);
      if ('build' in looked) {
        becomes(looked);
        pause = firstPause / 2;
        known = '';
        continue;
      }
      if ('stuck' in looked) {
        const why = looked.stuck;
        warnOf(why, job.path);
        stuckSince ??= clock.now();
        looked = { state: 'waiting', queue: why };
        if (clock.now() - stuckSince >= stuckAtMost) {
          await cancel(AbortSignal.any([signal, clock.deadline(grace, new Error('it does not leave the queue'))]));
          looked = { state: 'lost', reason: `stuck in the queue of ${job.root}: ${why}` };
        }
        pause = Math.min(pause, firstPause * 2);
      } else stuckSince = undefined;
      if (onLine && 'build' in place && looked.state !== 'lost') {
        console_ ??= jenkinsConsole(controller, pathOf(place.build), onLine);
        await console_.read(signal, looked.state === 'ended').catch((error: unknown) => {
          signal.throwIfAborted();
          log.debug('console could not be read', { reason: messageOf(error) });
        });
      }
      if (looked.state === 'running' && 'build' in place) {
        const why = await waitsForNode(place.build, signal);
        if (why !== undefined) looked = { state: 'waiting', queue: why };
      }
      const now = JSON.stringify(looked);
      if (now !== known) {
        if (looked.state === 'waiting') onWaiting?.(looked.queue);
        // Whoever sees something happen looks again soon.
        if (known !== '') pause = firstPause / 2;
        known = now;
        yield looked;
      }
      if (looked.state === 'ended' || looked.state === 'lost') return;
      await clock.sleep(pause, AbortSignal.any([signal, nudge.signal])).catch(() => signal.throwIfAborted());
    }
  }

  /** Whether a build is over within so many milliseconds. */
  async function endsWithin(milliseconds: number, build: number, signal: AbortSignal): Promise<boolean> {
    for (const until = clock.now() + milliseconds; ;) {
      await lookAtBuild(build, signal);
      if (over || clock.now() >= until) return over;
      await clock.sleep(firstPause, signal);
    }
  }

  /** Asks for an end until somebody hears it: a controller that restarts comes back. Asking twice does no harm. @throws {NotCarriedOut} the user may not */
  async function press(path: string, signal: AbortSignal): Promise<number> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let reason: string;
      try {
        const answer = await controller.post(path, signal);
        const { status } = answer;
        await discard(answer);
        reason = `${job.root} answered ${status}`;
        if (status === 401 || status === 403)
          throw new NotCarriedOut(`${reason}: the user may not end what ${job.path} runs`, 'The user needs Job/Cancel');
        if (status < 500) return status;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof NotCarriedOut) throw error;
        reason = messageOf(error);
      }
      log.debug('could not be asked to end', { path, reason });
      await clock.sleep(pause, signal);
    }
  }

  /** Done when it is out of the queue: for good, or because it has become a build. @throws {NotCarriedOut} it goes on waiting */
  async function leaveQueue(item: number, signal: AbortSignal): Promise<void> {
    const status = await press(`/queue/cancelItem?id=${item}`, signal);
    // 204, or 302 of older controllers; 404 when it has left already, 422 when it is leaving.
    log.debug('cancelled in the queue', { item, status });
    for (const until = clock.now() + 2 * unlisted; ;) {
      const looked = await lookAtItem(item, signal);
      if ('build' in looked) return becomes(looked);
      if (over) return;
      if (clock.now() >= until)
        throw new NotCarriedOut(`${job.root} answered ${status} and keeps item ${item} in the queue`, `See the queue of ${job.root}`);
      await clock.sleep(firstPause / 2, signal);
    }
  }

  async function cancel(signal: AbortSignal): Promise<void> {
    try {
      await endStepByStep(signal);
    } finally {
      nudge.abort();
      nudge = new AbortController();
    }
  }

  async function endStepByStep(signal: AbortSignal): Promise<void> {
    if ('item' in place) await leaveQueue(place.item, signal);
    for (const [way, milliseconds] of patience) {
      if (over || !('build' in place)) return;
      // Harmless on a build that has ended.
      await press(`${pathOf(place.build)}/${way}`, signal);
      if (await endsWithin(milliseconds, place.build, signal)) return;
      log.warning(`build did not end after /${way}`, { build: `${job.root}${pathOf(place.build)}` });
    }
  }

  return {
    grace,
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

/** What waits for others that run counts as stuck after some time, and is not. */
function isBusy(why: string | null = ''): boolean {
  return /next available executor/i.test(why ?? '');
}
