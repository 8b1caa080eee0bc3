// Finishes what a run began, from its journal alone: after a crash, in GitHub's post step, before the next run. In: a run's directory. Out: what was
// released and what was refused. How something is undone belongs to the room that did it; this one knows which room that is.

import { access, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { engineFrom } from '../docker/create-engine.js';
import { kinds } from '../environment/kinds.js';
import { recover } from '../environment/recover.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { fateOf, type ProcessIdentity } from '../host/process-identity.js';
import { endProcessesMarked } from '../host/strays.js';
import type { HttpClient } from '../http/client.js';
import { openJournal, readJournal, type Entry } from '../journal/journal.js';
import { publishOwed, removeQueue, type OutboxFact, type QueueFact } from './broker.js';
import { NobodyToAsk } from '../tracking/tracker.js';
import { claim } from './claim.js';
import { closeEvents } from './close-events.js';
import { endDelegation } from './end-delegation.js';

/** What was done about one run. */
export interface Released {
  readonly directory: string;
  /** The run is still alive: nothing was touched. */
  readonly alive: boolean;
  /** One line for each thing that is gone now. */
  readonly done: readonly string[];
  /** One line for each thing that could not be released; it stays in the journal. */
  readonly refused: readonly string[];
}

export interface Releasing {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Also what belongs to a run whose process is alive or of which nothing can be proved: GitHub's post step knows that its run is over. */
  readonly evenAlive?: boolean;
}

/** The label that every container of a run has. */
export const runLabel = 'io.github.etos-action.etos-run';
/** The variable that every process of a run has. */
export const runVariable = 'ETOS_RUN_ID';

/** Milliseconds from SIGTERM to SIGKILL for what a dead run left running. */
const grace = 3_000;

/** The directories of runs below `<workspace>/.etos/runs` that are there, finished or not. */
export async function runDirectories(runs: string): Promise<readonly string[]> {
  const entries = await readdir(runs, { withFileTypes: true }).catch(() => []);
  // One that begins with a dot is being made; it holds nothing.
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => join(runs, name));
}

/** Releases each run; a run without a journal has nothing. A directory that has nothing left to finish is removed. */
export async function release(directories: readonly string[], releasing: Releasing): Promise<readonly Released[]> {
  const released: Released[] = [];
  for (const directory of directories) released.push(await releaseRun(directory, releasing));
  return released;
}

/** Whether the process of a run may still be there. */
export async function isAlive(directory: string): Promise<boolean> {
  const run = runOf(await readJournal(join(directory, journalFile)));
  return run !== undefined && fateOf(run.process) !== 'dead';
}

const journalFile = 'journal.ndjson';

function runOf(entries: readonly Entry[]): RunFact | undefined {
  return entries.find(({ fact }) => fact.kind === 'run')?.fact as RunFact | undefined;
}

async function releaseRun(directory: string, releasing: Releasing): Promise<Released> {
  const path = join(directory, journalFile);
  // A directory that is no run's is none of our business, whoever names it.
  if (!(await exists(path))) return { directory, alive: false, done: [], refused: [] };
  const open = await readJournal(path);
  const run = runOf(open);
  if (run && !releasing.evenAlive && fateOf(run.process) !== 'dead') return { directory, alive: true, done: [], refused: [] };
  if (open.length === 0) {
    // A finished run has removed its directory itself.
    await rm(directory, { recursive: true, force: true });
    return { directory, alive: false, done: [], refused: [] };
  }
  await using claimed = await claim(directory);
  if (!claimed) return { directory, alive: false, done: [], refused: [] };
  const done: string[] = [];
  const refused: string[] = [];
  const attempt = async (what: string, action: () => Promise<string | undefined>): Promise<void> => {
    try {
      const text = await action();
      if (text !== undefined) done.push(text);
    } catch (error) {
      releasing.signal.throwIfAborted();
      refused.push(`${what}: ${messageOf(error)}`);
    }
  };
  await using journal = await openJournal(path);
  if (run) {
    await attempt('processes', () => endProcesses(run, releasing));
    await attempt('containers', () => removeContainers(run, releasing));
  }
  for (const kind of ['iut', 'log-area', 'execution-space'] as const) {
    for (const entry of open.filter(({ fact }) => fact.kind === kind).reverse()) {
      await attempt(kinds[kind].called, () => recover(kind, entry, { ...releasing, journal }));
    }
  }
  // Side by side, because each may need a minute; the newest first: what waits would take the place of what is stopped.
  const delegations = open.filter(({ fact }) => fact.kind === 'delegation').reverse();
  await Promise.all(
    delegations.map(async (entry) => {
      // Those of this machine are gone with their processes and containers.
      if (run?.server !== undefined && String(entry.fact.url).startsWith(run.server)) return journal.crossOut(entry);
      await attempt(`sub suite ${String(entry.fact.subSuite)}`, async () => {
        const done = await endDelegation(entry.fact, releasing).catch(async (error: unknown) => {
          if (error instanceof NobodyToAsk) await journal.crossOut(entry);
          throw error;
        });
        await journal.crossOut(entry);
        return done;
      });
    }),
  );
  for (const entry of open.filter(({ fact }) => fact.kind === 'testrun')) {
    await attempt('testrun', async () => {
      const { endTestrun, Unendable } = await import('../remote/fact.js');
      const line = await endTestrun(entry.fact, releasing).catch(async (error: unknown) => {
        if (error instanceof Unendable) await journal.crossOut(entry);
        throw error;
      });
      await journal.crossOut(entry);
      return line;
    });
  }
  const closing: EiffelEvent[] = [];
  const record = run?.record;
  if (record) {
    await attempt('events', async () => {
      closing.push(...(await closeEvents(record.events, record.activity, releasing)));
      return closing.length === 0 ? undefined : `ended ${closing.length} open event${closing.length === 1 ? '' : 's'} in ${record.events}`;
    });
  }
  for (const entry of open.filter(({ fact }) => fact.kind === 'outbox')) {
    await attempt('events for RabbitMQ', async () => {
      const published = await publishOwed(entry.fact as OutboxFact, closing, releasing);
      await journal.crossOut(entry);
      return published === 0 ? undefined : `published ${published} event${published === 1 ? '' : 's'} that RabbitMQ had not confirmed`;
    });
  }
  for (const entry of open.filter(({ fact }) => fact.kind === 'queue')) {
    await attempt('queue of RabbitMQ', async () => {
      await removeQueue(entry.fact as QueueFact, releasing);
      await journal.crossOut(entry);
      return `deleted queue ${String(entry.fact.queue)}`;
    });
  }
  if (refused.length === 0) {
    for (const entry of journal.open()) await journal.crossOut(entry);
    if (run) await rm(run.scratch, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  }
  return { directory, alive: false, done, refused };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The first entry of every journal. */
export type RunFact = {
  readonly kind: 'run';
  readonly id: string;
  readonly process: ProcessIdentity;
  /** Root of its server; absent when it did not come that far. */
  readonly server?: string;
  /** Where the engine listens, for clean-up from another environment; absent when none was used. */
  readonly engine?: string;
  /** Where test runners of this machine worked. */
  readonly scratch: string;
  /** The record of events, and the activity that they belong to; absent for a run in an existing deployment, which has its own. */
  readonly record?: { readonly events: string; readonly activity: string };
};

async function endProcesses({ id }: RunFact, { clock, signal }: Releasing): Promise<string | undefined> {
  const bound = AbortSignal.any([signal, clock.deadline(grace + 10_000, new Error('they do not end, SIGKILL included'))]);
  const ended = await endProcessesMarked(runVariable, id, { clock, signal: bound, grace });
  return ended === 0 ? undefined : `ended ${ended} process${ended === 1 ? '' : 'es'}`;
}

/** Removes the run's containers and sees them gone: one that the engine is still at, or that a dying runner just made, is asked for again. */
async function removeContainers({ id, engine: address }: RunFact, { environment, clock, signal }: Releasing): Promise<string | undefined> {
  if (address === undefined) return undefined;
  const engine = engineFrom({ ...environment, DOCKER_HOST: address });
  const bound = AbortSignal.any([signal, clock.deadline(30_000, new Error('the engine does not get rid of them within 30 s'))]);
  const removed = new Set<string>();
  for (;;) {
    const containers = await engine.listContainers([`${runLabel}=${id}`], { signal: bound });
    if (containers.length === 0)
      return removed.size === 0 ? undefined : `removed ${removed.size} container${removed.size === 1 ? '' : 's'}`;
    for (const container of containers) {
      await engine.removeContainer(container.id, { signal: bound });
      removed.add(container.id);
    }
    await clock.sleep(100, bound);
  }
}
