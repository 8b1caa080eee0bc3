import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { githubSpace } from '../../src/tracking/github.js';
import type { StartCall, Tracked, Tracker } from '../../src/tracking/tracker.js';
import { githubServer, type GitHubServer } from '../support/github-server.js';

const log = createLog({ level: 'error', write: () => undefined });
const never = new AbortController().signal;

function client(server: Pick<GitHubServer, 'dispatches'>) {
  const [lines, consoles]: [string[], string[]] = [[], []];
  const space = githubSpace({ clock, log, onLine: (_, line) => lines.push(line), onConsole: (_, address) => consoles.push(address) });
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
    start: async (more: Partial<StartCall> = {}, identifier = randomUUID()) =>
      (await space.start(call(identifier, more), { identifier, signal: AbortSignal.timeout(30_000) })).tracker,
    recover: (identifier: string) => space.recover(call(identifier), { identifier, signal: never }),
  };
}

async function statesOf(tracker: Tracker): Promise<readonly Tracked[]> {
  const states: Tracked[] = [];
  for await (const state of tracker.follow(AbortSignal.timeout(30_000))) states.push(state);
  return states;
}

const page = 'https://github.com/acme/delegations/actions/runs/1000';

describe('a delegation at GitHub', () => {
  test('is dispatched, found by its name, followed to its end, its log read and linked', async () => {
    await using server = await githubServer({ log: 'one\r\ntwo\n' });
    const own = client(server);
    const states = await statesOf(await own.start());
    expect(states.at(-1)).toEqual({ state: 'ended', log: page, reason: `workflow run 1000 of acme/delegations ended success: ${page}` });
    expect(own.consoles).toEqual([page]);
    expect(own.lines).toEqual(['one', 'two']);
    expect(server.runs).toMatchObject([{ ref: 'main' }]);
  });

  test.each([
    { what: 'a wrong token', more: { headers: { Authorization: 'Bearer wrong' } }, says: /answered 401: Bad credentials/ },
    { what: 'no token', more: { headers: {} }, says: /no Authorization header/ },
    {
      what: 'an input that the workflow does not define',
      more: { body: '{"ref": "main", "inputs": {"other": "1"}}' },
      says: /answered 422/,
    },
    {
      what: 'a parameter that is too long',
      more: { body: JSON.stringify({ ref: 'main', inputs: { docker: 'x'.repeat(66_000) } }) },
      says: /longer than the 65535/,
    },
  ])('is refused for $what', async ({ more, says }) => {
    await using server = await githubServer();
    await expect(client(server).start(more)).rejects.toThrow(says);
    expect(server.runs).toEqual([]);
  });

  test('is started once when the answer was lost', async () => {
    await using server = await githubServer();
    server.loseNextAnswer(true);
    expect((await statesOf(await client(server).start())).at(-1)).toMatchObject({ state: 'ended' });
    expect(server.runs).toHaveLength(1);
  });

  test('is cancelled, and is over then', async () => {
    await using server = await githubServer({ behave: (run) => Object.assign(run, { status: 'in_progress' }) });
    const tracker = await client(server).start();
    await tracker.cancel(never);
    expect(tracker.over?.()).toBe(true);
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled', cancelled: ['/cancel'] }]);
  });

  test('is found after a crash, by its identifier alone', async () => {
    await using server = await githubServer({ behave: (run) => Object.assign(run, { status: 'in_progress' }) });
    const own = client(server);
    const identifier = randomUUID();
    await own.start({}, identifier);
    const tracker = await own.recover(identifier);
    await tracker?.cancel(never);
    expect(server.runs).toMatchObject([{ conclusion: 'cancelled' }]);
  });
});

test('the workflow of the examples takes what is sent, and is named so that it is found', async () => {
  const workflow = parse(await readFile(resolve(import.meta.dirname, '../../examples/delegation-workflow.yml'), 'utf8')) as {
    readonly 'run-name': string;
    readonly on: { readonly workflow_dispatch: { readonly inputs: object } };
    readonly jobs: { readonly delegation: { readonly steps: readonly { readonly run?: string; readonly if?: string }[] } };
  };
  expect(workflow['run-name']).toContain('fromJSON(inputs.docker).identifier');
  expect(Object.keys(workflow.on.workflow_dispatch.inputs)).toEqual(['docker']);
  const commands = workflow.jobs.delegation.steps.flatMap(({ run }) => run ?? []);
  // An expression in a script is a way into it.
  expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  expect(commands.find((command) => command.includes(' run '))).toMatch(/^exec /);
  expect(workflow.jobs.delegation.steps.at(-1)).toMatchObject({ if: 'always()', run: expect.stringContaining('cleanup') as unknown });
});
