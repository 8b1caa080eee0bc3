// What became of a started request, as far as its events cannot tell. In: the answer to the request. Out: states, a log address, a way to cancel.
// What the tests said does not belong here: that is told by events.

import { NotCarriedOut } from '../host/errors.js';
import type { HttpAnswer, HttpRequest } from '../http/client.js';

/** What became of a delegation, as far as its events cannot tell. */
export type Tracked =
  | { readonly state: 'waiting'; readonly queue: string }
  | { readonly state: 'running'; readonly log?: string }
  /** It is over. `code` is the exit code of the job, where there is one; `reason` says why it gave no result, where that is known. */
  | { readonly state: 'ended'; readonly log?: string; readonly code?: number; readonly reason?: string }
  | { readonly state: 'lost'; readonly reason: string };

export interface Tracker {
  /** Each new state until `ended` or `lost`, which is the last. Ends silently when the signal fires. */
  follow(signal: AbortSignal): AsyncIterable<Tracked>;
  /** Asks the delegation to end, and is done when it has been asked; `follow` tells when it has ended. */
  cancel(signal: AbortSignal): Promise<void>;
  /** Told when its result is known: what there is left is its end, which is near. */
  readonly soon?: () => void;
  /** Milliseconds from the cancel to the end, where the place takes its time; absent: the run's own grace. */
  readonly grace?: number;
  /** Whether it is known to be over. What may still run stays in the journal; absent: it cannot outlive the run. */
  readonly over?: () => boolean;
}

/** Makes the tracker for a request that was answered; undefined when this kind of tracker does not know the place. */
export type TrackerOf = (answer: HttpAnswer) => Tracker | undefined;

/** The request was answered with a refusal: nothing was started. Any other failure to start may have started something. */
export class Refused extends NotCarriedOut {}

/** The answer to the request was lost, and the place knows nothing of it so far: it may yet arrive, and start something. */
export class Doubtful extends NotCarriedOut {}

/** Nobody will ever say whether something was started: telling it once is all that can be done. */
export class NobodyToAsk extends NotCarriedOut {}

/** The call that starts a test runner, read from `executor.request`. */
export type StartCall = HttpRequest & { readonly url: string };

/** A delegation that was accepted. */
export interface Started {
  /** Where it can be found again, for the journal. */
  readonly location: string;
  readonly tracker: Tracker;
}

/** A place elsewhere that has its own ways of starting, telling and ending: Jenkins, GitHub, Kubernetes. */
export interface RemoteSpace {
  /** Whether a start request goes to such a place. */
  knows(call: Pick<StartCall, 'url' | 'method'>): boolean;
  /**
   * Starts a delegation, never twice: a request whose answer was lost is only sent again when the place does not know the identifier.
   * @throws {Refused} nothing was started {Doubtful} it may still come to be
   */
  start(
    call: StartCall,
    delegation: {
      readonly identifier: string;
      /** Told where it is from then on, when what waits in a queue becomes something else. */
      readonly moved?: (location: string) => void;
      readonly signal: AbortSignal;
    },
  ): Promise<Started>;
  /**
   * Finds what an earlier process started; undefined: there is nothing of it. `location` is absent when the process never came to know it.
   * @throws {NobodyToAsk} and any other error when it may become known later
   */
  recover(
    call: Pick<StartCall, 'url' | 'method' | 'headers' | 'auth'>,
    delegation: { readonly identifier: string; readonly location?: string; readonly signal: AbortSignal },
  ): Promise<Tracker | undefined>;
}

/** What a remote space tells beside states. */
export interface Telling {
  /** Where people can read what the delegation prints. */
  readonly onConsole?: (identifier: string, address: string) => void;
  /** Told what a delegation waits for, whenever that changes; absent: nobody wants to know. */
  readonly onWaiting?: (identifier: string, why: string) => void;
  /** Gets what it prints, line by line; absent: nobody reads it. */
  readonly onLine?: (identifier: string, line: string) => void;
}
