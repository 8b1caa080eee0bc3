// Files and the events about them come by different ways when there is a broker.

import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Bus } from '../../src/eiffel/bus.js';
import { createBuilder } from '../../src/eiffel/build.js';
import { createEmbeddedBus } from '../../src/eiffel/embedded-bus.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { createLog } from '../../src/host/log.js';
import { destinationBehind } from '../../src/run/destination.js';
import { manualClock } from '../support/manual-clock.js';

const clock = manualClock();
const build = createBuilder({ source: { name: 'test' }, clock });
const log = createLog({ level: 'error', write: () => undefined });

/** A bus that brings these events when it is asked to catch up, and files of suites whose start has come. */
function parts(...onTheirWay: readonly EiffelEvent[]) {
  const embedded = createEmbeddedBus({ log });
  const bus: Bus = { ...embedded, caughtUp: async () => void (await Promise.all(onTheirWay.map((event) => embedded.publish(event)))) };
  const known = new Set<string>();
  bus.subscribe(({ meta }) => known.add(meta.id));
  const find = ({ subSuiteId, name }: { readonly subSuiteId: string; readonly name: string }): string | undefined =>
    known.has(subSuiteId) ? name : undefined;
  return { bus, destination: destinationBehind(bus, { destination: find, find: () => undefined }, { clock }) };
}

const start = build('TestSuiteStarted', { name: 's' }, {});
const upload = { mainSuiteId: randomUUID(), subSuiteId: start.meta.id, name: 'log.txt', url: 'http://run/log.txt' };

test('a file that is faster than what is already with the broker waits for it', async () => {
  expect(await parts(start).destination(upload)).toBe('log.txt');
});

test('one that is faster than its sub suite waits until the run hears of it', async () => {
  const { bus, destination } = parts();
  const going = destination(upload);
  await bus.publish(build('TestSuiteStarted', { name: 'another' }, {}));
  await bus.publish(start);
  expect(await going).toBe('log.txt');
  expect(clock.waiting).toBe(0);
});

test('one of a sub suite that nobody hears of goes nowhere, in the end', async () => {
  const going = parts().destination(upload);
  await clock.advance(5_000);
  expect(await going).toBeUndefined();
});
