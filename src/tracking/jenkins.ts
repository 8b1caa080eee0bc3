import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/client.js';
import { prepare } from '../http/prepare.js';
import { neverLeft } from '../http/never-left.js';
import {
  away,
  endsWithPath,
  jenkinsController,
  jobOf,
  loginHint,
  NotJenkins,
  notJenkins,
  unescaped,
  type JenkinsController,
  type JenkinsJob,
} from './jenkins-controller.js';
import { jenkinsTracker, type JenkinsPlace } from './jenkins-tracker.js';
import { Doubtful, NobodyToAsk, Refused, type RemoteSpace, type StartCall, type Telling } from './tracker.js';

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
    // Those in the address, where there are no others.
    const { auth } = prepare({ method: 'GET', url: call.url, ...(call.auth && { auth: call.auth }) });
    const controller = jenkinsController(job.root, { ...(auth && { auth }), headers: loginOnly(call.headers) }, { http, clock });
    const tracker = (place: JenkinsPlace, moved?: (location: string) => void) =>
      jenkinsTracker(place, job, {
        controller,
        clock,
        log,
        onBuild(its) {
          onConsole?.(identifier, `${job.root}${job.path}/${its.build}/console`);
          moved?.(locationOf(job, its));
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
      const { place, repeated } = await startOnce(call, { job, controller, identifier, clock, log, signal });
      if (repeated) await endOthers(place, { job, controller, identifier, clock, log, signal });
      return { location: locationOf(job, place), tracker: tracker(place, moved) };
    },
    async recover(call, { identifier, location, signal }) {
      const { job, controller, tracker } = open(call, identifier);
      const place = placeIn(location) ?? (await find(identifier, { job, controller, clock, signal }));
      return place && tracker(place);
    },
  };
}

interface Looking {
  readonly job: JenkinsJob;
  readonly controller: JenkinsController;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}
interface Starting extends Looking {
  readonly identifier: string;
  readonly log: Log;
}

/**
 * Sends the request until it is answered; again only when nothing can have been accepted, or nothing of it is there.
 * @returns `repeated`: an earlier request may yet arrive @throws {Refused} nothing was started {Doubtful} something may be
 */
async function startOnce(
  call: StartCall,
  { identifier, log, ...looking }: Starting,
): Promise<{ readonly place: JenkinsPlace; readonly repeated: boolean }> {
  const { job, controller, clock, signal } = looking;
  const { url: _url, method: _method, auth: _auth, ...request } = call;
  const began = clock.now();
  let patience = call.limit ?? 30_000;
  let posts = 0;
  /** An answer was lost: what it answered may have been taken. */
  let doubtful = false;
  const Failure = (): typeof Refused => (doubtful ? Doubtful : Refused);
  const startedAt = (place: JenkinsPlace) => ({ place, repeated: doubtful && posts > 1 });
  for (let pause = 500; ; pause = Math.min(pause * 2, 5_000)) {
    let reason: string;
    try {
      posts++;
      const answer = await controller.post(job.start, signal, request);
      const item = itemIn(answer);
      if ([201, 302, 303].includes(answer.status) && item !== undefined) return startedAt({ item });
      const accepted = answer.status === 201 || answer.status === 303;
      if (accepted) doubtful = true;
      else if (![429, 502, 503, 504].includes(answer.status)) {
        // What was lost before may be why: the same parameters wait already.
        const place = doubtful && (await find(identifier, looking));
        if (place) return startedAt(place);
        throw await refusal(answer, job, Failure());
      }
      reason = `${job.root} answered ${answer.status} ${answer.reason}`;
      if (answer.status === 503) patience = Math.max(patience, away);
      // What stands between may have handed the request on.
      if (answer.status === 502 || answer.status === 504) doubtful = true;
      if (accepted || answer.status === 502 || answer.status === 504) {
        const place = await find(identifier, looking, accepted ? briefly : thoroughly);
        if (place) return startedAt(place);
      }
      if (accepted)
        throw new Doubtful(`${job.root}${job.path} took the request and has nothing of it`, `See the queue and the builds of that job`);
    } catch (error) {
      if (signal.aborted) throw new Doubtful(messageOf(signal.reason), '', { cause: error });
      if (error instanceof NotJenkins) throw new (Failure())(error.message, error.hint);
      if (error instanceof NotCarriedOut) throw error;
      reason = messageOf(error);
      if (hopeless(error)) throw new (Failure())(reason, 'Is the address of the job in the provider right?');
      if (!neverLeft(error)) {
        doubtful = true;
        log.warning('the answer to a start request was lost: looking for its build', { job: `${job.root}${job.path}`, reason });
        const place = await find(identifier, looking, thoroughly);
        if (place) return startedAt(place);
      }
    }
    if (clock.now() >= began + patience)
      throw new (Failure())(reason, 'Is Jenkins up, and is the address of the job in the provider right?');
    // Where nothing can have been accepted, whoever stops here leaves nothing to be looked for.
    await clock.sleep(pause, signal).catch((error: unknown) => {
      throw new (Failure())(messageOf(error), '');
    });
  }
}

/** Ends what came of requests that arrived after they had been given up and sent again: a second runner would tell the same story. */
async function endOthers(ours: JenkinsPlace, { identifier, log, ...looking }: Starting): Promise<void> {
  const { job, controller, clock, signal } = looking;
  const bound = AbortSignal.any([signal, clock.deadline(search, new Error(`it did not end within ${search / 1000} s`))]);
  const warn = (error: unknown): void =>
    log.warning('a start request was sent twice: a second build may run', { job: job.root + job.path, reason: messageOf(error) });
  try {
    const others = await findAll(identifier, looking, briefly, ours);
    for (const other of others) {
      log.warning('a start request was delivered twice: ending the second', { location: locationOf(job, other) });
      await jenkinsTracker(other, job, { controller, clock, log }).cancel(bound);
    }
  } catch (error) {
    // Ours has been started, and is to be followed all the same.
    warn(error);
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
  readonly builds?: readonly (Parameters & { readonly number: number; readonly queueId?: number })[];
}

/** How often nothing has to be seen before there is nothing, and how far apart. A request that a proxy still holds arrives after the first look. */
interface Patience {
  readonly looks: number;
  readonly pause: number;
}
const briefly: Patience = { looks: 2, pause: 1_000 };
/** Before a request is sent again: proxies deliver seconds after they have given up. */
const thoroughly: Patience = { looks: 6, pause: 2_000 };

/** Times that a look may be refused: what checks logins has its hiccups. */
const refusalsAtMost = 3;

/**
 * Looks for a delegation by the identifier in its parameter: in the queue, then among the builds.
 * @throws as `findAll`
 */
async function find(identifier: string, looking: Looking, patience = briefly): Promise<JenkinsPlace | undefined> {
  const [place] = await findAll(identifier, looking, patience);
  return place;
}

/**
 * All that has the identifier, as soon as there is any but `ours`. The only place where parameters are fetched: nothing else tells whose a build is.
 * @throws {NobodyToAsk} it will never say: it shows no values, the job is gone; {NotCarriedOut} it does not say now
 */
async function findAll(
  identifier: string,
  { job, controller, clock, signal }: Looking,
  { looks, pause }: Patience,
  ours?: JenkinsPlace,
): Promise<readonly JenkinsPlace[]> {
  const unsaid = (why: string, Failure = NotCarriedOut): NotCarriedOut =>
    new Failure(
      `${job.root} does not say whether it started ${identifier}: ${why}`,
      `See the queue and the builds of ${job.root}${job.path}`,
    );
  const bound = AbortSignal.any([signal, clock.deadline(search, unsaid(`no answer within ${search / 1000} s`))]);
  const parameters = 'actions[parameters[name,value]]';
  let refusals = 0;
  for (let seen = 0; seen < looks;) {
    try {
      // First the queue: what leaves it in between is found as a build.
      const queue = await controller.json<QueueItems>(`/queue/api/json?tree=items[id,params,task[url],${parameters}]`, bound);
      const items = queue.value?.items ?? [];
      const answer = await controller.json<Builds>(`${job.path}/api/json?tree=builds[number,queueId,${parameters}]{0,100}`, bound);
      const builds = answer.value?.builds ?? [];
      const found = [
        ...items.filter((one) => one.params?.includes(identifier) || has(one, identifier)).map(({ id }) => ({ item: id })),
        ...builds
          .filter((one) => has(one, identifier))
          .map(({ number, queueId }) => ({ build: number, ...(queueId !== undefined && { item: queueId }) })),
      ].filter((place) => ours === undefined || !isSame(place, ours));
      if (found.length > 0) return found;
      const itsItems = items.filter(({ task }) => task?.url === undefined || endsWithPath(task.url, job.path));
      if ([...itsItems, ...builds].some(hidesValues)) throw unsaid('the values of its parameters are hidden', NobodyToAsk);
      if (queue.status === 200 && answer.status === 200) seen++;
      else if (answer.status === 404) throw unsaid('the job is not there any more, or may not be seen', NobodyToAsk);
      else if ((answer.status === 401 || answer.status === 403) && ++refusals >= refusalsAtMost)
        throw unsaid(`it answered ${answer.status}`);
    } catch (error) {
      bound.throwIfAborted();
      if (error instanceof NotJenkins) {
        if (++refusals >= refusalsAtMost) throw unsaid(error.message);
      } else if (error instanceof NotCarriedOut) throw error;
    }
    if (seen < looks) await clock.sleep(pause, bound);
  }
  return [];
}

/** Whether two places are of one delegation. What an item has become is not known yet, so only what both know is compared. */
function isSame(one: JenkinsPlace, other: JenkinsPlace): boolean {
  if (one.item !== undefined && other.item !== undefined) return one.item === other.item;
  return 'build' in one && 'build' in other ? one.build === other.build : true;
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
  if (!('build' in place)) return `${root}/queue/item/${place.item}/`;
  return `${root}${path}/${place.build}/${place.item === undefined ? '' : `#item=${place.item}`}`;
}

function placeIn(location: string | undefined): JenkinsPlace | undefined {
  const [, waits, build, item] = /(?:\/queue\/item\/(\d+)|\/(\d+))\/?(?:#item=(\d+))?$/.exec(location ?? '') ?? [];
  if (waits !== undefined) return { item: Number(waits) };
  return build === undefined ? undefined : { build: Number(build), ...(item !== undefined && { item: Number(item) }) };
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

async function refusal(answer: HttpAnswer, { root, path }: JenkinsJob, Failure: typeof Refused): Promise<Refused> {
  const text = await answer.text(256 * 1024).catch(() => '');
  const { 'x-you-are-authenticated-as': user, 'x-required-permission': permission } = answer.headers;
  const crumb = /No valid crumb/i.test(text) ? '. It wants a crumb: use an API token instead of a password' : '';
  const who = typeof user === 'string' ? ` as ${user}${typeof permission === 'string' ? ` without ${permission}` : ''}` : '';
  if (answer.status === 200 || (answer.status === 302 && !leadsTo(answer, path)))
    return new Failure(notJenkins(root, answer.status), loginHint);
  const elsewhere = movedTo(answer, path);
  if (elsewhere !== undefined)
    return new Failure(`${root}${path} answered ${answer.status}: the job is at ${elsewhere}`, 'Name that address in the provider');
  const [what = 'refused', hint = 'Check executor.request in the execution space provider'] = meanings[answer.status] ?? [];
  return new Failure(`${root}${path} answered ${answer.status} ${answer.reason}${who}: Jenkins ${what}${crumb}`, hint);
}

/** Whether a redirect stays at the job: to its page, or to the job at another address. */
function leadsTo({ headers: { location }, url }: HttpAnswer, path: string): boolean {
  if (typeof location !== 'string' || !URL.canParse(location, url)) return false;
  return unescaped(new URL(location, url).pathname).includes(unescaped(path));
}

/** The address that a proxy names for the same job: with https, or another host. What follows it would not be a POST any more. */
function movedTo({ status, headers: { location } }: HttpAnswer, path: string): string | undefined {
  if (![301, 302, 307, 308].includes(status) || typeof location !== 'string' || !URL.canParse(location)) return undefined;
  const { origin, pathname } = new URL(location);
  return /\/build(?:WithParameters)?\/?$/.test(pathname) && unescaped(pathname).includes(unescaped(path)) ? origin + pathname : undefined;
}
