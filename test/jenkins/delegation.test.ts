import { describe, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { scriptImage } from '../runner/delegation.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { testWithDocker, type TestEngine } from '../support/docker.js';
import { build, buildEach, startBuild, testWithGroovy, type Built, type RunningBuild } from '../support/pipeline.js';

interface Parts {
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Options of the step. */
  readonly options?: string;
}

/** The parameter of a delegation whose container runs a shell script; `mark` is a label that only it has. */
async function parameterOf(engine: TestEngine, script: string, mark: string, { environment, parameters }: Parts = {}): Promise<string> {
  return JSON.stringify({
    image: await scriptImage(engine),
    environment: { ...environment, SCRIPT: script },
    parameters: { '--label': `test-mark=${mark}`, ...parameters },
    identifier: randomUUID(),
  });
}

/** A workspace whose path is full of what shells read otherwise. */
const ws = "bob's $HOME wörk";

function start(directory: TestDirectory, docker: string, options = ''): RunningBuild {
  return startBuild({ text: `node { etosDelegation(${options}) }`, workspace: directory.at(ws), params: { docker } });
}

/** What came of it, and what is left on the build node. */
async function delegated(engine: TestEngine, script: string, parts: Parts = {}): Promise<Built & { readonly left: readonly unknown[] }> {
  const mark = randomUUID();
  await using directory = await temporaryDirectory();
  await using started = start(directory, await parameterOf(engine, script, mark, parts), parts.options);
  const built = await started.built;
  return { ...built, left: [...(await readdir(directory.at(`${ws}@tmp`))), ...(await engine.containers(`test-mark=${mark}`))] };
}

const shellTraps = `it's "quoted" $HOME $(touch /tmp/pwned) \`id\` & ; \\ line\nline ✓`;

describe('etosDelegation()', () => {
  testWithDocker('hands every value over as it is, also one of 60 kB, shows the output, leaves nothing', async ({ engine }) => {
    const built = await delegated(engine, 'echo "value: $VALUE"; echo "long: ${#LONG}"; echo "job: [$docker$DOCKER]"', {
      environment: { VALUE: shellTraps, LONG: 'x'.repeat(60_000), FLAG: true, NOTHING: null },
    });
    expect(built.console).toContain(`value: ${shellTraps}`);
    expect(built.console).toContain('long: 60000');
    expect(built).toMatchObject({ result: 'SUCCESS', left: [] });
  });

  testWithDocker('runs a parameter that is too long to be a variable', async ({ engine }) => {
    const environment = Object.fromEntries(['A', 'B', 'C'].map((name) => [name, name.repeat(60_000)]));
    expect(await delegated(engine, 'echo "${#A} ${#B} ${#C}"', { environment })).toMatchObject({
      result: 'SUCCESS',
      console: expect.stringContaining('60000 60000 60000') as unknown,
      left: [],
    });
  });

  testWithDocker('makes of exit codes what a build should say', async ({ engine }) => {
    expect(await delegated(engine, 'exit 1')).toMatchObject({ result: 'UNSTABLE', left: [] });
    expect(await delegated(engine, 'exit 7')).toMatchObject({
      result: 'FAILURE',
      thrown: 'The container ended with exit code 7',
      left: [],
    });
    expect(await delegated(engine, '', { parameters: { '--privileged': '' } })).toMatchObject({
      result: 'FAILURE',
      thrown: expect.stringContaining('--privileged') as unknown,
      left: [],
    });
  });

  testWithDocker('allows what the policy of the job allows', async ({ engine }) => {
    const parts = { parameters: { '--cap-add': 'NET_ADMIN' }, options: "policy: [addCapabilities: ['NET_ADMIN']]" };
    expect(await delegated(engine, 'echo allowed', parts)).toMatchObject({ result: 'SUCCESS', left: [] });
  });

  testWithGroovy('says all that is wrong with its options, with the nearest right words, and starts nothing', async () => {
    await using directory = await temporaryDirectory();
    const none = /the build has no parameter "docker", or it is empty/;
    const table = [
      { options: '', says: [/^etosDelegation: the build has no parameter "docker", or it is empty/] },
      {
        options: "timeoutMinuts: 5, timeout: 5, plocy: [:], parameter: 'docker'",
        says: [
          /there is no option "timeoutMinuts"; expected timeoutMinutes, policy, .*Did you mean timeoutMinutes\?/,
          /"timeout"; .*Did you mean timeoutMinutes\?/,
          /"plocy"; .*Did you mean policy\?/,
          none,
        ],
      },
      { options: "timeoutMinutes: '2h', credentials: 'id'", says: [/timeoutMinutes is "2h"; expected a number of minutes, from 1/, none] },
      { options: 'timeoutMinutes: 0', says: [/timeoutMinutes is 0; expected/] },
      { options: "credentials: 'id'", says: [/credentials is "id"; expected \[registry: 'id'\]/] },
      { options: "credentials: [regstry: 'id']", says: [/credentials has "regstry"; expected registry\. Did you mean registry\?/] },
      { options: 'policy: 5', says: [/policy is 5; expected a path on the build node, or a map/] },
      { options: "policy: '/nowhere'", says: [none] },
      { options: "programs: '/nowhere'", says: [/programs is \/nowhere, where this build node has no etos-runner\.mjs/] },
    ];
    const built = await buildEach(
      table.map(({ options }) => `node { etosDelegation(${options}) }`),
      directory.at(ws),
    );
    for (const [n, { says }] of table.entries()) {
      expect([n, built[n]?.result]).toEqual([n, 'FAILURE']);
      for (const sentence of says) expect(built[n]?.thrown).toMatch(sentence);
    }
    await using malformed = start(directory, '{"image": "x", "environment": {"A": "of nobody\'s business}');
    const { thrown, console: printed } = await malformed.built;
    expect(thrown).toMatch(/^the parameter of the build is not JSON: line 1, column 59: the text ends too early\. .* \(exit code 2\)$/);
    expect(printed).not.toContain('business');
    expect(await readdir(directory.at(`${ws}@tmp`))).toEqual([]);
  });

  testWithDocker(
    'killed with its build: its parameter is not on the build node any more, nor is it while a container runs',
    async ({ engine }) => {
      const mark = randomUUID();
      await using directory = await temporaryDirectory();
      await using started = start(directory, await parameterOf(engine, 'echo up; sleep 5', mark));
      await started.running.prints(/^up/m);
      const files = await readdir(directory.at(`${ws}@tmp`), { recursive: true });
      expect(files.filter((name) => /options\.json|parameter\.json/.test(name))).toEqual([expect.stringMatching(/options\.json$/)]);
      started.abort('kill');
      await started.built;
      for (const container of await engine.containers(`test-mark=${mark}`)) await engine.remove(container);
    },
  );

  testWithDocker('a timeout around it ends the container, once, and leaves nothing', async ({ engine }) => {
    const mark = randomUUID();
    await using directory = await temporaryDirectory();
    const text = "node { timeout(time: 2, unit: 'SECONDS') { etosDelegation() } }";
    const docker = await parameterOf(engine, 'trap "exit 0" TERM; sleep 300 & wait', mark);
    const built = await build({ text, workspace: directory.at(ws), params: { docker } });
    expect(built).toMatchObject({ result: 'ABORTED', thrown: 'Timeout has been exceeded' });
    expect([...(await readdir(directory.at(`${ws}@tmp`))), ...(await engine.containers(`test-mark=${mark}`))]).toEqual([]);
  });

  testWithDocker('an aborted container ends well, its last lines are in the log', async ({ engine }) => {
    await using aborted = await abort(engine, 'trap "sleep 2; echo cleaned up; exit 0" TERM; echo up; sleep 300 & wait');
    expect(aborted.built).toMatchObject({ result: 'ABORTED', console: expect.stringContaining('cleaned up') as unknown });
    expect(aborted.left).toEqual([]);
    expect(aborted.took).toBeLessThan(12_000);
  });

  testWithDocker(
    'an aborted container that hears no signal is gone when the build is over',
    async ({ engine }) => {
      await using aborted = await abort(engine, 'trap "" TERM; echo up; while :; do sleep 1; done');
      expect(aborted.built.result).toBe('ABORTED');
      expect(aborted.left).toEqual([]);
      expect(aborted.took).toBeLessThan(30_000);
    },
    60_000,
  );
});

async function abort(engine: TestEngine, script: string) {
  const mark = randomUUID();
  const directory = await temporaryDirectory();
  await using started = start(directory, await parameterOf(engine, script, mark));
  await started.running.prints(/^up/m);
  const began = performance.now();
  started.abort('stop');
  const built = await started.built;
  const left = [...(await readdir(directory.at(`${ws}@tmp`))), ...(await engine.containers(`test-mark=${mark}`))];
  return { built, left, took: performance.now() - began, [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose]() };
}
