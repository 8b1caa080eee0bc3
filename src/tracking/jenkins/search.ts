import type { Clock } from '../../host/clock.js';
import { NotCarriedOut } from '../../host/errors.js';
import { ForeignAnswer } from '../foreign-answer.js';
import { endsWithPath, type JenkinsController, type JenkinsJob } from './controller.js';
import { isSame, type JenkinsPlace } from './place.js';
import { NobodyToAsk } from '../tracker.js';

/** Milliseconds to look for a build whose start request was not answered. */
const search = 60_000;

/** Where to look, and with what. */
export interface Searching {
  readonly job: JenkinsJob;
  readonly controller: JenkinsController;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A queue item or a build, as far as it says what it was given. */
interface Parameters {
  readonly actions?: readonly ({ readonly parameters?: readonly { readonly value?: unknown }[] } | null)[];
}
interface QueueItems {
  readonly items?: readonly (Parameters & { readonly id: number; readonly params?: string; readonly task?: { readonly url?: string } })[];
}
interface Builds {
  readonly builds?: readonly (Parameters & { readonly number: number; readonly queueId?: number })[];
}

/** How often nothing has to be seen before there is nothing, and how far apart. A request that a proxy still holds arrives after the first look. */
export interface Patience {
  readonly looks: number;
  readonly pause: number;
}
export const once: Patience = { looks: 1, pause: 1_000 };
export const briefly: Patience = { looks: 2, pause: 1_000 };
/** Before a request is sent again: proxies deliver seconds after they have given up. */
export const thoroughly: Patience = { looks: 6, pause: 2_000 };

/** Times that a look may be refused: what checks logins has its hiccups. */
const refusalsAtMost = 3;

/**
 * Looks for a delegation by the identifier in its parameter: in the queue, then among the builds.
 * @throws as `findAll`
 */
export async function find(identifier: string, searching: Searching, patience = briefly): Promise<JenkinsPlace | undefined> {
  const [place] = await findAll(identifier, searching, patience);
  return place;
}

/**
 * All that has the identifier, as soon as there is any but `ours`. The only place where parameters are fetched: nothing else tells whose a build is.
 * @throws {NobodyToAsk} it will never say: it shows no values, the job is gone; {NotCarriedOut} it does not say now
 */
export async function findAll(
  identifier: string,
  { job, controller, clock, signal }: Searching,
  { looks, pause }: Patience,
  ours?: JenkinsPlace,
): Promise<readonly JenkinsPlace[]> {
  const unsaid = (why: string, Failure = NotCarriedOut): NotCarriedOut =>
    new Failure(
      `${job.root} does not say whether it started ${identifier}: ${why}`,
      `See the queue and the builds of ${job.root}${job.path}`,
    );
  const bound = AbortSignal.any([signal, clock.deadline(search, unsaid(`no answer within ${search / 1000} s`))]);
  const parameters = 'actions[parameters[name,value]]';
  let refusals = 0;
  for (let seen = 0; seen < looks;) {
    try {
      // First the queue: what leaves it in between is found as a build.
      const queue = await controller.json<QueueItems>(`/queue/api/json?tree=items[id,params,task[url],${parameters}]`, bound);
      const items = queue.value?.items ?? [];
      const answer = await controller.json<Builds>(`${job.path}/api/json?tree=builds[number,queueId,${parameters}]{0,100}`, bound);
      const builds = answer.value?.builds ?? [];
      const found = [
        ...items.filter((one) => one.params?.includes(identifier) || has(one, identifier)).map(({ id }) => ({ item: id })),
        ...builds
          .filter((one) => has(one, identifier))
          .map(({ number, queueId }) => ({ build: number, ...(queueId !== undefined && { item: queueId }) })),
      ].filter((place) => ours === undefined || !isSame(place, ours));
      if (found.length > 0) return found;
      const itsItems = items.filter(({ task }) => task?.url === undefined || endsWithPath(task.url, job.path));
      if ([...itsItems, ...builds].some(hidesValues)) throw unsaid('the values of its parameters are hidden', NobodyToAsk);
      if (queue.status === 200 && answer.status === 200) seen++;
      else if (answer.status === 404) throw unsaid('the job is not there any more, or may not be seen', NobodyToAsk);
      else if ((answer.status === 401 || answer.status === 403) && ++refusals >= refusalsAtMost)
        throw unsaid(`it answered ${answer.status}`);
    } catch (error) {
      bound.throwIfAborted();
      if (error instanceof ForeignAnswer) {
        if (++refusals >= refusalsAtMost) throw unsaid(error.message);
      } else if (error instanceof NotCarriedOut) throw error;
    }
    if (seen < looks) await clock.sleep(pause, bound);
  }
  return [];
}

function has(one: Parameters, text: string): boolean {
  return valuesOf(one).some((value) => typeof value === 'string' && value.includes(text));
}

/** A password parameter has a name and no value. Beside one that can be read it is not what tells whose a build is. */
function hidesValues(one: Parameters): boolean {
  return valuesOf(one).includes(undefined) && !has(one, '"identifier"');
}

function valuesOf({ actions = [] }: Parameters): readonly unknown[] {
  return actions.flatMap((action) => action?.parameters?.map(({ value }) => value) ?? []);
}
