import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { systemClock as clock } from '../../../src/host/clock.js';
import { Cancelled } from '../../../src/host/errors.js';
import { processesMarked } from '../../../src/host/strays.js';
import { machineShell } from '../../../src/test-runner/shell/machine-shell.js';
import type { Exit, RunOptions, Shell } from '../../../src/test-runner/shell/shell.js';
import { temporaryDirectory, type TestDirectory } from '../../support/directory.js';

let directory: TestDirectory;
let shell: Shell;

beforeEach(async () => {
  directory = await temporaryDirectory();
  shell = machineShell(directory.path, { PATH: process.env.PATH ?? '', TEST_MARK: directory.path }, { clock });
});

afterEach(async () => {
  await shell[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

async function run(script: string, options: Partial<RunOptions> = {}): Promise<{ readonly printed: string; readonly exit: Exit }> {
  const pieces: Buffer[] = [];
  const exit = await shell.run(['/bin/sh', '-c', script], {
    cwd: directory.path,
    onOutput: (chunk) => void pieces.push(Buffer.from(chunk)),
    signal: new AbortController().signal,
    stop: [{ send: 'SIGTERM', patience: 2_000 }],
    ...options,
  });
  return { printed: Buffer.concat(pieces).toString('utf8'), exit };
}

const left = (): Promise<readonly number[]> => processesMarked('TEST_MARK', directory.path);

describe('a shell on this machine', () => {
  test('runs a command to its end, with both outputs in one order, and tells its exit code', async () => {
    expect(await run('echo a; echo b >&2; echo c; exit 5')).toEqual({ printed: 'a\nb\nc\n', exit: { code: 5 } });
  });

  test('tells the signal that ended a command', async () => {
    expect((await run('kill -9 $$')).exit).toEqual({ killedBy: 'SIGKILL' });
  });

  test('gives commands pipes: /dev/stdout and /dev/stderr can be opened, standard input is empty', async () => {
    expect((await run('echo out > /dev/stdout; echo err > /dev/stderr; cat; echo end')).printed).toBe('out\nerr\nend\n');
  });

  test('hands the variables to commands, its own and those of the call', async () => {
    expect((await run('echo "$TEST_MARK $MORE"', { environment: { MORE: 'more' } })).printed).toBe(`${directory.path} more\n`);
  });

  test('says what could not be started', async () => {
    const signal = new AbortController().signal;
    const options = { cwd: directory.path, onOutput: () => undefined, signal, stop: [] };
    await expect(shell.run(['/no/such/program'], options)).rejects.toThrow(/cannot start \/no\/such\/program in .*ENOENT/);
    await expect(shell.run(['/bin/echo', 'x'.repeat(200_000)], options)).rejects.toThrow(/cannot start \/bin\/echo in .*E2BIG/);
  });

  test('makes a command wait for whoever takes its output, and loses none of it', async () => {
    let bytes = 0;
    let busy = 0;
    let most = 0;
    await run('yes 0123456789abcde | head -c 5000000', {
      onOutput: async (chunk) => {
        busy += 1;
        most = Math.max(most, busy);
        bytes += chunk.length;
        await new Promise((resume) => setImmediate(resume));
        busy -= 1;
      },
    });
    expect({ bytes, most }).toEqual({ bytes: 5_000_000, most: 1 });
  });

  test('does not wait for what a command leaves running, keeps it from stopping at a pipe that nobody reads, and ends it in the sweep', async () => {
    const fill = `head -c 300000 /dev/zero; touch ${directory.at('went-on')}; exec sleep 500`;
    const { printed, exit } = await run(`(while [ ! -e go ]; do sleep 0.02; done; ${fill}) & echo started`);
    expect({ printed, exit }).toEqual({ printed: 'started\n', exit: { code: 0 } });
    await directory.write('go', '');
    await run('while [ ! -e went-on ]; do sleep 0.02; done');
    expect(await left()).not.toEqual([]);
    await shell.sweep(1_000);
    expect(await left()).toEqual([]);
  });

  test('ends a command and what it started, also in sessions of their own, when it is no longer wanted', async () => {
    const cancel = new AbortController();
    const reason = new Cancelled('SIGTERM');
    let printed = '';
    const running = run('setsid sh -c "sleep 500; :" & sleep 500 & trap "echo told; exit 1" TERM; echo ready; wait', {
      signal: cancel.signal,
      onOutput: (chunk) => {
        printed += chunk.toString();
        if (printed.includes('ready')) cancel.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(printed).toBe('ready\ntold\n');
    expect(await left()).toEqual([]);
  });

  test('kills what does not end in time', async () => {
    const cancel = new AbortController();
    const running = run('trap "" TERM INT; echo ready; while :; do sleep 0.05; done', {
      signal: cancel.signal,
      stop: [{ send: 'SIGTERM', patience: 100 }],
      onOutput: () => cancel.abort(new Cancelled('SIGTERM')),
    });
    await expect(running).rejects.toThrow('cancelled by SIGTERM');
    expect(await left()).toEqual([]);
  });

  test('gives up patience once there is a hurry', async () => {
    const cancel = new AbortController();
    const hurry = new AbortController();
    const running = run('trap "echo told" TERM; echo ready; while :; do sleep 0.02; done', {
      signal: cancel.signal,
      hurry: hurry.signal,
      stop: [{ send: 'SIGTERM', patience: 600_000 }],
      onOutput: (chunk) => (chunk.includes('told') ? hurry : cancel).abort(new Cancelled('SIGTERM')),
    });
    await expect(running).rejects.toThrow('cancelled by SIGTERM');
    expect(await left()).toEqual([]);
  });

  test('ends a command whose output cannot be recorded', async () => {
    const full = new Error('no space left');
    const running = run('echo x; sleep 500', { onOutput: () => Promise.reject(full) });
    await expect(running).rejects.toBe(full);
    expect(await left()).toEqual([]);
  });

  test('writes, lists, reads, packs and removes', async () => {
    await shell.write([
      { directory: directory.at('logs/deep') },
      { file: directory.at('logs/run.sh'), content: 'echo hello\n', mode: 0o755 },
      { file: directory.at('new/deep/file'), content: 'x', mode: 0o644 },
    ]);
    await symlink('run.sh', directory.at('logs/link'));
    await symlink('nowhere', directory.at('logs/broken'));
    expect((await run('logs/run.sh; mkfifo logs/pipe')).printed).toBe('hello\n');
    const [logs, missing] = await shell.list([directory.at('logs'), directory.at('missing')]);
    expect(logs).toEqual([
      { name: 'broken', kind: 'other' },
      { name: 'deep', kind: 'directory' },
      { name: 'link', kind: 'file' },
      { name: 'pipe', kind: 'other' },
      { name: 'run.sh', kind: 'file' },
    ]);
    expect(missing).toEqual([]);
    const { length, content } = await shell.read(directory.at('logs/link'));
    expect([length, await text(content)]).toEqual([11, 'echo hello\n']);
    await directory.write('archive.tar', Buffer.concat(await (await shell.pack(directory.at('logs'))).toArray()));
    expect((await run('tar -tf archive.tar | sort')).printed).toMatch(/^logs\/\nlogs\/broken\nlogs\/deep\/\n/);
    await shell.remove([directory.at('logs'), directory.at('missing')]);
    expect(existsSync(directory.at('logs'))).toBe(false);
    expect(await readFile(directory.at('new/deep/file'), 'utf8')).toBe('x');
  });

  test('leaves no descriptor open', async () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    await run('true');
    const before = open();
    for (let n = 0; n < 5; n += 1) await run('echo x');
    expect(open()).toBeLessThanOrEqual(before);
  });
});
