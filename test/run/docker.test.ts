import { describe, expect } from '@jest/globals';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { testWithDocker, testWithPythonImage } from '../support/docker.js';
import { aWorkspace } from '../support/workspace.js';

describe('a run in Docker', () => {
  testWithPythonImage(
    'each test runner gets a container of its image, with bash and without, and gives right verdicts',
    async ({ engine, python }) => {
      const say = 'echo "shell: ${BASH_VERSION:-sh}";';
      const recipes = [
        aRecipe({ name: 'in busybox', testRunner: engine.busybox, command: say }),
        aRecipe({ name: 'in python', testRunner: python, command: 'python3 -c "import sys; print(sys.version)"' }),
        aRecipe({ name: 'fails', testRunner: python, command: 'exit 7' }),
      ];
      await using workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes })));
      const { exitCode, stdout } = await workspace.run();
      expect(stdout).toMatch(/^Execution space: Docker at .* because it answers$/m);
      expect(exitCode).toBe(1);
      const { suites, run } = await workspace.results();
      expect(
        suites[0]?.subSuites.map(({ testRunner, recipes: own }) => [
          testRunner,
          own.map(({ testCase, verdict }) => `${testCase.id} ${verdict}`),
        ]),
      ).toEqual([
        [engine.busybox, ['in busybox PASSED']],
        [python, ['in python PASSED', 'fails FAILED']],
      ]);
      expect(await workspace.text('reports', 's_SubSuite_0', 'in busybox_test_output.log')).toContain('shell: sh\n');
      expect(await engine.containersOfRun(run.id)).toEqual([]);
    },
  );

  testWithDocker(
    'a recipe reads the workspace but cannot write it, and sees neither the run’s addresses nor the machine’s variables',
    async ({ engine }) => {
      const command = 'cat "$ETOS_SOURCE_DIR/data.txt"; ! touch "$ETOS_SOURCE_DIR/new" || exit 1; env;';
      await using workspace = await aWorkspace(
        aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'r', testRunner: engine.busybox, command })] })),
      );
      await workspace.directory.write('data.txt', 'from the workspace\n');
      expect((await workspace.run([], { env: { MACHINE_SECRET: 'never-in-a-container' } })).exitCode).toBe(0);
      const log = await workspace.text('reports', 's_SubSuite_0', 'full_execution.log');
      expect(log).toContain('from the workspace\n');
      expect(log).not.toMatch(/never-in-a-container|http:\/\/127\.0\.0\.1/);
    },
  );

  testWithDocker('a container that is killed from outside is noticed at once, and told', async ({ engine }) => {
    await using workspace = await aWorkspace(
      aCollection(aSuite({ name: 's', recipes: [aRecipe({ name: 'r', testRunner: engine.busybox, command: 'sleep 300' })] })),
    );
    await using running = workspace.start();
    await running.prints(/r \.\.\./);
    const [run = ''] = await workspace.runs();
    for (const container of await engine.containersOfRun(run)) await engine.remove(container);
    expect(await running.exitCode).toBe(3);
    expect((await workspace.results()).description).toMatch(/s_SubSuite_0 \(.*container.*\)/);
    expect(await engine.containersOfRun(run)).toEqual([]);
  });

  testWithDocker('four IUTs are four containers side by side', async ({ engine }) => {
    const recipes = Array.from({ length: 4 }, (_, n) => aRecipe({ name: `${n}`, testRunner: engine.busybox }));
    await using workspace = await aWorkspace(aCollection(aSuite({ name: 's', recipes })));
    expect((await workspace.run(['--dataset', '{"maximum_amount": 4}'])).exitCode).toBe(0);
    const { suites } = await workspace.results();
    expect(suites[0]?.subSuites.map(({ recipes: own }) => own.length)).toEqual([1, 1, 1, 1]);
  });
});
