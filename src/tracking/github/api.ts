import type { getOctokit } from '@actions/github';
import type { Clock } from '../../host/clock.js';
import type { Log } from '../../host/log.js';
import type { HttpClient } from '../../http/client.js';
import { percentDecode } from '../../http/url.js';
import { bearerIn } from '../bearer.js';
import { ForeignAnswer } from '../foreign-answer.js';
import { Refused, type StartCall } from '../tracker.js';

/** A workflow: where GitHub's API is, and whose it is. */
export interface Workflow {
  readonly baseUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly workflow_id: string;
}

/** What of a workflow run is of interest. */
export interface Run {
  readonly id: number;
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly html_url: string;
  readonly display_title?: string;
}

/** The requests that a delegation needs. Each fails as octokit's do: read `statusOf`; or with {@link ForeignAnswer}. */
export interface GitHub {
  readonly workflow: Workflow;
  /**
   * @param tells whether to ask for the run's number, which servers before 2026 refuse
   * @returns the number where the server tells it
   */
  dispatch(
    what: { readonly ref: string; readonly inputs: Readonly<Record<string, string>>; readonly tells: boolean },
    signal: AbortSignal,
  ): Promise<number | undefined>;
  /** The workflow's newest dispatched runs. */
  runs(page: number, signal: AbortSignal): Promise<readonly Run[]>;
  /** A run; one that is as it was when it was last asked for costs none of the token's requests. */
  run(id: number, signal: AbortSignal): Promise<Run>;
  cancel(id: number, way: 'cancel' | 'force-cancel', signal: AbortSignal): Promise<void>;
  /** What the jobs of a run printed. Before they have ended GitHub does not give it. */
  log(id: number, signal: AbortSignal): Promise<string>;
}

/** The workflow that an address dispatches; undefined when it dispatches none. */
export function workflowOf(url: string): Workflow | undefined {
  const { origin, pathname } = new URL(url);
  const [, base = '', owner, repo, id] =
    /^(.*?)\/*\/repos\/([^/]+)\/([^/]+)\/actions\/workflows\/([^/]+)\/dispatches$/.exec(pathname) ?? [];
  return owner === undefined || repo === undefined || id === undefined
    ? undefined
    : { baseUrl: origin + base, owner, repo, workflow_id: percentDecode(id) };
}

/** @throws {Refused} without a token */
export async function connect(
  workflow: Workflow,
  headers: StartCall['headers'],
  { http, log }: { readonly http: HttpClient; readonly log: Log },
): Promise<GitHub> {
  const token = bearerIn(headers);
  if (token === undefined)
    throw new Refused(
      'the request to GitHub has no Authorization header with a token',
      'Set DELEGATION_TOKEN, or whatever the provider reads',
    );
  log.secret(token);
  const { baseUrl, owner, repo } = workflow;
  // Loaded when it is needed: it takes as long as the rest of a start.
  const toolkit = await import('@actions/github');
  const octokit: ReturnType<typeof getOctokit> = toolkit.getOctokit(token, { baseUrl, request: { fetch: fetchOver(http) } });
  const { actions } = octokit.rest;
  const known = new Map<number, { readonly etag: string; readonly run: Run }>();
  return {
    workflow,
    async dispatch({ ref, inputs, tells }, signal) {
      const details = tells && { return_run_details: true };
      const { baseUrl: _baseUrl, ...where } = workflow;
      const { data } = await actions.createWorkflowDispatch({ ...where, ref, inputs, ...details, request: { signal } });
      if (typeof data === 'string' && data !== '') throw new ForeignAnswer(`the dispatch of ${workflow.workflow_id}`, 'GitHub');
      const { workflow_run_id: id } = Object(data) as { readonly workflow_run_id?: unknown };
      return typeof id === 'number' ? id : undefined;
    },
    async runs(page, signal) {
      const { baseUrl: _baseUrl, ...where } = workflow;
      const asked = { ...where, event: 'workflow_dispatch', per_page: 100, page, request: { signal } };
      const { workflow_runs: runs } = Object((await actions.listWorkflowRuns(asked)).data) as { readonly workflow_runs?: readonly Run[] };
      if (runs === undefined) throw new ForeignAnswer(`GET the runs of ${workflow.workflow_id}`, 'GitHub');
      return runs;
    },
    async run(id, signal) {
      const last = known.get(id);
      try {
        const { data, headers: answered } = await actions.getWorkflowRun({
          owner,
          repo,
          run_id: id,
          ...(last && { headers: { 'if-none-match': last.etag } }),
          request: { signal },
        });
        if (typeof data === 'string') throw new ForeignAnswer(`GET workflow run ${id}`, 'GitHub');
        if (answered.etag) known.set(id, { etag: answered.etag, run: data });
        return data;
      } catch (error) {
        if (last && statusOf(error) === 304) return last.run;
        throw error;
      }
    },
    async cancel(id, way, signal) {
      const which = { owner, repo, run_id: id, request: { signal } };
      await (way === 'cancel' ? actions.cancelWorkflowRun(which) : actions.forceCancelWorkflowRun(which));
    },
    async log(id, signal) {
      const { data } = await actions.listJobsForWorkflowRun({ owner, repo, run_id: id, per_page: 100, request: { signal } });
      if (typeof data === 'string') throw new ForeignAnswer(`GET the jobs of workflow run ${id}`, 'GitHub');
      const logs: string[] = [];
      for (const job of data.jobs) {
        const answer = await actions.downloadJobLogsForWorkflowRun({ owner, repo, job_id: job.id, request: { signal } });
        logs.push(String(answer.data));
      }
      return logs.join('');
    },
  };
}

/** The status of GitHub's answer; undefined when there was none. */
export function statusOf(error: unknown): number | undefined {
  const { status, response } = Object(error) as { readonly status?: unknown; readonly response?: unknown };
  return typeof status === 'number' && response !== undefined ? status : undefined;
}

/** Milliseconds that GitHub asks us to wait because the token has asked too often; undefined when it does not. */
export function pauseAsked(error: unknown, clock: Clock): number | undefined {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return undefined;
  const { headers } = (error as { readonly response: { readonly headers: Readonly<Record<string, string | undefined>> } }).response;
  const after = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(after)) return after * 1000;
  if (headers['x-ratelimit-remaining'] === '0') return Math.max(1_000, Number(headers['x-ratelimit-reset']) * 1000 - clock.now());
  return status === 429 || /secondary rate limit/i.test(String((error as Error).message)) ? 60_000 : undefined;
}

/** The program's own HTTP client in the form in which octokit asks: proxies, authorities, limits and the log are the same everywhere. */
function fetchOver(http: HttpClient): typeof fetch {
  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input;
    const { method = 'GET', headers, body, signal } = init;
    const answer = await http.request({
      method,
      url,
      headers: headers as Readonly<Record<string, string>>,
      ...(typeof body === 'string' && { body }),
      ...(method === 'GET' ? {} : { once: true }),
      limit: 30_000,
      ...(signal && { signal }),
    });
    const bytes = await answer.bytes();
    const answered = Object.entries(answer.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    );
    const empty = [204, 205, 304].includes(answer.status);
    return new Response(empty ? null : new Uint8Array(bytes), { status: answer.status, statusText: answer.reason, headers: answered });
  };
}
