import type { Clock } from '../host/clock.js';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/client.js';

/** Where a job is: the address of its controller, and its path there. */
export interface JenkinsJob {
  /** Without a slash at the end; with the context path, where there is one. */
  readonly root: string;
  /** `/job/folder/job/name`. */
  readonly path: string;
}

/** Reads the address that starts a job: `…/job/X/build` or `…/job/X/buildWithParameters` (jenkins.md 8). Undefined: it is none. */
export function jobOf(url: string): JenkinsJob | undefined {
  const { origin, pathname } = new URL(url);
  const [, context, path] = /^(.*?)((?:\/view\/[^/]+)*(?:\/job\/[^/]+)+)\/(?:build|buildWithParameters)\/?$/.exec(pathname) ?? [];
  if (context === undefined || path === undefined) return undefined;
  return { root: origin + context, path: path.replace(/^(?:\/view\/[^/]+)+/, '') };
}

export interface JenkinsController {
  get(path: string, signal: AbortSignal): Promise<HttpAnswer>;
  /** The JSON of an answer 200; the status of any other. @throws {NoAnswer} */
  json<T>(
    path: string,
    signal: AbortSignal,
  ): Promise<{ readonly status: 200; readonly value: T } | { readonly status: number; readonly value?: never }>;
  /** Never follows a redirect: 303 names an item, 302 a refusal (jenkins.md 8). Whoever is asked for a crumb gets one and asks again. */
  post(path: string, signal: AbortSignal, request?: Omit<HttpRequest, 'method' | 'url'>): Promise<HttpAnswer>;
}

/** How long one request may stay unanswered. */
const limit = 30_000;

/** Talks to a controller as a user: an API token needs nothing more, a password a crumb and its session. */
export function jenkinsController(
  root: string,
  { auth, headers = {} }: Pick<HttpRequest, 'auth' | 'headers'>,
  { http }: { readonly http: HttpClient; readonly clock: Clock },
): JenkinsController {
  let session: Readonly<Record<string, string>> = {};
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
    const { crumb, crumbRequestField } = JSON.parse(await answer.text()) as { readonly crumb: string; readonly crumbRequestField: string };
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((cookie) => String(cookie).split(';', 1)[0]);
    session = { [crumbRequestField]: crumb, ...(cookies.length > 0 && { Cookie: cookies.join('; ') }) };
    return true;
  }

  return {
    get,
    async json<T>(path: string, signal: AbortSignal) {
      const answer = await get(path, signal);
      const text = await answer.text();
      return answer.status === 200 ? { status: 200, value: JSON.parse(text) as T } : { status: answer.status };
    },
    async post(path, signal, request = {}) {
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
    },
  };
}

/** The text of a refusal, which stays readable for whoever gets the answer. */
async function peek(answer: HttpAnswer): Promise<string> {
  const text = await answer.text(256 * 1024).catch(() => '');
  Object.assign(answer, { text: () => Promise.resolve(text) });
  return text;
}
