import { suiteEnvironments, type SuiteEnvironments } from '../environment/environment.js';
import { runnerVariables, withSubSuiteAddress } from '../environment/instructions.js';
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
  if (environment.RABBITMQ_PASSWORD) log.secret(environment.RABBITMQ_PASSWORD);
  const facts = { run: ids.run, identity, artifactId: ids.artifact, context: ids.activity, tercc, artifactCreated, environment, local, dataset };
  const structures = withSubSuiteAddress(structuresOfProviders(environment), environment);
  return suiteEnvironments(providers, facts, {
    structures,
    variables: runnerVariables(environment, { serverRoot, runId: ids.run, now: clock.now() }),
    limits: waitLimits(environment),
    journal,
    http,
    clock,
    log,
  });
}
