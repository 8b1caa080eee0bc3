import type { Clock } from '../../host/clock.js';
import { messageOf } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { linesOf } from './answer-lines.js';
import { saidBy, type KubernetesApi } from './api.js';

const pause = 1_000;
/** Milliseconds in which nothing is printed, after which the log is asked for anew: the connection may have died in silence. */
const silence = 5 * 60_000;

/**
 * Reads what a container prints from its beginning to its end, each line once: a connection that breaks is taken up where it broke, by the times that the
 * cluster gives the lines. Ends when the container has ended and all is read, when the log is gone, or when the signal fires.
 * @param path of the pod
 * @param running whether the container may still print
 */
export async function readPodLog(
  path: string,
  container: string,
  onLine: (line: string) => void,
  {
    running,
    api,
    clock,
    log,
    signal,
  }: {
    readonly running: () => boolean;
    readonly api: KubernetesApi;
    readonly clock: Clock;
    readonly log: Log;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  let last = '';
  for (;;) {
    const ended = !running();
    try {
      const since = last === '' ? '' : `&sinceTime=${encodeURIComponent(last.replace(/\.\d+/, ''))}`;
      const query = `container=${encodeURIComponent(container)}&follow=true&timestamps=true${since}`;
      const answer = await api.ask('GET', `${path}/log?${query}`, { signal, limit: silence });
      if (answer.status !== 200) {
        const said = await saidBy(answer, `GET ${path}/log`);
        if (ended || answer.status === 403 || answer.status === 404) return log.warning('the log could not be read', { reason: said });
        throw new Error(said);
      }
      for await (const line of linesOf(answer.body)) {
        const [, time = '', text = line] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.*)$/s.exec(line) ?? [];
        if (time !== '' && comparable(time) <= comparable(last)) continue;
        if (time !== '') last = time;
        onLine(text.replace(/\r$/, ''));
      }
      if (ended || !running()) return;
    } catch (error) {
      if (signal.aborted) return;
      log.debug('the log broke off', { pod: path, reason: messageOf(error) });
      if (ended) return;
    }
    await clock.sleep(pause, signal).catch(() => undefined);
    if (signal.aborted) return;
  }
}

/** Times come with as many digits as they need. */
function comparable(time: string): string {
  const [, whole = '', fraction = ''] = /^([^.Z]*)(?:\.(\d+))?Z?$/.exec(time) ?? [];
  return `${whole}.${fraction.padEnd(9, '0')}`;
}
