// What runs after the job, also when it was cancelled or the step's process was killed: finishes what the run began and did not finish. Assumes
// nothing of how far `main` came. In: the state that `main` saved. Out: lines that say what was removed. It never fails the job.

import * as core from '@actions/core';
import { systemClock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import { cancelOnSignals } from '../host/signals.js';
import { watchStreams } from '../host/streams.js';
import { createHttpClient } from '../http/create-client.js';
import { release } from '../release/release.js';
import { createPrinter } from './printer.js';
import { state } from './state.js';
import { createStepLog } from './step-log.js';
import { addToStepSummary, printReleased } from './step-summary.js';

// GitHub gives up on a cancelled job after five minutes, other steps' clean-up included.
const limit = 120_000;
const again = 'Run "etos release" in the workspace on that machine, or see the systems named';

watchStreams({ out: process.stdout, err: process.stderr });
const printer = createPrinter((text) => void process.stdout.write(text));
const { print } = printer;

// Newer versions of Node end the process otherwise, and what comes after would never be released.
process.on('unhandledRejection', (reason) => {
  core.warning(`While cleaning up: ${messageOf(reason)}`);
});

using cancellation = cancelOnSignals();
try {
  await cleanUp(process.env);
} catch (error) {
  core.warning(`The clean-up did not come to its end: ${messageOf(error)}. ${again}`);
}
// Sockets that linger must not make the job wait.
process.exit(0);

async function cleanUp(environment: NodeJS.ProcessEnv): Promise<void> {
  const directory = core.getState(state.runDirectory);
  if (directory === '') {
    print('Nothing to clean up: no run was begun');
    return;
  }
  const log = createStepLog('info', printer);
  const tooLate = new Error(`it took more than ${limit / 1000} s`);
  const signal = AbortSignal.any([cancellation.signal, systemClock.deadline(limit, tooLate)]);
  await using http = createHttpClient({ log, environment, clock: systemClock });
  const [released] = await release([directory], { environment, http, clock: systemClock, log, signal, evenAlive: true });
  const { done, refused } = released ?? { done: [], refused: [] };
  if (done.length === 0 && refused.length === 0) print('Nothing to clean up: the run released everything itself');
  for (const line of done) print(log.redact(line));
  for (const line of refused) core.warning(log.redact(line));
  if (refused.length > 0) core.warning(`${refused.length} of the things above are left. ${again}`);
  if (core.getState(state.summarized) === '') {
    await addToStepSummary(environment.GITHUB_STEP_SUMMARY, () => log.redact(printReleased(done, refused)));
  }
}
