import { resolve } from 'node:path';
import { durationForm, parseDuration } from '../host/duration.js';
import { InvalidInput } from '../host/errors.js';
import type { Level } from '../host/log.js';
import { didYouMean, nearest } from '../host/nearest.js';
import { clusterIn } from '../run/cluster.js';
import { splitterIn, waitsIn, type RunOptions } from '../run/options.js';
import { collectionReference, datasetReference, providerReference } from '../run/references.js';

/** What the step was given, read and checked once. */
export interface Inputs {
  readonly run: RunOptions;
  /** The lowest level of the log. */
  readonly level: Level;
  readonly failOn: FailOn;
  /** One line for each input, for the log; the dataset, which may hold what is kept from others, is not shown. */
  readonly inLines: readonly string[];
}

/**
 * Which endings fail the step. `failure`: every verdict but PASSED. `error`: only that the tests could not be carried out. `never`: neither. Wrong
 * input and a cancel always do.
 */
export type FailOn = 'failure' | 'error' | 'never';

/** Every input of action.yml with its default; the runner hands on nothing else. */
export const inputDefaults = {
  collection: '',
  identity: '',
  workspace: '',
  'artifact-dir': 'artifacts',
  'report-dir': 'reports',
  'iut-provider': 'default',
  'execution-space-provider': 'default',
  'log-area-provider': 'default',
  dataset: '',
  timeout: '',
  'wait-for-iut': '',
  'wait-for-log-area': '',
  'wait-for-execution-space': '',
  splitter: 'round-robin',
  durations: '',
  'providers-dir': '.etos/providers',
  'advertise-url': '',
  'publish-artifact': 'false',
  cluster: '',
  'cluster-api': '',
  verbose: 'false',
  'fail-on': 'failure',
} as const;

type Name = keyof typeof inputDefaults;

const names = Object.keys(inputDefaults) as Name[];
const failOns: readonly FailOn[] = ['failure', 'error', 'never'];
const levels: Readonly<Record<string, Level>> = { false: 'info', '0': 'info', true: 'event', '1': 'event', '2': 'debug' };

/**
 * Reads the inputs as GitHub's runner hands them over: `INPUT_FAIL-ON`, upper case with the hyphens kept (toolchain.md 8). Paths are relative to
 * `home`, the directory in which the runner starts the step; those of the report and the artifacts to the workspace.
 * @throws {InvalidInput} with everything that is wrong
 */
export function readInputs(environment: Readonly<Record<string, string | undefined>>, home: string): Inputs {
  const of = (name: Name): string => environment[`INPUT_${name.toUpperCase()}`]?.trim() || inputDefaults[name];
  const problems: string[] = [...misspelt(environment)];
  const [collection, identity, timeout] = [of('collection'), of('identity'), of('timeout')];
  if (collection === '') problems.push('collection is missing; expected the path or address of a test collection');
  const milliseconds = timeout === '' ? undefined : parseDuration(timeout);
  if (timeout !== '' && milliseconds === undefined) problems.push(`timeout is "${timeout}"; expected ${durationForm}`);
  const level = levels[of('verbose').toLowerCase()];
  if (level === undefined) problems.push(`verbose is "${of('verbose')}"; expected false, true (adds events) or 2 (adds requests)`);
  const failOn = failOns.find((word) => word === of('fail-on').toLowerCase());
  if (failOn === undefined) {
    problems.push(`fail-on is "${of('fail-on')}"; expected ${failOns.join(', ')}.${didYouMean(of('fail-on'), failOns)}`);
  }
  const publish = of('publish-artifact').toLowerCase();
  if (publish !== 'true' && publish !== 'false') problems.push(`publish-artifact is "${of('publish-artifact')}"; expected true or false`);
  const advertise = of('advertise-url') || environment.ETOS_ADVERTISE_URL;
  const waits = waitsIn(
    { iut: of('wait-for-iut'), 'log-area': of('wait-for-log-area'), 'execution-space': of('wait-for-execution-space') },
    (kind) => `wait-for-${kind}`,
    problems,
  );
  const splitter = splitterIn(of('splitter'), 'splitter', problems);
  const providers = ['iut-provider', 'execution-space-provider', 'log-area-provider'] as const;
  const here = [
    'wait-for-iut',
    'wait-for-log-area',
    'wait-for-execution-space',
    'splitter',
    'durations',
    'providers-dir',
    'advertise-url',
    'publish-artifact',
  ] as const;
  const cluster = clusterIn(
    {
      cluster: of('cluster') || undefined,
      clusterApi: of('cluster-api') || undefined,
      collection: collection === '' ? undefined : collection,
      providers: Object.fromEntries(providers.map((name) => [name, of(name)])),
      here: Object.fromEntries(here.map((name) => [name, of(name) !== inputDefaults[name]])),
      tercc: false,
    },
    { cluster: 'cluster', clusterApi: 'cluster-api' },
    problems,
  );
  if (problems.length > 0 || level === undefined || failOn === undefined) {
    throw new InvalidInput(
      `The step's inputs are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
      'Mend "with:" of the step',
    );
  }
  const workspace = resolve(home, of('workspace'));
  return {
    run: {
      collection: collectionReference(collection, home),
      ...(identity !== '' && { identity }),
      workspace,
      artifactDirectory: resolve(workspace, of('artifact-dir')),
      reportDirectory: resolve(workspace, of('report-dir')),
      iutProvider: providerReference(of('iut-provider'), home),
      executionSpaceProvider: providerReference(of('execution-space-provider'), home),
      logAreaProvider: providerReference(of('log-area-provider'), home),
      dataset: split(of('dataset')).map((text) => datasetReference(text, home)),
      providersDirectory: resolve(workspace, of('providers-dir')),
      waits,
      splitter,
      durations: of('durations')
        .split(/\r?\n/)
        .map((path) => path.trim())
        .filter((path) => path !== '')
        .map((path) => resolve(home, path)),
      // Folded where it is not wanted line by line.
      verbose: true,
      ...(advertise && { advertise }),
      ...(publish === 'true' && { publishArtifact: true }),
      ...(milliseconds !== undefined && { timeout: milliseconds }),
      ...(cluster && { cluster }),
    },
    level,
    failOn,
    inLines: names.map((name) => `${name}: ${name === 'dataset' && of(name) !== '' ? '(given)' : of(name)}`),
  };
}

/** GitHub only warns of an input that action.yml does not have, and hands it on: `tiemout` would be no limit at all. */
function misspelt(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('INPUT_'))
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !names.some((known) => known === name))
    .flatMap((name) => {
      // A job may have INPUT_… variables of its own: only what is near one of our words is taken for a slip.
      const meant = nearest(name.replaceAll('_', '-'), names);
      return meant === undefined ? [] : [`${name} is no input of this action. Did you mean ${meant}?`];
    });
}

/** One JSON object over any number of lines, or an object or `@file` a line. */
function split(dataset: string): readonly string[] {
  const lines = dataset.split(/\r?\n/).map((line) => line.trim());
  const separate = lines
    .filter((line) => line !== '')
    .every((line) => line.startsWith('@') || (line.startsWith('{') && line.endsWith('}')));
  return (separate ? lines : [dataset]).filter((text) => text !== '');
}
