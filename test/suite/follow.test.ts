// What a suite runner makes of the events about one sub suite, and of those that do not come.

import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createBuilder } from '../../src/eiffel/build.js';
import { createEmbeddedBus } from '../../src/eiffel/embedded-bus.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { createLog } from '../../src/host/log.js';
import { follow } from '../../src/suite/follow.js';
import type { SubSuiteEnd } from '../../src/suite/outcome.js';
import { manualClock } from '../support/manual-clock.js';

const log = createLog({ level: 'error', write: () => undefined });
const limits = { start: 1_000_000, result: 86_400_000, late: 120_000, grace: 1, cancelled: 1 };
const ids = { name: 's_SubSuite_0', id: randomUUID(), mainSuiteId: randomUUID(), activityId: randomUUID() };

/** The end of a sub suite, nobody tracking its delegation, after these events and so many milliseconds. */
async function endAfter(events: readonly EiffelEvent[], milliseconds: number): Promise<SubSuiteEnd | 'not over'> {
  const clock = manualClock();
  const bus = createEmbeddedBus({ log });
  using following = follow(ids, { bus, clock, log, limits });
  const cancel = new AbortController();
  const end = following.end(undefined, cancel.signal);
  for (const event of events) await bus.publish(event);
  await soon();
  await clock.advance(milliseconds);
  const over = await Promise.race([end, soon()]);
  cancel.abort(new Error('the test is over'));
  await end;
  return over;
}

/** When everything that waits for nothing has gone on. */
function soon(): Promise<'not over'> {
  return new Promise((resolve) => setImmediate(() => resolve('not over')));
}

const build = createBuilder({ source: { name: 'ETOS Test Runner' }, clock: manualClock() });
const activity = build('ActivityTriggered', { name: ids.name }, {});
const started = build('TestSuiteStarted', { name: ids.name }, { cause: ids.mainSuiteId }, ids.id);
const outcome = { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'd' } as const;
const finished = build('TestSuiteFinished', { outcome }, { testSuiteExecution: ids.id });
const left = (description: string): EiffelEvent =>
  build('ActivityFinished', { outcome: { conclusion: 'FAILED', description } }, { activityExecution: activity.meta.id });

test('a result that overtook the start of its suite counts', async () => {
  expect(await endAfter([finished, started], 0)).toEqual({ name: ids.name, outcome });
});

test('one of another suite does not', async () => {
  const other = build('TestSuiteFinished', { outcome }, { testSuiteExecution: randomUUID() });
  expect(await endAfter([other, started], 0)).toBe('not over');
});

test('a test runner that has ended without a result is not waited for until the result limit', async () => {
  const events = [activity, started, left('ETR has been terminated.')];
  expect(await endAfter(events, limits.late - 1)).toBe('not over');
  expect(await endAfter(events, limits.late)).toEqual({
    name: ids.name,
    lost: 'the test runner ended FAILED and told no result: ETR has been terminated',
  });
});

test('another one may tell it meanwhile', async () => {
  expect(await endAfter([activity, started, left('no'), finished], 0)).toEqual({ name: ids.name, outcome });
});

test('one that has ended is not the last where another goes on, or begins anew', async () => {
  const second = build('ActivityTriggered', { name: ids.name }, {});
  const events = [activity, started, second, left('no')];
  expect(await endAfter(events, limits.late)).toBe('not over');
  const again = build('ActivityTriggered', { name: ids.name }, {});
  expect(await endAfter([activity, started, left('no'), again], limits.late)).toBe('not over');
  expect(await endAfter([...events, finished], 5_000)).toEqual({ name: ids.name, outcome });
});
