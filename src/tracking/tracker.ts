// What became of a started request, as far as its events cannot tell. In: the answer to the request. Out: states, a log address, a way to cancel.
// What the tests said does not belong here: that is told by events.

import type { HttpAnswer } from '../http/client.js';

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
}

/** Makes the tracker for a request that was answered; undefined when this kind of tracker does not know the place. */
export type TrackerOf = (answer: HttpAnswer) => Tracker | undefined;
