import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubSuite } from '../documents/sub-suite.js';
import { readBroker } from '../eiffel/broker.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import { createLog, type Level, type Log } from '../host/log.js';
import type { Uploaded } from '../log-area/upload.js';
import { withClearPasswords } from './clear-passwords.js';

/** What people who watch the run get from this test runner while it works (etos.md 6.5, 9.3). */
export interface UserLog extends AsyncDisposable {
  /** The log of the program, whose lines go to them too, from `info` on. */
  readonly log: Log;
  /** A file is in the log area; absent where nobody wants to know. */
  readonly uploaded?: (kind: 'report' | 'artifact', file: Extract<Uploaded, { readonly state: 'there' }>) => void;
}

/** Milliseconds for what is still to be confirmed at the end: it is told live, or not at all. */
const patience = 2_000;
const levels = { debug: 'INFO', event: 'INFO', info: 'INFO', warning: 'WARNING', error: 'ERROR' } as const satisfies Record<Level, string>;

/**
 * Opens the internal bus by `ETOS_RABBITMQ_*`, unless events go to a run (ETOS_EVENTS_URL), which tells of its own; `ETOS_ENABLE_SENDING_LOGS=false` keeps lines from it, `DISABLE_EVENT_PUBLISHING=true` files. Whatever is
 * wrong with it is told in the log: it fails nothing.
 */
export async function openUserLog(
  variables: Readonly<Record<string, string>>,
  { suiteId, name }: SubSuite,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<UserLog> {
  const without: UserLog = { log, [Symbol.asyncDispose]: () => Promise.resolve() };
  const lines = variables.ETOS_ENABLE_SENDING_LOGS?.toLowerCase() !== 'false';
  const files = variables.DISABLE_EVENT_PUBLISHING?.toLowerCase() !== 'true';
  if (variables.ETOS_EVENTS_URL || !variables.ETOS_RABBITMQ_HOST || suiteId === undefined || (!lines && !files)) return without;
  try {
    const broker = readBroker(await withClearPasswords(variables), 'ETOS_RABBITMQ');
    if (!broker) return without;
    log.secret(broker.password);
    // Loaded here alone: most test runners do without.
    const { openInternalPublisher } = await import('../eiffel/internal-publisher.js');
    const directory = await mkdtemp(join(tmpdir(), 'etos-user-log-'));
    const publisher = await openInternalPublisher(broker, {
      identifier: suiteId,
      application: 'ETOS Test Runner',
      outbox: join(directory, 'outbox'),
      clock,
      log,
    });
    const teller = createLog({ level: 'info', write: (line, level) => publisher.line(levels[level], name, line) });
    return {
      log: lines ? both(log, teller) : log,
      ...(files && {
        uploaded: (kind, { name: file, uri, sha256 = '' }) => {
          const data = { url: uri, name: file, checksums: { 'SHA-256': sha256 } };
          publisher.event(
            kind === 'report' ? { event: 'report', data } : { event: 'artifact', data: { ...data, directory: name.replaceAll(' ', '-') } },
          );
        },
      }),
      async [Symbol.asyncDispose]() {
        await publisher.settle(clock.deadline(patience, new Error('too late')));
        await publisher[Symbol.asyncDispose]();
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    log.warning('log lines and files are not told on the internal bus', { reason: messageOf(error) });
    return without;
  }
}

function both(log: Log, teller: Log): Log {
  const to =
    (level: 'info' | 'warning' | 'error'): Log['info'] =>
    (message, facts) => {
      log[level](message, facts);
      teller[level](message, facts);
    };
  return { ...log, info: to('info'), warning: to('warning'), error: to('error') };
}
