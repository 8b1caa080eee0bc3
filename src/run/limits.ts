import type { Broker } from '../eiffel/broker.js';
import type { Limits } from '../suite/follow.js';

/** Milliseconds that a local delegation has to end when it was told to; GitHub kills the step 10 s after a cancel (toolchain.md 9). */
export const localGrace = 3_000;

/** Milliseconds that what runs elsewhere has to end when the run is cancelled; `etos release` ends what needs longer. */
export function patienceOf(environment: Readonly<Record<string, string | undefined>>): number {
  // Jenkins gives a step up 20 s after the abort (jenkins.md 3), GitHub kills after 10 s (toolchain.md 9): giving back and the last events come after it.
  if (environment.JENKINS_SERVER_COOKIE) return 12_000;
  return environment.GITHUB_ACTIONS === 'true' ? 4_000 : Infinity;
}

/** The limits of following a sub suite: `ETOS_SUB_SUITE_START_TIMEOUT` (1800 s), `ETOS_DEFAULT_TEST_RESULT_TIMEOUT` (a day) (etos.md 4.3, 9.5). */
export function limitsOf(environment: Readonly<Record<string, string | undefined>>, broker: Broker | undefined): Limits {
  const seconds = (name: string, fallback: number): number => {
    const value = Number(environment[name] || Number.NaN);
    return (Number.isFinite(value) && value > 0 ? value : fallback) * 1000;
  };
  return {
    start: seconds('ETOS_SUB_SUITE_START_TIMEOUT', 1_800),
    result: seconds('ETOS_DEFAULT_TEST_RESULT_TIMEOUT', 86_400),
    // Time for a connection to a broker to come back: what a delegation told before it ended is waiting there.
    late: broker ? 120_000 : 0,
    // The delegation needs its own grace, then a moment to clean up and to be heard of.
    grace: localGrace + 2_000,
    cancelled: patienceOf(environment),
  };
}
