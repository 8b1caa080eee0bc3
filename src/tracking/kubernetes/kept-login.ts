import type { Clock } from '../../host/clock.js';

/** A login that is kept while it is good. */
export interface KeptLogin<T> {
  /** Whoever needs it while it is asked for waits for the same answer. */
  get(signal: AbortSignal): Promise<T>;
  /** The next one is asked for anew. @returns whether there was one */
  forget(): boolean;
}

/** Milliseconds that a login must still be good for: a request takes its time. */
const margin = 10_000;

/** @param ask gives a login; `expires` in milliseconds since 1970 */
export function keptLogin<T extends { readonly expires?: number }>(
  ask: (signal: AbortSignal) => Promise<T>,
  { clock }: { readonly clock: Clock },
): KeptLogin<T> {
  let kept: { readonly login: Promise<T>; until: number } | undefined;
  return {
    get(signal) {
      if (kept && kept.until > clock.now()) return kept.login;
      const own = { login: ask(signal), until: Infinity };
      kept = own;
      own.login.then(
        ({ expires = Infinity }) => (own.until = expires - margin),
        () => kept === own && (kept = undefined),
      );
      return own.login;
    },
    forget() {
      const had = kept !== undefined;
      kept = undefined;
      return had;
    },
  };
}
