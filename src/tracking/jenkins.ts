import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/client.js';
import { neverLeft } from '../http/never-left.js';
import { jenkinsController, jobOf, type JenkinsController, type JenkinsJob } from './jenkins-controller.js';
import { jenkinsTracker, type JenkinsPlace } from './jenkins-tracker.js';
import { NobodyToAsk, Refused, type RemoteSpace, type StartCall, type Telling } from './tracker.js';

/** Milliseconds to look for a build whose start request was not answered. */
const search = 60_000;

/**
 * Jenkins as an execution space: a job that takes the delegation parameter, by `/build` with the form field `json` or by `/buildWithParameters`
 * (jenkins.md 8).
 */
export function jenkinsSpace({
  http,
  clock,
  log,
  onConsole,
  onWaiting,
  onLine,
}: Telling & { readonly http: HttpClient; readonly clock: Clock; readonly log: Log }): RemoteSpace {
  const open = (call: Pick<StartCall, 'url' | 'headers' | 'auth'>, identifier: string) => {
    const job = jobOf(call.url);
    if (!job) throw new Error('this is no job of Jenkins');
    const controller = jenkinsController(
      job.root,
      { ...(call.auth && { auth: call.auth }), headers: loginOnly(call.headers) },
      { http, clock },
    );
    const tracker = (place: JenkinsPlace, moved?: (location: string) => void) =>
      jenkinsTracker(place, job, {
        controller,
        clock,
        log,
        onBuild(address) {
          onConsole?.(identifier, `${address}console`);
          moved?.(address);
        },
        onWaiting: (why) => onWaiting?.(identifier, why),
        ...(onLine && { onLine: (line: string) => onLine(identifier, line) }),
      });
    return { job, controller, tracker };
  };
  return {
    knows: ({ url, method }) => method === 'POST' && jobOf(url) !== undefined,
    async start(call, { identifier, moved, signal }) {
      const { job, controller, tracker } = open(call, identifier);
      const place = await startOnce(call, { job, controller, identifier, clock, log, signal });
      return { location: locationOf(job, place), tracker: tracker(place, moved) };
    },
    async recover(call, { identifier, location, signal }) {
      const { job, controller, tracker } = open(call, identifier);
      const place = placeIn(location) ?? (await find(identifier, { job, controller, clock, signal }));
      return place && tracker(place);
    },
  };
}

interface Starting {
  readonly job: JenkinsJob;
  readonly controller: JenkinsController;
  readonly identifier: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Sends the request until it is answered; again only when nothing can have been accepted, or nothing of it is there. */
async function startOnce(call: StartCall, { job, controller, identifier, clock, log, signal }: Starting): Promise<JenkinsPlace> {
  const { url, method: _method, auth: _auth, ...request } = call;
  const path = url.slice(job.root.length);
  const until = clock.now() + (call.limit ?? 30_000);
  /** It has been taken, but something in between has not said where it is. */
  const accepted = async (): Promise<JenkinsPlace> => {
    const place = await find(identifier, { job, controller, clock, signal });
    if (place) return place;
    throw new NotCarriedOut(`${job.root}${job.path} took the request and has nothing of it`, `See the queue and the builds of that job`);
  };
  for (let pause = 500; ; pause = Math.min(pause * 2, 5_000)) {
    let reason: string;
    try {
      const answer = await controller.post(path, signal, request);
      const item = itemIn(answer);
      if (answer.status === 201 || answer.status === 303) return item === undefined ? await accepted() : { item };
      if (![429, 502, 503, 504].includes(answer.status)) throw await refusal(answer, job);
      reason = `${job.root} answered ${answer.status} ${answer.reason}`;
      // What stands between may have handed the request on.
      if (answer.status === 502 || answer.status === 504) {
        const place = await find(identifier, { job, controller, clock, signal });
        if (place) return place;
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof NotCarriedOut) throw error;
      reason = messageOf(error);
      if (hopeless(error)) throw new Refused(reason, 'Is the address of the job in the provider right?');
      if (!neverLeft(error)) {
        log.warning('the answer to a start request was lost: looking for its build', { job: `${job.root}${job.path}`, reason });
        const place = await find(identifier, { job, controller, clock, signal });
        if (place) return place;
      }
    }
    if (clock.now() >= until) throw new Refused(reason, 'Is Jenkins up, and is the address of the job in the provider right?');
    // So far nothing has been accepted: whoever stops here leaves nothing to be looked for.
    await clock.sleep(pause, signal).catch((error: unknown) => {
      throw new Refused(messageOf(error), '');
    });
  }
}

/** Another try would end alike: no such host, a certificate that is not trusted. */
function hopeless(error: unknown): boolean {
  return error instanceof NoAnswer && (error.lasting || /\(ENOTFOUND\)$/.test(error.message));
}

/** A queue item or a build, as far as it says what it was given. */
interface Parameters {
  readonly actions?: readonly ({ readonly parameters?: readonly { readonly value?: unknown }[] } | null)[];
}
interface QueueItems {
  readonly items?: readonly (Parameters & { readonly id: number; readonly params?: string; readonly task?: { readonly url?: string } })[];
}
interface Builds {
  readonly builds?: readonly (Parameters & { readonly number: number })[];
}

/**
 * Looks for a delegation by the identifier in its parameter: in the queue, then among the builds, until both have been seen without it twice. The only
 * place where parameters are fetched: nothing else tells whose a build is.
 * @throws {NobodyToAsk} it will never say: it shows no values, the job is gone; {NotCarriedOut} it does not say now
 */
async function find(
  identifier: string,
  { job, controller, clock, signal }: Pick<Starting, 'job' | 'controller' | 'clock' | 'signal'>,
): Promise<JenkinsPlace | undefined> {
  const unsaid = (why: string, Failure = NotCarriedOut): NotCarriedOut =>
    new Failure(
      `${job.root} does not say whether it started ${identifier}: ${why}`,
      `See the queue and the builds of ${job.root}${job.path}`,
    );
  const bound = AbortSignal.any([signal, clock.deadline(search, unsaid(`no answer within ${search / 1000} s`))]);
  const parameters = 'actions[parameters[name,value]]';
  for (let seen = 0; seen < 2;) {
    try {
      // First the queue: what leaves it in between is found as a build.
      const queue = await controller.json<QueueItems>(`/queue/api/json?tree=items[id,params,task[url],${parameters}]`, bound);
      const items = queue.value?.items?.filter(({ task }) => task?.url?.includes(`${job.path}/`) !== false) ?? [];
      const builds = await controller.json<Builds>(`${job.path}/api/json?tree=builds[number,${parameters}]{0,100}`, bound);
      const item = items.find((one) => one.params?.includes(identifier) || has(one, identifier));
      if (item) return { item: item.id };
      const build = builds.value?.builds?.find((one) => has(one, identifier));
      if (build) return { build: build.number };
      if ([...items, ...(builds.value?.builds ?? [])].some(hidesValues))
        throw unsaid('the values of its parameters are hidden', NobodyToAsk);
      if (queue.status === 200 && builds.status === 200) seen++;
      else if (builds.status === 404) throw unsaid('the job is not there any more, or may not be seen', NobodyToAsk);
      else if (builds.status === 401 || builds.status === 403) throw unsaid(`it answered ${builds.status}`);
    } catch (error) {
      bound.throwIfAborted();
      if (error instanceof NotCarriedOut) throw error;
    }
    // A request that a proxy still holds arrives after the first look.
    if (seen < 2) await clock.sleep(1_000, bound);
  }
  return undefined;
}

function has(one: Parameters, text: string): boolean {
  return valuesOf(one).some((value) => typeof value === 'string' && value.includes(text));
}

/** A password parameter has a name and no value. Beside one that can be read it is not what tells whose a build is. */
function hidesValues(one: Parameters): boolean {
  return valuesOf(one).includes(undefined) && !has(one, '"identifier"');
}

function valuesOf({ actions = [] }: Parameters): readonly unknown[] {
  return actions.flatMap((action) => action?.parameters?.map(({ value }) => value) ?? []);
}

/** Only the path counts: scheme and host are what the controller, behind its proxies, believes to be called. */
function itemIn({ headers: { location } }: HttpAnswer): number | undefined {
  const [, item] = /\/queue\/item\/(\d+)/.exec(typeof location === 'string' ? location : '') ?? [];
  return item === undefined ? undefined : Number(item);
}

function locationOf({ root, path }: JenkinsJob, place: JenkinsPlace): string {
  return 'item' in place ? `${root}/queue/item/${place.item}/` : `${root}${path}/${place.build}/`;
}

function placeIn(location: string | undefined): JenkinsPlace | undefined {
  const [, item, build] = /(?:\/queue\/item\/(\d+)|\/(\d+))\/?$/.exec(location ?? '') ?? [];
  if (item !== undefined) return { item: Number(item) };
  return build === undefined ? undefined : { build: Number(build) };
}

/** Of the headers that start a job only those that say who asks are good for other requests. */
function loginOnly(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:authorization|cookie)$/i.test(name)));
}

const meanings: Readonly<Record<number, readonly [what: string, hint: string]>> = {
  302: [
    'took it for a build that already waits, or sent us to a page',
    'Give each delegation an identifier of its own, and the request a login',
  ],
  400: ['takes no parameter', 'The job needs the multi-line parameter "docker" before its first build (docs/jenkins.md)'],
  401: ['does not accept the user or the API token', 'Check JENKINS_USERNAME and JENKINS_TOKEN'],
  403: ['does not let the user start this job', 'Give the request "auth" with a user and an API token; the user needs Job/Build'],
  404: ['has no such job, or the user may not see it', 'Check the address of the job; the user needs Job/Read'],
  405: ['wants another way of asking', 'The request of the provider must be a POST'],
  409: ['has disabled the job', 'Enable it'],
  500: ['failed, as it does for a parameter that the job does not define', 'The job needs the parameter "docker" (docs/jenkins.md)'],
};

async function refusal(answer: HttpAnswer, { root, path }: JenkinsJob): Promise<Refused> {
  const text = await answer.text(256 * 1024).catch(() => '');
  const { 'x-you-are-authenticated-as': user, 'x-required-permission': permission } = answer.headers;
  const crumb = /No valid crumb/i.test(text) ? '. It wants a crumb: use an API token instead of a password' : '';
  const who = typeof user === 'string' ? ` as ${user}${typeof permission === 'string' ? ` without ${permission}` : ''}` : '';
  const elsewhere = movedTo(answer, path);
  if (elsewhere !== undefined)
    return new Refused(`${root}${path} answered ${answer.status}: the job is at ${elsewhere}`, 'Name that address in the provider');
  const [what = 'refused', hint = 'Check executor.request in the execution space provider'] = meanings[answer.status] ?? [];
  return new Refused(`${root}${path} answered ${answer.status} ${answer.reason}${who}: Jenkins ${what}${crumb}`, hint);
}

/** The address that a proxy names for the same job: with https, or another host. What follows it would not be a POST any more. */
function movedTo({ status, headers: { location } }: HttpAnswer, path: string): string | undefined {
  if (![301, 302, 307, 308].includes(status) || typeof location !== 'string' || !URL.canParse(location)) return undefined;
  const { origin, pathname } = new URL(location);
  return /\/build(?:WithParameters)?\/?$/.test(pathname) && pathname.includes(path) ? origin + pathname : undefined;
}
