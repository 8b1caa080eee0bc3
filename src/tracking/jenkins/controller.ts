import type { Clock } from '../../host/clock.js';
import { messageOf, NotCarriedOut } from '../../host/errors.js';
import { discard } from '../../http/answer.js';
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/client.js';
import { percentDecode } from '../../http/url.js';
import { ForeignAnswer, foreignAnswers } from '../foreign-answer.js';

/** Where a job is: the address of its controller, and its path there. */
export interface JenkinsJob {
  /** Without a slash at the end; with the context path, where there is one. */
  readonly root: string;
  /** `/job/folder/job/name`. */
  readonly path: string;
  /** What starts it, below the root. */
  readonly start: string;
}

/** Reads the address that starts a job: `…/job/X/build` or `…/job/X/buildWithParameters` (jenkins.md 8). Undefined: it is none. */
export function jobOf(url: string): JenkinsJob | undefined {
  const { origin, pathname, search } = new URL(url);
  const [, context, place, way] = /^(.*?)\/*((?:(?:\/view\/[^/]+)*\/job\/[^/]+)+)\/*(\/build(?:WithParameters)?)\/*$/.exec(pathname) ?? [];
  if (context === undefined || place === undefined || way === undefined) return undefined;
  // Views stand before the job or inside its folders, and nothing is below them alone.
  const path = [...place.matchAll(/\/(view|job)\/[^/]+/g)].map(([step, kind]) => (kind === 'job' ? step : '')).join('');
  return { root: origin + context, path, start: path + way + search };
}

/** Whether `address`, or a path, ends with `path`: people, controllers and proxies write the same escapes differently. */
export function endsWithPath(address: string, path: string): boolean {
  return `/${percentDecode(address)}`.replace(/\/+$/, '').endsWith(percentDecode(path));
}

export interface JenkinsController {
  get(path: string, signal: AbortSignal): Promise<HttpAnswer>;
  /** The JSON of an answer 200; the status of any other. @throws {NoAnswer}; {ForeignAnswer} */
  json<T>(
    path: string,
    signal: AbortSignal,
  ): Promise<{ readonly status: 200; readonly value: T } | { readonly status: number; readonly value?: never }>;
  /** Never follows a redirect: 303 names an item, 302 a refusal (jenkins.md 8). Whoever is asked for a crumb gets one and asks again. */
  post(path: string, signal: AbortSignal, request?: Omit<HttpRequest, 'method' | 'url'>): Promise<HttpAnswer>;
  /** Asks until there is an answer that says something; what only means that the controller is away is waited out, up to five minutes. */
  ask<T>(path: string, signal: AbortSignal): Promise<Known<T>>;
  /**
   * Presses a button until somebody hears it, as long as the signal allows: a controller that restarts comes back. Only for what may be pressed twice.
   * @returns the status @throws {NotCarriedOut} the user may not
   */
  press(path: string, signal: AbortSignal): Promise<number>;
}

/** What answered instead of a controller. */
export function notJenkins(root: string, status: number): ForeignAnswer {
  const hint = 'Give the request "auth" with a user and an API token; the address must reach Jenkins itself';
  return new ForeignAnswer(`${root} answered ${status}`, 'Jenkins', hint);
}

/** What a controller knows: a value, that there is no such thing, or nothing, and why not. */
export type Known<T> = { readonly value: T } | { readonly gone: true } | { readonly reason: string };

/** How long one request may stay unanswered. */
const limit = 30_000;
/** A controller that restarts is away for minutes; its builds go on. */
export const away = 5 * 60_000;
const firstPause = 500;
const longestPause = 5_000;
/** Times that an answer may say that nothing will come of asking: what checks logins has its hiccups, and a button may be broken. */
const hopelessAtMost = 3;

/** Talks to a controller as a user: an API token needs nothing more, a password a crumb and its session. */
export function jenkinsController(
  root: string,
  { auth, headers = {} }: Pick<HttpRequest, 'auth' | 'headers'>,
  { http, clock }: { readonly http: HttpClient; readonly clock: Clock },
): JenkinsController {
  let session: Readonly<Record<string, string>> = {};
  /** Of the session: a controller that knows it sends none again. */
  const cookies = new Map<string, string>();
  // Why something waits is a sentence, which we read.
  const own = {
    headers: { ...headers, Accept: 'application/json', 'Accept-Language': 'en' },
    ...(auth && { auth }),
    redirects: false,
    limit,
  };
  const get = (path: string, signal: AbortSignal): Promise<HttpAnswer> => {
    const { headers: said, ...rest } = own;
    return http.request({ ...rest, headers: { ...said, ...session }, method: 'GET', url: root + path, signal });
  };

  /** A crumb is good for one session only, so its cookies go with it. */
  async function openSession(signal: AbortSignal): Promise<boolean> {
    const answer = await get('/crumbIssuer/api/json', signal);
    if (answer.status !== 200) return false;
    const { crumb, crumbRequestField } = await objectIn<{ readonly crumb: string; readonly crumbRequestField: string }>(answer);
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [cookie = ''] = line.split(';', 1);
      cookies.set(cookie.split('=', 1)[0] ?? '', cookie);
    }
    session = { [crumbRequestField]: crumb, ...(cookies.size > 0 && { Cookie: [...cookies.values()].join('; ') }) };
    return true;
  }

  async function json<T>(path: string, signal: AbortSignal) {
    const answer = await get(path, signal);
    if (answer.status === 200) return { status: 200 as const, value: await objectIn<T>(answer) };
    await discard(answer);
    // Jenkins answers no question with the way to another page.
    if (answer.status >= 300 && answer.status < 400) throw notJenkins(root, answer.status);
    return { status: answer.status };
  }

  async function objectIn<T>(answer: HttpAnswer): Promise<T> {
    const text = await answer.text();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // Said below.
    }
    if (typeof value !== 'object' || value === null) throw notJenkins(root, answer.status);
    return value as T;
  }

  async function post(path: string, signal: AbortSignal, request: Omit<HttpRequest, 'method' | 'url'> = {}): Promise<HttpAnswer> {
    const send = (): Promise<HttpAnswer> =>
      http.request({
        ...own,
        ...request,
        headers: { ...own.headers, ...request.headers, ...session },
        method: 'POST',
        once: true,
        url: root + path,
        signal,
      });
    const answer = await send();
    if (answer.status !== 403 || !/No valid crumb/i.test(await peek(answer))) return answer;
    return (await openSession(signal)) ? send() : answer;
  }

  return {
    get,
    json,
    post,
    async ask<T>(path: string, signal: AbortSignal): Promise<Known<T>> {
      const until = clock.now() + away;
      const isForeign = foreignAnswers(clock);
      let hopeless = 0;
      for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
        let reason: string;
        try {
          const { status, value } = await json<T>(path, signal);
          if (value !== undefined) return { value };
          if (status === 404) return { gone: true };
          reason = `${root} answered ${status}`;
          if ((status === 401 || status === 403) && ++hopeless >= hopelessAtMost)
            return { reason: `${reason}: the user may not see ${path.split('?')[0]}` };
        } catch (error) {
          signal.throwIfAborted();
          reason = messageOf(error);
          if (isForeign(error)) return { reason };
        }
        if (clock.now() >= until) return { reason: `${reason} for ${away / 60_000} minutes` };
        await clock.sleep(pause, signal);
      }
    },
    async press(path, signal) {
      let broken = 0;
      for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
        const status = await post(path, signal).then(
          async (answer) => {
            await discard(answer);
            return answer.status;
          },
          () => signal.throwIfAborted(),
        );
        if (status === 401 || status === 403)
          throw new NotCarriedOut(`${root} answered ${status}: the user may not end what is at ${path}`, 'The user needs Job/Cancel');
        if (status !== undefined && status < 500 && status !== 429) return status;
        // Who is away comes back. This one is there, and fails.
        if (status === 500 && ++broken >= hopelessAtMost) return status;
        await clock.sleep(pause, signal);
      }
    },
  };
}

/** The text of a refusal, which stays readable for whoever gets the answer. */
async function peek(answer: HttpAnswer): Promise<string> {
  const text = await answer.text(256 * 1024).catch(() => '');
  Object.assign(answer, { text: () => Promise.resolve(text) });
  return text;
}
