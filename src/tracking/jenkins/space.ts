import type { Clock } from '../../host/clock.js';
import { messageOf, NotCarriedOut } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../../http/client.js';
import { prepare } from '../../http/prepare.js';
import { neverLeft } from '../../http/never-left.js';
import { ForeignAnswer } from '../foreign-answer.js';
import { percentDecode } from '../../http/url.js';
import { away, jenkinsController, jobOf, notJenkins, type JenkinsJob } from './controller.js';
import { withoutDuplicates } from './duplicates.js';
import { locationOf, placeIn, type JenkinsPlace } from './place.js';
import { briefly, find, thoroughly, type Searching } from './search.js';
import { jenkinsTracker } from './tracker.js';
import { Doubtful, Refused, type RemoteSpace, type StartCall, type Telling } from '../tracker.js';

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
    const { auth } = prepare({ method: 'GET', url: call.url, ...(call.auth && isLogin(call.auth) && { auth: call.auth }) });
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
      const ours = tracker(place, moved);
      return {
        location: locationOf(job, place),
        tracker: repeated ? withoutDuplicates(ours, place, { job, controller, identifier, clock, log }) : ours,
      };
    },
    async recover(call, { identifier, location, signal }) {
      const { job, controller, tracker } = open(call, identifier);
      const known = placeIn(location);
      if (known) return tracker(known);
      const place = await find(identifier, { job, controller, clock, signal });
      // Where nobody ever came to know it, its request may have been sent twice.
      return place && withoutDuplicates(tracker(place), place, { job, controller, identifier, clock, log });
    },
  };
}

interface Starting extends Searching {
  readonly identifier: string;
  readonly log: Log;
}

/**
 * Sends the request until it is answered; again only when nothing can have been accepted, or nothing of it is there.
 * @returns `repeated`: an earlier request may yet arrive @throws {Refused} nothing was started {Doubtful} something may be
 */
async function startOnce(
  call: StartCall,
  { identifier, log, ...searching }: Starting,
): Promise<{ readonly place: JenkinsPlace; readonly repeated: boolean }> {
  const { job, controller, clock, signal } = searching;
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
        const place = doubtful && (await find(identifier, searching));
        if (place) return startedAt(place);
        throw await refusal(answer, job, Failure());
      }
      reason = `${job.root} answered ${answer.status} ${answer.reason}`;
      if (answer.status === 503) patience = Math.max(patience, away);
      // What stands between may have handed the request on.
      if (answer.status === 502 || answer.status === 504) doubtful = true;
      if (accepted || answer.status === 502 || answer.status === 504) {
        const place = await find(identifier, searching, accepted ? briefly : thoroughly);
        if (place) return startedAt(place);
      }
      if (accepted)
        throw new Doubtful(`${job.root}${job.path} took the request and has nothing of it`, `See the queue and the builds of that job`);
    } catch (error) {
      if (signal.aborted) throw new Doubtful(messageOf(signal.reason), '', { cause: error });
      if (error instanceof ForeignAnswer) throw new (Failure())(error.message, error.hint);
      if (error instanceof NotCarriedOut) throw error;
      reason = messageOf(error);
      if (hopeless(error)) throw new (Failure())(reason, 'Is the address of the job in the provider right?');
      if (!neverLeft(error)) {
        doubtful = true;
        log.warning('the answer to a start request was lost: looking for its build', { job: `${job.root}${job.path}`, reason });
        const place = await find(identifier, searching, thoroughly);
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

/** Another try would end alike: no such host, a certificate that is not trusted. */
function hopeless(error: unknown): boolean {
  return error instanceof NoAnswer && (error.lasting || /\(ENOTFOUND\)$/.test(error.message));
}

/** Only the path counts: scheme and host are what the controller, behind its proxies, believes to be called. */
function itemIn({ headers: { location } }: HttpAnswer): number | undefined {
  const [, item] = /\/queue\/item\/(\d+)/.exec(typeof location === 'string' ? location : '') ?? [];
  return item === undefined ? undefined : Number(item);
}

/** Variables that are not set leave their names: a controller that wants no login is asked without one. */
function isLogin({ username, password }: NonNullable<StartCall['auth']>): boolean {
  return ![username, password].some((text) => text.startsWith('$environment.'));
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
  403: [
    'does not let the user start this job',
    'The request needs "auth" with a user and an API token (JENKINS_USERNAME, JENKINS_TOKEN); the user needs Job/Build',
  ],
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
  if (answer.status === 200 || (answer.status === 302 && !leadsTo(answer, path))) {
    const { message, hint } = notJenkins(root, answer.status);
    return new Failure(message, hint);
  }
  const elsewhere = movedTo(answer, path);
  if (elsewhere !== undefined)
    return new Failure(`${root}${path} answered ${answer.status}: the job is at ${elsewhere}`, 'Name that address in the provider');
  const [what = 'refused', hint = 'Check executor.request in the execution space provider'] = meanings[answer.status] ?? [];
  return new Failure(`${root}${path} answered ${answer.status} ${answer.reason}${who}: Jenkins ${what}${crumb}`, hint);
}

/** Whether a redirect stays at the job: to its page, or to the job at another address. */
function leadsTo({ headers: { location }, url }: HttpAnswer, path: string): boolean {
  if (typeof location !== 'string' || !URL.canParse(location, url)) return false;
  return percentDecode(new URL(location, url).pathname).includes(percentDecode(path));
}

/** The address that a proxy names for the same job: with https, or another host. What follows it would not be a POST any more. */
function movedTo({ status, headers: { location } }: HttpAnswer, path: string): string | undefined {
  if (![301, 302, 307, 308].includes(status) || typeof location !== 'string' || !URL.canParse(location)) return undefined;
  const { origin, pathname } = new URL(location);
  return /\/build(?:WithParameters)?\/?$/.test(pathname) && percentDecode(pathname).includes(percentDecode(path))
    ? origin + pathname
    : undefined;
}
