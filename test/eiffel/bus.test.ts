import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createBuilder } from '../../src/eiffel/build.js';
import { createEmbeddedBus } from '../../src/eiffel/embedded-bus.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { createHttpPublisher } from '../../src/eiffel/http-bus.js';
import { openRecord } from '../../src/eiffel/record.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { temporaryDirectory } from '../support/directory.js';

const build = createBuilder({ source: { name: 'test' }, clock: systemClock });
const lines: string[] = [];
const log = createLog({ level: 'event', write: (line) => void lines.push(line) });
const someEvents = (count: number): readonly EiffelEvent[] =>
  Array.from({ length: count }, (_, n) => build('ActivityTriggered', { name: `${n}` }, {}));

describe('the embedded bus', () => {
  test('calls every listener with every event from now on, in order', async () => {
    const bus = createEmbeddedBus({ log });
    const [before, ...events] = someEvents(4);
    await bus.publish(before!);
    const heard: EiffelEvent[][] = [[], []];
    const subscriptions = heard.map((list) => bus.subscribe((event) => list.push(event)));
    for (const event of events) await bus.publish(event);
    subscriptions[0]![Symbol.dispose]();
    const [last] = someEvents(1);
    await bus.publish(last!);
    expect(heard).toEqual([events, [...events, last]]);
  });

  test('passes an event on once, however often it is published', async () => {
    const bus = createEmbeddedBus({ log });
    const heard: EiffelEvent[] = [];
    bus.subscribe((event) => heard.push(event));
    const [event] = someEvents(1);
    await bus.publish(event!);
    await bus.publish(event!);
    expect(heard).toEqual([event]);
  });

  test('goes on when a listener fails, and says so', async () => {
    const bus = createEmbeddedBus({ log });
    const heard: EiffelEvent[] = [];
    bus.subscribe(() => {
      throw new Error('a bad listener');
    });
    bus.subscribe((event) => heard.push(event));
    const events = someEvents(2);
    for (const event of events) await bus.publish(event);
    expect(heard).toEqual(events);
    expect(lines.at(-1)).toMatch(/a bad listener/);
  });
});

interface Posted {
  readonly type: string | undefined;
  readonly events: readonly EiffelEvent[];
}

async function aReceiver(
  answer: (posted: Posted, n: number) => number | 'drop',
): Promise<AsyncDisposable & { readonly url: URL; readonly posts: readonly Posted[] }> {
  const posts: Posted[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const posted = { type: request.headers['content-type'], events: body.split('\n').map((line) => JSON.parse(line) as EiffelEvent) };
      posts.push(posted);
      const status = answer(posted, posts.length);
      if (status === 'drop') request.socket.destroy();
      else response.writeHead(status).end(status < 300 ? '' : 'a bad event');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/events`),
    posts,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const aPublisher = (url: URL) =>
  createHttpPublisher(url, { http: createHttpClient({ log, environment: {}, clock: systemClock }), clock: systemClock, log });

describe('publishing over HTTP', () => {
  test('sends one event as JSON', async () => {
    await using receiver = await aReceiver(() => 204);
    await using publisher = aPublisher(receiver.url);
    const [event] = someEvents(1);
    await publisher.publish(event!);
    expect(receiver.posts).toEqual([{ type: 'application/json', events: [event] }]);
  });

  test('keeps the order, and sends together what queued up meanwhile', async () => {
    await using receiver = await aReceiver(() => 204);
    await using publisher = aPublisher(receiver.url);
    const events = someEvents(1300);
    await Promise.all(events.map((event) => publisher.publish(event)));
    expect(receiver.posts.flatMap((post) => post.events)).toEqual(events);
    expect(receiver.posts.map((post) => [post.type, post.events.length])).toEqual([
      ['application/x-ndjson', 500],
      ['application/x-ndjson', 500],
      ['application/x-ndjson', 300],
    ]);
  });

  test('sends again what got no answer', async () => {
    await using receiver = await aReceiver((_, n) => (n === 1 ? 'drop' : n === 2 ? 503 : 204));
    await using publisher = aPublisher(receiver.url);
    await publisher.publish(someEvents(1)[0]!);
    expect(receiver.posts).toHaveLength(3);
  });

  test('refuses a bad event alone, whatever it was sent with', async () => {
    await using receiver = await aReceiver(({ events }) => (events.some(({ data }) => data.name === '1') ? 400 : 204));
    await using publisher = aPublisher(receiver.url);
    const results = await Promise.allSettled(someEvents(3).map((event) => publisher.publish(event)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((results[1] as PromiseRejectedResult).reason).toMatchObject({
      message: 'EiffelActivityTriggeredEvent was refused with 400: a bad event',
    });
  });

  test('waits at its end for what is still queued', async () => {
    await using receiver = await aReceiver(() => 204);
    const publisher = aPublisher(receiver.url);
    const published = someEvents(3).map((event) => publisher.publish(event));
    await publisher[Symbol.asyncDispose]();
    expect(receiver.posts.flatMap((post) => post.events)).toHaveLength(3);
    await Promise.all(published);
  });

  test('gives up at its end after a bound, with a reason', async () => {
    let release = (): void => undefined;
    const clock = {
      ...systemClock,
      deadline(_: number, reason: Error) {
        const controller = new AbortController();
        release = () => controller.abort(reason);
        return controller.signal;
      },
    };
    const http = createHttpClient({ log, environment: {}, clock: systemClock });
    const publisher = createHttpPublisher(new URL('http://127.0.0.1:1/events'), { http, clock, log });
    const published = publisher.publish(someEvents(1)[0]!);
    const ended = publisher[Symbol.asyncDispose]();
    release();
    await expect(published).rejects.toThrow(/events were not taken: they were not taken within 60 s of the end/);
    await ended;
  });
});

describe('the record of a run', () => {
  test('answers by id, type and link, and holds each event on a line', async () => {
    await using directory = await temporaryDirectory();
    await using bus = createEmbeddedBus({ log });
    const path = directory.at('events.ndjson');
    const [run, suite] = [randomUUID(), randomUUID()] as const;
    const started = build('TestSuiteStarted', { name: 's' }, { context: run, cause: suite });
    const other = build('TestSuiteStarted', { name: 'o' }, { cause: run });
    const finished = build('TestSuiteFinished', {}, { context: run, testSuiteExecution: started.meta.id });
    {
      await using record = await openRecord(path, { bus, log });
      for (const event of [started, other, finished, started]) await bus.publish(event);
      expect(record.byId(started.meta.id)).toBe(started);
      expect(record.byId(run)).toBeUndefined();
      expect(record.all()).toEqual([started, other, finished]);
      expect(record.find('TestSuiteStarted')).toEqual([started, other]);
      expect(record.find('TestSuiteStarted', { type: 'CONTEXT', target: run })).toEqual([started]);
      expect(record.find('TestSuiteStarted', { target: run })).toEqual([started, other]);
      expect(record.all({ target: started.meta.id })).toEqual([finished]);
      await record.written();
      expect(await readFile(path, 'utf8')).toBe([started, other, finished].map((event) => `${JSON.stringify(event)}\n`).join(''));
    }
  });

  test('goes on behind what a crash left', async () => {
    await using directory = await temporaryDirectory();
    await using bus = createEmbeddedBus({ log });
    const path = directory.at('events.ndjson');
    const [first, second] = someEvents(2);
    await appendFile(path, `${JSON.stringify(first)}\n{"meta":{"ty`);
    {
      await using record = await openRecord(path, { bus, log });
      expect(record.all()).toEqual([first]);
      await bus.publish(second!);
    }
    expect(
      (await readFile(path, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([first, second]);
  });

  test('keeps 20,000 events without slowing down', async () => {
    await using directory = await temporaryDirectory();
    await using bus = createEmbeddedBus({ log: createLog({ level: 'error', write: () => undefined }) });
    await using record = await openRecord(directory.at('events.ndjson'), { bus, log });
    const suite = randomUUID();
    for (let n = 0; n < 20_000; n++)
      await bus.publish(build('TestCaseTriggered', { testCase: { id: `${n}` } }, { context: suite, iut: suite }));
    await record.written();
    expect(record.all({ type: 'CONTEXT', target: suite })).toHaveLength(20_000);
  });
});
