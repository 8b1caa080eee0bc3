import { randomUUID } from 'node:crypto';
import { encodePart, parseIdentity } from '../documents/identity.js';
import type { Conclusion, Outcome, Verdict } from '../documents/outcome.js';
import type { TestCase } from '../documents/recipe.js';
import type { SubSuite } from '../documents/sub-suite.js';
import { createBuilder, type Build } from '../eiffel/build.js';
import type { Publisher } from '../eiffel/bus.js';
import { idPattern, type Edition } from '../eiffel/catalogue.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { Clock } from '../host/clock.js';
import type { Uploaded } from '../log-area/upload.js';

/** What became of a test case; a description where there is something to say. */
export interface TestCaseOutcome {
  readonly verdict: Verdict;
  readonly conclusion: Conclusion;
  readonly description?: string;
}

export interface Announcing {
  readonly publisher: Publisher;
  readonly clock: Clock;
  /** Where the events come from, for their `meta.source`. */
  readonly host: string;
  /** Which versions of the events. */
  readonly edition: Edition;
  /** EnvironmentDefined of this sub suite: what a skipped test case points at. */
  readonly environmentId?: string | undefined;
  /** Ends waiting for the bus; later than the signal that ends recipes. */
  readonly signal: AbortSignal;
}

// With more events than this under way, whoever makes them waits.
const underWayAtMost = 100;

/**
 * The events of one sub suite, in the order in which its methods are called (etos.md 6.9). A method gives the id of the event at once; whether the bus
 * has taken it is what `settled` tells.
 */
export class Announcements {
  /** The id of the TestSuiteStarted, which all else points at. */
  readonly testSuite: string;
  private activity = '';
  private readonly build: Build;
  private readonly underWay = new Set<Promise<void>>();
  private failure: { readonly reason: unknown } | undefined;

  constructor(
    private readonly subSuite: SubSuite,
    private readonly parts: Announcing,
  ) {
    this.testSuite = subSuite.subSuiteId ?? randomUUID();
    this.build = createBuilder({ source: { name: 'ETOS Test Runner', host: parts.host }, clock: parts.clock, edition: parts.edition });
  }

  activityStarted(): void {
    this.activity = this.publish(this.build('ActivityTriggered', { name: this.subSuite.name }, {}));
    this.publish(this.build('ActivityStarted', {}, { activityExecution: this.activity }));
  }

  testSuiteStarted(): void {
    const { name, logArea, context, testSuiteStartedId } = this.subSuite;
    const data = {
      name,
      categories: ['Regression test_suite', 'Sub suite', ...nameOfIut(this.subSuite)],
      types: ['FUNCTIONAL'] as const,
      liveLogs: [{ name: 'console', uri: logArea.livelogs }],
    };
    this.publish(this.build('TestSuiteStarted', data, { context, cause: testSuiteStartedId }, this.testSuite));
  }

  environmentDefined(name: string, host: string): void {
    this.publish(this.build('EnvironmentDefined', { name, host: { name: host, user: 'etos' } }, { context: this.testSuite }));
  }

  /** @param recipeId of the recipe that the test case is, or whose output told of it */
  testCaseTriggered({ id, tracker, version, uri }: Pick<TestCase, 'id'> & Partial<TestCase>, recipeId?: string): string {
    const data = {
      testCase: { id, ...(tracker && { tracker }), ...(version && { version }), ...(uri && { uri }) },
      // Collections may have any UUID, events only lower-case ones of version 1 to 5.
      recipeId: recipeId !== undefined && idPattern.test(recipeId) ? recipeId : undefined,
    };
    return this.publish(this.build('TestCaseTriggered', data, { context: this.testSuite, iut: this.subSuite.artifact }));
  }

  testCaseStarted(triggered: string): void {
    this.publish(this.build('TestCaseStarted', {}, { context: this.testSuite, testCaseExecution: triggered }));
  }

  testCaseFinished(
    triggered: string,
    outcome: TestCaseOutcome,
    {
      duration,
      logs = [],
      skipped = false,
    }: { readonly duration?: number; readonly logs?: readonly Uploaded[]; readonly skipped?: boolean },
  ): void {
    const metrics = duration === undefined ? undefined : [{ name: 'duration_ms', value: Math.round(duration) }];
    const there = persistent(logs);
    const data = { outcome: { ...outcome, ...(metrics && { metrics }) }, persistentLogs: there.length > 0 ? there : undefined };
    const environment = skipped ? this.parts.environmentId : undefined;
    this.publish(this.build('TestCaseFinished', data, { context: this.testSuite, environment, testCaseExecution: triggered }));
  }

  /** @param testCaseId of the recipe that made the files; none for those of the whole sub suite */
  artifactCreated(files: readonly string[], testCaseId?: string): string {
    const path = [this.subSuite.name.replaceAll(' ', '-'), ...(testCaseId === undefined ? [] : [testCaseId])];
    const data = { identity: `pkg:etos-test-output/${path.map(encodePart).join('/')}`, fileInformation: files.map((name) => ({ name })) };
    return this.publish(this.build('ArtifactCreated', data, { context: this.subSuite.context, cause: this.testSuite }));
  }

  artifactPublished(created: string, uri: string): void {
    const { context, logArea } = this.subSuite;
    this.publish(this.build('ArtifactPublished', { locations: [{ uri, type: logArea.type }] }, { context, artifact: created }));
  }

  testSuiteFinished(outcome: Outcome, logs: readonly Uploaded[]): void {
    const data = { outcome, persistentLogs: persistent(logs) };
    this.publish(this.build('TestSuiteFinished', data, { context: this.subSuite.context, testSuiteExecution: this.testSuite }));
  }

  activityFinished(outcome: { readonly conclusion: Conclusion; readonly description?: string }): void {
    this.publish(this.build('ActivityFinished', { outcome }, { activityExecution: this.activity }));
  }

  /** Waits while many events are under way. */
  keepUp(): Promise<void> | void {
    return this.underWay.size > underWayAtMost ? this.settled() : undefined;
  }

  /** Resolves when the bus has every event so far. @throws what the bus threw first; the signal's reason */
  async settled(signal = this.parts.signal): Promise<void> {
    let giveUp = (): void => undefined;
    const late = new Promise<void>((resolve) => (giveUp = resolve));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    await Promise.race([Promise.all(this.underWay), late]);
    signal.removeEventListener('abort', giveUp);
    if (this.failure) throw this.failure.reason;
    signal.throwIfAborted();
  }

  private publish(event: EiffelEvent): string {
    const sent: Promise<void> = this.parts.publisher
      .publish(event)
      .catch((reason: unknown) => {
        this.failure ??= { reason };
      })
      .finally(() => this.underWay.delete(sent));
    this.underWay.add(sent);
    return event.meta.id;
  }
}

function persistent(logs: readonly Uploaded[]): readonly { readonly name: string; readonly uri: string }[] {
  return logs.flatMap((log) => (log.state === 'there' ? [{ name: log.name, uri: log.uri }] : []));
}

function nameOfIut({ iut }: SubSuite): readonly string[] {
  const identity = iut.get('identity');
  try {
    return typeof identity === 'string' ? [parseIdentity(identity).name] : [];
  } catch {
    // The category helps people to find the suite; it is no reason not to run it.
    return [];
  }
}
