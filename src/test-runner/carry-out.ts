import { hostname } from 'node:os';
import type { Writable } from 'node:stream';
import type { Outcome } from '../documents/outcome.js';
import type { Clock } from '../host/clock.js';
import { durationForm, parseDuration } from '../host/duration.js';
import { Cancelled, InvalidInput } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { usualCheckoutLimits, type CheckoutLimits } from './checkout.js';
import { fetchSubSuite } from './fetch-sub-suite.js';
import { secretsIn } from './masks.js';
import { publisherFor } from './publisher.js';
import { runSubSuite } from './run-sub-suite.js';
import type { Shell } from './shell/shell.js';
import { openUserLog } from './user-log.js';

export interface CarryingOut {
  /** Where recipes are carried out. It is not disposed of here. */
  readonly shell: Shell;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people watch what recipes print. */
  readonly output: Writable;
  readonly signal: AbortSignal;
  /** Milliseconds from the signal to the end of this. */
  readonly grace: number;
}

/**
 * Fetches the sub suite that the variables name and carries it out (etos.md 6).
 * @param variables what a test runner is told: ENVIRONMENT_URL, SUB_SUITE_URL or ENVIRONMENT_ID, ETOS_EVENTS_URL or RABBITMQ_*, and those of etos.md 6.1. Those that the shell
 *   has and that are not among them count too: an image may bring its TEST_REGEX
 * @returns the exit code: 0 PASSED, 1 FAILED, 3 INCONCLUSIVE, 128 + n after a cancel
 * @throws {InvalidInput} the variables are wrong, or what they name is no sub suite
 * @throws {NotCarriedOut} the sub suite cannot be fetched, or the bus does not take events; the signal's reason when it fires before the start
 */
export async function carryOut(
  variables: Readonly<Record<string, string>>,
  { shell, http, clock, log, output, signal, grace }: CarryingOut,
): Promise<number> {
  const told = { ...shell.environment, ...variables };
  secretsIn(told).forEach((secret) => log.secret(secret));
  const checkoutLimits = readCheckoutLimits(told);
  await using publisher = await publisherFor(told, { http, clock, log, signal });
  const subSuite = await fetchSubSuite(told, { http, clock, log, signal });
  const { auth } = subSuite.logArea.upload;
  if (auth) log.secret(auth.password);
  const host = told.HOSTNAME || hostname();
  await using userLog = await openUserLog(told, subSuite, { clock, log });
  const outcome = await runSubSuite(subSuite, {
    shell,
    publisher,
    http,
    clock,
    log: userLog.log,
    ...(userLog.uploaded && { uploaded: userLog.uploaded }),
    output,
    variables: told,
    host,
    checkoutLimits,
    signal,
    grace,
  });
  // As released test runners end, so that a job's log shows the reason.
  if (outcome.verdict !== 'PASSED') log.error(JSON.stringify(outcome));
  return exitCodeOf(outcome, signal);
}

function exitCodeOf({ verdict }: Outcome, signal: AbortSignal): number {
  if (signal.aborted && signal.reason instanceof Cancelled) return signal.reason.exitCode;
  return { PASSED: 0, FAILED: 1, INCONCLUSIVE: 3 }[verdict];
}

function readCheckoutLimits(variables: Readonly<Record<string, string>>): CheckoutLimits {
  const read = (name: string, usual: number): number => {
    const text = variables[name];
    if (text === undefined || text === '') return usual;
    const limit = parseDuration(text);
    if (limit === undefined)
      throw new InvalidInput(`${name} is ${JSON.stringify(text)}; expected ${durationForm}`, 'It is how long a checkout may print nothing');
    return limit;
  };
  return {
    firstLine: read('ETOS_CHECKOUT_FIRST_LINE_TIMEOUT', usualCheckoutLimits.firstLine),
    nextLine: read('ETOS_CHECKOUT_LINE_TIMEOUT', usualCheckoutLimits.nextLine),
  };
}
