// Puts one run together: everything is made here, handed to the parts, and taken down again. In: options. Out: results, written to the report
// directory, and an exit code. What a part does belongs to its room; what a face shows belongs to the face.

import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBuilder } from '../eiffel/build.js';
import type { Edition } from '../eiffel/catalogue.js';
import { editionOf } from '../eiffel/edition.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { openRecord } from '../eiffel/record.js';
import { InvalidInput, messageOf } from '../host/errors.js';
import { identify } from '../host/process-identity.js';
import type { HttpClient } from '../http/client.js';
import { createHttpClient } from '../http/create-client.js';
import { fromPlain } from '../json/value.js';
import type { RunFact } from '../release/release.js';
import type { Results } from '../report/results.js';
import { serve } from '../server/server.js';
import type { Uploads } from '../server/uploads.js';
import { announcerOf, newRunIds, type RunIds } from '../suite/announce.js';
import { carryOut, type SuiteEnd } from '../suite/carry-out.js';
import { outcomeOfRun } from '../suite/outcome.js';
import type { PlannedSuite } from '../suite/plan.js';
import { localTrackers } from '../tracking/local.js';
import type { Broker } from '../eiffel/broker.js';
import { findBroker, openRunBus } from './bus.js';
import { destinationBehind } from './destination.js';
import { itemOf, locationOf } from './item.js';
import { claimDirectory } from './claim-directory.js';
import { make, makeRunDirectory, removeOldReports, scratchOf, type RunDirectory } from './directory.js';
import { environmentsFor } from './environments.js';
import { exitCodeOf, timedOut, type Finished, type Running } from './finished.js';
import { remoteSpaces } from './remote-spaces.js';
import type { InternalBus } from './internal-bus.js';
import { buildEvents } from './build-events.js';
import { delegationsOf } from './delegations.js';
import { tellWhatIsLeft } from './left.js';
import { limitsOf } from './limits.js';
import type { RunOptions } from './options.js';
import { placing } from './place-document.js';
import { prepare, type Prepared } from './prepare.js';
import type { Progress } from './progress.js';
import { reachOf, startsHere, type Reach } from './reach.js';
import { RunRecord } from './record.js';
import { subSuiteDocuments } from './sub-suite-documents.js';
import { sweep } from './sweep.js';
import { writeReports } from './write-reports.js';

/**
 * Carries out a test collection. A verdict, a failure to get an environment and a cancel are results, not exceptions.
 * @throws {InvalidInput} with all problems of what was given; nothing was started
 */
export async function run(options: RunOptions, running: Running): Promise<Finished> {
  if (options.cluster) {
    const { runThere } = await import('./run-there.js');
    return await runThere(options, options.cluster, running);
  }
  const { environment, log, clock, progress } = running;
  const started = clock.now();
  await using http = createHttpClient({ log, environment, clock });
  // Whatever becomes of this run, what lies there afterwards is its own.
  const prepared = await prepare(options, { environment, http, signal: running.signal }).finally(() =>
    removeOldReports(options.reportDirectory, { clock }),
  );
  const edition = editionOf(environment);
  const broker = await findBroker(environment, { clock, signal: running.signal });
  const reach = await reachOf(prepared, options, { environment, signal: running.signal });
  const given = await itemOf(options, prepared.identity, { environment, http, clock, signal: running.signal });
  const ids = { ...newRunIds(options.tercc?.meta.id), ...(given && { artifact: given.meta.id }) };
  const scratch = scratchOf(ids.run, environment.RUNNER_TEMP || tmpdir());
  await make(options.reportDirectory, 'report directory');
  await make(options.artifactDirectory, 'artifact directory');
  await using _reports = await claimDirectory(options.reportDirectory, 'reports', { clock });
  await using _artifacts = await claimDirectory(options.artifactDirectory, 'artifacts', { clock });
  await using directory = await makeRunDirectory(runFact(prepared, { ids, scratch, eventFile: eventFileOf(options) }), options.workspace);
  running.onDirectory?.(directory.path);
  prepared.warnings.forEach((text) => progress({ kind: 'note', text, warning: true }));
  await sweep(options, directory, { ...running, http });
  const signal =
    options.timeout === undefined
      ? running.signal
      : AbortSignal.any([running.signal, clock.deadline(options.timeout, timedOut(options.timeout))]);
  const report: Parts['report'] = async (suites, record) => {
    const results = resultsOf(suites, { prepared, record, id: ids.run, started, finished: clock.now() });
    return { results, files: await writeReports(results, { directory: options.reportDirectory, log }) };
  };
  const { suites, results, files, left } = await carryOutAll(prepared, {
    edition,
    broker,
    reach,
    given,
    options,
    ids,
    directory,
    running,
    http,
    signal,
    report,
  }).catch(async (error: unknown) => {
    // Refused before anything was begun: there is nothing to release.
    if (error instanceof InvalidInput && directory.journal.open().every(({ fact }) => fact.kind === 'run')) await directory.remove();
    throw error;
  });
  if (left === 0) await directory.remove();
  return {
    results,
    exitCode: exitCodeOf(results.outcome, { signal: running.signal, badInput: suites.some((suite) => suite.badInput) }),
    files: [...files, eventFileOf(options)],
  };
}

// Milliseconds for a broker to confirm what is left. GitHub kills 10 s after a cancel (toolchain.md 9); the rest is what `etos release` is for.
const flush = 60_000;
const flushWhenCancelled = 2_000;

interface TimedSuite extends SuiteEnd {
  readonly started: number;
  readonly finished: number;
}

interface Parts {
  /** RabbitMQ, where there is one. */
  readonly broker: Broker | undefined;
  readonly edition: Edition;
  readonly reach: Reach;
  /** The item under test, where others have announced it. */
  readonly given: EiffelEvent | undefined;
  readonly options: RunOptions;
  readonly ids: RunIds;
  readonly directory: RunDirectory;
  readonly running: Running;
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  /** Writes the reports, when everything is over. */
  readonly report: (suites: readonly TimedSuite[], record: RunRecord) => Promise<Reported>;
}

type Reported = Pick<Finished, 'results' | 'files'>;

async function carryOutAll(
  prepared: Prepared,
  { edition, broker, reach, given, options, ids, directory, running, http, signal, report }: Parts,
): Promise<Reported & { readonly suites: readonly TimedSuite[]; readonly left: number }> {
  const { environment, log, clock } = running;
  const { journal, entry } = directory;
  await using internal = await internalBusOf({ ids, directory, running });
  const progress: Progress = (step) => {
    running.progress(step);
    internal?.tell(step);
  };
  await using bus = await openRunBus(broker, { ids, directory: directory.path, environment, journal, clock, log, signal });
  await using events = await openRecord(eventFileOf(options), { bus, log });
  const record = new RunRecord({
    ...options,
    placeOf: (testRunner) => prepared.spaces.placeOf(testRunner),
    activityId: ids.activity,
    progress,
  });
  using _listening = bus.subscribe((event) => record.take(event));
  const documents = subSuiteDocuments();
  const limits = limitsOf(environment, broker);
  await using delegations = delegationsOf(record, {
    options,
    runId: ids.run,
    directory,
    environment,
    progress,
    verbose: options.verbose,
    clock,
    log,
  });
  await using server = await serve({
    ...reach,
    bus,
    log,
    documents,
    uploads:
      startsHere(prepared) || !broker
        ? uploadsOf(record, internal)
        : { ...uploadsOf(record), destination: destinationBehind(bus, record, { clock }) },
    live: record,
    events,
    delegations,
  });
  log.secret(server.secret);
  await journal.amend(entry, { server: server.root });
  const build = createBuilder({ source: { name: 'ETOS Suite Runner', host: environment.SOURCE_HOST ?? hostname() }, clock, edition });
  const place = placing(reach, { documents, serverRoot: server.root, progress, http, clock, log });
  const announcer = announcerOf(ids, prepared.identity, { publisher: bus, build });
  announceRun(prepared, { ids, directory, progress });
  for (const known of [given, options.tercc]) if (known) await bus.recall(known);
  const known = {
    artifactCreated: given,
    tercc: options.tercc,
    build: buildEvents(environment),
    location: options.publishArtifact ? locationOf(prepared.identity) : undefined,
  };
  const { artifactCreated, artifactPublished, tercc } = await announcer.triggered(addressOf(options), known);
  await announcer.started();
  const suites = await Promise.all(
    prepared.plan.suites.map(async (suite, n): Promise<TimedSuite> => {
      const begun = clock.now();
      progress({ kind: 'suite started', suite: suite.name, recipes: recipesIn(suite) });
      const environments = environmentsFor(prepared, n, {
        ids,
        options,
        environment,
        serverRoot: server.root,
        artifactCreated: fromPlain(artifactCreated),
        artifactPublished: fromPlain(artifactPublished ?? null),
        tercc: fromPlain(tercc),
        journal,
        http,
        clock,
        log,
      });
      const end = await carryOut(suite, {
        runId: ids.run,
        artifactId: ids.artifact,
        environments,
        splitter: prepared.splitter,
        announcer,
        bus,
        place: (subSuite, waiting) => {
          record.ready(subSuite);
          return place(subSuite, waiting);
        },
        ended: (subSuite, subSuiteEnd) => record.ended(subSuite, subSuiteEnd),
        trackerOf: localTrackers(server.root, { http }),
        spaces: remoteSpaces(record, { verbose: options.verbose, progress, environment, http, clock, log }),
        limits,
        journal,
        http,
        clock,
        log,
        signal,
      });
      progress({ kind: 'suite finished', suite: suite.name, outcome: end.outcome });
      return { ...end, started: begun, finished: clock.now() };
    }),
  );
  const problem = suites.find((suite) => suite.problem !== undefined)?.problem;
  await (problem === undefined ? announcer.finished() : announcer.canceled(problem));
  await events.written();
  await record.readOutputs();
  if (signal.aborted) record.stopped(messageOf(signal.reason));
  internal?.shutdown(outcomeOfRun(suites));
  // Before the wait for a broker that may be away: whoever kills this program then has the reports.
  const reported = await report(suites, record);
  using late = lateOf(running);
  await Promise.all([bus.settle(late.signal), internal?.settle(late.signal)]);
  const left = await tellWhatIsLeft(journal, progress, directory);
  return { ...reported, suites, left };
}

function resultsOf(
  suites: readonly TimedSuite[],
  {
    prepared,
    record,
    ...run
  }: Pick<Results['run'], 'id' | 'started' | 'finished'> & { readonly prepared: Prepared; readonly record: RunRecord },
): Results {
  const { identity, collection, spaces } = prepared;
  return {
    run: { ...run, identity: identity.text, collection: collection.source, executionSpace: spaces.text },
    outcome: outcomeOfRun(suites),
    suites: suites.map(({ id, name, outcome, started, finished, notRun }) => ({
      name,
      outcome,
      started,
      finished,
      subSuites: record.resultsOf(id),
      notRun: notRun.map(({ id: recipe, testCase }) => ({ recipe, testCase, outcome: 'NOT_RUN' as const })),
    })),
  };
}

/** Fires when a broker has had its time, which is shorter as soon as the run is cancelled. */
function lateOf({ signal, clock }: Pick<Running, 'signal' | 'clock'>): Disposable & { readonly signal: AbortSignal } {
  const late = new AbortController();
  const within = (milliseconds: number): AbortSignal =>
    clock.deadline(milliseconds, new Error(`RabbitMQ did not confirm them within ${milliseconds / 1000} s`));
  const after = (limit: AbortSignal): void => limit.addEventListener('abort', () => late.abort(limit.reason), { once: true });
  const onCancel = (): void => after(within(flushWhenCancelled));
  after(within(flush));
  if (signal.aborted) onCancel();
  else signal.addEventListener('abort', onCancel, { once: true });
  return { signal: late.signal, [Symbol.dispose]: () => signal.removeEventListener('abort', onCancel) };
}

/** The run's own log area. Of files there the run tells on the internal bus where test runners report to it alone; others do it themselves. */
function uploadsOf(record: RunRecord, internal?: InternalBus): Uploads {
  return {
    destination: (upload) => record.destination(upload),
    find: (url) => record.find(url),
    ...(internal && {
      received(upload, sha256) {
        const { artifact, directory } = record.fileAt(upload) ?? { artifact: false, directory: '' };
        const file = { url: upload.url, name: upload.name, checksums: { 'SHA-256': sha256 } };
        internal.uploaded(artifact ? { ...file, directory } : file);
      },
    }),
  };
}

/** Loaded here alone: a run without such a bus does without. */
async function internalBusOf({ ids, directory, running }: Pick<Parts, 'ids' | 'directory' | 'running'>): Promise<InternalBus | undefined> {
  if (!running.environment.ETOS_RABBITMQ_HOST) return undefined;
  const { openInternalBus } = await import('./internal-bus.js');
  return await openInternalBus({ ...running, runId: ids.run, directory: directory.path });
}

function announceRun(
  { identity, plan: { suites }, spaces }: Prepared,
  { ids, directory, progress }: { readonly ids: RunIds; readonly directory: RunDirectory; readonly progress: Progress },
): void {
  const recipes = suites.reduce((sum, suite) => sum + recipesIn(suite), 0);
  progress({ kind: 'run', id: ids.run, directory: directory.path, identity: identity.text, suites: suites.length, recipes });
  progress({ kind: 'execution space', text: spaces.text });
}

/** What whoever finds the run's directory needs to know. */
function runFact(
  { engine }: Prepared,
  { ids, scratch, eventFile }: { readonly ids: RunIds; readonly scratch: string; readonly eventFile: string },
): RunFact {
  const engineFound = 'address' in engine && { engine: engine.address };
  const record = { events: eventFile, activity: ids.activity };
  return { kind: 'run', id: ids.run, process: identify(process.pid), scratch, ...engineFound, record };
}

function eventFileOf({ reportDirectory }: RunOptions): string {
  return join(reportDirectory, 'events.ndjson');
}

/** The collection's address for events: a URL, without what it may hold of credentials. Whoever has none was told what to do by an event. */
function addressOf({ collection = '', workspace }: RunOptions): string {
  if (!/^(?:https?|file):/i.test(collection)) return pathToFileURL(resolve(workspace, collection)).href;
  const url = new URL(collection);
  url.username = url.password = '';
  return url.href;
}

function recipesIn({ groups }: PlannedSuite): number {
  return groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
}
