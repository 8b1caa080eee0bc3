import { describe, expect, test } from '@jest/globals';
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';

import { engineFrom } from '../../src/docker/create-engine.js';
import { testWithDocker } from '../support/docker.js';
import { fakeEngine } from '../support/fake-engine.js';

describe('the version that is spoken', () => {
  test.each([
    { offered: '1.41', spoken: '1.41' },
    { offered: '1.24', spoken: '1.24' },
    { offered: '1.52', spoken: '1.47' }, // newer than anything known here
    { offered: '1.9', spoken: '1.9' }, // 9 is less than 47
    { offered: 'nonsense', spoken: '1.24' },
  ])('of an engine that offers $offered is $spoken', async ({ offered, spoken }) => {
    await using fake = await fakeEngine(() => ({ status: 200, body: '[]' }), { apiVersion: offered });
    const engine = engineFrom({ DOCKER_HOST: fake.host });
    await engine.listContainers(['a']);
    await engine.listContainers(['a']);
    const path = `GET /v${spoken}/containers/json?all=1&filters=%7B%22label%22%3A%5B%22a%22%5D%7D`;
    expect(fake.requests).toEqual([path, path]);
  });
});

describe('what goes wrong', () => {
  test('a refusal has the engine’s own words and status', async () => {
    await using fake = await fakeEngine(() => ({ status: 409, body: '{"message":"the name is taken"}' }));
    const create = engineFrom({ DOCKER_HOST: fake.host }).createContainer({ Image: 'x' }, { name: 'a' });
    await expect(create).rejects.toMatchObject({ name: 'EngineRefused', message: 'the name is taken', status: 409 });
  });

  test('nobody at the address: the error names it and says that nothing has left', async () => {
    const ping = engineFrom({ DOCKER_HOST: 'unix:///nonexistent/engine.sock' }).ping();
    await expect(ping).rejects.toMatchObject({
      at: 'connect',
      message: expect.stringContaining('unix:///nonexistent/engine.sock'),
    });
  });

  test('an engine that says nothing is given up after the limit', async () => {
    await using fake = await fakeEngine(() => undefined);
    const inspect = engineFrom({ DOCKER_HOST: fake.host }).inspectContainer('a', { limit: 100 });
    await expect(inspect).rejects.toMatchObject({ name: 'EngineAway', at: 'late' });
  });

  test.each(['1.29', 'nonsense'])(
    'an engine of version %s knows no wait for the next end: it would call it a success',
    async (apiVersion) => {
      await using fake = await fakeEngine(() => ({ status: 200, body: '{"StatusCode":0}' }), { apiVersion });
      const engine = engineFrom({ DOCKER_HOST: fake.host });
      const message = expect.stringMatching(/speaks API .*, and 1\.30 .* is needed/);
      await expect(engine.waitForContainer('a', 'next-exit')).rejects.toMatchObject({ name: 'EngineRefused', message });
      expect(await (await engine.waitForContainer('a', 'not-running')).ended).toMatchObject({ exitCode: 0 });
    },
  );

  test.each(['', '{}', '{"StatusCode":null}'])('a wait that is answered with %j is no success', async (body) => {
    await using fake = await fakeEngine(() => ({ status: 200, body }));
    const { ended } = await engineFrom({ DOCKER_HOST: fake.host }).waitForContainer('a', 'next-exit');
    await expect(ended).rejects.toMatchObject({ name: 'EngineAway', at: 'answer' });
  });

  test('a signal ends a call with its reason', async () => {
    await using fake = await fakeEngine(() => undefined);
    const controller = new AbortController();
    const inspect = engineFrom({ DOCKER_HOST: fake.host }).inspectContainer('a', { signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(inspect).rejects.toBe(reason);
  });

  test('a pull that fails within its stream of status 200 is refused with the registry’s words', async () => {
    await using fake = await fakeEngine(() => ({
      status: 200,
      body: '{"status":"Pulling"}\n{"errorDetail":{"message":"received unexpected HTTP status: 503"},"error":"…"}\n',
    }));
    const pull = engineFrom({ DOCKER_HOST: fake.host }).pullImage('a.example/x:1', { auth: 'e30=', platform: 'linux/arm64' });
    await expect(pull).rejects.toMatchObject({ name: 'EngineRefused', message: 'received unexpected HTTP status: 503' });
    expect(fake.requests).toEqual(['POST /v1.41/images/create?fromImage=a.example%2Fx%3A1&platform=linux%2Farm64']);
    expect(fake.headersOf(0)['x-registry-auth']).toBe('e30=');
  });

  test('a container that is being removed is not gone yet, one that is not there is', async () => {
    const statuses = [409, 404, 204];
    await using fake = await fakeEngine(() => ({ status: statuses.shift() ?? 500 }));
    const engine = engineFrom({ DOCKER_HOST: fake.host });
    expect([await engine.removeContainer('a'), await engine.removeContainer('a'), await engine.removeContainer('a')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('with a real engine', () => {
  testWithDocker('a container is seen from its creation to its removal', async ({ engine: { busybox, host } }) => {
    const engine = engineFrom({ DOCKER_HOST: host });
    const command = ['sh', '-c', 'echo out; echo err >&2; printf end; exit 7'];
    const { id } = await engine.createContainer({ Image: busybox, Cmd: command, Labels: { 'etos-test': 'engine' } }, {});
    try {
      const [output, waiting] = [await engine.attachContainer(id), await engine.waitForContainer(id, 'next-exit')];
      expect((await engine.inspectContainer(id))?.status).toBe('created');
      await engine.startContainer(id);
      const got = { stdout: '', stderr: '' };
      await output.copy((stream, piece) => void (got[stream] += piece.toString()));
      expect(got).toEqual({ stdout: 'out\nend', stderr: 'err\n' });
      expect((await waiting.ended).exitCode).toBe(7);
      expect(await engine.inspectContainer(id)).toMatchObject({ status: 'exited', exitCode: 7, oomKilled: false });
      expect((await engine.listContainers(['etos-test=engine'])).map((container) => container.id)).toContain(id);
      const again = { stdout: '', stderr: '' };
      await (await engine.followLogs(id)).copy((stream, piece) => void (again[stream] += piece.toString()));
      expect(again).toEqual(got);
    } finally {
      expect(await engine.removeContainer(id)).toBe(true);
    }
    expect(await engine.inspectContainer(id)).toBeUndefined();
  });

  testWithDocker('attach tells why it was refused', async ({ engine: { host } }) => {
    const attach = engineFrom({ DOCKER_HOST: host }).attachContainer('no-such-container');
    await expect(attach).rejects.toMatchObject({
      name: 'EngineRefused',
      status: 404,
      message: expect.stringContaining('no-such-container'),
    });
  });

  testWithDocker('commands run and files go in and out of a container', async ({ engine: { busybox, host } }) => {
    const engine = engineFrom({ DOCKER_HOST: host });
    const { id } = await engine.createContainer({ Image: busybox, Cmd: ['sleep', '60'] }, {});
    try {
      await engine.startContainer(id);
      const tar = pack();
      tar.entry({ name: 'hello.txt' }, 'hello');
      tar.finalize();
      await engine.putArchive(id, '/tmp', tar.pipe(new PassThrough()));
      expect(await engine.statPath(id, '/tmp/hello.txt')).toMatchObject({ name: 'hello.txt', size: 5 });
      expect(await engine.statPath(id, '/tmp/other.txt')).toBeUndefined();
      expect((await buffer(await engine.getArchive(id, '/tmp/hello.txt'))).includes('hello')).toBe(true);
      const exec = await engine.createExec(id, {
        command: ['sh', '-c', 'cat hello.txt; echo "$A" >&2; exit 3'],
        environment: ['A=a b'],
        workingDirectory: '/tmp',
      });
      const got = { stdout: '', stderr: '' };
      await (await engine.startExec(exec)).copy((stream, piece) => void (got[stream] += piece.toString()));
      expect(got).toEqual({ stdout: 'hello', stderr: 'a b\n' });
      expect(await engine.inspectExec(exec)).toMatchObject({ running: false, exitCode: 3 });
    } finally {
      await engine.removeContainer(id);
    }
  });
});
