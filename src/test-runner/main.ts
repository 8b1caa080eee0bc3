#!/usr/bin/env node
// The test runner as a program: what our images start, and the `process` execution space. Recipes are carried out on this machine, in the
// current directory.

import { systemClock } from '../host/clock.js';
import { parseDuration } from '../host/duration.js';
import { Cancelled, EtosError } from '../host/errors.js';
import { createLog } from '../host/log.js';
import { cancelOnSignals } from '../host/signals.js';
import { createHttpClient } from '../http/create-client.js';
import { carryOut } from './carry-out.js';
import { watchLifeline } from '../host/lifeline.js';
import { machineShell } from './shell/machine-shell.js';

const usualGrace = 8_000;
// Output that nobody takes must not keep a cancelled program.
const flushing = 500;

// Whoever watches may stop watching; the tests go on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const { ETOS_LIFELINE_FD: lifelineDescriptor, ETOS_GRACE: graceText = '', ...rest } = process.env;
const variables = Object.fromEntries(Object.entries(rest).filter((pair): pair is [string, string] => pair[1] !== undefined));

const log = createLog({
  level: variables.ETOS_LOG_LEVEL === 'debug' ? 'debug' : 'info',
  write: (line, level) => (level === 'warning' || level === 'error' ? process.stderr : process.stdout).write(`${line}\n`),
});

async function main(): Promise<number> {
  using cancellation = cancelOnSignals();
  using lifeline = watchLifeline(lifelineDescriptor);
  const clock = systemClock;
  await using http = createHttpClient({ log, environment: variables, clock });
  await using shell = machineShell(process.cwd(), variables, { clock });
  return await carryOut(variables, {
    shell,
    http,
    clock,
    log,
    output: process.stdout,
    signal: AbortSignal.any([cancellation.signal, lifeline.signal]),
    grace: parseDuration(graceText) ?? usualGrace,
  });
}

function report(error: unknown): number {
  if (error instanceof Cancelled) return error.exitCode;
  if (error instanceof EtosError) {
    log.error(error.message + (error.hint ? `. ${error.hint}` : ''));
    return error.exitCode;
  }
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 3;
}

process.exitCode = await main().catch(report);
setTimeout(() => process.exit(), flushing).unref();
