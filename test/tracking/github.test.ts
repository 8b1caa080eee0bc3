import { getOctokit } from '@actions/github';
import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from '../../src/host/clock.js';
import { NotCarriedOut } from '../../src/host/errors.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { githubSpace } from '../../src/tracking/github/space.js';
import { Refused, type StartCall, type Tracked, type Tracker } from '../../src/tracking/tracker.js';
import { fastClock } from '../support/fast-clock.js';
import { ends, readWorkflow, runsUntilCancelled } from '../support/github-jobs.js';
import { githubServer, type GitHubServer } from '../support/github-server.js';

const never = new AbortController().signal;

function client(server: Pick<GitHubServer, 'dispatches'>, clock: Clock = fastClock) {
  const [lines, consoles, logged]: [string[], string[], string[]] = [[], [], []];
  const log = createLog({ level: 'debug', write: (line) => logged.push(line) });
  const http = createHttpClient({ log, environment: {}, clock: systemClock });
  const space = githubSpace({
    http,
    clock,
    log,
    onLine: (_, line) => lines.push(line),
    onConsole: (_, address) => consoles.push(address),
  });
  const call = (identifier: string, more: Partial<StartCall> = {}): StartCall => ({
    method: 'POST',
    url: server.dispatches,
    headers: { Authorization: 'Bearer token-of-lab' },
    body: JSON.stringify({ ref: 'main', inputs: { docker: JSON.stringify({ image: 'busybox', identifier }) } }),
    ...more,
  });
  return {
    lines,
    consoles,
    logged,
    start: (more: Partial<StartCall> = {}, identifier: string = randomUUID()) =>
      space.start(call(identifier, more), { identifier, signal: AbortSignal.timeout(30_000) }),
    recover: (identifier: string, location?: string) =>
      space.recover(call(identifier), { identifier, ...(location !== undefined && { location }), signal: never }),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}

async function statesOf(tracker: Tracker): Promise<readonly Tracked[]> {
  const states: Tracked[] = [];
  for await (const state of tracker.follow(AbortSignal.timeout(30_000))) states.push(state);
  return states;
}

const page = 'https://github.com/acme/delegations/actions/runs/1000';

describe('a delegation at GitHub', () => {
  test.each([
    { older: false, listings: 0, what: 'its run is told' },
    { older: true, listings: 1, what: 'its run is found by its name, where the server does not tell it' },
  ])('is dispatched: $what, followed to its end, its log read and linked', async ({ older, listings }) => {
    await using server = await githubServer({ job: ends('success', 'one\ntwo\n'), older });
    await using own = client(server);
    const { tracker, location } = await own.start();
    const states = await statesOf(tracker);
    expect(states.at(-1)).toEqual({ state: 'ended', log: page, reason: `workflow run 1000 of acme/delegations ended success: ${page}` });
    expect([own.consoles, own.lines]).toEqual([[page], ['one', 'two']]);
    expect(location).toBe(older ? server.dispatches : `${server.url}/repos/acme/delegations/actions/runs/1000`);
    expect(server.requests.filter((request) => request.endsWith('delegation.yml/runs'))).toHaveLength(listings);
    expect(server.runs).toHaveLength(1);
    expect(own.logged.join('\n')).not.toContain('token-of-lab');
  });

  test.each([
    { what: 'a wrong token', more: { headers: { Authorization: 'Bearer wrong' } }, says: /answered 401: Bad credentials/ },
    { what: 'no token', more: { headers: { Authorization: 'Bearer $environment.DELEGATION_TOKEN' } }, says: /no Authorization header/ },
    {
      what: 'an input that the workflow does not define',
      more: { body: '{"ref": "main", "inputs": {"other": "1"}}' },
      says: /answered 422: Unexpected inputs/,
    },
    {
      what: 'another branch',
      more: { body: '{"ref": "master", "inputs": {"docker": "{}"}}' },
      says: /answered 422: No ref found for: master/,
    },
    {
      what: 'a parameter that is too long',
      more: { body: JSON.stringify({ ref: 'main', inputs: { docker: 'x'.repeat(66_000) } }) },
      says: /longer than the 65535/,
    },
  ])('is refused for $what', async ({ more, says }) => {
    await using server = await githubServer();
    await using own = client(server);
    await expect(own.start(more)).rejects.toThrow(says);
    expect(server.runs).toEqual([]);
  });

  test.each([
    { carriedOut: true, dispatches: 1 },
    { carriedOut: false, dispatches: 2 },
  ])('is started once when the answer was lost (carried out: $carriedOut)', async ({ carriedOut, dispatches }) => {
    await using server = await githubServer();
    await using own = client(server);
    server.loseNextAnswer(carriedOut);
    const { tracker } = await own.start({ limit: 120_000 });
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'ended' });
    expect(server.runs).toHaveLength(1);
    expect(server.requests.filter((request) => request.endsWith('/dispatches'))).toHaveLength(dispatches);
  });

  test('whose answer was lost is found when it is listed after 40 s', async () => {
    await using server = await githubServer();
    await using own = client(server);
    server.unlist();
    server.loseNextAnswer(true);
    const starting = own.start();
    await server.until(({ requests }) => requests.length > 0);
    await fastClock.sleep(40_000);
    server.list();
    expect((await statesOf((await starting).tracker)).at(-1)).toMatchObject({ state: 'ended' });
    expect(server.runs).toHaveLength(1);
  });

  test.each([
    { then: 'nothing more is heard', refused: undefined, limit: 30_000 },
    { then: 'the next dispatch is refused', refused: { status: 422, message: 'Workflow is disabled' }, limit: 120_000 },
  ])('whose answer was lost stays in doubt when it is not listed and $then, and is ended later', async ({ refused, limit }) => {
    await using server = await githubServer({ job: runsUntilCancelled() });
    await using own = client(server);
    const identifier = randomUUID();
    server.unlist();
    server.loseNextAnswer(true);
    server.replace((request) => (request.startsWith('POST') && server.runs.length > 0 ? refused : undefined));
    const failure = await own.start({ limit }, identifier).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotCarriedOut);
    expect(failure).not.toBeInstanceOf(Refused);
    server.replace(() => undefined);
    server.list();
    await (await own.recover(identifier))?.cancel(never);
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled' }]);
  });

  test('is followed although the server knows its run after 20 s only', async () => {
    await using server = await githubServer();
    await using own = client(server);
    const { tracker } = await own.start();
    const known = fastClock.now() + 20_000;
    const missing = { status: 404, message: 'Not Found' };
    server.replace((request) => (request === 'GET /actions/runs/1000' && fastClock.now() < known ? missing : undefined));
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'ended' });
  });

  test('whose run was deleted is over, and says so', async () => {
    await using server = await githubServer({ job: runsUntilCancelled() });
    await using own = client(server);
    server.unlist();
    const { tracker } = await own.start();
    server.replace((request) => (request === 'GET /actions/runs/1000' ? { status: 404, message: 'Not Found' } : undefined));
    expect((await statesOf(tracker)).at(-1)).toEqual({ state: 'lost', reason: 'workflow run 1000 of acme/delegations was deleted' });
    expect(tracker.over?.()).toBe(true);
  });

  test.each([
    { what: 'its run', asked: 'GET /actions/runs/1000', older: false },
    { what: 'the list of runs', asked: 'GET /actions/workflows/delegation.yml/runs', older: true },
  ])('is lost within a minute, not over, when a page answers in the place of $what', async ({ asked, older }) => {
    await using server = await githubServer({ older });
    await using own = client(server);
    const { tracker } = await own.start();
    server.replace((request) => (request === asked ? { status: 200, message: 'Log in', page: true } : undefined));
    const began = fastClock.now();
    const reason = expect.stringMatching(/: a login page or a proxy answered, not GitHub/) as unknown;
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'lost', reason });
    expect(fastClock.now() - began).toBeLessThan(60_000);
    expect([own.consoles, tracker.over?.()]).toEqual([[], false]);
  });

  test.each([
    { conclusion: 'failure', says: `ended failure: ${page} (the policy does not allow --privileged)` },
    { conclusion: 'success', says: `ended success: ${page}` },
  ] as const)('says why it has $conclusion, from the log', async ({ conclusion, says }) => {
    const log = 'etos-runner: error: the policy does not allow --privileged.\n##[error]Process completed with exit code 2.\n';
    await using server = await githubServer({ job: ends(conclusion, log) });
    await using own = client(server);
    const reason = `workflow run 1000 of acme/delegations ${says}`;
    expect((await statesOf((await own.start()).tracker)).at(-1)).toMatchObject({ state: 'ended', reason });
  });

  test('asks for its log again when GitHub has a bad moment', async () => {
    await using server = await githubServer({ job: ends('success', 'one\n') });
    await using own = client(server);
    let bad = 1;
    server.replace((request) => (request.endsWith('/logs') && bad-- > 0 ? { status: 500, message: 'Server Error' } : undefined));
    await statesOf((await own.start()).tracker);
    expect(own.lines).toEqual(['one']);
  });

  test('waits as long as GitHub asks when the token has asked too often', async () => {
    await using server = await githubServer();
    await using own = client(server);
    server.answerNext(
      { status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '40' } },
      { status: 429, message: 'API rate limit exceeded', headers: { 'retry-after': '20' } },
    );
    const { tracker } = await own.start();
    server.answerNext({
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' },
    });
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'ended' });
    expect(server.runs).toHaveLength(1);
    expect(own.logged.join('\n')).toMatch(/GitHub lets us wait seconds=40/);
  });

  test('asks again and again, and what did not change costs none of the requests of the token', async () => {
    let finish: () => void = () => undefined;
    await using server = await githubServer({ job: () => new Promise((resolve) => (finish = () => resolve('failure'))) });
    await using own = client(server);
    const { tracker } = await own.start();
    const followed = statesOf(tracker);
    await server.until(({ requests }) => requests.filter((request) => request.endsWith('/runs/1000')).length > 3);
    finish();
    expect((await followed).map(({ state }) => state)).toEqual(['running', 'ended']);
    expect(own.logged.filter((line) => line.includes('status=304')).length).toBeGreaterThan(1);
  });

  test.each([
    { hears: ['cancel', 'force-cancel'] as const, ways: ['/cancel'] },
    { hears: ['force-cancel'] as const, ways: ['/cancel', '/force-cancel'] },
  ])('is cancelled by $ways, and is over then', async ({ hears, ways }) => {
    await using server = await githubServer({ job: runsUntilCancelled(hears) });
    await using own = client(server);
    const { tracker } = await own.start();
    await server.until(({ runs }) => runs[0]?.status === 'in_progress');
    await tracker.cancel(never);
    expect(tracker.over?.()).toBe(true);
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled', cancelled: ways }]);
  });

  test('is cancelled once more when GitHub has a bad moment', async () => {
    await using server = await githubServer({ job: runsUntilCancelled() });
    await using own = client(server);
    const { tracker } = await own.start();
    await server.until(({ runs }) => runs[0]?.status === 'in_progress');
    server.answerNext({ status: 502, message: 'Server Error' });
    await tracker.cancel(never);
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled', cancelled: ['/cancel'] }]);
  });

  test('that the token may not cancel says so at once, with the permission', async () => {
    await using server = await githubServer({ job: runsUntilCancelled() });
    await using own = client(server);
    const { tracker } = await own.start();
    server.replace((request) => (request.endsWith('cancel') ? { status: 403, message: 'Resource not accessible' } : undefined));
    const began = fastClock.now();
    await expect(tracker.cancel(never)).rejects.toThrow(/answered 403 .Resource not accessible.: the token needs "actions: write"/);
    expect([fastClock.now() - began < 30_000, tracker.over?.()]).toEqual([true, false]);
  });

  test('that nothing ends is not over, and says so', async () => {
    await using server = await githubServer({ job: runsUntilCancelled([]) });
    await using own = client(server);
    const { tracker } = await own.start();
    await tracker.cancel(never);
    expect(tracker.over?.()).toBe(false);
  });

  test('that waits for a runner says so, and leaves the queue when it is cancelled', async () => {
    await using server = await githubServer({ job: runsUntilCancelled(), runners: 0 });
    await using own = client(server);
    const { tracker } = await own.start();
    for await (const tracked of tracker.follow(AbortSignal.timeout(10_000))) {
      if (tracked.state === 'waiting') {
        expect(tracked.queue).toBe('queued at GitHub');
        await tracker.cancel(never);
      }
    }
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled', cancelled: ['/cancel'] }]);
  });

  test('is found after a crash: by its place, else by its identifier, also when it is listed late', async () => {
    await using server = await githubServer({ job: runsUntilCancelled() });
    await using own = client(server);
    const [first, second] = [randomUUID(), randomUUID()];
    const { location } = await own.start({}, first);
    await (await own.recover(first, location))?.cancel(never);
    server.unlist();
    await own.start({}, second);
    const recovering = own.recover(second);
    await server.until(({ requests }) => requests.at(-1)?.endsWith('delegation.yml/runs') === true);
    server.list();
    await (await recovering)?.cancel(never);
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled' }, { conclusion: 'cancelled' }]);
    expect(await own.recover(randomUUID())).toBeUndefined();
  });

  test('whose run has another name is lost, with the reason', async () => {
    await using server = await githubServer({ title: () => 'ETOS delegation', older: true });
    await using own = client(server);
    const { tracker } = await own.start();
    expect((await statesOf(tracker)).at(-1)).toMatchObject({ state: 'lost', reason: expect.stringContaining('run-name') as unknown });
  });
});

test('the fake, asked by octokit with the fetch of Node: dispatches, lists, follows, gives the log, cancels', async () => {
  await using server = await githubServer({ job: ends('failure', 'one\n'), title: () => 'named' });
  const { actions } = getOctokit('token-of-lab', { baseUrl: server.url, request: { fetch } }).rest;
  const [at, docker] = [{ owner: 'acme', repo: 'delegations' }, '{}'];
  const workflow = { ...at, workflow_id: 'delegation.yml' };
  const begun = await actions.createWorkflowDispatch({ ...workflow, ref: 'main', inputs: { docker }, return_run_details: true });
  expect(begun).toMatchObject({ status: 200, data: { workflow_run_id: 1000 } });
  const which = { ...at, run_id: 1000 };
  await server.until(({ runs }) => runs[0]?.status === 'completed');
  const { data } = await actions.listWorkflowRuns({ ...workflow, event: 'workflow_dispatch' });
  expect(data).toMatchObject({ total_count: 1, workflow_runs: [{ id: 1000, display_title: 'named', conclusion: 'failure' }] });
  const [job] = (await actions.listJobsForWorkflowRun(which)).data.jobs;
  const { data: log } = await actions.downloadJobLogsForWorkflowRun({ ...at, job_id: job?.id ?? 0 });
  expect(log).toMatch(/^\uFEFF?2026-\S+Z one\r\n$/);
  await expect(actions.cancelWorkflowRun(which)).rejects.toMatchObject({ status: 409 });
  await expect(actions.getWorkflowRun({ ...at, run_id: 7 })).rejects.toMatchObject({ status: 404 });
  expect((await actions.createWorkflowDispatch({ ...workflow, ref: 'main', inputs: { docker } })).status).toBe(204);
});

describe('the workflow of the examples', () => {
  test('takes what is sent, is named so that it is found, and runs what is asked for twice one after the other', async () => {
    const workflow = await readWorkflow();
    expect(workflow['run-name']).toContain('${{ fromJSON(inputs.docker).identifier }}');
    expect(workflow.on.workflow_dispatch.inputs).toEqual({
      docker: { description: expect.any(String) as unknown, required: true, type: 'string' },
    });
    expect(workflow.concurrency).toEqual({ group: expect.stringContaining('identifier') as unknown, 'cancel-in-progress': false });
  });

  test('may do nothing at GitHub, uses what is pinned, has a limit', async () => {
    const { permissions, jobs } = await readWorkflow();
    const { steps, 'timeout-minutes': limit, 'runs-on': machine } = jobs.delegation;
    expect([permissions, limit, machine]).toEqual([{}, 360, expect.stringMatching(/^ubuntu-\d/)]);
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.filter((use) => !/@[0-9a-f]{40}$/.test(use))).toEqual([]);
    expect(steps.map((step) => Object.keys(step).filter((key) => !['name', 'if', 'uses', 'with', 'run'].includes(key))).flat()).toEqual([]);
  });

  test('puts no part of the parameter into a script or a variable, runs with exec, cleans up whatever happened', async () => {
    const { jobs } = await readWorkflow();
    const { steps, env } = jobs.delegation;
    const commands = steps.flatMap(({ run }) => run ?? []);
    // An expression in a script is a way into it.
    expect([...commands, ...Object.values(env)].filter((text) => /\$\{\{.*(?:inputs|event)/.test(text))).toEqual([]);
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
    expect(commands.find((command) => command.includes(' run '))).toMatch(/^exec /);
    expect(steps.at(-1)).toMatchObject({
      if: 'always()',
      run: expect.stringMatching(/rm -f .*parameter\.json.*cleanup --run/s) as unknown,
    });
  });
});
