import type { Clock } from '../../host/clock.js';
import { messageOf, NotCarriedOut } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { foreignAnswers } from '../foreign-answer.js';
import { pauseAsked, statusOf, type GitHub, type Run } from './api.js';
import { findRun, listed } from './runs.js';
import { reasonIn } from '../last-words.js';
import type { Tracked, Tracker } from '../tracker.js';
import { untilAborted } from '../until-aborted.js';

const firstPause = 1_000;
/** A minute of a token's requests is finite, and a run has many delegations. */
const longestPause = 5_000;
const away = 5 * 60_000;
/** A run that was just dispatched may not be there in every place that is asked. */
const lagging = 30_000;
/** GitHub gives a cancelled job five minutes; ours need ten seconds and their clean-up (delegation.md 3). */
const afterCancel = 60_000;
const afterForce = 30_000;
const betweenCancels = 2_000;
/** The log of a job is there some seconds after its end; who only wants its last sentence waits less. */
const [afterEnd, afterFailure] = [15_000, 5_000];

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
  let failed = false;

  async function theRun(signal: AbortSignal): Promise<number | undefined> {
    id ??= await findRun(identifier, { github, clock, signal }, listed);
    return id;
  }

  async function look(run: number, signal: AbortSignal): Promise<Tracked> {
    const until = clock.now() + away;
    const isForeign = foreignAnswers(clock);
    let missingSince: number | undefined;
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let wait: number;
      try {
        return stateOf(await github.run(run, signal));
      } catch (error) {
        signal.throwIfAborted();
        const [status, asked] = [statusOf(error), pauseAsked(error, clock)];
        missingSince = status === 404 ? (missingSince ?? clock.now()) : undefined;
        if (missingSince !== undefined && clock.now() - missingSince >= lagging && (await isUnlisted(signal))) {
          over = true;
          return { state: 'lost', reason: `workflow run ${run} of ${owner}/${repo} was deleted` };
        }
        if (isForeign(error) || status === 401 || (status === 403 && asked === undefined) || clock.now() >= until)
          return { state: 'lost', reason: `workflow run ${run} of ${owner}/${repo}: ${messageOf(error)}` };
        wait = Math.max(asked ?? 0, pause);
      }
      await clock.sleep(wait, signal);
    }
  }

  /** Whether the list of runs knows it no more either. What may not be seen is not known to be gone. */
  async function isUnlisted(signal: AbortSignal): Promise<boolean> {
    return findRun(identifier, { github, clock, signal }, 0).then(
      (found) => found === undefined,
      () => false,
    );
  }

  function stateOf({ id: run, status, conclusion, html_url: address }: Run): Tracked {
    if (!told) onConsole(address);
    told = true;
    if (status === 'completed') {
      over = true;
      failed = conclusion === 'failure';
      const reason = `workflow run ${run} of ${owner}/${repo} ended ${conclusion ?? 'without a conclusion'}: ${address}`;
      return { state: 'ended', log: address, reason };
    }
    if (status === 'in_progress') return { state: 'running', log: address };
    return { state: 'waiting', queue: `${status ?? 'queued'} at GitHub` };
  }

  /** What its jobs printed; empty when it cannot be read. */
  async function readLog(run: number, signal: AbortSignal): Promise<string> {
    for (const until = clock.now() + (onLine ? afterEnd : afterFailure); ; await clock.sleep(firstPause, signal)) {
      try {
        const lines = (await github.log(run, signal)).replace(/\n$/, '').split('\n').map(withoutTime);
        lines.forEach((line) => onLine?.(line));
        return lines.join('\n');
      } catch (error) {
        signal.throwIfAborted();
        if (clock.now() < until && ![401, 403, 410].includes(statusOf(error) ?? 0)) continue;
        log[onLine ? 'warning' : 'debug']('the log could not be read', { run, reason: messageOf(error) });
        return '';
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
      let looked = await look(run, signal);
      if (looked.state === 'ended' && (onLine || failed)) {
        const why = reasonIn(await readLog(run, signal));
        if (failed && why !== undefined) looked = { ...looked, reason: `${looked.reason} (${why})` };
      }
      if (JSON.stringify(looked) !== known) {
        known = JSON.stringify(looked);
        yield looked;
      }
      if (looked.state === 'ended' || looked.state === 'lost') return;
      await clock.sleep(pause, signal);
    }
  }

  /**
   * Asks a run to end.
   * @returns milliseconds after which to ask again; 0: it was taken note of
   * @throws {NotCarriedOut} when the token may not ask
   */
  async function ask(run: number, way: 'cancel' | 'force-cancel', signal: AbortSignal): Promise<number> {
    try {
      await github.cancel(run, way, signal);
      return 0;
    } catch (error) {
      signal.throwIfAborted();
      const [status, asked, reason] = [statusOf(error), pauseAsked(error, clock), messageOf(error)];
      if (status === 401 || (status === 403 && asked === undefined))
        throw new NotCarriedOut(
          `${way} of workflow run ${run} of ${owner}/${repo} was answered ${status} (${reason}): the token needs "actions: write"`,
          'Cancel the run at GitHub, and give the token that permission',
        );
      // 409: it has ended meanwhile.
      log.debug('run could not be cancelled', { run, way, reason });
      return Math.max(asked ?? 0, betweenCancels);
    }
  }

  async function endsBy(way: 'cancel' | 'force-cancel', run: number, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    const until = clock.now() + milliseconds;
    for (let askAt = clock.now(); clock.now() < until; await clock.sleep(firstPause, signal)) {
      if (clock.now() >= askAt) askAt = clock.now() + ((await ask(run, way, signal)) || Infinity);
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
        if (await endsBy(way, run, patience, signal)) return;
      }
    },
    follow: untilAborted(states),
  };
}

/** GitHub puts the time before each line, and a byte order mark before the first. */
function withoutTime(line: string): string {
  return line.replace(/^\uFEFF?(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?/, '').replace(/\r$/, '');
}
