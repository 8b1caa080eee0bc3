// Jenkins as clients see it: queue, builds, console, logins, and the answers of a controller that refuses, restarts or loses its words (jenkins.md 8). What
// a build does is the test's choice: behaviours are in jenkins-builds.ts. Held to the truth by clients that others wrote (test/jenkins/fake.test.ts).

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pick, readTree } from './jenkins-tree.js';

export type Result = 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'NOT_BUILT' | 'ABORTED';
export type Abort = 'stop' | 'term' | 'kill';

/** What a build has while it runs. */
export interface BuildWork {
  readonly number: number;
  readonly parameters: Readonly<Record<string, string>>;
  /** Adds to the console. */
  readonly print: (bytes: string | Uint8Array) => void;
  /** Sets a result long before the end. */
  readonly early: (result: Result) => void;
  /** As a pipeline whose step `node` waits; undefined: it waits no more. */
  readonly waitForNode: (why: string | undefined) => void;
  /** Called for each abort that a user asks for. */
  readonly onAbort: (listener: (how: Abort) => void) => void;
}
export type Behaviour = (work: BuildWork) => Promise<Result>;

export interface JenkinsUser {
  readonly token?: string;
  readonly password?: string;
  /** What it may do; absent: all. */
  readonly may?: readonly ('read' | 'build' | 'cancel')[];
}

export interface JenkinsOptions {
  readonly build: Behaviour;
  /** Names of the parameters of the job; none: it has no parameters. */
  readonly parameters?: readonly string[];
  readonly disabled?: boolean;
  /** `folder/job` for one in a folder. */
  readonly job?: string;
  readonly context?: string;
  /** How the controller believes to be called, where a proxy stands before it. */
  readonly believes?: string;
  readonly users?: Readonly<Record<string, JenkinsUser>>;
  readonly executors?: number;
  /** Milliseconds. */
  readonly quietPeriod?: number;
  /** Milliseconds after which an item that left the queue is forgotten. */
  readonly queueExpiry?: number;
  /** Milliseconds in which an item that left has no executable yet. */
  readonly lateExecutable?: number;
  /** Milliseconds after which whatever waits for an executor counts as stuck. */
  readonly impatience?: number;
  /** The job takes its parameters as passwords, whose values nobody is shown. */
  readonly passwords?: boolean;
  /** What it says of labels: who can start nodes with them, and the nodes; absent: it knows of none. */
  readonly labels?: Readonly<Record<string, { readonly clouds?: number; readonly nodes?: readonly FakeNode[] }>>;
  /** A controller of some years ago, which answers a cancel with the way to another page. */
  readonly older?: boolean;
}

export interface FakeNode {
  readonly name: string;
  /** Jenkins starts its agent. */
  readonly launchSupported?: boolean;
  readonly temporarilyOffline?: boolean;
  readonly cause?: string;
}

export interface Between {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Item {
  readonly id: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly since: number;
  state: 'waiting' | 'buildable' | 'left';
  cancelled: boolean;
  stuck: boolean;
  build?: Build;
  leftAt?: number;
}

interface Build {
  readonly number: number;
  readonly queueId: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly started: number;
  readonly console: Buffer[];
  readonly listeners: ((how: Abort) => void)[];
  result: Result | null;
  building: boolean;
  waitsForNode?: string | undefined;
  ended?: number;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export interface JenkinsServer extends AsyncDisposable {
  /** Of the controller, with its context path. */
  readonly url: string;
  /** Of the job. */
  readonly job: string;
  readonly requests: readonly Asked[];
  readonly builds: readonly Readonly<Build>[];
  readonly queue: readonly Readonly<Item>[];
  /** No build node is there for what waits. */
  hold(why?: string): void;
  release(): void;
  /** What waits leaves the queue, is not cancelled, and never becomes a build. */
  lose(): void;
  /** Away for so many milliseconds; the queue is lost, builds are kept. */
  restart(milliseconds: number): void;
  /** The next start request is carried out, and its answer never comes. */
  withholdNextAnswer(): void;
  /** The next start request gets no answer; whether it was carried out is the question. */
  loseNextAnswer(carriedOut: boolean): void;
  /** The next start request is taken and answered 201, and something in between takes the way to the item away. */
  hideNextLocation(): void;
  /** The next start request is answered so, as by something that stands between. */
  answerNext(status: number): void;
  remove(build: number): void;
  /** The job has another name, or the user may not see it any more; what runs goes on. */
  hideJob(hidden?: boolean): void;
  /** The job is made anew: its builds are gone, and the next is number 1 again. */
  forgetBuilds(): void;
  /** The next start request gets no answer, and arrives after so many milliseconds, or behind the next one, all the same. */
  delayNext(until: number | 'the next'): void;
  /** Answers a request itself, as something that stands between; whatever it gives nothing for reaches the controller. */
  between: ((request: Pick<Asked, 'method' | 'path' | 'headers'>) => Between | undefined) | undefined;
  /** Waits until something is so; fails after a bound in milliseconds. */
  until(so: (server: JenkinsServer) => boolean, bound?: number): Promise<void>;
}

export async function jenkinsServer(options: JenkinsOptions): Promise<JenkinsServer> {
  const {
    context = '',
    job = 'DELEGATION',
    parameters = ['docker'],
    executors = 2,
    quietPeriod = 0,
    queueExpiry = 300_000,
    lateExecutable = 0,
  } = options;
  const jobPath = job
    .split('/')
    .map((name) => `/job/${name}`)
    .join('');
  const requests: Asked[] = [];
  const items: Item[] = [];
  const builds: Build[] = [];
  const crumbs = new Map<string, string>();
  const running = new Set<Promise<unknown>>();
  const sessionOfServer = randomUUID().slice(0, 8);
  let nextItem = 1;
  let held: string | undefined;
  let awayUntil = 0;
  let losing: { readonly carriedOut: boolean } | undefined;
  let answering: number | undefined;
  let delaying: number | 'the next' | undefined;
  let delayed: (() => void) | undefined;
  let hiding = false;
  let withholding = false;
  let hidden = false;
  let open = true;

  const tick = setInterval(schedule, 20);

  function schedule(): void {
    for (const item of items.filter(({ state }) => state !== 'left')) {
      if (item.state === 'waiting' && Date.now() - item.since >= quietPeriod) item.state = 'buildable';
      const busy = builds.filter(({ building }) => building).length;
      if (item.state === 'buildable' && held === undefined && busy < executors && open) startBuild(item);
    }
    for (const item of [...items])
      if (item.leftAt !== undefined && Date.now() - item.leftAt > queueExpiry) items.splice(items.indexOf(item), 1);
  }

  function startBuild(item: Item): void {
    item.state = 'left';
    item.leftAt = Date.now();
    const build: Build = {
      number: builds.length + 1,
      queueId: item.id,
      parameters: item.parameters,
      started: Date.now(),
      console: [],
      listeners: [],
      result: null,
      building: true,
    };
    item.build = build;
    builds.push(build);
    const print = (bytes: string | Uint8Array): void => void build.console.push(Buffer.from(bytes as string));
    print('Started by user me\n');
    const work: BuildWork = {
      number: build.number,
      parameters: item.parameters,
      print,
      early: (result) => (build.result = result),
      waitForNode: (why) => (build.waitsForNode = why),
      onAbort: (listener) => void build.listeners.push(listener),
    };
    const done = options
      .build(work)
      .catch((error: unknown): Result => {
        print(`${String(error)}\n`);
        return 'FAILURE';
      })
      .then((result) => end(build, result));
    running.add(done);
    void done.finally(() => running.delete(done));
  }

  function end(build: Build, result: Result): void {
    if (!build.building) return;
    build.result = result;
    build.console.push(Buffer.from(`Finished: ${result}\n`));
    build.building = false;
    build.ended = Date.now();
  }

  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const asked = { method: request.method ?? '', path: request.url ?? '', body, headers: request.headers };
      requests.push(asked);
      const other = fake.between?.(asked);
      if (other) return void response.writeHead(other.status, { 'Content-Type': 'text/html', ...other.headers }).end(other.body);
      answer(request, response, body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}${context}`;
  const believed = options.believes ?? root;

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const html = (status: number, title: string, headers: Record<string, string> = {}): void =>
      void response
        .writeHead(status, { 'Content-Type': 'text/html;charset=utf-8', 'X-Jenkins': '2.528.3', ...headers })
        .end(`<html><head><title>${title}</title></head><body>${title}</body></html>`);
    const json = (value: object, headers: Record<string, string> = {}): void =>
      void response
        .writeHead(200, {
          'Content-Type': 'application/json;charset=utf-8',
          'X-Jenkins': '2.528.3',
          'X-Jenkins-Session': sessionOfServer,
          'X-Content-Type-Options': 'nosniff',
          'X-Frame-Options': 'deny',
          ...headers,
        })
        .end(JSON.stringify(tree === null ? value : pick(value, readTree(tree))));
    const tree = new URL(request.url ?? '', root).searchParams.get('tree');
    if (Date.now() < awayUntil) return html(503, 'Please wait while Jenkins is getting ready to work');
    const url = new URL(request.url ?? '', root);
    if (!url.pathname.startsWith(`${context}/`)) return html(404, 'Not Found');
    const path = decodeURIComponent(url.pathname.slice(context.length)).replace(/\/+$/, '') || '/';
    const { method } = request;

    // Who asks.
    const users = options.users ?? { me: { token: 'token-of-me', password: 'secret' } };
    const [name = '', secret = ''] = Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64')
      .toString()
      .split(/:(.*)/s);
    const user = users[name];
    const byToken = user?.token !== undefined && user.token === secret;
    if (request.headers.authorization !== undefined && !byToken && !(user?.password !== undefined && user.password === secret))
      return html(401, 'Invalid password/token for user: ' + name, { 'WWW-Authenticate': 'Basic realm="Jenkins"' });
    if (!user)
      return html(403, 'Authentication required', {
        'X-You-Are-Authenticated-As': 'anonymous',
        'X-Required-Permission': 'hudson.model.Hudson.Read',
      });
    const may = (what: 'read' | 'build' | 'cancel'): boolean => (user.may ?? ['read', 'build', 'cancel']).includes(what);
    const mayNotCancel = (): void =>
      html(403, `${name} is missing the Job/Cancel permission`, {
        'X-You-Are-Authenticated-As': name,
        'X-Required-Permission': 'hudson.model.Item.Cancel',
      });

    if (path === '/crumbIssuer/api/json') {
      const session = /JSESSIONID=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? randomUUID().replaceAll('-', '');
      const crumb = crumbs.get(session) ?? randomUUID();
      crumbs.set(session, crumb);
      return json(
        { _class: 'hudson.security.csrf.DefaultCrumbIssuer', crumb, crumbRequestField: 'Jenkins-Crumb' },
        { 'Set-Cookie': `JSESSIONID=${session}; Path=/; HttpOnly` },
      );
    }
    if (method === 'POST' && !byToken) {
      const session = /JSESSIONID=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      if (request.headers['jenkins-crumb'] === undefined || crumbs.get(session) !== request.headers['jenkins-crumb'])
        return html(403, 'Error 403 No valid crumb was included in the request');
    }

    if (path === '/api/json')
      return json({ _class: 'hudson.model.Hudson', jobs: [{ name: job, url: `${believed}${jobPath}/` }], nodeName: '', useCrumbs: true });
    if (path === '/queue') return html(200, 'Build Queue');
    if (path === '/queue/api/json')
      return json({
        _class: 'hudson.model.Queue',
        items: [
          ...items.filter(({ state }) => state !== 'left').map(itemJson),
          ...builds.filter((build) => build.waitsForNode !== undefined).map(nodeItemJson),
        ],
      });
    const [, itemId] = /^\/queue\/item\/(\d+)\/api\/json$/.exec(path) ?? [];
    if (itemId !== undefined) {
      const item = items.find(({ id }) => id === Number(itemId));
      return item && !hidden ? json(itemJson(item)) : html(404, 'Not Found');
    }
    const [, cancelled = url.searchParams.get('id')] = /^\/queue\/item\/(\d+)\/cancelQueue$/.exec(path) ?? [];
    if (path === '/queue/cancelItem' || path.endsWith('/cancelQueue')) {
      if (method !== 'POST') return html(405, 'POST is required', { Allow: 'POST' });
      const item = items.find(({ id, state }) => id === Number(cancelled) && state !== 'left');
      if (!item || hidden) return html(404, 'Not Found');
      if (!may('cancel')) return mayNotCancel();
      Object.assign(item, { state: 'left', cancelled: true, leftAt: Date.now() });
      return options.older || path.endsWith('/cancelQueue')
        ? html(302, 'moved', { Location: `${believed}/queue/` })
        : void response.writeHead(204).end();
    }
    const [, label] = /^\/label\/([^/]+)\/api\/json$/.exec(path) ?? [];
    if (label !== undefined && options.labels) {
      const { clouds = 0, nodes = [] } = options.labels[label] ?? {};
      return json({
        _class: 'hudson.model.labels.LabelAtom',
        clouds: Array.from({ length: clouds }, () => ({ _class: 'org.csanchez.jenkins.plugins.kubernetes.KubernetesCloud' })),
        name: label,
        nodes: nodes.map((one) => ({ _class: 'hudson.slaves.DumbSlave', nodeName: one.name })),
        offline: true,
      });
    }
    const [, computer] = /^\/computer\/([^/]+)\/api\/json$/.exec(path) ?? [];
    const node = Object.values(options.labels ?? {})
      .flatMap(({ nodes = [] }) => nodes)
      .find(({ name: called }) => called === computer);
    if (node)
      return json({
        _class: 'hudson.slaves.SlaveComputer',
        displayName: node.name,
        launchSupported: node.launchSupported ?? false,
        offline: true,
        offlineCause: node.cause === undefined ? null : { _class: node.cause },
        temporarilyOffline: node.temporarilyOffline ?? false,
      });
    if (path !== jobPath && !path.startsWith(`${jobPath}/`)) return html(404, 'Not Found');
    if (!may('read') || hidden) return html(404, 'Not Found');
    const rest = path.slice(jobPath.length);
    if (rest === '') return html(200, job);
    if (rest === '/api/json') return json(jobJson(tree !== null));
    if (rest === '/build' || rest === '/buildWithParameters') return start(rest, { request, response, body, html, may, name });
    const [, number, way = ''] = /^\/(\d+)(\/.*)?$/.exec(rest) ?? [];
    const build = builds.find((one) => one.number === Number(number));
    if (!build) return html(404, 'Not Found');
    if (way === '') return html(200, `${job} #${build.number}`);
    if (way === '/api/json') return json(buildJson(build));
    if (way === '/logText/progressiveText') {
      const log = Buffer.concat(build.console);
      const from = Number(url.searchParams.get('start') ?? 0);
      // Line ends of pages, in the middle of whatever the reader is at.
      const piece = Buffer.from(log.subarray(Math.min(from, log.length)).toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
      response.writeHead(200, {
        'Content-Type': 'text/plain;charset=utf-8',
        'X-Text-Size': String(log.length),
        ...(build.building && { 'X-More-Data': 'true' }),
      });
      return void response.end(piece);
    }
    if (way === '/consoleText')
      return void response.writeHead(200, { 'Content-Type': 'text/plain;charset=utf-8' }).end(Buffer.concat(build.console));
    if (/^\/(stop|term|kill)$/.test(way)) {
      if (method !== 'POST') return html(405, 'POST is required', { Allow: 'POST' });
      if (!may('cancel')) return mayNotCancel();
      if (build.building) {
        const how = way.slice(1) as Abort;
        build.listeners.forEach((listener) => listener(how));
        if (how === 'kill') end(build, 'ABORTED');
      }
      return html(302, 'moved', { Location: `${believed}${jobPath}/${build.number}/` });
    }
    return html(404, 'Not Found');
  }

  function start(
    way: string,
    {
      request,
      response,
      body,
      html,
      may,
      name,
    }: {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
      readonly body: string;
      readonly html: (status: number, title: string, headers?: Record<string, string>) => void;
      readonly may: (what: 'read' | 'build' | 'cancel') => boolean;
      readonly name: string;
    },
  ): void {
    if (request.method !== 'POST') return html(405, 'You must use POST method to trigger builds', { Allow: 'POST' });
    if (!may('build'))
      return html(403, `${name} is missing the Job/Build permission`, {
        'X-You-Are-Authenticated-As': name,
        'X-Required-Permission': 'hudson.model.Item.Build',
      });
    if (answering !== undefined) {
      const status = answering;
      answering = undefined;
      return html(status, 'something stands between');
    }
    if (delaying !== undefined) {
      const until = delaying;
      delaying = undefined;
      const arrive = (): void => start(way, { request, response, body, html, may, name });
      if (until === 'the next') delayed = arrive;
      else setTimeout(arrive, until);
      return void request.socket.destroy();
    }
    const lost = losing;
    losing = undefined;
    if (lost?.carriedOut === false) return void request.socket.destroy();
    if (options.disabled) return html(409, `${job} is not buildable`);
    const form = new URLSearchParams(body);
    new URL(request.url ?? '', root).searchParams.forEach((value, key) => form.append(key, value));
    let values: Record<string, string>;
    if (way === '/build') {
      if (parameters.length === 0) values = {};
      else {
        const field = form.get('json');
        if (field === null) return html(400, 'This page expects a form submission');
        const { parameter } = JSON.parse(field) as { readonly parameter?: unknown };
        const given = [parameter ?? []].flat() as { readonly name: string; readonly value: string }[];
        const strange = given.find((one) => !parameters.includes(one.name));
        if (strange) return html(500, `No such parameter definition: ${strange.name}`);
        values = Object.fromEntries(given.map((one) => [one.name, one.value]));
      }
    } else {
      if (parameters.length === 0) return html(400, `${job} is not parameterized`);
      values = Object.fromEntries(parameters.map((one) => [one, form.get(one) ?? '']));
    }
    const same = items.find((item) => item.state !== 'left' && JSON.stringify(item.parameters) === JSON.stringify(values));
    if (same) {
      return way === '/build'
        ? html(302, 'moved', { Location: `${believed}${jobPath}/` })
        : html(303, 'see other', { Location: `${believed}/queue/item/${same.id}/` });
    }
    const item: Item = { id: nextItem++, parameters: values, since: Date.now(), state: 'waiting', cancelled: false, stuck: false };
    items.push(item);
    if (lost) return void request.socket.destroy();
    schedule();
    if (withholding) return void (withholding = false);
    if (hiding) {
      hiding = false;
      return void response.writeHead(201).end();
    }
    response.writeHead(201, { Location: `${believed}/queue/item/${item.id}/`, 'X-Jenkins': '2.528.3' }).end();
    const late = delayed;
    delayed = undefined;
    late?.();
  }

  function itemJson(item: Item): object {
    const kind = { waiting: 'WaitingItem', buildable: 'BuildableItem', left: 'LeftItem' }[item.state];
    const late = item.leftAt !== undefined && Date.now() - item.leftAt < lateExecutable;
    const why =
      item.state === 'left' ? null : (held ?? (item.state === 'waiting' ? 'In the quiet period' : 'Waiting for next available executor'));
    return {
      _class: `hudson.model.Queue$${kind}`,
      actions: [{}, parametersOf(item)],
      blocked: false,
      buildable: item.state === 'buildable',
      id: item.id,
      inQueueSince: item.since,
      params: Object.entries(item.parameters)
        .map(([name, value]) => `\n${name}=${options.passwords ? '******' : value}`)
        .join(''),
      stuck: item.state === 'buildable' && (held !== undefined || Date.now() - item.since > (options.impatience ?? Infinity)),
      task: { _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob', name: job, url: `${believed}${jobPath}/`, color: 'blue' },
      url: `queue/item/${item.id}/`,
      why,
      ...(item.state === 'waiting' && { timestamp: item.since + quietPeriod }),
      ...(item.state === 'left' && {
        cancelled: item.cancelled,
        executable:
          item.build && !late
            ? {
                _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
                number: item.build.number,
                url: `${believed}${jobPath}/${item.build.number}/`,
              }
            : null,
      }),
    };
  }

  /** What a pipeline puts into the queue for its step `node`. */
  function nodeItemJson({ number, waitsForNode }: Build): object {
    return {
      _class: 'hudson.model.Queue$BuildableItem',
      actions: [],
      blocked: false,
      buildable: true,
      id: 1_000_000 + number,
      params: '',
      stuck: true,
      task: {
        _class: 'org.jenkinsci.plugins.workflow.support.steps.ExecutorStepExecution$PlaceholderTask',
        name: `part of ${job} #${number}`,
        url: `${jobPath.slice(1)}/${number}/`,
      },
      why: waitsForNode,
    };
  }

  function buildJson(build: Build): object {
    return {
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
      actions: [{}, parametersOf(build)],
      artifacts: [],
      building: build.building,
      inProgress: build.building,
      changeSets: [],
      culprits: [],
      description: null,
      displayName: `#${build.number}`,
      duration: build.ended === undefined ? 0 : build.ended - build.started,
      estimatedDuration: 1000,
      executor: build.building ? {} : null,
      fullDisplayName: `${job} #${build.number}`,
      id: String(build.number),
      keepLog: false,
      number: build.number,
      queueId: build.queueId,
      result: build.result,
      timestamp: build.started,
      url: `${believed}${jobPath}/${build.number}/`,
      nextBuild: null,
      previousBuild: null,
    };
  }

  /** @param all everything there is to say of a build, for a `tree` to choose from */
  function jobJson(all: boolean): object {
    const brief = (build: Build): object => ({
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
      number: build.number,
      url: `${believed}${jobPath}/${build.number}/`,
      ...(all && buildJson(build)),
    });
    return {
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
      name: job.split('/').at(-1),
      fullName: job,
      url: `${believed}${jobPath}/`,
      buildable: !options.disabled,
      builds: builds.toReversed().map(brief),
      inQueue: items.some(({ state }) => state !== 'left'),
      lastBuild: builds.length > 0 ? brief(builds.at(-1) as Build) : null,
      nextBuildNumber: builds.length + 1,
      property: [
        {
          _class: 'hudson.model.ParametersDefinitionProperty',
          parameterDefinitions: parameters.map((name) => ({
            _class: 'hudson.model.TextParameterDefinition',
            name,
            type: 'TextParameterDefinition',
          })),
        },
      ],
    };
  }

  function parametersOf({ parameters: values }: Build | Item): object {
    return {
      _class: 'hudson.model.ParametersAction',
      parameters: Object.entries(values).map(([name, value]) =>
        options.passwords
          ? { _class: 'hudson.model.PasswordParameterValue', name }
          : { _class: 'hudson.model.TextParameterValue', name, value },
      ),
    };
  }

  const fake: JenkinsServer = {
    url: root,
    job: `${root}${jobPath}`,
    requests,
    builds,
    get queue() {
      return items.filter(({ state }) => state !== 'left');
    },
    hold: (why = 'There are no nodes with the label ‘docker’') => void (held = why),
    release: () => void (held = undefined),
    lose: () => items.filter(({ state }) => state !== 'left').forEach((item) => Object.assign(item, { state: 'left', leftAt: Date.now() })),
    restart(milliseconds) {
      awayUntil = Date.now() + milliseconds;
      items.splice(0);
    },
    loseNextAnswer: (carriedOut) => void (losing = { carriedOut }),
    withholdNextAnswer: () => void (withholding = true),
    hideNextLocation: () => void (hiding = true),
    answerNext: (status) => void (answering = status),
    remove(number) {
      const [build] = builds.splice(
        builds.findIndex((one) => one.number === number),
        1,
      );
      build?.listeners.forEach((listener) => listener('kill'));
    },
    hideJob: (now = true) => void (hidden = now),
    forgetBuilds: () => builds.splice(0).forEach(({ listeners }) => listeners.forEach((listener) => listener('kill'))),
    delayNext: (until) => void (delaying = until),
    between: undefined,
    async until(so, bound = 20_000) {
      for (const late = Date.now() + bound; !so(fake); await new Promise((resume) => setTimeout(resume, 10)))
        if (Date.now() > late)
          throw new Error(`it never came to that; requests: ${requests.map(({ method, path }) => `${method} ${path}`).join('\n')}`);
    },
    async [Symbol.asyncDispose]() {
      open = false;
      clearInterval(tick);
      builds.filter(({ building }) => building).forEach(({ listeners }) => listeners.forEach((listener) => listener('stop')));
      await Promise.all(running);
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
  return fake;
}
