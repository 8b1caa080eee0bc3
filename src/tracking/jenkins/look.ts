import type { Clock } from '../../host/clock.js';
import { messageOf } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { endOfConsole } from './console.js';
import { endsWithPath, type JenkinsController, type JenkinsJob } from './controller.js';
import { reasonIn } from '../last-words.js';
import type { Tracked } from '../tracker.js';

/** What may still be of a delegation. `over`: surely nothing. `open`: it goes on, or may. `unseen`: it may, where nobody will show it to us. */
export type Fate = 'over' | 'open' | 'unseen';

/** What was seen of a delegation. */
export type Seen =
  | { readonly tracked: Tracked; readonly fate: Fate }
  /** It has left the queue and become this build. */
  | { readonly build: number };

/** What a delegation waits for. `stuck`: nothing that is there will ever make it go on. */
export interface Waiting {
  readonly why: string;
  readonly stuck: boolean;
}

/** Looks at one delegation (jenkins.md 8). Parameters are not fetched: they are full of secrets. */
export interface JenkinsLook {
  item(item: number, signal: AbortSignal): Promise<Seen | { readonly waiting: Waiting }>;
  /** @param item the one it was, where that is known: a job that was made anew counts from 1 again */
  build(build: number, item: number | undefined, signal: AbortSignal): Promise<Extract<Seen, { readonly tracked: Tracked }>>;
  /** What the `node` step of a build that runs waits for; undefined: for nothing. Not every version tells whose such an item is. */
  node(build: number, signal: AbortSignal): Promise<Waiting | undefined>;
}

interface Queued {
  readonly why?: string | null;
  readonly stuck?: boolean;
}
interface QueueItem extends Queued {
  readonly cancelled?: boolean;
  readonly executable?: { readonly number: number } | null;
}
interface NodeItem extends Queued {
  readonly task?: { readonly url?: string };
}
interface Build {
  readonly building?: boolean;
  readonly inProgress?: boolean;
  readonly result: string | null;
  readonly queueId?: number;
}
interface BuildInQueue {
  readonly number: number;
  readonly queueId: number;
}

/** A build may not be listed in the moment its item has gone, and an item that has left may not know its build yet. */
export const unlisted = 5_000;
/** What a controller that has just started does not know may only not be loaded yet. */
const doubt = 1_000;
/** A pipeline asks for its node soon after it has begun, if it asks for one. */
const asksForNode = 30_000;

export function jenkinsLook(
  { root, path }: JenkinsJob,
  { controller, clock, log }: { readonly controller: JenkinsController; readonly clock: Clock; readonly log: Log },
): JenkinsLook {
  let leftAt: number | undefined;
  /** Until when it is worth asking whether the build waits for its node. */
  let nodeUntil: number | undefined;
  /** What the build said of its failure. */
  let why: string | undefined;

  /** Five minutes after it left the queue, or after a restart, nobody knows an item; its build remembers it. */
  async function buildOf(item: number, otherwise: string, signal: AbortSignal): Promise<Seen> {
    for (const until = clock.now() + unlisted; ;) {
      const known = await controller.ask<{ readonly builds?: readonly BuildInQueue[] }>(
        `${path}/api/json?tree=builds[number,queueId,building,result]{0,100}`,
        signal,
      );
      if ('reason' in known) return lost(known.reason);
      const build = 'value' in known ? known.value.builds?.find(({ queueId }) => queueId === item) : undefined;
      if (build) return { build: build.number };
      if (clock.now() >= until) {
        if ('gone' in known) return unseen(`queue item ${item}`);
        return lost(`${root}${path} has no build of queue item ${item}: ${otherwise}`, 'over');
      }
      await clock.sleep(1_000, signal);
    }
  }

  /** A job that was renamed, or hidden from us, answers as one that was deleted, and its builds go on. */
  const unseen = (what: string) =>
    lost(`${what} of ${root}${path} cannot be seen any more: the job was renamed, moved or deleted, or the user may not see it`, 'unseen');

  return {
    async item(item, signal) {
      const known = await controller.ask<QueueItem>(
        `/queue/item/${item}/api/json?tree=id,cancelled,why,stuck,executable[number,url]`,
        signal,
      );
      if ('reason' in known) return lost(known.reason);
      if ('gone' in known) return buildOf(item, 'it was removed, or lost in a restart', signal);
      const { cancelled, executable } = known.value;
      if (cancelled) return { tracked: { state: 'ended', reason: `it was cancelled in the queue of ${root}` }, fate: 'over' };
      if (executable) return { build: executable.number };
      // Only what has left the queue says whether it was cancelled. It may take a moment to know its build, but no longer.
      if (cancelled === false) {
        leftAt ??= clock.now();
        if (clock.now() - leftAt >= unlisted) return buildOf(item, 'it left the queue without one', signal);
      }
      return { waiting: waitingOf(known.value, 'about to start') };
    },

    async build(build, item, signal) {
      const address = `${root}${path}/${build}/console`;
      const look = () =>
        controller.ask<Build>(`${path}/${build}/api/json?tree=number,url,building,inProgress,result,duration,timestamp,queueId`, signal);
      let known = await look();
      if ('gone' in known) {
        await clock.sleep(doubt, signal);
        known = await look();
      }
      if ('reason' in known) return lost(known.reason);
      if ('gone' in known) {
        const itsJob = await controller.ask<object>(`${path}/api/json?tree=name`, signal);
        if ('reason' in itsJob) return lost(itsJob.reason);
        return 'gone' in itsJob ? unseen(`build ${build}`) : lost(`build ${build} of ${root}${path} was deleted`, 'over');
      }
      // The result may be there long before the end.
      const { building = false, inProgress = false, result, queueId = item } = known.value;
      if (item !== undefined && queueId !== item)
        return lost(
          `build ${build} of ${root}${path} was deleted, and another has its number: of queue item ${queueId}, not ${item}`,
          'over',
        );
      if (building || inProgress) return { tracked: { state: 'running', log: address }, fate: 'open' };
      // Other results say why themselves. Asked once: a build that has ended prints no more.
      if (result === 'FAILURE') why ??= reasonIn(await endOfConsole(`${path}/${build}`, { controller, signal })) ?? '';
      const reason = `build ${build} of ${root}${path} ended ${result ?? 'without a result'}${why ? ` (${why})` : ''}: ${address}`;
      return { tracked: { state: 'ended', log: address, reason }, fate: 'over' };
    },

    async node(build, signal) {
      nodeUntil ??= clock.now() + asksForNode;
      if (clock.now() > nodeUntil) return undefined;
      const queue = await controller
        .json<{ readonly items?: readonly NodeItem[] }>('/queue/api/json?tree=items[why,stuck,task[url]]', signal)
        .catch((error: unknown) => log.debug('queue could not be read', { reason: messageOf(error) }));
      signal.throwIfAborted();
      const item = queue?.value?.items?.find(({ task }) => endsWithPath(task?.url ?? '', `${path}/${build}`));
      if (!item) return undefined;
      nodeUntil = clock.now() + asksForNode;
      return waitingOf(item, 'it waits for a node');
    },
  };
}

/** It is not known what became of it: it may go on, unless its fate says more. */
function lost(reason: string, fate: Fate = 'open'): Extract<Seen, { readonly tracked: Tracked }> {
  return { tracked: { state: 'lost', reason }, fate };
}

function waitingOf({ why, stuck = false }: Queued, otherwise: string): Waiting {
  // What waits for others that run, or for a controller that starts nothing any more, counts as stuck after some time, and is not.
  const goesOn = /next available executor|about to shut down|already (?:in progress|running|building)|^blocked by|quiet period/i.test(
    why ?? '',
  );
  return { why: why ?? otherwise, stuck: stuck && !goesOn };
}
