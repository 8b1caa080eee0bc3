import { randomUUID } from 'node:crypto';
import type { LogArea } from '../documents/log-area.js';
import { encodePart, parseIdentity } from '../documents/identity.js';
import type { Conclusion, Outcome, Verdict } from '../documents/outcome.js';
import type { TestCase } from '../documents/recipe.js';
import type { SubSuite } from '../documents/sub-suite.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { Publisher } from '../eiffel/bus.js';
import type { EiffelEvent, Link } from '../eiffel/event.js';
import type { Uploaded } from './upload.js';

/** What became of a test case; a description where there is something to say. */
export interface TestCaseOutcome {
  readonly verdict: Verdict;
  readonly conclusion: Conclusion;
  readonly description?: string;
}

export interface Announcing {
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the events come from, for their `meta.source`. */
  readonly host: string;
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
  private readonly underWay = new Set<Promise<void>>();
  private failure: { readonly reason: unknown } | undefined;

  constructor(
    private readonly subSuite: SubSuite,
    private readonly parts: Announcing,
  ) {
    this.testSuite = subSuite.subSuiteId ?? randomUUID();
  }

  activityStarted(): void {
    this.activity = this.publish('ActivityTriggered', { name: this.subSuite.name }, []);
    this.publish('ActivityStarted', {}, [['ACTIVITY_EXECUTION', this.activity]]);
  }

  testSuiteStarted(): void {
    const { name, logArea, context, testSuiteStartedId } = this.subSuite;
    const data = {
      name,
      categories: ['Regression test_suite', 'Sub suite', ...nameOfIut(this.subSuite)],
      types: ['FUNCTIONAL'],
      // An entry without an address would make the event invalid (eiffel.md 3.8).
      ...(logArea.livelogs !== undefined && { liveLogs: [{ name: 'console', uri: logArea.livelogs }] }),
    };
    const cause: Pointer[] = testSuiteStartedId === undefined ? [] : [['CAUSE', testSuiteStartedId]];
    this.publish('TestSuiteStarted', data, [['CONTEXT', context], ...cause], this.testSuite);
  }

  environmentDefined(name: string, host: string): void {
    this.publish('EnvironmentDefined', { name, host: { name: host, user: 'etos' } }, [['CONTEXT', this.testSuite]]);
  }

  /** @param recipeId of the recipe, where the test case is one */
  testCaseTriggered(testCase: Pick<TestCase, 'id'> & Partial<TestCase>, recipeId?: string): string {
    const { id, tracker, version, uri } = testCase;
    const data = {
      testCase: { id, ...(tracker && { tracker }), ...(version && { version }), ...(uri && { uri }) },
      // Collections may have any UUID, events only lower-case ones of version 1 to 5.
      ...(recipeId !== undefined && isEventId(recipeId) && { recipeId }),
    };
    return this.publish('TestCaseTriggered', data, [
      ['CONTEXT', this.testSuite],
      ['IUT', this.subSuite.artifact],
    ]);
  }

  testCaseStarted(triggered: string): void {
    this.publish('TestCaseStarted', {}, [
      ['CONTEXT', this.testSuite],
      ['TEST_CASE_EXECUTION', triggered],
    ]);
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
    const { environmentId } = this.parts;
    const data = {
      outcome: { ...outcome, ...(duration !== undefined && { metrics: [{ name: 'duration_ms', value: Math.round(duration) }] }) },
      ...persistentLogs(logs),
    };
    const environment: Pointer[] = skipped && environmentId !== undefined ? [['ENVIRONMENT', environmentId]] : [];
    this.publish('TestCaseFinished', data, [['CONTEXT', this.testSuite], ...environment, ['TEST_CASE_EXECUTION', triggered]]);
  }

  /** @param testCaseId of the recipe that made the files; none for those of the whole sub suite */
  artifactCreated(files: readonly string[], testCaseId?: string): string {
    const path = [this.subSuite.name.replaceAll(' ', '-'), ...(testCaseId === undefined ? [] : [testCaseId])];
    const data = { identity: `pkg:etos-test-output/${path.map(encodePart).join('/')}`, fileInformation: files.map((name) => ({ name })) };
    return this.publish('ArtifactCreated', data, [
      ['CONTEXT', this.subSuite.context],
      ['CAUSE', this.testSuite],
    ]);
  }

  artifactPublished(created: string, uri: string): void {
    const type: LogArea['type'] = this.subSuite.logArea.type;
    this.publish('ArtifactPublished', { locations: [{ uri, type }] }, [
      ['CONTEXT', this.subSuite.context],
      ['ARTIFACT', created],
    ]);
  }

  testSuiteFinished(outcome: Outcome, logs: readonly Uploaded[]): void {
    this.publish('TestSuiteFinished', { outcome, persistentLogs: [], ...persistentLogs(logs) }, [
      ['CONTEXT', this.subSuite.context],
      ['TEST_SUITE_EXECUTION', this.testSuite],
    ]);
  }

  activityFinished(outcome: { readonly conclusion: Conclusion; readonly description?: string }): void {
    this.publish('ActivityFinished', { outcome }, [['ACTIVITY_EXECUTION', this.activity]]);
  }

  /** Waits while many events are under way. */
  keepUp(): Promise<void> | void {
    return this.underWay.size > underWayAtMost ? this.settled() : undefined;
  }

  /** Resolves when the bus has every event so far. @throws what the bus threw first; the signal's reason */
  async settled(): Promise<void> {
    const { signal } = this.parts;
    let giveUp = (): void => undefined;
    const late = new Promise<void>((resolve) => (giveUp = resolve));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    await Promise.race([Promise.all(this.underWay), late]);
    signal.removeEventListener('abort', giveUp);
    if (this.failure) throw this.failure.reason;
    signal.throwIfAborted();
  }

  private publish(
    kind: keyof typeof versions,
    data: Readonly<Record<string, unknown>>,
    links: readonly Pointer[],
    id: string = randomUUID(),
  ): string {
    const { publisher, clock, host, log } = this.parts;
    const type = `Eiffel${kind}Event`;
    const event: EiffelEvent = {
      meta: { type, version: versions[kind], id, time: clock.now(), source: { name: 'ETOS Test Runner', ...(host && { host }) } },
      data,
      links: links.map(([of, target]): Link => ({ type: of, target })),
    };
    log.event(type, { id });
    const sent: Promise<void> = publisher
      .publish(event)
      .catch((reason: unknown) => {
        this.failure ??= { reason };
      })
      .finally(() => this.underWay.delete(sent));
    this.underWay.add(sent);
    return id;
  }
}

type Pointer = readonly [type: string, target: string];

const versions = {
  ActivityTriggered: '4.2.0',
  ActivityStarted: '4.3.0',
  ActivityFinished: '3.3.0',
  TestSuiteStarted: '3.3.0',
  TestSuiteFinished: '3.3.0',
  EnvironmentDefined: '3.3.0',
  TestCaseTriggered: '3.2.0',
  TestCaseStarted: '3.3.0',
  TestCaseFinished: '3.3.0',
  ArtifactCreated: '3.3.0',
  ArtifactPublished: '3.3.0',
} as const;

function persistentLogs(logs: readonly Uploaded[]): {
  readonly persistentLogs?: readonly { readonly name: string; readonly uri: string }[];
} {
  const there = logs.flatMap((log) => (log.state === 'there' ? [{ name: log.name, uri: log.uri }] : []));
  return there.length === 0 ? {} : { persistentLogs: there };
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

function isEventId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
}
