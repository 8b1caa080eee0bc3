import { hostname } from 'node:os';
import { labelPrefix } from './labels.js';

/** What the CI system around the runner is, as far as it matters here (delegation.md 3). */
export interface Surroundings {
  readonly system: 'jenkins' | 'github' | 'other';
  /** Milliseconds from the stop signal to SIGKILL when nobody says otherwise. */
  readonly grace: number;
  /** Build machine and job: the same for every run of one installation. */
  readonly owner: string;
  /** Where the job can be looked at. */
  readonly labels: Readonly<Record<string, string>>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the CI system off the environment. */
export function surroundings(variables: Variables): Surroundings {
  if (variables['GITHUB_ACTIONS'] === 'true') {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = variables;
    return {
      system: 'github',
      // SIGTERM follows SIGINT after 7.5 s: the container should be gone by then.
      grace: 6_000,
      owner: ownerOf(repository),
      labels: labelled({
        'build-url': server && repository && run && `${server}/${repository}/actions/runs/${run}`,
        repository,
        'github-run': run,
        attempt,
      }),
    };
  }
  if (['JENKINS_URL', 'JENKINS_NODE_COOKIE', 'JENKINS_SERVER_COOKIE'].some((name) => variables[name])) {
    const { JOB_NAME: job, BUILD_URL: url, BUILD_NUMBER: build } = variables;
    // The step is given up 20 s after the abort: until then its log is read.
    return { system: 'jenkins', grace: 15_000, owner: ownerOf(job), labels: labelled({ 'build-url': url, job, build }) };
  }
  return { system: 'other', grace: 10_000, owner: ownerOf(undefined), labels: {} };
}

function ownerOf(job: string | undefined): string {
  return job ? `${hostname()}/${job}` : hostname();
}

function labelled(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[labelPrefix + name, value]] : [])));
}
