import { describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, readdir, readFile, stat } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createBuilder } from '../../src/eiffel/build.js';
import { createEmbeddedBus } from '../../src/eiffel/embedded-bus.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { createEventStore } from '../../src/eiffel/store.js';
import { createHttpPublisher } from '../../src/eiffel/http-bus.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import type { HttpAnswer, HttpClient, HttpRequest } from '../../src/http/client.js';
import { createHttpClient } from '../../src/http/create-client.js';
import type { LiveLog } from '../../src/server/live.js';
import type { LocalDelegations } from '../../src/server/local-delegation.js';
import { serve, type Server } from '../../src/server/server.js';
import type { Upload } from '../../src/server/uploads.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';

const log = createLog({ level: 'error', write: () => undefined });
const build = createBuilder({ source: { name: 'test' }, clock: systemClock });

interface Served extends AsyncDisposable {
  readonly server: Server;
  readonly http: HttpClient;
  readonly directory: TestDirectory;
  readonly events: readonly EiffelEvent[];
  readonly uploads: readonly Upload[];
  readonly live: Map<string, LiveLog>;
  ask(method: string, path: string, more?: Partial<HttpRequest>): Promise<HttpAnswer>;
}

/** A run's server whose sub suite is `sub`, with its uploads in a folder of its own. */
async function aServer(): Promise<Served> {
  const directory = await temporaryDirectory();
  const bus = createEmbeddedBus({ log });
  const events: EiffelEvent[] = [];
  bus.subscribe((event) => events.push(event));
  const uploads: Upload[] = [];
  const paths = new Map<string, string>();
  const live = new Map<string, LiveLog>();
  const delegations: LocalDelegations = {
    handle(_request, response, { root, rest, query }) {
      response.end(JSON.stringify({ below: root, rest, query: [...query] }));
      return Promise.resolve();
    },
    endAll: () => undefined,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const server = await serve({
    bus,
    log,
    documents: { find: (id) => (id === 'one' ? '{"name":"s"}' : undefined) },
    uploads: {
      destination(upload) {
        if (upload.subSuiteId !== 'sub') return undefined;
        uploads.push(upload);
        const path = directory.at('files', upload.name);
        paths.set(upload.url, path);
        return path;
      },
      find: (url) => paths.get(url),
    },
    live: { live: (id) => live.get(id) },
    events: createEventStore(),
    delegations,
  });
  const http = createHttpClient({ log, environment: {}, clock: systemClock });
  return {
    server,
    http,
    directory,
    events,
    uploads,
    live,
    ask: (method, path, more) => http.request({ method, url: `${server.root}${path}`, ...more }),
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
    },
  };
}

describe('the root', () => {
  test('holds a secret that nobody can guess, on loopback', async () => {
    await using one = await aServer();
    await using two = await aServer();
    expect(one.server.root).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/);
    expect(one.server.secret).not.toBe(two.server.secret);
  });

  test.each(['/', '/x/sub_suite?id=one', '/sub_suite?id=one'])('tells nothing to who asks for %s', async (path) => {
    await using served = await aServer();
    const answer = await served.http.request({ method: 'GET', url: new URL(path, served.server.root) });
    expect([answer.status, await answer.text()]).toEqual([404, 'there is nothing here\n']);
  });

  test.each(['//', '//[', 'http://elsewhere/', '*'])('answers a request for %s', async (target) => {
    await using served = await aServer();
    const socket = connect(Number(new URL(served.server.root).port), '127.0.0.1');
    socket.end(`OPTIONS ${target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('a sub suite document', () => {
  test.each(['/sub_suite?id=one', '/environment/one'])('is at %s', async (path) => {
    await using served = await aServer();
    const answer = await served.ask('GET', path);
    expect([answer.status, answer.headers['content-type'], await answer.text()]).toEqual([200, 'application/json', '{"name":"s"}']);
  });

  test.each([
    ['GET', '/sub_suite?id=two', 404, '{"title":"Sub suite not found.","description":"Could not find sub suite with ID two"}'],
    ['GET', '/sub_suite', 400, `{"title":"Missing parameters","description":"'id' is a required parameter."}`],
    ['GET', '/environment/', 400, `{"title":"Missing parameters","description":"'id' is a required parameter."}`],
    ['POST', '/environment/one', 405, 'expected GET or HEAD, got POST'],
    ['GET', '/events', 405, 'expected POST, got GET'],
    ['DELETE', '/log/main/sub/x', 405, 'expected PUT or POST, got DELETE'],
    ['GET', '/nothing', 404, 'there is no /nothing here'],
  ])('%s %s is refused with %i and a sentence', async (method, path, status, sentence) => {
    await using served = await aServer();
    const answer = await served.ask(method, path);
    expect([answer.status, (await answer.text()).trimEnd()]).toEqual([status, sentence]);
    expect(answer.headers.allow !== undefined).toBe(status === 405);
  });
});

describe('events', () => {
  const [one, two] = [build('ActivityTriggered', { name: 'ä' }, {}), build('ActivityTriggered', { name: '2' }, {})] as const;

  test('come one as JSON or several on lines, in order', async () => {
    await using served = await aServer();
    const json = await served.ask('POST', '/events', { body: JSON.stringify(one) });
    const lines = await served.ask('POST', '/events', {
      body: [two, one].map((event) => JSON.stringify(event)).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect([json.status, lines.status]).toEqual([204, 204]);
    expect(served.events).toEqual([one, two]);
  });

  test('are refused together when one of them is bad', async () => {
    await using served = await aServer();
    const body = `${JSON.stringify(one)}\n{"meta":{}}`;
    const answer = await served.ask('POST', '/events', { body, headers: { 'content-type': 'application/x-ndjson' } });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringMatching(/^body line 2 is not an Eiffel event: .*event\.meta\.id is missing/),
    ]);
    expect(served.events).toEqual([]);
  });

  test('of more than 32 MiB are refused with an answer', async () => {
    await using served = await aServer();
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const answer = await served.ask('POST', '/events', { body: () => Readable.from(Array.from({ length: 40 }, () => piece)) });
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringMatching(/longer than 33554432 bytes/)]);
  });

  test('arrive from the publisher over HTTP, all and in order', async () => {
    await using served = await aServer();
    const many = Array.from({ length: 2000 }, (_, n) => build('TestCaseTriggered', { testCase: { id: `${n}` } }, { iut: randomUUID() }));
    {
      await using publisher = createHttpPublisher(new URL(`${served.server.root}/events`), { http: served.http, clock: systemClock, log });
      await Promise.all(many.map((event) => publisher.publish(event)));
    }
    expect(served.events).toEqual(many);
  });
});

describe('an upload', () => {
  test.each(['PUT', 'POST'])('by %s is stored whole and given back', async (method) => {
    await using served = await aServer();
    const name = 'a b%ä?#.log';
    const path = `/log/main/sub/${encodeURIComponent(name)}`;
    const content = randomBytes(300_000);
    const answer = await served.ask(method, path, { body: content });
    expect([answer.status, answer.headers['content-type'], await answer.text()]).toEqual([201, 'application/json', '{}']);
    // Asked for its place when it begins, and again when it is whole.
    expect(served.uploads).toMatchObject(Array(2).fill({ mainSuiteId: 'main', subSuiteId: 'sub', name }));
    expect((await readFile(served.directory.at('files', name))).equals(content)).toBe(true);
    expect((await (await served.ask('GET', path)).bytes()).equals(content)).toBe(true);
    expect((await served.ask('HEAD', path)).headers['content-length']).toBe('300000');
    expect(await readdir(served.directory.at('files'))).toEqual([name]);
  });

  test('of nothing is an empty file', async () => {
    await using served = await aServer();
    expect((await served.ask('PUT', '/log/main/sub/empty')).status).toBe(201);
    expect((await stat(served.directory.at('files', 'empty'))).size).toBe(0);
  });

  test.each([
    ['/log/main/sub/..%2F..%2Fetc%2Fpasswd', 400],
    ['/log/main/sub/%2e%2e', 404],
    ['/log/main/sub/..', 404],
    ['/log/main/sub/a%00b', 400],
    ['/log/main/sub/a%5Cb', 400],
    ['/log/main/sub/%zz', 400],
    ['/log/main/sub/a/b', 404],
    ['/log/main/sub/', 404],
    ['/log/main/sub', 404],
    ['/log/main/other/x', 404],
  ])('to %s is refused with %i', async (path, status) => {
    await using served = await aServer();
    // Sent as it stands: our own client would normalise the address first.
    const url = new URL(served.server.root);
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const options = { port: url.port, host: '127.0.0.1', method: 'PUT', path: `${url.pathname}${path}`, agent: new Agent() };
      httpRequest(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end('content');
    });
    expect([answered, served.uploads]).toEqual([status, []]);
    expect(await readdir(served.directory.path)).toEqual([]);
  });

  test('that is refused while it is sent gets its answer', async () => {
    await using served = await aServer();
    const piece = Buffer.alloc(64 * 1024);
    const answer = await served.ask('PUT', '/log/main/other/x', { body: () => Readable.from(Array.from({ length: 500 }, () => piece)) });
    expect([answer.status, await answer.text()]).toEqual([404, 'the run has no sub suite other\n']);
  });

  test('that breaks off leaves nothing', async () => {
    await using served = await aServer();
    const url = new URL(served.server.root);
    const socket = connect(Number(url.port), '127.0.0.1');
    socket.write(`PUT ${url.pathname}/log/main/sub/half HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nhalf`);
    const folder = served.directory.at('files');
    await until(async () => (await readdir(folder).catch(() => [])).length === 1);
    socket.destroy();
    await until(async () => (await readdir(folder)).length === 0);
    expect((await served.ask('GET', '/log/main/sub/half')).status).toBe(404);
  });

  test('of 200 MB streams', async () => {
    await using served = await aServer();
    const [piece, pieces] = [Buffer.alloc(1_000_000, 'x'), 200];
    const before = process.memoryUsage().rss;
    let most = before;
    function* content(): Generator<Buffer> {
      for (let n = 0; n < pieces; n++) {
        most = Math.max(most, process.memoryUsage().rss);
        yield piece;
      }
    }
    const answer = await served.ask('PUT', '/log/main/sub/large', { body: () => Readable.from(content()), length: piece.length * pieces });
    expect(answer.status).toBe(201);
    expect((await stat(served.directory.at('files', 'large'))).size).toBe(200_000_000);
    expect(most - before).toBeLessThan(150_000_000);
  });
});

describe('a live log', () => {
  test('gives what was printed, goes on with what is printed, and ends with the test runner', async () => {
    await using served = await aServer();
    const path = await served.directory.write('console.log', 'one\n');
    served.live.set('sub', { path, over: false });
    const answer = await served.ask('GET', '/live/sub');
    const pieces = answer.body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    expect(String((await pieces.next()).value)).toBe('one\n');
    await appendFile(path, 'two\n');
    expect(String((await pieces.next()).value)).toBe('two\n');
    await appendFile(path, 'three\n');
    served.live.set('sub', { path, over: true });
    expect(String((await pieces.next()).value)).toBe('three\n');
    expect((await pieces.next()).done).toBe(true);
  });

  test('of a sub suite that has not started is not there', async () => {
    await using served = await aServer();
    expect((await served.ask('GET', '/live/sub')).status).toBe(404);
  });

  test('of many megabytes arrives whole', async () => {
    await using served = await aServer();
    const path = await served.directory.write('console.log', 'x'.repeat(10_000_000));
    served.live.set('sub', { path, over: true });
    expect((await (await served.ask('GET', '/live/sub')).bytes()).length).toBe(10_000_000);
  });
});

test('what lies below /delegation is answered by the local delegations', async () => {
  await using served = await aServer();
  const answer = await served.ask('POST', '/delegation/docker/build?wait=1');
  expect(JSON.parse(await answer.text())).toEqual({ below: served.server.root, rest: '/docker/build', query: [['wait', '1']] });
});

test('closing is quick, whoever is connected, and leaves no half files', async () => {
  const served = await aServer();
  const { server, directory, live } = served;
  live.set('sub', { path: await directory.write('console.log', 'x'), over: false });
  await (await served.ask('GET', '/sub_suite?id=one')).text();
  const following = (await served.ask('GET', '/live/sub')).text();
  const uploading = served.ask('PUT', '/log/main/sub/half', {
    body: () => new Readable({ read: () => undefined }).wrap(Readable.from(endless())),
  });
  const outcomes = Promise.allSettled([following, uploading]);
  await until(async () => (await readdir(join(directory.path, 'files')).catch(() => [])).length === 1);
  const started = systemClock.now();
  await server[Symbol.asyncDispose]();
  expect(systemClock.now() - started).toBeLessThan(1000);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await readdir(dirname(directory.at('files', 'x')))).toEqual([]);
  await served[Symbol.asyncDispose]();
});

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) {
    yield Buffer.alloc(1000);
    await systemClock.sleep(5);
  }
}

/** Polls for an effect on the disk that nobody announces. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await systemClock.sleep(5);
}
