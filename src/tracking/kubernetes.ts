import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/client.js';
import { Refused, type RemoteSpace, type StartCall, type Telling, type Tracked, type Tracker } from './tracker.js';

interface Job {
  readonly metadata: { readonly name: string; readonly labels?: object; readonly annotations?: object };
  readonly status?: {
    readonly active?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
  };
}

interface Pod {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
    readonly containerStatuses?: readonly {
      readonly state?: {
        readonly waiting?: { readonly reason?: string; readonly message?: string };
        readonly running?: object;
        readonly terminated?: { readonly exitCode: number; readonly reason?: string };
      };
    }[];
  };
}

const firstPause = 500;
const longestPause = 5_000;
const away = 5 * 60_000;
const limit = 30_000;
/** A container that cannot be made counts as lost after this time: a registry may have a bad minute. */
const stuckAtMost = 60_000;
/** Foreground deletion waits for the pods, which have 30 s by default. */
const deletion = 60_000;
const hopeless = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
];
/** Where a pod finds the token of its service account. */
const ownToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/**
 * Kubernetes as an execution space: a Job is created by its manifest, followed, its log read, deleted with its pods. Asks with the login of the start
 * request; without one with the service account of the pod it runs in, or with none, as `kubectl proxy` takes it.
 */
export function kubernetesSpace({
  http,
  clock,
  log,
  onLine,
}: Telling & { readonly http: HttpClient; readonly clock: Clock; readonly log: Log }): RemoteSpace {
  const open = async (call: Pick<StartCall, 'url' | 'headers'>, identifier: string) => {
    const jobs = call.url.replace(/[?#].*$/, '').replace(/\/+$/, '');
    const headers = await loginOf(call.headers);
    const ask = (method: string, url: string, signal: AbortSignal, body?: object): Promise<HttpAnswer> =>
      http.request({
        method,
        url,
        headers: { Accept: 'application/json', ...headers, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        limit,
        once: true,
        signal,
      });
    const tracker = (name: string): Tracker =>
      kubernetesTracker(name, { jobs, ask, clock, log, ...(onLine && { onLine: (line: string) => onLine(identifier, line) }) });
    return { jobs, ask, tracker };
  };
  return {
    knows: ({ url, method }) => method === 'POST' && /\/apis\/batch\/v1\/namespaces\/[^/]+\/jobs\/?$/.test(new URL(url).pathname),
    async start(call, { identifier, signal }) {
      const { jobs, ask, tracker } = await open(call, identifier);
      const name = await create(call, { jobs, ask, clock, signal });
      return { location: `${jobs}/${name}`, tracker: tracker(name) };
    },
    async recover(call, { identifier, location, signal }) {
      const { jobs, ask, tracker } = await open(call, identifier);
      const named = location?.startsWith(`${jobs}/`) ? location.slice(jobs.length + 1) : undefined;
      if (named !== undefined) return tracker(named);
      const answer = await ask('GET', jobs, signal);
      if (answer.status !== 200) throw new Error(`${jobs} answered ${answer.status} ${answer.reason}`);
      const { items } = JSON.parse(await answer.text()) as { readonly items: readonly Job[] };
      const found = items.find(({ metadata }) => JSON.stringify(metadata).includes(identifier));
      return found && tracker(found.metadata.name);
    },
  };
}

type Ask = (method: string, url: string, signal: AbortSignal, body?: object) => Promise<HttpAnswer>;

async function loginOf(headers: StartCall['headers'] = {}): Promise<Readonly<Record<string, string>>> {
  const [, authorization = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  if (authorization.replace(/^Bearer\s*/i, '') !== '') return { Authorization: authorization };
  const token = await readFile(ownToken, 'utf8').catch(() => undefined);
  return token === undefined ? {} : { Authorization: `Bearer ${token.trim()}` };
}

/** Creates the Job. Its name makes a second request harmless: the API server knows one Job of a name. */
async function create(
  call: StartCall,
  { jobs, ask, clock, signal }: { readonly jobs: string; readonly ask: Ask; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<string> {
  const manifest = (typeof call.body === 'string' ? JSON.parse(call.body) : {}) as Partial<Job>;
  const name = manifest.metadata?.name;
  if (!name)
    throw new Refused(
      'the manifest has no metadata.name',
      'Give each Job a name of its own with the identifier, so that it is created once',
    );
  const until = clock.now() + (call.limit ?? limit);
  let doubtful = false;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    let reason: string;
    try {
      const answer = await ask('POST', jobs, signal, manifest);
      if (answer.status === 201 || (answer.status === 409 && doubtful)) return name;
      if (![429, 500, 502, 503, 504].includes(answer.status)) throw await refusal(answer, jobs);
      reason = `${jobs} answered ${answer.status} ${answer.reason}`;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Refused) throw error;
      reason = messageOf(error);
      if (error instanceof NoAnswer && error.lasting)
        throw new Refused(reason, 'Is the address of the API server right, and its authority known?');
    }
    doubtful = true;
    if (clock.now() >= until) throw new Refused(reason, 'Is the API server up, and is its address right?');
    await clock.sleep(pause, signal);
  }
}

const hints: Readonly<Record<number, string>> = {
  401: 'The token is not valid: check KUBERNETES_TOKEN',
  403: 'The account needs create, get, list and delete of jobs, and get and list of pods and pods/log, in this namespace',
  404: 'There is no such namespace',
  409: 'There is a Job of this name already',
  422: 'The manifest in the provider is not valid',
};

async function refusal(answer: HttpAnswer, jobs: string): Promise<Refused> {
  const text = await answer.text(256 * 1024).catch(() => '');
  let said = text.slice(0, 300);
  try {
    said = (JSON.parse(text) as { readonly message?: string }).message ?? said;
  } catch {
    // What stands between answers with pages.
  }
  return new Refused(
    `${jobs} answered ${answer.status} ${answer.reason}: ${said}`,
    hints[answer.status] ?? 'Check executor.request in the provider',
  );
}

function kubernetesTracker(
  name: string,
  {
    jobs,
    ask,
    clock,
    log,
    onLine,
  }: { readonly jobs: string; readonly ask: Ask; readonly clock: Clock; readonly log: Log; readonly onLine?: (line: string) => void },
): Tracker {
  const pods = jobs.replace(/\/apis\/batch\/v1(\/namespaces\/[^/]+)\/jobs$/, '/api/v1$1/pods');
  let over = false;

  async function get<T>(
    url: string,
    signal: AbortSignal,
  ): Promise<{ readonly value?: T; readonly gone?: true } | { readonly reason: string }> {
    const until = clock.now() + away;
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let reason: string;
      try {
        const answer = await ask('GET', url, signal);
        if (answer.status === 200) return { value: JSON.parse(await answer.text()) as T };
        if (answer.status === 404) return { gone: true };
        reason = `${url} answered ${answer.status} ${answer.reason}`;
        if (answer.status === 401 || answer.status === 403) return { reason };
      } catch (error) {
        signal.throwIfAborted();
        reason = messageOf(error);
      }
      if (clock.now() >= until) return { reason };
      await clock.sleep(pause, signal);
    }
  }

  async function thePod(signal: AbortSignal): Promise<Pod | undefined> {
    const asked = await get<{ readonly items: readonly Pod[] }>(`${pods}?labelSelector=${encodeURIComponent(`job-name=${name}`)}`, signal);
    return 'reason' in asked ? undefined : asked.value?.items.at(-1);
  }

  async function look(
    signal: AbortSignal,
  ): Promise<{ readonly tracked: Tracked; readonly pod?: Pod | undefined; readonly stuck?: string }> {
    const asked = await get<Job>(`${jobs}/${name}`, signal);
    if ('reason' in asked) return { tracked: { state: 'lost', reason: asked.reason } };
    if (!asked.value) {
      over = true;
      return { tracked: { state: 'lost', reason: `job ${name} was deleted` } };
    }
    const pod = await thePod(signal);
    const ended = asked.value.status?.conditions?.find(
      ({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True',
    );
    const state = pod?.status?.containerStatuses?.[0]?.state;
    if (ended) {
      over = true;
      const code = state?.terminated?.exitCode;
      const why = [ended.reason, ended.message, state?.terminated?.reason].filter(Boolean).join(', ');
      return {
        pod,
        tracked: {
          state: 'ended',
          ...(code !== undefined && { code }),
          reason: `job ${name} ended ${ended.type}${why && ` (${why})`} and told no result`,
        },
      };
    }
    if (state?.running || state?.terminated) return { pod, tracked: { state: 'running' } };
    const { reason = '', message = '' } = state?.waiting ?? {};
    const unschedulable = pod?.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    const queue = [reason || unschedulable?.reason, message || unschedulable?.message].filter(Boolean).join(': ') || 'no pod yet';
    return { pod, tracked: { state: 'waiting', queue }, ...(hopeless.includes(reason) && { stuck: queue }) };
  }

  /** The pod's log from its beginning to its end. */
  async function readLog({ metadata }: Pod, signal: AbortSignal): Promise<void> {
    const answer = await ask('GET', `${pods}/${metadata.name}/log?follow=true`, signal);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.reason}`);
    for await (const line of createInterface({ input: answer.body, crlfDelay: Infinity })) onLine?.(line);
  }

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    let stuckSince: number | undefined;
    let reading: Promise<void> | undefined;
    for (let known = '', pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const { tracked: looked, pod, stuck } = await look(signal);
      stuckSince = stuck === undefined ? undefined : (stuckSince ?? clock.now());
      const given = stuck !== undefined && stuckSince !== undefined && clock.now() - stuckSince >= stuckAtMost;
      const tracked: Tracked = given ? { state: 'lost', reason: `the container cannot be started: ${stuck}` } : looked;
      if (onLine && pod && (tracked.state === 'running' || tracked.state === 'ended'))
        reading ??= readLog(pod, signal).catch((error: unknown) =>
          log.debug('log could not be read', { pod: pod.metadata.name, reason: messageOf(error) }),
        );
      if (tracked.state === 'ended' || tracked.state === 'lost') await reading;
      if (given) await remove(signal);
      if (JSON.stringify(tracked) !== known) {
        known = JSON.stringify(tracked);
        pause = firstPause / 2;
        yield tracked;
      }
      if (tracked.state === 'ended' || tracked.state === 'lost') return;
      await clock.sleep(pause, signal);
    }
  }

  async function remove(signal: AbortSignal): Promise<void> {
    const answer = await ask('DELETE', `${jobs}/${name}`, signal, {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      propagationPolicy: 'Foreground',
    });
    if (![200, 202, 404].includes(answer.status)) throw await refusal(answer, jobs);
  }

  return {
    grace: deletion + 5_000,
    over: () => over,
    async cancel(signal) {
      await remove(signal);
      // With foreground deletion the Job is there until its pods are gone.
      for (const until = clock.now() + deletion; clock.now() < until; await clock.sleep(firstPause, signal)) {
        const asked = await get<Job>(`${jobs}/${name}`, signal);
        if ('gone' in asked) {
          over = true;
          return;
        }
      }
    },
    async *follow(signal) {
      try {
        yield* states(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
