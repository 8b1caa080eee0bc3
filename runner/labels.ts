import type { ContainerListed } from '../src/docker/engine.js';
import { printProcess, readProcess, type ProcessIdentity } from '../src/host/process-identity.js';

/** Every label of ours begins so, and none of the parameter's may. */
export const labelPrefix = 'io.github.etos-action.';

/** What a container's labels say about who made it (delegation.md 5). */
export interface Origin {
  /** What the job calls this run; `cleanup --run` goes by it. Two runs may have been given the same. */
  readonly run: string;
  /** This one run and no other, whatever it is called. */
  readonly instance: string;
  readonly owner: string;
  /** The execution space's, from the parameter. */
  readonly identifier?: string;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** When the run is over whatever happens; undefined without a time limit. */
  readonly deadline?: number;
  /** Milliseconds from the stop signal to SIGKILL. */
  readonly grace: number;
  readonly process: ProcessIdentity;
  /** The process that cleans up when the first cannot. */
  readonly watchdog: ProcessIdentity;
}

/** The labels of a run's container. `more` are the CI system's and the operator's. */
export function printLabels(origin: Origin, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { run, instance, owner, identifier, version, created, deadline, grace, process, watchdog } = origin;
  const own = {
    run,
    instance,
    owner,
    ...(identifier !== undefined && { identifier }),
    version,
    created: new Date(created).toISOString(),
    ...(deadline !== undefined && { deadline: new Date(deadline).toISOString() }),
    grace: String(grace),
    process: printProcess(process),
    watchdog: printProcess(watchdog),
  };
  return { ...more, ...Object.fromEntries(Object.entries(own).map(([name, value]) => [labelPrefix + name, value])) };
}

/** Reads a container's labels; undefined when it is none of ours. */
export function readLabels({ labels }: Pick<ContainerListed, 'labels'>): Origin | undefined {
  const of = (name: string): string => labels[labelPrefix + name] ?? '';
  const process = readProcess(of('process'));
  const watchdog = readProcess(of('watchdog'));
  if (of('run') === '' || !process || !watchdog) return undefined;
  const deadline = Date.parse(of('deadline'));
  return {
    run: of('run'),
    instance: of('instance'),
    owner: of('owner'),
    version: of('version'),
    created: Date.parse(of('created')),
    ...(Number.isNaN(deadline) ? {} : { deadline }),
    grace: Number(of('grace')) || 0,
    process,
    watchdog,
  };
}

/** The filter that finds a run's containers, those of one instance of it, an owner's, or all of this program. */
export const labelFilter = {
  run: (run: string): string => `${labelPrefix}run=${run}`,
  instance: (instance: string): string => `${labelPrefix}instance=${instance}`,
  owner: (owner: string): string => `${labelPrefix}owner=${owner}`,
  all: `${labelPrefix}run`,
};
