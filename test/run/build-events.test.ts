import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buildEvents } from '../../src/run/build-events.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { aWorkspace } from '../support/workspace.js';

test('a run is linked to the build that it is a part of', async () => {
  const [triggered, started] = [randomUUID(), randomUUID()];
  const event = (type: string, id: string): string =>
    JSON.stringify({ meta: { type, id, version: '4.0.0', time: 1 }, data: {}, links: [] });
  await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
  const env = {
    EIFFEL_ACTIVITY_TRIGGERED: event('EiffelActivityTriggeredEvent', triggered),
    EIFFEL_ACTIVITY_STARTED: event('EiffelActivityStartedEvent', started),
  };
  expect(await workspace.run(['--execution-space-provider', 'process'], { env })).toMatchObject({ exitCode: 0 });
  const activity = (await workspace.events()).find(({ data }) => data.name === 'ETOS testrun');
  expect(activity?.links).toEqual(
    expect.arrayContaining([
      { type: 'CONTEXT', target: triggered },
      { type: 'CAUSE', target: started },
    ]),
  );
});

test.each([undefined, '', 'no json', '{}', '{"meta": {"id": "7"}}', 'null'])('%p is no event and no reason not to test', (text) => {
  expect(buildEvents({ EIFFEL_ACTIVITY_TRIGGERED: text, EIFFEL_ACTIVITY_STARTED: text })).toEqual({});
});
