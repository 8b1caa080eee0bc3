import { describe, expect } from '@jest/globals';
import { createEngine } from '../../src/docker/create-engine.js';
import type { Engine } from '../../src/docker/engine.js';
import { engineAddress } from '../../src/docker/address.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { Cancelled } from '../../src/host/errors.js';
import { containerShell } from '../../src/test-runner/shell/container-shell.js';
import type { Shell } from '../../src/test-runner/shell/shell.js';
import { aRecipe } from '../support/collections.js';
import { testWithDocker, testWithPythonImage } from '../support/docker.js';
import { run } from './sub-suites.js';

interface Box extends AsyncDisposable {
  readonly id: string;
  readonly engine: Engine;
  shell(): Promise<Shell>;
}

async function aContainer(host: string, image: string, spec: object = {}): Promise<Box> {
  const engine = createEngine(engineAddress({ DOCKER_HOST: host }));
  const { id } = await engine.createContainer({ Image: image, Cmd: ['sleep', '600'], ...spec }, {});
  await engine.startContainer(id);
  return {
    id,
    engine,
    shell: () => containerShell(id, '/etos', { engine, clock, signal: new AbortController().signal }),
    async [Symbol.asyncDispose]() {
      await engine.removeContainer(id);
    },
  };
}

describe('a sub suite in a container without a test runner', () => {
  testWithDocker('is carried out by busybox alone, as any user', async ({ engine }) => {
    await using box = await aContainer(engine.host, engine.busybox, { User: 'nobody', Env: ['RABBITMQ_PASSWORD=secret', 'OUTER=outer'] });
    const checkout = ['echo checked out', 'echo "echo from the checkout; exit \\$CODE" > case.sh'];
    await using ran = await run({
      shell: () => box.shell(),
      recipes: [
        aRecipe({
          name: 'passes',
          checkout,
          environment: { CODE: '0', GREETING: `it's a $HOME` },
          execute: [
            'mkdir "$ARTIFACT_PATH/data"',
            'echo artifact > "$ARTIFACT_PATH/data/a.txt"',
            'echo log > "$LOG_PATH/extra.log"',
            'echo g > "$GLOBAL_LOGS/global.log"',
          ],
          command: 'sh case.sh; id -un; echo "$OUTER $RABBITMQ_PASSWORD"',
        }),
        aRecipe({ name: 'fails', checkout, environment: { CODE: '3' }, command: 'sh case.sh' }),
      ],
    });
    expect(ran.outcome.description).toMatch(/1 of 2 recipes failed: fails \(exit code 3\)\.$/);
    expect(ran.logArea.names).toEqual([
      'passes_test_output.log',
      'passes_extra.log',
      'passes_data.tar.gz',
      'fails_test_output.log',
      'full_execution.log',
      'global.log',
      'workspace.tar.gz',
    ]);
    const log = ran.logArea.file('passes_test_output.log').toString();
    expect(log).toMatch(/from the checkout\nnobody\nouter \*{9}\n$/);
    expect(log).toContain(`\nGREETING=it's a $HOME\n`);
    expect(
      ran.logArea
        .file('full_execution.log')
        .toString()
        .match(/checked out/g),
    ).toHaveLength(1);
    expect(ran.logArea.file('passes_extra.log').toString()).toBe('log\n');
    expect(ran.logArea.file('workspace.tar.gz').subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const [left = []] = await (await box.shell()).list(['/etos/logs']);
    expect(left).toEqual([]);
  });

  testWithPythonImage('has bash and Python where the image has them', async ({ engine, python }) => {
    await using box = await aContainer(engine.host, python);
    await using ran = await run({
      shell: () => box.shell(),
      recipes: [
        aRecipe({ name: 'a', execute: ['[[ a == a ]] && VERSION=3'], command: 'python3 -c "import sys; print(sys.version_info[0])"' }),
      ],
    });
    expect(ran.logArea.file('a_test_output.log').toString()).toMatch(/\n3\n$/);
    expect(ran.outcome.verdict).toBe('PASSED');
  });

  testWithDocker('is ended by a cancel, with what there is delivered', async ({ engine }) => {
    await using box = await aContainer(engine.host, engine.busybox);
    const cancel = new AbortController();
    await using ran = await run({
      shell: () => box.shell(),
      recipes: [
        aRecipe({ name: 'a', command: 'sh -c \'echo precious > "$ARTIFACT_PATH/a"; setsid sleep 500 & echo waiting; sleep 500\'' }),
      ],
      signal: cancel.signal,
      onOutput: (printed) => {
        if (printed.includes('waiting\n')) cancel.abort(new Cancelled('SIGTERM'));
      },
    });
    expect(ran.outcome).toEqual({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: 'cancelled by SIGTERM' });
    expect(ran.logArea.names).toEqual(['a_test_output.log', 'a_a', 'full_execution.log', 'workspace.tar.gz']);
  });

  testWithDocker('ends with the reason when the container is gone', async ({ engine }) => {
    await using box = await aContainer(engine.host, engine.busybox);
    await using ran = await run({
      shell: () => box.shell(),
      recipes: [aRecipe({ name: 'a', command: 'sh -c "echo waiting; sleep 500"' }), aRecipe({ name: 'b' })],
      onOutput: (printed) => {
        if (printed.endsWith('waiting\n')) void box.engine.removeContainer(box.id);
      },
    });
    expect(ran.outcome).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'FAILED' });
    expect(ran.outcome.description).toMatch(/^the container is gone/);
    expect(ran.of('TestCaseFinished').map(({ data }) => (data.outcome as { verdict: string }).verdict)).toEqual(['INCONCLUSIVE']);
    expect(ran.logArea.file('a_test_output.log').toString()).toMatch(/waiting\n$/);
    expect(ran.logArea.names).toEqual(['a_test_output.log', 'full_execution.log']);
    expect(ran.outcome.description).toMatch(/1 file was not uploaded: workspace\.tar\.gz/);
  });
});
