import type { Clock } from '../host/clock.js';
import { NotCarriedOut } from '../host/errors.js';

/** Something else answered than the place that was asked: its answer is well, and not of the kind that was asked for. */
export class ForeignAnswer extends NotCarriedOut {
  /**
   * @param asked what was answered so: an address, `GET /path`
   * @param place whose answer it is not
   */
  constructor(
    asked: string,
    place: 'Jenkins' | 'GitHub' | 'Kubernetes',
    hint = 'Check the address in the provider, HTTPS_PROXY and NO_PROXY',
  ) {
    super(`${asked}: a login page or a proxy answered, not ${place}`, hint);
  }
}

/** Milliseconds in which such answers may pass: what stands between is exchanged in seconds, a login page stays. */
const foreignFor = 10_000;

/** Tells whether such answers have come for so long that no other will. Ask it of each failure, one after the other. */
export function foreignAnswers(clock: Clock): (error: unknown) => boolean {
  let since: number | undefined;
  return (error) => {
    since = error instanceof ForeignAnswer ? (since ?? clock.now()) : undefined;
    return since !== undefined && clock.now() - since >= foreignFor;
  };
}
