// The part of Kubernetes' API that a delegation needs, after its public description: Jobs, Pods, Secrets and Events with lists, selectors, watches from a
// version, bookmarks, 410 for what is forgotten; deletion in the foreground, in the background, of what is owned. Checked with kubectl. What a pod does is
// told by the test (kubernetes-pods.ts).

import { randomUUID } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { text } from 'node:stream/consumers';

export interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string }[];
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly data?: Readonly<Record<string, string>>;
}

/** One pod in the hands of what plays its node. */
export interface FakePod {
  readonly name: string;
  readonly image: string;
  /** The variables of its container, with those of its Secrets; undefined while one of these is not there. */
  environment(): Readonly<Record<string, string>> | undefined;
  /** Its container waits. */
  waits(reason: string, message?: string): void;
  unschedulable(message: string): void;
  runs(): void;
  prints(text: string): void;
  /** Its container has ended. */
  exits(code: number, reason?: string): void;
  /** Called when it is told to end; it is gone when the promise is settled. */
  onDelete(listener: () => Promise<void>): void;
}

/** What a node does with a pod that it got. */
export type Node = (pod: FakePod) => void | Promise<void>;

export interface KubernetesOptions {
  readonly node?: Node;
  /** Empty: nobody has to say who asks, as behind kubectl proxy. A function: asked at each request. */
  readonly token?: string | ((token: string) => boolean);
  /** TLS, and clients by their certificates. */
  readonly tls?: Pick<ServerOptions, 'key' | 'cert' | 'ca'>;
  /** What the account may not do, as `verb resource`. */
  readonly forbidden?: readonly string[];
  /** The controller makes no pods. */
  readonly noPods?: string;
}

export interface KubernetesServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Where jobs are created. */
  readonly jobsUrl: string;
  readonly jobs: readonly KubernetesObject[];
  readonly pods: readonly KubernetesObject[];
  readonly secrets: readonly KubernetesObject[];
  /** `METHOD /path?query` */
  readonly requests: readonly string[];
  readonly pod: (n?: number) => FakePod;
  loseNextAnswer(carriedOut: boolean): void;
  /**
   * Whatever stands between answers a request, `METHOD /path?query`, in the server's place: with a status, or with a page and 200. `lost`: the server
   * carries it out, and its answer is lost.
   */
  replace(answer: (request: string) => number | 'page' | 'lost' | undefined): void;
  /** Creations are held, before anything is done about them, or afterwards. */
  hold(when: 'before' | 'after'): void;
  /** Breaks all connections. */
  cut(): void;
  /** Forgets what was: watches from before are answered 410. */
  forget(): void;
  until(holds: (server: KubernetesServer) => boolean): Promise<void>;
}

type Resource = 'jobs' | 'pods' | 'secrets' | 'events';
type Mutable = { -readonly [K in keyof KubernetesObject]: KubernetesObject[K] };
interface Change {
  readonly version: number;
  readonly resource: Resource;
  readonly type: string;
  readonly object: KubernetesObject;
}

const resources: Readonly<Record<Resource, { readonly kind: string; readonly group: string }>> = {
  jobs: { kind: 'Job', group: 'batch/v1' },
  pods: { kind: 'Pod', group: 'v1' },
  secrets: { kind: 'Secret', group: 'v1' },
  events: { kind: 'Event', group: 'v1' },
};
const verbs = ['create', 'delete', 'get', 'list', 'watch'];

export async function kubernetesServer({
  node = (pod) => (pod.runs(), pod.exits(0)),
  token = 'token-of-ci',
  tls,
  forbidden = [],
  noPods,
}: KubernetesOptions = {}): Promise<KubernetesServer> {
  const store: Record<Resource, Map<string, Mutable>> = { jobs: new Map(), pods: new Map(), secrets: new Map(), events: new Map() };
  const logs = new Map<string, { text: string; readonly listeners: Set<() => void>; over: boolean }>();
  const nodes = new Map<string, { readonly pod: FakePod; deleting: () => Promise<void> }>();
  const requests: string[] = [];
  const changes: Change[] = [];
  const listeners = new Set<() => void>();
  const watchers = new Set<() => void>();
  let version = 100;
  let forgotten = 100;
  let losing: boolean | undefined;
  let replacing: (request: string) => number | 'page' | 'lost' | undefined = () => undefined;
  let holding: 'before' | 'after' | undefined;

  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void text(request).then(
      (body) => answer(request, response, body),
      () => undefined,
    );
  const server = tls
    ? createTlsServer({ ...tls, requestCert: tls.ca !== undefined, rejectUnauthorized: false }, listener)
    : createPlainServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const root = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;

  function put(resource: Resource, object: Mutable): void {
    const known = store[resource].has(object.metadata.name);
    const { kind, group: apiVersion } = resources[resource];
    const current = { ...object, apiVersion, kind, metadata: { ...object.metadata, resourceVersion: String(++version) } };
    store[resource].set(object.metadata.name, current);
    tell({ version, resource, type: known ? 'MODIFIED' : 'ADDED', object: current });
  }

  function update(resource: Resource, name: string, change: (object: Mutable) => Partial<Mutable>): void {
    const object = store[resource].get(name);
    if (object) put(resource, { ...object, ...change(object) });
  }

  function drop(resource: Resource, name: string): void {
    const object = store[resource].get(name);
    if (!object) return;
    store[resource].delete(name);
    const last = { ...object, metadata: { ...object.metadata, resourceVersion: String(++version) } };
    tell({ version, resource, type: 'DELETED', object: last });
    if (resource === 'jobs') setImmediate(collect);
  }

  function tell(change: Change): void {
    changes.push(change);
    listeners.forEach((one) => one());
    watchers.forEach((one) => one());
  }

  /** What is owned by nobody that is there goes. */
  function collect(): void {
    for (const resource of ['secrets', 'pods'] as const)
      for (const { metadata } of store[resource].values()) {
        const owners = metadata.ownerReferences ?? [];
        const orphan = owners.length > 0 && !owners.some(({ name, uid }) => store.jobs.get(name)?.metadata.uid === uid);
        if (orphan && resource === 'pods') void removePod(metadata.name);
        else if (orphan) drop(resource, metadata.name);
      }
  }

  async function removePod(name: string): Promise<void> {
    const object = store.pods.get(name);
    if (!object || object.metadata.deletionTimestamp) return;
    update('pods', name, ({ metadata }) => ({ metadata: { ...metadata, deletionTimestamp: new Date().toISOString() } }));
    await nodes.get(name)?.deleting();
    endLog(name);
    drop('pods', name);
  }

  function endLog(name: string): void {
    const log = logs.get(name);
    if (!log) return;
    log.over = true;
    log.listeners.forEach((one) => one());
  }

  async function removeJob(name: string, policy: string): Promise<void> {
    const job = store.jobs.get(name);
    if (!job) return;
    const own = [...store.pods.values()].filter(({ metadata }) => metadata.labels?.['job-name'] === name);
    if (policy === 'Foreground') {
      update('jobs', name, ({ metadata }) => ({
        metadata: { ...metadata, deletionTimestamp: new Date().toISOString(), finalizers: ['foregroundDeletion'] } as Mutable['metadata'],
      }));
      await Promise.all(own.map(({ metadata }) => removePod(metadata.name)));
    }
    drop('jobs', name);
  }

  /** The controller of Jobs: one pod for each. */
  function beginPod(job: KubernetesObject): void {
    const { name, uid } = job.metadata;
    const template = (job.spec?.['template'] ?? {}) as {
      readonly metadata?: { readonly labels?: object };
      readonly spec?: KubernetesObject['spec'];
    };
    const podName = `${name}-${uid.slice(0, 5)}`;
    const labels = {
      ...template.metadata?.labels,
      'job-name': name,
      'batch.kubernetes.io/job-name': name,
      'batch.kubernetes.io/controller-uid': uid,
    };
    const owner = { apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true };
    put('pods', {
      ...newObject(podName),
      metadata: { ...newObject(podName).metadata, labels, ownerReferences: [owner] },
      ...(template.spec && { spec: template.spec }),
      status: { phase: 'Pending' },
    });
    logs.set(podName, { text: '', listeners: new Set(), over: false });
    const pod = podInHand(podName, name);
    nodes.set(podName, { pod, deleting: () => Promise.resolve() });
    void node(pod);
  }

  function podInHand(podName: string, jobName: string): FakePod {
    const containers = (): readonly Container[] => (store.pods.get(podName)?.spec?.['containers'] ?? []) as readonly Container[];
    const container = (): string => containers()[0]?.name ?? 'main';
    const status = (phase: string, state: object, more: object = {}): void =>
      update('pods', podName, () => ({
        status: {
          phase,
          conditions: [{ type: 'PodScheduled', status: 'True' }],
          // A mesh adds its own container, and puts it first.
          containerStatuses: [
            { name: 'a-mesh-proxy', state: { running: {} } },
            { name: container(), image: containers()[0]?.image, ready: false, restartCount: 0, state },
          ],
          ...more,
        },
      }));
    return {
      name: podName,
      get image() {
        return containers()[0]?.image ?? '';
      },
      environment() {
        const [{ env = [], envFrom = [] } = {}] = containers();
        const found = envFrom.map(({ secretRef }) => store.secrets.get(secretRef.name));
        if (found.includes(undefined)) return undefined;
        const given = found.flatMap((secret) =>
          Object.entries(secret?.data ?? {}).map(([name, value]) => [name, Buffer.from(value, 'base64').toString()]),
        );
        return Object.fromEntries([...given, ...env.map(({ name, value }) => [name, value])]) as Readonly<Record<string, string>>;
      },
      waits: (reason, message = '') => status('Pending', { waiting: { reason, message } }),
      unschedulable: (message) =>
        update('pods', podName, () => ({
          status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] },
        })),
      runs: () => status('Running', { running: { startedAt: new Date().toISOString() } }),
      prints(printed) {
        const log = logs.get(podName);
        if (!log) return;
        // Each line with its time, to the nanosecond, no two alike.
        for (const line of printed.replace(/\n$/, '').split('\n'))
          log.text += `${new Date().toISOString().slice(0, -1)}${String(++version).padStart(6, '0')}Z ${line}\n`;
        log.listeners.forEach((one) => one());
      },
      exits(code, reason = code === 0 ? 'Completed' : 'Error') {
        endLog(podName);
        // The last 80 lines, 2 kB at most.
        const [container] = containers();
        const printed = (logs.get(podName)?.text ?? '').replace(/^\S+Z /gm, '').slice(-2048);
        const message = container?.terminationMessagePolicy === 'FallbackToLogsOnError' && code !== 0 && { message: printed };
        status(code === 0 ? 'Succeeded' : 'Failed', { terminated: { exitCode: code, reason, ...message } });
        const over =
          code === 0
            ? { type: 'Complete', status: 'True' }
            : { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' };
        update('jobs', jobName, () => ({ status: code === 0 ? { succeeded: 1, conditions: [over] } : { failed: 1, conditions: [over] } }));
      },
      onDelete(deleting) {
        const entry = nodes.get(podName);
        if (entry) entry.deleting = deleting;
      },
    };
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', root);
    requests.push(`${request.method} ${request.url}`);
    setImmediate(() => watchers.forEach((one) => one()));
    const replaced = replacing(`${request.method} ${request.url}`);
    const json = (status: number, value: object): void =>
      replaced === 'lost'
        ? void request.socket.destroy()
        : void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    const refuse = (code: number, reason: string, message: string): void =>
      json(code, { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', reason, message, code });
    if (replaced === 'page') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Log in</html>');
    if (typeof replaced === 'number') return refuse(replaced, 'Replaced', 'a bad moment');
    if (!isKnown(request)) return refuse(401, 'Unauthorized', 'Unauthorized');
    const discovered = discovery(path);
    if (discovered) return json(200, discovered);
    const [, , resource, name, sub] =
      /^\/(api\/v1|apis\/batch\/v1)\/namespaces\/etos\/(jobs|pods|secrets|events)(?:\/([^/]+))?(?:\/(log))?$/.exec(path) ?? [];
    if (resource === undefined) return refuse(404, 'NotFound', 'the server could not find the requested resource');
    const kind = resource as Resource;
    const watching = ['1', 'true'].includes(query.get('watch') ?? '');
    const verb = { POST: 'create', DELETE: 'delete' }[request.method ?? ''] ?? (name !== undefined ? 'get' : watching ? 'watch' : 'list');
    const what = sub === undefined ? resource : `${resource}/${sub}`;
    if (forbidden.includes(`${verb} ${what}`))
      return refuse(
        403,
        'Forbidden',
        `${what} is forbidden: User "system:serviceaccount:etos:ci" cannot ${verb} resource "${what}" in API group "" in the namespace "etos"`,
      );
    if (verb === 'create' && !request.headers['content-type']?.startsWith('application/json'))
      return refuse(415, 'UnsupportedMediaType', 'the body of the request was in an unknown format');
    if (verb === 'create') return create(kind, body, { request, json, refuse });
    if (verb === 'watch') return watch(kind, query, { response, json, refuse });
    if (name === undefined)
      return json(200, {
        kind: `${resources[kind].kind}List`,
        apiVersion: resources[kind].group,
        metadata: { resourceVersion: String(version) },
        items: [...store[kind].values()].filter((object) => selected(object, query)),
      });
    const object = store[kind].get(name);
    if (!object) return refuse(404, 'NotFound', `${resource}.${kind === 'jobs' ? 'batch ' : ' '}"${name}" not found`);
    if (sub === 'log') return sendLog(object, query, response, refuse);
    if (verb === 'delete') {
      const policy =
        (body === '' ? undefined : (JSON.parse(body) as { readonly propagationPolicy?: string }).propagationPolicy) ??
        query.get('propagationPolicy') ??
        'Background';
      if (kind === 'jobs') void removeJob(name, policy);
      else if (kind === 'pods') void removePod(name);
      else drop(kind, name);
      return json(200, store[kind].get(name) ?? { kind: 'Status', apiVersion: 'v1', status: 'Success', details: { name } });
    }
    json(200, object);
  }

  function isKnown(request: IncomingMessage): boolean {
    if (token === '') return true;
    if (tls?.ca !== undefined && (request.socket as TLSSocket).authorized) return true;
    const given = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    return typeof token === 'function' ? token(given) : given === token;
  }

  function create(
    kind: Resource,
    body: string,
    {
      request,
      json,
      refuse,
    }: {
      readonly request: IncomingMessage;
      readonly json: (status: number, value: object) => void;
      readonly refuse: (code: number, reason: string, message: string) => void;
    },
  ): void {
    const lost = kind === 'jobs' ? losing : undefined;
    if (kind === 'jobs') losing = undefined;
    if (lost === false) return void request.socket.destroy();
    if (holding === 'before') return;
    const given = JSON.parse(body) as Mutable;
    const { name } = given.metadata;
    if (
      !/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(name ?? '') ||
      Object.values(given.stringData ?? {}).some((value) => typeof value !== 'string')
    )
      return refuse(422, 'Invalid', `${resources[kind].kind} "${name}" is invalid`);
    if (store[kind].has(name)) return refuse(409, 'AlreadyExists', `${kind}${kind === 'jobs' ? '.batch' : ''} "${name}" already exists`);
    const { stringData, ...rest } = given;
    const encoded = stringData && {
      data: Object.fromEntries(Object.entries(stringData).map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
    };
    const object = { ...rest, ...encoded, metadata: { ...given.metadata, ...newObject(name).metadata } };
    const selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': object.metadata.uid } };
    put(kind, kind === 'jobs' ? { ...object, spec: { ...object.spec, selector }, status: { active: 1 } } : object);
    if (kind === 'secrets') setImmediate(collect);
    if (kind === 'jobs') {
      if (noPods === undefined) setImmediate(() => store.jobs.has(name) && beginPod(store.jobs.get(name) as KubernetesObject));
      else
        put('events', {
          ...newObject(`${name}.1`),
          ...{ type: 'Warning', reason: 'FailedCreate', message: noPods, involvedObject: { name } },
        });
    }
    if (holding === 'after') return;
    if (lost) request.socket.destroy();
    else json(201, store[kind].get(name) ?? object);
  }

  function watch(
    kind: Resource,
    query: URLSearchParams,
    {
      response,
      json,
      refuse,
    }: {
      readonly response: ServerResponse;
      readonly json: (status: number, value: object) => void;
      readonly refuse: (code: number, reason: string, message: string) => void;
    },
  ): void {
    let seen = Number(query.get('resourceVersion') ?? 0) || version;
    const tooOld = `too old resource version: ${seen} (${version})`;
    if (seen < forgotten) return refuse(410, 'Expired', tooOld);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' });
    response.flushHeaders();
    const send = (type: string, object: object): void => void response.write(`${JSON.stringify({ type, object })}\n`);
    const sendNews = (): void => {
      if (seen < forgotten && changes.some((change) => change.version > seen)) {
        send('ERROR', { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'Expired', code: 410, message: tooOld });
        return void response.end();
      }
      for (const change of changes.filter((one) => one.version > seen)) {
        seen = change.version;
        if (change.resource === kind && selected(change.object, query)) send(change.type, change.object);
      }
    };
    const bookmark = setInterval(
      () =>
        send('BOOKMARK', { kind: resources[kind].kind, apiVersion: resources[kind].group, metadata: { resourceVersion: String(version) } }),
      1_000,
    );
    const end = setTimeout(() => response.end(), Number(query.get('timeoutSeconds') ?? 1800) * 1000);
    listeners.add(sendNews);
    response.once('close', () => {
      listeners.delete(sendNews);
      clearInterval(bookmark);
      clearTimeout(end);
    });
    sendNews();
    void json;
  }

  function sendLog(
    pod: KubernetesObject,
    query: URLSearchParams,
    response: ServerResponse,
    refuse: (code: number, reason: string, message: string) => void,
  ): void {
    const { name } = pod.metadata;
    const log = logs.get(name);
    const statuses = (pod.status?.['containerStatuses'] ?? []) as readonly { readonly name: string; readonly state: object }[];
    const [own] = (pod.spec?.['containers'] ?? []) as readonly Container[];
    const asked = query.get('container') ?? own?.name;
    if (asked !== own?.name) return refuse(400, 'BadRequest', `container ${asked} is not valid for pod ${name}`);
    if (!log || statuses.every((status) => status.name !== asked || 'waiting' in status.state))
      return refuse(400, 'BadRequest', `container "${asked}" in pod "${name}" is waiting to start: ContainerCreating`);
    const [stamps, follow, since] = [query.get('timestamps') === 'true', query.get('follow') === 'true', query.get('sinceTime')];
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.flushHeaders();
    let sent = 0;
    const send = (): void => {
      const lines = log.text
        .slice(sent)
        .split(/(?<=\n)/)
        .filter((line) => line !== '' && (since === null || line.slice(0, 19) >= since.slice(0, 19)));
      sent = log.text.length;
      for (const line of lines) response.write(stamps ? line : line.slice(line.indexOf(' ') + 1));
      if (log.over || !follow) response.end();
    };
    log.listeners.add(send);
    response.once('close', () => log.listeners.delete(send));
    send();
  }

  const own: KubernetesServer = {
    url: root,
    port,
    jobsUrl: `${root}/apis/batch/v1/namespaces/etos/jobs`,
    get jobs() {
      return [...store.jobs.values()];
    },
    get pods() {
      return [...store.pods.values()];
    },
    get secrets() {
      return [...store.secrets.values()];
    },
    requests,
    pod(n = 0) {
      const found = [...nodes.values()][n]?.pod;
      if (!found) throw new Error(`there is no pod ${n}`);
      return found;
    },
    replace: (answers) => void (replacing = answers),
    loseNextAnswer: (carriedOut) => void (losing = carriedOut),
    hold: (when) => void (holding = when),
    cut: () => server.closeAllConnections(),
    forget: () => void ((forgotten = version + 1), version++),
    until: (holds) =>
      new Promise((resolve) => {
        const watcher = (): void => {
          if (!holds(own)) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([...nodes.values()].map(({ deleting }) => deleting()));
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
  return own;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly { readonly secretRef: { readonly name: string } }[];
  readonly terminationMessagePolicy?: string;
}

function newObject(name: string): Mutable {
  return {
    metadata: {
      name,
      namespace: 'etos',
      uid: randomUUID(),
      resourceVersion: '0',
      creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    },
  };
}

/** `fieldSelector` on the name and on what an event is about, `labelSelector` of equalities. */
function selected(object: KubernetesObject, query: URLSearchParams): boolean {
  const pairs = (name: string): readonly (readonly string[])[] =>
    (query.get(name) ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map((part) => part.split(/==?/));
  const at = (path = ''): unknown =>
    path.split('.').reduce<unknown>((value, member) => (Object(value) as Readonly<Record<string, unknown>>)[member], object);
  return (
    pairs('fieldSelector').every(([path, value]) => at(path) === value) &&
    pairs('labelSelector').every(([label = '', value]) => object.metadata.labels?.[label] === value)
  );
}

function discovery(path: string): object | undefined {
  const version = { groupVersion: 'batch/v1', version: 'v1' };
  const listed = (group: string) =>
    Object.entries(resources)
      .filter(([, resource]) => resource.group === group)
      .map(([name, { kind }]) => ({ name, singularName: kind.toLowerCase(), namespaced: true, kind, verbs }));
  switch (path) {
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'] };
    case '/apis':
      return { kind: 'APIGroupList', apiVersion: 'v1', groups: [{ name: 'batch', versions: [version], preferredVersion: version }] };
    case '/api/v1':
      return { kind: 'APIResourceList', groupVersion: 'v1', resources: listed('v1') };
    case '/apis/batch/v1':
      return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'batch/v1', resources: listed('batch/v1') };
    case '/version':
      return { major: '1', minor: '32', gitVersion: 'v1.32.4' };
    default:
      return undefined;
  }
}
