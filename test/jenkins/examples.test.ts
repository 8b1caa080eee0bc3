// The pipelines of jenkins/examples, carried out as they are.

import { describe, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { scriptImage } from '../runner/delegation.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory } from '../support/directory.js';
import { testWithDocker } from '../support/docker.js';
import { runner } from '../support/jenkins-builds.js';
import { embeddedJenkinsProvider } from '../support/jenkins-provider.js';
import { jenkinsServer } from '../support/jenkins-server.js';
import { build, buildEach, programs, startBuild, testWithGroovy } from '../support/pipeline.js';

describe('the examples', () => {
  testWithGroovy('of docs/jenkins.md run as they are shown', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('ws/tests/collection.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
    const text = await readFile(resolve(import.meta.dirname, '../../docs/jenkins.md'), 'utf8');
    const shown = [...text.matchAll(/```groovy\n(.*?)```/gs)].map(([, script = '']) => script);
    expect((await buildEach(shown, directory.at('ws'))).map(({ result }) => result)).toEqual(['SUCCESS', 'SUCCESS']);
  });

  for (const script of ['examples/Jenkinsfile.scripted', 'examples/Jenkinsfile.kubernetes']) {
    testWithGroovy(`${script} carries out a collection`, async () => {
      await using directory = await temporaryDirectory();
      await directory.write('ws/tests/collection.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
      expect(await build({ script, workspace: directory.at('ws') })).toMatchObject({
        result: 'SUCCESS',
        description: 'ETOS PASSED: 1 passed',
      });
    });
  }

  testWithDocker('examples/Jenkinsfile.declarative carries one out on the delegation job of its controller', async ({ engine }) => {
    await using server = await jenkinsServer({ build: runner() });
    await using directory = await temporaryDirectory();
    const recipes = [aRecipe({ testRunner: engine.busybox }), aRecipe({ testRunner: engine.busybox, command: 'false' })];
    await directory.write('ws/tests/collection.json', aCollection(aSuite({ recipes })));
    await directory.write('ws/.etos/providers/execution-space/jenkins.json', await embeddedJenkinsProvider());
    const credentials = {
      'etos-api': { username: 'me', password: 'token-of-me' },
      'etos-broker': { username: 'etos', password: 'hunter-2222' },
    };
    const scenario = { workspace: directory.at('ws'), credentials, env: { JENKINS_URL: `${server.url}/` } };
    const built = await build({ script: 'examples/Jenkinsfile.declarative', ...scenario });
    expect(built).toMatchObject({ result: 'UNSTABLE', description: 'ETOS FAILED: 1 passed, 1 failed' });
    expect(server.builds.map(({ result }) => result).sort()).toEqual(['SUCCESS', 'UNSTABLE']);
    expect(built.console).not.toMatch(/token-of-me|hunter-2222/);
  });

  testWithDocker(
    'examples/delegation.Jenkinsfile runs containers, makes of their exit codes what the library does, and leaves nothing',
    async ({ engine }) => {
      const mark = `test-mark=${randomUUID()}`;
      const image = await scriptImage(engine);
      const parameterOf = (script: string): string =>
        JSON.stringify({ image, environment: { SCRIPT: script }, parameters: { '--label': mark }, identifier: randomUUID() });
      await using directory = await temporaryDirectory();
      const [workspace, env] = [directory.at('ws'), { ETOS_PROGRAMS: programs }];
      const start = (docker: string) => startBuild({ script: 'examples/delegation.Jenkinsfile', workspace, env, params: { docker } });
      await using works = start(parameterOf('echo "[$docker$DOCKER]"'));
      expect(await works.built).toMatchObject({ result: 'SUCCESS', console: expect.stringContaining('\n[]') as unknown });
      await using fails = start(parameterOf('exit 1'));
      expect(await fails.built).toMatchObject({ result: 'UNSTABLE' });
      await using empty = start('');
      expect(await empty.built).toMatchObject({ result: 'FAILURE', thrown: 'The build has no parameter "docker", or it is empty' });
      await using aborted = start(parameterOf('trap "echo cleaned up; exit 0" TERM; echo up; sleep 300 & wait'));
      await aborted.running.prints(/^up/m);
      expect(await readdir(directory.at('ws@tmp'), { recursive: true })).not.toContain('delegation-1/parameter.json');
      aborted.abort('stop');
      expect(await aborted.built).toMatchObject({ result: 'ABORTED', console: expect.stringContaining('cleaned up') as unknown });
      expect([...(await readdir(directory.at('ws@tmp'))), ...(await engine.containers(mark))]).toEqual([]);
    },
  );
});
