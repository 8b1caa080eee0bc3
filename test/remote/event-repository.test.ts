import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer, HttpClient } from '../../src/http/client.js';
import { findEvents } from '../../src/remote/event-repository.js';

const search = { root: 'testSuiteStarted', link: 'CAUSE', target: 'x', fields: '' };

/** A repository that answers so. */
function asked(answer: () => unknown): ReturnType<typeof findEvents> {
  const http = { request: () => Promise.resolve({ status: 200, reason: 'OK', text: () => Promise.resolve(JSON.stringify(answer())) }) };
  const client = http as unknown as HttpClient & { readonly answer?: HttpAnswer };
  return findEvents('http://127.0.0.1/graphql', search, { http: client, headers: {}, signal: new AbortController().signal });
}

function edges(...nodes: readonly unknown[]): unknown {
  return { data: { testSuiteStarted: { edges: nodes.map((node) => ({ node })) } } };
}

describe('an event repository that tells nonsense', () => {
  test.each([
    { says: { id: 'a', time: 'yesterday' }, time: 0 },
    { says: { id: 'a', time: 1e300 }, time: 0 },
    { says: { id: 'a' }, time: 0 },
    { says: { id: 'a', time: '1700000000000' }, time: 1_700_000_000_000 },
  ])('a time is one that a date can have: $says', async ({ says, time }) => {
    const found = await asked(() => edges(null, 7, { meta: null }, { meta: says, data: 'x', links: [null, 5] }));
    expect(found).toEqual([{ meta: { id: 'a', time }, data: {}, links: [{}, {}] }]);
  });

  test.each([{ edges: 5 }, { edges: null }, null])('is no answer: %j', async (testSuiteStarted) => {
    await expect(asked(() => ({ data: { testSuiteStarted } }))).rejects.toThrow('the event repository answers 200 OK');
  });

  test('errors of any kind are a refusal', async () => {
    await expect(asked(() => ({ errors: [null, { message: 7 }, { message: 'no' }] }))).rejects.toThrow('no reason; no reason; no');
  });

  test('pages that never end', async () => {
    let n = 0;
    const page = (): unknown => edges(...Array.from({ length: 500 }, () => ({ meta: { id: String(n++), time: 5 } })));
    await expect(asked(page)).rejects.toThrow('more than 100000 events for testSuiteStarted');
  });
});
