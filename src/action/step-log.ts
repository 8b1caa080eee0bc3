import * as core from '@actions/core';
import { createLog, type Level, type Log } from '../host/log.js';
import type { Printer } from './printer.js';

/** The log of a step. GitHub masks each secret in everything that later steps print too; "Enable debug logging" of a re-run shows all levels. */
export function createStepLog(level: Level, { print }: Printer): Log {
  return createLog({
    level: core.isDebug() ? 'debug' : level,
    write: print,
    onSecret: (secret) => {
      core.setSecret(secret);
    },
  });
}
