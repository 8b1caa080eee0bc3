import { spawn } from 'node:child_process';
import { access, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EiffelEvent } from '../eiffel/event.js';
import { writeWhole } from '../host/durable.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { fateOf, identify, type ProcessIdentity } from '../host/process-identity.js';
import { processesMarked } from '../host/strays.js';
import type { HttpClient } from '../http/client.js';
import type { Entry, Journal } from '../journal/journal.js';
import { release } from '../release/release.js';
import { findArtifact } from '../run/artifact.js';
import { runsIn } from '../run/directory.js';
import { waitLimit } from '../run/item.js';
import { artifactOf } from '../run/tercc.js';
import type { Announcements } from './announcements.js';
import type { Artifacts } from './artifacts.js';

/** A run that was asked for: its event, its process once that is known, what is to be announced of its end. */
export type Asked = Entry & {
  readonly fact: { readonly event: EiffelEvent; readonly process?: ProcessIdentity; readonly announcement?: EiffelEvent };
};

export function isAsked(entry: Entry): entry is Asked {
  return entry.fact.kind === 'asked';
}

export interface RunsOptions {
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
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends listening; runs go on. */
  readonly signal: AbortSignal;
  /** Told once the queue is there, and of each run. */
  readonly say: (line: string) => void;
}

interface Parts extends Listening {
  readonly journal: Journal;
  readonly home: string;
  readonly announcements: Announcements;
  readonly artifacts: Artifacts;
}

/** How a run ended, as a sentence; `failure` when nothing of it is on the bus. */
interface End {
  readonly how: string;
  readonly failure?: string;
}

const look = 500;

/** Runs that were asked for, each a process of its own, looked after from wherever an earlier process left them. */
export class Runs {
  private readonly going = new Set<string>();
  private readonly ended = new Set<() => void>();

  constructor(
    private readonly options: RunsOptions,
    private readonly parts: Parts,
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

  /** Brings a run to its end from wherever it is, once. */
  resume(entry: Asked): void {
    const { id } = entry.fact.event.meta;
    const { log, signal } = this.parts;
    if (this.going.has(id)) return;
    this.going.add(id);
    void this.bring(entry)
      .then((end) => this.close(entry, end))
      .catch(
        (error: unknown) => signal.aborted || log.error('a run could not be brought to its end', { run: id, reason: messageOf(error) }),
      )
      .finally(() => {
        this.going.delete(id);
        this.ended.forEach((go) => go());
      });
  }

  /** How it ended; undefined when nobody listens any more. */
  private async bring(entry: Asked): Promise<End | undefined> {
    const { event, process, announcement } = entry.fact;
    // Its end was known, and may not have been told.
    if (announcement) return { how: 'was not carried out' };
    const known = process ?? (await this.adopt(event)) ?? (await this.startOnce(entry));
    if (typeof known === 'object' && 'how' in known) return known;
    if (known !== undefined && (await this.untilDead(known))) return undefined;
    return await this.afterwards(event.meta.id, known);
  }

  /** Tells how it ended, and forgets it. */
  private async close(entry: Asked, end: End | undefined): Promise<void> {
    // Whoever was told to stop knows nothing of the end.
    if (end === undefined) return;
    const { journal, say, announcements } = this.parts;
    const { event } = entry.fact;
    let { announcement } = entry.fact;
    if (end.failure !== undefined) {
      // In the journal first: whoever is restarted in between publishes the very same event.
      announcement = announcements.failure(event, end.failure);
      await journal.amend(entry, { announcement });
    }
    if (announcement) await announcements.publish(announcement);
    say(`run ${event.meta.id} ${end.how}`);
    await journal.crossOut(entry);
    await rm(this.terccFile(event), { force: true });
  }

  /** Its process, when it was started without its number having been written down. */
  private async adopt(event: EiffelEvent): Promise<ProcessIdentity | undefined> {
    const marked = (await processesMarked('TERCC', this.markOf(event))).map(identify);
    // What it started has the mark, too.
    return marked.filter((process) => fateOf(process) !== 'dead').sort((a, b) => Number(a.started) - Number(b.started))[0];
  }

  /** Starts it, unless its directory or its results say that it was started; its end, when that cannot be done. */
  private async startOnce(entry: Asked): Promise<ProcessIdentity | End | undefined> {
    const { event } = entry.fact;
    const { signal } = this.parts;
    const { id } = event.meta;
    if ((await exists(join(runsIn(this.options.workspace), id))) || (await exists(join(this.reportsOf(id), 'results.json'))))
      return undefined;
    let process: ProcessIdentity;
    try {
      process = await this.start(event);
    } catch (error) {
      signal.throwIfAborted();
      return { how: `could not be started: ${messageOf(error)}`, failure: `It could not be started: ${messageOf(error)}` };
    }
    await this.parts.journal.amend(entry, { process });
    this.parts.say(`run ${id} started`);
    return process;
  }

  private async start(event: EiffelEvent): Promise<ProcessIdentity> {
    const { environment, log, signal } = this.parts;
    const { artifactDirectory, command } = this.options;
    const { id } = event.meta;
    const reports = this.reportsOf(id);
    await mkdir(reports, { recursive: true });
    // Not in the variable itself: an event with all its recipes may be longer than a variable can be.
    await writeWhole(this.terccFile(event), JSON.stringify(event));
    const identity = await this.identityOf(event).catch((error: unknown) => {
      // Whoever listens next asks anew.
      signal.throwIfAborted();
      log.warning('the item under test is not known', { run: id, reason: messageOf(error) });
      return undefined;
    });
    const output = await open(join(reports, 'run.log'), 'a');
    const [file, ...args] = command;
    const where = ['--report-dir', reports, '--artifact-dir', join(artifactDirectory, id), '--no-tty'];
    try {
      // A session of its own: it outlives this process, whatever ends it.
      const child = spawn(file, [...args, ...where, ...(identity === undefined ? [] : ['--identity', identity])], {
        // What is to be carried out stands in the event, and nowhere else.
        env: { ...environment, TEST_SUITE: '', TERCC: this.markOf(event) },
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

  /** The identity that the item under test was announced with: heard on the bus, or else asked of the event repository, where there is one. */
  private async identityOf(event: EiffelEvent): Promise<string | undefined> {
    const { environment, artifacts } = this.parts;
    const id = artifactOf(event);
    const repository = environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API;
    if (id === undefined) return undefined;
    const heard = artifacts.identityOf(id);
    if (heard !== undefined || !repository) return heard;
    const identity = (await findArtifact(repository, { id }, { ...this.parts, limit: waitLimit(environment), awaited: true }))?.data
      .identity;
    return typeof identity === 'string' ? identity : undefined;
  }

  /** Finishes what a killed run left, and says how the run ended. */
  private async afterwards(id: string, process: ProcessIdentity | undefined): Promise<End> {
    const directory = join(runsIn(this.options.workspace), id);
    const reports = this.reportsOf(id);
    if (process !== undefined && fateOf(process) === 'unknown')
      return { how: `was started on another machine or in another container; when it is over: etos release ${directory}` };
    if (await exists(directory)) {
      const [released] = await release([directory], this.parts);
      if (released && released.refused.length > 0) return { how: `was killed; ${released.refused.join('; ')}` };
      if (released && !released.alive && released.done.length > 0) return { how: `was killed; ${released.done.join('; ')}` };
    }
    const text = await readFile(join(reports, 'results.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return { how: `ended ${String((JSON.parse(text) as { readonly verdict?: unknown }).verdict)}` };
    const failure = failureIn(await readFile(join(reports, 'run.log'), 'utf8').catch(() => ''));
    return { how: `was not carried out: ${failure.split('\n', 1)[0] ?? ''}; see ${join(reports, 'run.log')}`, failure };
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

  private reportsOf(id: string): string {
    return join(this.options.reportDirectory, id);
  }

  private terccFile({ meta }: EiffelEvent): string {
    return join(this.parts.home, `${meta.id}.tercc.json`);
  }

  /** What a run is told of its event, and known by. */
  private markOf(event: EiffelEvent): string {
    return `@${this.terccFile(event)}`;
  }
}

/** Why a run says it was not carried out: from its error on, or its last lines. */
function failureIn(output: string): string {
  const lines = output.trimEnd().split('\n');
  const error = lines.findLastIndex((line) => line.startsWith('error: '));
  const said = (error < 0 ? lines.slice(-5) : lines.slice(error)).join('\n').replace(/^error: /, '');
  return said === '' ? 'It ended without a word.' : said.slice(0, 4_000);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
