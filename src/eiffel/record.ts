import { open, readFile, truncate } from 'node:fs/promises';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Bus } from './bus.js';
import type { EiffelEvent } from './event.js';
import { createEventStore, type EventStore } from './store.js';

/** The events of a run, kept for questions and in a file. Disposing of it writes what is left and closes the file. */
export interface EventRecord extends EventStore, AsyncDisposable {
  /** Resolves when everything published so far is in the file. */
  written(): Promise<void>;
}

/**
 * Records what is published on a bus from now on: one event on a line, appended in order, so that a crash costs the last line at most. What the
 * file holds from an earlier process of the same run is in the store again, and half a line that a crash left is taken away.
 */
export async function openRecord(path: string, { bus, log }: { readonly bus: Bus; readonly log: Log }): Promise<EventRecord> {
  const store = createEventStore();
  for (const event of await readRecord(path)) store.add(event);
  const file = await open(path, 'a', 0o600);
  const queue: string[] = [];
  let writing: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    while (queue.length > 0) {
      const lines = queue.splice(0).join('');
      // A disk that is full costs the record, not the run.
      await file.appendFile(lines).catch((error: unknown) => log.error('could not record events', { path, reason: messageOf(error) }));
    }
    writing = undefined;
  };
  const subscription = bus.subscribe((event) => {
    if (!store.add(event)) return;
    queue.push(`${JSON.stringify(event)}\n`);
    writing ??= write();
  });
  const written = async (): Promise<void> => {
    while (writing) await writing;
  };
  return {
    byId: (id) => store.byId(id),
    find: (name, link) => store.find(name, link),
    all: (link) => store.all(link),
    written,
    async [Symbol.asyncDispose]() {
      subscription[Symbol.dispose]();
      await written();
      await file.sync().catch(() => undefined);
      await file.close();
    },
  };
}

/** Reads a record back; a file that is not there has no events. Half a line at its end is cut off. */
async function readRecord(path: string): Promise<readonly EiffelEvent[]> {
  const content = await readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const whole = content.lastIndexOf(0x0a) + 1;
  if (whole < content.length) await truncate(path, whole);
  return content
    .subarray(0, whole)
    .toString()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as EiffelEvent]));
}
