import type { Clock } from '../host/clock.js';
import type { HttpClient } from '../http/client.js';
import type { Log } from '../host/log.js';
import type { Fact } from '../journal/journal.js';
import { abortTestrun } from './abort.js';
import type { Deployment } from './deployment.js';
import { generations } from './generation.js';
import { loginFrom } from './login.js';
import type { Request } from './start.js';
import { Watch } from './watch.js';

/** A run that a deployment was asked for, for the journal. The login comes from the variables again. */
export function testrunFact({ url, generation }: Pick<Deployment, 'url' | 'generation'>, { collection }: Request, clock: Clock): Fact {
  return { kind: 'testrun', cluster: url, generation, collection, asked: new Date(clock.now()).toISOString() };
}

/** Milliseconds for a deployment to confirm an end; one that knows no such run is asked again for as long. */
const limit = 10_000;

/** Milliseconds after which a run is over in any case: a day, as everybody who waits for one waits (etos.md 1.3). */
const longest = 86_400_000;

/**
 * Ends what a dead run had begun in a deployment, from its journal entry.
 * @returns a line for people @throws when the run may go on {Unendable} when that will never change
 */
export async function endTestrun(
  fact: Fact,
  {
    environment,
    http,
    clock,
    log,
    signal,
  }: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly http: HttpClient;
    readonly clock: Clock;
    readonly log: Log;
    readonly signal: AbortSignal;
  },
): Promise<string> {
  const [url, id] = [String(fact.cluster), fact.id];
  if (typeof id !== 'string')
    throw new Unendable(
      `${url} was asked for a run of ${String(fact.collection)} at ${String(fact.asked)}, and its answer was lost: see there whether it runs`,
    );
  const generation = generations.find((one) => one === fact.generation) ?? 'v0';
  const login = loginFrom(environment);
  login.secrets.forEach((secret) => log.secret(secret));
  const late = AbortSignal.any([signal, clock.deadline(limit, new Error(`the deployment did not confirm it within ${limit / 1000} s`))]);
  const watch =
    typeof fact.eventRepository === 'string'
      ? new Watch(fact.eventRepository, id, { deployment: { url, login }, http, log, onSight: () => undefined })
      : undefined;
  const seen = await watch?.look(late).then(
    () => true,
    () => false,
  );
  if (watch?.end) return `testrun ${id} in ${url} was over`;
  const aborted = await abortTestrun({ url, generation, login }, id, { http, clock, signal: late });
  signal.throwIfAborted();
  if (aborted.state === 'confirmed') return `ended testrun ${id} in ${url}`;
  if (aborted.state === 'impossible') throw new Unendable(`testrun ${id} may go on in ${url}: a deployment of ${generation} cannot end it`);
  if (aborted.state === 'refused') throw new Error(`testrun ${id} in ${url}: ${aborted.reason}`);
  if (seen && clock.now() - Date.parse(String(fact.asked)) < longest)
    throw new Error(`testrun ${id} in ${url}: the deployment knows no such run to end, and its events do not say that it is over`);
  return `testrun ${id} is not known any more in ${url}`;
}

/** A run may go on, and asking again would not end it. */
export class Unendable extends Error {
  override readonly name = 'Unendable';
}
