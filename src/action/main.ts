// GitHub's face of a run: inputs in, a run, then outputs, summary, annotations and the exit code out. What a run does belongs to `run`; what a
// killed step leaves is `post`'s business.

import * as core from '@actions/core';
import { join, relative } from 'node:path';
import { systemClock } from '../host/clock.js';
import { Cancelled, EtosError, messageOf } from '../host/errors.js';
import { cancelOnSignals } from '../host/signals.js';
import { watchStreams } from '../host/streams.js';
import { redacted } from '../report/redact.js';
import { count, type Results } from '../report/results.js';
import { printSummary } from '../report/summary.js';
import { run } from '../run/run.js';
import { annotationsOf } from './annotations.js';
import { readInputs, type FailOn, type Inputs } from './inputs.js';
import { machineFacts } from './machine-facts.js';
import { createPrinter } from './printer.js';
import { showProgress } from './show-progress.js';
import { state } from './state.js';
import { createStepLog } from './step-log.js';
import { addToStepSummary, printFailure } from './step-summary.js';

// A runner that dies takes the step's log with it; what the run took is given back all the same.
watchStreams({ out: process.stdout, err: process.stderr });
const printer = createPrinter((text) => void process.stdout.write(text));
const { print } = printer;

using cancellation = cancelOnSignals();
cancellation.signal.addEventListener('abort', () => {
  print(`${messageOf(cancellation.signal.reason)}: stopping what runs`);
});
// GitHub's last word before SIGKILL: what is left is in the journal, and post finishes it.
cancellation.forced.addEventListener('abort', () => {
  print('Told to stop at once; the clean-up after the job finishes what is left');
  process.exit(exitCodeOf(cancellation.signal.reason));
});

process.exit(await carryOut(process.env, process.cwd(), cancellation.signal));

async function carryOut(environment: NodeJS.ProcessEnv, home: string, signal: AbortSignal): Promise<number> {
  try {
    const inputs = readInputs(environment, home);
    core.startGroup('Machine');
    (await machineFacts()).forEach(print);
    core.endGroup();
    core.startGroup('Inputs');
    inputs.inLines.forEach(print);
    core.endGroup();
    return await report(inputs, home, environment, signal);
  } catch (error) {
    return await explain(error, environment);
  }
}

async function report(inputs: Inputs, home: string, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const log = createStepLog(inputs.level, printer);
  const stage = {
    print: (text: string) => {
      print(log.redact(text));
    },
    warn: (text: string) => {
      core.warning(log.redact(text));
    },
    fold: (title: string, lines: readonly string[]) => {
      core.startGroup(log.redact(title));
      for (const line of lines) print(log.redact(line));
      core.endGroup();
    },
  };
  const shown = showProgress(stage, { live: inputs.level !== 'info', clock: systemClock });
  const { results, exitCode } = await run(inputs.run, {
    environment,
    log,
    progress: shown.progress,
    signal,
    clock: systemClock,
    // Before anything is begun: from here on post knows where the journal is.
    onDirectory: (directory) => {
      core.saveState(state.runDirectory, directory);
    },
  }).finally(() => {
    shown.finish();
  });
  setOutputs(results, inputs.run.reportDirectory);
  const shareable = redacted(results, log);
  await summarize(environment, (budget) => printSummary(shareable, { budget }));
  for (const { level, title, message } of annotationsOf(shareable)) core[level](message, { title });
  print(`Report: ${relative(home, inputs.run.reportDirectory) || '.'}`);
  return end(exitCode, shareable, inputs.failOn);
}

function setOutputs(results: Results, reportDirectory: string): void {
  const { passed, failed } = count(results);
  const outputs = {
    verdict: results.outcome.verdict,
    conclusion: results.outcome.conclusion,
    'testrun-id': results.run.id,
    results: join(reportDirectory, 'results.json'),
    junit: join(reportDirectory, 'junit.xml'),
    summary: join(reportDirectory, 'summary.md'),
    passed,
    failed,
  };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

function end(exitCode: number, { outcome }: Results, failOn: FailOn): number {
  const sentence = `${outcome.verdict}: ${outcome.description}`;
  const forgiven = (exitCode === 1 && failOn !== 'failure') || (exitCode === 3 && failOn === 'never');
  if (exitCode === 0) print(sentence);
  else if (forgiven) core.notice(`${sentence} (fail-on: ${failOn})`, { title: 'ETOS' });
  else core.setFailed(sentence);
  return forgiven ? 0 : exitCode;
}

async function explain(error: unknown, environment: NodeJS.ProcessEnv): Promise<number> {
  const known = error instanceof EtosError || error instanceof Cancelled;
  // As on the terminal: whoever wraps a cause has said of it what people need.
  const message = known ? error.message : error instanceof Error ? (error.stack ?? messageOf(error)) : messageOf(error);
  const hint = error instanceof EtosError ? error.hint : '';
  core.setFailed(hint === '' ? message : `${message}\n${hint}`);
  await summarize(environment, () => printFailure(message, hint));
  return exitCodeOf(error);
}

/** A summary that cannot be written is a warning: the verdict stands. */
async function summarize(environment: NodeJS.ProcessEnv, text: (budget: number) => string): Promise<void> {
  try {
    const done = await addToStepSummary(environment.GITHUB_STEP_SUMMARY, text);
    if (done === 'no room') print('The summary of this step is full; the whole is in summary.md of the report');
    core.saveState(state.summarized, 'yes');
  } catch (error) {
    core.warning(`The summary of the step could not be written: ${messageOf(error)}`);
  }
}

function exitCodeOf(error: unknown): number {
  return error instanceof EtosError || error instanceof Cancelled ? error.exitCode : 3;
}
