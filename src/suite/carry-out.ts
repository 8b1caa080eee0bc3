import { randomUUID } from 'node:crypto';
import type { Outcome } from '../documents/outcome.js';
import type { Recipe } from '../documents/recipe.js';
import { printSubSuite } from '../documents/sub-suite.js';
import type { Bus } from '../eiffel/bus.js';
import type { Acquired } from '../environment/acquired.js';
import type { Environment, SuiteEnvironments } from '../environment/environment.js';
import { loginOf } from '../environment/login.js';
import type { Clock } from '../host/clock.js';
import { Cancelled, EtosError, InvalidInput, messageOf, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Journal } from '../journal/journal.js';
import { isObject, textOf, type JsonObject } from '../json/value.js';
import { Doubtful, Refused, type RemoteSpace, type Tracker, type TrackerOf } from '../tracking/tracker.js';
import type { Announcer, SuiteAnnouncer } from './announce.js';
import { follow, type Limits } from './follow.js';
import { outcomeOf, outcomeOfNothing, type SubSuiteEnd } from './outcome.js';
import type { PlannedSuite } from './plan.js';
import type { Group, Share } from './split.js';
import { leftOf, type Splitter } from './splitter.js';
import { start, takenBack } from './start.js';

/** How a suite ended. Recipes that never reached a test runner are told, so that no report forgets them. */
export interface SuiteEnd {
  /** Its TestSuiteStarted. */
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly notRun: readonly Recipe[];
  /** Why it could not be carried out in full, where it could not. */
  readonly problem?: string;
  /** The problem is an input that is wrong, found before anything was taken or started. */
  readonly badInput?: boolean;
}

/** A sub suite that has its environment and is about to be started. */
export interface ReadySubSuite {
  readonly suite: string;
  /** The TestSuiteStarted of its suite. */
  readonly mainSuiteId: string;
  readonly name: string;
  readonly id: string;
  readonly testRunner: string;
  readonly recipes: readonly Recipe[];
  readonly environment: Environment;
  readonly document: JsonObject;
}

/** A sub suite whose document can be fetched. */
export interface PlacedSubSuite {
  /** Where. */
  readonly uri: string;
  /** As it is started: its instructions say the place. */
  readonly subSuite: ReadySubSuite;
}

export interface CarryingOut {
  readonly runId: string;
  /** The ArtifactCreated of the item under test. */
  readonly artifactId: string;
  readonly environments: SuiteEnvironments;
  readonly splitter: Splitter;
  readonly announcer: Announcer;
  readonly bus: Bus;
  /** Makes the document available to the test runner. @throws the signal's reason */
  readonly place: (subSuite: ReadySubSuite, waiting: { readonly signal: AbortSignal }) => Promise<PlacedSubSuite>;
  /** Called when a sub suite has ended and what it used was given back. */
  readonly ended: (subSuite: ReadySubSuite, end: SubSuiteEnd) => void;
  readonly trackerOf: TrackerOf;
  /** Where delegations may be started beside the run's own server. */
  readonly spaces: readonly RemoteSpace[];
  readonly limits: Limits;
  readonly journal: Journal;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Milliseconds that giving back may take when the run was cancelled: GitHub kills 10 s after a cancel (toolchain.md 9). */
const releaseWhenCancelled = 3_000;
const release = 60_000;
/** Milliseconds to end what may have been started without an answer. */
const takeBack = 15_000;

/**
 * Carries out one suite (etos.md 4.3, steps 5 to 9): takes environments until every test runner is served, starts each sub suite as soon as it has
 * its own, gives back what a sub suite used as soon as it is done. Always ends with TestSuiteFinished; a failure is an outcome, not an exception.
 */
export async function carryOut(suite: PlannedSuite, carrying: CarryingOut): Promise<SuiteEnd> {
  const { announcer, environments, log, signal } = carrying;
  const announced = await announcer.suiteStarted(suite.name);
  const recipes = suite.groups.flatMap((group) => group.recipes);
  if (recipes.length === 0) {
    const outcome = outcomeOfNothing(suite.name);
    await announced.finished(outcome);
    return { id: announced.id, name: suite.name, outcome, notRun: [] };
  }
  const sub = new SubSuites(suite, announced, carrying);
  let problem: Parameters<typeof outcomeOf>[1];
  let badInput = false;
  try {
    await announced.checkoutStarted();
    await sub.startAll();
    await announced.checkoutFinished();
  } catch (error) {
    if (!(error instanceof EtosError) && !signal.aborted)
      log.error('unexpected failure', { suite: suite.name, stack: (error as Error).stack ?? String(error) });
    problem = { reason: withRemedy(error), conclusion: error instanceof Cancelled ? 'ABORTED' : signal.aborted ? 'TIMED_OUT' : 'FAILED' };
    badInput = error instanceof InvalidInput && sub.nothingStarted() && environments.untouched();
    await announced.checkoutFinished(problem.reason);
  }
  const ends = await sub.ends();
  if (signal.aborted)
    problem ??= { reason: messageOf(signal.reason), conclusion: signal.reason instanceof Cancelled ? 'ABORTED' : 'TIMED_OUT' };
  const outcome = outcomeOf(ends, problem);
  await announced.finished(outcome);
  return { id: announced.id, name: suite.name, outcome, notRun: sub.notStarted(), ...(problem && { problem: problem.reason, badInput }) };
}

/** What is wrong and what to do about it, in one text: who reads a report sees no hint beside it. */
function withRemedy(error: unknown): string {
  return error instanceof EtosError && error.hint !== '' ? `${messageOf(error)}. ${error.hint}` : messageOf(error);
}

/** The sub suites of one suite: started as environments become available, followed side by side. */
class SubSuites {
  private readonly running = new Set<Promise<SubSuiteEnd>>();
  private readonly finished: SubSuiteEnd[] = [];
  private readonly started = new Set<Recipe>();
  private counter = 0;

  constructor(
    private readonly suite: PlannedSuite,
    private readonly announced: SuiteAnnouncer,
    private readonly carrying: CarryingOut,
  ) {}

  async startAll(): Promise<void> {
    for (let groups: readonly Group[] = this.suite.groups; groups.length > 0;) {
      const iuts = await this.takeIuts(
        Math.min(
          Math.max(1, this.suite.maximumIuts - this.running.size),
          groups.reduce((sum, { recipes }) => sum + recipes.length, 0),
        ),
      );
      const shares = this.carrying.splitter(groups, iuts);
      // An IUT that nobody needs goes back at once.
      await this.giveBack(iuts.filter((iut) => !shares.some((share) => share.iut === iut)));
      const named = shares.map((share) => ({ share, name: `${this.suite.name}_SubSuite_${this.counter++}` }));
      await settleAll(named.map(({ share, name }) => this.startOne(share, name)));
      groups = leftOf(groups, shares);
      // A test runner that had IUTs and still has recipes left goes on when one of them is free again.
      const goesOn = groups.some(({ testRunner }) => shares.some((share) => share.testRunner === testRunner));
      if (goesOn && this.running.size > 0) await Promise.race(this.running);
    }
  }

  /** The ends of all that were started, when the last of them has ended. */
  async ends(): Promise<readonly SubSuiteEnd[]> {
    while (this.running.size > 0) await Promise.all(this.running);
    return this.finished;
  }

  nothingStarted(): boolean {
    return this.started.size === 0;
  }

  notStarted(): readonly Recipe[] {
    return this.suite.groups.flatMap(({ recipes }) => recipes).filter((recipe) => !this.started.has(recipe));
  }

  /** IUTs for the groups that have none. While our own sub suites hold some, running out is no failure: one of them will give its own back. */
  private async takeIuts(maximum: number): Promise<readonly Acquired[]> {
    const { environments, signal, log } = this.carrying;
    for (;;) {
      try {
        return await environments.iuts(maximum, { signal, checkouts: this.announced.checkouts });
      } catch (error) {
        if (this.running.size === 0 || signal.aborted || !(error instanceof NotCarriedOut)) throw error;
        log.info('waiting for a sub suite to give its IUT back', { suite: this.suite.name, reason: error.message });
        await Promise.race(this.running);
      }
    }
  }

  private async startOne(share: Share<Acquired>, name: string): Promise<void> {
    const { environments, signal } = this.carrying;
    const id = randomUUID();
    let environment: Environment;
    try {
      environment = await environments.complete(
        share.iut,
        { name, subSuiteId: id, priority: this.suite.priority, testRunner: share.testRunner, recipes: share.recipes },
        { signal, checkouts: this.announced.checkouts },
      );
    } catch (error) {
      await this.giveBack([share.iut]);
      throw error;
    }
    share.recipes.forEach((recipe) => this.started.add(recipe));
    const running = this.runOne(this.ready(share, { name, id, environment })).then((end) => {
      this.finished.push(end);
      this.running.delete(running);
      return end;
    });
    this.running.add(running);
  }

  private async runOne(subSuite: ReadySubSuite): Promise<SubSuiteEnd> {
    const { iut, logArea, executor } = subSuite.environment;
    const end = await this.runReady(subSuite);
    await this.giveBack([iut, logArea, executor]);
    this.carrying.ended(subSuite, end);
    return end;
  }

  private async runReady(subSuite: ReadySubSuite): Promise<SubSuiteEnd> {
    const { bus, clock, log, limits, place, signal } = this.carrying;
    const { name, id, environment } = subSuite;
    try {
      using following = follow(
        { name, id, mainSuiteId: this.announced.id, activityId: this.carrying.announcer.activityId },
        { bus, clock, log, limits },
      );
      const placed = await place(subSuite, { signal });
      await this.announced.environmentDefined({ id: environment.id, name, uri: placed.uri });
      const begun = await this.begin(placed.subSuite);
      const end = await following.end(begun.tracker, signal);
      await begun.ended();
      return end;
    } catch (error) {
      return { name, lost: signal.aborted ? messageOf(signal.reason) : `failed to start: ${withRemedy(error)}` };
    }
  }

  private ready(
    { testRunner, recipes, iut }: Share<Acquired>,
    { name, id, environment }: Pick<ReadySubSuite, 'name' | 'id' | 'environment'>,
  ): ReadySubSuite {
    const { runId, artifactId, announcer } = this.carrying;
    const document = printSubSuite({
      name,
      suiteId: runId,
      subSuiteId: id,
      testSuiteStartedId: this.announced.id,
      priority: this.suite.priority,
      recipes,
      testRunner,
      iut: iut.item,
      artifact: artifactId,
      context: announcer.activityId,
      executor: environment.executor.item,
      logArea: environment.logArea.item,
    });
    return { suite: this.suite.name, mainSuiteId: this.announced.id, name, id, testRunner, recipes, environment, document };
  }

  /** Sends the start request, written down before and crossed out when the delegation has ended. */
  private async begin({
    name,
    environment,
  }: ReadySubSuite): Promise<{ readonly tracker: Tracker | undefined; readonly ended: () => Promise<void> }> {
    const { journal, http, trackerOf, spaces, log, signal } = this.carrying;
    signal.throwIfAborted();
    const request = environment.executor.item.get('request');
    if (!isObject(request)) {
      throw new NotCarriedOut(
        `execution space provider "${environment.executor.provider.id}" gave an item without "request"`,
        'The request is what starts the test runner (docs/providers.md)',
      );
    }
    const entry = await journal.begin({
      kind: 'delegation',
      subSuite: name,
      identifier: environment.identifier,
      url: textOf(request.get('url')),
      login: loginOf(environment.executor.provider),
    });
    const { identifier } = environment;
    const moved = (location: string): void =>
      void journal.amend(entry, { location }).catch((error: unknown) => log.warning(messageOf(error), { subSuite: name }));
    const { location, tracker } = await start(request, { identifier, moved, trackerOf, spaces, http, signal }).catch(
      async (error: unknown) => {
        if (error instanceof Refused || (await this.isTakenBack(request, identifier, error))) await journal.crossOut(entry);
        throw error;
      },
    );
    await journal.amend(entry, { location: location ?? null });
    // What may still run elsewhere stays for release.
    return { tracker, ended: async () => (tracker?.over?.() === false ? undefined : journal.crossOut(entry)) };
  }

  /**
   * Whether nothing runs of a delegation whose start request has no answer: because it was ended, or because nobody knows it, unless it may yet arrive.
   * Else it stays for release.
   */
  private async isTakenBack(request: JsonObject, identifier: string, error: unknown): Promise<boolean> {
    const { spaces, clock, log, limits, signal } = this.carrying;
    const limit = signal.reason instanceof Cancelled ? Math.min(limits.cancelled, takeBack) : takeBack;
    const bound = clock.deadline(limit, new Error(`it could not be found and ended within ${limit / 1000} s`));
    const unknown = !(error instanceof Doubtful);
    return await takenBack(request, { identifier, spaces, unknown, signal: bound }).catch((failure: unknown) => {
      log.warning('a delegation whose start was not answered may run', { identifier, reason: messageOf(failure) });
      return false;
    });
  }

  /** Gives back with a deadline of its own: the run's signal may have fired. What is refused stays in the journal and is told. */
  private async giveBack(items: readonly Acquired[]): Promise<void> {
    const { environments, clock, log, signal } = this.carrying;
    if (items.length === 0) return;
    const limit = signal.aborted ? releaseWhenCancelled : release;
    const bound = clock.deadline(limit, new Error(`check-in took longer than ${limit / 1000} s`));
    await environments.release(items, { signal: bound }).catch((error: unknown) => log.warning(messageOf(error)));
  }
}

/** Waits for all, then throws the first failure: what the others began must not be left alone. */
async function settleAll(promises: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(promises)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
