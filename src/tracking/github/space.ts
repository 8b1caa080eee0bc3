import type { Clock } from '../../host/clock.js';
import { messageOf, type NotCarriedOut } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import type { HttpClient } from '../../http/client.js';
import { neverLeft } from '../../http/never-left.js';
import { connect, pauseAsked, statusOf, workflowOf, type GitHub, type Workflow } from './api.js';
import { findRun, listed } from './runs.js';
import { githubTracker } from './tracker.js';
import { Doubtful, Refused, type RemoteSpace, type StartCall, type Telling, type Tracker } from '../tracker.js';

/** GitHub takes no more characters as inputs of a dispatch. */
const longestInputs = 65_535;
const firstPause = 1_000;
const away = 5 * 60_000;

/**
 * GitHub as an execution space: a workflow that takes the delegation parameter as the input `docker` of a workflow_dispatch, and whose run's name carries
 * its identifier (examples/delegation-workflow.yml).
 */
export function githubSpace({
  http,
  clock,
  log,
  onConsole,
  onLine,
}: Telling & { readonly http: HttpClient; readonly clock: Clock; readonly log: Log }): RemoteSpace {
  const open = async (call: Pick<StartCall, 'url' | 'headers'>, identifier: string) => {
    const workflow = workflowOf(call.url);
    if (!workflow) throw new Error('this is no workflow of GitHub');
    const github = await connect(workflow, call.headers, { http, log });
    const tracker = (run: number | undefined): Tracker =>
      githubTracker(run, identifier, {
        github,
        clock,
        log,
        onConsole: (address) => onConsole?.(identifier, address),
        ...(onLine && { onLine: (line: string) => onLine(identifier, line) }),
      });
    return { workflow, github, tracker };
  };
  return {
    knows: ({ url, method }) => method === 'POST' && workflowOf(url) !== undefined,
    async start(call, { identifier, signal }) {
      const { workflow, github, tracker } = await open(call, identifier);
      const run = await dispatch(call, { github, identifier, clock, log, signal });
      return { location: run === undefined ? call.url : addressOf(workflow, run), tracker: tracker(run) };
    },
    async recover(call, { identifier, location, signal }) {
      const { github, tracker } = await open(call, identifier);
      const known = /\/actions\/runs\/(\d+)$/.exec(location ?? '')?.[1];
      const run = known === undefined ? await findRun(identifier, { github, clock, signal }, listed) : Number(known);
      return run === undefined ? undefined : tracker(run);
    },
  };
}

function addressOf({ baseUrl, owner, repo }: Workflow, run: number): string {
  return `${baseUrl}/repos/${owner}/${repo}/actions/runs/${run}`;
}

interface Dispatching {
  readonly github: GitHub;
  readonly identifier: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Dispatches once. A request whose answer was lost is not sent again unless the run is not there, and what fails then is in doubt: a run may be listed
 * later than anybody waits.
 * @returns the run; undefined where the server is too old to tell it
 * @throws {Refused} nothing was started
 * @throws {Doubtful} something may have been started
 */
async function dispatch(call: StartCall, { github, identifier, clock, log, signal }: Dispatching): Promise<number | undefined> {
  const { workflow } = github;
  const { ref, inputs } = readBody(call);
  const until = clock.now() + (call.limit ?? 30_000);
  const limitUntil = clock.now() + away;
  let tells = true;
  let doubtful = false;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      return await github.dispatch({ ref, inputs, tells }, signal);
    } catch (error) {
      signal.throwIfAborted();
      const status = statusOf(error);
      const asked = pauseAsked(error, clock);
      if (tells && (status === 400 || status === 422) && messageOf(error).includes('return_run_details')) {
        tells = false;
        continue;
      }
      if (asked === undefined && status !== undefined && status < 500) throw refusal(error, { status, workflow, doubtful });
      if (asked === undefined && !neverLeft(error)) {
        doubtful = true;
        log.warning('the answer to a dispatch was lost: looking for its run', { workflow: workflow.workflow_id, reason: messageOf(error) });
        const run = await findRun(identifier, { github, clock, signal }, listed);
        if (run !== undefined) return run;
      }
      const wait = asked ?? pause;
      if (asked === undefined ? clock.now() >= until : clock.now() + wait > limitUntil)
        throw new (doubtful ? Doubtful : Refused)(
          `${workflow.baseUrl}: ${messageOf(error)}${doubtful ? `, and no run was listed within ${listed / 1000} s: one may begin later` : ''}`,
          asked === undefined
            ? 'Is GitHub up, and is the address in the provider right?'
            : 'The token has no requests left: try again later',
        );
      if (asked !== undefined) log.warning('GitHub lets us wait', { seconds: Math.ceil(wait / 1000), reason: messageOf(error) });
      await clock.sleep(wait, signal);
    }
  }
}

function readBody({ body }: StartCall): { readonly ref: string; readonly inputs: Readonly<Record<string, string>> } {
  const document = (typeof body === 'string' ? JSON.parse(body) : {}) as { readonly ref?: unknown; readonly inputs?: unknown };
  if (typeof document.ref !== 'string' || typeof document.inputs !== 'object' || document.inputs === null)
    throw new Refused('executor.request has no "json" with "ref" and "inputs"', 'See providers/execution-space/github.json');
  if (JSON.stringify(document.inputs).length > longestInputs)
    throw new Refused(
      `the delegation parameter is longer than the ${longestInputs} characters that GitHub takes as inputs`,
      'Give the test runner its large values by a secret of the workflow, or by a file',
    );
  return { ref: document.ref, inputs: document.inputs as Readonly<Record<string, string>> };
}

const meanings: Readonly<Record<number, string>> = {
  401: 'The token is not valid: check DELEGATION_TOKEN',
  403: 'The token needs the permission "Actions: read and write" on the repository',
  404: 'There is no such repository or workflow, or the token may not see it',
  422: 'The workflow must be on that ref, be enabled, have "on: workflow_dispatch" and the input "docker" (examples/delegation-workflow.yml)',
};

function refusal(
  error: unknown,
  { status, workflow, doubtful }: { readonly status: number; readonly workflow: Workflow; readonly doubtful: boolean },
): NotCarriedOut {
  const { baseUrl, owner, repo, workflow_id } = workflow;
  return new (doubtful ? Doubtful : Refused)(
    `${baseUrl}/repos/${owner}/${repo}, workflow ${workflow_id}, answered ${status}: ${messageOf(error)}`,
    meanings[status] ?? 'Check executor.request in the execution space provider',
  );
}
