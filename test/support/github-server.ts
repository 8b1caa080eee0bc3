// The part of GitHub's API that a delegation needs, after its public description (rest/actions: workflows, workflow-runs, workflow-jobs). Checked with
// octokit. What a run does is a behaviour (github-jobs.ts).

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface GitHubRun {
  readonly id: number;
  readonly inputs: Readonly<Record<string, string>>;
  readonly ref: string;
  readonly title: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  /** What its job printed so far. */
  log: string;
  /** Ways by which it was asked to end. */
  readonly cancelled: string[];
}

export type Conclusion = 'success' | 'failure' | 'cancelled';
/** `over`: the test is. */
export type Way = 'cancel' | 'force-cancel' | 'over';

/** What the job of a run does; its conclusion. `onCancel` is told each request to end. */
export type Job = (run: GitHubRun, onCancel: (listener: (way: Way) => void) => void) => Promise<Conclusion>;

export interface GitHubOptions {
  readonly job?: Job;
  readonly token?: string;
  /** How runs are named; absent: as examples/delegation-workflow.yml names them. */
  readonly title?: (inputs: Readonly<Record<string, string>>) => string;
  /** A server of before 2026: it does not tell the number of a run. */
  readonly older?: boolean;
  /** Runs at a time; more wait. */
  readonly runners?: number;
}

export interface GitHubServer extends AsyncDisposable {
  readonly url: string;
  /** The address that dispatches the workflow. */
  readonly dispatches: string;
  readonly runs: readonly GitHubRun[];
  readonly requests: readonly string[];
  /** The next dispatch gets no answer; whether it is carried out. */
  loseNextAnswer(carriedOut: boolean): void;
  /** Dispatches are held, before anything is done about them, or afterwards. */
  hold(when: 'before' | 'after'): void;
  /** Runs that begin from now on are not listed until `list` is called. */
  unlist(): void;
  list(): void;
  /** Answers the next requests so. */
  answerNext(...answers: readonly Refusal[]): void;
  /** Whatever stands between, or is behind the rest, answers a request in the server's place: `METHOD /path`; undefined: it does not. */
  replace(answer: (request: string) => Refusal | undefined): void;
  /** Resolves when what it says is so; asked after each request and each change of a run. */
  until(holds: (server: GitHubServer) => boolean): Promise<void>;
}

interface Refusal {
  readonly status: number;
  readonly message: string;
  /** As a page, not as GitHub's JSON. */
  readonly page?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const ended: Job = async () => 'success';

export async function githubServer({
  job = ended,
  token = 'token-of-lab',
  title = ({ docker = '{}' }) => `ETOS delegation ${(JSON.parse(docker) as { readonly identifier: string }).identifier}`,
  older = false,
  runners = 20,
}: GitHubOptions = {}): Promise<GitHubServer> {
  const runs: GitHubRun[] = [];
  const cancels = new Map<number, (way: Way) => void>();
  const waiting: (() => void)[] = [];
  const unlisted = new Set<GitHubRun>();
  const requests: string[] = [];
  const planned: Refusal[] = [];
  let replacing: (request: string) => Refusal | undefined = () => undefined;
  const watchers = new Set<() => void>();
  const work = new Set<Promise<void>>();
  let losing: boolean | undefined;
  let holding: 'before' | 'after' | undefined;
  let hiding = false;
  let busy = 0;
  const repository = '/repos/acme/delegations';
  const changed = (): void => watchers.forEach((watcher) => watcher());

  const server = createServer((request, response) => void text(request).then((body) => answer(request, response, body)));
  // Logs are in another place, which refuses whoever shows it a token.
  const blobs = createServer((request, response) => {
    const run = runs.find(({ id }) => request.url === `/${id}.txt`);
    if (request.headers.authorization !== undefined || !run) return void response.writeHead(403).end('signature did not match');
    const stamped = run.log.replace(/\n$/, '').replace(/^/gm, '2026-11-20T12:00:00.1234567Z ');
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(`\uFEFF${stamped.replaceAll('\n', '\r\n')}\r\n`);
  });
  const [root, blobRoot] = await Promise.all([listen(server), listen(blobs)]);

  function begin(inputs: Readonly<Record<string, string>>, ref: string): GitHubRun {
    const id = 1000 + runs.length;
    const run: GitHubRun = { id, inputs, ref, title: title(inputs), status: 'queued', conclusion: null, log: '', cancelled: [] };
    runs.push(run);
    if (hiding) unlisted.add(run);
    const end = (conclusion: string): void => {
      Object.assign(run, { status: 'completed', conclusion });
      changed();
    };
    cancels.set(id, () => run.status === 'queued' && end('cancelled'));
    const start = (): void => {
      if (run.status !== 'queued') return void waiting.shift()?.();
      busy++;
      run.status = 'in_progress';
      changed();
      const listeners: ((way: Way) => void)[] = [];
      cancels.set(id, (way) => listeners.forEach((listener) => listener(way)));
      const working = job(run, (listener) => listeners.push(listener)).then(
        (conclusion) => {
          end(run.cancelled.length > 0 ? 'cancelled' : conclusion);
          busy--;
          waiting.shift()?.();
        },
        (error: unknown) => {
          run.log += String(error);
          end('failure');
        },
      );
      work.add(working);
      void working.finally(() => work.delete(working));
    };
    if (busy < runners) setImmediate(start);
    else waiting.push(start);
    return run;
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { pathname: path, searchParams } = new URL(request.url ?? '', root);
    requests.push(`${request.method} ${path}`);
    setImmediate(changed);
    const json = (status: number, value: object, headers: Readonly<Record<string, string>> = {}): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(value));
    const refuse = (status: number, message: string): void =>
      json(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) });
    const next = planned.shift() ?? replacing(`${request.method} ${path.slice(repository.length)}`);
    if (next?.page) return void response.writeHead(next.status, { 'Content-Type': 'text/html' }).end(`<html>${next.message}</html>`);
    if (next) return json(next.status, { message: next.message }, next.headers);
    if (!/^(?:token|Bearer) /i.test(request.headers.authorization ?? '') || !request.headers.authorization?.endsWith(` ${token}`))
      return refuse(401, 'Bad credentials');
    if (!path.startsWith(repository)) return refuse(404, 'Not Found');
    const rest = path.slice(repository.length);
    if (rest === '/actions/workflows/delegation.yml/dispatches' && request.method === 'POST')
      return dispatched(body, { request, response, json, refuse });
    if (rest === '/actions/workflows/delegation.yml/runs') {
      const [size, page] = [Number(searchParams.get('per_page') ?? 30), Number(searchParams.get('page') ?? 1)];
      const all = runs.filter((run) => !unlisted.has(run)).toReversed();
      return json(200, { total_count: all.length, workflow_runs: all.slice(size * (page - 1), size * page).map(runJson) });
    }
    const [, id, way = ''] = /^\/actions\/runs\/(\d+)(\/.*)?$/.exec(rest) ?? [];
    const run = runs.find((one) => one.id === Number(id));
    if (run && way === '') {
      const etag = `W/"${run.id}-${run.status}"`;
      return request.headers['if-none-match'] === etag ? void response.writeHead(304, { etag }).end() : json(200, runJson(run), { etag });
    }
    if (run && way === '/jobs')
      return json(200, { total_count: 1, jobs: [{ id: run.id * 10, run_id: run.id, name: 'delegation', status: run.status }] });
    if (run && (way === '/cancel' || way === '/force-cancel') && request.method === 'POST') {
      if (run.status === 'completed') return refuse(409, 'Cannot cancel a workflow run that is completed.');
      run.cancelled.push(way);
      json(202, {});
      cancels.get(run.id)?.(way.slice(1) as Way);
      return;
    }
    const [, jobId] = /^\/actions\/jobs\/(\d+)\/logs$/.exec(rest) ?? [];
    const finished = runs.find((one) => one.id * 10 === Number(jobId) && one.status === 'completed');
    if (finished) return void response.writeHead(302, { Location: `${blobRoot}/${finished.id}.txt` }).end();
    refuse(404, 'Not Found');
  }

  function dispatched(
    body: string,
    {
      request,
      response,
      json,
      refuse,
    }: {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
      readonly json: (status: number, value: object) => void;
      readonly refuse: (status: number, message: string) => void;
    },
  ): void {
    const asked = JSON.parse(body) as {
      readonly ref?: string;
      readonly inputs?: Readonly<Record<string, string>>;
      readonly return_run_details?: boolean;
    };
    const { ref, inputs = {} } = asked;
    if (older && 'return_run_details' in asked) return refuse(422, 'Invalid request.\n\n"return_run_details" is not a permitted key.');
    if (ref !== 'main') return refuse(422, `No ref found for: ${ref}`);
    const unexpected = Object.keys(inputs).filter((name) => name !== 'docker');
    if (unexpected.length > 0) return refuse(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
    if (inputs.docker === undefined) return refuse(422, "Required input 'docker' not provided");
    const lost = losing;
    losing = undefined;
    if (lost === false) return void request.socket.destroy();
    if (holding === 'before') return;
    const run = begin(inputs, ref);
    if (holding === 'after') return;
    if (lost) return void request.socket.destroy();
    const api = `${root}${repository}/actions/runs/${run.id}`;
    if (asked.return_run_details) json(200, { workflow_run_id: run.id, run_url: api, html_url: pageOf(run) });
    else response.writeHead(204).end();
  }

  function runJson(run: GitHubRun): object {
    const { id, status, conclusion, title } = run;
    return {
      id,
      name: 'ETOS delegation',
      display_title: title,
      event: 'workflow_dispatch',
      status,
      conclusion,
      run_attempt: 1,
      html_url: pageOf(run),
    };
  }

  const own: GitHubServer = {
    url: root,
    dispatches: `${root}${repository}/actions/workflows/delegation.yml/dispatches`,
    runs,
    requests,
    loseNextAnswer: (carriedOut) => void (losing = carriedOut),
    hold: (when) => void (holding = when),
    unlist: () => void (hiding = true),
    list() {
      hiding = false;
      unlisted.clear();
    },
    answerNext: (...answers) => void planned.push(...answers),
    replace: (answer) => void (replacing = answer),
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
      for (const cancel of cancels.values()) cancel('over');
      await Promise.all(work);
      await Promise.all([server, blobs].map((one) => new Promise((done) => (one.close(done), one.closeAllConnections()))));
    },
  };
  return own;
}

function pageOf({ id }: GitHubRun): string {
  return `https://github.com/acme/delegations/actions/runs/${id}`;
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
