import { describe, expect, test } from '@jest/globals';
import { there } from '../support/there.js';

/** What a test waits for. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((done) => (open = done));
  return { opened, open: () => open() };
}

describe('a run that is ended', () => {
  test.each([
    { api: 'v0', signal: 'SIGINT', code: 130 },
    { api: 'v1alpha', signal: 'SIGTERM', code: 143 },
  ] as const)('$api, $signal: the deployment is told, and confirms', async ({ api, signal, code }) => {
    await using at = await there();
    await using running = at.start(['--cluster-api', api]);
    await running.prints(/^Execution space/m);
    running.kill(signal);
    expect(await running.exitCode).toBe(code);
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    expect(at.deployment.aborted).toEqual([id]);
    expect(running.output).toContain(`the deployment confirms that testrun ${id} is ended`);
    expect(await at.results()).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: `cancelled by ${signal}.` });
    expect(await at.runs()).toEqual([]);
  });

  test('its time is over: ended there, INCONCLUSIVE', async () => {
    await using at = await there();
    const { exitCode } = await at.run(['--timeout', '600ms']);
    expect(exitCode).toBe(3);
    expect(at.deployment.aborted).toHaveLength(1);
    expect(await at.results()).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'TIMED_OUT' });
  });

  test('its client was killed: etos release ends it', async () => {
    await using at = await there();
    await using running = at.start();
    await running.prints(/^Execution space/m);
    running.kill('SIGKILL');
    await running.exitCode;
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    const { exitCode, stdout } = await at.release();
    expect(stdout).toContain(`ended testrun ${id} in ${at.deployment.url}`);
    expect(exitCode).toBe(0);
    expect(at.deployment.aborted).toEqual([id]);
    expect(await at.runs()).toEqual([]);
  });
});

describe('a run that is over', () => {
  test('and cancelled while its files are fetched is not ended again', async () => {
    await using at = await there({
      blind: true,
      slowFiles: { 'slow.log': Array.from({ length: 500 }, () => 404) },
      onStart(testrun) {
        testrun.upload('report', 'slow.log', 'x');
        testrun.shutdown({ verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'It is PASSED.' });
      },
    });
    await using running = at.start(['--cluster-api', 'v1alpha', '-vv']);
    // The file is asked for again half a second later: the run was over long before.
    await running.prints(/trying again reason="404[^]*trying again reason="404/);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(143);
    expect(at.deployment.aborted).toEqual([]);
    expect(await at.runs()).toEqual([]);
  });
});

describe('a run whose client was killed', () => {
  test('and that was over is left alone', async () => {
    await using at = await there();
    await using running = at.start();
    await running.prints(/^Execution space/m);
    running.kill('SIGKILL');
    await running.exitCode;
    at.deployment.testruns[0]?.finish();
    expect(await at.release()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('was over') as unknown });
    expect(at.deployment.aborted).toEqual([]);
  });
});

describe('what was begun is known', () => {
  test('cancelled while the deployment was still starting it: its answer is waited for, and the run ended', async () => {
    const asked = gate();
    const answered = gate();
    await using at = await there({
      hold() {
        asked.open();
        return answered.opened;
      },
    });
    await using running = at.start();
    await asked.opened;
    running.kill('SIGTERM');
    answered.open();
    expect(await running.exitCode).toBe(143);
    expect(at.deployment.aborted).toEqual(at.deployment.testruns.map(({ id }) => id));
    expect(await at.runs()).toEqual([]);
  });

  test('killed while the deployment was starting it: etos release says where it may run', async () => {
    const asked = gate();
    await using at = await there({
      hold() {
        asked.open();
        return new Promise(() => undefined);
      },
    });
    await using running = at.start();
    await asked.opened;
    running.kill('SIGKILL');
    await running.exitCode;
    const { exitCode, stderr } = await at.release();
    expect(stderr).toMatch(/was asked for a run of .*collection\.json at 20.*, and its answer was lost: see there whether it runs/);
    expect(exitCode).toBe(3);
    // Said once: nobody can do more about it.
    expect(await at.release()).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await at.runs()).toEqual([]);
  });

  test('not confirmed: it stays in the journal, and etos release ends it when the deployment does', async () => {
    let status = 403;
    await using at = await there({ onAbort: () => status });
    await using running = at.start();
    await running.prints(/^Execution space/m);
    running.kill('SIGINT');
    expect(await running.exitCode).toBe(130);
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    expect(running.output).toContain(`does not confirm that testrun ${id} is ended: 403 Forbidden: Suite ID not found.`);
    expect(running.output).toContain(`could not be released: testrun ${id} in ${at.deployment.url}; try again with: etos release`);
    expect(await at.release()).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('403 Forbidden') as unknown });
    status = 200;
    expect(await at.release()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`ended testrun ${id}`) as unknown });
    expect(await at.runs()).toEqual([]);
  });

  test('its time in the deployment has not come: it is asked to end it until it can', async () => {
    await using at = await there({ onAbort: (_testrun, nth) => (nth < 2 ? 404 : 200) });
    await using running = at.start();
    await running.prints(/^Execution space/m);
    running.kill('SIGINT');
    expect(await running.exitCode).toBe(130);
    expect(at.deployment.aborted).toHaveLength(2);
    expect(await at.runs()).toEqual([]);
  });
});
