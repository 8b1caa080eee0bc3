import { access } from 'node:fs/promises';
import { hostname } from 'node:os';
import { createBuilder } from '../eiffel/build.js';
import { createEmbeddedBus } from '../eiffel/embedded-bus.js';
import type { EventName } from '../eiffel/catalogue.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { openRecord, type EventRecord } from '../eiffel/record.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';

const reason = 'The run was killed before it could tell its result.';

/**
 * Ends in the record of events what a killed run began: test cases, suites, activities, in that order. Whoever reads the record then waits for nothing.
 * @param activity the run's ActivityTriggered; a record that does not hold it belongs to another run and is left alone
 * @returns the events that were added
 */
export async function closeEvents(
  path: string,
  activity: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<readonly EiffelEvent[]> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  await using bus = createEmbeddedBus({ log });
  await using record = await openRecord(path, { bus, log });
  if (!record.byId(activity)) return [];
  const build = createBuilder({ source: { name: 'ETOS release', host: hostname() }, clock });
  const outcome = { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: reason } as const;
  const closing = [
    ...open(record, 'TestCaseTriggered', 'TEST_CASE_EXECUTION', ['TestCaseFinished', 'TestCaseCanceled']).map((id) =>
      build('TestCaseFinished', { outcome }, { testCaseExecution: id }),
    ),
    ...open(record, 'TestSuiteStarted', 'TEST_SUITE_EXECUTION', ['TestSuiteFinished'])
      .reverse()
      .map((id) => build('TestSuiteFinished', { outcome }, { context: activity, testSuiteExecution: id })),
    ...open(record, 'ActivityTriggered', 'ACTIVITY_EXECUTION', ['ActivityFinished', 'ActivityCanceled'])
      .reverse()
      .map((id) => build('ActivityCanceled', { reason }, { context: activity, activityExecution: id })),
  ];
  for (const event of closing) await bus.publish(event);
  await record.written();
  return closing;
}

/** The events of a type that no event of the ending types points at. */
function open(record: EventRecord, begins: EventName, link: string, ends: readonly EventName[]): string[] {
  return record
    .find(begins)
    .map(({ meta }) => meta.id)
    .filter((target) => ends.every((end) => record.find(end, { type: link, target }).length === 0));
}
