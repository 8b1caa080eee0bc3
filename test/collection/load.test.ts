import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { loadCollection } from '../../src/collection/load.js';
import type { Validated } from '../../src/collection/validate.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { aCollection, aSuite } from '../support/collections.js';
import { manualClock } from '../support/manual-clock.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';

const text = JSON.stringify(aCollection(aSuite({ name: 'Smøke' })), null, 2);

describe('a file', () => {
  test.each([
    ['plain UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('in %s is read', async (_, bytes) => {
    await using directory = await temporaryDirectory();
    const path = await directory.write('c.json', bytes);
    for (const source of ['c.json', path, pathToFileURL(path).href]) {
      const { collection } = await load(source, directory);
      expect([collection.source, collection.suites[0]?.name]).toEqual(['c.json', 'Smøke']);
    }
  });

  test.each([
    ['gone.json', 'gone.json cannot be read: there is no such file', 'Looked for /'],
    ['c.json/below', 'c.json/below cannot be read: there is no such file', 'Looked for /'],
    ['sub', 'sub cannot be read: it is a directory; expected a file', 'Name the file in it, sub/collection.json'],
    ['/dev/zero', '/dev/zero cannot be read: it is no ordinary file', 'Give the path of a JSON file'],
    ['bytes.json', 'bytes.json is not UTF-8 text: line 3 has other bytes', 'Save it as UTF-8'],
    ['empty.json', 'empty.json:1:1: not JSON: it is empty', 'The file must be JSON'],
    ['page.json', 'page.json:1:1: not JSON: unexpected "<"', 'This looks like HTML'],
    ['ftp://host/c.json', 'ftp://host/c.json cannot be read: ftp is not supported', 'Expected a path or a file:, http: or https: URL'],
    ['http://[', 'http://[ is not a URL', 'Expected a path'],
    ['file://other-host/c.json', 'file://other-host/c.json: ', 'The form is file:///path'],
  ])('%s is refused: %s', async (source, message, hint) => {
    await using directory = await temporaryDirectory();
    await directory.write('c.json', text);
    await directory.write('sub/other.json', text);
    await directory.write('empty.json', '');
    await directory.write('page.json', '<!DOCTYPE html><html></html>');
    await directory.write('bytes.json', Buffer.concat([Buffer.from('[\n"\uFFFD",\n"'), Buffer.from([0xe9]), Buffer.from('"\n]')]));
    await expect(load(source, directory)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  test('of 50 MB with 10,000 recipes and a byte-order mark is read, in the order of the file', async () => {
    await using directory = await temporaryDirectory();
    const [recipe] = aSuite().recipes;
    const filler = 'x'.repeat(4_800);
    const recipes = Array.from({ length: 10_000 }, (_, n) => ({
      ...recipe,
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      filler,
    }));
    const large = `\uFEFF${JSON.stringify([{ name: 'Large', priority: 1, recipes }]).replace('"PARAMETERS","value":{}', '"PARAMETERS","value":{"-b":"","10":"","2":""}')}`;
    expect(Buffer.byteLength(large)).toBeGreaterThan(50_000_000);
    await directory.write('large.json', large);
    const { collection, warnings } = await load('large.json', directory);
    expect(warnings).toEqual([]);
    expect(collection.suites[0]?.recipes).toHaveLength(10_000);
    expect(collection.suites[0]?.recipes[0]?.parameters.map(([name]) => name)).toEqual(['-b', '10', '2']);
    expect(collection.suites[0]?.recipes[9_999]?.id).toBe('00000000-0000-4000-8000-000000009999');
  });

  test('is not waited for when the run was cancelled', async () => {
    await using directory = await temporaryDirectory();
    const reason = new Error('cancelled');
    await expect(load('c.json', directory, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('an address', () => {
  test('is downloaded, redirects followed, a byte-order mark left out', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new.json?sig=secret' }).end();
      else response.end(`\uFEFF${text}`);
    });
    expect((await load(`${server.url}/old`)).collection.suites).toHaveLength(1);
    expect((await load(`${server.url}/new.json?sig=secret`)).collection.source).toBe(`${server.url}/new.json?…`);
  });

  test('may hold credentials, which are sent and never told', async () => {
    let authorization: string | undefined;
    await using server = await serve((request, response) => {
      authorization = request.headers.authorization;
      response.end(text);
    });
    const { collection } = await load(`${server.url.replace('//', '//me:p%40ss@')}/c.json`);
    expect([collection.source, authorization]).toEqual([`${server.url}/c.json`, `Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
  });

  test.each([
    [404, '', 'cannot be downloaded: the server answered 404 Not Found', 'Is the address right?'],
    [401, '', 'cannot be downloaded: the server answered 401 Unauthorized', 'It needs credentials'],
    [500, 'oops', 'cannot be downloaded: the server answered 500 Internal Server Error', 'try again'],
    [200, '<html>please log in</html>', ':1:1: not JSON: unexpected "<"', 'This looks like HTML'],
    [200, '', ':1:1: not JSON: it is empty', 'The file must be JSON'],
  ])('that answers %i %j is refused: %s', async (status, body, message, hint) => {
    await using server = await serve((_, response) => response.writeHead(status).end(body));
    await expect(load(`${server.url}/c.json`)).rejects.toMatchObject({
      exitCode: 2,
      message: `${server.url}/c.json${message.startsWith(':') ? '' : ' '}${message}`,
      hint: expect.stringContaining(hint),
    });
  });

  test('that nobody answers at is refused, with the reason in words, once', async () => {
    const server = await serve((_, response) => response.end());
    await server[Symbol.asyncDispose]();
    const { host } = new URL(server.url);
    await expect(load(`${server.url}/c.json`)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        new RegExp(
          `^http://${host}/c\\.json cannot be downloaded: no answer: nothing listens on ${host} \\(ECONNREFUSED\\), in \\d tries$`,
        ),
      ),
    });
  });

  test('that takes longer than two seconds is told, without what may be secret', async () => {
    const lines: string[] = [];
    const clock = manualClock();
    let asked: (response: ServerResponse) => void = () => undefined;
    const asking = new Promise<ServerResponse>((resolve) => (asked = resolve));
    await using server = await serve((_, response) => asked(response));
    const log = createLog({ level: 'warning', write: (line, level) => lines.push(`${level}: ${line}`) });
    await using http = createHttpClient({ log, environment: {}, clock });
    const address = `${server.url.replace('//', '//me:hunter22@')}/c.json?token=hunter22`;
    const loading = loadCollection(address, { http, signal: new AbortController().signal, workspace: '/' });
    const response = await asking;
    await clock.advance(1_900);
    expect(lines).toEqual([]);
    await clock.advance(100);
    expect(lines).toEqual([`warning: no answer from ${server.url}/c.json?… yet; waiting for it`]);
    response.end(text);
    await loading;
    await clock.advance(60_000);
    expect([lines.length, clock.waiting]).toEqual([1, 0]);
  });
});

async function load(source: string, directory?: TestDirectory, signal = new AbortController().signal): Promise<Validated> {
  const log = createLog({ level: 'error', write: () => undefined });
  await using http = createHttpClient({ log, environment: {}, clock: systemClock });
  return await loadCollection(source, { http, signal, workspace: directory?.path ?? '/' });
}

async function serve(listener: RequestListener): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
