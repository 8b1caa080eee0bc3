// The JSONTas language (jsontas.md), knowing nothing of ETOS. In: a document, the dataset its queries read, the structures it may use. Out: the
// evaluated document, or one error that says which query failed where. This file is all that users of the room import. Who lists, checks
// out or delegates with the result does not belong here.

import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { JsonValue } from '../json/value.js';
import { Run, type Source } from './run.js';
import type { Structures } from './structure.js';
import type { Dataset } from './value.js';

export { decryptFernet, encryptFernet } from './fernet.js';
export { identityValue } from './identity-value.js';
export { builtIns, providerStructures, testRunnerStructures } from './profiles.js';
export { whyUnanswered } from './request.js';
export { bodyOf } from './response-description.js';
export { isTruthy } from './value.js';
export { copyOf } from './copy.js';
export type { Source } from './run.js';
export type { Structure, Structures } from './structure.js';
export type { Dataset } from './value.js';

export interface Evaluating {
  /** Read by queries, and filled with what a run leaves behind: the next run with the same dataset sees it (jsontas.md 2.1). */
  readonly dataset: Dataset;
  /** What `$name` may do: `builtIns`, `providerStructures(…)` or `testRunnerStructures(…)`, or a map that adds others to them. */
  readonly structures: Structures;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  /** Where the document comes from, for messages. */
  readonly source?: Source;
}

/**
 * Evaluates a document (jsontas.md 2). The document is not changed. The result may be any JSON value; it may share parts with the dataset and with
 * itself, but has no cycles; it is JSON throughout.
 * @throws {InvalidInput} the document is not an object, a structure failed whose value is in the result, the result contains itself, it is nested too
 *   deeply, or a member follows a replacement that is no object. The message begins with file, line and column where they are known
 * @throws the signal's reason, when that fired
 */
export async function evaluate(
  document: JsonValue,
  { dataset, structures, http, clock, log, signal, source }: Evaluating,
): Promise<JsonValue> {
  return await new Run({ dataset, structures, http, clock, log, ...(signal && { signal }), ...(source && { source }) }).evaluate(document);
}
