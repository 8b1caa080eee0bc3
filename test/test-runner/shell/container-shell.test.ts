import { describe, expect } from '@jest/globals';
import { buffer, text } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { createEngine } from '../../../src/docker/create-engine.js';
import type { Engine } from '../../../src/docker/engine.js';
import { engineAddress } from '../../../src/docker/address.js';
import { systemClock as clock } from '../../../src/host/clock.js';
import { Cancelled, NotCarriedOut } from '../../../src/host/errors.js';
import { containerShell } from '../../../src/test-runner/shell/container-shell.js';
import type { RunOptions, Shell } from '../../../src/test-runner/shell/shell.js';
import { testWithDocker, testWithPythonImage, type TestEngine } from '../../support/docker.js';

interface Inside extends AsyncDisposable {
  readonly id: string;
  readonly engine: Engine;
  readonly shell: Shell;
  /** Runs a command in the root; what it printed and how it ended. */
  run(script: string, options?: Partial<RunOptions>): Promise<{ readonly printed: string; readonly code: number }>;
  /** The command lines of the processes inside. */
  processes(): Promise<string>;
}

/** What may happen to a container from outside. */
const ends: Readonly<Record<string, (engine: Engine, id: string) => Promise<unknown>>> = {
  'docker rm -f': (engine, id) => engine.removeContainer(id),
  'docker kill': (engine, id) => engine.killContainer(id, 'SIGKILL'),
};

interface How {
  /** Happens between the making of a command and its start. */
  readonly between?: (engine: Engine, id: string) => Promise<void>;
  readonly image?: string;
  readonly user?: string;
  readonly host?: object;
}

async function inside(testEngine: TestEngine, { image = testEngine.busybox, user, host = {}, between }: How = {}): Promise<Inside> {
  const real = createEngine(engineAddress({ DOCKER_HOST: testEngine.host }));
  const engine: Engine = {
    ...real,
    async startExec(exec, options) {
      await between?.(real, id);
      return await real.startExec(exec, options);
    },
  };
  const { id } = await engine.createContainer(
    { Image: image, Cmd: ['sleep', '600'], Env: ['FROM_IMAGE=yes'], HostConfig: { Init: false, ...host }, ...(user && { User: user }) },
    {},
  );
  const remove = (): Promise<unknown> => engine.removeContainer(id);
  try {
    await engine.startContainer(id);
    const shell = await containerShell(id, '/etos/work', { engine, clock, signal: new AbortController().signal });
    const run: Inside['run'] = async (script, options = {}) => {
      const pieces: Buffer[] = [];
      const exit = await shell.run([shell.program, '-c', script], {
        cwd: '/etos/work',
        onOutput: (chunk) => void pieces.push(Buffer.from(chunk)),
        signal: new AbortController().signal,
        stop: [{ send: 'SIGTERM', patience: 1_000 }],
        ...options,
      });
      return { printed: Buffer.concat(pieces).toString('utf8'), code: 'code' in exit ? exit.code : -1 };
    };
    return {
      id,
      engine,
      shell,
      run,
      processes: async () => (await run('for p in /proc/[0-9]*; do tr "\\0" " " < $p/cmdline; echo; done')).printed,
      async [Symbol.asyncDispose]() {
        await shell[Symbol.asyncDispose]();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

describe('a shell inside a container', () => {
  testWithDocker('runs a command to its end, with both outputs in one order, and tells its exit code', async ({ engine }) => {
    await using box = await inside(engine);
    expect(box.shell.program).toBe('/bin/sh');
    expect(box.shell.environment).toMatchObject({ FROM_IMAGE: 'yes', HOSTNAME: expect.stringMatching(/^[0-9a-f]{12}$/) as unknown });
    const { printed, code } = await box.run('echo "$FROM_IMAGE $OWN"; echo error >&2; pwd; exit 7', { environment: { OWN: 'two words' } });
    expect(printed).toBe('yes two words\nerror\n/etos/work\n');
    expect(code).toBe(7);
  });

  testWithPythonImage('takes bash where there is one', async ({ engine, python }) => {
    await using box = await inside(engine, { image: python });
    expect(box.shell.program).toMatch(/\/bash$/);
    expect((await box.run('[[ a == a ]] && echo bash')).printed).toBe('bash\n');
  });

  testWithDocker('writes files as the container’s user, lists, reads, packs and removes them', async ({ engine }) => {
    await using box = await inside(engine, { user: 'nobody' });
    const { shell } = box;
    await shell.write([{ directory: '/etos/work/logs/deep' }, { file: '/etos/work/logs/a b.sh', content: 'echo "hello"\n', mode: 0o755 }]);
    expect(
      (await box.run('id -un; "./logs/a b.sh"; ln -s "a b.sh" logs/link; mkfifo logs/pipe; touch logs/.hidden; echo deep > logs/deep/file'))
        .printed,
    ).toBe('nobody\nhello\n');
    const [logs, missing] = await shell.list(['/etos/work/logs', '/etos/work/missing']);
    expect(new Map(logs?.map(({ name, kind }) => [name, kind]))).toEqual(
      new Map([
        ['a b.sh', 'file'],
        ['deep', 'directory'],
        ['link', 'file'],
        ['pipe', 'other'],
        ['.hidden', 'file'],
      ]),
    );
    expect(missing).toEqual([]);
    const { length, content } = await shell.read('/etos/work/logs/link');
    expect([length, await text(content)]).toEqual([13, 'echo "hello"\n']);
    const names: string[] = [];
    const entries = extract().on('entry', (header, stream, next) => {
      names.push(header.name);
      stream.resume().on('end', next);
    });
    entries.end(await buffer(await shell.pack('/etos/work/logs/deep')));
    await new Promise<void>((finished) => entries.once('finish', () => finished()));
    expect(names).toEqual(['deep/', 'deep/file']);
    await shell.remove(['/etos/work/logs/deep', '/etos/work/logs/a b.sh']);
    const [left] = await shell.list(['/etos/work/logs']);
    expect(left?.map(({ name }) => name)).not.toContain('deep');
  });

  testWithDocker('works in a volume where all else is read-only', async ({ engine }) => {
    await using box = await inside(engine, { host: { ReadonlyRootfs: true, Mounts: [{ Type: 'volume', Target: '/etos/work' }] } });
    await box.shell.write([{ file: '/etos/work/workspace/a/run.sh', content: 'echo hello\n', mode: 0o755 }]);
    expect((await box.run('sh workspace/a/run.sh')).printed).toBe('hello\n');
  });

  testWithDocker('says that an image without a shell is of no use', async ({ engine }) => {
    const docker = createEngine(engineAddress({ DOCKER_HOST: engine.host }));
    const { id } = await docker.createContainer(
      { Image: engine.busybox, Cmd: ['busybox', 'sh', '-c', 'rm /bin/sh; busybox echo gone; exec busybox sleep 600'] },
      {},
    );
    try {
      const output = await docker.attachContainer(id);
      await docker.startContainer(id);
      await new Promise<void>((gone) => void output.copy(() => gone()).catch(() => undefined));
      const open = async (): Promise<unknown> =>
        containerShell(id, '/etos', { engine: docker, clock, signal: new AbortController().signal });
      await expect(open()).rejects.toThrow(/recipes cannot be carried out in the container: .*\/bin\/sh/);
    } finally {
      await docker.removeContainer(id);
    }
  });

  testWithDocker('ends a command and what it started, also what left its session, when it is no longer wanted', async ({ engine }) => {
    await using box = await inside(engine);
    const cancel = new AbortController();
    const reason = new Cancelled('SIGTERM');
    const running = box.run('sleep 501 & setsid sleep 502 & trap "echo told" TERM; echo ready; while :; do sleep 1; done', {
      signal: cancel.signal,
      stop: [{ send: 'SIGTERM', patience: 300 }],
      onOutput: (chunk) => {
        if (chunk.includes('ready')) cancel.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(await box.processes()).not.toMatch(/sleep 50|ready/);
  });

  testWithDocker('does not wait for what a command leaves running, and ends it in the sweep', async ({ engine }) => {
    await using box = await inside(engine);
    const begun = performance.now();
    const silent = 'sleep 504 > /dev/null 2>&1 & exit 3';
    expect((await box.run(silent)).code).toBe(3);
    const { printed, code } = await box.run('sleep 503 & echo done; exit 4');
    expect([printed, code]).toEqual(['done\n', 4]);
    expect((await box.run(silent)).code).toBe(3);
    // Engine 20.10 hears of the ends that follow only 4 s later.
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(await box.processes()).toMatch(/sleep 503/);
    await box.shell.sweep(500);
    expect(await box.processes()).not.toMatch(/sleep 503/);
  });

  testWithDocker('tells of a program that a signal ended, or that is not there, as shells do', async ({ engine }) => {
    await using box = await inside(engine);
    expect(await box.run('kill -9 $$')).toEqual({ printed: '', code: 137 });
    const signal = new AbortController().signal;
    const missing = box.shell.run(['/no/such/program'], { cwd: '/', onOutput: () => undefined, signal, stop: [] });
    expect(await missing).toEqual({ code: 127 });
  });

  for (const [how, end] of Object.entries(ends)) {
    testWithDocker(`gives no exit code for a command whose container is gone: ${how}`, async ({ engine }) => {
      await using box = await inside(engine);
      const running = box.run('trap "exit 1" TERM; echo ready; sleep 500 & wait', {
        onOutput: (chunk) => {
          if (chunk.includes('ready')) void end(box.engine, box.id);
        },
      });
      await expect(running).rejects.toThrow(/^the container is gone/);
      await expect(running).rejects.toBeInstanceOf(NotCarriedOut);
    });

    testWithDocker(`gives no exit code for a command that is started when its container is gone: ${how}`, async ({ engine }) => {
      let ending = false;
      await using box = await inside(engine, {
        between: async (real, id) => {
          if (ending) await end(real, id);
        },
      });
      ending = true;
      await expect(box.run('true')).rejects.toThrow(/^the container is gone/);
    });
  }

  testWithDocker('hands on 20 MB of output to a slow taker, all of it and in order', async ({ engine }) => {
    await using box = await inside(engine);
    let bytes = 0;
    let busy = 0;
    let most = 0;
    const { code } = await box.run('yes 0123456789abcde | head -c 20000000', {
      onOutput: async (chunk) => {
        busy += 1;
        most = Math.max(most, busy);
        bytes += chunk.length;
        await new Promise((resume) => setImmediate(resume));
        busy -= 1;
      },
    });
    expect({ code, bytes, most }).toEqual({ code: 0, bytes: 20_000_000, most: 1 });
  });
});
