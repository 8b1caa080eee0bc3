import { engineFrom } from '../docker/create-engine.js';
import { messageOf } from '../host/errors.js';

/** Which engine there is: its address, or why there is none. */
export type EngineFound = { readonly address: string; readonly apiVersion: string } | { readonly absent: string };

// An engine that does not answer a ping in this time would not be of use either; it must not hold up a run that does without.
const patience = 3_000;

/** Asks the engine for a sign of life. @throws the signal's reason */
export async function findEngine(environment: Readonly<Record<string, string | undefined>>, signal: AbortSignal): Promise<EngineFound> {
  try {
    const engine = engineFrom(environment);
    const { apiVersion } = await engine.ping({ limit: patience, signal });
    return { apiVersion, address: engine.address.url };
  } catch (error) {
    signal.throwIfAborted();
    return { absent: messageOf(error) };
  }
}
