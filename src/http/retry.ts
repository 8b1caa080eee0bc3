import type { Clock } from '../host/clock.js';
import { discard } from './answer.js';
import { NoAnswer, type HttpAnswer, type Retry } from './client.js';

export interface Retrying {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** Told before each wait. */
  readonly onRetry: (reason: string, pause: number) => void;
}

const worthAnother: readonly number[] = [408, 413, 429, 502, 503, 504];
const longestPause = 5_000;

/**
 * Makes tries until one ends otherwise than by a failure or a status that is worth another try. Gives the last answer, or throws the last
 * failure, when the next try would start after `within`.
 */
export async function retried(
  once: () => Promise<HttpAnswer>,
  { within, pause = 200, statuses = [] }: Retry,
  { clock, signal, onRetry }: Retrying,
): Promise<HttpAnswer> {
  const started = clock.now();
  for (let tries = 1; ; tries++) {
    const outcome = await once().catch((error: unknown) => {
      if (error instanceof NoAnswer && !error.lasting) return error;
      throw error;
    });
    const failed = outcome instanceof NoAnswer;
    if (!failed && !worthAnother.includes(outcome.status) && !statuses.includes(outcome.status)) return outcome;
    const asked = failed ? undefined : retryAfter(outcome.headers['retry-after'], clock);
    // Jitter: those who failed together do not come back together.
    const wait = asked ?? Math.min(pause * 2 ** (tries - 1), longestPause) * (0.5 + Math.random() / 2);
    if (clock.now() + wait - started > within) {
      if (!failed) return outcome;
      throw tries === 1 ? outcome : new NoAnswer(`${outcome.message}, in ${tries} tries`, { cause: outcome });
    }
    onRetry(failed ? outcome.message : `${outcome.status} ${outcome.reason}`, wait);
    if (!failed) await discard(outcome);
    await clock.sleep(wait, signal);
  }
}

/** Seconds or a date. What is neither is as good as absent. */
function retryAfter(header: string | readonly string[] | undefined, clock: Clock): number | undefined {
  if (typeof header !== 'string') return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}
