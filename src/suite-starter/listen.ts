// The suite starter: a run for each recipe collection event that comes over the bus. In: a broker, a queue, what every run is to be given. Out: runs, each
// a process of its own that outlives this one, and a journal of those that are not over. What a run does belongs to `etos run`.

import { spawn } from 'node:child_process';
import { access, appendFile, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Broker, Subscription } from '../eiffel/broker.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { parseEvent } from '../eiffel/parse.js';
import { startReceiving } from '../eiffel/receiver.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { fateOf, identify, type ProcessIdentity } from '../host/process-identity.js';
import type { HttpClient } from '../http/client.js';
import { openJournal, type Entry, type Journal } from '../journal/journal.js';
import { release } from '../release/release.js';
import { findArtifact } from '../run/artifact.js';
import { runsIn } from '../run/directory.js';
import { artifactOf, batchesUriOf, collectionIn } from '../run/tercc.js';

type Variables = Readonly<Record<string, string | undefined>>;

export interface ListenOptions {
  readonly broker: Broker;
  readonly subscription: Subscription;
  /** Runs at once. */
  readonly most: number;
  readonly workspace: string;
  /** Below it each run has a folder of its own, named by its id; likewise for artifacts. */
  readonly reportDirectory: string;
  readonly artifactDirectory: string;
  /** The command line of `etos run`, without the collection. */
  readonly command: readonly [string, ...string[]];
}

export interface Listening {
  readonly environment: Variables;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends listening; runs go on. */
  readonly signal: AbortSignal;
  /** Told once the queue is there, and of each run. */
  readonly say: (line: string) => void;
}

type Asked = Entry & { readonly fact: { readonly event: EiffelEvent; readonly process?: ProcessIdentity } };

/** How long an event may wait for a place, without its confirm, until it goes back into the queue: brokers give up on it after half an hour. */
const patience = 600_000;
const look = 500;

/**
 * Listens until the signal fires. An event is acknowledged when its run is in the journal; one that comes again, whoever was restarted in between, starts
 * nothing. Runs that were begun by an earlier process are waited for, finished or begun, as they were left.
 */
export async function listen(options: ListenOptions, listening: Listening): Promise<void> {
  const { broker, subscription, workspace } = options;
  const { clock, log, signal, say } = listening;
  const home = join(workspace, '.etos', 'listen');
  await mkdir(home, { recursive: true, mode: 0o700 });
  await using journal = await openJournal(join(home, 'journal.ndjson'));
  const seen = await openSeen(join(home, 'seen'));
  const runs = new Runs(options, { ...listening, journal, home });
  for (const entry of journal.open()) runs.resume(entry as Asked);
  const take = async (body: Buffer): Promise<'taken' | 'dropped'> => {
    const event = eventIn(body, log);
    if (event === undefined) return 'dropped';
    if (event.meta.type !== terccType || seen.has(event.meta.id)) return 'taken';
    await runs.place(AbortSignal.any([signal, clock.deadline(patience, new Error('no run has ended meanwhile'))]));
    const entry = await journal.begin({ kind: 'asked', event });
    await seen.add(event.meta.id);
    runs.resume(entry as Asked);
    return 'taken';
  };
  await using receiver = startReceiving(broker, subscription, { name: 'etos listen', prefetch: 1, take, clock, log });
  await receiver.ready(signal).catch(() => undefined);
  if (!signal.aborted) say(`listening on queue ${subscription.queue}, at most ${options.most} runs at once`);
  await fired(signal);
  if (runs.count > 0) say(`${runs.count} run${runs.count === 1 ? '' : 's'} still going on; start etos listen again to look after them`);
}

const terccType = 'EiffelTestExecutionRecipeCollectionCreatedEvent';

class Runs {
  private readonly going = new Set<string>();
  private readonly ended = new Set<() => void>();

  constructor(
    private readonly options: ListenOptions,
    private readonly parts: Listening & { readonly journal: Journal; readonly home: string },
  ) {}

  get count(): number {
    return this.going.size;
  }

  /** Resolves when one more may be started. */
  async place(signal: AbortSignal): Promise<void> {
    while (this.going.size >= this.options.most) {
      signal.throwIfAborted();
      await new Promise<void>((resolve) => {
        const go = (): void => {
          this.ended.delete(go);
          signal.removeEventListener('abort', go);
          resolve();
        };
        this.ended.add(go);
        signal.addEventListener('abort', go, { once: true });
      });
    }
    signal.throwIfAborted();
  }

  /** Brings a run to its end from wherever it is. */
  resume(entry: Asked): void {
    const { id } = entry.fact.event.meta;
    const { journal, log, signal, say } = this.parts;
    this.going.add(id);
    void this.bring(entry)
      .then(async (how) => {
        // Whoever was told to stop knows nothing of the end.
        if (how === undefined) return;
        say(`run ${id} ${how}`);
        await journal.crossOut(entry);
      })
      .catch(
        (error: unknown) => signal.aborted || log.error('a run could not be brought to its end', { run: id, reason: messageOf(error) }),
      )
      .finally(() => {
        this.going.delete(id);
        this.ended.forEach((go) => go());
      });
  }

  /** How it ended; undefined when nobody listens any more. */
  private async bring({ id: entryId, fact: { kind, event, process } }: Asked): Promise<string | undefined> {
    const { id } = event.meta;
    const reports = join(this.options.reportDirectory, id);
    if (process !== undefined) {
      if (await this.untilDead(process)) return undefined;
      return await this.afterwards(id, reports);
    }
    // The process may have been started without its number having been written down: its directory, or its results, would tell.
    if ((await exists(join(runsIn(this.options.workspace), id))) || (await exists(join(reports, 'results.json')))) {
      return await this.afterwards(id, reports);
    }
    const started = await this.start(event, reports);
    await this.parts.journal.amend({ id: entryId, fact: { kind, event } }, { process: started });
    this.parts.say(`run ${id} started`);
    if (await this.untilDead(started)) return undefined;
    return await this.afterwards(id, reports);
  }

  private async start(event: EiffelEvent, reports: string): Promise<ProcessIdentity> {
    const { environment, home, log } = this.parts;
    const { artifactDirectory, command } = this.options;
    const { id } = event.meta;
    await mkdir(reports, { recursive: true });
    let collection = batchesUriOf(event);
    if (collection === undefined) await writeFile((collection = join(home, `${id}.json`)), collectionIn(event));
    const identity = await this.identityOf(event).catch((error: unknown) => {
      log.warning('the item under test is not known', { run: id, reason: messageOf(error) });
      return undefined;
    });
    const output = await open(join(reports, 'run.log'), 'a');
    const [file, ...args] = command;
    const where = ['--report-dir', reports, '--artifact-dir', join(artifactDirectory, id), '--no-tty'];
    try {
      // A session of its own: it outlives this process, whatever ends it.
      const child = spawn(file, [...args, collection, ...where, ...(identity === undefined ? [] : ['--identity', identity])], {
        env: { ...environment, TERCC: JSON.stringify(event) },
        stdio: ['ignore', output.fd, output.fd],
        detached: true,
      });
      await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
      child.unref();
      return identify(child.pid ?? 0);
    } finally {
      await output.close();
    }
  }

  /** The identity that the item under test was announced with, where there is an event repository. */
  private async identityOf(event: EiffelEvent): Promise<string | undefined> {
    const { environment } = this.parts;
    const [repository, id] = [environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API, artifactOf(event)];
    if (!repository || id === undefined) return undefined;
    const identity = (await findArtifact(repository, { id }, this.parts))?.data.identity;
    return typeof identity === 'string' ? identity : undefined;
  }

  /** Finishes what a killed run left, and says how the run ended. */
  private async afterwards(id: string, reports: string): Promise<string> {
    const directory = join(runsIn(this.options.workspace), id);
    if (await exists(directory)) {
      const [released] = await release([directory], this.parts);
      if (released && released.refused.length > 0) return `was killed; ${released.refused.join('; ')}`;
      if (released && !released.alive && released.done.length > 0) return `was killed; ${released.done.join('; ')}`;
    }
    const text = await readFile(join(reports, 'results.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return `was not carried out: see ${join(reports, 'run.log')}`;
    return `ended ${String((JSON.parse(text) as { readonly verdict?: unknown }).verdict)}`;
  }

  /** True when listening ended first. */
  private async untilDead(process: ProcessIdentity): Promise<boolean> {
    const { clock, signal } = this.parts;
    while (['alive', 'stopped'].includes(fateOf(process))) {
      await clock.sleep(look, signal).catch(() => undefined);
      if (signal.aborted) return true;
    }
    return false;
  }
}

/** The ids of every event that a run was journalled for: the journal forgets those that are over. */
async function openSeen(path: string): Promise<{ has(id: string): boolean; add(id: string): Promise<void> }> {
  const ids = new Set((await readFile(path, 'utf8').catch(() => '')).split('\n'));
  return {
    has: (id) => ids.has(id),
    async add(id) {
      ids.add(id);
      await appendFile(path, `${id}\n`, { flush: true });
    },
  };
}

function eventIn(body: Buffer, log: Log): EiffelEvent | undefined {
  try {
    return parseEvent(body.toString(), 'a message');
  } catch (error) {
    log.warning('a message was dropped', { reason: messageOf(error).slice(0, 500) });
    return undefined;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
