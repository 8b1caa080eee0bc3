import { Cancelled } from './errors.js';

const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a cancelled program listens to. `signal` fires at the first signal; `forced` at SIGTERM after SIGINT. */
export interface Cancellation extends Disposable {
  readonly signal: AbortSignal;
  readonly forced: AbortSignal;
}

/**
 * Turns SIGINT, SIGTERM and SIGHUP into an AbortSignal whose reason is `Cancelled`. The same signal again does nothing: Jenkins sends
 * SIGTERM two or three times (delegation.md 3). SIGTERM after SIGINT is GitHub's last word 2.5 s before SIGKILL, so it sets `forced`.
 */
export function cancelOnSignals(): Cancellation {
  const first = new AbortController();
  const second = new AbortController();
  const listeners = cancelling.map((name) => {
    const listener = (): void => {
      if (!first.signal.aborted) first.abort(new Cancelled(name));
      else if (name === 'SIGTERM' && (first.signal.reason as Cancelled).signal === 'SIGINT') second.abort(new Cancelled(name));
    };
    process.on(name, listener);
    return [name, listener] as const;
  });
  const withoutDebugger = ignoreDebugger();
  return {
    signal: first.signal,
    forced: second.signal,
    [Symbol.dispose]() {
      listeners.forEach(([name, listener]) => process.off(name, listener));
      withoutDebugger[Symbol.dispose]();
    },
  };
}

/** At SIGUSR1 Node opens its debugger on a port of this machine, and every user of it could read this process's secrets there. Not while this holds. */
export function ignoreDebugger(): Disposable {
  const listener = (): void => undefined;
  process.on('SIGUSR1', listener);
  return { [Symbol.dispose]: () => void process.off('SIGUSR1', listener) };
}
