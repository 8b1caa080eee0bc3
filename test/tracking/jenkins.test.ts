import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { jenkinsSpace } from '../../src/tracking/jenkins/space.js';
import { Doubtful, NobodyToAsk, Refused, type StartCall, type Tracked, type Tracker } from '../../src/tracking/tracker.js';
import { httpService } from '../support/http-service.js';
import { hurriedClock as clock } from '../support/hurried-clock.js';
import { ends, runsUntilAborted } from '../support/jenkins-builds.js';
import { jenkinsServer, type Between, type JenkinsOptions, type JenkinsServer, type Result } from '../support/jenkins-server.js';

const log = createLog({ level: 'error', write: () => undefined });
const never = new AbortController().signal;
const auth = { type: 'basic', username: 'me', password: 'token-of-me' } as const;

/** The two forms of a start request. */
function formStyle(job: string, identifier: string, more: Partial<StartCall> = {}): StartCall {
  const docker = JSON.stringify({ image: 'busybox', identifier });
  const body = new URLSearchParams({ json: JSON.stringify({ parameter: [{ name: 'docker', value: docker }] }) }).toString();
  return { method: 'POST', url: `${job}/build`, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body, auth, ...more };
}
function fieldStyle(job: string, identifier: string): StartCall {
  const body = new URLSearchParams({ docker: JSON.stringify({ image: 'busybox', identifier }) }).toString();
  return { ...formStyle(job, identifier), url: `${job}/buildWithParameters?delay=0sec`, body };
}

interface Client extends AsyncDisposable {
  readonly lines: readonly string[];
  readonly consoles: readonly string[];
  /** Where the tracker said that the delegation is. */
  readonly places: readonly string[];
  readonly waits: readonly string[];
  start(call?: Partial<StartCall>, identifier?: string, signal?: AbortSignal): Promise<Tracker>;
  recover(identifier: string, location?: string): Promise<Tracker | undefined>;
}

function client(server: Pick<JenkinsServer, 'job'>): Client {
  const http = createHttpClient({ log, environment: {}, clock: systemClock });
  const [lines, consoles, places, waits]: [string[], string[], string[], string[]] = [[], [], [], []];
  const space = jenkinsSpace({
    http,
    clock,
    log,
    onLine: (_, line) => lines.push(line),
    onConsole: (_, address) => consoles.push(address),
    onWaiting: (_, why) => waits.push(why),
  });
  return {
    lines,
    consoles,
    places,
    waits,
    async start(call = {}, identifier = randomUUID(), signal = AbortSignal.timeout(20_000)) {
      const moved = (place: string): void => void places.push(place);
      const { location, tracker } = await space.start(formStyle(server.job, identifier, call), { identifier, moved, signal });
      places.push(location);
      return tracker;
    },
    recover: (identifier, location) =>
      space.recover(formStyle(server.job, identifier), { identifier, ...(location !== undefined && { location }), signal: never }),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}

async function statesOf(tracker: Tracker): Promise<readonly Tracked[]> {
  const states: Tracked[] = [];
  for await (const state of tracker.follow(AbortSignal.timeout(20_000))) states.push(state);
  return states;
}

const passing: JenkinsOptions = { build: ends('SUCCESS', 'hello\n') };

describe('starting', () => {
  test.each([
    { form: 'json', call: formStyle },
    { form: 'a field', call: fieldStyle },
  ])('by $form: from queue to build to end, the console read and linked', async ({ call }) => {
    await using server = await jenkinsServer({ ...passing, quietPeriod: 200 });
    await using own = client(server);
    const identifier = randomUUID();
    const states = await statesOf(await own.start(call(server.job, identifier), identifier));
    const log = `${server.job}/1/console`;
    expect(states[0]).toEqual({ state: 'waiting', queue: 'In the quiet period' });
    expect(states.at(-1)).toEqual({ state: 'ended', log, reason: `build 1 of ${server.job} ended SUCCESS: ${log}` });
    expect(own.consoles).toEqual([log]);
    expect(own.places).toEqual([`${server.url}/queue/item/1/`, `${server.job}/1/#item=1`]);
    expect(own.lines).toEqual(['Started by user me', 'hello', 'Finished: SUCCESS']);
  });

  test.each([
    {
      what: 'a folder, a context path and a proxy',
      options: { job: 'teams/lab/DELEGATION', context: '/jenkins', believes: 'http://controller.internal:8080' },
    },
    { what: 'an item that left and has no build yet', options: { lateExecutable: 100 } },
    { what: 'an item that was forgotten at once', options: { queueExpiry: 0 } },
  ])('finds its build through $what', async ({ options }) => {
    await using server = await jenkinsServer({ ...passing, ...options });
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended', log: `${server.job}/1/console` });
  });

  test('with a password: takes a crumb and its cookie along, also to stop', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const tracker = await own.start({ auth: { type: 'basic', username: 'me', password: 'secret' } });
    await server.until(({ builds }) => builds.length === 1);
    await tracker.cancel(never);
    expect(server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
  });

  test.each([
    { status: 401, options: {}, call: { auth: { ...auth, password: 'wrong' } }, says: /401 .*does not accept the user or the API token/ },
    {
      status: 403,
      options: { users: { me: { token: 'token-of-me', may: ['read'] } } },
      call: {},
      says: /403 .* as me without hudson.model.Item.Build/,
    },
    {
      status: 404,
      options: { users: { me: { token: 'token-of-me', may: [] } } },
      call: {},
      says: /404 .*no such job, or the user may not see it/,
    },
    { status: 405, options: {}, call: { url: 'wrong' }, says: /404/ },
    { status: 409, options: { disabled: true }, call: {}, says: /409 .*disabled/ },
    { status: 400, options: {}, call: { body: 'docker=1' }, says: /400 .*takes no parameter/ },
    { status: 500, options: { parameters: ['other'] }, call: {}, says: /500 .*does not define/ },
  ] as const)('refused with $status: says why, and nothing is started', async ({ options, call, says }) => {
    await using server = await jenkinsServer({ ...passing, ...options });
    await using own = client(server);
    const { url } = { url: undefined, ...call };
    await expect(own.start(url === undefined ? call : { url: `${server.url}/job/OTHER/build` })).rejects.toThrow(says);
    expect(server.builds).toEqual([]);
  });

  test('variables that are not set are no login: what a controller says to somebody unknown, and what to set', async () => {
    await using server = await jenkinsServer(passing);
    await using own = client(server);
    const unset = { type: 'basic', username: '$environment.JENKINS_USERNAME', password: '$environment.JENKINS_TOKEN' } as const;
    const refused = own.start({ auth: unset });
    await expect(refused).rejects.toThrow(/403 .* as anonymous/);
    await expect(refused).rejects.toMatchObject({ hint: expect.stringContaining('JENKINS_USERNAME, JENKINS_TOKEN') as unknown });
    expect(server.requests.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
  });

  test('sent on to another address: names it, and follows nobody', async () => {
    const location = 'https://jenkins.example.org/job/X/build';
    await using proxy = await httpService(() => ({ status: 301, headers: { location } }));
    await using own = client({ job: `${proxy.url}/job/X` });
    await expect(own.start()).rejects.toThrow(`${proxy.url}/job/X answered 301: the job is at ${location}`);
    expect(proxy.requests).toHaveLength(1);
  });

  test('a job without parameters starts nothing that would be followed as ours', async () => {
    await using server = await jenkinsServer({ ...passing, parameters: [] });
    await using own = client(server);
    await expect(own.start({ url: `${server.job}/buildWithParameters` })).rejects.toThrow(/400 .*takes no parameter/);
  });

  test.each([
    { what: 'a view inside a folder', job: 'F/NAME', address: '/job/F/view/all/job/NAME' },
    { what: 'spaces', job: 'F/my job', address: '/job/F/job/my job' },
    { what: 'a slash at its end', job: 'F/NAME', address: '//job/F/job/NAME/' },
  ])('at an address with $what and a user', async ({ job, address }) => {
    await using server = await jenkinsServer({ ...passing, job });
    await using own = client({ job: server.url.replace('//', '//me:token-of-me@') + address });
    const tracker = await own.start({ auth: undefined } as unknown as Partial<StartCall>);
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'ended', log: expect.not.stringContaining('token-of-me') });
    expect(server.builds).toHaveLength(1);
  });

  test('an item that a redirect names is taken', async () => {
    await using server = await jenkinsServer({ ...passing, quietPeriod: 200 });
    await using own = client(server);
    const identifier = randomUUID();
    await own.start({}, identifier);
    server.between = ({ method }) => (method === 'POST' ? { status: 302, headers: { location: '/queue/item/1/' } } : undefined);
    await own.start({}, identifier);
    expect(own.places).toEqual([`${server.url}/queue/item/1/`, `${server.url}/queue/item/1/`]);
  });

  test('a new crumb for the same session keeps its cookie', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const crumbs = ['first', 'second'];
    let [crumb] = crumbs;
    server.between = ({ method, path, headers }) => {
      const known = headers.cookie === 'JSESSIONID=abc';
      if (path.startsWith('/crumbIssuer'))
        return {
          status: 200,
          headers: { 'content-type': 'application/json', ...(!known && { 'set-cookie': 'JSESSIONID=abc; Path=/' }) },
          body: JSON.stringify({ crumb, crumbRequestField: 'Jenkins-Crumb' }),
        };
      return method === 'POST' && !(known && headers['jenkins-crumb'] === crumb) ? { status: 403, body: 'No valid crumb' } : undefined;
    };
    const tracker = await own.start();
    await server.until(({ builds }) => builds.length === 1);
    [, crumb] = crumbs;
    await tracker.cancel(never);
    expect(server.builds).toMatchObject([{ result: 'ABORTED' }]);
  });

  test.each([
    { what: 'a login page', between: { status: 200, body: '<html>Sign in</html>' } },
    { what: 'the way to one', between: { status: 302, headers: { location: 'https://sso.example/login' } } },
  ])('$what is no Jenkins: says so, and nothing is started', async ({ between }) => {
    await using server = await jenkinsServer(passing);
    await using own = client(server);
    server.between = () => between;
    const started = own.start();
    await expect(started).rejects.toThrow(`answered ${between.status}: a login page or a proxy answered, not Jenkins`);
    await expect(started).rejects.toBeInstanceOf(Refused);
  });

  test('waits for a controller that starts up, longer than for others', async () => {
    await using server = await jenkinsServer(passing);
    server.restart(150);
    await using own = client(server);
    expect((await statesOf(await own.start({ limit: 1_000 }))).at(-1)).toMatchObject({ state: 'ended' });
  });

  test('waits for a controller that starts up', async () => {
    await using server = await jenkinsServer(passing);
    server.restart(800);
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended' });
  });

  test('stopped while it waits for one: nothing was started', async () => {
    await using server = await jenkinsServer(passing);
    server.restart(60_000);
    await using own = client(server);
    const stop = new AbortController();
    const started = own.start({}, randomUUID(), stop.signal);
    // The pause after the fourth is four times as long as its answer is given here to arrive.
    await server.until(({ requests }) => requests.length === 4);
    await clock.sleep(1_000);
    stop.abort(new Error('stopped'));
    await expect(started).rejects.toThrow(Refused);
  });

  test('nobody listens: says so within the time limit', async () => {
    await using own = client({ job: 'http://127.0.0.1:9/job/X' });
    await expect(own.start({ limit: 300 })).rejects.toThrow(/nothing listens on 127\.0\.0\.1:9/);
  });

  test('no such host: says so at once', async () => {
    await using own = client({ job: 'http://jenkins.invalid/job/X' });
    await expect(own.start()).rejects.toThrow(/the host name jenkins\.invalid is not known/);
  });

  test.each([
    { what: 'the answer was lost, the build is there', lose: (server: JenkinsServer) => server.loseNextAnswer(true), posts: 1 },
    { what: 'the request was lost, nothing is there', lose: (server: JenkinsServer) => server.loseNextAnswer(false), posts: 2 },
    { what: 'a proxy gave up', lose: (server: JenkinsServer) => server.answerNext(504), posts: 2 },
  ])('$what: exactly one build', async ({ lose, posts }) => {
    await using server = await jenkinsServer(passing);
    lose(server);
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended' });
    expect(server.builds).toHaveLength(1);
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/build'))).toHaveLength(posts);
  });

  test('taken, but nobody says where: is found by its identifier', async () => {
    await using server = await jenkinsServer(passing);
    server.hideNextLocation();
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended' });
    expect(server.builds).toHaveLength(1);
  });

  test('the answer was lost, and nobody may read the parameters: is not sent again, and says so', async () => {
    await using server = await jenkinsServer({ ...passing, passwords: true });
    server.loseNextAnswer(true);
    await using own = client(server);
    await expect(own.start()).rejects.toThrow(/does not say whether it started .*: the values of its parameters are hidden/);
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('when answers to start requests are lost', () => {
  const posts = ({ requests }: JenkinsServer): number => requests.filter(({ method }) => method === 'POST').length;

  test('a request that arrives seconds after it was given up is found, and not sent again', async () => {
    await using server = await jenkinsServer(passing);
    server.delayNext(4_000 / 20);
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended' });
    expect([server.builds.length, posts(server)]).toEqual([1, 1]);
  });

  test('a request that arrives when it has been sent again: the second build is ended, ours goes on', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    server.delayNext('the next');
    await using own = client(server);
    const tracker = await own.start();
    const followed = statesOf(tracker);
    await server.until(({ builds }) => builds[1]?.result === 'ABORTED');
    expect(own.places[0]).toBe(`${server.url}/queue/item/1/`);
    expect(server.builds).toMatchObject([{ building: true }, { building: false }]);
    await tracker.cancel(never);
    await followed;
  });

  test.each([
    { when: 'while ours runs', after: 40_000, ended: 50_000 },
    { when: 'just before ours ends', after: 30_000, ended: 22_000 },
  ])('a request that arrives $when, long after it was sent again: the second build is ended', async ({ after, ended }) => {
    await using server = await jenkinsServer({
      build: ({ number, onAbort }) =>
        new Promise((resolve) => {
          onAbort(() => resolve('ABORTED'));
          if (number === 1) void clock.sleep(ended).then(() => resolve('SUCCESS'));
        }),
    });
    server.delayNext(after / 20);
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended', reason: expect.stringContaining('SUCCESS') });
    expect(server.builds.map(({ result }) => result)).toEqual(['SUCCESS', 'ABORTED']);
  });

  test('cancelled, with two builds of one request: both are ended, also by whoever finds them after a crash', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const identifier = randomUUID();
    server.delayNext('the next');
    await (await own.start({}, identifier)).cancel(never);
    expect(server.builds).toMatchObject([{ result: 'ABORTED' }, { result: 'ABORTED' }]);
    server.delayNext('the next');
    const second = randomUUID();
    await own.start({}, second);
    await (await own.recover(second))?.cancel(never);
    expect(server.builds.map(({ result }) => result)).toEqual(Array.from({ length: 4 }, () => 'ABORTED'));
  });

  test('neither a refusal, nor a redirect, nor a login page after a lost answer proves that nothing was started', async () => {
    const answers = [
      { status: 409 },
      { status: 302, headers: { location: '/job/DELEGATION/' } },
      { status: 302, headers: { location: '/login' } },
    ];
    await Promise.all(
      answers.map(async (answer) => {
        await using server = await jenkinsServer(passing);
        server.loseNextAnswer(false);
        await using own = client(server);
        server.between = ({ method }) => (method === 'POST' && posts(server) > 1 ? answer : undefined);
        await expect(own.start()).rejects.toBeInstanceOf(Doubtful);
      }),
    );
  });

  test('answers that are always lost are no proof either', async () => {
    await using server = await jenkinsServer(passing);
    server.between = ({ method }) => (method === 'POST' ? { status: 504 } : undefined);
    await using own = client(server);
    await expect(own.start({ limit: 300 })).rejects.toBeInstanceOf(Doubtful);
  });

  test.each([
    { job: 'Büro 7/a~b', address: '/job/B%c3%bcro%207/job/a%7Eb' },
    { job: 'a,b', address: '/job/a%2Cb' },
  ])('$job is found, however its address is written', async ({ job, address }) => {
    await using server = await jenkinsServer({ ...passing, job, executors: 0 });
    server.loseNextAnswer(true);
    await using own = client({ job: server.url + address });
    await (await own.start()).cancel(never);
    expect([posts(server), server.queue]).toEqual([2, []]);
  });
});

describe('following', () => {
  test('a build of the same number after the job was made anew is not ours: ours is gone, and nothing is pressed', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const tracker = await own.start();
    for await (const { state } of tracker.follow(AbortSignal.timeout(20_000))) if (state === 'running') break;
    const [, place = ''] = own.places;
    server.forgetBuilds();
    await own.start();
    await server.until(({ builds }) => builds.length === 1);
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'lost', reason: expect.stringContaining('another has its number') });
    for (const one of [tracker, await own.recover(randomUUID(), place)]) {
      await one?.cancel(never);
      expect(one?.over?.()).toBe(true);
    }
    expect(server.builds).toMatchObject([{ number: 1, building: true }]);
  });

  const onPath = (pattern: RegExp, answer: Between, times = Infinity): NonNullable<JenkinsServer['between']> => {
    let n = 0;
    return ({ path }) => (pattern.test(path) && n++ < times ? answer : undefined);
  };
  const login: Between = { status: 200, body: '<html>Sign in</html>' };

  test.each([
    { what: '401', answer: { status: 401 } },
    { what: '403', answer: { status: 403 } },
    { what: 'a login page', answer: login },
    { what: 'null', answer: { status: 200, headers: { 'content-type': 'application/json' }, body: 'null' } },
  ])('$what once is asked again', async ({ answer }) => {
    await using server = await jenkinsServer(passing);
    await using own = client(server);
    server.between = onPath(/queue\/item|\/1\/api/, answer, 2);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'ended' });
  });

  test.each([
    { what: 'refuses', answer: { status: 403 }, says: /answered 403: the user may not see/ },
    { what: 'shows a login page', answer: login, says: /answered 200: a login page or a proxy answered, not Jenkins$/ },
    { what: 'sends to another page', answer: { status: 302, headers: { location: 'https://sso.example/' } }, says: /302: a login page/ },
  ])('what $what is lost within seconds, and stopped before', async ({ answer, says }) => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const tracker = await own.start();
    const states: Tracked[] = [];
    for await (const state of tracker.follow(AbortSignal.timeout(20_000))) {
      states.push(state);
      if (state.state !== 'running') continue;
      server.between = ({ method, path }) => {
        if (method === 'POST') server.between = undefined;
        return method === 'GET' && /\/1\/api/.test(path) ? answer : undefined;
      };
    }
    expect(states.at(-1)).toMatchObject({ state: 'lost', reason: expect.stringMatching(says) });
    expect(server.builds).toMatchObject([{ result: 'ABORTED' }]);
  });

  test.each([
    { what: '503', answer: { status: 503 } },
    { what: 'a login page', answer: login },
    { what: 'a smaller size', answer: { status: 200, headers: { 'content-type': 'text/plain', 'x-text-size': '-1' }, body: 'hello\n' } },
  ])('a console that answers with $what for a moment is whole in the end, and nothing is told twice', async ({ answer }) => {
    await using server = await jenkinsServer(passing);
    await using own = client(server);
    server.between = onPath(/progressiveText/, answer, 2);
    await statesOf(await own.start());
    expect(own.lines).toEqual(['Started by user me', 'hello', 'Finished: SUCCESS']);
  });

  test('what waits for a build before it, or for a controller that shuts down, waits on, whatever the controller calls it', async () => {
    await Promise.all(
      ['Jenkins is about to shut down', 'Build #3 is already in progress (ETA: N/A)'].map(async (why) => {
        await using server = await jenkinsServer(passing);
        server.hold(why);
        await using own = client(server);
        const ended = statesOf(await own.start());
        await clock.sleep(13_000);
        server.release();
        expect((await ended).at(-1)).toMatchObject({ state: 'ended' });
      }),
    );
  });

  test('one that has told its result is looked at until it ends, not at leisure', async () => {
    let go: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (go = resolve));
    await using server = await jenkinsServer({ build: () => done.then(() => 'SUCCESS') });
    await using own = client(server);
    const tracker = await own.start();
    const ended = statesOf(tracker);
    await server.until(({ builds }) => builds.length === 1);
    // By then it asks every five seconds.
    await clock.sleep(12_000);
    go();
    const began = clock.now();
    tracker.soon?.();
    expect((await ended).at(-1)).toMatchObject({ state: 'ended' });
    expect(clock.now() - began).toBeLessThan(2_500);
  });

  test('an early result is not the end', async () => {
    let end: () => void = () => undefined;
    const go = new Promise<void>((resolve) => (end = resolve));
    await using server = await jenkinsServer({
      async build({ early }) {
        early('UNSTABLE');
        await go;
        return 'UNSTABLE';
      },
    });
    await using own = client(server);
    const tracker = await own.start();
    const states: string[] = [];
    for await (const { state } of tracker.follow(AbortSignal.timeout(20_000))) {
      states.push(state);
      if (state === 'running') end();
    }
    expect(states.slice(-2)).toEqual(['running', 'ended']);
  });

  test('reads a console in pieces: notes left out, letters over the border of pieces whole', async () => {
    const letters = Buffer.from('grün ✓ 日本\n');
    await using server = await jenkinsServer({
      async build({ print }) {
        print('\u001b[8mha:AAAAB3NzaC1yc2E=\u001b[0mnoted\n');
        for (const byte of letters) {
          print(Uint8Array.of(byte));
          await new Promise((resume) => setTimeout(resume, 60));
        }
        print('no end of line');
        return 'SUCCESS';
      },
    });
    await using own = client(server);
    await statesOf(await own.start());
    expect(own.lines).toEqual(['Started by user me', 'noted', 'grün ✓ 日本', 'no end of lineFinished: SUCCESS']);
  });

  const refusal = 'the policy does not allow --privileged';
  test.each([
    { what: 'what the delegation runner said', log: `etos-runner: error: ${refusal}.\nERROR: exit code 2\n`, says: refusal },
    {
      what: 'that, behind a time, in colour',
      log: `[2026-01-01T00:00:00Z] \u001b[31metos-runner: error: ${refusal}\u001b[0m\n`,
      says: refusal,
    },
    { what: 'what Jenkins said', log: 'etos-runner: pulled x\n\u001b[8mha:AAAA\u001b[0mERROR: no Docker here\n', says: 'no Docker here' },
    { what: 'that at the end of a long log', log: `${'x'.repeat(99)}\n`.repeat(2_000) + 'ERROR: gone\n', says: 'gone' },
  ])('a build that failed says why: $what', async ({ log: printed, says }) => {
    await using server = await jenkinsServer({ build: ends('FAILURE', printed) });
    await using own = client(server);
    const address = `${server.job}/1/console`;
    const reason = `build 1 of ${server.job} ended FAILURE (${says}): ${address}`;
    expect((await statesOf(await own.start())).at(-1)).toEqual({ state: 'ended', log: address, reason });
  });

  test('never fetches parameters while nothing is lost', async () => {
    await using server = await jenkinsServer(passing);
    await using own = client(server);
    await statesOf(await own.start());
    const asked = server.requests.filter(({ path }) => path.includes('api/json')).map(({ path }) => path);
    expect(asked.every((path) => path.includes('tree=') && !path.includes('param'))).toBe(true);
  });

  test('an item that somebody cancels in the queue ends with the reason', async () => {
    await using server = await jenkinsServer({ ...passing, quietPeriod: 60_000 });
    await using own = client(server);
    const tracker = await own.start();
    const followed = statesOf(tracker);
    await fetch(`${server.url}/queue/cancelItem?id=1`, { method: 'POST', headers: { Authorization: `Basic ${btoa('me:token-of-me')}` } });
    expect((await followed).at(-1)).toEqual({ state: 'ended', reason: `it was cancelled in the queue of ${server.url}` });
  });

  test('what leaves the queue and becomes no build ends with the reason', async () => {
    await using server = await jenkinsServer({ ...passing, quietPeriod: 60_000 });
    await using own = client(server);
    const tracker = await own.start();
    server.lose();
    expect((await statesOf(tracker)).at(-1)).toEqual({
      state: 'lost',
      reason: `${server.job} has no build of queue item 1: it left the queue without one`,
    });
    expect(tracker.over?.()).toBe(true);
  });

  test('what is stuck in the queue is taken out of it, within seconds, with the reason', async () => {
    await using server = await jenkinsServer(passing);
    server.hold();
    await using own = client(server);
    const began = clock.now();
    const tracker = await own.start();
    expect((await statesOf(tracker)).at(-1)).toEqual({
      state: 'lost',
      reason: `stuck in the queue of ${server.url}: There are no nodes with the label ‘docker’`,
    });
    expect(clock.now() - began).toBeLessThan(20_000);
    expect([server.queue, server.builds, tracker.over?.()]).toEqual([[], [], true]);
  });

  const why = (label: string): string => `There are no nodes with the label ‘${label}’`;

  test.each([
    { what: 'by a cloud', why: why('docker && big'), labels: { 'docker && big': { clouds: 1 } } },
    {
      what: 'by Jenkins itself',
      why: 'All nodes of label ‘docker’ are offline; ‘built-in’ doesn’t have label ‘docker’',
      labels: { docker: { nodes: [{ name: 'a b', launchSupported: true }] } },
    },
  ])('what waits for a node that is started on demand $what is not stuck', async ({ why: sentence, labels }) => {
    await using server = await jenkinsServer({ ...passing, labels });
    server.hold(sentence);
    await using own = client(server);
    const ended = statesOf(await own.start());
    await clock.sleep(18_000);
    server.release();
    expect((await ended).at(-1)).toMatchObject({ state: 'ended' });
  });

  test.each([
    { what: 'that its owner starts', node: {} },
    { what: 'that somebody took away', node: { launchSupported: true, temporarilyOffline: true } },
    { what: 'whose start has failed', node: { launchSupported: true, cause: 'hudson.slaves.OfflineCause$LaunchFailed' } },
  ])('what waits for a node $what is stuck', async ({ node }) => {
    await using server = await jenkinsServer({ ...passing, labels: { docker: { nodes: [{ name: 'n', ...node }] } } });
    server.hold('‘n’ is offline; All nodes of label ‘docker’ are offline');
    await using own = client(server);
    expect((await statesOf(await own.start())).at(-1)).toMatchObject({ state: 'lost', reason: expect.stringContaining('is offline') });
  });

  test.each([
    { what: 'no node will ever come for is ended', labels: { docker: {} }, ends: true },
    { what: 'a cloud starts a node for goes on', labels: { docker: { clouds: 1 } }, ends: false },
    { what: 'the owner of a node has to help goes on', labels: { docker: { nodes: [{ name: 'n' }] } }, ends: false },
    { what: 'a controller says nothing of goes on', labels: undefined, ends: false },
  ])('a pipeline that $what', async ({ labels, ends }) => {
    const go = clock.sleep(18_000);
    await using server = await jenkinsServer({
      ...(labels && { labels }),
      build({ waitForNode, onAbort }) {
        waitForNode(why('docker'));
        return new Promise((resolve) => {
          onAbort(() => resolve('ABORTED'));
          void go.then(() => resolve('SUCCESS'));
        }).finally(() => waitForNode(undefined)) as Promise<Result>;
      },
    });
    await using own = client(server);
    const reason = `${server.job}/1 waits for a node that will not come: ${why('docker')}`;
    const last = ends ? { state: 'lost', reason } : { state: 'ended' };
    expect((await statesOf(await own.start())).at(-1)).toMatchObject(last);
    expect(server.builds).toMatchObject([{ result: ends ? 'ABORTED' : 'SUCCESS' }]);
  });

  test('what waits for others that run is not stuck, however long, whatever the controller says', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1, impatience: 0 });
    await using own = client(server);
    const first = await own.start();
    await server.until(({ builds }) => builds.length === 1);
    const tracker = await own.start();
    const states: Tracked[] = [];
    const seen = clock.now() + 30_000;
    const freed = clock.sleep(30_000).then(() => first.cancel(never));
    for await (const state of tracker.follow(AbortSignal.timeout(20_000))) {
      states.push(state);
      if (state.state === 'running') break;
    }
    await freed;
    expect(states[0]).toEqual({ state: 'waiting', queue: 'Waiting for next available executor' });
    expect(clock.now()).toBeGreaterThan(seen);
    expect(states.at(-1)).toMatchObject({ state: 'running' });
  });

  test('a pipeline that runs and waits for its node says what for', async () => {
    let go: () => void = () => undefined;
    const freed = new Promise<void>((resolve) => (go = resolve));
    await using server = await jenkinsServer({
      async build({ waitForNode }) {
        waitForNode('There are no nodes with the label ‘docker’');
        await freed;
        waitForNode(undefined);
        return 'SUCCESS';
      },
    });
    await using own = client(server);
    const states: Tracked[] = [];
    for await (const state of (await own.start()).follow(AbortSignal.timeout(20_000))) {
      states.push(state);
      if (state.state === 'waiting' && state.queue.startsWith('There are no')) go();
    }
    expect(own.waits).toContain('There are no nodes with the label ‘docker’');
    expect(states.at(-1)).toMatchObject({ state: 'ended' });
  });

  test('a restart loses what waited, and keeps what runs', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1 });
    await using own = client(server);
    const [runs, waits] = [await own.start(), await own.start()];
    await server.until(({ builds, queue }) => builds.length === 1 && queue.length === 1);
    const ended = statesOf(runs);
    server.restart(500);
    expect((await statesOf(waits)).at(-1)).toMatchObject({
      state: 'lost',
      reason: expect.stringContaining('lost in a restart') as unknown,
    });
    await runs.cancel(never);
    expect((await ended).at(-1)).toMatchObject({ state: 'ended', reason: expect.stringContaining('ended ABORTED') as unknown });
    expect([runs.over?.(), waits.over?.()]).toEqual([true, true]);
  }, 30_000);

  test('a build that was deleted is lost', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const tracker = await own.start();
    const states: Tracked[] = [];
    for await (const state of tracker.follow(AbortSignal.timeout(20_000))) {
      states.push(state);
      if (state.state === 'running') server.remove(1);
    }
    expect(states.at(-1)).toEqual({ state: 'lost', reason: `build 1 of ${server.job} was deleted` });
  });

  test('a build whose job was renamed, or hidden from the user, is lost and not known to be over', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1 });
    await using own = client(server);
    const [runs, waits] = [await own.start(), await own.start()];
    for await (const { state } of runs.follow(AbortSignal.timeout(20_000))) if (state === 'running') break;
    server.hideJob();
    for (const [tracker, what] of [
      [runs, 'build 1'],
      [waits, 'queue item 2'],
    ] as const) {
      const reason = expect.stringMatching(`^${what} of ${server.job} cannot be seen any more: the job was renamed`) as unknown;
      expect((await statesOf(tracker)).at(-1)).toEqual({ state: 'lost', reason });
      expect(tracker.over?.()).toBe(false);
      await expect(tracker.cancel(never)).rejects.toBeInstanceOf(NobodyToAsk);
    }
    expect(server.builds).toMatchObject([{ building: true }]);
    server.hideJob(false);
    await runs.cancel(never);
    expect(runs.over?.()).toBe(true);
  });
});

describe('cancelling', () => {
  test.each([{ older: false }, { older: true }])('in the queue: no build is ever made (older controller: $older)', async ({ older }) => {
    await using server = await jenkinsServer({ ...passing, quietPeriod: 60_000, older });
    await using own = client(server);
    const tracker = await own.start();
    await tracker.cancel(never);
    expect(tracker.over?.()).toBe(true);
    expect([server.queue, server.builds]).toEqual([[], []]);
  });

  test('while it leaves the queue: the build is stopped', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted(), lateExecutable: 100 });
    await using own = client(server);
    const tracker = await own.start();
    await server.until(({ builds }) => builds.length === 1);
    await tracker.cancel(never);
    expect(server.builds).toMatchObject([{ result: 'ABORTED' }]);
    expect(server.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/job/DELEGATION/build',
      '/queue/cancelItem?id=1',
      '/job/DELEGATION/1/stop',
    ]);
  });

  const presses = ({ requests }: JenkinsServer): readonly string[] =>
    requests.flatMap(({ method, path }) => (method === 'POST' ? [path.replace('/job/DELEGATION', '')] : []));

  test.each([
    { deaf: 'to nothing', hears: ['stop'], says: ['/build', '/1/stop'] },
    { deaf: 'to /stop', hears: ['term'], says: ['/build', '/1/stop', '/1/term'] },
    { deaf: 'to /stop and /term', hears: [], says: ['/build', '/1/stop', '/1/term', '/1/kill'] },
  ])('a build that is deaf $deaf ends all the same, each step after the patience that the one before deserves', async ({ hears, says }) => {
    await using server = await jenkinsServer({ build: runsUntilAborted(hears) });
    await using own = client(server);
    const tracker = await own.start();
    for await (const { state } of tracker.follow(AbortSignal.timeout(20_000))) if (state === 'running') break;
    const began = clock.now();
    await tracker.cancel(never);
    expect(presses(server)).toEqual(says);
    expect(server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
    expect(tracker.over?.()).toBe(true);
    const patience = { 2: 0, 3: 30_000, 4: 40_000 }[says.length] ?? 0;
    expect(clock.now() - began).toBeGreaterThanOrEqual(patience);
    expect(clock.now() - began).toBeLessThan(patience + 10_000);
  });

  test('a /stop that is broken leads on to /term', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const tracker = await own.start();
    await server.until(({ builds }) => builds.length === 1);
    server.between = ({ path }) => (path.endsWith('/stop') ? { status: 500 } : undefined);
    await tracker.cancel(never);
    expect(server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
  });

  test('while the controller restarts: as soon as it is back', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted() });
    await using own = client(server);
    const tracker = await own.start();
    await server.until(({ builds }) => builds.length === 1);
    server.restart(300);
    await tracker.cancel(never);
    expect(server.builds).toMatchObject([{ result: 'ABORTED', building: false }]);
  });

  test.each([{ executors: 1 }, { executors: 0 }])(
    'a user who may not: says so, and what runs stays known ($executors executors)',
    async ({ executors }) => {
      const users = { me: { token: 'token-of-me', may: ['read', 'build'] } } as const;
      await using server = await jenkinsServer({ build: runsUntilAborted(), executors, users });
      await using own = client(server);
      const tracker = await own.start();
      await server.until(({ builds }) => builds.length === executors);
      await expect(tracker.cancel(never)).rejects.toThrow(/answered 403: the user may not end what is at \//);
      expect(tracker.over?.()).toBe(false);
    },
  );
});

describe('after a crash', () => {
  test.each([
    { what: 'hides its parameters', options: { passwords: true }, says: 'the values of its parameters are hidden' },
    { what: 'has no such job', options: { job: 'OTHER' }, says: 'the job is not there any more, or may not be seen' },
  ])('a controller that $what will never say', async ({ options, says }) => {
    await using server = await jenkinsServer({ ...passing, ...options });
    await using own = client({ job: `${server.url}/job/DELEGATION` });
    if ('passwords' in options) await own.start();
    const asked = own.recover(randomUUID());
    await expect(asked).rejects.toBeInstanceOf(NobodyToAsk);
    await expect(asked).rejects.toThrow(says);
  });

  test('finds the build by its place, or by the identifier alone', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1 });
    await using own = client(server);
    const [first, second] = [randomUUID(), randomUUID()];
    await own.start({}, first);
    await own.start({}, second);
    await server.until(({ builds, queue }) => builds.length === 1 && queue.length === 1);
    const tracker = await own.recover(first);
    const waiting = await own.recover(second);
    await waiting?.cancel(never);
    await tracker?.cancel(never);
    expect([tracker?.over?.(), waiting?.over?.()]).toEqual([true, true]);
    expect(server.builds).toMatchObject([{ result: 'ABORTED' }]);
    expect(await own.recover(randomUUID())).toBeUndefined();
    const again = await own.recover(first, `${server.job}/1/`);
    await again?.cancel(never);
    expect(again?.over?.()).toBe(true);
  });
});
