import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Dataset, Value, ValueObject } from './value.js';

/** Work that may wait: it yields what it waits for and is given what came of it. Plain work yields nothing, so that it costs no promise. */
export type Steps<T> = Generator<PromiseLike<unknown>, T, unknown>;

/**
 * A named operation: gets the evaluated members under its key and answers with the value that replaces the object, or renames the member. It fails by
 * throwing an error whose message is the cause (jsontas.md 5, 10).
 */
export type Structure = (parameters: ValueObject, scope: Scope) => Answer | Steps<Answer>;
export type Structures = ReadonlyMap<string, Structure>;
export type Answer = Value | Renamed;

/** An answer that keeps the object and gives the member another name; with null as value the member keeps what it had. */
export class Renamed {
  constructor(
    readonly name: string,
    readonly value: Value,
  ) {}
}

/** What a structure can reach. */
export interface Scope {
  readonly dataset: Dataset;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal | undefined;
  /** Lets timers and signals have their turn, in work that computes for long. Rejects with the signal's reason. */
  breathe(): Promise<void>;
  /** What words find below a value; null when there is nothing. Sets `previous`, as every lookup does. */
  find(below: Value, words: readonly string[]): Value;
  /** The parameters as the document has them, not to be changed; no object when a query gave them as a whole (jsontas.md 7.1). */
  raw(): Value;
  /** Evaluates a copy of a member of the raw parameters; `onCopy` is told of the copy before. */
  evaluateAgain(member: string, raw: Value, onCopy?: (copy: Value) => void): Steps<Value>;
}
