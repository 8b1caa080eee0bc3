import { datasetOf } from '../environment/dataset.js';
import { suiteEnvironments, type SuiteEnvironments } from '../environment/environment.js';
import { runnerVariables, withSubSuiteAddress } from '../environment/instructions.js';
import { structuresOfProviders } from '../environment/structures.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import type { Journal } from '../journal/journal.js';
import type { JsonValue } from '../json/value.js';
import type { RunIds } from '../suite/announce.js';
import { localDataset } from './local-dataset.js';
import type { RunOptions } from './options.js';
import type { Prepared } from './prepare.js';
import { startsHere } from './reach.js';

type Variables = Readonly<Record<string, string | undefined>>;

export interface EnvironmentsFor {
  readonly ids: RunIds;
  readonly options: RunOptions;
  readonly environment: Variables;
  readonly serverRoot: string;
  readonly artifactCreated: JsonValue;
  /** Null where the run has not announced where the item is. */
  readonly artifactPublished: JsonValue;
  readonly tercc: JsonValue;
  readonly journal: Journal;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** The environments of the nth suite of a run. */
export function environmentsFor(
  prepared: Prepared,
  n: number,
  { ids, options, environment, serverRoot, artifactCreated, artifactPublished, tercc, journal, http, clock, log }: EnvironmentsFor,
): SuiteEnvironments {
  const { identity, datasets, providers, spaces, limits, maximumAmounts } = prepared;
  const dataset = datasetOf(datasets, n);
  const local = localDataset(spaces.spaceFor, { serverRoot, workspace: options.workspace, iuts: maximumAmounts[n] ?? 1, environment });
  if (environment.RABBITMQ_PASSWORD) log.secret(environment.RABBITMQ_PASSWORD);
  const facts = {
    run: ids.run,
    identity,
    artifactId: ids.artifact,
    context: ids.activity,
    tercc,
    artifactCreated,
    artifactPublished,
    environment,
    local,
    dataset,
  };
  const structures = withSubSuiteAddress(structuresOfProviders(environment), environment);
  return suiteEnvironments(providers, facts, {
    structures,
    variables: runnerVariables(variablesFor(prepared, environment, serverRoot), { serverRoot, runId: ids.run, now: clock.now() }),
    limits,
    journal,
    http,
    clock,
    log,
  });
}

/**
 * What the variables of test runners are made of. Those that the run starts itself report to its own server, which publishes for them; all others are
 * told the broker, and where the events of the run are asked for unless the deployment has a place for that.
 */
function variablesFor(prepared: Prepared, environment: Variables, serverRoot: string): Variables {
  if (startsHere(prepared) || !environment.RABBITMQ_HOST) return { ...environment, RABBITMQ_HOST: undefined };
  return { ...environment, ETOS_GRAPHQL_SERVER: environment.ETOS_GRAPHQL_SERVER || `${serverRoot}/graphql` };
}
