// A run in an ETOS deployment that is there: started, followed, its files fetched, ended when it is not wanted any more. In: where the deployment is and
// what it shall carry out. Out: what was seen of the run, and how it ended. What people see of it, the reports and the run's directory belong to `run`.

import type { Clock } from '../host/clock.js';
import { Cancelled, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Journal } from '../journal/journal.js';
import { abortTestrun, type Aborted } from './abort.js';
import type { Deployment } from './deployment.js';
import { Downloads, type Downloaded } from './downloads.js';
import { testrunFact } from './fact.js';
import { followTestrun, type TestrunEnd } from './follow.js';
import type { Message } from './messages.js';
import { startTestrun, type Request, type Testrun } from './start.js';
import { Watch, type SeenSuite, type Sight } from './watch.js';

/** What became of a run. */
export interface CarriedOut {
  readonly testrun: Testrun;
  /** What was seen, in the order of their start. */
  readonly suites: readonly SeenSuite[];
  readonly files: readonly Downloaded[];
  /** A sentence for each file that could not be had. */
  readonly missing: readonly string[];
  readonly end:
    | TestrunEnd
    /** It was not followed to its end: somebody cancelled it, its time was over, or it was lost sight of; and what the deployment says to that. */
    | { readonly kind: 'stopped'; readonly by: 'cancel' | 'time' | 'loss'; readonly reason: unknown; readonly aborted: Aborted };
}

export interface CarryingOut {
  readonly reportDirectory: string;
  readonly artifactDirectory: string;
  readonly journal: Journal;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Milliseconds for the deployment to confirm that a run is ended. */
  readonly grace: number;
  readonly onStarted: (testrun: Testrun) => void;
  readonly onSight: (sight: Sight) => void;
  readonly onMessage: (message: Extract<Message, { readonly kind: 'message' }>) => void;
}

/**
 * Carries a collection out in a deployment. A verdict, a cancel, and that the deployment loses its run are results.
 * @throws {InvalidInput} the deployment refuses the request; {NotCarriedOut} it could not start it; the signal's reason before it was asked
 */
export async function carryOutThere(deployment: Deployment, request: Request, parts: CarryingOut): Promise<CarriedOut> {
  const { journal, http, clock, log, signal, grace } = parts;
  signal.throwIfAborted();
  // On disk before the request leaves; what it is called there is known with the answer.
  const entry = await journal.begin(testrunFact(deployment, request, clock));
  // A cancel does not break the request off: without its answer nobody could end what it started.
  using patience = graceAfter(signal, grace, clock);
  const testrun = await startTestrun(deployment, request, { http, clock, signal: patience.signal }).catch(async (error: unknown) => {
    await journal.crossOut(entry);
    throw error;
  });
  const named = await journal.amend(entry, { ...testrun });
  parts.onStarted(testrun);
  const { eventRepository: repository } = testrun;
  const watch = repository === undefined ? undefined : new Watch(repository, testrun.id, { ...parts, deployment });
  const downloads = new Downloads({ ...parts, deployment });
  const onMessage = (message: Message): void => {
    if (message.kind === 'file') downloads.add(message.file);
    else if (message.kind === 'message') parts.onMessage(message);
  };
  const seen = (): Pick<CarriedOut, 'testrun' | 'suites' | 'files' | 'missing'> => {
    const suites = watch?.suites ?? [];
    return { testrun, suites, files: downloads.done, missing: downloads.failures };
  };
  let isOver = false;
  try {
    const end = await followTestrun(deployment, testrun.id, { http, clock, log, signal, watch, onMessage });
    isOver = end.kind !== 'untold';
    // Deployments that tell of no files name them in their events; where they do, events may also name what cannot be had from here (etos.md 1.4).
    if (watch) filesIn(watch.suites).forEach((file) => downloads.add(file, deployment.generation === '2021'));
    await downloads.settled();
    signal.throwIfAborted();
    await journal.crossOut(named);
    return { ...seen(), end };
  } catch (error) {
    // What is not followed any more must not go on there.
    if (!signal.aborted && !(error instanceof NotCarriedOut)) throw error;
    const late = clock.deadline(grace, new Error(`the deployment did not confirm it within ${grace / 1000} s`));
    const over = new AbortController();
    const looked = (isOver ? undefined : watch)?.look(late).then(
      () => watch?.end && over.abort(),
      () => undefined,
    );
    // What is over, and has files left to fetch, needs no end.
    const aborted: Aborted = isOver
      ? { state: 'confirmed' }
      : await abortTestrun(deployment, testrun.id, { http, clock, signal: late, over: over.signal });
    await Promise.all([looked, downloads.stop()]);
    if (aborted.state === 'confirmed' || aborted.state === 'impossible' || watch?.end) await journal.crossOut(named);
    const [by, reason] = signal.aborted
      ? ([signal.reason instanceof Cancelled ? 'cancel' : 'time', signal.reason as unknown] as const)
      : (['loss', error] as const);
    return { ...seen(), end: { kind: 'stopped', by, reason, aborted: watch?.end ? { state: 'confirmed' } : aborted } };
  }
}

function filesIn(suites: readonly SeenSuite[]): readonly Parameters<Downloads['add']>[0][] {
  return suites.flatMap(({ subSuites, logs }) => [
    ...logs.map(({ name, uri: url }) => ({
      kind: 'log' as const,
      url,
      name: name || fileNameOf(url),
      directory: undefined,
      checksums: {},
    })),
    ...subSuites.flatMap((subSuite) =>
      subSuite.logs.map(({ name, uri: url }) => ({
        kind: 'log' as const,
        url,
        name: name || fileNameOf(url),
        directory: subSuite.name,
        checksums: {},
      })),
    ),
  ]);
}

function fileNameOf(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}

/** Fires so many milliseconds after a signal, with its reason. */
function graceAfter(signal: AbortSignal, grace: number, clock: Clock): Disposable & { readonly signal: AbortSignal } {
  const late = new AbortController();
  const count = (): void => {
    clock.deadline(grace, signal.reason as Error).addEventListener('abort', () => late.abort(signal.reason), { once: true });
  };
  if (signal.aborted) count();
  else signal.addEventListener('abort', count, { once: true });
  return { signal: late.signal, [Symbol.dispose]: () => signal.removeEventListener('abort', count) };
}
