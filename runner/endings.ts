import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import { Cancelled, EtosError } from '../src/host/errors.js';
import { engineWords } from './engine-words.js';
import { withHint } from './problems.js';

/** How a run ended. Its exit code is the first thing that everybody sees (delegation.md 2, exit codes). */
export type Ending =
  /** The container ended by itself, or somebody else killed it. */
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'cancelled'; readonly exitCode: number; readonly reason: string }
  /** The run's own time limit. */
  | { readonly kind: 'timed-out'; readonly exitCode: 124; readonly reason: string }
  /** Nobody reads the output any more. */
  | { readonly kind: 'reader-gone'; readonly exitCode: 141; readonly reason: string }
  /** The parameter is malformed, or the policy refused it; nothing was created. */
  | { readonly kind: 'refused'; readonly exitCode: 2; readonly reason: string }
  /** The engine or the runner could not run it, or start failed. */
  | { readonly kind: 'not-run'; readonly exitCode: 125 | 126 | 127; readonly reason: string };

/** It could not be run: no engine, no image, no container, no start. Thrown by the steps of a run. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
  constructor(
    message: string,
    readonly exitCode: 125 | 126 | 127 = 125,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The time limit is over. The reason of the run's signal then. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
}

/** Whoever read standard output or error has gone away. The reason of the run's signal then. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Why a run is ended before its container ends by itself. */
export type StopReason = Cancelled | TimeUp | ReaderGone;

/** The ending that a reason to stop leads to, whatever the container answered: an aborted job is no success. */
export function endingOfStop(reason: StopReason): Ending {
  const { message } = reason;
  if (reason instanceof TimeUp) return { kind: 'timed-out', exitCode: 124, reason: message };
  if (reason instanceof ReaderGone) return { kind: 'reader-gone', exitCode: 141, reason: message };
  return { kind: 'cancelled', exitCode: reason.exitCode, reason: message };
}

/** The ending that an error leads to. One that nobody foresaw is told with its place in the program. */
export function endingOfError(error: unknown): Ending {
  if (error instanceof Cancelled || error instanceof TimeUp || error instanceof ReaderGone) return endingOfStop(error);
  if (error instanceof NotRun) return { kind: 'not-run', exitCode: error.exitCode, reason: error.message };
  if (error instanceof EngineRefused || error instanceof EngineAway) return { kind: 'not-run', exitCode: 125, reason: engineWords(error) };
  if (error instanceof EtosError) return { kind: 'not-run', exitCode: 125, reason: withHint(error) };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'not-run', exitCode: 125, reason: `this is a bug: ${told}` };
}

/** Parameter, policy and options are read before anything happens: an error there is a refusal. */
export function refusal(error: unknown): Ending {
  return error instanceof EtosError ? { kind: 'refused', exitCode: 2, reason: withHint(error) } : endingOfError(error);
}
