// Each ready-made provider against a server of its kind.

import { describe, expect, test } from '@jest/globals';
import { httpService, type ServiceRequest } from '../support/http-service.js';
import { testWithKubectl } from '../support/kubectl.js';
import { logAreaServer } from '../support/log-area-server.js';
import { managementSystem } from '../support/management-system.js';
import { startProcess } from '../support/program.js';
import { parseLogArea } from '../../src/documents/log-area.js';
import { context, environments, plain } from './environments.js';

describe('management-system', () => {
  test('lends an IUT and takes it back', async () => {
    await using system = await managementSystem({ names: ['board-1', 'board-2'] });
    await using own = await environments({
      providers: { iut: 'management-system' },
      dataset: { management_system: { url: system.url } },
      variables: { MANAGEMENT_SYSTEM_TOKEN: 'sesame-open' },
    });
    const environment = await own.one();
    expect(plain(environment.iut.item)).toMatchObject({ provider_id: 'management-system', id: 'board-1', lease: 'lease-board-1' });
    expect([system.lent(), system.authorization()]).toEqual([['board-1'], 'Bearer sesame-open']);
    await own.giveBack(environment);
    expect(system.lent()).toEqual([]);
  });

  test('after a crash the address is known from the journal, the token from the variables', async () => {
    await using system = await managementSystem({ names: ['board-1'] });
    await using own = await environments({
      providers: { iut: 'management-system' },
      dataset: { management_system: { url: system.url } },
      variables: { MANAGEMENT_SYSTEM_TOKEN: 'sesame-open' },
    });
    await own.one();
    await own.recover();
    expect([system.lent(), system.authorization()]).toEqual([[], 'Bearer sesame-open']);
  });
});

describe.each(['artifactory', 'webdav'] as const)('%s', (name) => {
  test('is a log area to which files can be uploaded', async () => {
    await using server = await logAreaServer();
    const upper = name.toUpperCase();
    await using own = await environments({
      providers: { 'log-area': name },
      dataset: { [name]: { url: `${server.url}/logs` } },
      variables: { [`${upper}_USERNAME`]: 'etos', [`${upper}_PASSWORD`]: 'sesame-open' },
    });
    const { logArea } = await own.one();
    const problems: string[] = [];
    const area = parseLogArea(logArea.item, problems);
    expect(problems).toEqual([]);
    expect(area.upload).toMatchObject({ method: 'PUT', asJson: false, auth: { username: 'etos', password: 'sesame-open', type: 'basic' } });
    const url = area.upload.url.replace('{folder}', 'main/sub').replace('{sub_suite_id}', 'sub').replace('{name}', 'a.log');
    expect(url).not.toMatch(/[{}$]/);
    await fetch(url, { method: 'PUT', body: 'text', headers: { authorization: `Basic ${btoa('etos:sesame-open')}` } });
    expect(server.received[0]).toMatchObject({ method: 'PUT', url: expect.stringContaining(`/logs/${context}`) as unknown });
    expect(own.logged.join('\n')).not.toContain('sesame-open');
  });
});

describe('jenkins', () => {
  test.each([
    { provider: 'jenkins', path: '/job/DELEGATION/build', docker: ofForm },
    { provider: 'jenkins-with-parameters', path: '/job/DELEGATION/buildWithParameters', docker: ofField },
  ])('$provider starts a job with the docker parameter', async ({ provider, path, docker }) => {
    await using server = await httpService(() => ({ status: 201, headers: { location: 'http://jenkins/queue/item/7/' } }));
    await using own = await environments({
      providers: { 'execution-space': provider },
      dataset: { jenkins: { job: `${server.url}/job/DELEGATION` } },
      variables: { JENKINS_USERNAME: 'me', JENKINS_TOKEN: 'sesame-open' },
    });
    const environment = await own.one();
    await own.start(environment);
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${btoa('me:sesame-open')}` },
    });
    const parameter = JSON.parse(docker(request as ServiceRequest)) as Record<string, unknown>;
    expect(parameter).toEqual(plain(environment.executor.item).instructions);
    expect(parameter).toMatchObject({ image: 'example/runner:1', identifier: environment.identifier });
  });
});

test('github dispatches a workflow', async () => {
  await using server = await httpService(() => ({ status: 204 }));
  await using own = await environments({
    providers: { 'execution-space': 'github' },
    dataset: { github: { api: server.url, repository: 'acme/delegations', workflow: 'delegation.yml', ref: 'main' } },
    variables: { DELEGATION_TOKEN: 'sesame-open' },
  });
  const environment = await own.one();
  await own.start(environment);
  expect(server.requests[0]).toMatchObject({
    method: 'POST',
    url: '/repos/acme/delegations/actions/workflows/delegation.yml/dispatches',
    headers: { accept: 'application/vnd.github+json', authorization: 'Bearer sesame-open', 'x-github-api-version': '2022-11-28' },
  });
  const { ref, inputs } = JSON.parse(server.requests[0]?.body ?? '') as { ref: string; inputs: { docker: string } };
  expect(ref).toBe('main');
  expect(JSON.parse(inputs.docker)).toEqual(plain(environment.executor.item).instructions);
});

describe('kubernetes', () => {
  test('creates a job with the test runner image, and a secret with all its variables', async () => {
    const { manifest, request, environment } = await aJob();
    expect(request).toMatchObject({
      method: 'POST',
      url: '/apis/batch/v1/namespaces/etos/jobs',
      headers: { 'content-type': 'application/json', authorization: 'Bearer sesame-open' },
    });
    const { instructions } = plain(environment.executor.item) as { instructions: { environment: Record<string, string> } };
    const own = { 'app.kubernetes.io/name': 'etos-test-runner', 'app.kubernetes.io/managed-by': 'etos-action' };
    const ours = 'etos.eiffel-community.github.io';
    const labels = { ...own, [`${ours}/id`]: context, [`${ours}/identifier`]: environment.identifier };
    const name = `etr-${environment.identifier}`;
    const [job, secret] = manifest.items as readonly [object, object];
    expect(job).toEqual({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name, namespace: 'etos', labels, annotations: { [`${ours}/start-timeout`]: '45' } },
      spec: {
        backoffLimit: 0,
        activeDeadlineSeconds: 86_400,
        ttlSecondsAfterFinished: 3600,
        template: {
          metadata: { labels },
          spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            containers: [
              {
                name: 'test-runner',
                image: 'example/runner:1',
                terminationMessagePolicy: 'FallbackToLogsOnError',
                envFrom: [{ secretRef: { name } }],
                resources: { limits: { memory: '512Mi', cpu: '400m' } },
              },
            ],
          },
        },
      },
    });
    const metadata = { name, namespace: 'etos', labels };
    expect(secret).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata,
      type: 'Opaque',
      immutable: true,
      stringData: instructions.environment,
    });
  });

  testWithKubectl('kubectl accepts the manifest', async () => {
    const { manifest, environment } = await aJob();
    // No more of a cluster than kubectl needs to look up what a Job and a Secret are.
    await using cluster = await httpService(({ url }) => ({ status: 200, body: discovery(url.replace(/\?.*/, '')) }));
    await using kubectlCreate = startProcess(
      ['kubectl', '--server', cluster.url, 'create', '--dry-run=client', '--validate=false', '-o', 'name', '-f', '-'],
      { input: JSON.stringify(manifest), env: { HOME: '/nowhere', KUBECONFIG: '' } },
    );
    const { stdout, stderr, exitCode } = await kubectlCreate.ended;
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toBe(`job.batch/etr-${environment.identifier}\nsecret/etr-${environment.identifier}\n`);
    expect(cluster.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

function discovery(path: string): object {
  const version = { groupVersion: 'batch/v1', version: 'v1' };
  const job = { name: 'jobs', singularName: 'job', namespaced: true, kind: 'Job', verbs: ['create', 'get'] };
  switch (path) {
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'] };
    case '/apis':
      return { kind: 'APIGroupList', apiVersion: 'v1', groups: [{ name: 'batch', versions: [version], preferredVersion: version }] };
    case '/apis/batch/v1':
      return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'batch/v1', resources: [job] };
    default:
      return {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: 'v1',
        resources: [{ ...job, name: 'secrets', singularName: 'secret', kind: 'Secret' }],
      };
  }
}

async function aJob() {
  await using server = await httpService(() => ({ status: 201, body: { kind: 'Job' } }));
  await using own = await environments({
    providers: { 'execution-space': 'kubernetes' },
    dataset: { kubernetes: { api: server.url, namespace: 'etos' } },
    variables: { KUBERNETES_TOKEN: 'sesame-open' },
  });
  const environment = await own.one();
  await own.start(environment);
  const [request] = server.requests;
  return { environment, request, manifest: JSON.parse(request?.body ?? '') as Record<string, unknown> };
}

function ofForm({ body }: ServiceRequest): string {
  const json = JSON.parse(new URLSearchParams(body).get('json') ?? '') as { parameter: [{ name: string; value: string }] };
  expect(json.parameter[0].name).toBe('docker');
  return json.parameter[0].value;
}

function ofField({ body }: ServiceRequest): string {
  return new URLSearchParams(body).get('docker') ?? '';
}
