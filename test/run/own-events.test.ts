import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EiffelEvent, Link } from '../../src/eiffel/event.js';
import { ownEventsOf } from '../../src/run/own-events.js';

const ids = { run: randomUUID(), activity: randomUUID(), artifact: randomUUID() };

function anEvent(
  name: string,
  data: Readonly<Record<string, unknown>>,
  links: Readonly<Record<string, string>>,
  host = 'farm-1',
): EiffelEvent {
  const source = { name: 'ETOS Test Runner', host };
  return {
    meta: { type: `Eiffel${name}Event`, version: '3.0.0', id: randomUUID(), time: 0, source },
    data,
    links: Object.entries(links).map(([type, target]): Link => ({ type, target })),
  };
}

const environment = anEvent('EnvironmentDefined', { name: 's_SubSuite_0', uri: 'http://run/environment/1' }, { CONTEXT: ids.activity });
const suite = anEvent('TestSuiteStarted', { name: 's_SubSuite_0' }, { CONTEXT: ids.activity });

function anActivity(name: string, host?: string) {
  const triggered = anEvent('ActivityTriggered', { name }, {}, host);
  const started = anEvent('ActivityStarted', {}, { ACTIVITY_EXECUTION: triggered.meta.id }, host);
  const finished = anEvent('ActivityFinished', {}, { ACTIVITY_EXECUTION: triggered.meta.id }, host);
  return { triggered, started, finished };
}

describe('the events of a run', () => {
  test('are those that point at one of it, however far away', () => {
    const own = ownEventsOf(ids);
    const triggered = anEvent('TestCaseTriggered', {}, { CONTEXT: suite.meta.id });
    const finished = anEvent('TestCaseFinished', {}, { TEST_CASE_EXECUTION: triggered.meta.id });
    const others = anEvent('TestCaseFinished', {}, { TEST_CASE_EXECUTION: randomUUID() });
    expect([suite, triggered, others, finished].flatMap((event) => own(event, 'broker'))).toEqual([suite, triggered, finished]);
  });

  test('come after what they point at, where a lost connection held that back', () => {
    const own = ownEventsOf(ids);
    const triggered = anEvent('TestCaseTriggered', { testCase: { id: 'a' } }, { CONTEXT: suite.meta.id });
    const started = anEvent('TestCaseStarted', {}, { TEST_CASE_EXECUTION: triggered.meta.id });
    const others = anEvent('TestCaseStarted', {}, { TEST_CASE_EXECUTION: randomUUID() });
    expect([started, others, triggered].flatMap((event) => own(event, 'broker'))).toEqual([]);
    expect(own(suite, 'broker')).toEqual([suite, triggered, started]);
  });

  test('a test runner’s activity is known when its suite starts, and is before it', () => {
    const own = ownEventsOf(ids);
    const { triggered, started, finished } = anActivity('s_SubSuite_0');
    const [elsewhere, another] = [anActivity('s_SubSuite_0', 'farm-2'), anActivity('t_SubSuite_0')];
    const all = [environment, triggered, started, elsewhere.triggered, elsewhere.started, another.triggered, suite];
    expect(all.flatMap((event) => own(event, 'broker'))).toEqual([environment, triggered, started, suite]);
    expect([elsewhere.finished, another.finished, finished].flatMap((event) => own(event, 'broker'))).toEqual([finished]);
  });

  test('of activities of one name on one machine none is taken: it may be a neighbour’s', () => {
    const own = ownEventsOf(ids);
    const [one, other] = [anActivity('s_SubSuite_0'), anActivity('s_SubSuite_0')];
    const all = [environment, one.triggered, other.triggered, suite, other.started, one.started];
    expect(all.flatMap((event) => own(event, 'broker'))).toEqual([environment, suite]);
  });

  test('what came to the run by itself brings no activity of the broker with it', () => {
    const own = ownEventsOf(ids);
    const { triggered } = anActivity('s_SubSuite_0');
    own(environment, 'run');
    own(triggered, 'broker');
    expect(own(suite, 'run')).toEqual([suite]);
  });

  test('an activity of a name that no sub suite has is not remembered', () => {
    const own = ownEventsOf(ids);
    expect([anActivity('s_SubSuite_0').triggered, suite].flatMap((event) => own(event, 'broker'))).toEqual([suite]);
  });
});
