import { messageOf, InvalidInput, NotCarriedOut } from '../host/errors.js';
import type { Clock } from '../host/clock.js';
import { NoAnswer, type HttpAnswer } from '../http/client.js';
import { printUrl } from '../http/url.js';
import { neverLeft } from '../http/never-left.js';
import { noEntry, type Asking, type Deployment } from './deployment.js';
import { detailIn } from './detail.js';
import type { Generation } from './generation.js';

/** What a deployment is asked to carry out. Providers are names or addresses that the deployment knows. */
export interface Request {
  /** The address from which the deployment downloads the collection. */
  readonly collection: string;
  /** The item under test: by its identity, or by the id of its ArtifactCreated. */
  readonly item: { readonly identity: string } | { readonly id: string };
  /** The activity of the CI build that this is a part of. */
  readonly parentActivity?: string;
  /** An object for all suites, or a list with one for each. */
  readonly dataset: unknown;
  readonly iutProvider: string;
  readonly executionSpaceProvider: string;
  readonly logAreaProvider: string;
  /** Milliseconds for the whole run. */
  readonly timeout?: number;
  /** The members of a W3C baggage header that the run belongs to. */
  readonly baggage?: string;
}

/** A run that a deployment has begun. */
export interface Testrun {
  /** The id of its recipe collection event, by which it is followed and aborted. */
  readonly id: string;
  /** The address of the deployment's event repository; undefined when it told none. */
  readonly eventRepository: string | undefined;
}

const paths: Readonly<Record<Generation, string>> = { v0: '/api/etos', v1alpha: '/api/v1alpha/testrun', '2021': '/etos' };

/** Where a generation starts runs, and below it aborts them (etos.md 2.1). */
export function pathOf(generation: Generation): string {
  return paths[generation];
}

/** Milliseconds for the answer: the API downloads the collection, waits up to 30 s for the artifact and looks for images before it answers (etos.md 2.3). */
const patience: Readonly<Record<Generation, number>> = { v0: 180_000, v1alpha: 180_000, '2021': 600_000 };
/** Milliseconds in which a connection is tried for again, and between the tries. */
const [within, pause] = [15_500, 1_000];

/**
 * Asks a deployment for a run (etos.md 1.2). It is asked once: whether a request took effect whose answer was lost nobody can tell, so only what never
 * left is sent again.
 * @throws {InvalidInput} the deployment refuses what it was given; {NotCarriedOut} it could not start it, or does not answer
 */
export async function startTestrun(
  deployment: Deployment,
  request: Request,
  { http, clock, signal }: Asking & { readonly clock: Clock },
): Promise<Testrun> {
  const { url, generation, login } = deployment;
  const answer = await untilItLeft(
    () =>
      http.request({
        method: 'POST',
        url: url + pathOf(generation),
        headers: { ...login.headers, 'content-type': 'application/json', accept: 'application/json', baggage: baggageOf(request) },
        body: JSON.stringify(bodyOf(request, generation)),
        redirects: false,
        once: true,
        limit: patience[generation],
        sayWhenSlow: true,
        signal,
      }),
    { clock, signal },
  ).catch((error: unknown) => {
    signal.throwIfAborted();
    if (!(error instanceof NoAnswer)) throw error;
    const unsure = neverLeft(error) ? '' : '; whether it has started the run is not known';
    throw new NotCarriedOut(
      `the ETOS deployment at ${url} gave no answer to the request for a run: ${messageOf(error)}${unsure}`,
      'See what runs there before you try again',
      {
        cause: error,
      },
    );
  });
  const text = await answer.text(mebibyte);
  if (answer.status < 200 || answer.status > 299) throw refused(deployment, answer, text);
  return testrunIn(text, url);
}

const mebibyte = 1024 * 1024;

async function untilItLeft(
  send: () => Promise<HttpAnswer>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<HttpAnswer> {
  for (const until = clock.now() + within; ; await clock.sleep(pause, signal)) {
    try {
      return await send();
    } catch (error) {
      const hopeless = !(error instanceof NoAnswer) || error.lasting || !neverLeft(error);
      if (hopeless || signal.aborted || clock.now() + pause > until) throw error;
    }
  }
}

/** Every key that the generation's own client sends, in its order (etos.md 1.2): the API wants some of them even where they say nothing. */
export function bodyOf(request: Request, generation: Generation): object {
  const { item, collection, dataset, executionSpaceProvider, iutProvider, logAreaProvider, parentActivity, timeout } = request;
  if (generation === '2021')
    return {
      dataset,
      iut_provider: iutProvider,
      execution_space_provider: executionSpaceProvider,
      log_area_provider: logAreaProvider,
      test_suite_url: collection,
      ...('id' in item ? { artifact_id: item.id } : { artifact_identity: item.identity }),
    };
  // The operator has a default of its own, which is not necessarily called so.
  const provider = (name: string): string | null => (generation === 'v1alpha' && name === 'default' ? null : name);
  return {
    artifact_id: 'id' in item ? item.id : null,
    artifact_identity: 'identity' in item ? item.identity : null,
    parent_activity: parentActivity ?? null,
    test_suite_url: collection,
    dataset,
    execution_space_provider: provider(executionSpaceProvider),
    iut_provider: provider(iutProvider),
    log_area_provider: provider(logAreaProvider),
    ...(generation === 'v1alpha' && { timeout: timeout === undefined ? null : Math.ceil(timeout / 1000) }),
  };
}

// W3C limits, beyond which the released client sends none.
const [mostBytes, mostMembers] = [8_192, 64];

function baggageOf({ baggage = '', parentActivity = 'None' }: Request): string {
  const own = [`correlation_id=${crypto.randomUUID()}`, `parent_activity=${parentActivity}`];
  const members = [
    ...baggage
      .split(',')
      .map((member) => member.trim())
      .filter((member) => /^[!-~]+(?: [!-~]+)*$/.test(member)),
    ...own,
  ];
  const text = members.join(',');
  return members.length > mostMembers || text.length > mostBytes ? own.join(',') : text;
}

function refused({ url, generation }: Deployment, { status, reason, headers }: HttpAnswer, text: string): Error {
  const said = detailIn(text);
  const what = `${status} ${reason}`.trimEnd() + (said === undefined ? '' : `: ${said}`);
  if (status === 401 || status === 403) return noEntry(url, status, text);
  // As the framework says it, which knows no such route, or only others at it.
  if ((status === 404 || status === 405) && [undefined, 'Not Found', 'Method Not Allowed'].includes(said))
    return new InvalidInput(
      `the ETOS deployment at ${url} does not speak ${generation}: it has no ${pathOf(generation)}`,
      'Try another --cluster-api',
    );
  if (status >= 300 && status < 400 && typeof headers.location === 'string' && URL.canParse(headers.location, url))
    return new InvalidInput(
      `the ETOS deployment at ${url} sends the request for a run elsewhere: ${what}, to ${printUrl(new URL(headers.location, url))}`,
      'Give --cluster the address of the deployment to which it leads',
    );
  if (status >= 400 && status < 500)
    return new InvalidInput(
      `the ETOS deployment at ${url} refuses the run: ${what}`,
      said === undefined ? 'See the logs of its API' : 'Collection, identity, providers and dataset must be known to the deployment',
    );
  return new NotCarriedOut(`the ETOS deployment at ${url} could not start the run: ${what}`, 'See the logs of its API, or try again later');
}

function testrunIn(text: string, url: string): Testrun {
  let answer: Readonly<Record<string, unknown>> = {};
  try {
    answer = (JSON.parse(text) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    // Said below.
  }
  const { tercc: id, event_repository: repository } = answer;
  if (typeof id !== 'string' || !isUuid(id))
    throw new NotCarriedOut(
      `the ETOS deployment at ${url} does not say which run it has started: ${JSON.stringify(text.slice(0, 200))}`,
      'Is that the address of an ETOS API? A run may have been started there: it can be seen in its logs',
    );
  return { id, eventRepository: typeof repository === 'string' && /^https?:\/\//i.test(repository) ? repository : undefined };
}

/** Ids of others become parts of addresses and of questions: nothing but a UUID does. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
