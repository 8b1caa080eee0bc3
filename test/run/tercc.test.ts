// A run that a recipe collection event asks for, as suite runners get it in the variable TERCC.

import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createBuilder } from '../../src/eiffel/build.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { aCollection, aRecipe } from '../support/collections.js';
import { runCli } from '../support/program.js';
import { aWorkspace } from '../support/workspace.js';

const build = createBuilder({ source: { name: 'ETOS API' }, clock });
const item = randomUUID();

function tercc(command: string): EiffelEvent {
  const { id, constraints } = aRecipe({ testRunner: 'process', command });
  const batches = [
    { name: 'inline', priority: 1, recipes: [{ id, testCase: { id: 'in the event', tracker: 't', uri: 'https://e.x/t' }, constraints }] },
  ];
  return build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: randomUUID() }, batches }, { cause: [item] });
}

test('its recipes may stand in the event itself: no collection is needed, and the run is that of the event', async () => {
  await using workspace = await aWorkspace(aCollection());
  const asked = tercc('true');
  const ended = await runCli(['run'], { cwd: workspace.directory.path, env: { TERCC: JSON.stringify(asked) } });
  expect([ended.stderr, ended.exitCode]).toEqual(['', 0]);
  expect(await workspace.results()).toMatchObject({ run: { id: asked.meta.id }, verdict: 'PASSED', suites: [{ name: 'inline' }] });
  const activity = (await workspace.events()).find(({ data }) => data.name === 'ETOS testrun');
  expect(activity?.links.map(({ target }) => target)).toEqual([asked.meta.id, item]);
});

test('what is wrong with its recipes is told as of a collection', async () => {
  await using workspace = await aWorkspace(aCollection());
  const ended = await runCli(['run'], {
    cwd: workspace.directory.path,
    env: { TERCC: JSON.stringify(tercc('')).replaceAll('COMMAND', 'COMAND') },
  });
  expect(ended.exitCode).toBe(2);
  expect(ended.stderr).toMatch(/the batches of TERCC:\d+:\d+: .*"COMAND".*Did you mean COMMAND/s);
});

test('a collection that is named counts for more', async () => {
  await using workspace = await aWorkspace(aCollection());
  const ended = await workspace.run(['--execution-space-provider', 'process'], { env: { TERCC: JSON.stringify(tercc('false')) } });
  expect(ended.exitCode).toBe(0);
});
