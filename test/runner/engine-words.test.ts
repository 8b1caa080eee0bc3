import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { endingOfError } from '../../runner/endings.js';
import { engineFrom } from '../../src/docker/create-engine.js';
import { temporaryDirectory } from '../support/directory.js';
import { fakeEngine } from '../support/fake-engine.js';

async function listed(host: string, variables: Readonly<Record<string, string>> = {}): Promise<unknown> {
  return await engineFrom({ DOCKER_HOST: host, ...variables })
    .listContainers([])
    .catch((error: unknown) => endingOfError(error));
}

describe('an engine that cannot be used', () => {
  test('what it refuses is told with the call and its address', async () => {
    await using engine = await fakeEngine(() => ({ status: 500, body: '{"message": "disk full"}' }));
    expect(await listed(engine.host)).toMatchObject({
      kind: 'not-run',
      exitCode: 125,
      reason: `GET /containers/json of ${engine.host} was refused: disk full`,
    });
  });

  test('one that is not there: how to start it', async () => {
    expect(await listed('unix:///nonexistent.sock')).toMatchObject({
      reason: expect.stringMatching(
        /^the engine at unix:\/\/\/nonexistent\.sock cannot be reached: .*ENOENT.*\. Install or start the engine .*DOCKER_HOST/,
      ),
    });
  });

  test('one whose socket is left and nobody behind it', async () => {
    await using directory = await temporaryDirectory();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1' }, resolve));
    const { port } = server.address() as { readonly port: number };
    await new Promise((resolve) => server.close(resolve));
    expect(await listed(`tcp://127.0.0.1:${port}`)).toMatchObject({ reason: expect.stringMatching(/ECONNREFUSED.*\. Start the engine/) });
    expect(await listed(`unix://${await directory.write('file', 'x')}`)).toMatchObject({
      reason: expect.stringMatching(/Start the engine/),
    });
  });

  test('one that speaks TLS, or does not, and is taken for the other', async () => {
    await using secure = await fakeEngine(() => ({ status: 400, body: 'Client sent an HTTP request to an HTTPS server.\n' }));
    expect(await listed(secure.host)).toMatchObject({
      reason: expect.stringMatching(/ was refused: it speaks TLS there: DOCKER_TLS_VERIFY=1/),
    });
    const plain = createServer((client) => client.once('data', () => client.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    await new Promise<void>((resolve) => plain.listen({ port: 0, host: '127.0.0.1' }, resolve));
    const { port } = plain.address() as { readonly port: number };
    expect(await listed(`tcp://127.0.0.1:${port}`, { DOCKER_TLS_VERIFY: '1' })).toMatchObject({
      reason: expect.stringMatching(/^what answers at tcp:\/\/127\.0\.0\.1:\d+ speaks no TLS\. DOCKER_TLS_VERIFY, /),
    });
    await new Promise((resolve) => plain.close(resolve));
  });
});
