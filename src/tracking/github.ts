import type { getOctokit } from '@actions/github';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { neverLeft } from '../http/never-left.js';
import { Refused, type RemoteSpace, type StartCall, type Telling, type Tracked, type Tracker } from './tracker.js';

/** A workflow: where GitHub's API is, and whose it is. */
interface Workflow {
  readonly baseUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly workflow_id: string;
}

interface Run {
  readonly id: number;
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly html_url: string;
  readonly display_title?: string;
}

type Octokit = ReturnType<typeof getOctokit>;

/** GitHub takes no more characters as inputs of a dispatch. */
const longestInputs = 65_535;
/** A dispatch is listed some seconds after it was accepted. */
const unlisted = 60_000;
const firstPause = 1_000;
/** An hour of a token's requests is finite, and a run has many delegations. */
const longestPause = 10_000;
const away = 5 * 60_000;
/** GitHub gives a cancelled job five minutes; ours need ten seconds and their clean-up (delegation.md 3). */
const afterCancel = 60_000;
const afterForce = 30_000;

/**
 * GitHub as an execution space: a workflow that takes the delegation parameter as the input `docker` of a workflow_dispatch, and whose run's name carries
 * its identifier (examples/delegation-workflow.yml).
 */
export function githubSpace({ clock, log, onConsole, onLine }: Telling & { readonly clock: Clock; readonly log: Log }): RemoteSpace {
  const open = async (call: Pick<StartCall, 'url' | 'headers'>, identifier: string) => {
    const workflow = workflowOf(call.url);
    if (!workflow) throw new Error('this is no workflow of GitHub');
    const octokit = await connect(workflow, call.headers);
    const tracker = (found: Run | undefined): Tracker =>
      githubTracker(found, {
        octokit,
        workflow,
        identifier,
        clock,
        log,
        onConsole: (address) => onConsole?.(identifier, address),
        ...(onLine && { onLine: (line: string) => onLine(identifier, line) }),
      });
    return { workflow, octokit, tracker };
  };
  return {
    knows: ({ url, method }) => method === 'POST' && workflowOf(url) !== undefined,
    async start(call, { identifier, signal }) {
      const { workflow, octokit, tracker } = await open(call, identifier);
      await dispatch(call, { octokit, workflow, identifier, clock, log, signal });
      return { location: call.url, tracker: tracker(undefined) };
    },
    async recover(call, { identifier, signal }) {
      const { workflow, octokit, tracker } = await open(call, identifier);
      const found = await find(identifier, { octokit, workflow, clock, signal }, 15_000);
      return found && tracker(found);
    },
  };
}

function workflowOf(url: string): Workflow | undefined {
  const { origin, pathname } = new URL(url);
  const [, base = '', owner, repo, id] = /^(.*)\/repos\/([^/]+)\/([^/]+)\/actions\/workflows\/([^/]+)\/dispatches$/.exec(pathname) ?? [];
  return owner === undefined || repo === undefined || id === undefined
    ? undefined
    : { baseUrl: origin + base, owner, repo, workflow_id: decodeURIComponent(id) };
}

/** Loaded when it is needed: it takes as long as the rest of a start. */
async function connect({ baseUrl }: Workflow, headers: StartCall['headers'] = {}): Promise<Octokit> {
  const [, authorization = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  const token = authorization.replace(/^(?:Bearer|token)\s+/i, '');
  if (token === '')
    throw new Refused(
      'the request to GitHub has no Authorization header with a token',
      'Set DELEGATION_TOKEN, or whatever the provider reads',
    );
  const github = await import('@actions/github');
  return github.getOctokit(token, { baseUrl });
}

interface Asking {
  readonly octokit: Octokit;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Dispatches once. A request whose answer was lost is not sent again unless the run is not there. */
async function dispatch(
  call: StartCall,
  { octokit, workflow, identifier, clock, log, signal }: Asking & { readonly identifier: string; readonly log: Log },
): Promise<void> {
  const { baseUrl, ...where } = workflow;
  const { ref, inputs } = readBody(call);
  if (JSON.stringify(inputs).length > longestInputs)
    throw new Refused(
      `the delegation parameter is longer than the ${longestInputs} characters that GitHub takes as inputs`,
      'Give the test runner its large values by a secret of the workflow, or by a file',
    );
  const until = clock.now() + (call.limit ?? 30_000);
  for (let pause = firstPause; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      await octokit.rest.actions.createWorkflowDispatch({ ...where, ref, inputs, request: { signal } });
      return;
    } catch (error) {
      signal.throwIfAborted();
      const status = statusOf(error);
      const passing = neverLeft(error) || status === 429 || status === 503;
      if (!passing && status !== undefined && status < 500) throw refusal(error, { status, workflow });
      if (!passing) {
        log.warning('the answer to a dispatch was lost: looking for its run', { workflow: workflow.workflow_id, reason: messageOf(error) });
        if (await find(identifier, { octokit, workflow, clock, signal }, 15_000)) return;
      }
      if (clock.now() >= until)
        throw new Refused(`${baseUrl}: ${messageOf(error)}`, 'Is GitHub up, and is the address in the provider right?');
      await clock.sleep(pause, signal);
    }
  }
}

function readBody({ body }: StartCall): { readonly ref: string; readonly inputs: Record<string, string> } {
  const document = (typeof body === 'string' ? JSON.parse(body) : {}) as { readonly ref?: unknown; readonly inputs?: unknown };
  if (typeof document.ref !== 'string' || typeof document.inputs !== 'object' || document.inputs === null)
    throw new Refused('executor.request has no "json" with "ref" and "inputs"', 'See providers/execution-space/github.json');
  return { ref: document.ref, inputs: document.inputs as Record<string, string> };
}

/** The run whose name holds the identifier; asked for until it is listed. */
async function find(identifier: string, { octokit, workflow, clock, signal }: Asking, patience: number): Promise<Run | undefined> {
  const { baseUrl: _baseUrl, ...where } = workflow;
  const until = clock.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      const { data } = await octokit.rest.actions.listWorkflowRuns({
        ...where,
        event: 'workflow_dispatch',
        per_page: 100,
        request: { signal },
      });
      const found = (data.workflow_runs as readonly Run[]).find(({ display_title = '' }) => display_title.includes(identifier));
      if (found) return found;
    } catch (error) {
      signal.throwIfAborted();
      const status = statusOf(error);
      if (status === 401 || status === 404 || clock.now() >= until) throw error;
    }
    if (clock.now() >= until) return undefined;
    await clock.sleep(pause, signal);
  }
}

function githubTracker(
  begun: Run | undefined,
  {
    octokit,
    workflow,
    identifier,
    clock,
    log,
    onConsole,
    onLine,
  }: Omit<Asking, 'signal'> & {
    readonly identifier: string;
    readonly log: Log;
    readonly onConsole: (address: string) => void;
    readonly onLine?: (line: string) => void;
  },
): Tracker {
  const { owner, repo } = workflow;
  let run = begun;
  let over = false;

  async function theRun(signal: AbortSignal): Promise<Run | undefined> {
    run ??= await find(identifier, { octokit, workflow, clock, signal }, unlisted);
    return run;
  }

  async function look({ id }: Run, signal: AbortSignal): Promise<Tracked> {
    for (const until = clock.now() + away; ;) {
      try {
        const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: id, request: { signal } });
        const address = data.html_url;
        if (data.status === 'completed') {
          over = true;
          return {
            state: 'ended',
            log: address,
            reason: `workflow run ${id} of ${owner}/${repo} ended ${data.conclusion ?? 'without a conclusion'}: ${address}`,
          };
        }
        return data.status === 'in_progress'
          ? { state: 'running', log: address }
          : { state: 'waiting', queue: `${data.status ?? 'queued'} at GitHub` };
      } catch (error) {
        signal.throwIfAborted();
        if (statusOf(error) === 404) {
          over = true;
          return { state: 'lost', reason: `workflow run ${id} of ${owner}/${repo} was deleted` };
        }
        if (statusOf(error) === 401 || clock.now() >= until) return { state: 'lost', reason: messageOf(error) };
      }
      await clock.sleep(longestPause, signal);
    }
  }

  /** GitHub hands out the log of a job when it has ended. */
  async function readLog({ id }: Run, signal: AbortSignal): Promise<void> {
    const { data } = await octokit.rest.actions.listJobsForWorkflowRun({ owner, repo, run_id: id, request: { signal } });
    for (const job of data.jobs) {
      const answer = await octokit.rest.actions.downloadJobLogsForWorkflowRun({ owner, repo, job_id: job.id, request: { signal } });
      for (const line of String(answer.data).replace(/\n$/, '').split('\n')) onLine?.(line.replace(/\r$/, ''));
    }
  }

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    const found = await theRun(signal).catch((error: unknown): string => {
      signal.throwIfAborted();
      return messageOf(error);
    });
    if (found === undefined || typeof found === 'string') {
      const why =
        found ??
        `no run of ${workflow.workflow_id} has ${identifier} in its name: is its run-name that of examples/delegation-workflow.yml?`;
      yield { state: 'lost', reason: why };
      return;
    }
    onConsole(found.html_url);
    for (let known = '', pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const looked = await look(found, signal);
      if (onLine && looked.state === 'ended')
        await readLog(found, signal).catch((error: unknown) => {
          signal.throwIfAborted();
          log.debug('log could not be read', { reason: messageOf(error) });
        });
      if (JSON.stringify(looked) !== known) {
        known = JSON.stringify(looked);
        yield looked;
      }
      if (looked.state === 'ended' || looked.state === 'lost') return;
      await clock.sleep(pause, signal);
    }
  }

  async function endsWithin(found: Run, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    for (const until = clock.now() + milliseconds; clock.now() < until; await clock.sleep(firstPause, signal)) {
      await look(found, signal);
      if (over) return true;
    }
    return false;
  }

  return {
    grace: unlisted + afterCancel + afterForce,
    over: () => over,
    async cancel(signal) {
      const found = await theRun(signal);
      if (!found) return;
      for (const [way, patience] of [
        ['cancelWorkflowRun', afterCancel],
        ['forceCancelWorkflowRun', afterForce],
      ] as const) {
        // 409: it has ended meanwhile.
        await octokit.rest.actions[way]({ owner, repo, run_id: found.id, request: { signal } }).catch((error: unknown) => {
          signal.throwIfAborted();
          log.debug('run could not be cancelled', { run: found.id, reason: messageOf(error) });
        });
        if (await endsWithin(found, patience, signal)) return;
      }
    },
    async *follow(signal) {
      try {
        yield* states(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}

/** The status of GitHub's answer; undefined when there was none. */
function statusOf(error: unknown): number | undefined {
  const { status, response } = Object(error) as { readonly status?: unknown; readonly response?: unknown };
  return typeof status === 'number' && response !== undefined ? status : undefined;
}

const meanings: Readonly<Record<number, string>> = {
  401: 'The token is not valid: check DELEGATION_TOKEN',
  403: 'The token needs the permission "actions: write" on the repository',
  404: 'There is no such repository or workflow, or the token may not see it',
  422: 'The workflow must be on that ref, have "on: workflow_dispatch" and the input "docker" (examples/delegation-workflow.yml)',
};

function refusal(error: unknown, { status, workflow }: { readonly status: number; readonly workflow: Workflow }): Refused {
  const { baseUrl, owner, repo, workflow_id } = workflow;
  return new Refused(
    `${baseUrl}/repos/${owner}/${repo}, workflow ${workflow_id}, answered ${status}: ${messageOf(error)}`,
    meanings[status] ?? 'Check executor.request in the execution space provider',
  );
}
