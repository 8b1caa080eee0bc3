import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { createCipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { processesMarked } from '../../src/host/strays.js';
import { aRecipe, type CollectionRecipe } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { httpService, type ServiceAnswer } from '../support/http-service.js';
import { bundleOf, start, type Running } from '../support/program.js';

interface RunServer extends AsyncDisposable {
  readonly url: string;
  readonly events: readonly EiffelEvent[];
  /** Names of the files that were uploaded. */
  readonly files: ReadonlyMap<string, string>;
  readonly authorization: readonly (string | undefined)[];
}

/** What a test runner needs of a run: its sub suite, a place for events and one for files. */
async function runServer(
  recipes: readonly CollectionRecipe[],
  { absent = 0, upload = {}, changes = {} }: { absent?: number; upload?: object; changes?: object } = {},
): Promise<RunServer> {
  const events: EiffelEvent[] = [];
  const files = new Map<string, string>();
  const authorization: (string | undefined)[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { pathname } = new URL(request.url ?? '', url);
      if (pathname === '/sub_suite') {
        asked += 1;
        if (asked <= absent) response.writeHead(404).end();
        else response.end(JSON.stringify(subSuite));
      } else if (pathname === '/events') {
        events.push(
          ...body
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as EiffelEvent),
        );
        response.writeHead(204).end();
      } else {
        authorization.push(request.headers.authorization);
        files.set(decodeURIComponent(pathname.split('/').at(-1) ?? ''), body);
        response.writeHead(201).end();
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const subSuite = {
    name: 'S_SubSuite_0',
    suite_id: randomUUID(),
    sub_suite_id: randomUUID(),
    test_suite_started_id: randomUUID(),
    priority: 1,
    recipes,
    test_runner: 'process',
    iut: { identity: 'pkg:generic/x' },
    artifact: randomUUID(),
    context: randomUUID(),
    executor: {},
    log_area: { livelogs: null, upload: { url: `${url}/log/{folder}/{name}`, method: 'PUT', as_json: false, ...upload }, logs: {} },
    ...changes,
  };
  return {
    url,
    events,
    files,
    authorization,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function startIn(directory: TestDirectory, run: { readonly url: string }, env: Readonly<Record<string, string>> = {}): Running {
  return start('test-runner', [], {
    cwd: directory.path,
    env: { ENVIRONMENT_URL: `${run.url}/sub_suite?id=1`, ETOS_EVENTS_URL: `${run.url}/events`, TEST_MARK: directory.path, ...env },
  });
}

/** What an event repository says of environments. */
const environments = (...data: readonly object[]): object => ({
  data: { environmentDefined: { edges: data.map((one) => ({ node: { data: one } })) } },
});

const lastOutcome = ({ events }: RunServer): unknown =>
  events.find(({ meta }) => meta.type === 'EiffelTestSuiteFinishedEvent')?.data.outcome;

describe('the test runner as a program', () => {
  test.each([
    { command: 'true', code: 0, verdict: 'PASSED' },
    { command: 'false', code: 1, verdict: 'FAILED' },
  ])('carries out $command in its current directory and ends with $code', async ({ command, code, verdict }) => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe({ name: 'a', command })]);
    const { exitCode, stdout, stderr } = await startIn(directory, run).ended;
    expect({ exitCode, stderr: stderr.includes(verdict) }).toEqual({ exitCode: code, stderr: code !== 0 });
    expect(stdout).toMatch(new RegExp(`\nExecuting:\n${command}\n`));
    expect(lastOutcome(run)).toMatchObject({ verdict });
    expect([...run.files.keys()]).toEqual(['a_test_output.log', 'full_execution.log', 'workspace.tar.gz']);
    expect(run.files.get('a_test_output.log')).toContain(`\nGLOBAL_LOGS=${directory.path}/logs\n`);
  });

  test('ends with 3 when recipes could not be carried out', async () => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe({ checkout: ['false'] })]);
    const { exitCode, stderr } = await startIn(directory, run).ended;
    expect(exitCode).toBe(3);
    expect(stderr).toContain("Could not checkout tests using ['false']");
  });

  test('asks again for a sub suite that is not there yet', async () => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe()], { absent: 2 });
    expect((await startIn(directory, run).ended).exitCode).toBe(0);
  });

  test.each<{ what: string; answer: ServiceAnswer; says: string }>([
    { what: 'is out of order', answer: { status: 500, body: 'oops' }, says: 'it answers 500 Internal Server Error: that is no JSON: oops' },
    { what: 'refuses', answer: { status: 200, body: { errors: [{ message: 'not you' }] } }, says: 'not you' },
    { what: 'does not have it', answer: { status: 200, body: environments() }, says: 'it has no such event' },
    { what: 'has it without an address', answer: { status: 200, body: environments({ uri: null }) }, says: 'URL to sub suite is missing' },
  ])('ends with 3 when the event repository $what, as soon as it may', async ({ answer, says }) => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([]);
    await using repository = await httpService(() => answer);
    const id = randomUUID();
    const env = { ENVIRONMENT_URL: '', ENVIRONMENT_ID: id, ETOS_GRAPHQL_SERVER: repository.url, ETOS_DEFAULT_WAIT_TIMEOUT: '0' };
    const { exitCode, stderr } = await startIn(directory, run, env).ended;
    const sentence = `Could not get sub suite environment event with id '${id}' from ${repository.url} within 0 s: ${says}`;
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining(sentence)]);
  });

  test('finds its sub suite by the id of its environment', async () => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe()]);
    await using repository = await httpService(() => ({ status: 200, body: environments({ uri: `${run.url}/sub_suite` }) }));
    const env = { ENVIRONMENT_URL: '', ENVIRONMENT_ID: randomUUID(), ETOS_GRAPHQL_SERVER: repository.url };
    expect((await startIn(directory, run, env).ended).exitCode).toBe(0);
  });

  test.each([
    { why: 'no sub suite', env: { ENVIRONMENT_URL: '' }, says: /nothing says which sub suite to carry out\. Set ENVIRONMENT_URL/ },
    { why: 'no bus', env: { ETOS_EVENTS_URL: '' }, says: /nothing says where events go\. Set ETOS_EVENTS_URL/ },
    { why: 'a bad limit', env: { ETOS_CHECKOUT_LINE_TIMEOUT: 'soon' }, says: /ETOS_CHECKOUT_LINE_TIMEOUT is "soon"; expected seconds/ },
    { why: 'a page instead of a sub suite', env: { ENVIRONMENT_URL: 'URL/log/x' }, says: /sub suite at .*not JSON/ },
  ])('ends with 2 for $why', async ({ env, says }) => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([]);
    const { exitCode, stderr } = await startIn(directory, run, JSON.parse(JSON.stringify(env).replace('URL/', `${run.url}/`)) as typeof env)
      .ended;
    expect(stderr).toMatch(says);
    expect(exitCode).toBe(2);
  });

  test('refuses a sub suite whose ids no event can point at, before the first event', async () => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe()], { changes: { artifact: 'webshop', context: '7' } });
    const { exitCode, stderr } = await startIn(directory, run).ended;
    expect(stderr).toMatch(/cannot be announced: artifact is "webshop"; context is "7"; expected ids of events/);
    expect({ exitCode, events: run.events }).toEqual({ exitCode: 2, events: [] });
  });

  test('reads an encrypted password, and does not print it', async () => {
    const key = randomBytes(32);
    await using directory = await temporaryDirectory();
    const auth = { username: 'etos', password: { $decrypt: { value: fernet('open sesame', key) } }, type: 'basic' };
    await using run = await runServer([aRecipe({ command: 'echo "key $ETOS_ENCRYPTION_KEY; open sesame"' })], { upload: { auth } });
    const { exitCode, output } = await startIn(directory, run, { ETOS_ENCRYPTION_KEY: key.toString('base64url') + '=' }).ended;
    expect(output).toContain('key *********; ***\n');
    expect(exitCode).toBe(0);
    expect(run.authorization[0]).toBe(`Basic ${Buffer.from('etos:open sesame').toString('base64')}`);
  });

  test.each([
    { signal: 'SIGTERM', code: 143 },
    { signal: 'SIGINT', code: 130 },
  ] as const)('a $signal ends the recipe, announces it and gives $code', async ({ signal, code }) => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe({ name: 'a', command: 'sh -c "setsid sleep 500 & echo waiting; sleep 500"' })]);
    await using running = startIn(directory, run, { ETOS_GRACE: '3' });
    await running.prints(/^waiting$/m);
    running.kill(signal);
    expect(await running.exitCode).toBe(code);
    expect(lastOutcome(run)).toEqual({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: `cancelled by ${signal}` });
    expect([...run.files.keys()]).toContain('a_test_output.log');
    expect(await processesMarked('TEST_MARK', directory.path)).toEqual([]);
  });

  test('ends like that when its lifeline is cut', async () => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe({ command: 'sh -c "echo waiting; sleep 500"' })]);
    const env = {
      PATH: process.env.PATH,
      ENVIRONMENT_URL: `${run.url}/sub_suite`,
      ETOS_EVENTS_URL: `${run.url}/events`,
      ETOS_LIFELINE_FD: '3',
      ETOS_GRACE: '3',
    };
    const child = spawn(process.execPath, [bundleOf('test-runner')], {
      cwd: directory.path,
      env: { ...env, TEST_MARK: directory.path },
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    const ended = new Promise((done) => child.once('close', done));
    let printed = '';
    for await (const piece of child.stdout ?? []) {
      printed += String(piece);
      // The recipe does not have the lifeline: it would hold it open.
      if (/^waiting$/m.test(printed)) child.stdio[3]?.destroy();
    }
    expect(await ended).toBe(143);
    expect(lastOutcome(run)).toMatchObject({ conclusion: 'ABORTED' });
    expect(await processesMarked('TEST_MARK', directory.path)).toEqual([]);
  });

  test('ends when nobody is left who reads what it prints', async () => {
    await using directory = await temporaryDirectory();
    await using run = await runServer([aRecipe({ command: 'sh -c "yes | head -c 3000000"' })]);
    const env = { PATH: process.env.PATH, ENVIRONMENT_URL: `${run.url}/sub_suite`, ETOS_EVENTS_URL: `${run.url}/events` };
    const child = spawn(process.execPath, [bundleOf('test-runner')], { cwd: directory.path, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stderr.resume();
    expect(await new Promise((done) => child.once('exit', done))).toBe(0);
    expect(run.files.get('full_execution.log')?.length).toBeGreaterThan(3_000_000);
  });
});

/** A Fernet token, as Python's cryptography makes it. */
function fernet(clear: string, key: Buffer): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), iv);
  const head = Buffer.alloc(9, 0);
  head[0] = 0x80;
  head.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000)), 1);
  const signed = Buffer.concat([head, iv, cipher.update(clear), cipher.final()]);
  const token = Buffer.concat([signed, createHmac('sha256', key.subarray(0, 16)).update(signed).digest()]);
  return token.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
