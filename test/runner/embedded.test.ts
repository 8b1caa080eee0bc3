// An image without a test runner: the runner starts it idle and drives the recipes from outside, under the same rules.

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect } from '@jest/globals';
import { testWithDocker } from '../support/docker.js';
import { troubledEngine } from '../support/troubled-engine.js';
import { delegate } from './delegation.js';

interface Run extends AsyncDisposable {
  readonly environment: Readonly<Record<string, string>>;
  readonly verdicts: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** What stands for a run's server: hands out one sub suite, takes events and files. */
async function runWith(command: string): Promise<Run> {
  const verdicts: string[] = [];
  const files = new Map<string, string>();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const path = request.url ?? '';
      if (path === '/sub_suite') return void response.end(JSON.stringify(subSuite(command, (server.address() as AddressInfo).port)));
      if (path === '/events') {
        for (const line of body.split('\n').filter((part) => part.includes('EiffelTestSuiteFinished'))) {
          const { data } = JSON.parse(line) as { data: { outcome: { verdict: string; conclusion: string } } };
          verdicts.push(`${data.outcome.verdict} ${data.outcome.conclusion}`);
        }
        return void response.writeHead(204).end();
      }
      files.set(path.split('/').at(-1) ?? '', body);
      response.writeHead(201).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: { SUB_SUITE_URL: `${root}/sub_suite`, ETOS_EVENTS_URL: `${root}/events`, RABBITMQ_PASSWORD: 'hush-hush', MINE: 'a b' },
    verdicts,
    files,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function subSuite(command: string, port: number): unknown {
  const constraints = { ENVIRONMENT: {}, COMMAND: command, PARAMETERS: {}, EXECUTE: [], CHECKOUT: [], TEST_RUNNER: 'any' };
  return {
    name: 'Embedded_SubSuite_0',
    suite_id: randomUUID(),
    sub_suite_id: randomUUID(),
    test_suite_started_id: randomUUID(),
    priority: 1,
    recipes: [
      {
        id: randomUUID(),
        testCase: { id: 'one', tracker: 'none', uri: 'https://example.org', version: '1' },
        constraints: Object.entries(constraints).map(([key, value]) => ({ key, value })),
      },
    ],
    test_runner: 'any',
    iut: { provider_id: 'default', identity: 'pkg:docker/acme/webshop@1' },
    artifact: randomUUID(),
    context: randomUUID(),
    executor: { provider_id: 'local' },
    log_area: { provider_id: 'default', upload: { url: `http://127.0.0.1:${port}/log/{folder}/{name}`, method: 'PUT', as_json: false } },
  };
}

describe('an embedded test runner', () => {
  testWithDocker('carries out the recipes in the container, which has none of the run’s own variables', async ({ engine }) => {
    await using suite = await runWith('sh -c "env; echo $MINE; pwd"');
    await using delegation = await delegate('', engine, {
      parameters: { '--read-only': '' },
      parameter: { image: engine.busybox, testRunner: 'embedded', environment: suite.environment },
    });
    const { exitCode, stdout } = await delegation.ended;
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^MINE=a b$/m);
    expect(stdout).toMatch(/^\/etos\//m);
    expect(stdout).not.toMatch(/SUB_SUITE_URL|ETOS_EVENTS_URL|RABBITMQ|hush-hush/);
    expect(suite.verdicts).toEqual(['PASSED SUCCESSFUL']);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('a cancel ends the recipe, takes what there is to the log area and reports it as such', async ({ engine }) => {
    await using suite = await runWith('sh -c "echo BEGUN; sleep 60"');
    await using delegation = await delegate('', engine, {
      parameter: { image: engine.busybox, testRunner: 'embedded', environment: suite.environment },
    });
    await delegation.prints(/^BEGUN/m);
    delegation.kill('SIGTERM');
    expect(await delegation.exitCode).toBe(143);
    expect(suite.verdicts).toEqual(['INCONCLUSIVE ABORTED']);
    expect([...suite.files].find(([name]) => name.includes('test_output'))?.[1]).toMatch(/BEGUN/);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('a container that is killed meanwhile is told as what happened', async ({ engine }) => {
    await using suite = await runWith('sh -c "echo BEGUN; sleep 60"');
    await using delegation = await delegate('', engine, {
      parameter: { image: engine.busybox, testRunner: 'embedded', environment: suite.environment },
    });
    await delegation.prints(/^BEGUN/m);
    const [container] = await delegation.containers();
    await engine.ask('POST', `/containers/${container?.id ?? ''}/kill`);
    const { exitCode, output } = await delegation.ended;
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/the container ended with exit code 137 before the tests did/);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('connections that are cut are no verdict on the recipe', async ({ engine }) => {
    await using suite = await runWith("sh -c 'while :; do echo BEGUN; sleep 0.1; done'");
    await using troubled = await troubledEngine(engine, () => undefined);
    await using delegation = await delegate('', engine, {
      env: { DOCKER_HOST: troubled.host },
      parameter: { image: engine.busybox, testRunner: 'embedded', environment: suite.environment },
    });
    await delegation.prints(/^BEGUN/m);
    troubled.cut();
    expect(await delegation.exitCode).not.toBe(0);
    expect(suite.verdicts).toEqual(['INCONCLUSIVE FAILED']);
    expect(await delegation.containers()).toEqual([]);
  });

  testWithDocker('an image that cannot be pulled: the registry’s answer is on standard error and in the record', async ({ engine }) => {
    const image = '127.0.0.1:1/etos-test/nowhere:1';
    await using delegation = await delegate('', engine, {
      parameter: { image, testRunner: 'embedded', parameters: {} },
      args: ['--pull', 'always', '--timeout', '3s'],
    });
    const { exitCode, stderr } = await delegation.ended;
    expect(exitCode).toBe(124);
    expect(stderr).toMatch(/127\.0\.0\.1:1\/etos-test\/nowhere:1 cannot be pulled yet.*connection refused/);
  });
});
