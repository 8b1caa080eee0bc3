// The suite starter: a run for each recipe collection event that comes over the bus. In: a broker, a queue, what every run is to be given. Out: runs, each
// a process of its own that outlives this one, a journal of those that are not over, announcements. What a run does belongs to `etos run`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Broker, Subscription } from '../eiffel/broker.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { parseForeignEvent } from '../eiffel/parse.js';
import { startReceiving } from '../eiffel/receiver.js';
import { InvalidInput, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { openJournal } from '../journal/journal.js';
import { claim } from '../release/claim.js';
import { openAnnouncements } from './announcements.js';
import { openArtifacts } from './artifacts.js';
import { isAsked, Runs, type Listening, type RunsOptions } from './runs.js';
import { openSeen } from './seen.js';

export interface ListenOptions extends RunsOptions {
  readonly broker: Broker;
  readonly subscription: Subscription;
}

/** How long an event may wait for a place, without its confirm, until it goes back into the queue: brokers give up on it after half an hour. */
const patience = 600_000;

/**
 * Listens until the signal fires. An event is acknowledged when its run is in the journal; one that comes again, whoever was restarted in between, starts
 * nothing. Runs that were begun by an earlier process are waited for, finished or begun, as they were left.
 * @throws {InvalidInput} somebody else listens with this workspace; the queue cannot be had
 */
export async function listen(options: ListenOptions, listening: Listening): Promise<void> {
  const { broker, subscription, workspace } = options;
  const { clock, log, signal, say } = listening;
  const home = join(workspace, '.etos', 'listen');
  await mkdir(home, { recursive: true, mode: 0o700 });
  await using ours = await claim(home);
  if (!ours)
    throw new InvalidInput(
      `another etos listen uses the workspace ${workspace}`,
      'Each needs a workspace of its own; --at-once says how many runs one of them has',
    );
  await using journal = await openJournal(join(home, 'journal.ndjson'));
  const seen = await openSeen(join(home, 'seen'));
  const artifacts = await openArtifacts(join(home, 'artifacts'));
  await using announcements = await openAnnouncements(broker, { ...listening, journal, home });
  const runs = new Runs(options, { ...listening, journal, home, announcements, artifacts });
  for (const entry of journal.open().filter(isAsked)) {
    // A process that was killed between the two knew it from the journal alone.
    await seen.add(entry.fact.event.meta.id);
    runs.resume(entry);
  }
  const take = async (body: Buffer, gone: AbortSignal): Promise<'taken' | 'dropped'> => {
    const event = eventIn(body, log);
    if (event === undefined) return 'dropped';
    await artifacts
      .add(event)
      .catch((error: unknown) => log.debug('an item under test is known in memory alone', { reason: messageOf(error) }));
    if (event.meta.type !== terccType || seen.has(event.meta.id)) return 'taken';
    await runs.place(AbortSignal.any([signal, gone, clock.deadline(patience, new Error('no run has ended meanwhile'))]));
    const entry = await journal.begin({ kind: 'asked', event });
    // Before the note of it, which a full disk may refuse: from the journal on, the run is ours.
    if (isAsked(entry)) runs.resume(entry);
    await seen.add(event.meta.id);
    return 'taken';
  };
  await using receiver = startReceiving(broker, subscription, { name: 'etos listen', prefetch: 1, take, clock, log });
  await receiver.ready(signal).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  if (!signal.aborted) {
    await announcements.up();
    say(`listening on queue ${subscription.queue}, at most ${options.most} run${options.most === 1 ? '' : 's'} at once`);
  }
  await fired(signal);
  await announcements.down();
  if (runs.count > 0) say(`${runs.count} run${runs.count === 1 ? '' : 's'} still going on; start etos listen again to look after them`);
}

const terccType = 'EiffelTestExecutionRecipeCollectionCreatedEvent';

function eventIn(body: Buffer, log: Log): EiffelEvent | undefined {
  try {
    return parseForeignEvent(body.toString(), 'a message');
  } catch (error) {
    log.warning('a message was dropped', { reason: messageOf(error).slice(0, 500) });
    return undefined;
  }
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
