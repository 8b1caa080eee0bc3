import { describe, expect } from '@jest/globals';
import { testWithDocker } from '../support/docker.js';
import { tlsEngine } from '../support/tls-engine.js';
import { delegate } from './delegation.js';

describe('an engine behind TLS', () => {
  testWithDocker('runs a container, whose output comes over it', async ({ engine }) => {
    await using secure = await tlsEngine(engine);
    const env = { DOCKER_HOST: `tcp://localhost:${secure.port}`, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: secure.certificates };
    await using delegation = await delegate('echo out; echo err >&2; exit 7', engine, { env });
    const ended = await delegation.ended;
    expect(ended).toMatchObject({ exitCode: 7, stdout: 'out\n', stderr: expect.stringContaining('err\n') });
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('is told in a sentence when it is not the one that is meant', async ({ engine }) => {
    await using secure = await tlsEngine(engine);
    for (const { host, path, says } of [
      {
        host: '127.0.0.1',
        path: secure.certificates,
        says: /127\.0\.0\.1:\d+ is not trusted: .*does not match certificate.*DOCKER_CERT_PATH/,
      },
      { host: 'localhost', path: '/nonexistent', says: /is not trusted: self-signed certificate.*ca\.pem says whom to trust/ },
    ]) {
      const env = { DOCKER_HOST: `tcp://${host}:${secure.port}`, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: path };
      await using delegation = await delegate('exit 0', engine, { env });
      expect(await delegation.ended).toMatchObject({ exitCode: 125, stderr: expect.stringMatching(says) });
    }
  });
});
