import type { Entry } from '../journal/journal.js';
import type { JsonObject } from '../json/value.js';
import type { Evaluate } from './evaluate-part.js';
import type { JsontasProvider } from './provider-file.js';

/** Something that was taken from a provider and must be given back. Only `acquire` makes one. */
export interface Acquired {
  readonly provider: JsontasProvider;
  /** What the sub suite carries: `provider_id`, for IUTs `identity`, and the provider's own members. */
  readonly item: JsonObject;
  /** Evaluates with the dataset that the item was acquired with. */
  readonly evaluate: Evaluate;
  /** The journal's entry; none where the provider has nothing to check in. */
  readonly entry?: Entry;
}
