import { describe, expect, test } from '@jest/globals';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { aCollection, aRecipe, aSuite, type CollectionSuite } from '../support/collections.js';
import { testWithDocker } from '../support/docker.js';
import { lendingProvider, managementSystem } from '../support/management-system.js';
import { aWorkspace, type Workspace } from '../support/workspace.js';

const machine = ['--execution-space-provider', 'process'];

/** A recipe that would take minutes and leaves a process that has gone its own ways. */
function slow(testRunner: string): readonly CollectionSuite[] {
  const recipes = [
    aRecipe({ name: 'first', testRunner }),
    aRecipe({ name: 'slow', testRunner, execute: ['{ setsid sleep 321 > /dev/null 2>&1 & }'], command: 'sleep 123' }),
    aRecipe({ name: 'last', testRunner }),
  ];
  return aCollection(aSuite({ name: 's', recipes }));
}

describe('a cancelled run', () => {
  test.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)('$signal: stops what runs, tells what was done, ends with $code within 7 s', async ({ signal, code }) => {
    await using workspace = await aWorkspace(slow('process'));
    await using running = workspace.start(machine);
    await running.prints(/slow \.\.\./);
    const [run = ''] = await workspace.runs();
    const cancelled = performance.now();
    running.kill(signal);
    expect(await running.exitCode).toBe(code);
    expect(performance.now() - cancelled).toBeLessThan(7_000);
    expect(await workspace.processesOf(run)).toEqual([]);
    expect(await workspace.runs()).toEqual([]);
    const { verdict, conclusion, description, suites } = await workspace.results();
    expect({ verdict, conclusion, description }).toEqual({
      verdict: 'INCONCLUSIVE',
      conclusion: 'ABORTED',
      description: `cancelled by ${signal}.`,
    });
    expect(suites[0]?.subSuites[0]?.recipes.map((recipe) => [recipe.testCase.id, recipe.verdict])).toEqual([
      ['first', 'PASSED'],
      ['slow', 'INCONCLUSIVE'],
      ['last', 'NOT_RUN'],
    ]);
    const last = (await workspace.events()).at(-1);
    expect(last).toMatchObject({ meta: { type: 'EiffelActivityCanceledEvent' }, data: { reason: `cancelled by ${signal}` } });
  });

  test('gives back what it had taken, also what it took while the signal came', async () => {
    await using system = await managementSystem({ names: ['a', 'b'] });
    await using workspace = await aWorkspace(slow('process'));
    await workspace.directory.write('lender.json', lendingProvider(system.url));
    await using running = workspace.start([...machine, '--iut-provider', 'lender.json']);
    await running.prints(/slow \.\.\./);
    expect(system.lent()).not.toEqual([]);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(143);
    expect(system.lent()).toEqual([]);
    expect(await workspace.runs()).toEqual([]);
  });

  testWithDocker('leaves no container', async ({ engine }) => {
    await using workspace = await aWorkspace(slow(engine.busybox));
    await using running = workspace.start();
    await running.prints(/slow \.\.\./);
    const [run = ''] = await workspace.runs();
    expect(await engine.containersOfRun(run)).toHaveLength(1);
    running.kill('SIGINT');
    expect(await running.exitCode).toBe(130);
    expect(await engine.containersOfRun(run)).toEqual([]);
    expect(await workspace.processesOf(run)).toEqual([]);
  });
});

describe('a killed run', () => {
  const moments = [/^Run /m, /Execution space/, /waiting for/, /SubSuite_0: started/, /first \.\.\./, /slow \.\.\./];

  test.each(moments)('on this machine, killed when it prints %s, leaves nothing that etos release does not remove', async (moment) => {
    await using system = await managementSystem({ names: ['a'] });
    await using workspace = await aWorkspace(slow('process'));
    await workspace.directory.write('lender.json', lendingProvider(system.url));
    const run = await killedAt(moment, workspace, [...machine, '--iut-provider', 'lender.json']);
    const { exitCode, output } = await workspace.release();
    expect([exitCode, output]).toEqual([0, expect.not.stringContaining('could not')]);
    expect(await workspace.processesOf(run)).toEqual([]);
    expect(system.lent()).toEqual([]);
    expect(await workspace.runs()).toEqual([]);
    expect(openIn(await workspace.events())).toEqual([]);
  });

  for (const moment of moments) {
    testWithDocker(`in Docker, killed when it prints ${moment}, leaves nothing that etos release does not remove`, async ({ engine }) => {
      await using workspace = await aWorkspace(slow(engine.busybox));
      const run = await killedAt(moment, workspace, []);
      expect((await workspace.release()).exitCode).toBe(0);
      expect(await engine.containersOfRun(run)).toEqual([]);
      expect(await workspace.processesOf(run)).toEqual([]);
      expect(await workspace.runs()).toEqual([]);
    });
  }

  test('is released by the next run of the workspace, which says so', async () => {
    await using system = await managementSystem({ names: ['a'] });
    await using workspace = await aWorkspace(slow('process'));
    await workspace.directory.write('lender.json', lendingProvider(system.url));
    await killedAt(/slow \.\.\./, workspace, [...machine, '--iut-provider', 'lender.json']);
    await workspace.directory.write('collection.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
    const { exitCode, output } = await workspace.run([...machine, '--iut-provider', 'lender.json']);
    expect(output).toMatch(/released what a killed run left: .*checked in IUT "[^"]+" of provider "lender"/);
    expect(exitCode).toBe(0);
    expect(system.lent()).toEqual([]);
  });

  test('release does not touch a run that is alive, and ends with 3 when a management system refuses', async () => {
    let refuses = true;
    await using system = await managementSystem({
      names: ['a'],
      fault: (_, request) => (refuses && request.includes('/checkin') ? 'error' : undefined),
    });
    await using workspace = await aWorkspace(slow('process'));
    await workspace.directory.write('lender.json', lendingProvider(system.url));
    const options = [...machine, '--iut-provider', 'lender.json'];
    {
      await using running = workspace.start(options);
      await running.prints(/slow \.\.\./);
      expect((await workspace.release()).output).toMatch(/still going on/);
      expect(system.lent()).toEqual(['a']);
    }
    const refused = await workspace.release();
    expect([refused.exitCode, refused.output]).toEqual([3, expect.stringContaining('Unable to checkin IUT "a" to provider "lender"')]);
    refuses = false;
    expect((await workspace.release()).exitCode).toBe(0);
    expect(system.lent()).toEqual([]);
  });
});

/** The activities, suites and test cases that no event ends. */
function openIn(events: readonly EiffelEvent[]): readonly string[] {
  const ended = new Set(
    events.flatMap(({ meta, links }) =>
      /Finished|Canceled/.test(meta.type) ? links.filter(({ type }) => type.endsWith('_EXECUTION')).map(({ target }) => target) : [],
    ),
  );
  return events
    .filter(({ meta }) => /ActivityTriggered|TestSuiteStarted|TestCaseTriggered/.test(meta.type) && !ended.has(meta.id))
    .map(({ meta }) => `${meta.type} ${meta.id}`);
}

/** Starts a run, kills it with SIGKILL as soon as it prints this. @returns the run's id */
async function killedAt(moment: RegExp, workspace: Workspace, args: readonly string[]): Promise<string> {
  await using running = workspace.start(args);
  await running.prints(moment);
  running.kill('SIGKILL');
  await running.exitCode;
  const [run = ''] = await workspace.runs();
  return run;
}
