import type { Clock } from '../../host/clock.js';
import { messageOf } from '../../host/errors.js';
import { linesOf } from './answer-lines.js';
import { foreignAnswers } from '../foreign-answer.js';
import { readItems, saidBy, type KubernetesApi } from './api.js';

interface Item {
  readonly metadata: { readonly name: string; readonly resourceVersion?: string };
}

interface WatchEvent<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: T;
}

const firstPause = 500;
const longestPause = 5_000;
/** An API server that is exchanged is away for minutes; its pods go on. */
const away = 5 * 60_000;
/** A token in a file is exchanged at any time, and whoever checks tokens has bad moments. */
const retriesOf401 = 2;
/** Seconds that one watch lasts; with it a connection that died in silence is noticed. */
const watchFor = 60;

/**
 * Tells the items of a list, first as they are, then whenever they change: listed once, watched from there, listed anew when what was between is
 * forgotten (410). Ends when the signal fires, with its reason.
 * @param list path and selector of the list, with a query
 * @returns why it cannot be told any more: no permission, something else that answers, or five minutes without an answer
 */
export async function watchItems<T extends Item>(
  list: string,
  onItems: (items: readonly T[]) => void,
  { api, clock, signal }: { readonly api: KubernetesApi; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<string> {
  const items = new Map<string, T>();
  let version: string | undefined;
  let heard = clock.now();
  let unauthorized = 0;
  const isForeign = foreignAnswers(clock);
  const path = list.split('?', 1)[0] ?? list;

  /** @returns why it cannot go on, where it cannot */
  async function listAll(): Promise<string | undefined> {
    const answer = await api.ask('GET', list, { signal });
    if (isFinal(answer.status)) return saidBy(answer, `GET ${path}`);
    const found = await readItems<T>(answer, `GET ${path}`);
    version = found.metadata?.resourceVersion ?? '0';
    items.clear();
    for (const item of found.items) items.set(item.metadata.name, item);
    onItems([...items.values()]);
    return undefined;
  }

  function isFinal(status: number): boolean {
    return status === 401 ? ++unauthorized > retriesOf401 : status === 403 || status === 404;
  }

  async function watch(from: string): Promise<string | undefined> {
    const query = `watch=1&allowWatchBookmarks=true&timeoutSeconds=${watchFor}&resourceVersion=${encodeURIComponent(from)}`;
    const answer = await api.ask('GET', `${list}&${query}`, { signal, limit: (watchFor + 30) * 1000 });
    if (isFinal(answer.status)) return saidBy(answer, `watch of ${path}`);
    if (answer.status === 410) return forget(answer.body);
    if (answer.status !== 200) throw new Error(await saidBy(answer, `watch of ${path}`));
    unauthorized = 0;
    for await (const line of linesOf(answer.body)) {
      heard = clock.now();
      const { type, object } = JSON.parse(line) as WatchEvent<T>;
      if (type === 'ERROR') {
        const { code, message } = object as { readonly code?: number; readonly message?: string };
        if (code === 410) return forget(answer.body);
        throw new Error(`watch of ${path}: ${message ?? 'an error without a message'}`);
      }
      version = object.metadata.resourceVersion ?? version;
      if (type === 'BOOKMARK') continue;
      if (type === 'DELETED') items.delete(object.metadata.name);
      else items.set(object.metadata.name, object);
      onItems([...items.values()]);
    }
    return undefined;
  }

  function forget(body: { destroy(): void }): undefined {
    body.destroy();
    version = undefined;
  }

  for (let pause = 0; ;) {
    const begun = clock.now();
    const listing = version === undefined;
    try {
      const problem = version === undefined ? await listAll() : await watch(version);
      if (problem !== undefined) return problem;
      heard = clock.now();
      isForeign(undefined);
      // A watch that ends as soon as it begins is no reason to ask without a rest.
      pause = listing || clock.now() - begun >= firstPause ? 0 : firstPause;
    } catch (error) {
      signal.throwIfAborted();
      version = undefined;
      if (isForeign(error)) return messageOf(error);
      if (clock.now() - heard >= away) return `${messageOf(error)} (for ${away / 60_000} minutes)`;
      pause = Math.min(Math.max(pause * 2, firstPause), longestPause);
    }
    if (pause > 0) await clock.sleep(pause, signal);
  }
}
