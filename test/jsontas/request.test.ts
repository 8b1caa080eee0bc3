import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Cancelled } from '../../src/host/errors.js';
import { NoAnswer, type HttpClient } from '../../src/http/client.js';
import { fromPlain } from '../../src/json/value.js';
import { bodyOf, whyUnanswered, type Dataset } from '../../src/jsontas/evaluate.js';
import { makeCertificates } from '../support/certificates.js';
import { temporaryDirectory } from '../support/directory.js';
import { manualClock } from '../support/manual-clock.js';
import { aClient, failureOf, logInto, resultOf } from './evaluation.js';
import { closedBase, serveRoutes, type Route } from './routes.js';

const json = { 'Content-Type': 'application/json' };
const one: Route = { method: 'GET', path: '/x', headers: json, body: '[{"id": 1, "free": true}, {"id": 2, "free": false}]' };

describe('what can never be sent fails at once, before anything is sent', () => {
  const url = 'http://127.0.0.1:9/';
  test.each([
    [{ url, method: 'FETCH' }, 'its "method" is the text "FETCH"; expected one of get, head, options, post, put, patch, delete'],
    [{ url, method: 'GTE' }, 'Did you mean get?'],
    [{ url }, 'its "method" is nothing'],
    [{ url: '/x', method: 'GET' }, '"/x"'],
    [{ url: '$nope.url', method: 'GET' }, '$nope.url'],
    [{ url: null, method: 'GET' }, 'its "url" is null; expected the text of an http or https address'],
    [{ url, method: 'GET', header: {} }, 'it has no parameter "header". Did you mean headers?'],
    [{ url, method: 'GET', headers: { 'X-N': 1 } }, 'its header "X-N" is 1; expected text'],
    [{ url, method: 'GET', headers: { 'X-Token': 'secret\n' } }, 'the header "X-Token" cannot be sent'],
    [{ url, method: 'GET', auth: ['u', 'p'] }, 'its "auth" is a list; expected an object with username, password and type'],
    [
      { url, method: 'GET', auth: { username: 'u', password: { $decrypt: { value: 'token' } } } },
      'the "password" of its "auth" is not text',
    ],
    [{ url, method: 'GET', timeout: '5' }, 'its "timeout" is the text "5"; expected seconds'],
    [{ url: 'https://127.0.0.1:9', method: 'GET', verify: '/ca.pem' }, 'A private CA is named in NODE_EXTRA_CA_CERTS'],
    [{ url, method: 'POST', data: 5 }, 'its "data" is 5; expected an object, a list of pairs or text'],
  ])('%j', async (parameters, words) => {
    await using http = aClient();
    const message = await failureOf({ a: { $request: parameters } }, { http });
    expect(message).toContain(words);
    expect(message).not.toContain('secret');
  });
});

describe('tries', () => {
  /** A peer that nobody reaches: each request is noted with the time. */
  function unreachable(times: number[], now: () => number): HttpClient {
    return {
      request() {
        times.push(now() / 1000);
        return Promise.reject(new NoAnswer('GET http://h/: no answer: refused'));
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }

  test('start until the timeout, with pauses; then null, and the reason is known', async () => {
    const clock = manualClock();
    const times: number[] = [];
    const dataset: Dataset = new Map();
    const running = resultOf(
      { a: { $request: { url: 'http://h/', method: 'GET' } } },
      { clock, dataset, http: unreachable(times, () => clock.now()) },
    );
    for (let i = 0; i < 2; i++) {
      while (clock.waiting === 0) await new Promise(setImmediate);
      await clock.advance(5000);
    }
    expect(await running).toEqual({ a: null });
    expect(times).toEqual([0, 5]);
    expect(dataset.get('response')).toBeNull();
    expect(whyUnanswered(dataset)).toBe('GET http://h/: no answer: refused');
  });

  test('are said on the log', async () => {
    const lines: string[] = [];
    await using http = aClient();
    await resultOf(
      { a: { $request: { url: await closedBase(), method: 'GET', timeout: 0.01, interval: 0.02 } } },
      { http, log: logInto(lines) },
    );
    expect(lines).toEqual([expect.stringMatching(/^warning: \$request: no answer cause=".*127\.0\.0\.1.*"$/)]);
  });

  test('end with the reason of the signal', async () => {
    const cancel = new AbortController();
    await using server = await serveRoutes(() => [{ ...one, delay: 600 }]);
    await using http = aClient();
    const running = resultOf({ a: { $request: { url: `${server.base}/x`, method: 'GET' } } }, { http, signal: cancel.signal });
    running.catch(() => undefined);
    while (server.arrived.length === 0) await new Promise(setImmediate);
    cancel.abort(new Cancelled('SIGTERM'));
    await expect(running).rejects.toBe(cancel.signal.reason);
  });
});

describe('the answer', () => {
  test('serves where its JSON is expected, as the manuals show it', async () => {
    await using server = await serveRoutes(() => [one]);
    await using http = aClient();
    const free = { key: 'free', operator: '$eq', value: true };
    const document = {
      possible: { $request: { url: `${server.base}/x`, method: 'GET' } },
      available: { $filter: { items: '$this.possible', filters: [free] } },
      first: { $from: { item: '$this.possible', get: '0.id' } },
      ids: '$response.id',
      status: '$response.status_code',
      type: '$response.headers.CONTENT-TYPE',
    };
    expect(await resultOf(document, { http })).toMatchObject({
      possible: { status_code: 200, ok: true, json: [{ id: 1 }, { id: 2 }], headers: { 'content-type': 'application/json' } },
      available: [{ id: 1, free: true }],
      first: 1,
      ids: [1, 2],
      status: 200,
      type: 'application/json',
    });
  });

  test('is told from a value that merely looks like it', () => {
    const plain = fromPlain({ status_code: 200, json: [1] });
    expect(bodyOf(plain)).toBe(plain);
  });

  test.each([
    ['application/json; charset=utf-8', '{"v": 1}', { v: 1 }],
    ['application/problem+json', '{"v": 1}', { v: 1 }],
    ['text/html', '{"v": 1}', null],
    ['application/json', '<html>', null],
    ['application/json', '', null],
    ['application/json', '['.repeat(100_000) + ']'.repeat(100_000), null],
  ])('of type %s gives its JSON when it is some', async (type, body, expected) => {
    await using server = await serveRoutes(() => [{ ...one, headers: { 'Content-Type': type }, body }]);
    await using http = aClient();
    expect(await resultOf({ '$request.response.status_code': { url: `${server.base}/x`, method: 'GET' } }, { http })).toBe(200);
    const result = await resultOf({ a: { $request: { url: `${server.base}/x`, method: 'GET' } }, b: 1 }, { http });
    expect(result).toMatchObject({ a: { json: expected } });
  });

  test('tells cookies and links', async () => {
    const headers = { ...json, 'Set-Cookie': 'sid="a b"; Path=/; HttpOnly', Link: '<https://h/2>; rel="next"; title="t, u", </r>' };
    await using server = await serveRoutes(() => [{ ...one, headers }]);
    await using http = aClient();
    expect(await resultOf({ a: { $request: { url: `${server.base}/x`, method: 'GET' } } }, { http })).toMatchObject({
      a: { cookies: { sid: '"a b"' }, links: { next: { url: 'https://h/2', rel: 'next', title: 't, u' }, '/r': { url: '/r' } } },
    });
  });
});

test('a certificate is checked unless "verify" is false', async () => {
  await using directory = await temporaryDirectory();
  const { key, certificate } = await makeCertificates(directory.path);
  const server = createServer({ key, cert: certificate }, (_, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await using http = aClient();
  const asked = { url: `https://localhost:${(server.address() as AddressInfo).port}`, method: 'GET', timeout: 0.01, interval: 0.01 };
  const document = {
    checked: { $request: asked },
    unchecked: { '$request.response.status_code': { ...asked, verify: false, timeout: 5 } },
  };
  expect(await resultOf(document, { http })).toEqual({ checked: null, unchecked: 200 });
  server.closeAllConnections();
  server.close();
});

test('a password does not reach the log', async () => {
  const lines: string[] = [];
  await using http = aClient();
  const log = logInto(lines);
  await resultOf(
    { a: { $request: { url: 'http://h', method: 'GET', timeout: 0, auth: { username: 'u', password: 'hunter22' } } } },
    { http, log },
  );
  log.info('with hunter22');
  expect(lines.join()).not.toContain('hunter22');
});
