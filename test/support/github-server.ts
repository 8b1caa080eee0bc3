// The part of GitHub's API that a delegation needs, after its public description (rest/actions: workflows, workflow-runs, workflow-jobs).

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface GitHubRun {
  readonly id: number;
  readonly inputs: Readonly<Record<string, string>>;
  readonly ref: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  /** Ways by which it was cancelled. */
  readonly cancelled: string[];
}

export interface GitHubOptions {
  /** What a run does when it was dispatched. */
  readonly behave?: (run: GitHubRun) => void;
  readonly token?: string;
  /** How runs are named; absent: as examples/delegation-workflow.yml names them. */
  readonly title?: (run: GitHubRun) => string;
  /** What jobs printed. */
  readonly log?: string;
}

export interface GitHubServer extends AsyncDisposable {
  readonly url: string;
  /** The address that dispatches the workflow. */
  readonly dispatches: string;
  readonly runs: readonly GitHubRun[];
  readonly requests: readonly string[];
  /** The next dispatch gets no answer. */
  loseNextAnswer(carriedOut: boolean): void;
}

export async function githubServer({
  behave = (run) => Object.assign(run, { status: 'completed', conclusion: 'success' }),
  token = 'token-of-lab',
  title = ({ inputs }) => `ETOS delegation ${(JSON.parse(inputs.docker ?? '{}') as { readonly identifier: string }).identifier}`,
  log = '',
}: GitHubOptions = {}): Promise<GitHubServer> {
  const runs: GitHubRun[] = [];
  const requests: string[] = [];
  let losing: boolean | undefined;
  const repository = '/repos/acme/delegations';

  const server = createServer((request, response) => void text(request).then((body) => answer(request, response, body)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { pathname: path } = new URL(request.url ?? '', root);
    requests.push(`${request.method} ${path}`);
    const json = (status: number, value: object): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
    if (!/^(?:token|Bearer) /i.test(request.headers.authorization ?? '') || !request.headers.authorization?.endsWith(` ${token}`))
      return json(401, { message: 'Bad credentials' });
    if (!path.startsWith(repository)) return json(404, { message: 'Not Found' });
    const rest = path.slice(repository.length);
    if (rest === '/actions/workflows/delegation.yml/dispatches' && request.method === 'POST') {
      const { ref, inputs = {} } = JSON.parse(body) as { readonly ref: string; readonly inputs?: Readonly<Record<string, string>> };
      if (Object.keys(inputs).some((name) => name !== 'docker')) return json(422, { message: 'Unexpected inputs provided' });
      const lost = losing;
      losing = undefined;
      if (lost === false) return void request.socket.destroy();
      const run: GitHubRun = { id: 1000 + runs.length, inputs, ref, status: 'queued', conclusion: null, cancelled: [] };
      runs.push(run);
      behave(run);
      return lost ? void request.socket.destroy() : void response.writeHead(204).end();
    }
    if (rest === '/actions/workflows/delegation.yml/runs')
      return json(200, { total_count: runs.length, workflow_runs: runs.toReversed().map(runJson) });
    const [, id, way = ''] = /^\/actions\/runs\/(\d+)(\/.*)?$/.exec(rest) ?? [];
    const run = runs.find((one) => one.id === Number(id));
    if (run && way === '') return json(200, runJson(run));
    if (run && way === '/jobs')
      return json(200, { total_count: 1, jobs: [{ id: run.id * 10, run_id: run.id, name: 'delegation', status: run.status }] });
    if (run && (way === '/cancel' || way === '/force-cancel') && request.method === 'POST') {
      if (run.status === 'completed') return json(409, { message: 'Cannot cancel a workflow run that is completed.' });
      run.cancelled.push(way);
      Object.assign(run, { status: 'completed', conclusion: 'cancelled' });
      return json(202, {});
    }
    if (/^\/actions\/jobs\/\d+\/logs$/.test(rest)) return void response.writeHead(302, { Location: `${root}${repository}/blob` }).end();
    if (rest === '/blob') return void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(log);
    json(404, { message: 'Not Found' });
  }

  function runJson(run: GitHubRun): object {
    const { id, status, conclusion } = run;
    return {
      id,
      name: 'ETOS delegation',
      display_title: title(run),
      event: 'workflow_dispatch',
      status,
      conclusion,
      html_url: `https://github.com/acme/delegations/actions/runs/${id}`,
    };
  }

  return {
    url: root,
    dispatches: `${root}${repository}/actions/workflows/delegation.yml/dispatches`,
    runs,
    requests,
    loseNextAnswer: (carriedOut) => void (losing = carriedOut),
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
