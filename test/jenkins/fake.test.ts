// The fake controller, asked by clients that others wrote for real ones: npm's `jenkins` and Debian's python3-jenkins.

import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import Jenkins from 'jenkins';
import { ends, runsUntilAborted } from '../support/jenkins-builds.js';
import { jenkinsServer, type JenkinsServer } from '../support/jenkins-server.js';

const run = promisify(execFile);

describe("npm's jenkins", () => {
  const client = (server: JenkinsServer, secret = 'token-of-me') =>
    new Jenkins({ baseUrl: server.url.replace('://', `://me:${secret}@`), crumbIssuer: secret !== 'token-of-me' });

  test.each(['token-of-me', 'secret'])('starts a build with parameters, waits for it, reads its log (login: %s)', async (secret) => {
    await using server = await jenkinsServer({ build: ends('SUCCESS', 'hello ✓\n'), quietPeriod: 500 });
    const jenkins = client(server, secret);
    const item = (await jenkins.job.build({ name: 'DELEGATION', parameters: { docker: '{"image": "busybox"}' } })) as number;
    expect(await jenkins.queue.item(item)).toMatchObject({ id: item, why: 'In the quiet period' });
    await server.until(({ builds }) => builds[0]?.building === false);
    const { executable } = (await jenkins.queue.item(item)) as { readonly executable: { readonly number: number } };
    expect(await jenkins.build.get('DELEGATION', executable.number)).toMatchObject({ result: 'SUCCESS', building: false, queueId: item });
    expect(await jenkins.build.log('DELEGATION', executable.number)).toContain('hello ✓');
    expect(server.builds[0]?.parameters).toEqual({ docker: '{"image": "busybox"}' });
  });

  test('cancels what waits, stops what runs, and is told of what is not there', async () => {
    // These clients were written when a cancel was answered with a page.
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1, older: true });
    const jenkins = client(server);
    await jenkins.job.build({ name: 'DELEGATION', parameters: { docker: '1' } });
    await server.until(({ builds }) => builds.length === 1);
    const waits = (await jenkins.job.build({ name: 'DELEGATION', parameters: { docker: '2' } })) as number;
    await jenkins.queue.cancel(waits);
    await jenkins.build.stop('DELEGATION', 1);
    await server.until(({ builds }) => builds[0]?.building === false);
    expect(server.builds).toMatchObject([{ result: 'ABORTED' }]);
    expect(await jenkins.job.exists('OTHER')).toBe(false);
    await expect(client(server, 'wrong').job.get('DELEGATION')).rejects.toThrow(/401|unauthor/i);
  });
});

describe('python3-jenkins', () => {
  const there = existsSync('/usr/lib/python3/dist-packages/jenkins/__init__.py');
  const testWithBuilder = there || process.env.ETOS_TEST_REQUIRE_REAL_PARTS === '1' ? test : test.skip;

  testWithBuilder('starts, follows, cancels and stops (skipped without python3-jenkins)', async () => {
    await using server = await jenkinsServer({ build: runsUntilAborted(), executors: 1, job: 'teams/DELEGATION', older: true });
    const script = `
import jenkins, sys, time
server = jenkins.Jenkins(sys.argv[1], username='me', password=sys.argv[2])
first = server.build_job('teams/DELEGATION', {'docker': '{"image": "busybox"}'})
while 'executable' not in server.get_queue_item(first) or not server.get_queue_item(first)['executable']: time.sleep(0.05)
number = server.get_queue_item(first)['executable']['number']
second = server.build_job('teams/DELEGATION', {'docker': 'second'})
assert [item['id'] for item in server.get_queue_info()] == [second], server.get_queue_info()
server.cancel_queue(second)
assert server.get_build_info('teams/DELEGATION', number)['building']
server.stop_build('teams/DELEGATION', number)
while server.get_build_info('teams/DELEGATION', number)['building']: time.sleep(0.05)
print(server.get_build_info('teams/DELEGATION', number)['result'])
print(server.get_build_console_output('teams/DELEGATION', number))
`;
    for (const secret of ['token-of-me', 'secret']) {
      const { stdout } = await run('/usr/bin/python3', ['-c', script, server.url, secret], { timeout: 30_000 });
      expect(stdout).toMatch(/^ABORTED\n(.*\n)*Finished: ABORTED/);
    }
  });
});
