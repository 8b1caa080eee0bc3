import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { createLogFile } from '../remote/log-file.js';
import type { Collection } from '../collection/collection.js';
import { loadCollection } from '../collection/load.js';
import { checkDatasets, readDatasets, type Datasets } from '../environment/dataset.js';
import { identify } from '../host/process-identity.js';
import { createHttpClient } from '../http/create-client.js';
import { percentDecode } from '../http/url.js';
import { toPlain, type JsonValue } from '../json/value.js';
import { findDeployment } from '../remote/deployment.js';
import { loginFrom, type Login } from '../remote/login.js';
import { carryOutThere, type CarriedOut } from '../remote/remote.js';
import { isUuid, type Request } from '../remote/start.js';
import type { Sight } from '../remote/watch.js';
import type { Results } from '../report/results.js';
import { buildEvents } from './build-events.js';
import { claimDirectory } from './claim-directory.js';
import type { Cluster } from './cluster.js';
import { make, makeRunDirectory, removeOldReports, scratchOf } from './directory.js';
import { identityOf } from './identity.js';
import { lastOutput } from './last-output.js';
import { tellWhatIsLeft } from './left.js';
import { patienceOf } from './limits.js';
import type { RunOptions } from './options.js';
import { allOrProblems, checkWorkspace, soon, type Preparing } from './prepare.js';
import type { Progress } from './progress.js';
import { resultsThere } from './results-there.js';
import { exitCodeOf, timedOut, type Finished, type Running } from './finished.js';
import { sweep } from './sweep.js';
import { writeReports } from './write-reports.js';

/** Milliseconds that a run may take, and that a deployment has to confirm its end: as today's client (etos.md 1.3), and as long as people wait. */
const [day, longestGrace] = [86_400_000, 20_000];

/**
 * Has a test collection carried out by an existing ETOS deployment, with the results, reports and exit codes of a run on this machine.
 * @throws {InvalidInput} with all problems of what was given, also those that the deployment sees; {NotCarriedOut} it is not there, or cannot start it
 */
export async function runThere(options: RunOptions, cluster: Cluster, running: Running): Promise<Finished> {
  const { environment, log, clock, progress } = running;
  const started = clock.now();
  await using http = createHttpClient({ log, environment, clock });
  const prepared = await prepareThere(options, { environment, http, signal: running.signal }).finally(() =>
    removeOldReports(options.reportDirectory, { clock }),
  );
  const { collection, identity, login } = prepared;
  secretsIn(options, login).forEach((secret) => log.secret(secret));
  const deployment = await findDeployment(cluster.url, cluster.api, { login, http, signal: running.signal });
  await make(options.reportDirectory, 'report directory');
  await make(options.artifactDirectory, 'artifact directory');
  await using _reports = await claimDirectory(options.reportDirectory, 'reports', { clock });
  await using _artifacts = await claimDirectory(options.artifactDirectory, 'artifacts', { clock });
  const id = randomUUID();
  const fact = { kind: 'run' as const, id, process: identify(process.pid), scratch: scratchOf(id, environment.RUNNER_TEMP || tmpdir()) };
  await using directory = await makeRunDirectory(fact, options.workspace);
  running.onDirectory?.(directory.path);
  prepared.warnings.forEach((text) => progress({ kind: 'note', text, warning: true }));
  await sweep(options, directory, { ...running, http });
  const limit = options.timeout ?? day;
  const signal = AbortSignal.any([running.signal, clock.deadline(limit, timedOut(limit))]);
  const recipes = collection.suites.reduce((sum, suite) => sum + suite.recipes.length, 0);
  const place = `the ETOS deployment at ${cluster.url} (${deployment.generation})`;
  await using messages = await createLogFile(options.reportDirectory, log);
  const carriedOut = await carryOutThere(deployment, requestOf(options, prepared, environment), {
    ...options,
    journal: directory.journal,
    http,
    clock,
    log,
    signal,
    grace: Math.min(patienceOf(environment), longestGrace),
    onStarted(testrun) {
      progress({ kind: 'run', id: testrun.id, directory: directory.path, identity, suites: collection.suites.length, recipes });
      progress({ kind: 'execution space', text: place });
    },
    onSight: (sight) => tell(sight, collection, progress),
    onMessage: messages.write,
  }).catch(async (error: unknown) => {
    // Nothing goes on there, as far as anybody can tell.
    if (directory.journal.open().every(({ fact: { kind } }) => kind === 'run')) await directory.remove();
    throw error;
  });
  tellEnd(carriedOut, progress);
  const finished = clock.now();
  const outputs = await lastOutputs(carriedOut);
  const { outcome, suites } = resultsThere(carriedOut, {
    suites: collection.suites,
    workspace: options.workspace,
    outputs,
    started,
    finished,
  });
  const results: Results = {
    run: { id: carriedOut.testrun.id, identity, collection: collection.source, executionSpace: place, started, finished },
    outcome,
    suites,
  };
  const files = await writeReports(results, { directory: options.reportDirectory, log });
  if ((await tellWhatIsLeft(directory.journal, progress, directory)) === 0) await directory.remove();
  return { results, exitCode: exitCodeOf(outcome, { signal: running.signal, badInput: false }), files: [...files, messages.path] };
}

/** Everything that is known before a deployment is asked for anything. */
interface PreparedThere {
  readonly collection: Collection;
  readonly warnings: readonly string[];
  /** A package URL, or the id of an ArtifactCreated. */
  readonly identity: string;
  readonly datasets: Datasets;
  readonly login: Login;
}

async function prepareThere(options: RunOptions, { environment, http, signal }: Preparing): Promise<PreparedThere> {
  const { workspace, collection = '' } = options;
  const [loaded, identity, datasets, login] = await allOrProblems([
    loadCollection(collection, { http, signal, workspace }),
    itemOf(options, { environment, signal }),
    readDatasets(options.dataset, workspace),
    soon(() => loginFrom(environment)),
    checkWorkspace(workspace),
  ]);
  checkDatasets(datasets, loaded.collection.suites.length);
  return { ...loaded, identity, datasets, login };
}

async function itemOf({ identity, workspace }: RunOptions, context: Omit<Preparing, 'http'>): Promise<string> {
  if (identity !== undefined && isUuid(identity)) return identity;
  const { text } = await identityOf(identity, { workspace, ...context });
  return text;
}

function requestOf(
  { collection = '', iutProvider, executionSpaceProvider, logAreaProvider, timeout }: RunOptions,
  { identity, datasets, collection: { suites } }: PreparedThere,
  environment: Running['environment'],
): Request {
  const { triggered } = buildEvents(environment);
  return {
    collection,
    item: isUuid(identity) ? { id: identity } : { identity },
    dataset: merged(datasets, suites.length),
    iutProvider,
    executionSpaceProvider,
    logAreaProvider,
    ...(triggered !== undefined && { parentActivity: triggered }),
    ...(timeout !== undefined && { timeout }),
    ...(environment.BAGGAGE && { baggage: environment.BAGGAGE }),
  };
}

/** One dataset of several, as a run on this machine has them: an object, or where one was a list, a list with one for each suite. */
function merged(datasets: Datasets, suites: number): unknown {
  const one = (n: number): unknown =>
    toPlain(new Map<string, JsonValue>(datasets.flatMap((dataset) => [...(dataset instanceof Map ? dataset : (dataset[n] ?? []))])));
  return datasets.every((dataset) => dataset instanceof Map) ? one(0) : Array.from({ length: suites }, (_, n) => one(n));
}

/** Of providers that are addresses, what only their servers should know. */
function secretsIn({ iutProvider, executionSpaceProvider, logAreaProvider }: RunOptions, { secrets }: Login): readonly string[] {
  const passwords = [iutProvider, executionSpaceProvider, logAreaProvider].flatMap((provider) =>
    URL.canParse(provider) ? [percentDecode(new URL(provider).password)] : [],
  );
  return [...secrets, ...passwords.filter((password) => password !== '')];
}

function tell(sight: Sight, { suites }: Collection, progress: Progress): void {
  if (sight.kind !== 'suite started') return progress(sight);
  const recipes = suites.find(({ name }) => name === sight.suite)?.recipes.length ?? 0;
  return progress({ ...sight, recipes });
}

/** Says what became of the wish to end a run there. */
function tellEnd({ end, testrun: { id } }: CarriedOut, progress: Progress): void {
  if (end.kind !== 'stopped') return;
  const { aborted } = end;
  if (aborted.state === 'confirmed')
    return progress({ kind: 'note', text: `the deployment confirms that testrun ${id} is ended`, warning: false });
  const reasons = { unknown: 'it knows no such run, which may still be on its way', impossible: 'one of 2021 cannot end runs' };
  const reason = aborted.state === 'refused' ? aborted.reason : reasons[aborted.state];
  progress({ kind: 'note', text: `the deployment does not confirm that testrun ${id} is ended: ${reason}`, warning: true });
}

/** The last lines of tests that did not pass, by their ids. */
async function lastOutputs({ suites, files }: CarriedOut): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  const cases = suites.flatMap(({ subSuites }) => subSuites.flatMap((subSuite) => subSuite.cases));
  for (const {
    id,
    outcome,
    logs: [log],
  } of cases) {
    if (outcome?.verdict === 'PASSED') continue;
    const path = log && files.find(({ file }) => file.url === log.uri)?.path;
    const output = path && (await lastOutput(path));
    if (output) outputs.set(id, output);
  }
  return outputs;
}
