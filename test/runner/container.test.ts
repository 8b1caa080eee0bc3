import { describe, expect } from '@jest/globals';
import { testWithDocker } from '../support/docker.js';
import { troubledEngine } from '../support/troubled-engine.js';
import { delegate } from './delegation.js';

describe('an engine without an init program', () => {
  for (const { engineOf, call, message } of [
    { engineOf: 'Docker, at the start', call: /\/start$/, message: 'exec: "docker-init": executable file not found in $PATH: unknown' },
    { engineOf: 'Podman, at the create', call: /\/create\?/, message: 'container-init binary not found on the host: catatonit' },
  ]) {
    testWithDocker(`says so (${engineOf}): the container runs without one, once, and that is told`, async ({ engine }) => {
      let refused = 0;
      await using troubled = await troubledEngine(engine, (request) =>
        call.test(request) && refused++ === 0 ? { status: 500, message } : undefined,
      );
      await using delegation = await delegate('cat /proc/1/comm; exit 3', engine, { env: { DOCKER_HOST: troubled.host } });
      const { exitCode, stdout, stderr } = await delegation.ended;
      expect([exitCode, stdout]).toEqual([3, 'sh\n']); // with an init that would be number 1
      expect(stderr.match(/the engine has no init program/g)).toHaveLength(1);
      expect(await delegation.containers()).toEqual([]);
    });
  }

  testWithDocker('and that starts no container without one either: 127, as for any program that is not there', async ({ engine }) => {
    const message = 'exec: "docker-init": executable file not found in $PATH: unknown';
    await using troubled = await troubledEngine(engine, (request) => (/\/start$/.test(request) ? { status: 500, message } : undefined));
    await using delegation = await delegate('true', engine, { env: { DOCKER_HOST: troubled.host } });
    expect(await delegation.exitCode).toBe(127);
    expect(await delegation.containers()).toEqual([]);
  });
});
