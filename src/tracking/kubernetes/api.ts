import type { HttpAnswer, HttpClient } from '../../http/client.js';
import { ForeignAnswer } from '../foreign-answer.js';
import type { Connection } from './login.js';
import { Refused } from '../tracker.js';

/** Asks an API server, as whoever the connection says. */
export interface KubernetesApi {
  /**
   * @param path below the server
   * @param limit milliseconds of silence
   */
  ask(
    method: string,
    path: string,
    how: { readonly signal: AbortSignal; readonly body?: object; readonly limit?: number },
  ): Promise<HttpAnswer>;
}

const silence = 30_000;

export function kubernetesApi(connection: Connection, { http }: { readonly http: HttpClient }): KubernetesApi {
  return {
    async ask(method, path, { signal, body, limit = silence }) {
      const send = async (): Promise<HttpAnswer> => {
        const { authorization, tls } = await connection.identity(signal);
        return http.request({
          method,
          url: connection.server + path,
          headers: {
            Accept: 'application/json',
            ...(authorization !== undefined && { Authorization: authorization }),
            ...(body && { 'Content-Type': 'application/json' }),
          },
          ...(body && { body: JSON.stringify(body) }),
          ...(tls && { tls }),
          verify: connection.verify,
          redirects: false,
          limit,
          once: true,
          signal,
        });
      };
      const answer = await send();
      if (answer.status !== 401 || !connection.renew()) return answer;
      answer.body.destroy();
      return send();
    },
  };
}

const hints: Readonly<Record<number, string>> = {
  401: 'The login is not valid: check KUBERNETES_TOKEN, or the user of the kubeconfig',
  403: 'The account needs create, get, list, watch and delete of jobs, create of secrets, list and watch of pods, get of pods/log (docs/execution-spaces.md)',
  404: 'There is no such namespace',
  409: 'There is one of this name already',
  422: 'The manifest in the provider is not valid',
};

/** Makes of an answer that is none of what was hoped for what it says of itself. */
export async function refusal(answer: HttpAnswer, asked: string): Promise<Refused> {
  return new Refused(await saidBy(answer, asked), hints[answer.status] ?? 'Check executor.request in the provider');
}

/** The things in the answer to a list. @throws {ForeignAnswer} when it is none @throws {Error} what the answer says, when it is a refusal */
export async function readItems<T>(
  answer: HttpAnswer,
  asked: string,
): Promise<{ readonly metadata?: { readonly resourceVersion?: string }; readonly items: readonly T[] }> {
  if (answer.status >= 300 && answer.status < 400) throw new ForeignAnswer(`${asked} answered ${answer.status}`, 'Kubernetes');
  if (answer.status !== 200) throw new Error(await saidBy(answer, asked));
  const text = await answer.text();
  try {
    const list = JSON.parse(text) as { readonly items: readonly T[] };
    if (Array.isArray(list.items)) return list;
  } catch {
    // A page.
  }
  throw new ForeignAnswer(`${asked} answered ${answer.status}`, 'Kubernetes');
}

/** `POST /apis/… answered 403 Forbidden: jobs.batch is forbidden: …` */
export async function saidBy(answer: HttpAnswer, asked: string): Promise<string> {
  const text = await answer.text(256 * 1024).catch(() => '');
  let said = text.replace(/\s+/g, ' ').slice(0, 300);
  try {
    said = (JSON.parse(text) as { readonly message?: string }).message ?? said;
  } catch {
    // What stands between answers with pages.
  }
  return `${asked} answered ${answer.status} ${answer.reason}${said && `: ${said}`}`;
}
