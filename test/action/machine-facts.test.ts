import { expect, test } from '@jest/globals';
import { startStep } from '../support/github-runner.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory } from '../support/directory.js';
import { aWorkspace } from '../support/workspace.js';

const collection = aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] }));

test('the log of a step begins with versions of what it relies on, folded', async () => {
  await using workspace = await aWorkspace(collection);
  await using step = await startStep(
    { collection: 'collection.json', 'execution-space-provider': 'process' },
    { workspace: workspace.directory.path },
  );
  const { stdout, exitCode } = await step.main.ended;
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/::group::Machine\nNode\.js: v\d+\.[\d.]+\ngit: git version .+\nDocker: .+\n::endgroup::/);
});

test('what is not there is said to be not there', async () => {
  await using workspace = await aWorkspace(collection);
  await using empty = await temporaryDirectory();
  const env = { PATH: `${empty.path}:/bin` };
  await empty.write('git', '#!/bin/sh\necho broken >&2; exit 7\n', 0o755);
  await empty.write('docker', '#!/bin/sh\nexec sleep 6\n', 0o755);
  await using step = await startStep(
    { collection: 'collection.json', 'execution-space-provider': 'process' },
    { workspace: workspace.directory.path, env },
  );
  const { stdout } = await step.main.ended;
  expect(stdout).toMatch(/git: exit code 7: broken\nDocker: no answer\n/);
});
