import type { Outcome } from '../documents/outcome.js';
import type { TestCase } from '../documents/recipe.js';
import type { Log } from '../host/log.js';
import { messageOf } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import { loginFor, type Deployment } from './deployment.js';
import { findEvents, type FoundEvent } from './event-repository.js';
import { outcomeIn } from './outcome.js';
import { isUuid } from './start.js';

/** What is seen of a run while it goes on, in the order in which it is seen. */
export type Sight =
  | { readonly kind: 'suite started'; readonly suite: string }
  | { readonly kind: 'sub suite started'; readonly suite: string; readonly subSuite: string }
  | { readonly kind: 'recipe started'; readonly subSuite: string; readonly testCase: string }
  | {
      readonly kind: 'recipe finished';
      readonly subSuite: string;
      readonly testCase: string;
      readonly outcome: Outcome;
      readonly duration: number;
    }
  | { readonly kind: 'sub suite finished'; readonly subSuite: string; readonly outcome: Outcome }
  | { readonly kind: 'suite finished'; readonly suite: string; readonly outcome: Outcome };

/** How the activity of a run ended: the suite runner was through, or gave up with a reason. */
export type ActivityEnd =
  { readonly state: 'finished'; readonly outcome: Outcome } | { readonly state: 'canceled'; readonly reason: string };

/** A suite or sub suite as its events tell. Times are milliseconds since 1970. */
interface SeenPart {
  readonly id: string;
  readonly name: string;
  readonly started: number;
  finished?: number;
  outcome?: Outcome;
  logs: readonly NamedAddress[];
}

export interface SeenSuite extends SeenPart {
  readonly subSuites: SeenSubSuite[];
}

export interface SeenSubSuite extends SeenPart {
  readonly cases: SeenCase[];
}

export interface SeenCase {
  readonly id: string;
  readonly testCase: Pick<TestCase, 'id'> & Partial<TestCase>;
  readonly recipe: string | undefined;
  started?: number;
  finished?: number;
  outcome?: Outcome;
  logs: readonly NamedAddress[];
}

export interface NamedAddress {
  readonly name: string;
  readonly uri: string;
}

interface Watching {
  readonly deployment: Pick<Deployment, 'url' | 'login'>;
  readonly http: HttpClient;
  readonly log: Log;
  readonly onSight: (sight: Sight) => void;
}

/** Sub suites that are asked for at once. */
const atOnce = 8;

const startFields = 'data { name testSuiteCategories { type } }';
const finishFields = 'data { testSuiteOutcome { verdict conclusion description } testSuitePersistentLogs { name uri } }';
const caseLink = 'links { ... on TestCaseExecution { testCaseTriggered { meta { id } } } }';

/** A run of a deployment as the events in its repository tell, put together by one look after the other: sights for the faces, suites for the results. */
export class Watch {
  readonly suites: SeenSuite[] = [];
  end: ActivityEnd | undefined;
  private activity: string | undefined;
  /** Repositories of old may not know every field of test cases; a run can be followed without. */
  private withCases = true;

  constructor(
    private readonly repository: string,
    private readonly testrun: string,
    private readonly watching: Watching,
  ) {}

  /** Asks for what is new (etos.md 1.3, eiffel.md 8.6). @throws {Error} the repository gives no answer; the signal's reason */
  async look(signal: AbortSignal): Promise<void> {
    const { http, deployment } = this.watching;
    const headers = loginFor(this.repository, deployment);
    const find = (root: string, link: string, target: string, fields: string): Promise<readonly FoundEvent[]> =>
      findEvents(this.repository, { root, link, target, fields }, { http, headers, signal });
    this.activity ??= (await find('activityTriggered', 'CAUSE', this.testrun, '')).map(({ meta }) => meta.id).find(isUuid);
    const { activity } = this;
    if (activity === undefined) return;
    // Asked before everything else: what the run told before its end is then seen in this same look.
    const [finished, canceled] = await Promise.all([
      find('activityFinished', 'ACTIVITY_EXECUTION', activity, 'data { activityOutcome { conclusion description } }'),
      find('activityCanceled', 'ACTIVITY_EXECUTION', activity, 'data { reason }'),
    ]);
    const starts = await find('testSuiteStarted', 'CONTEXT', activity, startFields);
    for (const { meta, data } of starts)
      if (!isSubSuite(data) && isUuid(meta.id) && !this.suites.some(({ id }) => id === meta.id)) {
        const suite = { id: meta.id, name: nameIn(data), started: meta.time, logs: [], subSuites: [] };
        this.suites.push(suite);
        this.watching.onSight({ kind: 'suite started', suite: suite.name });
      }
    // Test runners of 2021 do not say which suite they belong to; there is one (etos.md 4.2).
    const [only, another] = this.suites;
    if (only && !another) this.begin(only, starts);
    for (const suite of this.suites) {
      if (suite.outcome === undefined || suite.subSuites.some(({ outcome }) => outcome === undefined)) await this.lookInto(suite, find);
    }
    const reason = canceled[0]?.data.reason;
    if (canceled.length > 0) this.end = { state: 'canceled', reason: typeof reason === 'string' ? reason : 'It gave no reason' };
    else if (finished[0]) this.end = { state: 'finished', outcome: outcomeIn(objectIn(finished[0].data.activityOutcome)) };
  }

  /** Whether every suite that was seen has told how it ended. */
  isComplete(): boolean {
    return this.suites.every(({ outcome, subSuites }) => outcome !== undefined && subSuites.every((one) => one.outcome !== undefined));
  }

  private async lookInto(suite: SeenSuite, find: Find): Promise<void> {
    const [starts, [end]] = await Promise.all([
      find('testSuiteStarted', 'CAUSE', suite.id, startFields),
      suite.outcome === undefined ? find('testSuiteFinished', 'TEST_SUITE_EXECUTION', suite.id, finishFields) : [],
    ]);
    this.begin(suite, starts);
    const open = suite.subSuites.filter(({ outcome }) => outcome === undefined);
    for (let n = 0; n < open.length; n += atOnce)
      await Promise.all(
        open.slice(n, n + atOnce).map(async (subSuite) => {
          const [finish] = await find('testSuiteFinished', 'TEST_SUITE_EXECUTION', subSuite.id, finishFields);
          await this.lookIntoCases(subSuite, find);
          if (!finish) return;
          const outcome = finishedBy(subSuite, finish);
          this.watching.onSight({ kind: 'sub suite finished', subSuite: subSuite.name, outcome });
        }),
      );
    if (end) this.watching.onSight({ kind: 'suite finished', suite: suite.name, outcome: finishedBy(suite, end) });
  }

  /** Takes the starts of sub suites into account. */
  private begin(suite: SeenSuite, starts: readonly FoundEvent[]): void {
    for (const { meta, data } of starts) {
      if (!isSubSuite(data) || !isUuid(meta.id) || suite.subSuites.some(({ id }) => id === meta.id)) continue;
      const subSuite = { id: meta.id, name: nameIn(data), started: meta.time, logs: [], cases: [] };
      suite.subSuites.push(subSuite);
      this.watching.onSight({ kind: 'sub suite started', suite: suite.name, subSuite: subSuite.name });
    }
  }

  private async lookIntoCases(subSuite: SeenSubSuite, find: Find): Promise<void> {
    if (!this.withCases) return;
    const caseFields = 'data { recipeId testCase { id tracker version uri } }';
    const outcomeFields = `data { testCaseOutcome { verdict conclusion description } testCasePersistentLogs { name uri } } ${caseLink}`;
    try {
      // Ends before beginnings: of what has ended the beginning is then there, too.
      const finishes = await find('testCaseFinished', 'CONTEXT', subSuite.id, outcomeFields);
      const starts = await find('testCaseStarted', 'CONTEXT', subSuite.id, caseLink);
      const known = new Map(subSuite.cases.map((one) => [one.id, one]));
      for (const { meta, data } of await find('testCaseTriggered', 'CONTEXT', subSuite.id, caseFields)) {
        if (known.has(meta.id)) continue;
        const one: SeenCase = { id: meta.id, testCase: testCaseIn(data.testCase), recipe: textIn(data.recipeId), logs: [] };
        known.set(meta.id, one);
        subSuite.cases.push(one);
      }
      for (const event of starts) {
        const one = known.get(caseOf(event));
        if (!one || one.started !== undefined) continue;
        one.started = event.meta.time;
        this.watching.onSight({ kind: 'recipe started', subSuite: subSuite.name, testCase: one.testCase.id });
      }
      for (const event of finishes) {
        const one = known.get(caseOf(event));
        if (!one || one.outcome) continue;
        const outcome = outcomeIn(objectIn(event.data.testCaseOutcome));
        Object.assign(one, { finished: event.meta.time, outcome, logs: logsIn(event.data.testCasePersistentLogs) });
        const duration = event.meta.time - (one.started ?? event.meta.time);
        this.watching.onSight({ kind: 'recipe finished', subSuite: subSuite.name, testCase: one.testCase.id, outcome, duration });
      }
    } catch (error) {
      if (!messageOf(error).includes('refuses a question')) throw error;
      this.withCases = false;
      this.watching.log.warning('test cases are not shown', { reason: messageOf(error) });
    }
  }
}

type Find = (root: string, link: string, target: string, fields: string) => Promise<readonly FoundEvent[]>;

function finishedBy(part: SeenPart, { meta, data }: FoundEvent): Outcome {
  part.finished = meta.time;
  part.logs = logsIn(data.testSuitePersistentLogs);
  return (part.outcome = outcomeIn(objectIn(data.testSuiteOutcome)));
}

/** Sub suites and suites may have one context: the category is what separates them (eiffel.md 3.8). */
function isSubSuite({ testSuiteCategories: categories }: FoundEvent['data']): boolean {
  return Array.isArray(categories) && categories.some((category) => /sub suite/i.test(String(objectIn(category).type)));
}

function caseOf({ links }: FoundEvent): string {
  const ids = links.map((link) => objectIn(objectIn(link.testCaseTriggered).meta).id);
  return String(ids.find((id) => typeof id === 'string'));
}

function testCaseIn(value: unknown): SeenCase['testCase'] {
  const { id, tracker, uri, version } = objectIn(value);
  const [from, at, of] = [textIn(tracker), textIn(uri), textIn(version)];
  return {
    id: textIn(id) ?? 'unnamed test case',
    ...(from !== undefined && { tracker: from }),
    ...(at !== undefined && { uri: at }),
    ...(of !== undefined && { version: of }),
  };
}

function logsIn(value: unknown): readonly NamedAddress[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const { name, uri } = objectIn(one);
    return typeof uri === 'string' ? [{ name: textIn(name) ?? '', uri }] : [];
  });
}

function nameIn({ name }: FoundEvent['data']): string {
  return textIn(name) ?? 'unnamed';
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
