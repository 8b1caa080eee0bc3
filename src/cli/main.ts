#!/usr/bin/env node
import { CommanderError } from 'commander';
import { systemClock } from '../host/clock.js';
import type { Cancelled } from '../host/errors.js';
import { leave } from '../host/leave.js';
import { cancelOnSignals } from '../host/signals.js';
import type { Face } from './face.js';
import { printError } from './print-error.js';
import { createProgram, type Product } from './program.js';
import { watchStreams } from '../host/streams.js';

const written = watchStreams({ out: process.stdout, err: process.stderr });
const cancellation = cancelOnSignals();
// SIGTERM after SIGINT is a CI system's last word before SIGKILL: what is left is in the journal.
cancellation.forced.addEventListener('abort', () => {
  process.stderr.write('told to stop at once; etos release finishes what is left\n');
  leave((cancellation.signal.reason as Cancelled).exitCode);
});
const face: Face = {
  environment: process.env,
  directory: process.cwd(),
  out: process.stdout,
  err: process.stderr,
  clock: systemClock,
  signal: cancellation.signal,
};

// Node would end with 1, which says that a test failed.
process.on('uncaughtException', (error) => leave(printError(error, face)));

let exitCode = 0;
let product: Product = 'text';
createProgram(face, (code, what) => {
  [exitCode, product] = [code, what];
})
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    // commander has said what is wrong; what it throws for --help and --version has code 0.
    exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : printError(error, face);
  })
  .finally(async () => {
    await written.settled();
    // What a library left open must not keep a CI step from ending.
    leave(exitCode === 0 && written.lost && product === 'text' ? 3 : exitCode);
  });
