import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { identify } from '../../src/host/process-identity.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { testWithDocker } from '../support/docker.js';
import { runCli } from '../support/program.js';
import { aWorkspace } from '../support/workspace.js';

const machine = ['--execution-space-provider', 'process'];

describe('runs of one workspace', () => {
  test('at the same time leave each other alone', async () => {
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
    const ended = await Promise.all(
      Array.from({ length: 6 }, (_, n) => workspace.run([...machine, '-r', `reports-${n}`, '-a', `artifacts-${n}`])),
    );
    expect(ended.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(ended.map(() => [0, '']));
    expect(await workspace.runs()).toEqual([]);
  });

  test('at the same time with one report directory: the second is refused, and harms no report of the first; one that was killed holds up nobody', async () => {
    const slow = aCollection(aSuite({ recipes: [aRecipe({ name: 'slow', command: 'sleep 234' })] }));
    await using workspace = await aWorkspace(slow);
    const { machine: here, boot, namespace, pid } = identify(process.pid);
    await workspace.directory.write('reports/.etos-run', [here, boot, namespace, pid, 1].join(' '));
    await using first = workspace.start(machine);
    await first.prints(/slow \.\.\./);
    await workspace.directory.write('collection.json', aCollection(aSuite({ recipes: [aRecipe({ name: 'quick' })] })));
    const second = await workspace.run(machine);
    expect([second.exitCode, second.stderr]).toEqual([
      2,
      expect.stringMatching(/another run \(process \d+\) is writing its reports to .*--report-dir/s),
    ]);
    expect(await readdir(workspace.directory.at('reports'))).toContain('events.ndjson');
  });

  test('at the same time with one artifact directory: the second is refused, and one directory for reports and artifacts is no conflict', async () => {
    const slow = aCollection(aSuite({ recipes: [aRecipe({ name: 'slow', command: 'sleep 234' })] }));
    await using workspace = await aWorkspace(slow);
    await using first = workspace.start([...machine, '-r', 'both', '-a', './both/']);
    await first.prints(/slow \.\.\./);
    const second = await workspace.run([...machine, '-r', 'other', '-a', 'both']);
    expect([second.exitCode, second.stderr]).toEqual([
      2,
      expect.stringMatching(/another run \(process \d+\) is writing its \w+ to .*both.*--artifact-dir/s),
    ]);
    first.kill('SIGTERM');
    await first.exitCode;
    expect(await readdir(workspace.directory.at('both'))).not.toContain('.etos-run');
    expect((await workspace.run([...machine, '-r', 'other', '-a', 'both', '--timeout', '1s'])).exitCode).toBe(3);
  });

  testWithDocker('at the same time in Docker, too', async ({ engine }) => {
    await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: engine.busybox })] })));
    const ended = await Promise.all(Array.from({ length: 4 }, (_, n) => workspace.run(['-r', `reports-${n}`, '-a', `artifacts-${n}`])));
    expect(ended.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(ended.map(() => [0, '']));
  });

  test('one after the other: the reports are those of the last one alone, whatever became of it', async () => {
    await using workspace = await aWorkspace(
      aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'old', execute: ['echo x > "$ARTIFACT_PATH/x"'] })] })),
    );
    expect((await workspace.run(machine)).exitCode).toBe(0);
    await workspace.directory.write('collection.json', aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'new' })] })));
    expect((await workspace.run(machine)).exitCode).toBe(0);
    expect((await readdir(workspace.directory.at('reports', 's_SubSuite_0'))).sort()).toEqual([
      'console.log',
      'full_execution.log',
      'new_test_output.log',
    ]);
    expect(await readdir(workspace.directory.at('artifacts', 's_SubSuite_0'))).toEqual(['workspace.tar.gz']);
    expect((await workspace.run([...machine, '-i', 'no purl'])).exitCode).toBe(2);
    expect((await readdir(workspace.directory.at('reports'))).sort()).toEqual(['s_SubSuite_0']);
  });
});

describe('a run', () => {
  test('leaves nothing of a test runner that was killed', async () => {
    await using workspace = await aWorkspace(
      aCollection(
        aSuite({
          name: 's',
          recipes: [aRecipe({ name: 'slow', execute: ['{ setsid sleep 432 > /dev/null 2>&1 & }'], command: 'sleep 234' })],
        }),
      ),
    );
    await using running = workspace.start(machine);
    await running.prints(/slow \.\.\./);
    const [run = ''] = await workspace.runs();
    const [runner = 0] = await workspace.processesOf(run);
    process.kill(runner, 'SIGKILL');
    expect(await running.exitCode).toBe(3);
    expect(await workspace.processesOf(run)).toEqual([]);
    expect((await workspace.results()).description).toContain('exit code 137');
  });

  test('shows what a failed test printed last', async () => {
    const command = 'for n in 1 2 3; do echo "line $n"; done; false';
    await using workspace = await aWorkspace(
      aCollection(
        aSuite({
          name: 's',
          recipes: [aRecipe({ name: 'f', checkout: [`printf '${command.replaceAll('"', '\\"')}' > f.sh`], command: 'sh f.sh' })],
        }),
      ),
    );
    expect((await workspace.run(machine)).exitCode).toBe(1);
    expect((await workspace.results()).suites[0]?.subSuites[0]?.recipes[0]).toMatchObject({ output: 'line 1\nline 2\nline 3' });
  });

  test.each([
    { args: ['-r', '/proc/x'], says: /report directory \/proc\/x cannot be written/ },
    { args: ['-w', 'nowhere'], says: /the workspace .*nowhere is not there/ },
  ])('with $args ends at once, with a sentence, and leaves no directory', async ({ args, says }) => {
    await using workspace = await aWorkspace(aCollection());
    const { exitCode, stderr } = await runCli(['run', workspace.directory.at('collection.json'), ...args], {
      cwd: workspace.directory.path,
    });
    expect(stderr).toMatch(says);
    expect(exitCode).toBe(2);
    expect(await workspace.runs()).toEqual([]);
    expect(await readdir(workspace.directory.path)).not.toContain('nowhere');
  });
});
