// What must not be left behind, whatever happens to the job (delegation.md 11). Real engine, real processes, the bundle that is installed.

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { testWithDocker } from '../support/docker.js';
import { temporaryDirectory } from '../support/directory.js';
import { run } from '../support/program.js';
import { processesMarked } from '../../src/host/strays.js';
import { holdingProxy } from '../support/holding-proxy.js';
import { delegate, pidOf } from './delegation.js';

/** Ends well on the stop signal, after it has printed what it had to. */
const graceful = 'trap "echo STOPPED; sleep 1; echo LAST; exit 0" TERM; echo READY; while :; do sleep 0.1; done';

describe('how a container ends', () => {
  testWithDocker('its output and exit code are the job’s, byte for byte', async ({ engine }) => {
    await using delegation = await delegate('echo out; echo err >&2; printf "no newline"; exit 7', engine);
    const { exitCode, stdout, stderr } = await delegation.ended;
    expect([exitCode, stdout]).toEqual([7, 'out\nno newline']);
    expect(stderr).toMatch(/^err$/m);
    expect(await delegation.outcome()).toMatchObject({
      kind: 'exited',
      exitCode: 7,
      containerExitCode: 7,
      oomKilled: false,
      clean: true,
      phase: 'done',
    });
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('125 for an image that is nowhere, with its name', async ({ engine }) => {
    await using delegation = await delegate('true', engine, { parameter: { image: 'etos-test/no-such-image:1' } });
    const { exitCode, stderr } = await delegation.ended;
    expect(exitCode).toBe(125);
    expect(stderr).toMatch(/etos-test\/no-such-image:1/);
    expect(await delegation.outcome()).toMatchObject({ kind: 'not-run', phase: 'pulling' });
  });

  testWithDocker('127 for a program that is not there', async ({ engine }) => {
    await using directory = await temporaryDirectory();
    const policy = await directory.write('policy.json', { entrypoint: true });
    await using delegation = await delegate('true', engine, {
      parameters: { '--entrypoint': '/no/such/program' },
      args: ['--policy', policy],
    });
    expect(await delegation.exitCode).toBe(127);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('125 for a device that is not there, though the engine says it in the same words', async ({ engine }) => {
    await using directory = await temporaryDirectory();
    const policy = await directory.write('policy.json', { devices: ['/dev/no-such-device'] });
    const parameters = { '--device': '/dev/no-such-device' };
    await using delegation = await delegate('true', engine, { parameters, args: ['--policy', policy] });
    expect(await delegation.ended).toMatchObject({ exitCode: 125, stderr: expect.stringMatching(/cannot be started: .*no-such-device/) });
  });

  testWithDocker('124 when the time limit is over', async ({ engine }) => {
    await using delegation = await delegate(graceful, engine, { args: ['--timeout', '2s'] });
    const { exitCode, stdout } = await delegation.ended;
    expect(exitCode).toBe(124);
    expect(stdout).toMatch(/LAST/);
    expect(await delegation.outcome()).toMatchObject({ kind: 'timed-out', containerExitCode: 0 });
  });

  testWithDocker('137 at its memory limit, and the record says why', async ({ engine }) => {
    await using delegation = await delegate('exec tail /dev/zero', engine, { parameters: { '--memory': '16m' } });
    expect(await delegation.exitCode).toBe(137);
    expect(await delegation.outcome()).toMatchObject({ oomKilled: true });
  });
});

describe('a signal', () => {
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const) {
    testWithDocker(`${signal} lets the container end, and no success comes of it`, async ({ engine }) => {
      await using delegation = await delegate(graceful, engine);
      await delegation.prints(/READY/);
      delegation.kill(signal);
      delegation.kill(signal);
      const { exitCode, stdout } = await delegation.ended;
      expect([exitCode, stdout]).toEqual([code, 'READY\nSTOPPED\nLAST\n']);
      expect(await delegation.outcome()).toMatchObject({ kind: 'cancelled', containerExitCode: 0 });
      expect(await delegation.containers()).toEqual([]);
    });
  }

  testWithDocker('a container that ignores it is killed after the grace', async ({ engine }) => {
    await using delegation = await delegate('trap "" TERM; echo READY; while :; do sleep 0.1; done', engine, { args: ['--grace', '1s'] });
    await delegation.prints(/READY/);
    delegation.kill('SIGTERM');
    expect(await delegation.exitCode).toBe(143);
    expect(await delegation.outcome()).toMatchObject({ containerExitCode: 137 });
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('SIGTERM after SIGINT kills at once: GitHub does so 2.5 s before the end', async ({ engine }) => {
    await using delegation = await delegate('trap "echo HEARD" TERM; echo READY; while :; do sleep 0.1; done', engine, {
      args: ['--grace', '60s'],
    });
    await delegation.prints(/READY/);
    delegation.kill('SIGINT');
    await delegation.prints(/HEARD/);
    delegation.kill('SIGTERM');
    expect(await delegation.exitCode).toBe(130);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('a paused container hears it too', async ({ engine }) => {
    await using delegation = await delegate(graceful, engine);
    await delegation.prints(/READY/);
    const [container] = await delegation.containers();
    await engine.ask('POST', `/containers/${container?.id ?? ''}/pause`);
    delegation.kill('SIGTERM');
    const { exitCode, stdout } = await delegation.ended;
    expect(exitCode).toBe(143);
    expect(stdout).toMatch(/LAST/);
  });

  testWithDocker('the stop signal of the parameter is what the container gets', async ({ engine }) => {
    const script = 'trap "echo USR1; exit 3" USR1; trap "echo TERM; exit 4" TERM; echo READY; while :; do sleep 0.1; done';
    await using delegation = await delegate(script, engine, { parameters: { '--stop-signal': 'SIGUSR1' } });
    await delegation.prints(/READY/);
    delegation.kill('SIGTERM');
    const { stdout } = await delegation.ended;
    expect(stdout).toBe('READY\nUSR1\n');
  });

  testWithDocker('at any instant of the start leaves nothing', async ({ engine }) => {
    for (const delay of [0, 60, 90, 120, 150, 200, 300, 450]) {
      await using delegation = await delegate('trap "exit 0" TERM; while :; do sleep 0.1; done', engine);
      setTimeout(() => delegation.kill('SIGTERM'), delay);
      expect(await delegation.exitCode).toBe(143);
      await delegation.untilGone(10_000);
    }
  });

  testWithDocker('the end of the lifeline is one: whoever started this is dead', async ({ engine }) => {
    await using delegation = await delegate(graceful, engine, {
      around: (command) => ['bash', '-c', 'exec 3< <(sleep 2); exec "$@"', 'bash', ...command],
      env: { ETOS_LIFELINE_FD: '3' },
    });
    const { exitCode, stdout } = await delegation.ended;
    expect(exitCode).toBe(143);
    expect(stdout).toMatch(/LAST/);
  });
});

describe('the watchdog', () => {
  testWithDocker('lets the container end when the runner and all of its group are killed', async ({ engine }) => {
    await using directory = await temporaryDirectory();
    const policy = await directory.write('policy.json', { binds: [{ source: directory.path, writable: true }] });
    // A killed runner shows no output: the container leaves a file.
    const script = 'trap "echo LAST > /out/last; exit 0" TERM; echo READY; while :; do sleep 0.1; done';
    await using delegation = await delegate(script, engine, { parameters: { '-v': `${directory.path}:/out` }, args: ['--policy', policy] });
    await delegation.prints(/READY/);
    delegation.kill('SIGKILL');
    await delegation.untilGone(30_000);
    expect(await readFile(directory.at('last'), 'utf8')).toBe('LAST\n');
  });

  testWithDocker('is not found by the job’s environment, and outlives the death of all that is', async ({ engine }) => {
    await using delegation = await delegate(graceful, engine, { env: { JENKINS_SERVER_COOKIE: `durable-${Date.now()}`, BUILD_ID: 'x' } });
    await delegation.prints(/READY/);
    const [container] = await delegation.containers();
    const watchdog = pidOf('watchdog', container);
    const environment = await readFile(`/proc/${watchdog}/environ`, 'utf8');
    expect(
      environment
        .split('\0')
        .filter(Boolean)
        .map((pair) => pair.split('=')[0])
        .sort(),
    ).toEqual(['DOCKER_HOST', 'PATH', 'PWD'].filter((name) => environment.includes(`${name}=`)));
    const parent = (await readFile(`/proc/${watchdog}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1];
    expect(Number(parent)).not.toBe(delegation.pid);
    for (const pid of await processesMarked('BUILD_ID', 'x')) process.kill(pid, 'SIGKILL');
    await delegation.untilGone(30_000);
  });

  testWithDocker('removes a container whose create was still on its way when the runner was killed', async ({ engine }) => {
    for (const held of ['request', 'answer'] as const) {
      await using proxy = await holdingProxy(engine.host, /^POST \/v[\d.]+\/containers\/create/, held);
      await using delegation = await delegate(graceful, engine, { env: { DOCKER_HOST: proxy.host } });
      await proxy.reached;
      delegation.kill('SIGKILL');
      await delegation.exitCode;
      if (held === 'answer') expect(await delegation.containers()).toMatchObject([{ state: 'created' }]);
      proxy.release();
      if (held === 'request') await proxy.passed;
      await delegation.untilGone(30_000);
      expect(await delegation.containers()).toEqual([]);
    }
  });

  testWithDocker('holds nothing that the job had open: a lock is free when the job is dead', async ({ engine }) => {
    await using directory = await temporaryDirectory();
    const lock = directory.at('lock');
    // As the manual of flock does it.
    const locked = `exec 200>"${lock}"; flock 200; exec "$@"`;
    await using delegation = await delegate('trap "sleep 4; exit 0" TERM; echo READY; while :; do sleep 0.1; done', engine, {
      around: (command) => ['bash', '-c', locked, 'bash', ...command],
    });
    await delegation.prints(/READY/);
    delegation.kill('SIGKILL');
    await delegation.exitCode;
    await promisify(execFile)('flock', ['--wait', '10', lock, 'true']);
    expect(await delegation.containers()).toHaveLength(1);
  });

  testWithDocker('ends when the run does', async ({ engine }) => {
    await using delegation = await delegate('echo READY; sleep 1', engine);
    await delegation.prints(/READY/);
    const [container] = await delegation.containers();
    const watchdog = String(pidOf('watchdog', container));
    expect(await delegation.exitCode).toBe(0);
    const late = Date.now() + 5_000;
    while ((await readdir('/proc')).includes(watchdog)) expect(Date.now()).toBeLessThan(late);
  });
});

/** The container of a run whose runner and watchdog are both dead: what a loss of power leaves. */
async function leftBehind(
  engine: Parameters<typeof delegate>[1],
  owner: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const delegation = await delegate(graceful, engine, { owner, parameters });
  await delegation.prints(/READY/);
  const [container] = await delegation.containers();
  process.kill(pidOf('watchdog', container), 'SIGKILL');
  delegation.kill('SIGKILL');
  await delegation.exitCode;
  await delegation.directory[Symbol.asyncDispose]();
  return delegation.run;
}

describe('the sweep', () => {
  testWithDocker('at the start of the next run removes what a dead run of the same owner left, and nothing else', async ({ engine }) => {
    const owner = `test-${Date.now()}`;
    const dead = await leftBehind(engine, owner);
    const others = await leftBehind(engine, `${owner}-other`);
    await using living = await delegate(graceful, engine, { owner });
    await living.prints(/READY/);
    await using next = await delegate('true', engine, { owner });
    expect(await next.exitCode).toBe(0);
    expect(await engine.containersOf(dead)).toEqual([]);
    expect(await engine.containersOf(others)).toHaveLength(1);
    expect(await living.containers()).toHaveLength(1);
    for (const container of await engine.containersOf(others)) await engine.remove(container);
  });

  testWithDocker('frees the name that a dead run holds, and never one that anybody else holds', async ({ engine }) => {
    const name = `etos-test-${Date.now()}`;
    const owner = `test-${Date.now()}`;
    await leftBehind(engine, owner, { '--name': name });
    await using next = await delegate('echo DONE', engine, { owner, parameters: { '--name': name } });
    expect(await next.exitCode).toBe(0);
    await using holder = await delegate(graceful, engine, { owner, parameters: { '--name': name } });
    await holder.prints(/READY/);
    await using refused = await delegate('true', engine, { owner, parameters: { '--name': name } });
    const { exitCode, stderr } = await refused.ended;
    expect(exitCode).toBe(125);
    expect(stderr).toContain((await holder.containers())[0]?.id.slice(0, 12));
    expect(await holder.containers()).toMatchObject([{ state: 'running' }]);
  });
});

describe('cleanup', () => {
  testWithDocker('removes by owner what dead runs left; a dry run only says so', async ({ engine }) => {
    const owner = `test-${Date.now()}`;
    const dead = await leftBehind(engine, owner);
    await using living = await delegate(graceful, engine, { owner });
    await living.prints(/READY/);
    // The living run has swept: leave another one.
    expect(await engine.containersOf(dead)).toEqual([]);
    const again = await leftBehind(engine, owner);
    const env = { DOCKER_HOST: engine.host };
    const dry = await run('runner', ['cleanup', '--owner', owner, '--dry-run'], { env });
    expect([dry.exitCode, dry.stdout]).toEqual([0, expect.stringContaining(`(running) of run ${again}, owner ${owner}\n`)]);
    expect(await engine.containersOf(again)).toHaveLength(1);
    expect((await run('runner', ['cleanup', '--owner', owner], { env })).exitCode).toBe(0);
    expect(await engine.containersOf(again)).toEqual([]);
    expect(await living.containers()).toHaveLength(1);
  });

  testWithDocker('removes by run, dead or alive, and has nothing against a run that left nothing', async ({ engine }) => {
    const dead = await leftBehind(engine, `test-${Date.now()}`);
    const env = { DOCKER_HOST: engine.host };
    expect((await run('runner', ['cleanup', '--run', dead], { env })).exitCode).toBe(0);
    expect(await engine.containersOf(dead)).toEqual([]);
    const again = await run('runner', ['cleanup', '--run', dead], { env });
    expect([again.exitCode, again.stdout]).toEqual([0, 'nothing to remove\n']);
  });

  testWithDocker('of a run that lives it cancels, so that its job is no success', async ({ engine }) => {
    await using living = await delegate('trap "exit 0" TERM; echo READY; while :; do sleep 0.1; done', engine, {
      args: ['--grace', '100ms'],
    });
    await living.prints(/READY/);
    expect((await run('runner', ['cleanup', '--run', living.run], { env: { DOCKER_HOST: engine.host } })).exitCode).toBe(0);
    expect(await living.exitCode).toBe(143);
  });

  testWithDocker('--expired takes what is past its deadline, whosever it is', async ({ engine }) => {
    await using delegation = await delegate(graceful, engine, { args: ['--timeout', '1s', '--grace', '1s'] });
    await delegation.prints(/READY|time limit/);
    const [container] = await delegation.containers();
    process.kill(pidOf('watchdog', container), 'SIGKILL');
    delegation.kill('SIGKILL');
    await delegation.exitCode;
    const deadline = Date.parse(container?.labels['io.github.etos-action.deadline'] ?? '');
    const early = await run('runner', ['cleanup', '--expired', '--dry-run'], { env: { DOCKER_HOST: engine.host } });
    if (Date.now() < deadline) expect(early.stdout).not.toContain(delegation.run);
    await new Promise((resolve) => setTimeout(resolve, deadline - Date.now() + 1));
    await run('runner', ['cleanup', '--expired'], { env: { DOCKER_HOST: engine.host } });
    expect(await delegation.containers()).toEqual([]);
  });

  test('1 when nothing can be looked for', async () => {
    const { exitCode, stderr } = await run('runner', ['cleanup'], { env: { DOCKER_HOST: 'unix:///nonexistent.sock' } });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('unix:///nonexistent.sock')]);
  });
});

describe('CI systems', () => {
  testWithDocker('an aborted Jenkins step that begins with exec lasts until the container has ended', async ({ engine }) => {
    await using delegation = await delegate(graceful, engine, {
      around: (command) => ['nohup', 'sh', '-c', '(sh -xe -c "exec \\"\\$@\\"" sh "$@"; echo "RESULT $?") 2>&1 & wait', 'sh', ...command],
      env: { JENKINS_SERVER_COOKIE: `cookie-${Date.now()}`, JOB_NAME: 'DELEGATION' },
    });
    await delegation.prints(/READY/);
    const [container] = await delegation.containers();
    const runner = pidOf('process', container);
    process.kill(runner, 'SIGTERM');
    const { output } = await delegation.ended;
    expect(output).toMatch(/LAST[\s\S]*RESULT 143/);
    expect(container?.labels['io.github.etos-action.job']).toBe('DELEGATION');
  });

  testWithDocker('GitHub obeys no line of the container, and hears of secrets first', async ({ engine }) => {
    await using delegation = await delegate('echo ::set-env name=A::b; printf "::error::x"', engine, {
      environment: { RABBITMQ_PASSWORD: 'hush 100%\nhush', RABBITMQ_SSL: true },
      env: { GITHUB_ACTIONS: 'true' },
    });
    const { stdout } = await delegation.ended;
    const token = /^::stop-commands::(\w{32,})$/m.exec(stdout)?.[1] ?? 'none';
    expect(stdout).toBe(
      `::add-mask::hush 100%25\n::add-mask::hush\n::stop-commands::${token}\n::set-env name=A::b\n::error::x\n::${token}::\n`,
    );
  });

  testWithDocker('141 when nobody reads any more', async ({ engine }) => {
    await using delegation = await delegate('trap "exit 0" TERM; while :; do echo CHATTER; sleep 0.05; done', engine, {
      around: (command) => ['sh', '-c', '{ "$@"; echo "RESULT $?" >&2; } | head -n 3', 'sh', ...command],
    });
    await delegation.prints(/RESULT 141/);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('SIGTERM is heard while nobody takes the output', async ({ engine }) => {
    await using directory = await temporaryDirectory();
    await using delegation = await delegate('yes flood', engine, {
      args: ['--grace', '1s'],
      around: (command) => [
        'sh',
        '-c',
        '{ "$@" 2>"$0/err"; echo "RESULT $?" >&2; } | while [ ! -e "$0/over" ]; do sleep 0.1; done',
        directory.path,
        ...command,
      ],
    });
    while ((await delegation.containers())[0]?.state !== 'running') await Promise.resolve();
    const [container] = await delegation.containers();
    const runner = pidOf('process', container);
    while (!(await readFile(directory.at('err'), 'utf8').catch(() => '')).includes('runs etos-test')) await Promise.resolve();
    process.kill(runner, 'SIGTERM');
    await delegation.prints(/RESULT 143/, 8_000);
    expect(await delegation.containers()).toEqual([]);
    await directory.write('over', '');
  });
});

describe('the road to the engine', () => {
  testWithDocker('connections that are cut cost no line and no exit code', async ({ engine }) => {
    await using proxy = await holdingProxy(engine.host);
    const script = 'i=0; while [ $i -lt 20 ]; do echo "TICK $i"; i=$((i+1)); sleep 0.1; done; exit 5';
    await using delegation = await delegate(script, engine, { env: { DOCKER_HOST: proxy.host } });
    await delegation.prints(/TICK 4/);
    proxy.cut();
    await delegation.prints(/TICK 9/);
    proxy.cut();
    const { exitCode, stdout } = await delegation.ended;
    expect(exitCode).toBe(5);
    expect(stdout).toBe(Array.from({ length: 20 }, (_, n) => `TICK ${n}\n`).join(''));
  });

  testWithDocker('the output’s connection alone ends, at the end of a frame or within one: no line is lost', async ({ engine }) => {
    for (const within of [0, 3]) {
      await using proxy = await holdingProxy(engine.host);
      const script = 'i=0; while [ $i -lt 12 ]; do echo "TICK $i"; i=$((i+1)); sleep 0.1; done; exit 5';
      await using delegation = await delegate(script, engine, { env: { DOCKER_HOST: proxy.host } });
      await delegation.prints(/TICK 4/);
      proxy.end(/attach/, within);
      const { exitCode, stdout } = await delegation.ended;
      expect([exitCode, stdout]).toEqual([5, Array.from({ length: 12 }, (_, n) => `TICK ${n}\n`).join('')]);
    }
  });

  testWithDocker('connections that are cut after the engine dropped the beginning of the log cost no line', async ({ engine }) => {
    await using proxy = await holdingProxy(engine.host);
    const script = 'i=0; while [ $i -lt 2010 ]; do echo "LINE $i ................"; i=$((i+1)); [ $i -lt 2000 ] || sleep 0.1; done';
    await using delegation = await delegate(script, engine, {
      env: { DOCKER_HOST: proxy.host },
      parameters: { '--log-opt': 'max-size=20k' },
    });
    await delegation.prints(/LINE 2001/);
    proxy.cut();
    const { exitCode, stdout } = await delegation.ended;
    expect([exitCode, stdout]).toEqual([0, Array.from({ length: 2010 }, (_, n) => `LINE ${n} ................\n`).join('')]);
  });

  testWithDocker('a container that closes its output early is waited for, and nothing is added to what it printed', async ({ engine }) => {
    await using delegation = await delegate('printf "no newline"; exec >&- 2>&-; sleep 1; exit 6', engine);
    const { exitCode, stdout } = await delegation.ended;
    expect([exitCode, stdout]).toEqual([6, 'no newline']);
  });

  test('no engine: 125, with the address', async () => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('p.json', { image: 'x' });
    const { exitCode, stderr } = await run('runner', ['run', '--param-file', file], { env: { DOCKER_HOST: 'unix:///nonexistent.sock' } });
    expect([exitCode, stderr]).toEqual([125, expect.stringContaining('unix:///nonexistent.sock')]);
  });
});

describe('hostile parameters', () => {
  testWithDocker('values arrive as they are', async ({ engine }) => {
    const environment = {
      A: '$(touch /canary) `x` ; && | > # ~ * {a,b} $HOME !!',
      B: 'one\ntwo\r\n',
      C: ' "it\'s" ',
      D: '--privileged',
      E: 'åäö-日本語-🚀',
      F: 5671,
      G: 1.1,
      H: true,
    };
    await using delegation = await delegate('for name in A B C D E F G H; do eval "printf %s \\"\\$$name\\""; printf "\\0"; done', engine, {
      environment,
    });
    const { stdout } = await delegation.ended;
    expect(stdout.split('\0').slice(0, -1)).toEqual(Object.values(environment).map(String));
  });

  test.each([
    '{"image":"x","environment":{"RABBITMQ_PASSWORD":"s3cret"',
    '{"image":"x","environment":{"A":["s3cret"]}}',
    '{"image":"x","parameters":{"--x":"s3cret"}}',
  ])('a parameter that is refused ends with 2 before any call, and no part of it is shown', async (text) => {
    let calls = 0;
    await using directory = await temporaryDirectory();
    const server = createServer(() => calls++).listen(directory.at('engine.sock'));
    const { exitCode, output } = await run('runner', ['run'], {
      env: { docker: text, DOCKER_HOST: `unix://${directory.at('engine.sock')}` },
    });
    server.close();
    expect(exitCode).toBe(2);
    expect(output).not.toMatch(/s3cret/);
    expect(calls).toBe(0);
  });

  testWithDocker('the secret is in no argv, no output, no file and no label', async ({ engine }) => {
    const secret = `s3cret-${Date.now()}`;
    await using delegation = await delegate('echo READY; sleep 1', engine, { environment: { RABBITMQ_PASSWORD: secret } });
    await delegation.prints(/READY/);
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(JSON.stringify((await delegation.containers()).map(({ labels }) => labels))).not.toContain(secret);
    const { output } = await delegation.ended;
    expect(output).not.toContain(secret);
    expect(JSON.stringify(await delegation.outcome())).not.toContain(secret);
  });
});
