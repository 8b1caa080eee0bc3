import { EngineAway } from '../src/docker/connection.js';
import type { Engine } from '../src/docker/engine.js';
import type { Clock } from '../src/host/clock.js';

/** Milliseconds for which an engine that was lost during a run is looked for (delegation.md 8). */
export const engineAway = 120_000;

/** Milliseconds for which an answer that is on its way is awaited after the run is to end. */
const limitAfterStop = 8_000;

/** A signal 8 s later, with its reason: for a call that must not be cut off, because what it asks for may happen all the same. */
export function delayed(signal: AbortSignal, clock: Clock): AbortSignal {
  const controller = new AbortController();
  const onAbort = (): void => {
    clock.sleep(limitAfterStop).then(
      () => controller.abort(signal.reason),
      () => undefined,
    );
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return controller.signal;
}

/** Resolves when the signal fires. */
export function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Awaits a promise, but only until the signal fires. @throws the signal's reason */
export async function orStopped<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return await Promise.race([
    promise,
    fired(signal).then((): never => {
      throw signal.reason;
    }),
  ]);
}

/**
 * Makes a call again while the engine is away, for `limit` milliseconds: it may be starting anew.
 * @throws {EngineAway} the last one; whatever else the call throws
 */
export async function whileAway<T>(
  call: () => Promise<T>,
  limit: number,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal },
): Promise<T> {
  const giveUpAt = clock.monotonic() + limit;
  for (let pause = 100; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof EngineAway) || clock.monotonic() + pause > giveUpAt) throw error;
      await clock.sleep(pause, signal);
    }
  }
}

/**
 * Resolves when the engine has shown no sign of life for `limit` milliseconds after `signal` fired: whatever is still to be done is the
 * watchdog's. While it answers, this never resolves.
 */
export async function hangs(engine: Engine, signal: AbortSignal, limit: number, clock: Clock): Promise<void> {
  await fired(signal);
  for (let alive = clock.monotonic(); clock.monotonic() - alive < limit; await clock.sleep(1_000)) {
    const left = limit - (clock.monotonic() - alive);
    await engine.ping({ limit: left }).then(
      () => (alive = clock.monotonic()),
      () => undefined,
    );
  }
}
