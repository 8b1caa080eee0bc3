import type { Clock } from '../../host/clock.js';
import { messageOf, NotCarriedOut } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { refusal, saidBy, type KubernetesApi } from './api.js';
import { readPodLog } from './log.js';
import { lookAt, type Job, type Pod } from './look.js';
import { patienceOf } from './manifest.js';
import { watchItems } from './watch.js';
import type { Tracked, Tracker } from '../tracker.js';
import { untilAborted } from '../until-aborted.js';

/** Foreground deletion waits for the pods, which have 30 s by default. */
const deletion = 60_000;
/** An API server that is exchanged refuses for seconds, and answers are lost. */
const [firstPause, longestPause] = [500, 5_000];
/** What a container printed last may come after the news of its end, and so may its exit code. */
const [afterEnd, afterJob] = [10_000, 2_000];
/** Follows and ends one delegation that is a Job. @param jobs the collection of Jobs of its namespace */
export function kubernetesTracker(
  name: string,
  jobs: string,
  {
    api,
    clock,
    log,
    onLine,
  }: { readonly api: KubernetesApi; readonly clock: Clock; readonly log: Log; readonly onLine?: (line: string) => void },
): Tracker {
  const core = jobs.replace(/\/apis\/batch\/v1(\/namespaces\/[^/]+)\/jobs$/, '/api/v1$1');
  const theJob = `${jobs}?fieldSelector=${encodeURIComponent(`metadata.name=${name}`)}`;
  const thePods = `${core}/pods?labelSelector=${encodeURIComponent(`job-name=${name}`)}`;
  // What stands between may know no selectors.
  const isOurs = ({ metadata }: Job): boolean => metadata.name === name;
  let over = false;

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    const done = new AbortController();
    const until = AbortSignal.any([signal, done.signal]);
    const news = newsBell();
    const seen: { jobs?: readonly Job[]; pods?: readonly Pod[]; blind?: string } = {};
    const onBlind = (blind: string): void => news.ring(Object.assign(seen, { blind }));
    // They end with `done`; what they reject with then is its reason.
    watchItems<Job>(theJob, (items) => news.ring((seen.jobs = items.filter(isOurs))), { api, clock, signal: until }).then(
      onBlind,
      () => undefined,
    );
    watchItems<Pod>(thePods, (items) => news.ring((seen.pods = items)), { api, clock, signal: until }).then(onBlind, () => undefined);
    let reading: Promise<void> | undefined;
    let since: { readonly stuck: string; readonly time: number } | undefined;
    let endedAt: number | undefined;
    let known = '';
    try {
      for (;;) {
        signal.throwIfAborted();
        const bell = news.next();
        let wait = Infinity;
        if (seen.blind !== undefined) return void (yield { state: 'lost', reason: seen.blind });
        if (seen.jobs && seen.pods) {
          const [own] = seen.jobs;
          if (!own) {
            over = true;
            return void (yield { state: 'lost', reason: `job ${name} was deleted` });
          }
          const looked = lookAt(own, seen.pods);
          const { tracked, pod, container } = looked;
          if (onLine && pod && container && looked.started)
            reading ??= readPodLog(`${core}/pods/${pod.metadata.name}`, container, onLine, {
              running: () => endedAt === undefined,
              api,
              clock,
              log,
              signal: until,
            });
          if (tracked.state === 'ended') {
            endedAt ??= clock.now();
            wait = tracked.code === undefined && pod ? endedAt + afterJob - clock.now() : 0;
            if (wait <= 0) {
              if (reading) await atMost(reading, afterEnd, until);
              over = true;
              return void (yield tracked);
            }
          } else {
            since = looked.stuck === undefined ? undefined : { stuck: looked.stuck, time: since?.time ?? clock.now() };
            if (since) {
              wait = looked.hopeless ? 0 : since.time + patienceOf(own.metadata.annotations) - clock.now();
              if (wait <= 0) {
                const reason = `${since.stuck}${await warningOf(pod?.metadata.name ?? name, signal)}`;
                await remove(signal);
                return void (yield { state: 'lost', reason: `the container cannot be started: ${reason}` });
              }
            }
            if (JSON.stringify(tracked) !== known) {
              known = JSON.stringify(tracked);
              yield tracked;
            }
          }
        }
        await atMost(bell, wait, until);
      }
    } finally {
      done.abort(new Error('it is followed no longer'));
    }
  }

  async function atMost(what: Promise<unknown>, milliseconds: number, signal: AbortSignal): Promise<void> {
    const enough = new AbortController();
    const bound = AbortSignal.any([signal, enough.signal]);
    const patience = clock.sleep(Math.min(milliseconds, 2 ** 31 - 1), bound).catch(() => undefined);
    await Promise.race([what, patience]);
    enough.abort();
  }

  /** What the cluster warned of last, for people: an account that may not list events does without. */
  async function warningOf(object: string, signal: AbortSignal): Promise<string> {
    try {
      const answer = await api.ask(
        'GET',
        `${core}/events?fieldSelector=${encodeURIComponent(`involvedObject.name=${object},type=Warning`)}`,
        { signal },
      );
      if (answer.status !== 200) return '';
      const { items } = JSON.parse(await answer.text()) as {
        readonly items: readonly { readonly reason?: string; readonly message?: string }[];
      };
      const last = items.at(-1);
      return last?.message === undefined ? '' : ` (${last.reason ?? 'warning'}: ${last.message})`;
    } catch (error) {
      signal.throwIfAborted();
      log.debug('events could not be read', { reason: messageOf(error) });
      return '';
    }
  }

  /** Deletes the Job with all that is of it, and sees it gone: with foreground deletion it is there until its pods are gone. */
  async function remove(signal: AbortSignal): Promise<void> {
    const gone = new AbortController();
    const bound = AbortSignal.any([
      signal,
      gone.signal,
      clock.deadline(deletion, new Error(`job ${name} is still there after ${deletion / 1000} s`)),
    ]);
    await askToGo(bound);
    const onItems = (items: readonly Job[]): void => void (!items.some(isOurs) && gone.abort(new Error('gone')));
    const problem = await watchItems<Job>(theJob, onItems, { api, clock, signal: bound }).catch((error: unknown) => {
      if (!gone.signal.aborted) throw error;
      return undefined;
    });
    if (problem !== undefined) throw new Error(problem);
    over = true;
  }

  /** Asks again when the answer is lost or the server is not ready: deleting twice is no more than once. */
  async function askToGo(signal: AbortSignal): Promise<void> {
    const asked = `DELETE ${jobs}/${name}`;
    let reason = '';
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Foreground' };
        const answer = await api.ask('DELETE', `${jobs}/${name}`, { signal, body });
        if ([200, 202, 404].includes(answer.status)) return void (await answer.text().catch(() => ''));
        if (answer.status !== 429 && answer.status < 500) throw await refusal(answer, asked);
        reason = await saidBy(answer, asked);
      } catch (error) {
        if (error instanceof NotCarriedOut) throw error;
        if (signal.aborted) throw new Error(`${messageOf(signal.reason)}${reason && `: ${reason}`}`, { cause: error });
        reason = messageOf(error);
      }
      log.debug('the job could not be deleted', { job: name, reason });
      // What ends the wait is told by the next request.
      await clock.sleep(pause, signal).catch(() => undefined);
    }
  }

  return {
    grace: deletion + 5_000,
    over: () => over,
    cancel: (signal) => remove(signal),
    follow: untilAborted(states),
  };
}

/** Whoever waits for the next ring hears it, also one that comes before it waits. */
function newsBell(): { ring(news: unknown): void; next(): Promise<void> } {
  let wake: () => void = () => undefined;
  let next = new Promise<void>((resolve) => (wake = resolve));
  return {
    ring: () => wake(),
    next() {
      next = new Promise<void>((resolve) => (wake = resolve));
      return next;
    },
  };
}
