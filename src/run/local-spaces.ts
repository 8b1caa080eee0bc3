import type { JsontasProvider } from '../environment/provider-file.js';
import { noImage } from '../documents/recipe.js';
import { InvalidInput } from '../host/errors.js';
import type { Space } from '../server/local-delegation.js';
import type { EngineFound } from './find-engine.js';

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
