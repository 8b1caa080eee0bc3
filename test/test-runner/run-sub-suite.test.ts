import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSubSuite } from '../../src/documents/sub-suite.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { systemClock } from '../../src/host/clock.js';
import { Cancelled } from '../../src/host/errors.js';
import { machineShell } from '../../src/test-runner/shell/machine-shell.js';
import type { Shell } from '../../src/test-runner/shell/shell.js';
import { aRecipe } from '../support/collections.js';
import { aSubSuite, run } from './sub-suites.js';

const offline = await readFile(join(import.meta.dirname, 'fixtures/sub-suite-offline.json'), 'utf8');

/** `TestCaseTriggered CONTEXT IUT` */
const inShort = ({ meta, links }: EiffelEvent): string =>
  [meta.type.replace(/^Eiffel|Event$/g, ''), ...links.map(({ type }) => type)].join(' ');

const linksOf = (event: EiffelEvent | undefined): unknown => event?.links.map(({ type, target }) => [type, target]);

describe('the offline sub suite, which both released generations carry out', () => {
  test('gives the events of a test runner, in their order and with their links', async () => {
    await using ran = await run({ subSuite: (url) => parseSubSuite(offline.replaceAll('http://127.0.0.1:8931', url), 'offline') });
    expect(ran.events.map(inShort)).toEqual([
      'ActivityTriggered',
      'ActivityStarted ACTIVITY_EXECUTION',
      'TestSuiteStarted CONTEXT CAUSE',
      'EnvironmentDefined CONTEXT',
      'TestCaseTriggered CONTEXT IUT',
      'TestCaseStarted CONTEXT TEST_CASE_EXECUTION',
      'TestCaseFinished CONTEXT TEST_CASE_EXECUTION',
      'ArtifactCreated CONTEXT CAUSE',
      'ArtifactPublished CONTEXT ARTIFACT',
      'TestCaseTriggered CONTEXT IUT',
      'TestCaseStarted CONTEXT TEST_CASE_EXECUTION',
      'TestCaseFinished CONTEXT TEST_CASE_EXECUTION',
      'TestSuiteFinished CONTEXT TEST_SUITE_EXECUTION',
      'ActivityFinished ACTIVITY_EXECUTION',
    ]);
    const [context, artifact, main, sub] = ['03', '02', '04', '05'].map((end) => `b3f1c1de-6a0a-4a3c-9c0b-5a1d7b0c90${end}`);
    const folder = `${ran.logArea.url}/log/${main}/${sub}/`;
    const [suite] = ran.of('TestSuiteStarted');
    expect(suite).toMatchObject({
      meta: { id: sub, source: { name: 'ETOS Test Runner', host: 'a-host' } },
      data: {
        name: 'Offline example_SubSuite_0',
        categories: ['Regression test_suite', 'Sub suite', 'webshop'],
        types: ['FUNCTIONAL'],
        liveLogs: [{ name: 'console', uri: `${ran.logArea.url}/live` }],
      },
    });
    expect(linksOf(suite)).toEqual([
      ['CONTEXT', context],
      ['CAUSE', main],
    ]);
    expect(ran.of('EnvironmentDefined')[0]?.data).toEqual({ name: 'ETR Hostname', host: { name: 'a-host', user: 'etos' } });
    const [passes] = ran.of('TestCaseTriggered');
    expect(passes?.data).toEqual({
      testCase: { id: 'passes', tracker: 'local', version: 'master', uri: 'https://example.com/passes' },
      recipeId: '6d1b8f0e-8a31-4b3e-9f5f-1a2b3c4d5e01',
    });
    expect(linksOf(passes)).toEqual([
      ['CONTEXT', sub],
      ['IUT', artifact],
    ]);
    expect(ran.of('TestCaseFinished').map(({ data }) => data)).toEqual([
      {
        outcome: { verdict: 'PASSED', conclusion: 'SUCCESSFUL', metrics: [{ name: 'duration_ms', value: expect.any(Number) as unknown }] },
        persistentLogs: ['passes_test_output.log', 'passes_extra.log'].map((name) => ({ name, uri: folder + name })),
      },
      {
        outcome: {
          verdict: 'FAILED',
          conclusion: 'FAILED',
          description: 'It ended with exit code 3.',
          metrics: [{ name: 'duration_ms', value: expect.any(Number) as unknown }],
        },
        persistentLogs: [{ name: 'fails_test_output.log', uri: `${folder}fails_test_output.log` }],
      },
    ]);
    const [created] = ran.of('ArtifactCreated');
    expect(created?.data).toEqual({
      identity: 'pkg:etos-test-output/Offline-example_SubSuite_0/passes',
      fileInformation: [{ name: 'passes_data.tar.gz' }],
    });
    expect(linksOf(created)).toEqual([
      ['CONTEXT', context],
      ['CAUSE', sub],
    ]);
    expect(ran.of('ArtifactPublished')[0]?.data).toEqual({ locations: [{ type: 'OTHER', uri: folder }] });
    const description = 'At least some Offline example_SubSuite_0 tests failed. 1 of 2 recipes failed: fails (exit code 3).';
    const names = ['passes_test_output.log', 'passes_extra.log', 'fails_test_output.log', 'full_execution.log'];
    expect(ran.of('TestSuiteFinished')[0]?.data).toEqual({
      outcome: { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description },
      persistentLogs: names.map((name) => ({ name, uri: folder + name })),
    });
    expect(ran.of('ActivityFinished')[0]?.data).toEqual({ outcome: { conclusion: 'SUCCESSFUL' } });
    expect(ran.outcome).toEqual({ verdict: 'FAILED', conclusion: 'SUCCESSFUL', description });
  });

  test('is told what a recipe meets: words, greeting, directories', async () => {
    await using ran = await run({ subSuite: (url) => parseSubSuite(offline.replaceAll('http://127.0.0.1:8931', url), 'offline') });
    const log = ran.logArea.file('passes_test_output.log').toString();
    expect(log).toContain('Executing pre-execution script\nexport GREETING=');
    expect(log).toContain('\nWEBSHOP_IP=192.0.2.17\n');
    expect(log).toContain('\nExecuting:\nbash case.sh --flag --value=1 --two=a b\nargs: --flag --value=1 --two=a b\n');
    expect(log).toContain(`greeting: it's a $HOME "test"\n`);
    const test = /^LOG_PATH=(.*)\/logs$/m.exec(log)?.[1] ?? '';
    expect(test).toMatch(new RegExp(`^${ran.root}/workspace/tmp[a-z0-9_]{8}$`));
    expect(log).toContain(`\nARTIFACT_PATH=${test}/artifacts\n`);
    expect(log).toContain(`\nTEST_ARTIFACT_PATH=${test}/artifacts\n`);
    expect(log).toContain(`\nGLOBAL_LOGS=${ran.root}/logs\n`);
    expect(log).toContain(`\nGLOBAL_ARTIFACTS=${ran.root}/artifacts\n`);
    expect(ran.logArea.file('full_execution.log').toString()).toContain(log);
    expect(ran.printed).toContain(log);
    const archive = spawnSync('tar', ['-tzf', '-'], { input: ran.logArea.file('workspace.tar.gz') }).stdout.toString();
    expect(archive).toMatch(/^workspace\/\n/);
    expect(archive).toMatch(/^workspace\/checkout_tmp\w+\.sh$/m);
    expect(archive).toMatch(/^workspace\/tmp\w+\/prepared\.txt$/m);
    // What was uploaded is gone.
    expect(readdirSync(join(ran.root, 'logs'))).toEqual([]);
  });
});

describe('a recipe', () => {
  test('shares its checkout with those of the same commands, and what they leave in it', async () => {
    const checkout = ['date +%N > made', 'echo checked out'];
    const recipes = ['one', 'two'].map((name) => aRecipe({ name, checkout, command: 'sh -c "cat made; ls left; touch left; true"' }));
    await using ran = await run({ recipes });
    const [one, two] = ['one', 'two'].map((name) => ran.logArea.file(`${name}_test_output.log`).toString());
    expect(one).toMatch(/left.*No such file/);
    expect(two).toMatch(/\nleft\n$/);
    expect(/\n(\d+)\n/.exec(one ?? '')?.[1]).toBe(/\n(\d+)\n/.exec(two ?? '')?.[1]);
    expect(ran.printed.match(/checked out/g)).toHaveLength(1);
  });

  test('meets quotes, variables and pipes as the outer shell reads them, before environ.sh', async () => {
    await using ran = await run({
      recipes: [
        aRecipe({
          name: 'a',
          checkout: [`printf 'printf "<%%s>" "$@"; echo' > show`],
          environment: { OWN: 'own' },
          command: 'sh ./show "two words" $OUTER "$OWN" *.sh; echo after',
        }),
      ],
      environment: { OUTER: 'outer' },
    });
    const log = ran.logArea.file('a_test_output.log').toString();
    expect(log).toContain('<two words><outer><><environ.sh><executor.sh>\nafter\n');
  });

  test('may call what EXECUTE defines, and fails when EXECUTE fails', async () => {
    await using ran = await run({
      recipes: [
        aRecipe({ name: 'function', execute: ['greet() { echo "hello $1"; }'], command: 'greet', parameters: { you: '' } }),
        aRecipe({ name: 'failing', execute: ['false'], command: 'echo never' }),
        aRecipe({ name: 'exiting', execute: ['exit 9'], command: 'echo never' }),
        aRecipe({ name: 'unbalanced', command: 'echo "never' }),
      ],
    });
    expect(ran.logArea.file('function_test_output.log').toString()).toMatch(/hello you\n$/);
    expect(ran.logArea.file('unbalanced_test_output.log').toString()).toMatch(/unexpected EOF/);
    expect(ran.outcome.description).toMatch(
      /3 of 4 recipes failed: failing \(exit code 1\), exiting \(exit code 9\), unbalanced \(exit code \d\)/,
    );
  });

  test('may have an id that is a path', async () => {
    await using ran = await run({ recipes: [aRecipe({ name: 'tests/a.py::test[x/y]' })] });
    expect(ran.logArea.names).toContain('tests_a.py::test[x_y]_test_output.log');
    expect(ran.outcome.verdict).toBe('PASSED');
  });

  test('does not see the test runner’s secrets, and none of them gets into a log', async () => {
    await using ran = await run({
      recipes: [aRecipe({ name: 'a', command: 'sh -c "echo rabbit-secret; env"' })],
      environment: { RABBITMQ_PASSWORD: 'rabbit-secret', ETOS_ENCRYPTION_KEY: 'key' },
      secrets: ['rabbit-secret'],
    });
    const log = ran.logArea.file('a_test_output.log').toString();
    expect(log).toContain('RABBITMQ_PASSWORD=*********\n');
    expect(log).toContain('ETOS_ENCRYPTION_KEY=*********\n');
    expect(log + ran.printed).not.toContain('rabbit-secret');
    expect(log).toContain('\n***\n');
  });

  test('is shown with the environment it gets, but for the values of names that sound secret', async () => {
    const environment = { API_TOKEN: 'hidden-1', plain: 'shown', db_password: "hidden-2 it's", SIGNING_KEY_PRIVATE: 'hidden-3\nhidden-4' };
    const execute = ['export MY_SECRET=hidden-5 && PASSWD="hidden-6 \\" hidden-7"', 'test ${#PASSWD} = 19'];
    await using ran = await run({
      recipes: [aRecipe({ name: 'a', environment, execute, command: 'sh -c \'test "$db_password" = "$0"\' "hidden-2 it\'s"' })],
      environment: { OUTER_TOKEN: 'hidden-8\nhidden-9', OUTER: 'outer' },
    });
    const log = ran.logArea.file('a_test_output.log').toString();
    const before = log.slice(0, log.indexOf('\nExecuting:\n'));
    expect(before).not.toMatch(/hidden-[134568]/);
    expect(before).toContain(
      '\nexport API_TOKEN=********* || exit 1\nexport plain=shown || exit 1\nexport db_password=********* || exit 1\n',
    );
    expect(before).toContain('\nexport MY_SECRET=********* && PASSWD=********* || exit 1\n');
    expect(before).toMatch(/\nAPI_TOKEN=\*{9}\n/);
    expect(before).toMatch(/\nOUTER=outer\nOUTER_TOKEN=\*{9}\n/);
    expect(before).not.toContain('hidden-9');
    expect(ran.outcome.verdict).toBe('PASSED');
  });

  test('that looks right and is not is warned of, once for each reason', async () => {
    const traps = { environment: { TEST_REGEX: 'x.json' }, execute: ['sleep 0 &'], command: '(true)' };
    await using ran = await run({ recipes: [aRecipe({ name: 'one', ...traps }), aRecipe({ name: 'two', ...traps })] });
    expect(ran.logged.match(/COMMAND "\(true\)" starts with "\("/g)).toHaveLength(1);
    expect(ran.logged.match(/EXECUTE "sleep 0 &" ends with "&"/g)).toHaveLength(1);
    expect(ran.logged.match(/TEST_REGEX in ENVIRONMENT/g)).toHaveLength(1);
    expect(ran.logged).toMatch(/testCase=one/);
  });

  test('is carried out by sh where there is no bash', async () => {
    await using ran = await run({
      recipes: [
        aRecipe({
          name: 'a',
          environment: { A: "it's" },
          execute: ['B=b'],
          command: 'sh -c \'echo "$0 $A"\'',
          parameters: { '"two words"': '' },
        }),
      ],
      shell: (directory) => ({ ...machineShell(directory, { PATH: '/usr/bin:/bin' }, { clock: systemClock }), program: '/bin/sh' }),
    });
    expect(ran.logArea.file('a_test_output.log').toString()).toMatch(/\ntwo words it's\n$/);
    expect(ran.outcome.verdict).toBe('PASSED');
  });
});

describe('a checkout', () => {
  test('is tried three times, each in a fresh directory, before the sub suite ends with its reason', async () => {
    await using ran = await run({
      recipes: [aRecipe({ name: 'a', checkout: ["pwd >> ../../tries; echo 'it is' gone", 'exit 4'] }), aRecipe({ name: 'b' })],
    });
    const description = `Could not checkout tests using ["pwd >> ../../tries; echo 'it is' gone", 'exit 4']: it ended with exit code 4 after printing "it is gone", in 3 tries`;
    expect(ran.outcome).toEqual({ verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description });
    const tries = (await readFile(join(ran.root, 'tries'), 'utf8')).trim().split('\n');
    expect(new Set(tries).size).toBe(3);
    expect(ran.of('TestCaseFinished').map(({ data }) => data)).toEqual([
      { outcome: { verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description } },
    ]);
    expect(ran.of('ActivityFinished')[0]?.data).toEqual({ outcome: { conclusion: 'FAILED', description } });
    expect(
      ran.logArea
        .file('full_execution.log')
        .toString()
        .match(/it is gone/g),
    ).toHaveLength(3);
    expect(ran.logArea.names).toContain('workspace.tar.gz');
  });

  test('that succeeds in the end is as good as any', async () => {
    await using ran = await run({ recipes: [aRecipe({ checkout: ['echo x >> ../../tries', 'test "$(wc -l < ../../tries)" = 3'] })] });
    expect(ran.outcome.verdict).toBe('PASSED');
  });

  test('that prints nothing is ended', async () => {
    const silent = aRecipe({ checkout: ['echo begin', 'sleep 500'] });
    await using ran = await run({ recipes: [silent], checkoutLimits: { firstLine: 5_000, nextLine: 100 } });
    expect(ran.outcome.description).toMatch(/nothing was printed for 0\.1s, so it was ended after printing "begin", in 3 tries$/);
  });
});

describe('the log area', () => {
  test('gets its headers, query and credentials with every file', async () => {
    await using ran = await run({
      upload: {
        method: 'post',
        headers: { 'X-Own': 'header' },
        params: { 'a b': 'c&d', list: [1, 'two'], none: null },
        auth: { username: 'etos', password: 'open sesame', type: 'basic' },
      },
      recipes: [aRecipe({ name: 'x#y?z' })],
    });
    const [first] = ran.logArea.received;
    expect(first?.method).toBe('POST');
    expect(first?.url).toMatch(/\/x%23y%3Fz_test_output\.log\?a\+b=c%26d&list=1&list=two$/);
    expect(first?.headers).toMatchObject({
      'x-own': 'header',
      authorization: `Basic ${Buffer.from('etos:open sesame').toString('base64')}`,
    });
    expect(first?.headers['content-length']).toBe(String(first?.body.length));
    expect(ran.outcome.verdict).toBe('PASSED');
  });

  test('is asked again after 500 and 503, and a file counts when it is taken', async () => {
    await using ran = await run({ answering: (_, n) => ({ status: [500, 503][n] ?? 201, headers: { 'retry-after': '0' } }) });
    expect(ran.logArea.names.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => 'a test_test_output.log'));
    expect(ran.outcome.description).toBe('All Suite_SubSuite_0 tests completed successfully.');
  });

  test('that refuses a file is told of: not in the persistent logs, but in the description', async () => {
    const answering = ({ url }: { readonly url: string }): { status: number } => ({ status: url.includes('bad') ? 403 : 201 });
    await using ran = await run({ answering, recipes: [aRecipe({ name: 'bad' }), aRecipe({ name: 'good' })] });
    const [finished] = ran.of('TestSuiteFinished');
    expect(finished?.data).toMatchObject({
      outcome: {
        verdict: 'PASSED',
        description:
          'All Suite_SubSuite_0 tests completed successfully. 1 file was not uploaded: bad_test_output.log (the log area answered 403 Forbidden).',
      },
      persistentLogs: [{ name: 'good_test_output.log' }, { name: 'full_execution.log' }],
    });
    expect(ran.of('TestCaseFinished')[0]?.data.persistentLogs).toBeUndefined();
    expect(ran.logArea.names.filter((name) => name.startsWith('bad'))).toHaveLength(1);
  });

  test('that is not there is asked for its timeout once, then once for each file', async () => {
    await using ran = await run({
      upload: { url: 'http://127.0.0.1:9/{name}', timeout: 0.5 },
      recipes: [aRecipe({ name: 'a' }), aRecipe({ name: 'b' })],
    });
    expect(ran.outcome.description).toMatch(
      /^All .* successfully\. 4 files were not uploaded: a_test_output\.log \(.*ECONNREFUSED|refused/,
    );
    expect(ran.logged.match(/not uploaded/g)?.length).toBeGreaterThanOrEqual(4);
  });

  test.each([
    { asJson: true, body: '{"ok": true}', uploaded: true },
    { asJson: true, body: '<html>Log in</html>', uploaded: false },
    { asJson: false, body: '<html>Log in</html>', uploaded: true },
    { asJson: undefined, body: '', uploaded: true }, // the default asks for JSON, and plain servers answer nothing
  ])('that answers $body with as_json $asJson: taken $uploaded', async ({ asJson, body, uploaded }) => {
    await using ran = await run({ upload: { as_json: asJson ?? null }, answering: () => ({ status: 200, body }) });
    expect(ran.logArea.names).toHaveLength(3);
    expect(ran.of('TestCaseFinished')[0]?.data.persistentLogs !== undefined).toBe(uploaded);
  });

  test('whose template cannot be filled ends the sub suite before anything is carried out', async () => {
    await using ran = await run({ upload: { url: 'http://127.0.0.1:9/{nam}' } });
    expect(ran.outcome).toMatchObject({ verdict: 'INCONCLUSIVE', conclusion: 'FAILED' });
    expect(ran.outcome.description).toMatch(/log_area\.upload\.url .* \{nam\} is not known\. Did you mean name\?/);
    expect(ran.of('TestCaseTriggered')).toEqual([]);
    expect(ran.events.at(-1)?.meta.type).toBe('EiffelActivityFinishedEvent');
  });

  test('gets directories packed, files of the whole sub suite without a test case, and the artifacts announced before they come', async () => {
    const when: string[] = [];
    await using ran = await run({
      logs: { prepend: '10.0.0.7' },
      recipes: [
        aRecipe({
          name: 'a',
          execute: [
            'mkdir -p "$GLOBAL_ARTIFACTS/all..." "$LOG_PATH/deep"',
            'echo g > "$GLOBAL_LOGS/global.log"; echo d > "$LOG_PATH/deep/d"; echo x > "$ARTIFACT_PATH/x.txt"; mkfifo "$ARTIFACT_PATH/pipe"',
          ],
        }),
      ],
      answering: ({ url }) => {
        when.push(url.split('/').at(-1) ?? '');
        return { status: 201 };
      },
      onEvent: ({ meta }) => void when.push(meta.type),
    });
    expect(ran.logArea.names).toEqual([
      '10.0.0.7_a_test_output.log',
      '10.0.0.7_a_deep.tar.gz',
      '10.0.0.7_a_x.txt',
      '10.0.0.7_full_execution.log',
      '10.0.0.7_global.log',
      '10.0.0.7_all.tar.gz',
      'workspace.tar.gz',
    ]);
    expect(ran.of('ArtifactCreated').map(({ data }) => data.identity)).toEqual([
      'pkg:etos-test-output/Suite_SubSuite_0/a',
      'pkg:etos-test-output/Suite_SubSuite_0',
    ]);
    const around = when.slice(when.indexOf('10.0.0.7_a_x.txt') - 1, when.indexOf('10.0.0.7_a_x.txt') + 2);
    expect(around).toEqual(['EiffelArtifactCreatedEvent', '10.0.0.7_a_x.txt', 'EiffelArtifactPublishedEvent']);
  });
});

describe('live test cases', () => {
  const regex = {
    test_name: '(test_\\w+)',
    triggered: 'run ',
    started: 'run ',
    passed: 'ok ',
    failed: 'not ok ',
    error: 'broken ',
    skipped: 'skip ',
  };
  // From a file, because executor.sh prints the words of the command.
  const printing = (...lines: readonly string[]): ReturnType<typeof aRecipe> =>
    aRecipe({ name: 'all', checkout: [`printf '%s\\n' ${lines.map((line) => `"${line}"`).join(' ')} > lines`], command: 'cat lines' });

  test('are those that the output tells of, each with its own events', async () => {
    await using ran = await run({
      recipes: [
        printing('run test_a', 'ok test_a', 'run test_b', 'not ok test_b', 'run test_c', 'broken test_c', 'skip test_d', 'run test_e'),
      ],
      files: { 'regex.json': regex },
      variables: { TEST_REGEX: 'regex.json', ENVIRONMENT_ID: 'b3f1c1de-6a0a-4a3c-9c0b-5a1d7b0c9006' },
    });
    const names = new Map(ran.of('TestCaseTriggered').map(({ meta, data }) => [meta.id, data.testCase]));
    expect([...names.values()]).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `test_${name}` })));
    const target = ({ links }: EiffelEvent): string => links.find(({ type }) => type === 'TEST_CASE_EXECUTION')?.target ?? '';
    const told = ran.of('TestCaseFinished').map((event) => [names.get(target(event)), event.data.outcome, event.links.length]);
    expect(told).toEqual([
      [{ id: 'test_a' }, { verdict: 'PASSED', conclusion: 'SUCCESSFUL' }, 2],
      [{ id: 'test_b' }, { verdict: 'FAILED', conclusion: 'FAILED', description: 'not ok test_b' }, 2],
      [{ id: 'test_c' }, { verdict: 'FAILED', conclusion: 'INCONCLUSIVE', description: 'broken test_c' }, 2],
      [{ id: 'test_d' }, { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'SKIPPED' }, 3],
      [
        { id: 'test_e' },
        { verdict: 'INCONCLUSIVE', conclusion: 'INCONCLUSIVE', description: 'The output ended without a result for this test case.' },
        2,
      ],
    ]);
    expect(ran.of('TestCaseStarted').map((event) => names.get(target(event)))).toEqual(
      ['a', 'b', 'c', 'e'].map((name) => ({ id: `test_${name}` })),
    );
    // What test cases say is not the verdict.
    expect(ran.outcome.verdict).toBe('PASSED');
  });

  test('carry the id of the recipe whose output told of them, and the line that told of a failure, shortened and without colours', async () => {
    const [id, line] = ['6d1b8f0e-8a31-4b3e-9f5f-1a2b3c4d5e01', `not ok test_a ${'x'.repeat(1_000)}`];
    await using ran = await run({
      recipes: [{ ...printing('run test_a', `${line}\\033[0m`), id }],
      files: { 'regex.json': regex },
      variables: { TEST_REGEX: 'regex.json' },
    });
    expect(ran.of('TestCaseTriggered').map(({ data }) => data)).toEqual([{ testCase: { id: 'test_a' }, recipeId: id }]);
    const { description } = ran.of('TestCaseFinished')[0]?.data.outcome as { description: string };
    expect(description).toBe(`${line.slice(0, 299)}…`);
  });

  test.each([
    { command: 'cat lines', outcome: { verdict: 'PASSED', conclusion: 'SUCCESSFUL' } },
    { command: 'cat lines; exit 3', outcome: { verdict: 'FAILED', conclusion: 'FAILED', description: 'It ended with exit code 3.' } },
  ])('of which "$command" told none: the recipe itself is one, and only then', async ({ command, outcome }) => {
    const telling = printing('run test_a', 'ok test_a');
    const silent = aRecipe({ name: 'silent', checkout: ['echo "test_z is named" > lines'], command });
    await using ran = await run({
      recipes: [telling, silent],
      files: { 'regex.json': regex },
      variables: { TEST_REGEX: 'regex.json' },
    });
    expect(ran.of('TestCaseTriggered').map(({ data }) => [(data.testCase as { id: string }).id, data.recipeId])).toEqual([
      ['test_a', telling.id],
      ['silent', silent.id],
    ]);
    expect(ran.of('TestCaseStarted')).toHaveLength(2);
    expect(ran.of('TestCaseFinished')[1]?.data).toMatchObject({
      outcome: { ...outcome, metrics: [{ name: 'duration_ms' }] },
      persistentLogs: [{ name: 'silent_test_output.log' }],
    });
  });

  test('of which a recipe that was not carried out to its end told none: it is told as such', async () => {
    const recipe = aRecipe({ name: 'a', checkout: ['exit 4'] });
    await using ran = await run({ recipes: [recipe], files: { 'regex.json': regex }, variables: { TEST_REGEX: 'regex.json' } });
    expect(ran.of('TestCaseTriggered').map(({ data }) => data.recipeId)).toEqual([recipe.id]);
    expect(ran.of('TestCaseFinished').map(({ data }) => data.outcome)).toMatchObject([{ verdict: 'INCONCLUSIVE', conclusion: 'FAILED' }]);
  });

  test('are told once, whatever a summary repeats', async () => {
    await using ran = await run({
      recipes: [printing('ok nameless', 'run test_a', 'run test_a', 'ok test_a', 'ok test_a', 'run test_a', 'not ok test_a')],
      files: { 'regex.json': regex },
      variables: { TEST_REGEX: 'regex.json' },
    });
    expect(ran.of('TestCaseFinished').map(({ data }) => (data.outcome as { verdict: string }).verdict)).toEqual(['PASSED', 'FAILED']);
    expect(ran.of('TestCaseTriggered')).toHaveLength(2);
  });

  test('are off when the file cannot be used: each recipe is one test case', async () => {
    await using ran = await run({ files: { 'regex.json': { test_name: '(' } }, variables: { TEST_REGEX: 'regex.json' } });
    expect(ran.logged).toMatch(/TEST_REGEX cannot be used.*triggered is missing/);
    expect(ran.of('TestCaseTriggered').map(({ data }) => (data.testCase as { id: string }).id)).toEqual(['a test']);
  });
});

describe('verdict rules', () => {
  const rule = {
    description: 'Known trouble',
    condition: { test_framework_exit_code: 4 },
    conclusion: 'INCONCLUSIVE',
    verdict: 'INCONCLUSIVE',
  };

  test('decide when one holds', async () => {
    await using ran = await run({
      recipes: [aRecipe({ command: 'sh -c "exit 4"' })],
      files: { 'rules.json': [rule] },
      variables: { VERDICT_RULES_FILE: 'rules.json' },
    });
    expect(ran.outcome).toEqual({ verdict: 'INCONCLUSIVE', conclusion: 'INCONCLUSIVE', description: 'Known trouble' });
    expect(ran.of('ActivityFinished')[0]?.data).toEqual({ outcome: { conclusion: 'SUCCESSFUL' } });
  });

  test('that are wrong end the sub suite before the first recipe', async () => {
    await using ran = await run({
      files: { 'rules.json': [{ ...rule, verdict: 'PASS' }] },
      variables: { VERDICT_RULES_FILE: 'rules.json' },
    });
    expect(ran.outcome.description).toMatch(/rules\.json: these are no verdict rules: \[0\]\.verdict is "PASS"/);
    expect(ran.of('TestCaseTriggered')).toEqual([]);
  });
});

describe('steps of the IUT', () => {
  test('set variables and run commands beside the tests', async () => {
    const script = ['#!/bin/sh', 'trap "echo told; exit 0" INT', 'echo "beside $1 $IP" > beside', 'while :; do sleep 0.02; done'];
    await using ran = await run({
      iut: {
        ip_address: '192.0.2.17',
        test_runner: {
          steps: {
            environment: { IP: '$iut.ip_address', TYPE: '$iut.as_dict.provider_id' },
            commands: [{ name: 'agent', script, parameters: ['p'] }],
            other: {},
          },
        },
      },
      recipes: [
        aRecipe({
          name: 'a',
          command: 'sh -c \'while [ ! -s "$GLOBAL_LOGS/../beside" ]; do sleep 0.02; done; cat "$GLOBAL_LOGS/../beside"; echo $TYPE\'',
        }),
      ],
    });
    expect(ran.logArea.file('a_test_output.log').toString()).toMatch(/\nbeside p 192\.0\.2\.17\ndefault\n$/);
    expect(ran.logArea.file('full_execution.log').toString()).toMatch(/^told$/m);
    expect(ran.logged).toMatch(/unknown step of the IUT skipped step=other/);
  });

  test('that are wrong end the sub suite, with all that is wrong', async () => {
    const steps = { environment: { A: 1 }, commands: [{ script: 'x' }] };
    await using ran = await run({ iut: { test_runner: { steps } } });
    expect(ran.outcome.description).toMatch(
      /environment\.A is 1; expected text; commands\[0\]\.name is null.*; commands\[0\]\.script is "x"/,
    );
  });
});

describe('a cancel', () => {
  test('ends the recipe, delivers what there is, and says so', async () => {
    const cancel = new AbortController();
    const started = systemClock.now();
    await using ran = await run({
      recipes: [
        aRecipe({ name: 'one' }),
        aRecipe({
          name: 'two',
          command: 'sh -c \'echo precious > "$ARTIFACT_PATH/a"; trap "echo told; exit 1" TERM; echo waiting; sleep 500 & wait\'',
        }),
        aRecipe({ name: 'three' }),
      ],
      signal: cancel.signal,
      onOutput: (printed) => {
        if (printed.endsWith('waiting\n')) cancel.abort(new Cancelled('SIGTERM'));
      },
      grace: 4_000,
    });
    const description = 'cancelled by SIGTERM';
    expect(ran.outcome).toEqual({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description });
    expect(ran.of('TestCaseFinished').map(({ data }) => (data.outcome as { conclusion: string }).conclusion)).toEqual([
      'SUCCESSFUL',
      'ABORTED',
    ]);
    expect(ran.of('TestCaseTriggered')).toHaveLength(2);
    expect(ran.of('ActivityFinished')[0]?.data).toEqual({ outcome: { conclusion: 'ABORTED', description } });
    expect(ran.logArea.file('two_test_output.log').toString()).toMatch(/waiting\ntold\n$/);
    expect(ran.logArea.file('two_a').toString()).toBe('precious\n');
    expect(ran.logArea.names).toContain('workspace.tar.gz');
    expect(systemClock.now() - started).toBeLessThan(4_000);
  });

  test.each([{ exit: { code: 0 } }, { exit: { code: 1 } }, { exit: { killedBy: 'SIGTERM' } }] as const)(
    'is what ended a recipe whose end was heard of later, $exit',
    async ({ exit }) => {
      const cancel = new AbortController();
      await using ran = await run({
        recipes: [aRecipe({ name: 'a' })],
        shell: (directory) => {
          const shell = machineShell(directory, { PATH: '/usr/bin:/bin' }, { clock: systemClock });
          // The command's end overtakes the signal that came first.
          const overtaking: Shell['run'] = async (command, options) => {
            if (!command.at(-1)?.includes('./executor.sh')) return await shell.run(command, options);
            cancel.abort(new Cancelled('SIGTERM'));
            return exit;
          };
          return { ...shell, run: overtaking };
        },
        signal: cancel.signal,
      });
      expect(ran.of('TestCaseFinished').map(({ data }) => data.outcome)).toEqual([
        { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: 'cancelled by SIGTERM' },
      ]);
      expect(ran.outcome.conclusion).toBe('ABORTED');
    },
  );

  test('before the first recipe leaves no log missing, wherever the logs are', async () => {
    const cancel = new AbortController();
    await using ran = await run({
      iut: { test_runner: { steps: { environment: { A: 1 } } } },
      // As in a container: what is printed is held by the test runner itself.
      shell: (directory) => ({ ...machineShell(directory, { PATH: '/usr/bin:/bin' }, { clock: systemClock }), own: () => undefined }),
      onEvent: ({ meta }) => {
        if (meta.type === 'EiffelTestSuiteStartedEvent') cancel.abort(new Cancelled('SIGTERM'));
      },
      signal: cancel.signal,
    });
    expect(ran.outcome).toEqual({ verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: 'cancelled by SIGTERM' });
    expect(ran.logArea.names).toEqual(['full_execution.log', 'workspace.tar.gz']);
  });

  test('does not wait for a log area that hangs', async () => {
    const cancel = new AbortController();
    await using ran = await run({
      recipes: [aRecipe({ command: 'sh -c "echo waiting; sleep 500"' })],
      signal: cancel.signal,
      onOutput: () => cancel.abort(new Cancelled('SIGINT')),
      upload: { url: 'http://127.0.0.1:9/{name}', timeout: 600 },
      grace: 500,
    });
    expect(ran.outcome.description).toMatch(/^cancelled by SIGINT\. 3 files were not uploaded: /);
    expect(ran.events.at(-1)?.meta.type).toBe('EiffelActivityFinishedEvent');
  });
});

test('what tests leave running is ended before the workspace is packed', async () => {
  await using ran = await run({ recipes: [aRecipe({ command: 'sh -c "(sleep 0.2; while :; do echo x >> still; sleep 0.01; done) &"' })] });
  expect(ran.outcome.verdict).toBe('PASSED');
  expect(existsSync(join(ran.root, 'workspace'))).toBe(true);
});

test('a test that removes its logs is told of, and its output is not lost', async () => {
  await using ran = await run({ recipes: [aRecipe({ name: 'a', command: 'sh -c \'rm -r "$LOG_PATH"; echo all the same\'' })] });
  expect(ran.logged).toMatch(/the test removed its own log; its output is in full_execution\.log testCase=a/);
  expect(ran.logArea.file('full_execution.log').toString()).toMatch(/\nall the same\n$/);
  expect(ran.outcome.verdict).toBe('PASSED');
});

test('an artifact cannot take the name of the workspace', async () => {
  await using ran = await run({ recipes: [aRecipe({ command: 'sh -c \'echo mine > "$GLOBAL_ARTIFACTS/workspace.tar.gz"\'' })] });
  expect(ran.logArea.file('1_workspace.tar.gz').toString()).toBe('mine\n');
});

test('a document of 2021 gets an id of its own and no cause', async () => {
  await using ran = await run({
    subSuite: (url) => {
      const { suiteId: _, subSuiteId: __, testSuiteStartedId: ___, ...subSuite } = aSubSuite(url);
      return subSuite;
    },
  });
  const [suite] = ran.of('TestSuiteStarted');
  expect(suite?.links.map(({ type }) => type)).toEqual(['CONTEXT']);
  expect(ran.logArea.received[0]?.url).toContain(`/log/${suite?.links[0]?.target ?? ''}/${suite?.meta.id ?? ''}/`);
});
