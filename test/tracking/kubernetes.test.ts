import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { kubernetesSpace } from '../../src/tracking/kubernetes.js';
import type { StartCall, Tracked, Tracker } from '../../src/tracking/tracker.js';
import { testWithKubectl } from '../support/kubectl.js';
import { kubernetesServer, type KubernetesServer } from '../support/kubernetes-server.js';

const log = createLog({ level: 'error', write: () => undefined });
const never = new AbortController().signal;

function client({ jobsUrl }: Pick<KubernetesServer, 'jobsUrl'>) {
  const http = createHttpClient({ log, environment: {}, clock });
  const lines: string[] = [];
  const space = kubernetesSpace({ http, clock, log, onLine: (_, line) => lines.push(line) });
  const call = (identifier: string, more: Partial<StartCall> = {}): StartCall => ({
    method: 'POST',
    url: jobsUrl,
    headers: { Authorization: 'Bearer token-of-ci' },
    body: JSON.stringify({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: `etr-${identifier}` }, spec: {} }),
    ...more,
  });
  return {
    lines,
    start: (more: Partial<StartCall> = {}, identifier: string = randomUUID()) =>
      space.start(call(identifier, more), { identifier, signal: AbortSignal.timeout(20_000) }),
    recover: (identifier: string, location?: string) =>
      space.recover(call(identifier), { identifier, ...(location !== undefined && { location }), signal: never }),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}

async function statesOf(tracker: Tracker): Promise<readonly Tracked[]> {
  const states: Tracked[] = [];
  for await (const state of tracker.follow(AbortSignal.timeout(20_000))) states.push(state);
  return states;
}

describe('a delegation as a Job of Kubernetes', () => {
  test('is created, followed to its end, its log read', async () => {
    await using server = await kubernetesServer((job) => Object.assign(job, { pod: 'failed', log: 'one\ntwo\n' }));
    await using own = client(server);
    const { tracker, location } = await own.start({}, 'x1');
    expect(location).toBe(`${server.jobsUrl}/etr-x1`);
    const reason = 'job etr-x1 ended Failed (BackoffLimitExceeded, Job has reached the specified backoff limit, Error) and told no result';
    expect((await statesOf(tracker)).at(-1)).toEqual({ state: 'ended', code: 3, reason });
    expect(own.lines).toEqual(['one', 'two']);
    expect(tracker.over?.()).toBe(true);
  });

  test.each([
    { pod: 'none', queue: 'no pod yet' },
    { pod: 'unschedulable', queue: 'Unschedulable: 0/3 nodes are available' },
    { pod: 'pulling fails', queue: 'ImagePullBackOff: Back-off pulling image "nowhere"' },
  ] as const)('says what it waits for: $queue', async ({ pod, queue }) => {
    await using server = await kubernetesServer((job) => (job.pod = pod));
    await using own = client(server);
    const { tracker } = await own.start();
    for await (const tracked of tracker.follow(AbortSignal.timeout(20_000))) {
      if (tracked.state === 'waiting') expect(tracked.queue).toBe(queue);
      for (const job of server.jobs) job.pod = 'succeeded';
    }
    expect.assertions(1);
  });

  test.each([
    { what: 'a wrong token', more: { headers: { Authorization: 'Bearer wrong' } }, says: /answered 401 .*Unauthorized/ },
    { what: 'a manifest without a name', more: { body: '{"kind": "Job"}' }, says: /no metadata\.name/ },
  ])('is refused for $what', async ({ more, says }) => {
    await using server = await kubernetesServer();
    await using own = client(server);
    await expect(own.start(more)).rejects.toThrow(says);
    expect(server.jobs).toEqual([]);
  });

  test('of a name that is taken belongs to somebody else', async () => {
    await using server = await kubernetesServer();
    await using own = client(server);
    await own.start({}, 'same');
    await expect(own.start({}, 'same')).rejects.toThrow(/answered 409 .*already exists/);
  });

  test.each([true, false])('is created once when the answer was lost (carried out: %p)', async (carriedOut) => {
    await using server = await kubernetesServer();
    server.loseNextAnswer(carriedOut);
    await using own = client(server);
    expect((await statesOf((await own.start()).tracker)).at(-1)).toMatchObject({ state: 'ended', code: 0 });
    expect(server.jobs).toHaveLength(1);
  });

  test('that somebody deletes is lost', async () => {
    await using server = await kubernetesServer((job) => (job.pod = 'running'));
    await using own = client(server);
    const { tracker, location } = await own.start({}, 'x2');
    const followed = statesOf(tracker);
    await fetch(location, { method: 'DELETE', headers: { Authorization: 'Bearer token-of-ci' } });
    expect((await followed).at(-1)).toEqual({ state: 'lost', reason: 'job etr-x2 was deleted' });
  });

  test('is deleted by a cancel, and after a crash by its place or its identifier', async () => {
    await using server = await kubernetesServer((job) => (job.pod = 'running'));
    await using own = client(server);
    const [first, second, third] = [await own.start({}, 'x3'), await own.start({}, 'x4'), await own.start({}, 'x5')];
    await first.tracker.cancel(never);
    expect(first.tracker.over?.()).toBe(true);
    await (await own.recover('x4', second.location))?.cancel(never);
    await (await own.recover('x5'))?.cancel(never);
    expect([server.jobs, third.location, await own.recover('x6')]).toEqual([[], `${server.jobsUrl}/etr-x5`, undefined]);
  });
});

testWithKubectl('the fake answers kubectl: get, logs, delete', async () => {
  // kubectl sends no token where it could be read on the way.
  await using server = await kubernetesServer((job) => Object.assign(job, { pod: 'running', log: 'hello\n' }), '');
  await using own = client(server);
  await own.start({}, 'x7');
  const kubectl = async (...args: readonly string[]): Promise<string> => {
    const login = ['--server', server.url, '--namespace', 'etos'];
    return (
      await promisify(execFile)('kubectl', [...login, ...args], {
        env: { PATH: process.env.PATH, HOME: '/nonexistent', KUBECONFIG: '/dev/null' },
      })
    ).stdout;
  };
  expect(await kubectl('get', 'jobs', '-o', 'name')).toBe('job.batch/etr-x7\n');
  expect(await kubectl('logs', 'etr-x7-abcde')).toBe('hello\n');
  await kubectl('delete', 'job', 'etr-x7', '--wait=false', '--cascade=foreground');
  expect(server.jobs).toEqual([]);
});
