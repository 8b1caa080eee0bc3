import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { systemClock } from '../../src/host/clock.js';
import { InvalidInput } from '../../src/host/errors.js';
import { createLog, type Log } from '../../src/host/log.js';
import { NoAnswer, type HttpClient, type HttpRequest } from '../../src/http/client.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { temporaryDirectory } from '../support/directory.js';
import { makeCertificates, type Certificates } from '../support/certificates.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly seen: readonly Seen[];
  /** TCP connections so far. */
  readonly connections: () => number;
}

/** A real server that notes what it is sent. */
async function aServer(
  answer: (request: Seen, response: ServerResponse, raw: IncomingMessage) => void,
  tls?: Certificates,
): Promise<TestServer> {
  const seen: Seen[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) =>
    void text(request).then((body) => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      answer(one, response, request);
    });
  const server = tls ? createTlsServer({ key: tls.key, cert: tls.certificate }, listener) : createServer(listener);
  server.on('connection', () => connections++);
  const port = await listening(server);
  return {
    url: `${tls ? 'https' : 'http'}://${tls ? 'localhost' : '127.0.0.1'}:${port}`,
    port,
    seen,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function aClient(environment: Record<string, string> = {}, lines: string[] = []): HttpClient {
  const log: Log = createLog({ level: 'debug', write: (line) => void lines.push(line) });
  return createHttpClient({ log, environment, clock: systemClock });
}

const ok = (_: Seen, response: ServerResponse): void => void response.end('hello');

describe('a request', () => {
  test('gives status, reason, headers, address and body', async () => {
    await using server = await aServer((_, response) => {
      response.writeHead(201, 'Made It', { 'X-One': ['a', 'b'], 'Set-Cookie': 'x=1', 'content-type': 'text/plain' });
      response.end('\uFEFFhällo');
    });
    await using client = aClient();
    const answer = await client.request({ method: 'get', url: `${server.url}/p?q=1#part` });
    expect({ ...answer, text: await answer.text() }).toMatchObject({
      status: 201,
      reason: 'Made It',
      url: `${server.url}/p?q=1#part`,
      headers: { 'x-one': 'a, b', 'set-cookie': ['x=1'], 'content-type': 'text/plain' },
      text: 'hällo',
    });
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/p?q=1', headers: { accept: '*/*' } });
  });

  test.each(['GET', 'DELETE', 'POST', 'PUT', 'PATCH', 'OPTIONS'])('%s sends its body', async (method) => {
    await using server = await aServer(ok);
    await using client = aClient();
    await client.request({ method, url: server.url, body: '{"a":"ä"}', headers: { 'Content-Type': 'application/json' } });
    expect(server.seen).toMatchObject([
      { method, body: '{"a":"ä"}', headers: { 'content-length': '10', 'content-type': 'application/json' } },
    ]);
  });

  test('without a body says so with POST, and sends no length with GET', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    await client.request({ method: 'POST', url: server.url });
    await client.request({ method: 'GET', url: server.url });
    expect(server.seen.map(({ headers }) => headers['content-length'])).toEqual(['0', undefined]);
  });

  test.each([
    { length: 6, framing: { 'content-length': '6' } },
    { length: undefined, framing: { 'transfer-encoding': 'chunked' } },
  ])('streams a body of length $length', async ({ length, framing }) => {
    await using server = await aServer(ok);
    await using client = aClient();
    await client.request({ method: 'PUT', url: server.url, body: () => Readable.from(['abc', 'def']), ...(length && { length }) });
    expect(server.seen).toMatchObject([{ body: 'abcdef', headers: framing }]);
  });

  test('sends what was promised of a file that grows, and fails for one that shrank', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    await client.request({ method: 'PUT', url: server.url, body: () => Readable.from(['abc', 'def']), length: 4 });
    expect(server.seen).toMatchObject([{ body: 'abcd' }]);
    const short = client.request({ method: 'PUT', url: server.url, body: () => Readable.from(['abc']), length: 4 });
    await expect(short).rejects.toThrow(/the body has 3 bytes; 4 were announced/);
  });

  test('fails with what its body fails with', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    const broken = (): Readable =>
      new Readable({
        read() {
          this.destroy(new Error('the disk is gone'));
        },
      });
    await expect(client.request({ method: 'PUT', url: server.url, body: broken })).rejects.toThrow(/the disk is gone/);
  });

  test('reuses a connection after an answer that nobody read', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    for (let n = 0; n < 5; n++) await (await client.request({ method: 'GET', url: server.url })).text();
    await client.request({ method: 'GET', url: server.url });
    expect(server.connections()).toBe(1);
  });

  test('is made again when the kept connection was closed meanwhile', async () => {
    const sockets: { destroy(): void }[] = [];
    await using server = await aServer(({ url }, response, raw) => {
      sockets.push(raw.socket);
      if (url === '/second' && server.connections() === 1) raw.socket.resetAndDestroy();
      else response.end('hello');
    });
    await using client = aClient();
    await (await client.request({ method: 'GET', url: server.url })).text();
    const answer = await client.request({ method: 'GET', url: `${server.url}/second` });
    expect(await answer.text()).toBe('hello');
    expect(server.connections()).toBe(2);
  });

  test('that may be sent only once is not made again, and no kept connection can fail it', async () => {
    const seen: string[] = [];
    await using server = await aServer(({ url }, response, raw) => {
      seen.push(url);
      if (url === '/second') raw.socket.resetAndDestroy();
      else response.end('hello');
    });
    await using client = aClient();
    await (await client.request({ method: 'GET', url: server.url })).text();
    await expect(client.request({ method: 'GET', url: `${server.url}/second`, once: true })).rejects.toThrow(NoAnswer);
    expect(seen).toEqual(['/', '/second']);
    await (await client.request({ method: 'GET', url: `${server.url}/third`, once: true })).text();
    expect(server.connections()).toBe(3);
  });

  test('decompresses what the server compressed', async () => {
    await using server = await aServer(
      (_, response) => void response.setHeader('content-encoding', 'gzip').end(gzipSync('hello'.repeat(1000))),
    );
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url });
    expect(await answer.text()).toBe('hello'.repeat(1000));
  });

  test('reads text in the charset of the content type', async () => {
    await using server = await aServer(
      (_, response) => void response.setHeader('content-type', 'text/plain; charset=latin1').end(Buffer.from([0xe4])),
    );
    await using client = aClient();
    expect(await (await client.request({ method: 'GET', url: server.url })).text()).toBe('ä');
  });

  test('refuses a body that is longer than wanted', async () => {
    await using server = await aServer((_, response) => void response.end('x'.repeat(100_000)));
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url });
    await expect(answer.bytes(1000)).rejects.toThrow(/longer than 1000 bytes/);
  });

  test('waits for a slow reader', async () => {
    const large = Buffer.alloc(3_000_000, 'x');
    await using server = await aServer((_, response) => void response.end(large));
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url, limit: 60 });
    await systemClock.sleep(200); // longer than the limit: the server is not the one who is silent
    expect((await buffer(answer.body)).length).toBe(large.length);
  });

  test.each<[string, Partial<HttpRequest>]>([
    ['a relative URL', { url: '/x' }],
    ['a file', { url: 'file:///etc/passwd' }],
    ['a header of two lines', { headers: { 'X-Token': 'secret\n' } }],
    ['a header name with a space', { headers: { 'X Token': 's' } }],
    ['a method with a space', { method: 'GET /' }],
  ])('to %s is refused at once', async (_, parts) => {
    await using client = aClient();
    const asked = client.request({ method: 'GET', url: 'http://127.0.0.1:1/', retry: { within: 60_000 }, ...parts });
    await expect(asked).rejects.toThrow(InvalidInput);
    await expect(asked).rejects.not.toThrow(/secret/);
  });

  test('is in the log without the secrets of its URL', async () => {
    const lines: string[] = [];
    await using server = await aServer(ok);
    await using client = aClient({}, lines);
    await client.request({ method: 'GET', url: `http://me:pa55word@127.0.0.1:${server.port}/p?token=s3cret` });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^requested method=GET url="?${server.url}/p\\?…"? status=200 ms=\\d+$`))]);
  });
});

describe('no answer', () => {
  test('from a closed port names it', async () => {
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: 'http://127.0.0.1:1/x?secret=1' })).rejects.toThrow(
      'GET http://127.0.0.1:1/x?…: no answer: nothing listens on 127.0.0.1:1 (ECONNREFUSED)',
    );
  });

  test('from an unknown host names it', async () => {
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: 'http://nowhere.invalid/' })).rejects.toThrow(
      /nowhere\.invalid (is not known|could not be looked up)/,
    );
  });

  test('from a server that closes the connection', async () => {
    await using server = await aServer((_, __, raw) => void raw.socket.destroy());
    await using client = aClient();
    await expect(client.request({ method: 'POST', url: server.url })).rejects.toThrow(/127\.0\.0\.1:\d+ closed the connection/);
  });

  test('to the end from a server that closes the connection in the middle', async () => {
    await using server = await aServer((_, response, raw) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => raw.socket.destroy());
    });
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url });
    await expect(answer.text()).rejects.toThrow(/closed the connection in the middle of the answer|closed the connection/);
    await expect(answer.text()).rejects.toThrow(NoAnswer);
  });

  test('from a server that speaks something else', async () => {
    const server = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    const port = await listening(server);
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: `http://127.0.0.1:${port}/` })).rejects.toThrow(/not HTTP/);
    server.close();
  });

  test('from a server that is silent, after the limit', async () => {
    await using server = await aServer(() => undefined);
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: server.url, limit: 50 })).rejects.toThrow(/nothing was heard for 0\.1s/);
  });

  test('to the end from a server that falls silent', async () => {
    await using server = await aServer((_, response) => void response.write('half'));
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url, limit: 50 });
    await expect(answer.text()).rejects.toThrow(/nothing was heard/);
  });

  test('does not end the program when nobody reads the body', async () => {
    await using server = await aServer((_, response, raw) => response.write('half', () => raw.socket.resetAndDestroy()));
    await using client = aClient();
    const { body } = await client.request({ method: 'GET', url: server.url });
    await new Promise((closed) => body.once('close', closed));
    expect(body.errored).toBeInstanceOf(NoAnswer);
  });
});

describe('a signal', () => {
  const enough = new Error('enough');

  test('that has fired lets nothing leave', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: server.url, signal: AbortSignal.abort(enough) })).rejects.toBe(enough);
    expect(server.connections()).toBe(0);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['before the answer', () => undefined],
    ['in the middle of the answer', (response) => void response.write('half')],
  ])('%s ends it with its reason', async (_, answer) => {
    const controller = new AbortController();
    await using server = await aServer((__, response) => {
      answer(response);
      setImmediate(() => controller.abort(enough));
    });
    await using client = aClient();
    const asked = client.request({ method: 'GET', url: server.url, signal: controller.signal }).then((given) => given.text());
    await expect(asked).rejects.toBe(enough);
  });

  test('ends the wait between tries', async () => {
    await using server = await aServer((_, response) => {
      response.writeHead(503, { 'retry-after': '30' }).end();
      setImmediate(() => controller.abort(enough));
    });
    const controller = new AbortController();
    await using client = aClient();
    const asked = client.request({ method: 'GET', url: server.url, retry: { within: 60_000 }, signal: controller.signal });
    await expect(asked).rejects.toBe(enough);
  });
});

describe('a redirect', () => {
  test.each([
    { status: 301, method: 'GET', becomes: 'GET', body: '' },
    { status: 301, method: 'POST', becomes: 'GET', body: '' },
    { status: 301, method: 'PUT', becomes: 'PUT', body: '' },
    { status: 301, method: 'HEAD', becomes: 'HEAD', body: '' },
    { status: 302, method: 'POST', becomes: 'GET', body: '' },
    { status: 302, method: 'PUT', becomes: 'GET', body: '' }, // fetch would keep PUT
    { status: 302, method: 'HEAD', becomes: 'HEAD', body: '' },
    { status: 303, method: 'DELETE', becomes: 'GET', body: '' },
    { status: 307, method: 'POST', becomes: 'POST', body: 'data' },
    { status: 308, method: 'PUT', becomes: 'PUT', body: 'data' },
  ])('$status makes $becomes of $method', async ({ status, method, becomes, body }) => {
    await using server = await aServer(({ url }, response) => {
      if (url === '/from') response.writeHead(status, { location: 'to?x=1' }).end('moved');
      else response.end('here');
    });
    await using client = aClient();
    const asked = { method, url: `${server.url}/from#part`, body: 'data', redirects: true, headers: { 'content-type': 'text/plain' } };
    const answer = await client.request(asked);
    expect(answer.url).toBe(`${server.url}/to?x=1#part`);
    expect(server.seen.at(-1)).toMatchObject({ method: becomes, url: '/to?x=1', body });
    expect(server.seen.at(-1)?.headers['content-type']).toBe(body === '' ? undefined : 'text/plain');
  });

  test('is an answer when the caller wants it, and for HEAD', async () => {
    await using server = await aServer((_, response) => void response.writeHead(302, { location: '/to' }).end());
    await using client = aClient();
    expect((await client.request({ method: 'GET', url: server.url, redirects: false })).status).toBe(302);
    expect((await client.request({ method: 'HEAD', url: server.url })).status).toBe(302);
  });

  test('is followed 30 times', async () => {
    await using server = await aServer(({ url }, response) => {
      const n = Number(url.slice(1));
      if (n === 0) response.end('home');
      else response.writeHead(302, { location: `/${n - 1}` }).end();
    });
    await using client = aClient();
    expect(await (await client.request({ method: 'GET', url: `${server.url}/30` })).text()).toBe('home');
    const more = client.request({ method: 'GET', url: `${server.url}/31`, retry: { within: 60_000 } });
    await expect(more).rejects.toThrow(/more than 30 redirects/);
    expect(server.connections()).toBe(1);
  });

  test('takes no credentials to another origin', async () => {
    await using other = await aServer(ok);
    await using server = await aServer(({ url }, response) => {
      response.writeHead(307, { location: url === '/start' ? '/next' : `${other.url}/end` }).end();
    });
    await using client = aClient();
    const headers = { Cookie: 'c=1', 'X-Api-Key': 'k', 'X-Other': 'o' };
    const auth = { type: 'basic', username: 'me', password: 'pass' } as const;
    await client.request({ method: 'GET', url: `${server.url}/start`, headers, auth });
    expect(server.seen[1]?.headers).toMatchObject({ authorization: 'Basic bWU6cGFzcw==', cookie: 'c=1', 'x-api-key': 'k' });
    expect(Object.keys(other.seen[0]?.headers ?? {})).toEqual(expect.arrayContaining(['x-other']));
    expect(Object.keys(other.seen[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['authorization']));
    expect(other.seen[0]?.headers).not.toMatchObject({ cookie: 'c=1' });
    expect(other.seen[0]?.headers['x-api-key']).toBeUndefined();
  });

  test.each(['file:///etc/passwd', 'ftp://h/', 'http://'])('to %s is not followed', async (location) => {
    await using server = await aServer((_, response) => void response.writeHead(302, { location }).end());
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: server.url })).rejects.toThrow(/redirect to/);
  });
});

describe('authorization', () => {
  test('is Basic from the URL or the request', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    await client.request({ method: 'GET', url: server.url.replace('//', '//m%40e:p%3Aw@') });
    await client.request({ method: 'GET', url: server.url, auth: { type: 'basic', username: 'ä', password: 'ö' } });
    expect(server.seen.map(({ headers }) => Buffer.from(headers.authorization?.slice(6) ?? '', 'base64').toString())).toEqual([
      'm@e:p:w',
      'ä:ö',
    ]);
  });

  const hashes = { MD5: 'md5', 'MD5-sess': 'md5', 'SHA-256': 'sha256', 'SHA-256-sess': 'sha256' } as const;
  test.each([
    { algorithm: 'MD5', qop: 'auth' },
    { algorithm: 'MD5', qop: undefined },
    { algorithm: undefined, qop: 'auth,auth-int' },
    { algorithm: 'MD5-sess', qop: 'auth' },
    { algorithm: 'SHA-256', qop: 'auth' },
    { algorithm: 'SHA-256-sess', qop: 'auth' },
    { algorithm: 'SHA-256', qop: undefined },
  ] as const)('is Digest $algorithm with qop $qop', async ({ algorithm, qop }) => {
    const digestServer = aDigestServer(hashes[algorithm ?? 'MD5'], algorithm, qop);
    await using server = await aServer(digestServer);
    await using client = aClient();
    const auth = { type: 'digest', username: 'me "quoted"', password: 'pä:ss' } as const;
    const first = await client.request({ method: 'PUT', url: `${server.url}/a?b=c`, body: 'data', auth });
    expect([first.status, await first.text()]).toEqual([200, 'welcome']);
    const second = await client.request({ method: 'PUT', url: `${server.url}/other`, body: () => Readable.from(['data']), auth });
    expect(second.status).toBe(200);
    // Challenge and answer, then the same challenge again: a large body is sent once.
    expect(server.seen).toHaveLength(3);
    const wrong = await client.request({ method: 'GET', url: server.url, auth: { ...auth, password: 'wrong' } });
    expect(wrong.status).toBe(401);
  });

  function aDigestServer(hash: string, algorithm: string | undefined, qop: string | undefined): Parameters<typeof aServer>[0] {
    const digest = (...parts: readonly (string | undefined)[]): string => createHash(hash).update(parts.join(':')).digest('hex');
    const users: Readonly<Record<string, string>> = { 'me "quoted"': 'pä:ss' };
    const uses = new Map<string, number>();
    let nonces = 0;
    return ({ method, url, headers }, response) => {
      const header = headers.authorization ?? '';
      const given = Object.fromEntries(
        [...header.matchAll(/(\w+)=(?:"((?:\\.|[^"\\])*)"|([^\s,]+))/g)].map(([, name, inQuotes, bare]) => [
          name,
          inQuotes?.replace(/\\(.)/g, '$1') ?? bare,
        ]),
      ) as Record<string, string | undefined>;
      const count = parseInt(given.nc ?? '0', 16);
      const plain = digest(given.username, 'a realm', users[given.username ?? '']);
      const identity = algorithm?.endsWith('-sess') ? digest(plain, given.nonce, given.cnonce) : plain;
      const what = digest(method, url);
      const expected = qop ? digest(identity, given.nonce, given.nc, given.cnonce, 'auth', what) : digest(identity, given.nonce, what);
      const fresh = !qop || count === (uses.get(given.nonce ?? '') ?? NaN) + 1;
      if (given.response === expected && given.uri === url && given.opaque === 'o' && fresh && given.algorithm === algorithm) {
        uses.set(given.nonce ?? '', count);
        response.end('welcome');
        return;
      }
      const nonce = `n${++nonces}`;
      uses.set(nonce, 0);
      const challenge = `Digest realm="a realm", nonce="${nonce}", opaque="o"${algorithm ? `, algorithm=${algorithm}` : ''}${qop ? `, qop="${qop}"` : ''}`;
      response
        .writeHead(401, { 'www-authenticate': ['Basic realm="other"', 'Digest realm="x", nonce="y", algorithm=UNKNOWN', challenge] })
        .end('who?');
    };
  }
});

describe('another try', () => {
  test.each([408, 413, 429, 502, 503, 504])('is made after %i', async (status) => {
    await using server = await aServer((_, response) => void response.writeHead(server.seen.length < 3 ? status : 200).end());
    await using client = aClient();
    const answer = await client.request({
      method: 'POST',
      url: server.url,
      body: () => Readable.from(['x']),
      retry: { within: 5_000, pause: 1 },
    });
    expect(answer.status).toBe(200);
    expect(server.seen.map(({ body }) => body)).toEqual(['x', 'x', 'x']);
  });

  test.each([400, 401, 404, 500])('is not made after %i', async (status) => {
    await using server = await aServer((_, response) => void response.writeHead(status).end('why'));
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url, retry: { within: 5_000, pause: 1 } });
    expect([answer.status, await answer.text(), server.seen.length]).toEqual([status, 'why', 1]);
  });

  test('is made after further statuses', async () => {
    await using server = await aServer((_, response) => void response.writeHead(server.seen.length < 2 ? 500 : 200).end());
    await using client = aClient();
    expect((await client.request({ method: 'GET', url: server.url, retry: { within: 5_000, pause: 1, statuses: [500] } })).status).toBe(
      200,
    );
  });

  test('is made after no answer, until one comes', async () => {
    await using server = await aServer((_, response, raw) => void (server.seen.length < 4 ? raw.socket.destroy() : response.end()));
    await using client = aClient();
    expect((await client.request({ method: 'POST', url: server.url, retry: { within: 5_000, pause: 1 } })).status).toBe(200);
  });

  test('is not begun after the time is over, and the last failure says how many there were', async () => {
    await using client = aClient();
    const asked = client.request({ method: 'GET', url: 'http://127.0.0.1:1/', retry: { within: 60, pause: 10 } });
    await expect(asked).rejects.toThrow(/nothing listens on 127\.0\.0\.1:1 \(ECONNREFUSED\), in [2-9] tries/);
  });

  test('waits as long as the server asks, and not at all when that is too long', async () => {
    await using server = await aServer((_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end());
    await using client = aClient();
    const answer = await client.request({ method: 'GET', url: server.url, retry: { within: 60_000, pause: 1 } });
    expect([answer.status, server.seen.length]).toEqual([429, 1]);
  });
});

describe('TLS', () => {
  let certificates: Certificates;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const directory = await temporaryDirectory();
    remove = async () => directory[Symbol.asyncDispose]();
    certificates = await makeCertificates(directory.path);
  });
  afterAll(() => remove());

  test.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'])('trusts the authority that %s names', async (name) => {
    await using server = await aServer(ok, certificates);
    await using client = aClient({ [name]: certificates.authorityFile });
    const answer = await client.request({ method: 'GET', url: server.url, body: 'with a body' });
    expect([await answer.text(), answer.reason]).toEqual(['hello', 'OK']);
    expect(server.seen[0]?.body).toBe('with a body');
  });

  test('says what is wrong with a certificate of an unknown authority, and tries no more', async () => {
    await using server = await aServer(ok, certificates);
    await using client = aClient();
    const asked = client.request({ method: 'GET', url: server.url, retry: { within: 60_000 } });
    await expect(asked).rejects.toThrow(/certificate of localhost:\d+ is not trusted: its authority is not known.*NODE_EXTRA_CA_CERTS/);
  });

  test('says when a certificate is for another host', async () => {
    await using server = await aServer(ok, certificates);
    await using client = aClient({ NODE_EXTRA_CA_CERTS: certificates.authorityFile });
    await expect(client.request({ method: 'GET', url: server.url.replace('localhost', '127.0.0.1') })).rejects.toThrow(
      /for another host name/,
    );
  });

  test('says when the server speaks plain HTTP', async () => {
    await using server = await aServer(ok);
    await using client = aClient();
    await expect(client.request({ method: 'GET', url: server.url.replace('http:', 'https:') })).rejects.toThrow(/does not speak TLS/);
  });

  test('goes on without a file that is not there', async () => {
    const lines: string[] = [];
    await using client = aClient({ NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' }, lines);
    await expect(client.request({ method: 'GET', url: 'https://127.0.0.1:1/' })).rejects.toThrow(/nothing listens on 127\.0\.0\.1:1/);
    expect(lines[0]).toMatch(/left certificates out name=NODE_EXTRA_CA_CERTS/);
  });

  test('ends with the reason of the signal, and after the limit', async () => {
    const enough = new Error('enough');
    const controller = new AbortController();
    await using server = await aServer(() => controller.abort(enough), certificates);
    await using client = aClient({ NODE_EXTRA_CA_CERTS: certificates.authorityFile });
    await expect(client.request({ method: 'GET', url: server.url, signal: controller.signal })).rejects.toBe(enough);
    await using silent = await aServer((_, response) => void response.write('half'), certificates);
    const answer = await client.request({ method: 'GET', url: silent.url, limit: 1_000 });
    await expect(answer.text()).rejects.toThrow(/nothing was heard/);
  });

  test('goes through a tunnel of the proxy', async () => {
    await using server = await aServer(ok, certificates);
    await using proxy = await aProxy(server.port);
    await using client = aClient({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificates.authorityFile });
    const url = `https://far.example:${server.port}/x`;
    expect(await (await client.request({ method: 'POST', url, body: 'data' })).text()).toBe('hello');
    expect(proxy.asked).toEqual([`CONNECT far.example:${server.port}`]);
  });
});

describe('a proxy', () => {
  test('is asked in absolute form for http, with its credentials and the body', async () => {
    await using server = await aServer(ok);
    await using proxy = await aProxy(server.port);
    await using client = aClient({ http_proxy: proxy.url.replace('//', '//me:pass@') });
    const answer = await client.request({ method: 'GET', url: 'http://far.example/x?q=1', body: 'data' });
    expect(await answer.text()).toBe('hello');
    expect(proxy.asked).toEqual(['GET http://far.example/x?q=1']);
    expect(proxy.credentials).toEqual(['Basic bWU6cGFzcw==']);
    expect(server.seen).toMatchObject([{ body: 'data', headers: { host: 'far.example' } }]);
  });

  test('is left aside for loopback and for what NO_PROXY names', async () => {
    await using server = await aServer(ok);
    await using proxy = await aProxy(server.port);
    await using client = aClient({ HTTP_PROXY: proxy.url, NO_PROXY: '.invalid' });
    await client.request({ method: 'GET', url: server.url });
    await expect(client.request({ method: 'GET', url: 'http://far.invalid/' })).rejects.toThrow(/far\.invalid/);
    expect(proxy.asked).toEqual([]);
  });

  test('that wants credentials is told from a server that does', async () => {
    await using proxy = await aProxy(1, 407);
    await using client = aClient({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url });
    await expect(client.request({ method: 'GET', url: 'http://far.example/' })).rejects.toThrow(/the proxy wants a user name and password/);
    await expect(client.request({ method: 'GET', url: 'https://far.example/' })).rejects.toThrow(
      /the proxy wants a user name and password/,
    );
  });

  test('that is not there is named', async () => {
    await using client = aClient({ HTTPS_PROXY: 'http://127.0.0.1:1' });
    await expect(client.request({ method: 'GET', url: 'https://far.example/' })).rejects.toThrow(
      /GET https:\/\/far\.example\/ through the proxy http:\/\/127\.0\.0\.1:1: no answer: nothing listens on 127\.0\.0\.1:1/,
    );
  });

  test.each(['socks5://h:1', 'http://['])('%s is refused', async (address) => {
    await using client = aClient({ HTTP_PROXY: address });
    await expect(client.request({ method: 'GET', url: 'http://far.example/' })).rejects.toThrow(InvalidInput);
  });
});

interface TestProxy extends AsyncDisposable {
  readonly url: string;
  readonly asked: readonly string[];
  readonly credentials: readonly (string | undefined)[];
}

/** A forward proxy that sends everything to one port of this machine, whatever host was asked for. */
async function aProxy(target: number, refusal?: number): Promise<TestProxy> {
  const asked: string[] = [];
  const credentials: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    if (refusal !== undefined) return void response.writeHead(refusal).end();
    asked.push(`${request.method} ${request.url}`);
    credentials.push(request.headers['proxy-authorization']);
    const { pathname, search } = new URL(request.url ?? '');
    const onward = httpRequest(
      { port: target, host: '127.0.0.1', method: request.method, path: pathname + search, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
    asked.push(`CONNECT ${request.url}`);
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    credentials,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
