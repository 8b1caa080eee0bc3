import { Writable } from 'node:stream';
import { messageOf, NotCarriedOut } from '../src/host/errors.js';
import { createLog } from '../src/host/log.js';
import type { Clock } from '../src/host/clock.js';
import { createHttpClient } from '../src/http/create-client.js';
import { carryOut } from '../src/test-runner/carry-out.js';
import { containerShell } from '../src/test-runner/shell/container-shell.js';
import type { Started } from './start.js';
import type { Following } from './follow-container.js';
import type { JobOutput } from './output/job-output.js';
import { fired } from './patience.js';
import { testRunnerRoot, type Plan } from './plan/plan.js';
import { untilEnded } from './until-ended.js';

/**
 * Drives the recipes in an idle container from outside (design: two kinds of test runner image). When the run is to end, the current recipe is
 * ended, what there is goes to the log area, and the outcome is announced as such, all within the grace.
 * @returns the test runner's exit code
 * @throws {NotRun} when the container is lost; {NotCarriedOut}, {InvalidInput} when the tests cannot be begun; the reason to stop when the
 *   grace was not enough
 */
export async function carryOutInside(
  started: Started,
  { grace, testRunnerVariables }: Pick<Plan, 'grace' | 'testRunnerVariables'>,
  {
    engine,
    watchdog,
    output,
    clock,
    say,
    stopping,
    variables,
  }: Following & { readonly variables: Readonly<Record<string, string | undefined>> },
): Promise<number> {
  const log = createLog({
    level: 'info',
    write: (line, level) => (level === 'warning' || level === 'error' ? output.writeError : output.writeLine)(`${line}\n`),
  });
  const lost = new AbortController();
  const onLost = (): void => say('the connection to the engine was lost; looking for the container');
  untilEnded(started, { engine, clock, onLost }).then(
    (exitCode) =>
      lost.abort(
        new NotCarriedOut(
          `the container ended with exit code ${exitCode} before the tests did`,
          'Did somebody stop it, or its memory limit?',
        ),
      ),
    (error: unknown) => lost.abort(error),
  );
  await using http = createHttpClient({ log, environment: variables, clock });
  const signal = AbortSignal.any([stopping.signal, lost.signal]);
  const carriedOut = (async () => {
    await using shell = await containerShell(started.id, testRunnerRoot, { engine, clock, signal });
    return await carryOut(testRunnerVariables, { shell, http, clock, log, output: writableTo(output), signal, grace });
  })();
  const outOfTime = fired(stopping.signal).then(async () => {
    watchdog.tell({ word: 'stopping', at: clock.monotonic() });
    await Promise.race([clock.sleep(grace + 1_500), fired(stopping.forced)]);
    throw stopping.signal.reason;
  });
  outOfTime.catch(() => undefined);
  void fired(stopping.signal).then(() => withoutReader(output, clock));
  const exitCode = await Promise.race([carriedOut, outOfTime]);
  // Commands fail in a container that has ended before its end is known here: that is the reason to tell.
  if (exitCode !== 0 && !stopping.signal.aborted) await Promise.race([fired(lost.signal), clock.sleep(300)]);
  if (lost.signal.aborted) say(messageOf(lost.signal.reason));
  return exitCode;
}

/** Nobody waits for a reader while a run is being ended: after a second without progress the output is given up. */
async function withoutReader(output: JobOutput, clock: Clock): Promise<void> {
  for (let stuck = 0; stuck < 10; stuck = output.isWaiting() ? stuck + 1 : 0) await clock.sleep(100);
  output.abandon();
}

/** Recipes are silenced while nobody takes their output, as programs on a full pipe are. */
function writableTo({ sink }: JobOutput): Writable {
  return new Writable({
    write(chunk: Buffer, _, done) {
      Promise.resolve(sink('stdout', chunk)).then(() => done(), done);
    },
  });
}
