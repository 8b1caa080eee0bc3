import { conclusions, verdicts, type Conclusion, type Outcome, type Verdict } from '../documents/outcome.js';
import type { Bus } from '../eiffel/bus.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { Clock } from '../host/clock.js';
import { Cancelled, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Tracked, Tracker } from '../tracking/tracker.js';
import type { SubSuiteEnd } from './outcome.js';

export interface Followed {
  readonly name: string;
  /** The id that its TestSuiteStarted was told to have. */
  readonly id: string;
  /** The TestSuiteStarted of its suite. */
  readonly mainSuiteId: string;
  /** The run's ActivityTriggered: all that a test runner of 2021 points at. */
  readonly activityId: string;
}

export interface Limits {
  /** Milliseconds from the start request to the sub suite's TestSuiteStarted. */
  readonly start: number;
  /** Milliseconds from the start request to its TestSuiteFinished. */
  readonly result: number;
  /** Milliseconds for events that were still on their way when the delegation ended; none where the bus is in this process. */
  readonly late: number;
  /** Milliseconds that a cancelled delegation has to end. */
  readonly grace: number;
  /** Milliseconds that it has at most, whatever it wants, when the whole run is cancelled. */
  readonly cancelled: number;
}

/** A delegation that has told its result still has to go away before what it used is given back. */
const departure = 30_000;
/** The same where only the end of its activity tells: released test runners say it a second or two after the result. */
const farewell = 5_000;

/** A sub suite that is listened to; dispose of it when its end is known. */
export interface Following extends Disposable {
  /** Waits for the end of a delegation that was started. */
  end(tracker: Tracker | undefined, signal: AbortSignal): Promise<SubSuiteEnd>;
}

/**
 * Follows a sub suite by its events until its outcome is known (etos.md 4.3): TestSuiteStarted with CAUSE = main suite and the same name, then its
 * TestSuiteFinished. Call it before the request is sent: a short delegation may be over before its answer has been read. The tracker tells
 * what events cannot, that the delegation ended without a word. When the signal fires, or a limit passes, the delegation is cancelled and
 * has the grace to tell its result.
 */
export function follow(
  subSuite: Followed,
  { bus, clock, log, limits }: { readonly bus: Bus; readonly clock: Clock; readonly log: Log; readonly limits: Limits },
): Following {
  const { name } = subSuite;
  const [started, finished, left] = [deferred<string>(), deferred<Outcome>(), deferred<undefined>()];
  /** None of its test runners is left, and so long that nothing more will come. */
  const deserted = deferred<string>();
  const startedIds = new Set<string>();
  /** Results of suites that may yet turn out to be this one: several connections keep no common order. */
  const early = new Map<string, Outcome>();
  /** Of test runners that have not ended: there may be several, started again or twice. */
  const active = new Set<string>();
  let desertion = new AbortController();
  let outcome: Outcome | undefined;
  // The first result counts: a message bus may deliver twice, and a runner that was started again tells its story again.
  const tell = (told: Outcome | undefined): void => {
    if (outcome === undefined && told !== undefined) finished.resolve((outcome = told));
  };
  const subscription = bus.subscribe((event) => {
    if (isStartOf(subSuite, event)) {
      startedIds.add(event.meta.id);
      started.resolve(event.meta.id);
      tell(early.get(event.meta.id));
    }
    // Of activities without a place in the run, the bus has those alone that test runners began for it.
    if (event.meta.type === 'EiffelActivityTriggeredEvent' && event.data.name === name && event.links.length === 0) {
      active.add(event.meta.id);
      desertion.abort();
    }
    if (event.meta.type === 'EiffelActivityFinishedEvent' && event.links.filter(({ target }) => active.delete(target)).length > 0) {
      left.resolve(undefined);
      if (active.size > 0) return;
      desertion = new AbortController();
      clock.sleep(limits.late, desertion.signal).then(
        () => deserted.resolve(endOf(event)),
        () => undefined,
      );
    }
    const ended = finishedBy(event);
    if (ended === undefined) return;
    if (startedIds.has(ended)) tell(outcomeIn(event));
    else if (!early.has(ended)) early.set(ended, outcomeIn(event));
  });
  return {
    async end(tracker, signal) {
      const over = new AbortController();
      const atMost = (promise: Promise<unknown>, milliseconds: number): Promise<unknown> =>
        Promise.race([promise, clock.sleep(milliseconds, over.signal).catch(() => undefined)]);
      const gone = departureOf(tracker, over.signal);
      const stopped = stopReason(started.promise, signal, { clock, limits, over: over.signal });
      try {
        const first = await Promise.race([
          finished.promise.then(() => 'told'),
          gone.then(() => 'gone'),
          stopped.then(() => 'stopped'),
          // Where nobody else tells that the test runner has ended.
          ...(tracker ? [] : [deserted.promise.then(() => 'deserted')]),
        ]);
        if (first === 'told') {
          tracker?.soon?.();
          await (tracker ? atMost(gone, departure) : atMost(left.promise, active.size > 0 ? farewell : 0));
        }
        if (first === 'gone') await atMost(Promise.race([finished.promise, bus.caughtUp?.() ?? finished.promise]), limits.late);
        if (first === 'stopped' && tracker) {
          const most = signal.reason instanceof Cancelled ? limits.cancelled : Infinity;
          const grace = Math.min(tracker.grace ?? limits.grace, most);
          const ended = tracker.cancel(clock.deadline(grace, new Error(`it did not end within ${grace / 1000} s`))).then(
            () => gone,
            (error: unknown) => log.warning('delegation could not be cancelled', { subSuite: name, reason: messageOf(error) }),
          );
          await atMost(ended, grace);
        }
        if (outcome) return { name, outcome };
        return { name, lost: await (first === 'gone' ? gone : first === 'deserted' ? deserted.promise : stopped) };
      } finally {
        over.abort();
      }
    },
    [Symbol.dispose]() {
      subscription[Symbol.dispose]();
      desertion.abort();
    },
  };
}

/** Resolves with the reason when the delegation is over. Never, where nobody tells. */
async function departureOf(tracker: Tracker | undefined, signal: AbortSignal): Promise<string> {
  if (tracker) {
    for await (const tracked of tracker.follow(signal)) {
      if (tracked.state === 'ended' || tracked.state === 'lost') return reasonOf(tracked);
    }
  }
  return new Promise<string>(() => undefined);
}

/** Resolves when the run is stopped, or a limit has passed. */
function stopReason(
  started: Promise<unknown>,
  signal: AbortSignal,
  { clock, limits, over }: { readonly clock: Clock; readonly limits: Limits; readonly over: AbortSignal },
): Promise<string> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(messageOf(signal.reason));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    over.addEventListener('abort', () => signal.removeEventListener('abort', stop), { once: true });
    const startLimit = new AbortController();
    void started.then(() => startLimit.abort());
    const after = (milliseconds: number, sentence: string, until: AbortSignal): void =>
      void clock.sleep(milliseconds, until).then(
        () => resolve(sentence),
        () => undefined,
      );
    after(limits.start, `did not start within ${limits.start / 1000}s`, AbortSignal.any([over, startLimit.signal]));
    after(limits.result, `gave no result within ${limits.result / 1000}s`, over);
  });
}

function reasonOf(tracked: Extract<Tracked, { state: 'ended' | 'lost' }>): string {
  if (tracked.state === 'lost') return `lost: ${tracked.reason}`;
  const code = tracked.code === undefined ? '' : ` with exit code ${tracked.code}`;
  return tracked.reason ?? `the test runner ended${code} and told no result`;
}

/** Whether an event is the start of a sub suite (etos.md 6.9): by its id; else by its name and what it points at. */
export function isStartOf({ id, name, mainSuiteId, activityId }: Followed, { meta, data, links }: EiffelEvent): boolean {
  if (meta.type !== 'EiffelTestSuiteStartedEvent') return false;
  if (meta.id === id) return true;
  if (data.name !== name) return false;
  const causes = links.filter(({ type }) => type === 'CAUSE');
  if (causes.length > 0) return causes.some(({ target }) => target === mainSuiteId);
  return links.some(({ type, target }) => type === 'CONTEXT' && target === activityId);
}

/** The suite that the event ends, if it ends one. */
function finishedBy({ meta, links }: EiffelEvent): string | undefined {
  return meta.type === 'EiffelTestSuiteFinishedEvent' ? links.find(({ type }) => type === 'TEST_SUITE_EXECUTION')?.target : undefined;
}

/** How a test runner says that it has ended. */
function endOf({ data }: EiffelEvent): string {
  const { conclusion, description } = (data.outcome ?? {}) as { readonly conclusion?: unknown; readonly description?: unknown };
  const why = typeof description === 'string' && description !== '' ? `: ${description.replace(/\.$/, '')}` : '';
  return `the test runner ended${typeof conclusion === 'string' ? ` ${conclusion}` : ''} and told no result${why}`;
}

/** All of it may be missing (eiffel.md 3.9); what is no success then is none for the suite, either (etos.md 4.6). */
function outcomeIn({ data }: EiffelEvent): Outcome {
  const { verdict, conclusion, description } = (data.outcome ?? {}) as {
    readonly verdict?: unknown;
    readonly conclusion?: unknown;
    readonly description?: unknown;
  };
  const missing = data.outcome === undefined ? 'The test runner told no outcome.' : 'The test runner gave no description.';
  return {
    verdict: verdicts.includes(verdict as Verdict) ? (verdict as Verdict) : 'INCONCLUSIVE',
    conclusion: conclusions.includes(conclusion as Conclusion) ? (conclusion as Conclusion) : 'INCONCLUSIVE',
    description: typeof description === 'string' && description !== '' ? description : missing,
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
