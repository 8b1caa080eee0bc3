import { describe, expect, test } from '@jest/globals';
import { provideImage } from '../../runner/image.js';
import { parseImageReference } from '../../src/documents/image-reference.js';
import { engineFrom } from '../../src/docker/create-engine.js';
import type { Clock } from '../../src/host/clock.js';
import { fakeEngine, type FakeEngine } from '../support/fake-engine.js';

const here = { status: 200, body: '{"Id":"sha256:1","RepoDigests":["reg.example/x@sha256:2"]}' };
const nowhere = { status: 404, body: '{"message":"No such image"}' };
const pulled = { status: 200, body: '{"status":"done"}\n' };
const failing = (message: string) => ({ status: 200, body: `${JSON.stringify({ errorDetail: { message } })}\n` });

/** Time that passes as soon as somebody waits for it. */
function impatientClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    now: () => now,
    monotonic: () => now,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    deadline: () => new AbortController().signal,
  };
}

interface Asked {
  readonly pull?: 'always' | 'missing' | 'never';
  readonly reference?: string;
}

async function provide(fake: FakeEngine, { pull = 'always', reference = 'reg.example/x:1' }: Asked = {}) {
  const image = parseImageReference(reference);
  if (!image) throw new Error('no reference');
  const said: string[] = [];
  const clock = impatientClock();
  const { signal } = new AbortController();
  const engine = engineFrom({ DOCKER_HOST: fake.host });
  const provided = provideImage(
    { image, pull },
    { engine, login: () => Promise.resolve('login'), clock, say: (line) => said.push(line), signal },
  );
  return { provided, said, clock };
}

/** An engine whose pulls go as told, one after the other, and that has the image once one has worked. */
function pulls(answers: { status: number; body: string }[], isHere = false): Promise<FakeEngine> {
  let has = isHere;
  return fakeEngine((request) => {
    if (!request.startsWith('POST')) return has ? here : nowhere;
    const answer = answers.shift() ?? failing('no more answers');
    if (answer === pulled) has = true;
    return answer;
  });
}

describe('provideImage', () => {
  test('a tag is pulled at every run, with the login', async () => {
    await using fake = await pulls([pulled], true);
    const { provided, said } = await provide(fake);
    expect(await provided).toMatchObject({ id: 'sha256:1' });
    // The first look is for the case that the pull fails.
    const look = 'GET /v1.41/images/reg.example/x%3A1/json';
    expect(fake.requests).toEqual(['POST /v1.41/images/create?fromImage=reg.example%2Fx%3A1', look, look]);
    expect(fake.headersOf(0)['x-registry-auth']).toBe('login');
    expect(said).toEqual(['pulling reg.example/x:1', expect.stringMatching(/^pulled reg\.example\/x:1 in .* s, sha256:2$/)]);
  });

  test('without a tag the latest is pulled, not all there are', async () => {
    await using fake = await pulls([pulled]);
    await (
      await provide(fake, { reference: 'busybox' })
    ).provided;
    expect(fake.requests[0]).toMatch(/fromImage=busybox%3Alatest/);
  });

  test('missing: what is there is not pulled', async () => {
    await using fake = await pulls([], true);
    await (
      await provide(fake, { pull: 'missing' })
    ).provided;
    expect(fake.requests).toHaveLength(1);
  });

  test('never: what is not there is the end', async () => {
    await using fake = await pulls([]);
    await expect((await provide(fake, { pull: 'never' })).provided).rejects.toThrow(
      /is not on this machine and is not to be pulled\. Bring it here, or allow it with --pull missing$/,
    );
  });

  test('a pull that fails is a warning when the image is there, and is not tried again', async () => {
    await using fake = await pulls([failing('connection refused')], true);
    const { provided, said, clock } = await provide(fake);
    expect(await provided).toMatchObject({ id: 'sha256:1' });
    expect(said.at(-1)).toMatch(/^warning: .*connection refused/);
    expect(clock.waits).toEqual([]);
  });

  test.each([
    'received unexpected HTTP status: 503 Service Unavailable',
    'dial tcp 127.0.0.1:1: connect: connection refused',
    'read tcp: connection reset by peer',
    'net/http: TLS handshake timeout',
    'context deadline exceeded',
    'toomanyrequests: slow down',
  ])('what may pass is tried again: %s', async (message) => {
    await using fake = await pulls([failing(message), failing(message), pulled]);
    const { provided, clock } = await provide(fake);
    await provided;
    expect(clock.waits).toEqual([1_000, 2_000]);
  });

  test('as long as the registry asks for', async () => {
    await using fake = await pulls([failing('toomanyrequests: Retry-After: 30'), pulled]);
    const { provided, clock } = await provide(fake);
    await provided;
    expect(clock.waits).toEqual([30_000]);
  });

  const login = 'Is the image’s name right, and has docker login, or DOCKER_CONFIG, a login for its registry?';
  const lookup = 'Is the registry’s name right, and can the engine look it up?';
  test.each([
    ['unauthorized: authentication required', login],
    ['denied: requested access to the resource is denied', login],
    ['manifest unknown: manifest unknown', 'Is the image’s name right, and does the registry have that tag?'],
    ['dial tcp: lookup reg.example on 10.0.0.1:53: no such host', lookup],
    ['dial tcp: lookup reg.example on [::1]:53: read udp: connection refused', lookup],
  ])('what does not pass is the end, with the registry’s words and what may help: %s', async (message, remedy) => {
    await using fake = await pulls([failing(message)]);
    const { provided, clock } = await provide(fake);
    await expect(provided).rejects.toMatchObject({
      exitCode: 125,
      message: `image reg.example/x:1 cannot be pulled: ${message}. ${remedy}`,
    });
    expect(clock.waits).toEqual([]);
  });

  test('after two minutes it is given up', async () => {
    await using fake = await pulls(Array.from({ length: 50 }, () => failing('503 Service Unavailable')));
    const { provided, clock } = await provide(fake);
    await expect(provided).rejects.toThrow(/cannot be pulled: 503/);
    expect(clock.now()).toBeLessThanOrEqual(120_000);
    expect(clock.now()).toBeGreaterThan(100_000);
  });
});
