// The item under test of a run with an event repository: the one that others announced, or one that the run announces when that is asked for.

import { expect, test } from '@jest/globals';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { eventRepository } from '../support/event-repository.js';
import { httpService } from '../support/http-service.js';
import { aWorkspace } from '../support/workspace.js';

const announced = '3e1f9d1c-4f2b-4f6e-9a52-0a4f5b7c8d20';
const [older, identity] = ["pkg:generic/shop@1.0?note=it's", "pkg:generic/shop@1.0?note=it's-new"];

test('an item that was announced is known by the very text of its identity, and not announced again', async () => {
  await using repository = await eventRepository([
    { id: '0d3a2a6c-7d3a-4f4e-8f0a-0f8f0b0b0b0b', identity: older },
    { id: announced, identity },
  ]);
  const { exitCode, events } = await runWith(repository.url, ['--identity', identity]);
  expect(exitCode).toBe(0);
  expect(repository.searches).toEqual([{ 'data.identity': identity }]);
  const tercc = events.find(({ meta }) => meta.type.includes('RecipeCollection'));
  expect(tercc?.links).toEqual([{ type: 'CAUSE', target: announced }]);
  const triggered = events.find(({ meta }) => meta.type === 'EiffelTestCaseTriggeredEvent');
  expect(triggered?.links).toContainEqual({ type: 'IUT', target: announced });
});

test('one that nobody announced is wrong input', async () => {
  await using repository = await eventRepository([{ id: announced, identity: older }]);
  const { exitCode, stderr, events } = await runWith(repository.url, ['--identity', identity]);
  expect({ exitCode, stderr, events }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining(`no ArtifactCreated with the identity ${identity}`) as unknown,
    events: [],
  });
});

test.each([
  {
    what: 'out of order',
    answer: { status: 500, body: 'the database is away' },
    exitCode: 3,
    says: 'answers 500 Internal Server Error: the database is away; it was asked for 0 s',
  },
  {
    what: 'something else',
    answer: { status: 404, body: '<html>nothing here' },
    exitCode: 2,
    says: 'but 404 Not Found: <html>nothing here',
  },
  { what: 'another service', answer: { status: 200, body: { hello: 'you' } }, exitCode: 2, says: 'but 200 OK: {"hello":"you"}' },
  { what: 'null', answer: { status: 200, body: 'null' }, exitCode: 2, says: 'but 200 OK: null' },
])('a repository that is $what is told with its status, within the limit', async ({ answer, exitCode, says }) => {
  await using service = await httpService(() => answer);
  const told = await runWith(service.url, ['--identity', identity]);
  expect([told.exitCode, told.stderr, service.requests.length]).toEqual([exitCode, expect.stringContaining(says), 1]);
  expect(told.stderr).toContain('Check ETOS_GRAPHQL_SERVER');
});

test.each([
  { given: 'pkg:generic/shop@2', location: { type: 'OTHER', uri: 'pkg:generic/shop@2' } },
  {
    given: 'pkg:generic/shop@2?download_url=https://files.example.org/shop%202.tgz',
    location: { type: 'PLAIN', uri: 'https://files.example.org/shop 2.tgz' },
  },
])('--publish-artifact announces $given and where it is', async ({ given, location }) => {
  await using repository = await eventRepository([]);
  const { exitCode, events } = await runWith(repository.url, ['--identity', given, '--publish-artifact']);
  expect(exitCode).toBe(0);
  const [created, published, tercc] = events;
  expect(created).toMatchObject({ meta: { type: 'EiffelArtifactCreatedEvent' }, data: { identity: given } });
  expect(published).toMatchObject({
    meta: { type: 'EiffelArtifactPublishedEvent' },
    data: { locations: [location] },
    links: [{ type: 'ARTIFACT', target: created?.meta.id }],
  });
  expect(tercc?.links).toEqual([{ type: 'CAUSE', target: created?.meta.id }]);
  events.forEach(expectValid);
});

interface Run {
  readonly exitCode: number | null;
  readonly stderr: string;
  readonly events: readonly EiffelEvent[];
}

async function runWith(repository: string, args: readonly string[]): Promise<Run> {
  await using workspace = await aWorkspace(aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
  const env = { ETOS_GRAPHQL_SERVER: repository, ETOS_DEFAULT_WAIT_TIMEOUT: '0' };
  const { exitCode, stderr } = await workspace.run(args, { env });
  return { exitCode, stderr, events: await workspace.events().catch(() => []) };
}
