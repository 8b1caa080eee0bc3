import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { lstat, open, readFile, symlink } from 'node:fs/promises';
import { temporaryDirectory } from '../support/directory.js';
import { testWithDocker } from '../support/docker.js';
import { bundleOf, run, startProcess } from '../support/program.js';
import { troubledEngine } from '../support/troubled-engine.js';
import { delegate } from './delegation.js';

const graceful = 'trap "echo ended in peace; exit 0" TERM; echo up; while :; do sleep 0.1; done';

describe('two runs that the job calls the same', () => {
  testWithDocker('end each by itself, whatever becomes of the other', async ({ engine }) => {
    const args = ['--run', `same-${Date.now()}`];
    await using one = await delegate(graceful, engine, { args });
    await one.prints(/up/);
    await using other = await delegate(graceful, engine, { args });
    await other.prints(/up/);
    other.kill('SIGKILL');
    await other.untilGone();
    one.kill('SIGTERM');
    expect(await one.ended).toMatchObject({ exitCode: 143, stdout: 'up\nended in peace\n' });
  });
});

describe('an engine that', () => {
  testWithDocker('refuses to stop a container: it is signalled all the same', async ({ engine }) => {
    await using troubled = await troubledEngine(engine, (request) => (/\/stop\?/.test(request) ? { status: 500 } : undefined));
    await using delegation = await delegate(graceful, engine, { args: ['--grace', '5'], env: { DOCKER_HOST: troubled.host } });
    await delegation.prints(/up/);
    delegation.kill('SIGTERM');
    expect(await delegation.ended).toMatchObject({ exitCode: 143, stdout: 'up\nended in peace\n' });
  });

  testWithDocker('is cut off while a container ends: it has its grace, and its last lines are the job’s', async ({ engine }) => {
    await using troubled = await troubledEngine(engine, (request) => {
      if (/\/stop\?/.test(request)) setTimeout(() => troubled.cut(), 100);
      return undefined;
    });
    const script = 'trap "sleep 2.3; echo ended in peace; exit 0" TERM; echo up; while :; do sleep 0.1; done';
    await using delegation = await delegate(script, engine, { env: { DOCKER_HOST: troubled.host } });
    await delegation.prints(/up/);
    delegation.kill('SIGTERM');
    expect(await delegation.ended).toMatchObject({ exitCode: 143, stdout: 'up\nended in peace\n' });
  });

  testWithDocker('is cut off while the watchdog lets a container end: that has its grace', async ({ engine }) => {
    await using troubled = await troubledEngine(engine, (request) => {
      if (/\/stop\?/.test(request)) setTimeout(() => troubled.cut(), 50);
      return undefined;
    });
    await using directory = await temporaryDirectory();
    const policy = await directory.write('policy.json', { binds: [{ source: directory.path, writable: true }] });
    const script = 'trap "sleep 0.5; echo LAST > /out/last; exit 0" TERM; echo up; while :; do sleep 0.1; done';
    await using delegation = await delegate(script, engine, {
      parameters: { '-v': `${directory.path}:/out` },
      args: ['--policy', policy],
      env: { DOCKER_HOST: troubled.host },
    });
    await delegation.prints(/up/);
    delegation.kill('SIGKILL');
    await delegation.untilGone();
    expect(await readFile(directory.at('last'), 'utf8')).toBe('LAST\n');
  });

  testWithDocker('is lost with its answer to the start: a short container runs once all the same', async ({ engine }) => {
    const starts: string[] = [];
    await using troubled = await troubledEngine(engine, (request) => {
      if (!/\/start$/.test(request)) return undefined;
      starts.push(request);
      return { answer: 'lost' };
    });
    await using delegation = await delegate('echo once; exit 3', engine, { env: { DOCKER_HOST: troubled.host } });
    expect(await delegation.ended).toMatchObject({ exitCode: 3, stdout: 'once\n' });
    expect(starts).toHaveLength(1);
  });

  testWithDocker('does not remove what a dead run left: the next run does not wait for that', async ({ engine }) => {
    const owner = `test-${Date.now()}`;
    await using dead = await delegate('sleep 60', engine, { owner, around: (command) => ['setsid', ...command] });
    await dead.prints(/ runs /);
    for (const name of ['watchdog', 'process'])
      process.kill(pidIn((await dead.containers())[0]?.labels[`io.github.etos-action.${name}`]), 'SIGKILL');
    await using troubled = await troubledEngine(engine, (request) => (request.startsWith('DELETE ') ? { status: 500 } : undefined));
    const began = Date.now();
    await using next = await delegate('echo next', engine, { owner, env: { DOCKER_HOST: troubled.host } });
    await next.prints(/ runs /);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  test('is none: that is said, and not what it answered', async () => {
    await using directory = await temporaryDirectory();
    await using page = await troubledEngine({ host: '' }, () => ({ page: '<html>s3cret</html>' }));
    const parameter = await directory.write('parameter.json', { image: 'a@sha256:' + 'a'.repeat(64) });
    const outcome = directory.at('outcome.json');
    const ended = await run('runner', ['run', '--param-file', parameter, '--outcome', outcome], { env: { DOCKER_HOST: page.host } });
    expect(ended).toMatchObject({ exitCode: 125, stderr: expect.stringMatching(/no Docker engine/) });
    expect(ended.output).not.toContain('s3cret');
    expect(JSON.parse(await readFile(outcome, 'utf8'))).toMatchObject({ kind: 'not-run', exitCode: 125 });
  });
});

test('an outcome for which nobody reads the pipe holds nobody up', async () => {
  await using directory = await temporaryDirectory();
  execFileSync('mkfifo', [directory.at('pipe')]);
  const parameter = await directory.write('parameter.json', { image: '' });
  const ended = await run('runner', ['run', '--param-file', parameter, '--outcome', directory.at('pipe')]);
  expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/warning: the outcome could not be written/) });
});

test('an outcome takes the place of no link: of what is open already it becomes the last line', async () => {
  await using directory = await temporaryDirectory();
  const parameter = await directory.write('parameter.json', { image: '' });
  await directory.write('log', 'first\n');
  await directory.write('out/outcome.json', 'of the run before');
  await symlink('out/outcome.json', directory.at('latest.json'));
  await using log = await open(directory.at('log'), 'a');
  // As /dev/stdout is: to a link below /proc a rename of root's would be the end of it.
  await symlink(`/proc/${process.pid}/fd/${log.fd}`, directory.at('stdout'));
  for (const outcome of ['latest.json', 'stdout'])
    expect(await run('runner', ['run', '--param-file', parameter, '--outcome', directory.at(outcome)])).toMatchObject({ exitCode: 2 });
  expect(await readFile(directory.at('log'), 'utf8')).toMatch(/^first\n\{"run":.*\}\n$/);
  expect(JSON.parse(await readFile(directory.at('out/outcome.json'), 'utf8'))).toMatchObject({ kind: 'refused' });
  // Its own standard output, of a log that others go on writing to.
  const program = `exec "$0" "$1" run --param-file "$2" --outcome /proc/self/fd/1`;
  execFileSync(
    'sh',
    ['-c', `{ sh -c '${program}' "$0" "$1" "$2"; echo last; } >both 2>/dev/null`, process.execPath, bundleOf('runner'), parameter],
    {
      cwd: directory.path,
    },
  );
  expect(await readFile(directory.at('both'), 'utf8')).toMatch(/^\{"run":.*\}\nlast\n$/);
  for (const link of ['latest.json', 'stdout']) expect((await lstat(directory.at(link))).isSymbolicLink()).toBe(true);
});

test.each(['3', '5', 'x'])('a lifeline of %s, where there is none, is not held on to', async (descriptor) => {
  await using directory = await temporaryDirectory();
  await using page = await troubledEngine({ host: '' }, () => ({ page: '<html>' }));
  const parameter = await directory.write('parameter.json', { image: 'a@sha256:' + 'a'.repeat(64) });
  const env = { ETOS_LIFELINE_FD: descriptor, DOCKER_HOST: page.host };
  const ended = await run('runner', ['run', '--param-file', parameter], { env });
  expect(ended).toMatchObject({ exitCode: 125, stderr: expect.stringMatching(/no Docker engine/) });
});

function pidIn(label: string | undefined): number {
  return Number(label?.split(' ')[3]);
}

testWithDocker('SIGUSR1 opens no debugger: it would show the secrets to all users of the machine', async ({ engine }) => {
  await using delegation = await delegate(graceful, engine);
  await delegation.prints(/up/);
  delegation.kill('SIGUSR1');
  delegation.kill('SIGTERM');
  const { exitCode, stderr } = await delegation.ended;
  expect({ exitCode, stderr }).toEqual({ exitCode: 143, stderr: expect.not.stringMatching(/debugger/i) });
});

test('a terminal that is closed does not cost the exit code, nor leave a core with secrets', async () => {
  await using directory = await temporaryDirectory();
  const [parameter, code] = [directory.at('parameter'), directory.at('code')];
  execFileSync('mkfifo', [parameter, code]);
  // In a session of its own: the end of the terminal sends it no signal.
  const check = `echo begun; setsid sh -c '"${process.execPath}" "${bundleOf('runner')}" check --param-file ${parameter}; echo $? > ${code}' & wait`;
  await using terminal = startProcess(['script', '-qec', check, '/dev/null']);
  const writable = await open(parameter, 'w');
  terminal.kill('SIGKILL');
  await terminal.exitCode;
  await writable.writeFile('no JSON');
  await writable.close();
  expect(await readFile(code, 'utf8')).toBe('2\n');
});
