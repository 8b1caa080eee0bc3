// The run's event repository, asked over HTTP as test runners and clients ask (eiffel.md 8.3 to 8.6, etos.md 9.6).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBuilder } from '../../src/eiffel/build.js';
import { createEventStore } from '../../src/eiffel/store.js';
import { answerQuery } from '../../src/server/graphql.js';

let now = 1_000;
const build = createBuilder({
  source: { name: 'test', host: 'here' },
  clock: { now: () => now++, monotonic: () => now, sleep: () => Promise.resolve(), deadline: () => new AbortController().signal },
});
const store = createEventStore();
const add = <E extends Parameters<typeof store.add>[0]>(event: E): E => {
  store.add(event);
  return event;
};

const artifact = add(build('ArtifactCreated', { identity: 'pkg:test/product+x@1.0' }, {}));
const longer = add(build('ArtifactCreated', { identity: 'pkg:test/product+x@1.0.1' }, {}));
const tercc = add(
  build(
    'TestExecutionRecipeCollectionCreated',
    { selectionStrategy: { id: 'x' }, batchesUri: 'https://e.x/s.json' },
    { cause: [artifact.meta.id] },
  ),
);
const activity = add(
  build('ActivityTriggered', { name: 'ETOS testrun', executionType: 'AUTOMATED' }, { cause: [tercc.meta.id, artifact.meta.id] }),
);
const main = add(build('TestSuiteStarted', { name: 'smoke', categories: ['Regression test suite'] }, { context: activity.meta.id }));
const sub = add(
  build(
    'TestSuiteStarted',
    {
      name: 'smoke_SubSuite_0',
      categories: ['Regression test_suite', 'Sub suite'],
      liveLogs: [{ name: 'console', uri: 'https://e.x/live' }],
    },
    { context: activity.meta.id, cause: main.meta.id },
  ),
);
const triggered = add(build('TestCaseTriggered', { testCase: { id: 'a::b' } }, { context: sub.meta.id, iut: artifact.meta.id }));
const outcome = { verdict: 'PASSED', conclusion: 'SUCCESSFUL' } as const;
add(build('TestCaseFinished', { outcome }, { context: sub.meta.id, testCaseExecution: triggered.meta.id }));
const output = add(
  build('ArtifactCreated', { identity: 'pkg:etos-test-output/s', fileInformation: [{ name: 'f' }] }, { cause: sub.meta.id }),
);
add(build('ArtifactPublished', { locations: [{ type: 'OTHER', uri: 'https://e.x/f' }] }, { artifact: output.meta.id }));
const finished = add(
  build('TestSuiteFinished', { outcome, persistentLogs: [{ name: 'l', uri: 'https://e.x/l' }] }, { testSuiteExecution: main.meta.id }),
);
const environment = add(build('EnvironmentDefined', { name: 'smoke_SubSuite_0', uri: 'https://e.x/env' }, { context: activity.meta.id }));
const dangling = add(build('ActivityStarted', {}, { context: randomUUID(), activityExecution: randomUUID() }));
add(build('AnnouncementPublished', { heading: 'h', body: 'b', severity: 'MINOR', customData: [{ key: 'a', value: { deep: true } }] }, {}));

let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://run');
    void answerQuery(request, response, { events: store, query: searchParams });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Said {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] };
}

async function ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Said> {
  return await post(JSON.stringify({ query, variables }), 'application/json');
}

async function post(body: string, type: string): Promise<Said> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  return { status: answer.status, body: (await answer.json()) as Said['body'] };
}

const idsOf = ({ body }: Said, field: string): readonly string[] =>
  (body.data as Readonly<Record<string, { edges: readonly { node: { meta: { id: string } } }[] }>>)[field]?.edges.map(
    ({ node }) => node.meta.id,
  ) ?? [];

describe('what test runners and clients ask', () => {
  test('a main suite by the query of 2021, with conditions that are independent of each other', async () => {
    const said = await ask(
      `{ testSuiteStarted(last: 1 search: "{'links.type': 'CONTEXT', 'links.target': '${activity.meta.id}', 'data.categories': {'$ne': 'Sub suite'}}") { edges { node { meta { id } data { testSuiteCategories { type } } } } } }`,
    );
    expect(said).toEqual({
      status: 200,
      body: {
        data: {
          testSuiteStarted: {
            edges: [{ node: { meta: { id: main.meta.id }, data: { testSuiteCategories: [{ type: 'Regression test suite' }] } } }],
          },
        },
      },
    });
  });

  test('the first suite of an activity is the main one', async () => {
    const said = await ask('query($s: String) { testSuiteStarted(search: $s) { edges { node { meta { id } } } } }', {
      s: JSON.stringify({ 'links.type': 'CONTEXT', 'links.target': activity.meta.id }),
    });
    expect(idsOf(said, 'testSuiteStarted')).toEqual([main.meta.id, sub.meta.id]);
  });

  test('the recipe collection with the artifact that caused it', async () => {
    const said = await ask(
      'query Tercc($s: String) { testExecutionRecipeCollectionCreated(search: $s, last: 1) { edges { node { data { batchesUri customData { key } } links { __typename ... on Cause { links { __typename ... on ArtifactCreated { meta { id } data { identity } } ... on NotFound { target reason } } } } } } } }',
      { s: JSON.stringify({ 'meta.id': tercc.meta.id }) },
    );
    expect(said.body.data).toEqual({
      testExecutionRecipeCollectionCreated: {
        edges: [
          {
            node: {
              data: { batchesUri: 'https://e.x/s.json', customData: [] },
              links: [
                {
                  __typename: 'Cause',
                  links: { __typename: 'ArtifactCreated', meta: { id: artifact.meta.id }, data: { identity: 'pkg:test/product+x@1.0' } },
                },
              ],
            },
          },
        ],
      },
    });
  });

  test('an environment by its id', async () => {
    const said = await ask(
      `{ environmentDefined(search: "{'meta.id': '${environment.meta.id}'}", last: 1) { edges { node { data { name uri } meta { id time } } } } }`,
    );
    expect(said.body.data).toEqual({
      environmentDefined: {
        edges: [
          {
            node: {
              data: { name: 'smoke_SubSuite_0', uri: 'https://e.x/env' },
              meta: { id: environment.meta.id, time: environment.meta.time },
            },
          },
        ],
      },
    });
  });

  test('the end of a suite, whose link has nothing but what was asked for', async () => {
    const said = await ask(
      'query($s: String) { testSuiteFinished(search: $s) { edges { node { meta { id } data { testSuiteOutcome { verdict conclusion description } testSuitePersistentLogs { name uri } } links { ... on TestSuiteExecution { testSuiteStarted { meta { id } } } } } } } }',
      { s: JSON.stringify({ $or: [{ 'links.target': main.meta.id }, { 'links.target': sub.meta.id }] }) },
    );
    expect(said.body.data).toEqual({
      testSuiteFinished: {
        edges: [
          {
            node: {
              meta: { id: finished.meta.id },
              data: { testSuiteOutcome: { ...outcome, description: null }, testSuitePersistentLogs: [{ name: 'l', uri: 'https://e.x/l' }] },
              links: [{ testSuiteStarted: { meta: { id: main.meta.id } } }],
            },
          },
        ],
      },
    });
  });

  test('cases with their names, and outputs with their addresses', async () => {
    const said = await ask(
      'query($s: String, $c: String) { testCaseFinished(search: $s, last: 9) { edges { node { data { testCaseOutcome { verdict } } links { __typename ... on TestCaseExecution { testCaseTriggered { data { testCase { id } } } } } } } } artifactCreated(search: $c, last: 9) { edges { node { data { fileInformation { name } } reverse { edges { node { __typename ... on ArtifactPublished { data { locations { type uri name } } } } } } } } } }',
      {
        s: JSON.stringify({ links: { $elemMatch: { type: 'CONTEXT', target: sub.meta.id } } }),
        c: JSON.stringify({ links: { $elemMatch: { type: 'CAUSE', target: sub.meta.id } } }),
      },
    );
    expect(said.body.data).toEqual({
      testCaseFinished: {
        edges: [
          {
            node: {
              data: { testCaseOutcome: { verdict: 'PASSED' } },
              links: [
                { __typename: 'Context' },
                { __typename: 'TestCaseExecution', testCaseTriggered: { data: { testCase: { id: 'a::b' } } } },
              ],
            },
          },
        ],
      },
      artifactCreated: {
        edges: [
          {
            node: {
              data: { fileInformation: [{ name: 'f' }] },
              reverse: {
                edges: [
                  { node: { __typename: 'ArtifactPublished', data: { locations: [{ type: 'OTHER', uri: 'https://e.x/f', name: null }] } } },
                ],
              },
            },
          },
        ],
      },
    });
  });

  test('the schema itself, as client libraries do first', async () => {
    const said = await ask('{ __schema { queryType { fields { name } } } }');
    expect(JSON.stringify(said.body.data)).toContain('"testExecutionRecipeCollectionCreated"');
  });
});

describe('search', () => {
  test.each([
    { search: { 'data.identity': 'pkg:test/product+x@1.0' }, gives: [artifact.meta.id], because: 'equality is exact' },
    { search: { 'data.identity': { $regex: '^pkg:test/' } }, gives: [longer.meta.id, artifact.meta.id], because: 'newest first' },
    {
      search: { 'data.identity': { $regex: '(?i)^PKG:test/.*1$' } },
      gives: [longer.meta.id],
      because: 'a pattern may begin with its options',
    },
    { search: { 'data.identity': { $in: ['pkg:test/product+x@1.0.1', 'x'] } }, gives: [longer.meta.id], because: '$in' },
    { search: { 'meta.time': { $lt: longer.meta.time } }, gives: [artifact.meta.id], because: 'pages go by time' },
    { search: { 'data.fileInformation.name': 'f' }, gives: [output.meta.id], because: 'paths go through lists' },
    { search: { 'data.fileInformation': { $exists: true } }, gives: [output.meta.id], because: '$exists' },
    { search: { $and: [{ 'meta.id': artifact.meta.id }, { 'data.identity': { $ne: 'x' } }] }, gives: [artifact.meta.id], because: '$and' },
  ])('$search: $because', async ({ search, gives }) => {
    const said = await ask('query($s: String) { artifactCreated(search: $s) { edges { node { meta { id } } } } }', {
      s: JSON.stringify(search),
    });
    expect(idsOf(said, 'artifactCreated')).toEqual(gives);
  });

  test.each([
    { given: 'last: 2', gives: [output.meta.id, longer.meta.id] },
    { given: 'first: 2', gives: [artifact.meta.id, longer.meta.id] },
    { given: 'last: 2, first: 1', gives: [output.meta.id] },
    { given: 'last: 0', gives: [] },
    { given: 'after: "YXJyYXljb25uZWN0aW9uOjA="', gives: [longer.meta.id, artifact.meta.id] },
    { given: 'before: "YXJyYXljb25uZWN0aW9uOjI="', gives: [output.meta.id, longer.meta.id] },
    { given: 'first: 1, after: "YXJyYXljb25uZWN0aW9uOjA="', gives: [] },
    { given: 'after: "nothing"', gives: [output.meta.id, longer.meta.id, artifact.meta.id] },
    { given: 'search: null', gives: [output.meta.id, longer.meta.id, artifact.meta.id] },
  ])('$given', async ({ given, gives }) => {
    const said = await ask(`{ artifactCreated(${given}) { pageInfo { hasNextPage } edges { node { meta { id } } } } }`);
    expect(idsOf(said, 'artifactCreated')).toEqual(gives);
  });
});

describe('what is missing or wrong', () => {
  test('an event that is not there leaves NotFound, or an object without values', async () => {
    const said = await ask(
      `{ activityStarted(search: "{'meta.id': '${dangling.meta.id}'}") { edges { node { data { executionUri activityLiveLogs { uri } } meta { tags { type } source { name uri } } links { ... on Context { link { __typename ... on NotFound { target type } } } ... on ActivityExecution { activityTriggered { meta { id } data { name } } } } } } } }`,
    );
    expect(said.body.data).toEqual({
      activityStarted: {
        edges: [
          {
            node: {
              data: { executionUri: null, activityLiveLogs: [] },
              meta: { tags: [], source: { name: 'test', uri: null } },
              links: [
                { link: { __typename: 'NotFound', target: dangling.links[0]?.target, type: 'CONTEXT' } },
                { activityTriggered: { meta: { id: null }, data: { name: null } } },
              ],
            },
          },
        ],
      },
    });
  });

  test('custom data that is no text is null and an error, the rest is there', async () => {
    const said = await ask('{ announcementPublished { edges { node { data { heading customData { key value } } } } } }');
    expect(said).toMatchObject({
      status: 200,
      body: { data: { announcementPublished: { edges: [{ node: { data: { heading: 'h', customData: [{ key: 'a', value: null }] } } }] } } },
    });
    expect(said.body.errors).toHaveLength(1);
  });

  test.each([
    { body: '{"query": "{ nonsense }"}', status: 400, says: /Cannot query field/ },
    { body: '{"query": "{"}', status: 400, says: /Syntax Error/ },
    { body: '{"query": ""}', status: 400, says: /^Must provide query string\.$/ },
    { body: '{"query": "{ __typename }", "variables": 5}', status: 400, says: /^Variables must be an object\.$/ },
    { body: '{', status: 400, says: /^POST body sent invalid JSON\.$/ },
    { body: '{"query": "query($s: Int!) { artifactCreated(last: $s) { edges { cursor } } }"}', status: 400, says: /\$s/ },
    { body: JSON.stringify({ query: '{ artifactCreated(search: "{") { edges { cursor } } }' }), status: 200, says: /not JSON/ },
    { body: JSON.stringify({ query: '{ artifactCreated(last: -1) { edges { cursor } } }' }), status: 200, says: /0 or more/ },
    {
      body: JSON.stringify({ query: "{ artifactCreated(search: \"{'a': {'$regex': '('}}\") { edges { cursor } } }" }),
      status: 200,
      says: /regular expression/,
    },
  ])('$body is answered $status', async ({ body, status, says }) => {
    const said = await post(body, 'application/json');
    expect(said.status).toBe(status);
    expect(said.body.errors?.[0]?.message).toMatch(says);
    expect('data' in said.body).toBe(status === 200);
  });

  test('a query may also come alone, in a form, or in the address', async () => {
    const query = '{ artifactCreated(last: 1) { edges { node { data { identity } } } } }';
    const answers = await Promise.all([
      post(query, 'application/graphql'),
      post(new URLSearchParams({ query }).toString(), 'application/x-www-form-urlencoded'),
      fetch(`${url}?${new URLSearchParams({ query }).toString()}`).then(async (answer) => ({
        status: answer.status,
        body: await answer.json(),
      })),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].status).toBe(200);
  });
});
