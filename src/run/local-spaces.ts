import { fileURLToPath } from 'node:url';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { engineFrom } from '../docker/create-engine.js';
import { noImage } from '../documents/recipe.js';
import { InvalidInput, messageOf } from '../host/errors.js';
import type { ForSubSuite } from '../environment/dataset.js';
import type { JsontasProvider } from '../environment/provider-file.js';
import { fromPlain, type JsonObject } from '../json/value.js';
import type { Space } from '../server/local-delegation.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Where the built-in execution spaces carry out what wants which test runner, and why there. */
export interface LocalSpaces {
  /** One line for people. */
  readonly text: string;
  /** What is surely not meant, one line each. */
  readonly warnings: readonly string[];
  /** The space for a test runner when the user leaves it to us. */
  spaceFor(testRunner: string): Space;
  /** What carries out recipes that want this test runner, in a few words. */
  placeOf(testRunner: string): string;
}

/** Which engine there is: its address, or why there is none. */
export type EngineFound = { readonly address: string; readonly apiVersion: string } | { readonly absent: string };

// An engine that does not answer a ping in this time would not be of use either; it must not hold up a run that does without.
const patience = 3_000;

/** Asks the engine for a sign of life. @throws the signal's reason */
export async function findEngine(environment: Variables, signal: AbortSignal): Promise<EngineFound> {
  try {
    const engine = engineFrom(environment);
    const { apiVersion } = await engine.ping({ limit: patience, signal });
    return { apiVersion, address: engine.address.url };
  } catch (error) {
    signal.throwIfAborted();
    return { absent: messageOf(error) };
  }
}

/**
 * Chooses between Docker and the machine itself.
 * @param provider the execution space provider: the built-in `default` leaves the choice to us, `docker` and `process` demand one, any other starts its
 *   test runners elsewhere
 * @throws {InvalidInput} Docker is demanded and no engine answers, or a recipe wants no image
 */
export function chooseSpaces(
  provider: Pick<JsontasProvider, 'id' | 'source' | 'text'>,
  engine: EngineFound,
  testRunners: readonly string[],
): LocalSpaces {
  const present = !('absent' in engine);
  const inDocker = (testRunner: string): Space => (present && testRunner !== noImage ? 'docker' : 'process');
  // A file of the user's, or a ready-made one, says itself where its test runners are started.
  if (provider.text !== '' || !isLocal(provider.id))
    return {
      text: `provider "${provider.id}" (${provider.source})`,
      warnings: testRunners.includes(noImage)
        ? [
            `TEST_RUNNER "${noImage}" asks for no image, but execution space provider "${provider.id}" gets "${noImage}" as the image to start`,
          ]
        : [],
      spaceFor: inDocker,
      placeOf: (testRunner) => testRunner,
    };
  const { text, spaceFor } = chooseLocal(provider.id, engine, testRunners, inDocker);
  return { text, warnings: [], spaceFor, placeOf: (testRunner) => placeIn(spaceFor(testRunner), testRunner) };
}

type LocalName = 'default' | 'docker' | 'process';

function isLocal(id: string): id is LocalName {
  return ['default', 'docker', 'process'].includes(id);
}

function chooseLocal(
  asked: LocalName,
  engine: EngineFound,
  testRunners: readonly string[],
  inDocker: (testRunner: string) => Space,
): Pick<LocalSpaces, 'text' | 'spaceFor'> {
  const images = testRunners.filter((testRunner) => testRunner !== noImage);
  const onMachine = (): Space => 'process';
  if (asked === 'process') return { text: 'this machine, because the execution space "process" was asked for', spaceFor: onMachine };
  if ('absent' in engine) {
    if (asked === 'docker')
      throw new InvalidInput(
        `the execution space "docker" was asked for, but no Docker engine answers: ${engine.absent}`,
        'Start the engine, set DOCKER_HOST, or use --execution-space-provider process',
      );
    return { text: `this machine, because no Docker engine answers (${engine.absent})`, spaceFor: onMachine };
  }
  const docker = `Docker at ${engine.address} (API ${engine.apiVersion})`;
  if (asked === 'docker') {
    if (images.length < testRunners.length)
      throw new InvalidInput(
        `TEST_RUNNER "${noImage}" asks for no image, but the execution space "docker" was asked for`,
        'Name an image as TEST_RUNNER, or leave the choice: --execution-space-provider default',
      );
    return { text: `${docker}, because it was asked for`, spaceFor: () => 'docker' };
  }
  if (testRunners.length > 0 && images.length === 0)
    return { text: `this machine, because TEST_RUNNER "${noImage}" asks for no image (${docker} answers)`, spaceFor: inDocker };
  if (images.length < testRunners.length) return { text: `${docker}; this machine for TEST_RUNNER "${noImage}"`, spaceFor: inDocker };
  return { text: `${docker}, because it answers`, spaceFor: inDocker };
}

function placeIn(space: Space, testRunner: string): string {
  if (space === 'docker') return testRunner;
  return testRunner === noImage ? 'this machine' : `this machine, without the image ${testRunner}`;
}

/** Where the workspace is mounted in containers. */
const sourceInContainer = '/etos/source';

/** The variables that name files of a test runner, and where else they mean nothing. */
const fileVariables = ['TEST_REGEX', 'VERDICT_RULES_FILE'] as const;

/** The files that the user's variables name, as test runners find them: relative ones are looked for in the workspace (etos.md 6.1). */
export function testRunnerFiles(
  environment: Variables,
  workspace: string,
): {
  readonly docker: Readonly<Record<string, string>>;
  readonly machine: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
} {
  const named = fileVariables.flatMap((name) => (environment[name] ? [[name, resolve(workspace, environment[name])] as const] : []));
  const below = named.map(([name, path]) => [name, relative(workspace, path)] as const);
  const isInside = (path: string): boolean => path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return {
    machine: Object.fromEntries(named),
    docker: Object.fromEntries(below.flatMap(([name, path]) => (isInside(path) ? [[name, `${sourceInContainer}/${path}`]] : []))),
    warnings: below
      .filter(([, path]) => !isInside(path))
      .map(
        ([name]) =>
          `${name} is ${environment[name] ?? ''}, which containers do not see: they see the workspace ${workspace}. It is left out there`,
      ),
  };
}

/** The dataset's `local`: what the built-in providers read (providers/). One for each sub suite. */
export function localDataset(
  spaceFor: LocalSpaces['spaceFor'],
  {
    serverRoot,
    workspace,
    iuts,
    environment,
  }: { readonly serverRoot: string; readonly workspace: string; readonly iuts: number; readonly environment: Variables },
): (subSuite?: ForSubSuite) => JsonObject {
  const files = testRunnerFiles(environment, workspace);
  const docker = {
    url: `${serverRoot}/delegation/docker/build`,
    environment: { ETOS_SOURCE_DIR: sourceInContainer, ...files.docker, ...ownServer(serverRoot) },
    // The long form: a colon in the path would end a short one early.
    parameters: { '--mount': `type=bind,${inCsv(`source=${workspace}`)},target=${sourceInContainer},readonly` },
  };
  const machine = {
    url: `${serverRoot}/delegation/process/build`,
    environment: { ETOS_SOURCE_DIR: workspace, ...files.machine, ...ownServer(serverRoot) },
    parameters: {},
  };
  return (subSuite) =>
    fromPlain({
      iuts,
      livelogs: `${serverRoot}/live/${subSuite?.subSuiteId ?? ''}`,
      // Not by the two ids that are in it: test runners of 2021 know this name alone (etos.md 6.5).
      upload: `${serverRoot}/log/{folder}/{name}`,
      spaces: { docker, process: machine, default: spaceFor(subSuite?.testRunner ?? noImage) === 'docker' ? docker : machine },
    }) as JsonObject;
}

/** By these a test runner of this machine finds the run's own server, also where the others find theirs through a broker. */
function ownServer(serverRoot: string): Readonly<Record<string, string | null>> {
  return { ETOS_ENVIRONMENT_PROVIDER: serverRoot, ENVIRONMENT_URL: null, ETOS_EVENTS_URL: `${serverRoot}/events` };
}

/** A field of CSV, which `--mount` is: quoted where it has to be. */
function inCsv(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The delegation policy of local runs (delegation.md 6): nothing beyond the default but reading the workspace. */
export function localPolicy(workspace: string): object {
  return { binds: [{ source: workspace, writable: false }] };
}

/**
 * The committed bundle of another program, beside the one that runs: `dist/<name>/index.js`, from sources and bundles alike; from the
 * one-file bundles for Jenkins, which are `.mjs`, their neighbour.
 */
export function programPath(name: 'cli' | 'runner' | 'test-runner'): string {
  const own = fileURLToPath(import.meta.url);
  if (own.endsWith('.mjs')) return join(dirname(own), name === 'cli' ? 'etos.mjs' : `etos-${name}.mjs`);
  return join(dirname(own), '..', '..', 'dist', name, 'index.js');
}
