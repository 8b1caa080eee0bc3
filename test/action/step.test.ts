import { describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { testWithDocker } from '../support/docker.js';
import { startStep } from '../support/github-runner.js';

const onThisMachine = { collection: 'collection.json', 'execution-space-provider': 'process' };

async function aWorkspace(...recipes: readonly Parameters<typeof aRecipe>[0][]): Promise<TestDirectory> {
  const directory = await temporaryDirectory();
  await directory.write('collection.json', aCollection(aSuite({ name: 'smoke', recipes: recipes.map((recipe) => aRecipe(recipe)) })));
  return directory;
}

/** The names of processes that still carry this in their command line. */
async function processesWith(words: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.map((line) => line.replaceAll('\0', ' ')).filter((line) => line.includes(words));
}

/** A command that does not end when it is asked to. */
function stubborn(seconds: number): string {
  return `bash -c "trap '' INT TERM HUP; echo ready-to-end; while :; do sleep ${seconds}; done"`;
}

describe('the step', () => {
  test('gives verdict, outputs, report and summary of a run that passes', async () => {
    await using workspace = await aWorkspace({ name: 'it works' });
    await using step = await startStep(onThisMachine, { workspace: workspace.path });
    expect(await step.main.ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await step.outputs()).toEqual({
      verdict: 'PASSED',
      conclusion: 'SUCCESSFUL',
      'testrun-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      results: workspace.at('reports/results.json'),
      junit: workspace.at('reports/junit.xml'),
      summary: workspace.at('reports/summary.md'),
      passed: '1',
      failed: '0',
    });
    expect(JSON.parse(await readFile(workspace.at('reports/results.json'), 'utf8'))).toMatchObject({ verdict: 'PASSED' });
    expect(await readFile(workspace.at('reports/junit.xml'), 'utf8')).toContain('it works');
    expect(await step.summary()).toContain('it works');
    expect(await step.post()).toMatchObject({ exitCode: 0, summary: '', stdout: expect.stringContaining('Nothing to clean up') });
  });

  test('fails with a failed verdict, after outputs and annotations', async () => {
    await using workspace = await aWorkspace({ name: 'it works' }, { name: 'it breaks', command: 'exit 7' });
    await using step = await startStep(onThisMachine, { workspace: workspace.path });
    expect(await step.main.exitCode).toBe(1);
    expect(await step.outputs()).toMatchObject({ verdict: 'FAILED', passed: '1', failed: '1' });
    expect(step.main.stdout).toMatch(/^::error title=smoke%3A it breaks::/m);
    expect(step.main.stdout).toMatch(/^::error::FAILED: /m);
  });

  test.each([
    { failOn: 'failure', exitCode: 1 },
    { failOn: 'error', exitCode: 0 },
    { failOn: 'never', exitCode: 0 },
  ])('with fail-on $failOn a failed verdict ends with $exitCode', async ({ failOn, exitCode }) => {
    await using workspace = await aWorkspace({ command: 'false' });
    await using step = await startStep({ ...onThisMachine, 'fail-on': failOn }, { workspace: workspace.path });
    expect(await step.main.exitCode).toBe(exitCode);
    expect(await step.outputs()).toMatchObject({ verdict: 'FAILED' });
  });

  test('refuses wrong inputs before anything is started, all at once', async () => {
    await using workspace = await aWorkspace({});
    await using step = await startStep(
      { ...onThisMachine, timeout: 'soon', 'fail-on': 'x', artefact_dir: 'y' },
      { workspace: workspace.path },
    );
    expect(await step.main.exitCode).toBe(2);
    expect(step.main.stdout).toMatch(/^::error::.*artifact-dir.*timeout.*fail-on/m);
    expect(await readdir(workspace.path)).toEqual(['collection.json']);
    expect(await step.post()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('no run was begun') });
  });

  test('refuses a collection that is not there with a sentence', async () => {
    await using workspace = await temporaryDirectory();
    await using step = await startStep({ collection: 'none.json' }, { workspace: workspace.path });
    expect(await step.main.exitCode).toBe(2);
    expect(step.main.stdout).toMatch(/^::error::.*none\.json/m);
    expect(await step.summary()).toContain('none.json');
  });

  test('shows what a test prints, and carries none of it out', async () => {
    await using workspace = await aWorkspace({
      name: 'hostile',
      command: "echo '::set-output name=verdict::PASSED'; echo '##[add-path]/tmp'; false",
    });
    await using step = await startStep({ ...onThisMachine, verbose: 'true' }, { workspace: workspace.path });
    expect(await step.main.exitCode).toBe(1);
    const lines = step.main.stdout.split('\n');
    // An annotation quotes what the test printed: in one line with its own command, which is the only one that the runner reads there.
    const quoting = lines.filter((line) => line.startsWith('::error title=') && line.includes('##[add-path'));
    expect(quoting).toEqual([expect.stringContaining('%0A::set-output name=verdict::PASSED%0A##[add-path]/tmp')]);
    const hostile = lines.flatMap((line, i) => (/^\s*::set-output|##\[add-path/.test(line) && !quoting.includes(line) ? [i] : []));
    expect(hostile.length).toBeGreaterThan(0);
    for (const i of hostile) expect(lines[i - 1]).toMatch(/^::stop-commands::/);
  });

  test.each([
    { signal: 'SIGINT', exitCode: 130, command: 'echo ready-to-end; exec sleep 86401' },
    { signal: 'SIGTERM', exitCode: 143, command: 'echo ready-to-end; exec sleep 86401' },
    { signal: 'SIGINT', exitCode: 130, command: stubborn(86401) },
  ] as const)(
    '$signal during "$command": stops the tests, reports and is gone within seven seconds',
    async ({ signal, exitCode, command }) => {
      await using workspace = await aWorkspace({ name: 'endless', command });
      await using step = await startStep({ ...onThisMachine, verbose: 'true' }, { workspace: workspace.path });
      await step.main.prints(/\| .*ready-to-end/);
      const cancelled = performance.now();
      step.main.kill(signal);
      expect(await step.main.exitCode).toBe(exitCode);
      expect(performance.now() - cancelled).toBeLessThan(7_000);
      expect(await processesWith('sleep 86401')).toEqual([]);
      expect(await step.outputs()).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED' });
      expect(await step.summary()).toContain('endless');
      expect(await step.post()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Nothing to clean up') });
    },
  );

  test("GitHub's second signal ends it at once, and post finishes the rest", async () => {
    await using workspace = await aWorkspace({ command: stubborn(86404) });
    await using step = await startStep({ ...onThisMachine, verbose: 'true' }, { workspace: workspace.path });
    await step.main.prints(/\| .*ready-to-end/);
    step.main.kill('SIGINT');
    await step.main.prints(/cancelled by SIGINT: stopping/);
    step.main.kill('SIGTERM');
    await step.main.prints(/at once/);
    expect(await step.main.exitCode).toBe(130);
    expect(await step.post()).toMatchObject({ exitCode: 0 });
    expect(await processesWith('sleep 86404')).toEqual([]);
  });

  test('killed, it leaves post to finish, which says what it did', async () => {
    await using workspace = await aWorkspace({ command: 'echo ready-to-kill; exec sleep 86402' });
    await using step = await startStep({ ...onThisMachine, verbose: 'true' }, { workspace: workspace.path });
    await step.main.prints(/\| .*ready-to-kill/);
    step.main.kill('SIGKILL');
    expect(await step.main.exitCode).toBe(137);
    const post = await step.post();
    expect(post.exitCode).toBe(0);
    expect(post.summary).toContain('killed before it had results');
    expect(await processesWith('sleep 86402')).toEqual([]);
    expect(await readdir(workspace.at('.etos/runs'))).toEqual(['.gitignore']);
  });

  testWithDocker('killed with a container running, it leaves none after post', async ({ engine }) => {
    await using workspace = await aWorkspace({ command: 'echo ready-to-kill; exec sleep 86403', testRunner: engine.busybox });
    const inputs = { collection: 'collection.json', 'execution-space-provider': 'docker', verbose: 'true' };
    await using step = await startStep(inputs, { workspace: workspace.path });
    const [, run = ''] = await step.main.prints(/^Run ([0-9a-f-]{36}):/m);
    await step.main.prints(/\| .*ready-to-kill/);
    expect(await engine.containersOfRun(run)).toHaveLength(1);
    step.main.kill('SIGKILL');
    await step.main.exitCode;
    expect(await step.post()).toMatchObject({ exitCode: 0 });
    expect(await engine.containersOfRun(run)).toEqual([]);
  });
});
