import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createBuilder } from '../../src/eiffel/build.js';
import { isA } from '../../src/eiffel/check.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { parseEvent, parseEvents, parseForeignEvent } from '../../src/eiffel/parse.js';
import { systemClock } from '../../src/host/clock.js';
import { InvalidInput } from '../../src/host/errors.js';

const build = createBuilder({ source: { name: 'test', host: 'h' }, clock: systemClock });
const [a, b] = [randomUUID(), randomUUID()] as const;
const triggered = build('ActivityTriggered', { name: 'n' }, { cause: a });
const finished = build('TestSuiteFinished', { outcome: { verdict: 'PASSED' } }, { testSuiteExecution: a });

type Parts = { meta?: object; data?: object; links?: readonly object[] };
const changed = (event: EiffelEvent, { meta, data, links }: Parts): string =>
  JSON.stringify({ meta: { ...event.meta, ...meta }, data: { ...event.data, ...data }, links: links ?? event.links });

describe('an incoming event', () => {
  test('is read as it was written', () => {
    expect(parseEvent(JSON.stringify(triggered), 'it')).toEqual(triggered);
  });

  test.each<[string, string]>([
    [
      'a type that nobody knows',
      changed(triggered, { meta: { type: 'EiffelFlowContextDefinedEvent', version: '9.0.0' }, data: { x: null } }),
    ],
    ['an older version', changed(triggered, { meta: { version: '3.0.0' }, data: { more: 1 } })],
    ['a newer version', changed(finished, { meta: { version: '6.0.0' }, links: [{ type: 'NEW', target: a, domainId: 'd' }] })],
    ['security and tags', changed(triggered, { meta: { tags: ['t'], security: { authorIdentity: 'CN=x' }, schemaUri: 'https://s' } })],
    [
      'an open outcome',
      changed(build('ActivityFinished', { outcome: { conclusion: 'FAILED' } }, { activityExecution: a }), {
        data: { outcome: { conclusion: 'FAILED', more: 1 } },
      }),
    ],
  ])('with %s passes', (_, text) => {
    expect(parseEvent(text, 'it')).toEqual(JSON.parse(text));
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /not JSON/],
    ['a list', '[]', /event is \[\]; expected an object/],
    ['no meta', '{"data":{},"links":[]}', /event\.meta is missing/],
    ['a further member', '{"meta":{},"data":{},"links":[],"more":1}', /event\.more is not known/],
    ['an upper-case id', changed(triggered, { meta: { id: a.toUpperCase() } }), /meta\.id.*lower-case UUID/],
    ['time as text', changed(triggered, { meta: { time: '1' } }), /meta\.time is "1"; expected a whole number/],
    ['a host that is null', changed(triggered, { meta: { source: { host: null } } }), /source\.host is null/],
    ['a link to nothing', changed(triggered, { links: [{ type: 'CAUSE' }] }), /links\[0\]\.target is missing/],
    [
      'a missing member',
      changed(finished, { data: { outcome: { verdict: 'GOOD' } } }),
      /verdict is "GOOD"; expected PASSED, FAILED, INCONCLUSIVE/,
    ],
    ['a member of no schema', changed(triggered, { data: { nmae: 'x' } }), /data\.nmae is not known; known are name, /],
    ['a missing link', changed(finished, { links: [] }), /TEST_SUITE_EXECUTION is missing/],
  ])('with %s is refused', (_, text, message) => {
    expect(() => parseEvent(text, 'POST /events')).toThrow(message);
    expect(() => parseEvent(text, 'POST /events')).toThrow(InvalidInput);
  });

  test.each<[string, readonly object[]]>([
    ['no link', []],
    [
      'a link that its type does not know',
      [
        { type: 'TEST_SUITE_EXECUTION', target: a },
        { type: 'IUT', target: b },
      ],
    ],
    ['one link twice', [a, b].map((target) => ({ type: 'CONTEXT', target }))],
  ])('of others with %s passes: no schema refuses it', (_, links) => {
    const text = changed(finished, { links });
    expect(parseForeignEvent(text, 'a message')).toEqual(JSON.parse(text));
    expect(() => parseEvent(text, 'POST /events')).toThrow(InvalidInput);
  });

  test('is refused with everything that is wrong with it', () => {
    const text = changed(triggered, { meta: { id: 'x', time: 1.5 } });
    expect(() => parseEvent(text, 'it')).toThrow(/meta\.id is "x".*; event\.meta\.time is 1\.5/);
  });
});

describe('events on lines', () => {
  test('are read in order', () => {
    expect(parseEvents(`${JSON.stringify(triggered)}\n\n${JSON.stringify(finished)}\r\n`, 'it')).toEqual([triggered, finished]);
  });

  test('are refused together, each bad line with its number', () => {
    const text = `${JSON.stringify(triggered)}\n{}\nx`;
    expect(() => parseEvents(text, 'POST /events')).toThrow(/^POST \/events line 2 .*\nPOST \/events line 3/);
  });
});

describe('an event is a TestSuiteFinished', () => {
  test.each<[string, EiffelEvent, boolean]>([
    ['as we write it', finished, true],
    [
      'of an old version with members that we do not know',
      JSON.parse(changed(finished, { meta: { version: '3.0.0' }, data: { more: 1 } })) as EiffelEvent,
      true,
    ],
    ['of another form', JSON.parse(changed(finished, { meta: { version: '9.0.0' }, data: { outcome: 'PASSED' } })) as EiffelEvent, false],
    ['of another type', build('ActivityStarted', {}, { activityExecution: b }), false],
  ])('%s', (_, event, is) => {
    expect(isA(event, 'TestSuiteFinished')).toBe(is);
  });
});
