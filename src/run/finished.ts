import type { Outcome } from '../documents/outcome.js';
import type { Clock } from '../host/clock.js';
import { Cancelled, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Results } from '../report/results.js';
import type { Progress } from './progress.js';

/** What a run may use of the process that it runs in. */
export interface Running {
  /** The variables of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Called with the run's directory before anything is started that would have to be released after a crash. */
  readonly onDirectory?: (directory: string) => void;
}

/** A finished run: what came of it, the exit code (design.md), the files it wrote. */
export interface Finished {
  readonly results: Results;
  readonly exitCode: number;
  readonly files: readonly string[];
}

/** Why a run whose time is over ends. @param timeout milliseconds */
export function timedOut(timeout: number): NotCarriedOut {
  return new NotCarriedOut(`the run did not finish within ${timeout / 1000}s`, 'Raise --timeout');
}

/** @param badInput whether some suite could not be carried out because of what it was given */
export function exitCodeOf(
  { verdict }: Outcome,
  { signal, badInput }: { readonly signal: AbortSignal; readonly badInput: boolean },
): number {
  if (signal.aborted && signal.reason instanceof Cancelled) return signal.reason.exitCode;
  // Only when nothing came of it anywhere: what another suite found out counts for more.
  if (badInput && verdict === 'INCONCLUSIVE') return 2;
  return verdict === 'PASSED' ? 0 : verdict === 'FAILED' ? 1 : 3;
}
