// Where test runners elsewhere are told to fetch their sub suite. The execution space is on another machine as far as its name tells: requests to it go
// through a proxy, which is the space. No test runner starts, so that runs end by the limit.

import { expect, test } from '@jest/globals';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { httpService, type HttpService } from '../support/http-service.js';
import { logAreaServer } from '../support/log-area-server.js';
import type { Ended } from '../support/program.js';
import { aWorkspace } from '../support/workspace.js';

interface Told {
  readonly ended: Ended;
  /** The variables of the instructions. */
  readonly variables: Readonly<Record<string, string | null>>;
  /** `uri` of the EnvironmentDefined. */
  readonly uri: unknown;
}

const document = /\/smoke_SubSuite_0\.json$/;

test('a document that nobody can fetch from the run goes to the log area, and instructions and events say so', async () => {
  const files = new Map<string, string>();
  await using area = await logAreaServer(({ method, url, body, headers }) => {
    if (method === 'GET') return { status: 200, body: files.get(url) ?? '' };
    files.set(url, body.toString());
    return { status: headers.authorization === `Basic ${btoa('etos:sesame')}` ? 201 : 401 };
  });
  const { variables, uri, ended } = await runWith(area.url);
  const [put, get] = area.received;
  expect([put?.method, get?.method, get?.headers.authorization]).toEqual(['PUT', 'GET', undefined]);
  expect(put?.url).toMatch(document);
  expect([variables.SUB_SUITE_URL, variables.ENVIRONMENT_URL, uri]).toEqual(
    Array.from({ length: 3 }, () => `${area.url}${put?.url ?? ''}`),
  );
  const { name, executor } = JSON.parse(put?.body.toString() ?? '') as {
    readonly name: string;
    readonly executor: { readonly instructions: { readonly environment: Told['variables'] } };
  };
  expect(name).toBe('smoke_SubSuite_0');
  expect(executor.instructions.environment.SUB_SUITE_URL).toBe(uri);
  expect(ended.output).not.toContain('--advertise-url');
});

test('where the log area does not give it back, the run is the place, and warns that its address may not do', async () => {
  await using area = await logAreaServer(({ method }) => ({ status: method === 'GET' ? 403 : 201 }));
  const { variables, uri, ended } = await runWith(area.url);
  expect(variables.SUB_SUITE_URL).toMatch(/^http:\/\/[\d.]+:\d+\/.+\/sub_suite\?id=/);
  expect(uri).toMatch(/\/environment\//);
  expect(ended.output).toMatch(
    /test runners that farm\.example\.org starts may not reach this run at .+ 403 Forbidden; name an address that they reach with --advertise-url/,
  );
});

test('with an address that others reach, the log area is left alone', async () => {
  await using area = await logAreaServer();
  const { variables } = await runWith(area.url, ['--advertise-url', 'http://ci.example.org']);
  expect(variables.SUB_SUITE_URL).toMatch(/^http:\/\/ci\.example\.org:\d+\//);
  expect(area.received).toEqual([]);
});

async function runWith(logArea: string, args: readonly string[] = []): Promise<Told> {
  let parameter: string | undefined;
  await using space: HttpService = await httpService(({ url, body }) => {
    if (url.includes('farm.example.org')) parameter = body;
    return { status: 201 };
  });
  await using workspace = await aWorkspace(aCollection(aSuite({ name: 'smoke', recipes: [aRecipe({ testRunner: 'an-image' })] })));
  await workspace.directory.write('space.json', spaceAt('http://farm.example.org/build'));
  await workspace.directory.write('area.json', areaAt(logArea));
  const ended = await workspace.run(['--execution-space-provider', './space.json', '--log-area-provider', './area.json', ...args], {
    env: { HTTP_PROXY: space.url, NO_PROXY: '127.0.0.1', ETOS_SUB_SUITE_START_TIMEOUT: '1' },
  });
  const { environment } = JSON.parse(parameter ?? '') as { readonly environment: Told['variables'] };
  const defined = (await workspace.events()).find(({ meta }) => meta.type === 'EiffelEnvironmentDefinedEvent');
  return { ended, variables: environment, uri: defined?.data.uri };
}

function spaceAt(url: string): unknown {
  const request = { url, method: 'POST', data: { $json_dumps: '$expand_value.instructions' } };
  const value = { instructions: { $execution_space_instructions: {} }, request };
  return { execution_space: { id: 'farm', list: { possible: { $expand: { value, to: '$amount' } }, available: '$this.possible' } } };
}

function areaAt(url: string): unknown {
  const auth = { username: 'etos', password: 'sesame', type: 'basic' };
  const value = { livelogs: url, upload: { url: `${url}/{folder}/{name}`, method: 'PUT', as_json: false, auth } };
  return { log: { id: 'files', list: { possible: { $expand: { value, to: '$amount' } }, available: '$this.possible' } } };
}
