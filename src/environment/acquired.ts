import type { Entry } from '../journal/journal.js';
import type { JsonObject } from '../json/value.js';
import type { Provider } from './provider-file.js';

/** Something that was taken from a provider and must be given back. Only `acquire` makes one. */
export interface Acquired {
  readonly provider: Provider;
  /** What the sub suite carries: `provider_id`, for IUTs `identity`, and the provider's own members. */
  readonly item: JsonObject;
  /** How the provider is asked to take it back; none where there is nothing to ask. */
  readonly giveBack?: GiveBack;
  /** The journal's entry; none where the provider has nothing to check in. */
  readonly entry?: Entry;
}

/** Asks a provider once to take an item back. Gives why it refused, or nothing. */
export type GiveBack = (item: JsonObject, signal: AbortSignal) => Promise<string | undefined>;
