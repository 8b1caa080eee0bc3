// An ETOS deployment for tests, from the reference (etos.md 1 to 2.4): its API refuses what FastAPI and pydantic refuse, its SSE server sends what the Go
// service sends, cut at any place, its event repository answers by GraphQL. What a run tells there is said by a test.

import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createEventStore } from '../../src/eiffel/store.js';
import { answerQuery } from '../../src/server/graphql.js';
import { aCollection, aSuite, type CollectionSuite } from './collections.js';

type Members = Readonly<Record<string, unknown>>;

export interface DeploymentOptions {
  readonly collection?: readonly CollectionSuite[];
  /** What its API serves. */
  readonly serves?: readonly ('v0' | 'v1alpha' | '2021')[];
  /** Called when a run was started. */
  readonly onStart?: (testrun: FakeTestrun) => void;
  /** What a wish to end a run is answered; undefined: as the API does. */
  readonly onAbort?: (testrun: FakeTestrun, nth: number) => number | undefined;
  /** What the start of a run is answered instead. */
  readonly refuse?: { readonly status: number; readonly body?: unknown; readonly location?: string };
  /** What the start of a run waits for before it is answered. */
  readonly hold?: () => Promise<void>;
  /** Statuses of the SSE server before it opens the stream. */
  readonly notYet?: readonly number[];
  /** Ends the stream without a word after so many events, as often as it says. */
  readonly drops?: readonly number[];
  /** User name and password in front of everything but the collection. */
  readonly login?: string;
  /** Statuses of a file before it is there, by its name. */
  readonly slowFiles?: Readonly<Record<string, readonly number[]>>;
  /** Whether the event repository answers. */
  readonly blind?: boolean;
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A run of the deployment, which a test makes tell things. */
export interface FakeTestrun {
  readonly id: string;
  /** Ids of its activity and its first main suite. */
  readonly activity: string;
  /** Sends an event to whoever listens to the stream, and to whoever comes later. */
  tell(event: string, data: unknown): void;
  /** An upload of a test runner: a file of the log area, told of in the stream. @param says other members, or other values */
  upload(event: 'report' | 'artifact', name: string, content: string, says?: Members): string;
  publish(type: string, data: Members, links: Readonly<Record<string, string>>, id?: string): string;
  /** A whole run of one suite with one sub suite, which ended so. */
  carryOut(
    verdict: 'PASSED' | 'FAILED' | 'INCONCLUSIVE',
    parts?: {
      readonly suite?: string;
      readonly cases?: Readonly<Record<string, string>>;
      /** Of the sub suite. */
      readonly persistentLogs?: readonly { readonly name: string; readonly uri: string }[];
    },
  ): void;
  /** Ends the activity; nothing is published for a suite runner that was killed. */
  finish(canceled?: string): void;
  /** Ends the stream as the generation does. */
  shutdown(outcome: unknown): void;
}

export interface Deployment extends AsyncDisposable {
  readonly url: string;
  /** The address of the collection. */
  readonly collection: string;
  readonly requests: readonly FakeRequest[];
  readonly testruns: readonly FakeTestrun[];
  /** Ids that somebody wanted to end. */
  readonly aborted: readonly string[];
}

interface Stream {
  readonly events: { readonly id: number; readonly event: string; readonly data: string }[];
  readonly listeners: Set<() => void>;
}

const versions: Readonly<Record<string, string>> = {
  ActivityTriggered: '4.2.0',
  ActivityFinished: '3.3.0',
  ActivityCanceled: '3.2.0',
  TestExecutionRecipeCollectionCreated: '4.3.0',
};

export async function etosDeployment(options: DeploymentOptions = {}): Promise<Deployment> {
  const { serves = ['v0', 'v1alpha'], collection = aCollection(aSuite({ name: 'smoke' })), login } = options;
  const store = createEventStore();
  const requests: FakeRequest[] = [];
  const testruns: FakeTestrun[] = [];
  const aborted: string[] = [];
  const streams = new Map<string, Stream>();
  const files = new Map<string, string>();
  const [notYet, drops] = [[...(options.notYet ?? [])], [...(options.drops ?? [])]];
  const slow = new Map(Object.entries(options.slowFiles ?? {}).map(([name, statuses]) => [name, [...statuses]]));
  // The same places in every run of the tests, and other ones for every piece.
  let random = 42;
  const upTo = (most: number): number => (random = (random * 48_271) % 2_147_483_647) % most;

  const startRun = (): FakeTestrun => {
    const [id, activity] = [randomUUID(), randomUUID()];
    const stream: Stream = { events: [], listeners: new Set() };
    streams.set(id, stream);
    let time = Date.now();
    const testrun: FakeTestrun = {
      id,
      activity,
      tell(event, data) {
        stream.events.push({ id: stream.events.length + 1, event, data: typeof data === 'string' ? data : JSON.stringify(data) });
        stream.listeners.forEach((listener) => listener());
      },
      upload(event, name, content, says = {}) {
        const address = `${url}/logarea/${id}/${encodeURIComponent(name)}`;
        files.set(new URL(address).pathname, content);
        const sha = createHash('sha256').update(content).digest('hex');
        testrun.tell(event, {
          url: address,
          name,
          checksums: { 'SHA-256': sha },
          ...(event === 'artifact' && { directory: 'smoke_SubSuite_0' }),
          ...says,
        });
        return address;
      },
      publish(type, data, links, own = randomUUID()) {
        const meta = { id: own, type: `Eiffel${type}Event`, version: versions[type] ?? '3.3.0', time: time++ };
        store.add({ meta, data, links: Object.entries(links).map(([kind, target]) => ({ type: kind, target })) });
        return own;
      },
      carryOut(verdict, { suite = 'smoke', cases = {}, persistentLogs = [] } = {}) {
        const outcome = { verdict, conclusion: verdict === 'INCONCLUSIVE' ? 'FAILED' : 'SUCCESSFUL', description: `It is ${verdict}.` };
        const main = testrun.publish(
          'TestSuiteStarted',
          { name: suite, categories: ['Regression test suite', 'webshop'] },
          { CONTEXT: activity },
        );
        const sub = testrun.publish(
          'TestSuiteStarted',
          { name: `${suite}_SubSuite_0`, categories: ['Regression test_suite', 'Sub suite', 'webshop'] },
          { CONTEXT: activity, ...(!serves.includes('2021') && { CAUSE: main }) },
        );
        for (const [name, said] of Object.entries(cases)) {
          const one = testrun.publish('TestCaseTriggered', { testCase: { id: name } }, { CONTEXT: sub });
          testrun.publish('TestCaseStarted', {}, { CONTEXT: sub, TEST_CASE_EXECUTION: one });
          const conclusion = said === 'PASSED' ? 'SUCCESSFUL' : 'FAILED';
          testrun.publish('TestCaseFinished', { outcome: { verdict: said, conclusion } }, { CONTEXT: sub, TEST_CASE_EXECUTION: one });
        }
        testrun.publish('TestSuiteFinished', { outcome, persistentLogs }, { TEST_SUITE_EXECUTION: sub, CONTEXT: activity });
        testrun.publish('TestSuiteFinished', { outcome }, { TEST_SUITE_EXECUTION: main, CONTEXT: activity });
      },
      finish(canceled) {
        if (canceled === undefined)
          testrun.publish('ActivityFinished', { outcome: { conclusion: 'SUCCESSFUL' } }, { ACTIVITY_EXECUTION: activity });
        else testrun.publish('ActivityCanceled', { reason: canceled }, { ACTIVITY_EXECUTION: activity });
      },
      shutdown: (outcome) => testrun.tell('shutdown', outcome),
    };
    testruns.push(testrun);
    const batchesUri = `${url}/collection.json`;
    testrun.publish('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: randomUUID() }, batchesUri }, {}, id);
    testrun.publish('ActivityTriggered', { name: 'ETOS testrun', executionType: 'AUTOMATED' }, { CAUSE: id }, activity);
    options.onStart?.(testrun);
    return testrun;
  };

  const listen = async (id: string, request: IncomingMessage, response: ServerResponse, filters: readonly string[]): Promise<void> => {
    const refusal = notYet.shift();
    const stream = streams.get(id);
    if (refusal !== undefined || !stream) {
      response.writeHead(refusal ?? 404, { 'content-type': 'text/plain; charset=utf-8' }).end('no\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    // Including the one that was seen last (etos.md 2.4).
    let next = Number(request.headers['last-event-id'] ?? 1);
    let budget = drops.shift() ?? Infinity;
    const open = (): boolean => !response.writableEnded && !response.destroyed;
    let sending: Promise<void> = Promise.resolve();
    const send = async (whole: string): Promise<void> => {
      for (let rest = Buffer.from(whole); rest.length > 0 && open();) {
        const cut = 1 + upTo(40);
        response.write(rest.subarray(0, cut));
        rest = rest.subarray(cut);
        // A piece of its own for whoever reads.
        await new Promise((done) => setImmediate(done));
      }
    };
    const flush = (): void => {
      sending = sending.then(async () => {
        for (; next <= stream.events.length && open(); next++) {
          const { id: number, event, data } = stream.events[next - 1] ?? { id: 0, event: '', data: '' };
          if (filters.length > 0 && !filters.some((filter) => filter.startsWith(event))) continue;
          if (budget-- <= 0) {
            // In the middle of an event.
            await send(`id: ${number}\nevent: ${event}\ndata: {"mess`);
            response.destroy();
            return;
          }
          await send(`: keep-alive\n\nevent: ping\ndata: \n\nid: ${number}\nevent: ${event}\ndata: ${data}\n\n`);
        }
      });
    };
    stream.listeners.add(flush);
    response.once('close', () => stream.listeners.delete(flush));
    response.flushHeaders();
    flush();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', url);
    const method = request.method ?? '';
    const say = (status: number, body?: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
    };
    const mayEnter = login === undefined || request.headers.authorization === `Basic ${Buffer.from(login).toString('base64')}`;
    const today = serves.includes('v0') || serves.includes('v1alpha');
    if (path === '/collection.json') return say(200, collection);
    if (path === '/graphql') {
      if (options.blind) return say(503);
      if (!mayEnter) return say(401, { detail: 'Not authenticated' });
      return await answerQuery(request, response, { events: store, query: searchParams });
    }
    const body = await text(request);
    requests.push({ method, path: request.url ?? '', headers: request.headers, body });
    if (!mayEnter) return say(401, { detail: 'Not authenticated' });
    const file = files.get(path);
    if (path.startsWith('/logarea/')) {
      const name = decodeURIComponent(path.split('/').at(-1) ?? '');
      const status = slow.get(name)?.shift() ?? (file === undefined ? 404 : 200);
      response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(status === 200 ? file : undefined);
      return;
    }
    if (today && path === '/api/selftest/ping' && serves.includes('v0')) {
      response.writeHead(307, { location: `${url}/api/ping` }).end();
      return;
    }
    if (path === '/api/ping' && serves.includes('v0')) return say(204);
    if (path === '/api/v1alpha/ping' && serves.includes('v1alpha')) return say(204);
    if (path === '/selftest/ping' && serves.includes('2021')) return say(204);
    const starts = { v0: '/api/etos', v1alpha: '/api/v1alpha/testrun', '2021': '/etos' } as const;
    const generation = serves.find((one) => path === starts[one] || path.startsWith(`${starts[one]}/`));
    if (generation && path === starts[generation] && method === 'POST') {
      const problems = problemsOf(body, request.headers['content-type'], generation);
      if (problems.length > 0) return say(422, { detail: problems });
      if (options.refuse) {
        if (options.refuse.location !== undefined) response.setHeader('location', options.refuse.location);
        return say(options.refuse.status, options.refuse.body);
      }
      const asked = JSON.parse(body) as Members;
      const { id } = startRun();
      await options.hold?.();
      return say(200, {
        event_repository: `${url}/graphql`,
        tercc: id,
        artifact_id: randomUUID(),
        artifact_identity: asked.artifact_identity ?? 'pkg:generic/known-by-its-id@1',
      });
    }
    if (generation && generation !== '2021' && method === 'DELETE') {
      const id = path.slice(starts[generation].length + 1);
      aborted.push(id);
      const testrun = testruns.find((one) => one.id === id);
      const status = testrun ? (options.onAbort?.(testrun, aborted.length) ?? 200) : 404;
      return status === 200
        ? say(200, { message: `Abort triggered for suite id: ${id}.` })
        : say(status, { detail: 'Suite ID not found.' });
    }
    if (generation && method !== 'POST') return say(405, { detail: 'Method Not Allowed' });
    const [, version, id = ''] = /^\/sse\/(v1|v2alpha)\/events\/([^/]+)$/.exec(path) ?? [];
    if (version !== undefined && method === 'GET') {
      const filters = searchParams.getAll('filter').map((filter) => filter.split('.')[0] ?? '');
      return await listen(id, request, response, filters);
    }
    return say(404, { detail: 'Not Found' });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    collection: `${url}/collection.json`,
    requests,
    testruns,
    aborted,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNull: Check = (value) => value === null;
const isId: Check = (value) => isText(value) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value as string);
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** The fields of each generation (etos.md 2.2), and all keys that its own client sends (1.2). */
const fields: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  v0: {
    artifact_id: either(isNull, isId),
    artifact_identity: either(isNull, isText),
    parent_activity: either(isNull, isId),
    test_suite_url: isText,
    dataset: either(isObject, Array.isArray),
    execution_space_provider: isText,
    iut_provider: isText,
    log_area_provider: isText,
  },
  v1alpha: {
    artifact_id: either(isNull, isId),
    artifact_identity: either(isNull, isText),
    parent_activity: either(isNull, isId),
    test_suite_url: isText,
    dataset: either(isObject, (value) => Array.isArray(value) && value.length > 0 && value.every(isObject)),
    execution_space_provider: either(isNull, isText),
    iut_provider: either(isNull, isText),
    log_area_provider: either(isNull, isText),
    timeout: either(isNull, Number.isInteger),
  },
  '2021': {
    dataset: isObject,
    iut_provider: isText,
    execution_space_provider: isText,
    log_area_provider: isText,
    test_suite_url: isText,
  },
};

/** What FastAPI says of a body, in its form. */
function problemsOf(body: string, contentType: string | undefined, generation: string): readonly Members[] {
  if (contentType !== 'application/json')
    return [{ type: 'model_attributes_type', loc: ['body'], msg: 'Input should be a valid dictionary' }];
  const value = JSON.parse(body) as Members;
  const missing = Object.keys(fields[generation] ?? {}).filter((key) => !(key in value));
  const wrong = Object.entries(fields[generation] ?? {}).filter(([key, check]) => key in value && !check(value[key]));
  const others = Object.keys(value).filter((key) => !(key in (fields[generation] ?? {})) && !key.startsWith('artifact_i'));
  const [id, identity] = [value.artifact_id ?? null, value.artifact_identity ?? null];
  const item = (msg: string): Members => ({ type: 'value_error', loc: ['body', 'artifact_id'], msg: `Value error, ${msg}` });
  return [
    ...missing.map((key) => ({ type: 'missing', loc: ['body', key], msg: 'Field required' })),
    ...wrong.map(([key]) => ({ type: 'type_error', loc: ['body', key], msg: 'Input should be valid' })),
    ...others.map((key) => ({ type: 'extra_forbidden', loc: ['body', key], msg: 'The client does not send this' })),
    ...(id === null && identity === null ? [item('Missing or invalid identity: provide a valid UUID or PackageURL.')] : []),
    ...(id !== null && identity !== null ? [item("Only one of 'artifact_identity' or 'artifact_id' is required.")] : []),
  ];
}
