import { suiteEnvironments, type SuiteEnvironments } from '../environment/environment.js';
import { withSubSuiteAddress, type RunnerVariables } from '../environment/instructions.js';
import { waitLimits } from '../environment/kinds.js';
import { structuresOfProviders } from '../environment/structures.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Journal } from '../journal/journal.js';
import type { JsonValue } from '../json/value.js';
import type { RunIds } from '../suite/announce.js';
import { localDataset } from './local-spaces.js';
import type { RunOptions } from './options.js';
import type { Prepared } from './prepare.js';

type Variables = Readonly<Record<string, string | undefined>>;

export interface EnvironmentsFor {
  readonly ids: RunIds;
  readonly options: RunOptions;
  readonly environment: Variables;
  readonly serverRoot: string;
  readonly artifactCreated: JsonValue;
  readonly tercc: JsonValue;
  readonly journal: Journal;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** The environments of one suite of a run. */
export function environmentsFor(
  prepared: Prepared,
  { ids, options, environment, serverRoot, artifactCreated, tercc, journal, http, clock, log }: EnvironmentsFor,
): SuiteEnvironments {
  const { identity, dataset, providers, spaces, maximumAmount } = prepared;
  const local = localDataset(spaces.spaceFor, { serverRoot, workspace: options.workspace, iuts: maximumAmount ?? 1 });
  const facts = { identity, artifactId: ids.artifact, context: ids.activity, tercc, artifactCreated, environment, local, dataset };
  const structures = withSubSuiteAddress(structuresOfProviders(environment));
  return suiteEnvironments(providers, facts, {
    structures,
    variables: runnerVariables(serverRoot, ids.run, environment),
    limits: waitLimits(environment),
    journal,
    http,
    clock,
    log,
  });
}

/** The variables of every test runner of a run: those of the released services (etos.md 8.1), then where the run's own server is. */
function runnerVariables(serverRoot: string, runId: string, environment: Variables): RunnerVariables {
  const { SOURCE_HOST: host = environment.HOSTNAME, ETOS_API: api } = environment;
  return [
    ...(host ? ([['SOURCE_HOST', host]] as const) : []),
    ...(api ? ([['ETOS_API', api]] as const) : []),
    ['ETOS_ENVIRONMENT_PROVIDER', serverRoot],
    ['ENVIRONMENT_URL', null],
    ['ETOS_EVENTS_URL', `${serverRoot}/events`],
    ['ETOS_RUN_ID', runId],
  ];
}
