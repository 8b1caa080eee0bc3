import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { systemClock, type Clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { kubernetesSpace } from '../../src/tracking/kubernetes/space.js';
import type { StartCall, Tracked, Tracker } from '../../src/tracking/tracker.js';
import { makeCertificates, makeClientCertificate } from '../support/certificates.js';
import { temporaryDirectory } from '../support/directory.js';
import { fastClock } from '../support/fast-clock.js';
import { testWithKubectl } from '../support/kubectl.js';
import { ends, runsUntilDeleted } from '../support/kubernetes-pods.js';
import { kubernetesServer, type KubernetesServer } from '../support/kubernetes-server.js';
import { startProcess } from '../support/program.js';

const never = new AbortController().signal;

function client({ jobsUrl }: Pick<KubernetesServer, 'jobsUrl'>, clock: Clock = fastClock) {
  const [lines, logged]: [string[], string[]] = [[], []];
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) });
  const http = createHttpClient({ log, environment: {}, clock: systemClock });
  const space = kubernetesSpace({ environment: {}, http, clock, log, onLine: (_, line) => lines.push(line) });
  const call = (identifier: string, more: Partial<StartCall> = {}): StartCall => ({
    method: 'POST',
    url: jobsUrl,
    headers: { Authorization: 'Bearer token-of-ci' },
    body: manifest(identifier),
    ...more,
  });
  return {
    lines,
    logged,
    start: (more: Partial<StartCall> = {}, identifier: string = randomUUID()) =>
      space.start(call(identifier, more), { identifier, signal: AbortSignal.timeout(20_000) }),
    recover: (identifier: string, location?: string) =>
      space.recover(call(identifier), { identifier, ...(location !== undefined && { location }), signal: never }),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}

function manifest(identifier: string, annotations: Readonly<Record<string, string>> = {}): string {
  const name = `etr-${identifier}`;
  const containers = [{ name: 'test-runner', image: 'busybox', envFrom: [{ secretRef: { name } }] }];
  return JSON.stringify({
    kind: 'List',
    items: [
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name, annotations }, spec: { template: { spec: { containers } } } },
      { apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: { TEXT: 'sesame', PORT: 5672, SSL: true, NOTHING: null } },
    ],
  });
}

async function statesOf(tracker: Tracker): Promise<readonly Tracked[]> {
  const states: Tracked[] = [];
  for await (const state of tracker.follow(AbortSignal.timeout(20_000))) states.push(state);
  return states;
}

const gone = ({ jobs, pods, secrets }: KubernetesServer): unknown => [jobs, pods, secrets];

describe('a delegation as a Job of Kubernetes', () => {
  test('is created, watched to its end, its log read', async () => {
    await using server = await kubernetesServer({ node: ends(3, 'one\ntwo\n') });
    await using own = client(server);
    const { tracker, location } = await own.start({}, 'x1');
    expect(location).toBe(`${server.jobsUrl}/etr-x1`);
    const reason = 'job etr-x1 ended Failed (BackoffLimitExceeded, Job has reached the specified backoff limit, Error) and told no result';
    expect((await statesOf(tracker)).at(-1)).toEqual({ state: 'ended', code: 3, reason });
    expect(own.lines).toEqual(['one', 'two']);
    expect(tracker.over?.()).toBe(true);
  });

  test('says what its container said last, where the manifest wants that told', async () => {
    await using server = await kubernetesServer({ node: ends(1, 'one\nno such module: etos_test_runner\n') });
    await using own = client(server);
    const body = manifest('x2').replace('"image"', '"terminationMessagePolicy":"FallbackToLogsOnError","image"');
    const { tracker } = await own.start({ body }, 'x2');
    const reason = expect.stringMatching(/and told no result; its last words: no such module: etos_test_runner$/) as unknown;
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'ended', reason });
  });

  test('gets its variables by a Secret that is its own, as text, and that goes with it', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    const { tracker } = await own.start();
    await server.until(({ pods, secrets }) => pods.length + secrets.length === 2);
    expect(server.pod().environment()).toEqual({ TEXT: 'sesame', PORT: '5672', SSL: 'true' });
    expect(server.secrets[0]?.metadata.ownerReferences).toMatchObject([{ kind: 'Job', uid: server.jobs[0]?.metadata.uid }]);
    expect(JSON.stringify(server.jobs)).not.toContain('sesame');
    await tracker.cancel(never);
    await server.until(({ secrets }) => secrets.length === 0);
    expect(gone(server)).toEqual([[], [], []]);
    expect(own.logged.join('\n')).not.toMatch(/sesame|token-of-ci/);
  });

  test('is watched, not asked for: news come by themselves, also after a connection broke and after 410', async () => {
    await using server = await kubernetesServer({ node: (pod) => pod.waits('ContainerCreating') });
    await using own = client(server);
    const { tracker } = await own.start();
    const followed = statesOf(tracker);
    const watches = ({ requests }: KubernetesServer): number => requests.filter((request) => request.includes('watch=1')).length;
    await server.until((one) => watches(one) === 2);
    server.pod().runs();
    server.pod().prints('before');
    await server.until(({ requests }) => requests.some((request) => request.includes('/log?')));
    server.forget();
    server.cut();
    await server.until((one) => watches(one) === 4);
    server.pod().prints('after');
    server.pod().exits(0);
    expect((await followed).map(({ state }) => state)).toEqual(['waiting', 'running', 'ended']);
    expect(own.lines).toEqual(['before', 'after']);
    expect(server.requests.length).toBeLessThan(16);
  });

  test.each([
    { what: 'an image that cannot be pulled', waits: 'ImagePullBackOff', says: /ImagePullBackOff: Back-off/, seconds: 45 },
    { what: 'an image that no engine takes', waits: 'InvalidImageName', says: /InvalidImageName: Back-off/, seconds: 0 },
    { what: 'a pod that no node takes', waits: undefined, says: /Unschedulable: 0\/3 nodes are available/, seconds: 45 },
  ])('with $what is lost within a minute, with the reason, and leaves nothing', async ({ waits, says, seconds }) => {
    await using server = await kubernetesServer({
      node: (pod) =>
        waits === undefined ? pod.unschedulable('0/3 nodes are available') : pod.waits(waits, 'Back-off pulling image "nowhere"'),
    });
    await using own = client(server);
    const began = fastClock.now();
    const { tracker } = await own.start();
    const states = await statesOf(tracker);
    expect(states.at(-1)).toMatchObject({ state: 'lost', reason: expect.stringMatching(says) as unknown });
    const took = (fastClock.now() - began) / 1000;
    expect(took).toBeGreaterThanOrEqual(seconds);
    expect([gone(server), tracker.over?.()]).toEqual([[[], [], []], true]);
  });

  test('that gets no pod is lost with what the cluster warned of', async () => {
    await using server = await kubernetesServer({ noPods: 'pods "etr" is forbidden: exceeded quota' });
    await using own = client(server);
    expect((await statesOf((await own.start()).tracker)).at(-1)).toMatchObject({
      state: 'lost',
      reason: expect.stringMatching(/made no pod .*FailedCreate: .*exceeded quota/) as unknown,
    });
  });

  test('waits as long as its annotation says, where nodes are started on demand', async () => {
    await using server = await kubernetesServer({ node: (pod) => pod.unschedulable('0/3 nodes are available') });
    await using own = client(server);
    const began = fastClock.now();
    const annotations = { 'etos.eiffel-community.github.io/start-timeout': '90' };
    await statesOf((await own.start({ body: manifest('x8', annotations) })).tracker);
    expect(fastClock.now() - began).toBeGreaterThanOrEqual(90_000);
  });

  test.each([
    { what: 'a wrong token', more: { headers: { Authorization: 'Bearer wrong' } }, says: /answered 401 .*Unauthorized/ },
    { what: 'a manifest without a name', more: { body: '{"kind": "Job"}' }, says: /no metadata\.name/ },
    { what: 'a manifest of something else', more: { body: '{"kind": "Deployment"}' }, says: /no Job|has a Deployment/ },
    {
      what: 'a start time that is none',
      more: { body: manifest('x', { 'etos.eiffel-community.github.io/start-timeout': 'soon' }) },
      says: /start-timeout is "soon"; expected seconds/,
    },
  ])('is refused for $what', async ({ more, says }) => {
    await using server = await kubernetesServer();
    await using own = client(server);
    await expect(own.start(more)).rejects.toThrow(says);
    expect(server.jobs).toEqual([]);
  });

  test('whose Secret is refused is taken back', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted, forbidden: ['create secrets'] });
    await using own = client(server);
    await expect(own.start()).rejects.toThrow(/answered 403 .*cannot create resource "secrets"/);
    expect(gone(server)).toEqual([[], [], []]);
  });

  test('that may not be watched is lost, with the permission that is missing', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted, forbidden: ['watch pods'] });
    await using own = client(server);
    expect((await statesOf((await own.start()).tracker)).at(-1)).toMatchObject({
      state: 'lost',
      reason: expect.stringContaining('cannot watch resource "pods"') as unknown,
    });
  });

  test.each(['watch=1', 'jobs?'])('is followed on after a login that was refused twice (%s)', async (asked) => {
    await using server = await kubernetesServer();
    await using own = client(server);
    const { tracker } = await own.start();
    let refused = 2;
    server.replace((request) => (request.startsWith('GET') && request.includes(asked) && refused-- > 0 ? 401 : undefined));
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'ended', code: 0 });
  });

  test('whose login is refused for good is lost', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    const { tracker } = await own.start();
    server.replace((request) => (request.includes('watch=1') ? 401 : undefined));
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'lost', reason: expect.stringContaining('answered 401') as unknown });
  });

  test('is lost within a minute, not over, when a page answers in the place of the server', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    const { tracker } = await own.start();
    server.replace((request) => (request.startsWith('GET') ? 'page' : undefined));
    const began = fastClock.now();
    const reason = expect.stringMatching(/GET .*s answered \d+: a login page or a proxy answered, not Kubernetes$/) as unknown;
    expect((await statesOf(tracker)).at(-1)).toEqual({ state: 'lost', reason });
    expect([fastClock.now() - began < 60_000, tracker.over?.()]).toEqual([true, false]);
  });

  test.each([503, 'lost'] as const)('is deleted once more when the answer to that is %p', async (answer) => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    const { tracker } = await own.start();
    let bad = 1;
    server.replace((request) => (request.startsWith('DELETE') && bad-- > 0 ? answer : undefined));
    await tracker.cancel(never);
    expect([server.jobs, server.pods, tracker.over?.()]).toEqual([[], [], true]);
  });

  test('that cannot be deleted within a minute says what the server answered, and is not over', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    const { tracker } = await own.start();
    server.replace((request) => (request.startsWith('DELETE') ? 503 : undefined));
    await expect(tracker.cancel(never)).rejects.toThrow(/is still there after 60 s: DELETE .* answered 503/);
    expect(tracker.over?.()).toBe(false);
  });

  test('of a name that is taken belongs to somebody else', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    await own.start({}, 'same');
    await expect(own.start({}, 'same')).rejects.toThrow(/answered 409 .*already exists/);
    expect(server.jobs).toHaveLength(1);
  });

  test.each([true, false])('is created once when the answer was lost (carried out: %p)', async (carriedOut) => {
    await using server = await kubernetesServer();
    server.loseNextAnswer(carriedOut);
    await using own = client(server);
    expect((await statesOf((await own.start()).tracker)).at(-1)).toMatchObject({ state: 'ended', code: 0 });
    expect(server.jobs).toHaveLength(1);
    expect(server.secrets[0]?.metadata.ownerReferences).toMatchObject([{ uid: server.jobs[0]?.metadata.uid }]);
  });

  test('that somebody deletes is lost', async () => {
    await using server = await kubernetesServer({ node: runsUntilDeleted });
    await using own = client(server);
    const { tracker, location } = await own.start({}, 'x2');
    const followed = statesOf(tracker);
    await fetch(location, { method: 'DELETE', headers: { Authorization: 'Bearer token-of-ci' } });
    expect((await followed).at(-1)).toEqual({ state: 'lost', reason: 'job etr-x2 was deleted' });
  });

  test('is deleted by a cancel, which waits until its pod is gone, and after a crash by its place or its identifier', async () => {
    let released: () => void = () => undefined;
    const ending = new Promise<void>((resolve) => (released = resolve));
    await using server = await kubernetesServer({ node: (pod) => (pod.runs(), pod.onDelete(() => ending)) });
    await using own = client(server);
    const [first, second, third] = [await own.start({}, 'x3'), await own.start({}, 'x4'), await own.start({}, 'x5')];
    await server.until(({ pods }) => pods.length === 3);
    const canceling = first.tracker.cancel(never);
    await server.until(({ requests }) => requests.at(-1)?.includes('watch=1') === true);
    expect([server.jobs.length, first.tracker.over?.()]).toEqual([3, false]);
    released();
    await canceling;
    expect(first.tracker.over?.()).toBe(true);
    await (await own.recover('x4', second.location))?.cancel(never);
    await (await own.recover('x5'))?.cancel(never);
    expect([server.jobs, third.location, await own.recover('x6')]).toEqual([[], `${server.jobsUrl}/etr-x5`, undefined]);
  });
});

test('the role of the documents is what a run needs, and no more', async () => {
  const documents = await readFile(resolve(import.meta.dirname, '../../docs/execution-spaces.md'), 'utf8');
  const [, block = ''] = /```yaml\n(.*?)```/s.exec(documents) ?? [];
  const role = parseAllDocuments(block)
    .map(
      (document) =>
        document.toJS() as { readonly kind: string; readonly rules: readonly { readonly resources: string[]; readonly verbs: string[] }[] },
    )
    .find(({ kind }) => kind === 'Role');
  const allowed = (role?.rules ?? []).flatMap(({ resources, verbs }) =>
    resources.flatMap((what) => verbs.map((verb) => `${verb} ${what}`)),
  );
  const all = ['create', 'get', 'list', 'watch', 'delete'].flatMap((verb) =>
    ['jobs', 'secrets', 'pods', 'pods/log', 'events'].map((what) => `${verb} ${what}`),
  );
  await using server = await kubernetesServer({
    forbidden: all.filter((one) => !allowed.includes(one)),
    node: (pod) => (pod.name.startsWith('etr-ends') ? ends(0, 'one\n')(pod) : pod.unschedulable('0/3 nodes are available')),
  });
  await using own = client(server);
  server.loseNextAnswer(true);
  expect((await statesOf((await own.start({}, 'ends')).tracker)).at(-1)).toMatchObject({ state: 'ended' });
  expect((await statesOf((await own.start({}, 'stuck')).tracker)).at(-1)).toMatchObject({
    state: 'lost',
    reason: expect.stringContaining('Unschedulable') as unknown,
  });
  await own.start({}, 'killed');
  await (await own.recover('killed'))?.cancel(never);
  expect(own.lines).toEqual(['one']);
  const used = new Set(
    server.requests.map((request) => {
      const [, method = '', , what = '', name, log] =
        /^(\w+) \/(api\/v1|apis\/batch\/v1)\/namespaces\/etos\/(\w+)(\/[^/?]+)?(\/log)?/.exec(request) ?? [];
      const read = name !== undefined ? 'get' : request.includes('watch=1') ? 'watch' : 'list';
      return `${{ POST: 'create', DELETE: 'delete' }[method] ?? read} ${what}${log ?? ''}`;
    }),
  );
  expect([...used].sort()).toEqual([...allowed].sort());
});

describe('the fake, asked by kubectl with TLS and a kubeconfig', () => {
  testWithKubectl('creates, lists, waits, follows logs, deletes', async () => {
    await using directory = await temporaryDirectory();
    const { key, certificate, authorityFile } = await makeCertificates(directory.path);
    const own = await makeClientCertificate(directory.path);
    await using server = await kubernetesServer({
      node: (pod) => (pod.runs(), pod.prints('hello\n')),
      token: () => false,
      tls: { key, cert: certificate, ca: certificate && (await promisify(execFile)('cat', [authorityFile])).stdout },
    });
    const kubeconfig = await directory.write('config', {
      clusters: [{ name: 'lab', cluster: { server: server.url, 'certificate-authority': 'ca.pem' } }],
      users: [{ name: 'ci', user: { 'client-certificate': own.certificate, 'client-key': own.key } }],
      contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'ci', namespace: 'etos' } }],
      'current-context': 'lab',
    });
    const start = (...args: readonly string[]) =>
      startProcess(['kubectl', ...args], { env: { HOME: directory.path, KUBECONFIG: kubeconfig } });
    // kubectl sends what it makes itself in a form of its own, and files as JSON.
    const containers = [{ name: 'main', image: 'busybox' }];
    const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'one' }, spec: { template: { spec: { containers } } } };
    const file = await directory.write('job.json', job);
    const kubectl = async (...args: readonly string[]): Promise<string> => {
      await using running = start(...args);
      const { exitCode, output } = await running.ended;
      expect([args, exitCode, output]).toEqual([args, 0, output]);
      return output;
    };
    expect(await kubectl('create', '--validate=false', '-f', file)).toBe('job.batch/one created\n');
    await using logs = start('logs', '-f', 'job/one');
    await logs.prints(/hello/);
    await using waiting = start('wait', '--for=condition=complete', 'job/one', '--timeout=20s');
    await server.until(({ requests }) => requests.some((request) => /jobs\?.*watch=true/.test(request)));
    server.pod().prints('more\n');
    server.pod().exits(0);
    expect([(await waiting.ended).output, (await logs.ended).stdout]).toEqual(['job.batch/one condition met\n', 'hello\nmore\n']);
    expect(await kubectl('get', 'jobs,pods', '-o', 'name')).toMatch(/^job\.batch\/one\npod\/one-\w{5}\n$/);
    await kubectl('delete', 'job', 'one', '--cascade=foreground', '--timeout=20s');
    expect([server.jobs, server.pods]).toEqual([[], []]);
  });
});
