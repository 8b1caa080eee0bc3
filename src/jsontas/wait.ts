import { messageOf } from '../host/errors.js';
import type { Answer, Scope, Steps } from './structure.js';
import { isTruthy, kindOf, type ValueObject } from './value.js';

/** `$wait`: evaluates `for` until it is true, every `interval` seconds; after `timeout` seconds gives `else` (jsontas.md 7.2). */
export function* wait(parameters: ValueObject, scope: Scope): Steps<Answer> {
  const first = parameters.get('for') ?? null;
  if (isTruthy(first)) return first;
  const { clock, signal, log } = scope;
  const deadline = clock.now() + seconds(parameters, 'timeout');
  const raw = scope.raw();
  while (clock.now() < deadline) {
    if (!(raw instanceof Map))
      throw new Error('its parameters come from a query, but must be written out where it is used, to be evaluated again');
    try {
      const value = yield* scope.evaluateAgain('for', raw.get('for') ?? null);
      if (isTruthy(value)) return value;
    } catch (error) {
      signal?.throwIfAborted();
      log.warning('$wait: this round failed', { cause: messageOf(error) });
    }
    yield clock.sleep(seconds(parameters, 'interval'), signal);
  }
  return parameters.get('else') ?? null;
}

/** A member that is a time in seconds, fractions allowed, in milliseconds. @throws {Error} when it is not, or is missing without a default */
export function seconds(parameters: ValueObject, name: string, whenMissing?: number): number {
  const given = parameters.has(name) || whenMissing === undefined ? parameters.get(name) : whenMissing;
  if (typeof given !== 'number' || (name === 'interval' && given < 0))
    throw new Error(`its "${name}" is ${kindOf(given)}; expected seconds`);
  return given * 1000;
}
