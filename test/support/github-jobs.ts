// What runs of the fake GitHub do: a script of the test, or the workflow of the examples itself, its steps run as GitHub's runner runs them
// (delegation.md 3): the shell, the files, the signals to the one process, `if: always()` after a cancel, the sweep at the end.

import { readFile, mkdir, symlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { processesMarked } from '../../src/host/strays.js';
import { temporaryDirectory } from './directory.js';
import type { Conclusion, GitHubRun, Job, Way } from './github-server.js';
import { bundleOf, startProcess, type Running } from './program.js';

/** Prints, and ends so. */
export function ends(conclusion: Conclusion, log = ''): Job {
  return async (run) => {
    run.log = log;
    return conclusion;
  };
}

/** Goes on until it is cancelled; deaf to what is not in `hears`. */
export function runsUntilCancelled(hears: readonly Way[] = ['cancel', 'force-cancel']): Job {
  return (_run, onCancel) => new Promise((resolve) => onCancel((way) => (way === 'over' || hears.includes(way)) && resolve('cancelled')));
}

export interface Workflow {
  readonly 'run-name': string;
  readonly on: { readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, { readonly required?: boolean }>> } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: {
    readonly delegation: {
      readonly 'runs-on': string;
      readonly 'timeout-minutes': number;
      readonly env: Readonly<Record<string, string>>;
      readonly steps: readonly WorkflowStep[];
    };
  };
}

export interface WorkflowStep {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export const workflowFile = resolve(import.meta.dirname, '../../examples/delegation-workflow.yml');

export async function readWorkflow(): Promise<Workflow> {
  return parse(await readFile(workflowFile, 'utf8')) as Workflow;
}

/** What `${{ … }}` may name; `fromJSON(…)` and members are all the expressions we use. */
type Context = Readonly<Record<string, unknown>>;

export function evaluate(text: string, context: Context): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const [, inner, member] = /^fromJSON\(([\w.]+)\)\.(\w+)$/.exec(expression) ?? [];
    const value = inner === undefined ? at(expression, context) : at(String(member), JSON.parse(String(at(inner, context))) as Context);
    if (value === undefined) throw new Error(`nobody knows ${expression}`);
    return `${value as string}`;
  });
}

function at(path: string, context: Context): unknown {
  return path.split('.').reduce<unknown>((value, name) => (Object(value) as Context)[name], context);
}

/** How long GitHub's runner waits from SIGINT to SIGTERM, and from there to SIGKILL. */
const [untilTerm, untilKill] = [7_500, 2_500];

/** Runs the steps of examples/delegation-workflow.yml. */
export const workflow: Job = async (run, onCancel) => {
  const { jobs } = await readWorkflow();
  await using home = await temporaryDirectory();
  await mkdir(home.at('work'));
  const github = { run_id: run.id, run_attempt: 1 };
  const environment = {
    ...Object.fromEntries(Object.entries(jobs.delegation.env).map(([name, value]) => [name, evaluate(value, { github })])),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: `acme/${home.path.split('-').at(-1)}`,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_EVENT_PATH: await home.write('event.json', { inputs: run.inputs, ref: `refs/heads/${run.ref}` }),
    GITHUB_WORKSPACE: home.at('work'),
    RUNNER_TEMP: dirname(await home.write('temp/.keep', '')),
    RUNNER_TRACKING_ID: `github_${run.id}_${process.pid}`,
  };
  let step: Running | undefined;
  let way: Way | undefined;
  const timers: NodeJS.Timeout[] = [];
  onCancel((asked) => {
    const first = way === undefined;
    way = asked;
    if (asked !== 'cancel') step?.kill('SIGKILL');
    else if (first) {
      step?.kill('SIGINT');
      const current = step;
      timers.push(setTimeout(() => current?.kill('SIGTERM'), untilTerm));
      timers.push(setTimeout(() => current?.kill('SIGKILL'), untilTerm + untilKill));
    }
  });
  let conclusion: Conclusion = 'success';
  for (const [n, { uses, run: script, with: given, if: when }] of jobs.delegation.steps.entries()) {
    if ((way !== undefined && way !== 'cancel') || ((way !== undefined || conclusion !== 'success') && when !== 'always()')) continue;
    if (uses?.startsWith('actions/checkout@')) {
      const place = home.at('work', given?.path ?? '', 'dist');
      await mkdir(place, { recursive: true });
      await symlink(dirname(bundleOf('runner')), `${place}/runner`);
      continue;
    }
    const file = await home.write(`temp/step-${n}.sh`, script ?? '');
    await using running = startProcess(['bash', '-e', file], { cwd: home.at('work'), env: environment });
    step = running;
    using _streaming = stream(running, run);
    if ((await running.exitCode) !== 0 && way === undefined) conclusion = 'failure';
    step = undefined;
  }
  timers.forEach(clearTimeout);
  for (const pid of await processesMarked('RUNNER_TRACKING_ID', environment.RUNNER_TRACKING_ID)) process.kill(pid, 'SIGKILL');
  return way === undefined ? conclusion : 'cancelled';
};

/** Copies what a step prints into the run's log, with the values it asked to hide taken out, as it prints it. */
function stream(running: Running, run: GitHubRun): Disposable {
  let [copied, stopped] = [0, ''];
  const masks: string[] = [];
  const copy = (all: boolean): void => {
    const fresh = running.output.slice(copied);
    const whole = all ? fresh : fresh.slice(0, fresh.lastIndexOf('\n') + 1);
    copied += whole.length;
    for (const line of whole.split(/(?<=\n)/)) {
      const [, mask] = stopped === '' ? (/^::add-mask::(.*)\n/.exec(line) ?? []) : [];
      if (mask !== undefined) masks.push(decodeURIComponent(mask));
      const [, token] = /^::stop-commands::(.*)\n/.exec(line) ?? [];
      if (token !== undefined) stopped = token;
      else if (stopped !== '' && line === `::${stopped}::\n`) stopped = '';
      run.log += masks.reduce((text, secret) => text.replaceAll(secret, '***'), line);
    }
  };
  const timer = setInterval(() => copy(false), 50);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
      copy(true);
    },
  };
}
