import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { kinds } from '../environment/kinds.js';
import type { ProviderKind } from '../environment/provider-kind.js';
import { durationForm, parseDuration } from '../host/duration.js';
import { batchesUriOf, holdsRecipes, parseTercc } from '../run/tercc.js';
import { InvalidInput } from '../host/errors.js';
import { splitterIn, waitsIn, type RunOptions } from '../run/options.js';
import { clusterIn } from '../run/cluster.js';
import { collectionReference, datasetReference, providerReference } from '../run/references.js';
import { generations } from '../remote/generation.js';
import { splitterNames } from '../suite/splitter.js';
import type { Variables } from './face.js';

/** The options of `etos plan` as commander gives them. */
export interface InputFlags {
  readonly identity?: string;
  readonly workspace?: string;
  readonly iutProvider: string;
  readonly executionSpaceProvider: string;
  readonly logAreaProvider: string;
  readonly dataset: readonly string[];
  readonly providersDir: string;
  readonly splitter: string;
  readonly durations: readonly string[];
}

/** The options of `etos run`. */
export interface Flags extends InputFlags {
  readonly artifactDir: string;
  readonly reportDir: string;
  readonly advertiseUrl?: string;
  readonly publishArtifact?: boolean;
  readonly timeout?: string;
  readonly waitForIut?: string;
  readonly waitForLogArea?: string;
  readonly waitForExecutionSpace?: string;
  readonly tty: boolean;
  readonly verbose: number;
  readonly cluster?: string;
  readonly clusterApi?: string;
}

const providersDirectory = '.etos/providers';

/** An option that may be given several times. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** What a run is about: the item under test and where things are. */
export function addInputOptions(command: Command): Command {
  return command
    .option(
      '-i, --identity <purl>',
      'package URL of the item under test; else IDENTITY, else made from the CI variables or the git checkout',
    )
    .option(
      '-w, --workspace <dir>',
      'the workspace, which recipes can read as $ETOS_SOURCE_DIR; else WORKSPACE, else the current directory',
    )
    .option('--iut-provider <provider>', 'where items under test come from: a name, file or URL', 'default')
    .option('--execution-space-provider <provider>', 'where test runners run: docker and process demand one, default chooses', 'default')
    .option('--log-area-provider <provider>', 'where logs and artifacts go', 'default')
    .option('--providers-dir <dir>', 'where providers are looked up by name, below the workspace', providersDirectory)
    .addOption(
      new Option('--dataset <json>', 'values for the providers, or @file; repeat it to add more, later ones win')
        .default([], '{}')
        .argParser(collect),
    )
    .option('--splitter <name>', `how recipes are dealt to IUTs: ${splitterNames.join(', ')}`, splitterNames[0])
    .addOption(
      new Option(
        '--durations <file>',
        'results.json of an earlier run, for by-duration; may be repeated; without it the one in the report directory',
      )
        .default([], 'none')
        .argParser(collect),
    );
}

/** Where results go and how much is told. */
export function addOutputOptions(command: Command): Command {
  return command
    .option('-r, --report-dir <dir>', 'reports and logs, below the workspace; one run at a time: a second is refused', 'reports')
    .option('-a, --artifact-dir <dir>', 'artifacts of the tests, below the workspace; one run at a time, too', 'artifacts')
    .option(
      '--advertise-url <url>',
      'where test runners on other machines reach this one, http://host:port; else ETOS_ADVERTISE_URL, else the address on the Docker bridge',
    )
    .option(
      '--publish-artifact',
      'announce the item under test, and where it is, when the event repository (ETOS_GRAPHQL_SERVER) does not have it',
    )
    .option('--timeout <duration>', `end the run as INCONCLUSIVE after so long: ${durationForm}`)
    .option('--wait-for-iut <duration>', waitHelp('iut', 'an IUT'))
    .option('--wait-for-log-area <duration>', waitHelp('log-area', 'a log area'))
    .option('--wait-for-execution-space <duration>', waitHelp('execution-space', 'an execution space'))
    .option('--no-tty', 'plain lines, no cursor movement; always so in CI and without a terminal')
    .addOption(verboseOption());
}

/** Who carries the run out, where it is not this machine. */
export function addClusterOptions(command: Command): Command {
  return command
    .option('--cluster <url>', 'start the run in the ETOS deployment at this address, and follow it from here')
    .option(
      '--cluster-api <generation>',
      `how that deployment is spoken to: ${generations.join(', ')}; else it is asked, and today's is v0`,
    );
}

function waitHelp(kind: ProviderKind, item: string): string {
  return `wait so long for ${item} to become available; else ${kinds[kind].waitVariable}, else 10s`;
}

/** `-v`, `-vv`. */
export function verboseOption(): Option {
  return new Option('-v, --verbose', 'show events; -vv: requests, too')
    .default(0, 'off')
    .argParser((_value: unknown, before: number) => before + 1);
}

/** The options of a run, with the variables of the ETOS client for those that were not given. @throws {InvalidInput} */
export function runOptions(
  collection: string | undefined,
  flags: Flags,
  { environment, directory }: { readonly environment: Variables; readonly directory: string },
): RunOptions {
  const problems: string[] = [];
  // With a deployment its event is refused, whatever it says.
  const tercc = environment.TERCC && flags.cluster === undefined ? parseTercc(environment.TERCC) : undefined;
  const source = collection ?? (environment.TEST_SUITE || batchesUriOf(tercc));
  if (source === undefined && !(tercc && holdsRecipes(tercc)))
    problems.push(
      'no test collection was given; expected its path or URL as argument, or in TEST_SUITE, or an event that asks for it in TERCC',
    );
  else if (source?.trim() === '') problems.push('the test collection is empty text; expected a path or a URL');
  const timeout = flags.timeout === undefined ? undefined : parseDuration(flags.timeout);
  if (flags.timeout !== undefined && timeout === undefined)
    problems.push(`--timeout is ${JSON.stringify(flags.timeout)}; expected ${durationForm}`);
  const waits = waitsIn(
    { iut: flags.waitForIut, 'log-area': flags.waitForLogArea, 'execution-space': flags.waitForExecutionSpace },
    (kind) => `--${kinds[kind].waitOption}`,
    problems,
  );
  const splitter = splitterIn(flags.splitter, '--splitter', problems);
  const cluster = clusterIn(
    {
      cluster: flags.cluster,
      clusterApi: flags.clusterApi,
      collection: source,
      providers: {
        '--iut-provider': flags.iutProvider,
        '--execution-space-provider': flags.executionSpaceProvider,
        '--log-area-provider': flags.logAreaProvider,
      },
      here: {
        '--providers-dir': flags.providersDir !== providersDirectory,
        '--splitter': flags.splitter !== splitterNames[0],
        '--durations': flags.durations.length > 0,
        '--wait-for-iut': flags.waitForIut !== undefined,
        '--wait-for-log-area': flags.waitForLogArea !== undefined,
        '--wait-for-execution-space': flags.waitForExecutionSpace !== undefined,
        '--advertise-url': flags.advertiseUrl !== undefined,
        '--publish-artifact': flags.publishArtifact === true,
      },
      tercc: Boolean(environment.TERCC),
    },
    { cluster: '--cluster', clusterApi: '--cluster-api' },
    problems,
  );
  if (problems.length > 0) throw new InvalidInput(problems.join('\n'), 'See etos run --help');
  const workspace = resolve(directory, flags.workspace ?? (environment.WORKSPACE || '.'));
  const advertise = flags.advertiseUrl ?? (environment.ETOS_ADVERTISE_URL || undefined);
  const identity = flags.identity ?? (environment.IDENTITY || undefined);
  return {
    collection: source === undefined ? undefined : collectionReference(source, directory),
    ...(identity !== undefined && { identity }),
    workspace,
    artifactDirectory: resolve(workspace, flags.artifactDir),
    reportDirectory: resolve(workspace, flags.reportDir),
    iutProvider: providerReference(flags.iutProvider, directory),
    executionSpaceProvider: providerReference(flags.executionSpaceProvider, directory),
    logAreaProvider: providerReference(flags.logAreaProvider, directory),
    dataset: flags.dataset.map((text) => datasetReference(text, directory)),
    providersDirectory: resolve(workspace, flags.providersDir),
    waits,
    splitter,
    durations: flags.durations.map((path) => resolve(directory, path)),
    verbose: flags.verbose > 0,
    ...(advertise !== undefined && { advertise }),
    ...(flags.publishArtifact === true && { publishArtifact: true }),
    ...(tercc && { tercc }),
    ...(timeout !== undefined && { timeout }),
    ...(cluster && { cluster }),
  };
}
