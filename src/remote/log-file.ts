import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../host/log.js';
import { inOneLine } from '../report/printable.js';
import type { Message } from './messages.js';

/** What the services of a deployment say of a run, as a file of the report and in the log. */
export interface LogFile extends AsyncDisposable {
  readonly path: string;
  readonly write: (message: Extract<Message, { readonly kind: 'message' }>) => void;
}

const levels = {
  DEBUG: 'debug',
  INFO: 'event',
  WARNING: 'warning',
  WARN: 'warning',
  ERROR: 'error',
  CRITICAL: 'error',
  FATAL: 'error',
} as const;

/** Makes `etos.log` in the directory of the reports. Secrets do not get into it. */
export async function createLogFile(reportDirectory: string, log: Log): Promise<LogFile> {
  const path = join(reportDirectory, 'etos.log');
  const file = await open(path, 'w', 0o644);
  const stream = file.createWriteStream();
  // A full disk takes the file, and not the run.
  stream.once('error', (error) => log.warning('etos.log ends here', { reason: error.message }));
  return {
    path,
    write({ level, name, text, time }) {
      if (!stream.destroyed) stream.write(log.redact(`${[time, level, name].filter((part) => part !== '').join(' ')}: ${text}\n`));
      const at = Object.entries(levels).find(([word]) => word === level)?.[1] ?? 'event';
      // Each line says whose it is: one that begins with `::` would be a command to the runner of a CI.
      const who = inOneLine(name) || 'ETOS';
      log[at](
        text
          .split(/\r\n|\n|\r/)
          .map((line) => `${who}: ${line}`)
          .join('\n'),
      );
    },
    [Symbol.asyncDispose]: () => new Promise((done) => stream.end(done)),
  };
}
