import type { Outcome } from '../documents/outcome.js';
import type { Clock } from '../host/clock.js';
import { messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Deployment } from './deployment.js';
import type { Message } from './messages.js';
import { followStream, type StreamEnd } from './stream.js';
import type { ActivityEnd, Watch } from './watch.js';

/** How a run ended as the deployment tells. */
export type TestrunEnd =
  /** Its suite runner said so itself. */
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | ({ readonly kind: 'activity' } & ActivityEnd)
  /** It is over, and nobody says how it went. */
  | { readonly kind: 'untold'; readonly reason: string };

export interface Following {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Absent where the deployment named no event repository. */
  readonly watch: Watch | undefined;
  readonly onMessage: (message: Message) => void;
}

/** Milliseconds between two looks: soon at first, then as the released services ask (eiffel.md 8.1). */
const [firstPause, longestPause] = [500, 5_000];
/** Milliseconds in which events still come that were published before the end was told; of a run that was cut off not all do. */
const late = { finished: 10_000, canceled: 2_000 } as const;
/** Milliseconds for a stream to end by itself when the run is over: five minutes as today's client gives it for v0 (etos.md 1.3). */
const streamEnding = { v0: 300_000, v1alpha: 60_000, '2021': 0 } as const;
/** Milliseconds for the last events of a suite runner that is gone. */
const lastWords = 600_000;
/** Milliseconds without a single answer from the event repository, and without a stream, after which nothing is known of the run. */
const blind = 300_000;

/**
 * Follows a run to its end, by its stream and by its events: each tells what the other does not, and either may be out of reach (etos.md 1.3).
 * @throws {NotCarriedOut} it cannot be followed; the signal's reason
 */
export async function followTestrun(
  deployment: Deployment,
  id: string,
  { watch, signal, clock, log, ...following }: Following,
): Promise<TestrunEnd> {
  const done = new AbortController();
  const both = AbortSignal.any([signal, done.signal]);
  const looks = watch && new Looks(watch, { clock, log });
  let stream: StreamEnd | undefined;
  const streamed =
    deployment.generation === '2021'
      ? new Promise<never>(() => undefined)
      : followStream(deployment, id, { ...following, clock, log, signal: both, isOver: () => watch?.end !== undefined }).then((end) => {
          stream = end;
          looks?.hurry();
        });
  const watched = looks ? looks.untilEnd(both) : new Promise<never>(() => undefined);
  // Whoever loses a race below rejects when all is over.
  for (const one of [streamed, watched]) one.catch(() => undefined);
  const within = (milliseconds: number): Promise<void> => clock.sleep(milliseconds, both);
  try {
    await Promise.race([streamed, watched]);
    if (watch?.end) {
      if (!stream && streamEnding[deployment.generation] > 0) {
        await Promise.race([streamed, within(streamEnding[deployment.generation])]);
        if (!stream) log.warning('the run is over, and its stream is still open: it is not read any further');
      }
    } else if (stream?.kind === 'shutdown' && stream.outcome) {
      const until = clock.now() + late.finished;
      while (looks && !watch?.end && clock.now() < until && (await looks.once(both))) await Promise.race([watched, within(firstPause)]);
    } else if (stream) {
      const { reason } = stream.kind === 'lost' ? stream : { reason: 'the stream ended' };
      if (stream.kind === 'lost') log.warning('messages and files of the run are not heard any more', { reason });
      if (!looks) throw unfollowable(deployment, stream.kind === 'lost' ? reason : 'it ended without telling a result');
      if (stream.kind === 'lost')
        await Promise.race([watched, looks.untilBlind(both).then(() => Promise.reject(unfollowable(deployment, reason)))]);
      else await Promise.race([watched, within(lastWords), looks.untilBlind(both)]);
    }
    // What the suites told before their end may be stored after it.
    for (const until = clock.now() + late.finished; watch?.end && !watch.isComplete() && clock.now() < until; await within(firstPause))
      await looks?.once(both);
  } finally {
    done.abort(new Error('the run is over'));
    await Promise.allSettled([deployment.generation === '2021' ? undefined : streamed, looks && watched]);
  }
  const told = stream?.kind === 'shutdown' ? stream.outcome : undefined;
  if (told && (deployment.generation === 'v1alpha' || !watch?.end)) return { kind: 'outcome', outcome: told };
  if (watch?.end) return { kind: 'activity', ...watch.end };
  if (looks?.isFailing()) return { kind: 'untold', reason: 'its event repository does not answer' };
  return { kind: 'untold', reason: stream?.kind === 'shutdown' && stream.text !== '' ? stream.text : 'the suite runner is gone' };
}

function unfollowable({ url }: Deployment, reason: string): NotCarriedOut {
  return new NotCarriedOut(
    `the run in the ETOS deployment at ${url} cannot be followed: ${reason}`,
    'This machine must reach its stream of events (/sse), or the event repository that it names',
  );
}

/** Looks at a run again and again. A repository that does not answer is asked again, and said once. */
class Looks {
  private failing: number | undefined;
  private soon = new AbortController();
  private current: Promise<boolean> | undefined;

  constructor(
    private readonly watch: Watch,
    private readonly options: { readonly clock: Clock; readonly log: Log },
  ) {}

  async untilEnd(signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    for (let pause = firstPause; !this.watch.end; pause = Math.min(pause * 1.5, longestPause)) {
      await this.once(signal);
      if (this.watch.end) return;
      await clock.sleep(pause, AbortSignal.any([signal, this.soon.signal])).catch(() => {
        signal.throwIfAborted();
        this.soon = new AbortController();
        pause = firstPause;
      });
    }
  }

  /** The next look is now. */
  hurry(): void {
    this.soon.abort();
  }

  /** Looks, or waits for the look that is under way. Gives whether the repository answered. */
  once(signal: AbortSignal): Promise<boolean> {
    this.current ??= this.look(signal).finally(() => (this.current = undefined));
    return this.current;
  }

  private async look(signal: AbortSignal): Promise<boolean> {
    const { clock, log } = this.options;
    try {
      await this.watch.look(signal);
      this.failing = undefined;
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (this.failing === undefined) log.warning('the events of the run cannot be asked for; asking again', { reason: messageOf(error) });
      this.failing ??= clock.now();
      return false;
    }
  }

  isFailing(): boolean {
    return this.failing !== undefined;
  }

  /** Resolves when the repository has not answered for too long. */
  async untilBlind(signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    while (this.failing === undefined || clock.now() - this.failing < blind) await clock.sleep(longestPause, signal);
  }
}
