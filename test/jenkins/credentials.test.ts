// Secrets of Jenkins: each arrives under the variable that the table names, and nowhere else.

import { describe, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { aCollection, aRecipe, aSuite } from '../support/collections.js';
import { temporaryDirectory } from '../support/directory.js';
import { fakeEngine, type FakeEngine } from '../support/fake-engine.js';
import { build, testWithGroovy, type Built } from '../support/pipeline.js';

const secret = 'Pa55-of-the-registry';
const login = Buffer.from(`robot:${secret}`).toString('base64');
const credentials = {
  broker: { username: 'etos', password: 'broker-secret' },
  api: { username: 'me', password: 'api-secret' },
  github: { secret: 'github-secret' },
  cluster: { secret: 'cluster-secret' },
  docker: { secret: JSON.stringify({ auths: { 'reg.example': { auth: login } } }) },
  key: { secret: 'key-secret' },
};

interface Registry extends FakeEngine {
  /** The command lines of the machine that had to do with it while an image was pulled. */
  readonly commandLines: readonly string[];
}

/** An engine that has no image, and a registry that has none either. */
async function emptyEngine(): Promise<Registry> {
  const commandLines: string[] = [];
  const engine = await fakeEngine((request) => {
    if (request.startsWith('GET /v1.41/containers/json')) return { status: 200, body: '[]' };
    if (!request.includes('/images/create')) return { status: 404, body: '{"message":"No such image"}' };
    const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
    commandLines.push(...all.filter((line) => /etos|docker/.test(line) || line.includes(secret) || line.includes(login)));
    return { status: 404, body: '{"message":"manifest unknown"}' };
  });
  return Object.assign(engine, { commandLines });
}

function loginsIn(engine: FakeEngine): readonly unknown[] {
  return engine.requests.flatMap((request, n) => {
    const header = engine.headersOf(n)['x-registry-auth'];
    return request.includes('/images/create') ? [JSON.parse(Buffer.from(String(header), 'base64url').toString('utf8')) as unknown] : [];
  });
}

function expectNothingOf(engine: Registry, built: Built): void {
  expect(loginsIn(engine)[0]).toMatchObject({ username: 'robot', password: secret });
  expect(engine.commandLines.some((line) => line.includes('etos-runner.mjs'))).toBe(true);
  for (const word of [secret, login]) {
    expect(engine.commandLines.filter((line) => line.includes(word))).toEqual([]);
    expect(built.console).not.toContain(word);
  }
  // Not even hidden: what is masked was printed.
  expect(built.console).not.toContain('****');
}

describe('credentials', () => {
  testWithGroovy('each of the table arrives under its variables', async () => {
    await using directory = await temporaryDirectory();
    const names = [
      ...['RABBITMQ_USERNAME', 'RABBITMQ_PASSWORD', 'JENKINS_USERNAME', 'JENKINS_TOKEN'],
      ...['DELEGATION_TOKEN', 'KUBERNETES_TOKEN', 'DOCKER_AUTH_CONFIG', 'ETOS_ENCRYPTION_KEY'],
      ...['ETOS_CLUSTER_USERNAME', 'ETOS_CLUSTER_PASSWORD'],
    ];
    const program = `import { writeFileSync } from 'node:fs';
      const lines = ${JSON.stringify(names)}.map((name) => name + '=' + process.env[name]);
      writeFileSync(process.argv[3] + '/result', lines.join('\\n') + '\\n');`;
    await directory.write('programs/etos.mjs', program);
    const table =
      "[rabbitmq: 'broker', jenkins: 'api', github: 'github', kubernetes: 'cluster', registry: 'docker', encryption: 'key', cluster: 'api']";
    const text = `node { returned = etos(programs: '${directory.at('programs')}', credentials: ${table}) }`;
    const built = await build({ text, workspace: directory.at('ws'), credentials });
    expect(built).toMatchObject({ result: 'SUCCESS' });
    expect(built.returned).toEqual({
      RABBITMQ_USERNAME: 'etos',
      RABBITMQ_PASSWORD: 'broker-secret',
      JENKINS_USERNAME: 'me',
      JENKINS_TOKEN: 'api-secret',
      DELEGATION_TOKEN: 'github-secret',
      KUBERNETES_TOKEN: 'cluster-secret',
      DOCKER_AUTH_CONFIG: credentials.docker.secret,
      ETOS_ENCRYPTION_KEY: 'key-secret',
      ETOS_CLUSTER_USERNAME: 'me',
      ETOS_CLUSTER_PASSWORD: 'api-secret',
    });
  });

  testWithGroovy('a delegation job logs in to a registry, and no command line, no log has anything of it', async () => {
    await using engine = await emptyEngine();
    await using directory = await temporaryDirectory();
    const docker = JSON.stringify({ image: 'reg.example/runner:1', environment: {}, parameters: {}, identifier: 'x' });
    const scenario = { workspace: directory.at('ws'), params: { docker }, credentials, env: { DOCKER_HOST: engine.host } };
    const built = await build({ text: "node { etosDelegation(credentials: [registry: 'docker']) }", ...scenario });
    expect(built).toMatchObject({ result: 'FAILURE', thrown: expect.stringMatching(/cannot be pulled: .* \(exit code 125\)$/) as unknown });
    expectNothingOf(engine, built);
    const table = await build({ text: "node { etosDelegation(credentials: [rabbitmq: 'broker']) }", ...scenario });
    expect(table.thrown).toContain('etosDelegation: credentials has "rabbitmq"; expected registry.');
  });

  testWithGroovy('so does a run that starts containers of its own', async () => {
    await using engine = await emptyEngine();
    await using directory = await temporaryDirectory();
    await directory.write('ws/collection.json', aCollection(aSuite({ recipes: [aRecipe({ testRunner: 'reg.example/runner:1' })] })));
    const scenario = { workspace: directory.at('ws'), credentials, env: { DOCKER_HOST: engine.host } };
    const call = "etos(testSuite: 'collection.json', executionSpaceProvider: 'docker', verbose: 2, credentials: [registry: 'docker'])";
    const built = await build({ text: `node { ${call} }`, ...scenario });
    expect(built).toMatchObject({ result: 'FAILURE' });
    expectNothingOf(engine, built);
  });
});
