import { runVariable } from '../release/release.js';
import type { Space } from '../server/local-delegation.js';

type Variables = Readonly<Record<string, string | undefined>>;

// What the run itself was told in secret, or what only concerns its own step: no test has business with it.
const ownBusiness =
  /^(INPUT_|STATE_|GITHUB_(TOKEN|OUTPUT|STATE|STEP_SUMMARY|ENV|PATH)$|ACTIONS_|RABBITMQ_PASSWORD$|ETOS_RABBITMQ_PASSWORD$|ETOS_ENCRYPTION_KEY$|JENKINS_TOKEN$|DELEGATION_TOKEN$|KUBERNETES_TOKEN$|ETOS_CLUSTER_(TOKEN|PASSWORD)$)/;

// The delegation runner logs in with it to pull; a test has no business with it.
const registryLogin = 'DOCKER_AUTH_CONFIG';

/**
 * The variables that the program of a local delegation starts with: those of the run without what is private to it, the mark by which strays are found.
 * A test runner on this machine also gets those of its parameter; the delegation runner reads its own from standard input.
 */
export function childEnvironment(
  runId: string,
  {
    environment,
    parameter,
    space,
  }: { readonly environment: Variables; readonly parameter: Readonly<Record<string, string>>; readonly space: Space },
): Readonly<Record<string, string>> {
  const isPrivate = (name: string): boolean => ownBusiness.test(name) || (space === 'process' && name === registryLogin);
  const own = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && !isPrivate(entry[0]));
  return { ...Object.fromEntries(own), ...(space === 'process' ? parameter : {}), [runVariable]: runId };
}
