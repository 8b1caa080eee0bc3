import { inWords, type Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpAnswer } from '../http/client.js';
import type { Asking, Deployment } from './deployment.js';
import { messageIn, type Message } from './messages.js';
import { eventsIn, type ServerSentEvent } from './server-sent-events.js';

/** How following a stream ended. */
export type StreamEnd =
  /** The deployment said that the run is over. */
  | Extract<Message, { readonly kind: 'shutdown' }>
  /** It has nothing more to tell of this run, as v1 says by 404 when the suite runner is gone. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'lost'; readonly reason: string };

export interface Listening extends Asking {
  readonly clock: Clock;
  readonly log: Log;
  readonly onMessage: (message: Message) => void;
  /** Whether the run is known to be over: then a stream that is not there will not be. */
  readonly isOver: () => boolean;
}

/** Milliseconds: four pings of the server are missing then. */
const silence = 60_000;
/** Before a run has been started the stream is not there; milliseconds that this is waited for, and at most between two tries. */
const [start, startPause] = [1_800_000, 10_000];
/** Tries in a row that bring no event, and milliseconds before the first; doubled each time, up to the last. */
const [tries, pause, longestPause] = [28, 100, 15_000];
/** Milliseconds of 404 after which a stream that was there, or whose run is over, is gone: a proxy says so, too, while the server is replaced. */
const vanished = 5_000;
/** Times that a gap in the numbers is asked for again before it is taken for a fact. */
const gapTries = 3;

const filters = ['message.info', 'message.warning', 'message.error', 'message.critical', 'report.*', 'artifact.*', 'shutdown.*'];

/**
 * Follows the stream of a run (etos.md 1.3) to its end: connections that break, fall silent or are refused for a while are made again, with the number of
 * the last event. An event that comes twice is told once.
 * @returns how it ended @throws only the signal's reason
 */
export async function followStream(
  { url, generation, login }: Deployment,
  id: string,
  { http, clock, log, signal, onMessage, isOver }: Listening,
): Promise<StreamEnd> {
  const version = generation === 'v1alpha' ? 'v2alpha' : 'v1';
  const query = version === 'v1' ? '' : `?${filters.map((filter) => `filter=${filter}`).join('&')}`;
  const address = `${url}/sse/${version}/events/${id}${query}`;
  const begun = clock.now();
  let [last, connected, failed, gaps]: [number | undefined, boolean, number, number] = [undefined, false, 0, 0];
  let notThere: number | undefined;

  /** Whether the event is the next one. Throws where some are missing before it. */
  const isNext = ({ id: number }: ServerSentEvent): boolean => {
    if (number === undefined) return true;
    if (last !== undefined && (version === 'v1' ? number === last : number <= last)) return false;
    if (version === 'v1' && last !== undefined && number !== last + 1 && ++gaps <= gapTries)
      throw new Error(`event ${number} came after ${last}: some are missing`);
    gaps = 0;
    last = number;
    return true;
  };

  const listen = async (
    answer: HttpAnswer,
  ): Promise<Extract<StreamEnd, { kind: 'shutdown' }> | Extract<Message, { kind: 'error' }> | undefined> => {
    for await (const event of eventsIn(answer.body as AsyncIterable<Uint8Array>)) {
      if (!isNext(event)) continue;
      // A stream that says the same again and again is no progress.
      if (event.id !== undefined) failed = 0;
      const message = messageIn(event);
      if (message?.kind === 'shutdown' || message?.kind === 'error') return message;
      if (message) onMessage(message);
    }
    return undefined;
  };

  for (;;) {
    let reason: string;
    try {
      const answer = await http.request({
        method: 'GET',
        url: address,
        headers: {
          ...login.headers,
          accept: 'text/event-stream',
          'cache-control': 'no-cache',
          ...(last !== undefined && { 'last-event-id': String(last) }),
        },
        limit: silence,
        signal,
      });
      try {
        const refusal = await refusalIn(answer);
        if (refusal === undefined) {
          [connected, notThere] = [true, undefined];
          const end = await listen(answer);
          if (end?.kind === 'shutdown') return end;
          if (end && !end.retry && version !== 'v1') return { kind: 'lost', reason: `the deployment's stream says: ${end.reason}` };
          reason = end?.reason ?? 'the stream ended';
        } else {
          reason = refusal;
          if (answer.status !== 404) notThere = undefined;
          else if (connected || isOver()) notThere ??= clock.now();
          if (notThere !== undefined && clock.now() - notThere >= vanished) return { kind: 'gone' };
          // Not there yet: neither is the suite runner.
          if (answer.status === 404 && clock.now() - begun < start) failed = Math.min(failed, tries - 2);
          else if (!mayPass(answer.status)) return { kind: 'lost', reason };
        }
      } finally {
        answer.body.destroy();
      }
    } catch (error) {
      signal.throwIfAborted();
      reason = messageOf(error);
    }
    failed++;
    if (failed >= tries) return { kind: 'lost', reason };
    const wait = Math.min(pause * 2 ** (failed - 1), connected ? longestPause : startPause);
    log.debug('connecting to the stream again', { reason, in: inWords(wait), last });
    await clock.sleep(wait, signal);
  }
}

/** Why an answer is no stream of events; undefined when it is. */
async function refusalIn(answer: HttpAnswer): Promise<string | undefined> {
  const { status, reason, headers } = answer;
  if (status === 200) {
    const type = String(headers['content-type'] ?? 'nothing');
    return /^text\/event-stream\b/i.test(type)
      ? undefined
      : `the stream of the deployment has the content type ${type}; expected text/event-stream`;
  }
  const text = await answer.text(64 * 1024).catch(() => '');
  const said = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return `the stream of the deployment answers ${status} ${reason}`.trimEnd() + (said === '' || said.startsWith('<') ? '' : `: ${said}`);
}

/** 400 is what v2alpha says while it has no stream to open. */
function mayPass(status: number): boolean {
  return status >= 500 || [200, 400, 404, 408, 413, 425, 429].includes(status);
}
