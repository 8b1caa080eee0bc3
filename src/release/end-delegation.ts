import { evaluateLogin } from '../environment/login.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Fact } from '../journal/journal.js';
import { githubSpace } from '../tracking/github/space.js';
import { jenkinsSpace } from '../tracking/jenkins/space.js';
import { kubernetesSpace } from '../tracking/kubernetes/space.js';
import { NobodyToAsk } from '../tracking/tracker.js';

interface Ending {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Ends a delegation that a dead run started elsewhere, as the run itself would have: cancelled in the queue, stopped, at last killed.
 * @returns a line for people @throws when it may still run {NobodyToAsk} when that will never be known
 */
export async function endDelegation(fact: Fact, ending: Ending): Promise<string> {
  const { environment, http, clock, log, signal } = ending;
  const url = String(fact.url);
  const [subSuite, place] = [String(fact.subSuite), typeof fact.location === 'string' ? fact.location : url];
  const spaces = [
    jenkinsSpace({ http, clock, log }),
    githubSpace({ http, clock, log }),
    kubernetesSpace({ environment, http, clock, log }),
  ];
  const space = spaces.find((one) => one.knows({ url, method: 'POST' }));
  if (!space) throw new NobodyToAsk(`it was started by ${place}, which cannot be asked: see there whether it still runs`, '');
  const login = await evaluateLogin(fact.login, ending);
  const location = typeof fact.location === 'string' ? { location: fact.location } : {};
  const tracker = await space.recover({ url, method: 'POST', ...login }, { identifier: String(fact.identifier), ...location, signal });
  if (!tracker) return `nothing was started for sub suite ${subSuite} at ${url}`;
  const tooLate = new Error(`${place} did not end within ${(tracker.grace ?? 0) / 1000} s`);
  await tracker.cancel(AbortSignal.any([signal, clock.deadline(tracker.grace ?? 60_000, tooLate)]));
  if (tracker.over?.() === false) throw tooLate;
  return `ended ${place.split('#', 1)[0]}`;
}
