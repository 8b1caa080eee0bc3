import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import schema from '../../schemas/results.schema.json' with { type: 'json' };
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { etosDeployment } from '../support/etos-deployment.js';
import { run, runCli } from '../support/program.js';
import { there, through } from '../support/there.js';

describe('a run in a deployment', () => {
  test.each([
    { api: 'v0', verdict: 'PASSED', code: 0 },
    { api: 'v0', verdict: 'FAILED', code: 1 },
    { api: 'v1alpha', verdict: 'PASSED', code: 0 },
    { api: 'v1alpha', verdict: 'INCONCLUSIVE', code: 3 },
  ] as const)('$api: is followed to its end, reported, and gives $code for $verdict', async ({ api, verdict, code }) => {
    await using at = await there({ onStart: through(verdict) });
    const { exitCode, stdout, stderr } = await at.run(['--cluster-api', api]);
    expect(stderr).toBe('warning: ESR: Höchste Zeit <jetzt>\n');
    expect(exitCode).toBe(code);
    const [id = ''] = at.deployment.testruns.map((one) => one.id);
    expect(stdout).toContain(`Run ${id} of pkg:docker/acme/webshop@4.2.0: 1 suite, 1 recipe\n`);
    expect(stdout).toContain(`smoke_SubSuite_0: ${verdict}`);
    const results = await at.results();
    const conforms = new Ajv({ allErrors: true }).compile(schema);
    expect(conforms(results) || conforms.errors).toBe(true);
    expect(results).toMatchObject({
      run: { id, executionSpace: `the ETOS deployment at ${at.deployment.url} (${api})` },
      verdict,
      description: `It is ${verdict}.`,
      suites: [
        {
          name: 'smoke',
          verdict,
          subSuites: [
            {
              name: 'smoke_SubSuite_0',
              testRunner: 'busybox',
              verdict,
              logs: ['reports/smoke_SubSuite_0/first.log'],
              artifacts: ['artifacts/smoke_SubSuite_0/core.bin'],
              recipes: [{ testCase: { id: 'first test' }, verdict: verdict === 'FAILED' ? 'FAILED' : 'PASSED' }],
            },
          ],
        },
      ],
    });
    expect(await at.text('reports', 'smoke_SubSuite_0', 'first.log')).toBe('and then it ran\n');
    expect(await at.text('artifacts', 'smoke_SubSuite_0', 'core.bin')).toBe('artifact');
    expect(await at.text('reports', 'etos.log')).toContain('2026-01-01T00:00:00.000000Z INFO ESR: Starting tests\n');
    expect(await at.text('reports', 'junit.xml')).toContain('first test');
    expect(await at.runs()).toEqual([]);
  });
});

describe('the deployment is asked', () => {
  test.each([
    { serves: ['v0', 'v1alpha'], speaks: 'v0' },
    { serves: ['v1alpha'], speaks: 'v1alpha' },
  ] as const)('what it speaks: of $serves it is $speaks', async ({ serves, speaks }) => {
    await using at = await there({ serves, onStart: through('PASSED') });
    const { exitCode, stdout } = await at.run();
    expect(stdout).toContain(`(${speaks})`);
    expect(exitCode).toBe(0);
  });

  test('one of 2021 tells by its events alone, and names its logs there', async () => {
    await using at = await there({
      serves: ['2021'],
      onStart(testrun) {
        const uri = testrun.upload('report', 'first.log', 'and then it ran\n');
        testrun.carryOut('FAILED', { persistentLogs: [{ name: 'first.log', uri }] });
        testrun.finish();
      },
    });
    const { exitCode, stdout } = await at.run();
    expect(stdout).toContain('smoke_SubSuite_0: FAILED: It is FAILED.');
    expect(exitCode).toBe(1);
    expect(await at.results()).toMatchObject({ suites: [{ subSuites: [{ logs: ['reports/smoke_SubSuite_0/first.log'] }] }] });
    const start = at.deployment.requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(start?.body ?? '')).toEqual({
      dataset: {},
      iut_provider: 'default',
      execution_space_provider: 'default',
      log_area_provider: 'default',
      test_suite_url: at.deployment.collection,
      artifact_identity: 'pkg:docker/acme/webshop@4.2.0',
    });
  });

  test('in the words of v0, with the parent activity and the baggage of the build', async () => {
    await using at = await there({ onStart: through('PASSED') });
    const parent = randomUUID();
    const EIFFEL_ACTIVITY_TRIGGERED = JSON.stringify({ meta: { id: parent } });
    await at.run(['--dataset', '{"a": 1, "b": 2}', '--dataset', '{"b": 3}'], { env: { EIFFEL_ACTIVITY_TRIGGERED, BAGGAGE: 'team=shop' } });
    const start = at.deployment.requests.find(({ method }) => method === 'POST');
    expect(start?.body).toBe(
      JSON.stringify({
        artifact_id: null,
        artifact_identity: 'pkg:docker/acme/webshop@4.2.0',
        parent_activity: parent,
        test_suite_url: at.deployment.collection,
        dataset: { a: 1, b: 3 },
        execution_space_provider: 'default',
        iut_provider: 'default',
        log_area_provider: 'default',
      }),
    );
    expect(start?.headers.baggage).toMatch(new RegExp(`^team=shop,correlation_id=[0-9a-f-]{36},parent_activity=${parent}$`));
  });

  test('in the words of v1alpha, for an item by its id', async () => {
    await using at = await there({ serves: ['v1alpha'], onStart: through('PASSED') });
    const id = randomUUID();
    await at.run(['-i', id, '--iut-provider', 'boards', '--timeout', '90.5s', '--dataset', '[{"a": 1}]']);
    const start = at.deployment.requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(start?.body ?? '')).toEqual({
      artifact_id: id,
      artifact_identity: null,
      parent_activity: null,
      test_suite_url: at.deployment.collection,
      dataset: [{ a: 1 }],
      execution_space_provider: null,
      iut_provider: 'boards',
      log_area_provider: null,
      timeout: 91,
    });
  });

  test('with a login, which is in no line, file or journal, and goes nowhere else', async () => {
    await using elsewhere = await etosDeployment({ slowFiles: { 'y.log': [200] } });
    const ETOS_CLUSTER_PASSWORD = 'pass-word-of-ours';
    await using at = await there({
      login: `me:${ETOS_CLUSTER_PASSWORD}`,
      onStart(testrun) {
        testrun.tell('message', { message: `my password is ${ETOS_CLUSTER_PASSWORD}`, levelname: 'ERROR', name: 'ESR' });
        testrun.tell('report', { url: `${elsewhere.url}/logarea/x/y.log`, name: 'y.log' });
        through('PASSED')(testrun);
      },
    });
    await using running = at.start(['-vv'], { env: { ETOS_CLUSTER_USERNAME: 'me', ETOS_CLUSTER_PASSWORD } });
    await running.prints(/smoke_SubSuite_0: PASSED/);
    const [run = ''] = await at.runs();
    expect(await at.text('.etos', 'runs', run, 'journal.ndjson')).not.toContain(ETOS_CLUSTER_PASSWORD);
    await running.exitCode;
    expect(running.output).toContain('my password is ***');
    const basic = Buffer.from(`me:${ETOS_CLUSTER_PASSWORD}`).toString('base64');
    expect(running.output).not.toContain('cannot be asked for');
    for (const text of [running.output, await at.text('reports', 'etos.log')])
      for (const secret of [ETOS_CLUSTER_PASSWORD, basic]) expect(text).not.toContain(secret);
    expect(elsewhere.requests.length).toBeGreaterThan(0);
    expect(elsewhere.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });
});

describe('what goes wrong on the way', () => {
  test.each([
    { api: 'v0', notYet: [404] },
    { api: 'v1alpha', notYet: [502] },
  ])('$api: a stream that is late, breaks, and breaks again tells everything once', async ({ api, notYet }) => {
    await using at = await there({ notYet, drops: [2, 1], onStart: through('PASSED') });
    const { exitCode, stderr } = await at.run(['--cluster-api', api]);
    expect(stderr).toBe('warning: ESR: Höchste Zeit <jetzt>\n');
    expect(exitCode).toBe(0);
    expect((await at.text('reports', 'etos.log')).match(/Starting tests/g)).toHaveLength(1);
    const resumed = at.deployment.requests.filter(({ path }) => path.startsWith('/sse/')).map(({ headers }) => headers['last-event-id']);
    expect(resumed).toEqual([undefined, undefined, '2', '2']);
  });

  test('v1alpha: an event repository out of reach: the stream tells how it ended', async () => {
    await using at = await there({ blind: true, onStart: through('FAILED') });
    const { exitCode, stderr } = await at.run(['--cluster-api', 'v1alpha']);
    expect(stderr).toContain('the events of the run cannot be asked for');
    expect(exitCode).toBe(1);
    const { suites } = await at.results();
    expect(suites).toMatchObject([
      { verdict: 'FAILED', subSuites: [{ name: 'smoke_SubSuite_0', logs: ['reports/smoke_SubSuite_0/first.log'] }] },
    ]);
  });

  test('the suite runner gives up: INCONCLUSIVE, with its reason', async () => {
    await using at = await there({
      onStart(testrun) {
        testrun.finish('Could not check out an environment');
        testrun.shutdown('ESR finished, shutting down');
      },
    });
    const { exitCode } = await at.run();
    expect(exitCode).toBe(3);
    const { description, suites } = await at.results();
    expect(description).toBe('Could not check out an environment.');
    expect(suites).toMatchObject([{ name: 'smoke', verdict: 'INCONCLUSIVE', notRun: [{ verdict: 'NOT_RUN' }] }]);
  });

  test('a file that is not there yet is waited for; one that is damaged makes the run INCONCLUSIVE', async () => {
    await using at = await there({
      slowFiles: { 'first.log': [404] },
      onStart(testrun) {
        testrun.upload('report', 'bad.log', 'half of', { checksums: { 'SHA-256': 'ab'.repeat(32) } });
        through('PASSED')(testrun);
      },
    });
    const { exitCode } = await at.run(['--cluster-api', 'v1alpha']);
    expect(exitCode).toBe(3);
    const { verdict, description } = await at.results();
    expect({ verdict, description }).toMatchObject({
      verdict: 'INCONCLUSIVE',
      description: expect.stringMatching(/^ETOS logs did not download successfully: bad\.log: its SHA-256 is .* damaged/) as unknown,
    });
    expect(await readdir(at.directory.at('reports'))).not.toContain('bad.log');
    expect(await at.text('reports', 'smoke_SubSuite_0', 'first.log')).toBe('and then it ran\n');
  });

  test('v1alpha: what it says passed, and a suite of it failed, has failed', async () => {
    await using at = await there({
      onStart(testrun) {
        testrun.carryOut('FAILED');
        testrun.finish();
        testrun.shutdown({ verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All is well.' });
      },
    });
    expect(await at.run(['--cluster-api', 'v1alpha'])).toMatchObject({ exitCode: 1 });
    expect(await at.results()).toMatchObject({ verdict: 'FAILED', description: 'It is FAILED.' });
  });

  test('each line of a message says whose it is: none is a command to a CI', async () => {
    await using at = await there({
      onStart(testrun) {
        testrun.tell('message', { message: 'Traceback:\n::add-path::/tmp\r\u001b[2Jend', level: 'ERROR', name: 'ESR' });
        testrun.tell('message', { message: '::error::x', level: 'ERROR' });
        through('PASSED')(testrun);
      },
    });
    expect((await at.run()).stderr).toMatch(
      /^error: ESR: Traceback:\nESR: ::add-path::\/tmp\nESR: \uFFFD\[2Jend\nerror: ETOS: ::error::x\n/,
    );
  });

  test('names of files lead nowhere else, and take nothing away', async () => {
    await using at = await there({
      onStart(testrun) {
        testrun.upload('report', '../../outside.log', '1', { directory: '../..' });
        testrun.upload('artifact', '..', '2', { directory: '/etc' });
        testrun.upload('report', 'results.json', '3');
        testrun.upload('report', 'x.log', '6', { directory: 'Results.json' });
        testrun.upload('report', 'a-b', '7');
        testrun.upload('report', `long.${'x'.repeat(5_000)}`, '8');
        Array.from({ length: 12 }, (_, n) => testrun.upload('artifact', `${n}.bin`, '9', { directory: 'many' }));
        testrun.upload('report', 'same.log', '4', { directory: 'a b' });
        testrun.upload('report', 'SAME.log', '5', { directory: 'a b' });
        through('PASSED')(testrun);
      },
    });
    expect(await at.run()).toMatchObject({ exitCode: 0, stderr: 'warning: ESR: Höchste Zeit <jetzt>\n' });
    const found = async (name: string): Promise<readonly string[]> =>
      (await readdir(at.directory.at(name), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => relative(at.directory.path, join(entry.parentPath, entry.name)))
        .sort();
    expect([...(await found('artifacts')), ...(await found('reports'))]).toEqual(
      [
        'artifacts/_etc/_',
        ...Array.from({ length: 12 }, (_, n) => `artifacts/many/${n}.bin`),
        'artifacts/smoke_SubSuite_0/core.bin',
        ...['1_results.json', 'etos.log', 'junit.xml', 'results.json', 'summary.md'].map((name) => `reports/${name}`),
        'reports/__../.._.._outside.log',
        'reports/2_Results.json/x.log',
        'reports/a-b',
        'reports/1_a-b/1_SAME.log',
        'reports/1_a-b/same.log',
        `reports/long.${'x'.repeat(235)}`,
        'reports/smoke_SubSuite_0/first.log',
      ].sort(),
    );
    expect(await readdir(dirname(at.directory.path))).not.toContain('outside.log');
  });
});

describe('its other faces', () => {
  test('the action: inputs, outputs, and the directory of the run for the clean-up', async () => {
    await using at = await there({ onStart: through('PASSED') });
    const [output, state] = [await at.directory.write('output', ''), await at.directory.write('state', '')];
    const inputs = { INPUT_COLLECTION: at.deployment.collection, INPUT_CLUSTER: at.deployment.url, 'INPUT_CLUSTER-API': 'v1alpha' };
    const env = { ...inputs, INPUT_IDENTITY: 'pkg:docker/acme/webshop@4.2.0', GITHUB_OUTPUT: output, GITHUB_STATE: state };
    const { exitCode, stdout } = await run('action', [], { cwd: at.directory.path, env });
    expect(stdout).toContain('  ✓ PASSED  first test');
    expect(exitCode).toBe(0);
    expect(await readFile(output, 'utf8')).toContain(at.deployment.testruns[0]?.id);
    expect(await readFile(state, 'utf8')).toContain('.etos/runs/');
  });

  test('the Jenkins step: its options, its result', async () => {
    await using at = await there({ onStart: through('FAILED') });
    const { collection: testSuite, url: cluster } = at.deployment;
    await at.directory.write('step/options.json', { testSuite, cluster, clusterApi: 'v0', identity: 'pkg:docker/acme/webshop@4.2.0' });
    const { exitCode } = await runCli(['jenkins', 'step'], { cwd: at.directory.path });
    expect(exitCode).toBe(1);
    const result = await at.text('step', 'result');
    expect(result).toContain('build=UNSTABLE\n');
    expect(result).toContain(`runId=${at.deployment.testruns[0]?.id}\n`);
  });
});

describe('bad input', () => {
  test('everything that makes no sense with a deployment is told at once, and nothing is asked', async () => {
    await using at = await there();
    const args = ['run', 'tests/c.json', '--cluster', 'https://me:secret@etos.example.org/api', '--cluster-api', 'v1alhpa'];
    const more = ['--iut-provider', './boards.json', '--splitter', 'one-per-iut', '--wait-for-iut', '3m', '--advertise-url', 'http://h:1'];
    const { exitCode, stderr, stdout } = await runCli([...args, ...more], { cwd: at.directory.path, env: { TERCC: '{}' } });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    for (const sentence of [
      'error: --cluster-api is "v1alhpa"; expected v0, v1alpha, 2021. Did you mean v1alpha?',
      'error: --cluster: the address of the deployment at etos.example.org holds credentials. Give them in ETOS_CLUSTER_USERNAME',
      'error: the test collection is tests/c.json, on this machine; the deployment downloads it itself',
      'error: --iut-provider is "./boards.json"; a deployment takes a name that it knows',
      'error: --splitter, --wait-for-iut, --advertise-url: for a run on this machine; with --cluster',
      'error: TERCC holds an event that asks for a run on this machine',
    ])
      expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('secret@');
  });

  test.each(['', 'etos.example.org', 'ftp://etos.example.org'])('the address "%s" is none', async (address) => {
    const { exitCode, stderr } = await runCli(['run', 'https://example.org/c.json', '--cluster', address]);
    expect(stderr).toContain(
      `--cluster: "${address}" is no address of a deployment. Expected an http(s) address such as https://etos.example.org`,
    );
    expect(exitCode).toBe(2);
  });

  test('a collection with mistakes is not sent', async () => {
    const recipe = aRecipe();
    const collection = aCollection(aSuite({ recipes: [{ ...recipe, constraints: recipe.constraints.slice(1) }] }));
    await using at = await there({ collection });
    const { exitCode, stderr } = await at.run();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('ENVIRONMENT');
    expect(at.deployment.requests).toEqual([]);
  });

  test.each([
    { status: 400, detail: 'Could not configure environment provider. iut-provider/x does not exist', code: 2 },
    { status: 500, detail: 'Failed to create testrun', code: 3 },
  ])('what the deployment says of $status is said, and ends with $code', async ({ status, detail, code }) => {
    await using at = await there({ refuse: { status, body: { detail } } });
    const { exitCode, stderr } = await at.run();
    expect(stderr).toContain(detail);
    expect(exitCode).toBe(code);
    expect(await at.runs()).toEqual([]);
  });

  test('an address that leads elsewhere', async () => {
    await using at = await there({ refuse: { status: 308, location: 'https://me:secret@etos.example.org/api/etos' } });
    const { exitCode, stderr } = await at.run();
    expect(stderr).toContain('elsewhere: 308 Permanent Redirect, to https://etos.example.org/api/etos\nGive --cluster the address');
    expect(exitCode).toBe(2);
  });

  test('a password in what is no address is not repeated', async () => {
    const { exitCode, stderr } = await runCli([
      'run',
      'ftp://me:first-one@h/c.json',
      '--cluster',
      'htps://me:second@one@h',
      '--iut-provider',
      'ftp://me:third-one@h/x',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr.match(/ftp:\/\/\*\*\*@h|htps:\/\/\*\*\*@h/g)).toHaveLength(3);
    expect(stderr).not.toMatch(/first-one|second|third-one/);
  });

  test('nobody there, or no ETOS', async () => {
    await using at = await there({ serves: [] });
    expect(await at.run()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no ETOS deployment answers at') as unknown });
  });

  test('ETOS_API alone moves no run', async () => {
    await using at = await there();
    await at.directory.write('c.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'process' })] })));
    const { exitCode, stderr } = await runCli(['run', 'c.json'], { cwd: at.directory.path, env: { ETOS_API: at.deployment.url } });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('ETOS_API is not used: the run is carried out here; --cluster starts it there');
    expect(at.deployment.requests).toEqual([]);
  });
});
