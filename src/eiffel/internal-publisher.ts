import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { printPlainPython } from '../json/print.js';
import type { Broker } from './broker.js';
import { openOutbox } from './outbox.js';
import { startSending } from './sender.js';
import { propertiesFor } from './wire.js';

/** Publishes log lines and file events for people who watch a run, beside the Eiffel events (eiffel.md 6.1). Nothing that they lack fails a run. */
export interface InternalPublisher extends AsyncDisposable {
  /** One line. @param name who says it, for people */
  line(level: 'INFO' | 'WARNING' | 'ERROR', name: string, message: string): void;
  event(event: FileEvent): void;
  /** Waits until everything is confirmed, or `late` fires. */
  settle(late: AbortSignal): Promise<void>;
}

/** A file that is in the log area, and the end of a run. */
export type FileEvent =
  | { readonly event: 'report'; readonly data: UploadedFile }
  | { readonly event: 'artifact'; readonly data: UploadedFile & { readonly directory: string } }
  | { readonly event: 'shutdown'; readonly data: { readonly verdict: string; readonly conclusion: string; readonly description: string } };

export interface UploadedFile {
  readonly url: string;
  readonly name: string;
  readonly checksums: { readonly 'SHA-256': string };
}

export interface OpeningInternalPublisher {
  /** The id of the run. */
  readonly identifier: string;
  /** Which program says it: by this a listener knows its own lines. */
  readonly application: string;
  /** A directory that is not there yet. */
  readonly outbox: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is not confirmed when it is disposed of is owed to nobody. */
export async function openInternalPublisher(
  broker: Broker,
  { identifier, application, outbox: directory, clock, log }: OpeningInternalPublisher,
): Promise<InternalPublisher> {
  const outbox = await openOutbox(directory, { log });
  const sender = startSending(broker, outbox, propertiesFor(broker), { name: `etos log of ${identifier}`, clock, log });
  const publish = (key: string, body: unknown): void => {
    outbox
      .append(`${identifier}.${key}`, printPlainPython(body))
      .catch((error: unknown) => log.debug('a log line was not kept', { reason: messageOf(error) }));
    sender.wake();
  };
  return {
    line: (level, name, message) =>
      publish(`log.${level}`, {
        message: log.redact(message),
        levelname: level,
        name,
        '@timestamp': timestamp(clock.now()),
        application,
        identifier,
        user_log: true,
      }),
    event: (event) => publish(`event.${event.event}`, event),
    async settle(late) {
      const over = new Promise<void>((resolve) => {
        if (late.aborted) resolve();
        else late.addEventListener('abort', () => resolve(), { once: true });
      });
      await Promise.race([outbox.empty(), over]);
    },
    async [Symbol.asyncDispose]() {
      await sender[Symbol.asyncDispose]();
      await outbox[Symbol.asyncDispose]();
    },
  };
}

/** UTC with six digits and a Z (eiffel.md 6.1). */
function timestamp(now: number): string {
  return new Date(now).toISOString().replace('Z', '000Z');
}
