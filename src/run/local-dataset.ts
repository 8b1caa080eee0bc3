import { isAbsolute, relative, resolve, sep } from 'node:path';
import { noImage } from '../documents/recipe.js';
import type { ForSubSuite } from '../environment/dataset.js';
import { fromPlain, type JsonObject } from '../json/value.js';
import type { LocalSpaces } from './local-spaces.js';

type Variables = Readonly<Record<string, string | undefined>>;

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
