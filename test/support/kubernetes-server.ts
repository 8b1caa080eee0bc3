// The part of Kubernetes' API that a delegation needs, after its public description (batch/v1 Job, core/v1 Pod). Checked with kubectl.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface KubernetesJob {
  readonly manifest: { readonly metadata: { readonly name: string } };
  /** What its one pod is at. */
  pod: 'none' | 'unschedulable' | 'pulling fails' | 'running' | 'succeeded' | 'failed';
  log: string;
}

export interface KubernetesServer extends AsyncDisposable {
  readonly url: string;
  /** Where jobs are created. */
  readonly jobsUrl: string;
  readonly jobs: readonly KubernetesJob[];
  readonly requests: readonly string[];
  loseNextAnswer(carriedOut: boolean): void;
}

/** @param begin what a job does when it was created @param token empty: nobody has to say who asks, as behind kubectl proxy */
export async function kubernetesServer(
  begin: (job: KubernetesJob) => void = (job) => (job.pod = 'succeeded'),
  token = 'token-of-ci',
): Promise<KubernetesServer> {
  const jobs: KubernetesJob[] = [];
  const requests: string[] = [];
  let losing: boolean | undefined;
  const server = createServer((request, response) => void text(request).then((body) => answer(request, response, body)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const namespace = '/namespaces/etos';

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { pathname: path, searchParams } = new URL(request.url ?? '', root);
    requests.push(`${request.method} ${path}`);
    const json = (status: number, value: object): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    const refuse = (code: number, reason: string, message: string): void =>
      json(code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code });
    if (token !== '' && request.headers.authorization !== `Bearer ${token}`) return refuse(401, 'Unauthorized', 'Unauthorized');
    const verbs = ['create', 'delete', 'get', 'list'];
    if (path === '/api') return json(200, { kind: 'APIVersions', versions: ['v1'] });
    if (path === '/apis')
      return json(200, {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: [
          {
            name: 'batch',
            versions: [{ groupVersion: 'batch/v1', version: 'v1' }],
            preferredVersion: { groupVersion: 'batch/v1', version: 'v1' },
          },
        ],
      });
    if (path === '/api/v1')
      return json(200, {
        kind: 'APIResourceList',
        groupVersion: 'v1',
        resources: [
          { name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', verbs },
          { name: 'pods/log', singularName: '', namespaced: true, kind: 'Pod', verbs: ['get'] },
        ],
      });
    if (path === '/apis/batch/v1')
      return json(200, {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: 'batch/v1',
        resources: [{ name: 'jobs', singularName: 'job', namespaced: true, kind: 'Job', verbs }],
      });
    const jobsPath = `/apis/batch/v1${namespace}/jobs`;
    if (path === jobsPath && request.method === 'POST') {
      const lost = losing;
      losing = undefined;
      if (lost === false) return void request.socket.destroy();
      const manifest = JSON.parse(body) as KubernetesJob['manifest'];
      const { name } = manifest.metadata;
      if (jobs.some((job) => job.manifest.metadata.name === name))
        return refuse(409, 'AlreadyExists', `jobs.batch "${name}" already exists`);
      const job: KubernetesJob = { manifest, pod: 'none', log: '' };
      jobs.push(job);
      begin(job);
      return lost ? void request.socket.destroy() : json(201, jobJson(job));
    }
    if (path === jobsPath) return json(200, { kind: 'JobList', apiVersion: 'batch/v1', metadata: {}, items: jobs.map(jobJson) });
    if (path.startsWith(`${jobsPath}/`)) {
      const name = path.slice(jobsPath.length + 1);
      const job = jobs.find(({ manifest }) => manifest.metadata.name === name);
      if (!job) return refuse(404, 'NotFound', `jobs.batch "${name}" not found`);
      if (request.method === 'DELETE') {
        jobs.splice(jobs.indexOf(job), 1);
        return json(200, { kind: 'Status', apiVersion: 'v1', status: 'Success', details: { name, group: 'batch', kind: 'jobs' } });
      }
      return json(200, jobJson(job));
    }
    const podsPath = `/api/v1${namespace}/pods`;
    const withPods = jobs.filter(({ pod }) => pod !== 'none');
    if (path === podsPath) {
      const wanted = /^job-name=(.*)$/.exec(searchParams.get('labelSelector') ?? '')?.[1];
      const found = withPods.filter(({ manifest }) => wanted === undefined || manifest.metadata.name === wanted);
      return json(200, { kind: 'PodList', apiVersion: 'v1', metadata: {}, items: found.map(podJson) });
    }
    const [, podName, log] = new RegExp(`^${podsPath}/([^/]+)(/log)?$`).exec(path) ?? [];
    const job = withPods.find(({ manifest }) => `${manifest.metadata.name}-abcde` === podName);
    if (!job) return refuse(404, 'NotFound', 'not found');
    if (log === undefined) return json(200, podJson(job));
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(job.log);
  }

  function jobJson({ manifest, pod }: KubernetesJob): object {
    const over = {
      succeeded: { type: 'Complete', status: 'True' },
      failed: { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' },
    };
    const condition = pod === 'succeeded' || pod === 'failed' ? over[pod] : undefined;
    return { ...manifest, apiVersion: 'batch/v1', kind: 'Job', status: condition ? { conditions: [condition] } : { active: 1 } };
  }

  function podJson({ manifest, pod }: KubernetesJob): object {
    const { name } = manifest.metadata;
    const states = {
      none: undefined,
      unschedulable: undefined,
      'pulling fails': { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image "nowhere"' } },
      running: { running: { startedAt: '2026-01-01T00:00:00Z' } },
      succeeded: { terminated: { exitCode: 0, reason: 'Completed' } },
      failed: { terminated: { exitCode: 3, reason: 'Error' } },
    };
    const state = states[pod];
    return {
      kind: 'Pod',
      apiVersion: 'v1',
      metadata: { name: `${name}-abcde`, namespace: 'etos', labels: { 'job-name': name } },
      spec: { containers: [{ name: 'test-runner', image: 'busybox' }] },
      status: {
        phase: {
          none: '',
          unschedulable: 'Pending',
          'pulling fails': 'Pending',
          running: 'Running',
          succeeded: 'Succeeded',
          failed: 'Failed',
        }[pod],
        conditions:
          pod === 'unschedulable'
            ? [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available' }]
            : [],
        containerStatuses: state ? [{ name: 'test-runner', state }] : [],
      },
    };
  }

  return {
    url: root,
    jobsUrl: `${root}/apis/batch/v1${namespace}/jobs`,
    jobs,
    requests,
    loseNextAnswer: (carriedOut) => void (losing = carriedOut),
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
