import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { pauseAsked, statusOf, type GitHub, type Run } from './github-api.js';
import { findRun, listed } from './github-runs.js';
import type { Tracked, Tracker } from './tracker.js';

const firstPause = 1_000;
/** A minute of a token's requests is finite, and a run has many delegations. */
const longestPause = 5_000;
const away = 5 * 60_000;
/** GitHub gives a cancelled job five minutes; ours need ten seconds and their clean-up (delegation.md 3). */
const afterCancel = 60_000;
const afterForce = 30_000;
/** The log of a job is there some seconds after its end. */
const afterEnd = 15_000;

/** Follows and ends one delegation at GitHub. @param begun its workflow run; undefined: it is found by the identifier in its name */
export function githubTracker(
  begun: number | undefined,
  identifier: string,
  {
    github,
    clock,
    log,
    onConsole,
    onLine,
  }: {
    readonly github: GitHub;
    readonly clock: Clock;
    readonly log: Log;
    readonly onConsole: (address: string) => void;
    readonly onLine?: (line: string) => void;
  },
): Tracker {
  const { owner, repo, workflow_id } = github.workflow;
  let id = begun;
  let told = false;
  let over = false;

  async function theRun(signal: AbortSignal): Promise<number | undefined> {
    id ??= await findRun(identifier, { github, clock, signal }, listed);
    return id;
  }

  async function look(run: number, signal: AbortSignal): Promise<Tracked> {
    const until = clock.now() + away;
    for (let missing = 0; ;) {
      let wait: number;
      try {
        return stateOf(await github.run(run, signal));
      } catch (error) {
        signal.throwIfAborted();
        const [status, asked] = [statusOf(error), pauseAsked(error, clock)];
        // A run that was just dispatched may not be there in every place that is asked.
        if (status === 404 && missing++ >= 2) {
          over = true;
          return { state: 'lost', reason: `workflow run ${run} of ${owner}/${repo} was deleted` };
        }
        if (status === 401 || (status === 403 && asked === undefined) || clock.now() >= until)
          return { state: 'lost', reason: `workflow run ${run} of ${owner}/${repo}: ${messageOf(error)}` };
        wait = Math.max(asked ?? 0, status === 404 ? firstPause : longestPause);
      }
      await clock.sleep(wait, signal);
    }
  }

  function stateOf({ id: run, status, conclusion, html_url: address }: Run): Tracked {
    if (!told) onConsole(address);
    told = true;
    if (status === 'completed') {
      over = true;
      const reason = `workflow run ${run} of ${owner}/${repo} ended ${conclusion ?? 'without a conclusion'}: ${address}`;
      return { state: 'ended', log: address, reason };
    }
    if (status === 'in_progress') return { state: 'running', log: address };
    return { state: 'waiting', queue: `${status ?? 'queued'} at GitHub` };
  }

  async function readLog(run: number, signal: AbortSignal): Promise<void> {
    for (const until = clock.now() + afterEnd; ; await clock.sleep(firstPause, signal)) {
      try {
        const lines = (await github.log(run, signal)).replace(/\n$/, '').split('\n');
        lines.forEach((line) => onLine?.(withoutTime(line)));
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (clock.now() < until && statusOf(error) === 404) continue;
        log.warning('the log could not be read', { run, reason: messageOf(error) });
        return;
      }
    }
  }

  async function* states(signal: AbortSignal): AsyncGenerator<Tracked> {
    const run = await theRun(signal).catch((error: unknown): string => {
      signal.throwIfAborted();
      return messageOf(error);
    });
    if (typeof run !== 'number') {
      const why =
        run ?? `no run of ${workflow_id} has ${identifier} in its name: is its run-name that of examples/delegation-workflow.yml?`;
      yield { state: 'lost', reason: why };
      return;
    }
    for (let known = '', pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const looked = await look(run, signal);
      if (onLine && looked.state === 'ended') await readLog(run, signal);
      if (JSON.stringify(looked) !== known) {
        known = JSON.stringify(looked);
        yield looked;
      }
      if (looked.state === 'ended' || looked.state === 'lost') return;
      await clock.sleep(pause, signal);
    }
  }

  async function endsWithin(run: number, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    for (const until = clock.now() + milliseconds; clock.now() < until; await clock.sleep(firstPause, signal)) {
      await look(run, signal);
      if (over) return true;
    }
    return false;
  }

  return {
    grace: listed + afterCancel + afterForce,
    over: () => over,
    async cancel(signal) {
      const run = await theRun(signal);
      if (run === undefined) return;
      for (const [way, patience] of [
        ['cancel', afterCancel],
        ['force-cancel', afterForce],
      ] as const) {
        // 409: it has ended meanwhile.
        await github.cancel(run, way, signal).catch((error: unknown) => {
          signal.throwIfAborted();
          log.debug('run could not be cancelled', { run, way, reason: messageOf(error) });
        });
        if (await endsWithin(run, patience, signal)) return;
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

/** GitHub puts the time before each line, and a byte order mark before the first. */
function withoutTime(line: string): string {
  return line.replace(/^\uFEFF?(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?/, '').replace(/\r$/, '');
}
