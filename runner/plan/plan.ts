import type { ContainerSpec } from '../../src/docker/engine.js';
import type { Instructions } from '../../src/documents/instructions.js';
import { InvalidInput } from '../../src/host/errors.js';
import { readBytes, readInteger } from './amounts.js';
import { Asked, notAllowed } from './asked.js';
import { isBelow, parseImageReference, type ImageReference } from '../../src/documents/image-reference.js';
import { labelPrefix } from '../labels.js';
import { mounts, type Mount } from './mounts.js';
import { exposedPorts, network, portBindings, published, type Published } from './network.js';
import type { PullRule } from '../options.js';
import type { Policy } from './policy.js';
import { privileges } from './privileges.js';
import { resources, smaller } from './resources.js';
import { sentences } from '../problems.js';
import { readDockerOptions } from './docker-options.js';
import { isSignal } from './signal-name.js';

/** What will be created, as far as parameter, policy and the operator's options say. Nothing outside the process was asked for it. */
export interface Plan {
  readonly image: ImageReference;
  /** The create call's body, without the labels that only a run knows. */
  readonly spec: ContainerSpec;
  readonly name?: string;
  readonly platform?: string;
  readonly pull: PullRule;
  /** Milliseconds from the stop signal to SIGKILL. */
  readonly grace: number;
  /** Milliseconds for the whole run. */
  readonly timeLimit?: number;
  /** Every variable, those of `--env` and the test runner's own among them; each value is a secret. */
  readonly environment: Instructions['environment'];
  readonly testRunner: Instructions['testRunner'];
  /** Variables that the embedded test runner gets and the container does not. */
  readonly testRunnerVariables: Readonly<Record<string, string>>;
}

/** The operator's word on the command line, beside the policy. */
export interface Operator {
  readonly policy: Policy;
  /** Where it is, for messages. */
  readonly policyFile?: string | undefined;
  /** Default: a tag always, a digest if it is missing. */
  readonly pull?: PullRule | undefined;
  readonly init?: boolean | undefined;
  readonly grace: number;
  readonly timeLimit?: number | undefined;
  /** The engine's sockets on this machine: not to be mounted unless named exactly. */
  readonly sockets: readonly string[];
}

/** Where the embedded test runner works inside the container. */
export const testRunnerRoot = '/etos';

// A shell that sleeps: `sleep infinity` is not in every busybox, and a shell waiting for a foreground child would hear TERM only after it. Without
// a `sleep` the loop would spin, so it ends with what a missing program ends with.
const idle = 'trap "exit 143" TERM INT HUP; while :; do sleep 3600 & wait $!; [ $? -ne 127 ] || exit 127; done';
// What the test runner needs and no test has business with: the broker, the key, the addresses of the run's own server.
const testRunnerOnly =
  /^(?:SUB_SUITE_URL|ENVIRONMENT_URL|ETOS_EVENTS_URL|ETOS_ENVIRONMENT_PROVIDER|(?:ETOS_)?RABBITMQ_.*|ETOS_ENCRYPTION_KEY)$/;

/**
 * Turns the parameter into a create call under the policy (delegation.md 6). Pure but for a look at where links of bind mounts lead.
 * @param problems those of the parameter's form
 * @throws {InvalidInput} with these and every refusal: the option and the rule, no values
 */
export function plan(instructions: Instructions, operator: Operator, problems: string[]): Plan {
  const { policy } = operator;
  const image = readImage(instructions.image, policy, problems);
  const options = readDockerOptions(instructions.parameters, problems);
  const asked = new Asked(options, policy, operator.sockets, problems);
  const embedded = instructions.testRunner === 'embedded';
  const environment = [...instructions.environment, ...environmentOptions(asked)];
  const grace = graceOf(asked, operator.grace);
  const ports = published(asked);
  const place = hostConfig(asked, ports, operator.init ?? policy.init);
  const spec: ContainerSpec = {
    Image: instructions.image,
    AttachStdin: false,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: false,
    Tty: false,
    Env: environment.filter(([name]) => !embedded || !testRunnerOnly.test(name)).map(([name, value]) => `${name}=${value}`),
    ...config(asked, ports),
    StopTimeout: Math.ceil(grace / 1000),
    ...(embedded && { Entrypoint: ['/bin/sh', '-c', idle], Cmd: [], Healthcheck: { Test: ['NONE'] }, StopSignal: 'SIGTERM' }),
    HostConfig: { AutoRemove: false, RestartPolicy: { Name: 'no' }, ...place, ...(embedded && withRoomFor(place)) },
  };
  const name = asked.text('--name', /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/, 'a letter or digit and then letters, digits, "_", "." and "-"');
  const platform = asked.text('--platform', /^[a-z0-9]+(?:\/[a-z0-9]+){0,2}$/, 'os[/architecture[/variant]]');
  const pull = asked.text('--pull', /^(?:always|missing|never)$/, 'always, missing or never') as PullRule | undefined;
  const timeLimit = smaller(operator.timeLimit, policy.limits.time);
  if (problems.length > 0 || !image)
    throw new InvalidInput(
      sentences(problems),
      `See docs/delegation.md for the form of the parameter and what a policy lets through; ${operator.policyFile === undefined ? 'none is named here, by --policy or ETOS_RUNNER_POLICY' : `here it is ${operator.policyFile}`}`,
    );
  return {
    image,
    spec,
    ...(name !== undefined && { name }),
    ...(platform !== undefined && { platform }),
    pull: operator.pull ?? pull ?? (image.digest === undefined ? 'always' : 'missing'),
    grace,
    ...(timeLimit !== undefined && { timeLimit }),
    environment,
    testRunner: instructions.testRunner,
    testRunnerVariables: Object.fromEntries(instructions.environment),
  };
}

/** Where nothing can be written the test runner needs a place all the same: an anonymous volume, which goes with the container. */
function withRoomFor(hostConfig: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (hostConfig['ReadonlyRootfs'] !== true) return {};
  return { Mounts: [...((hostConfig['Mounts'] as readonly Mount[] | undefined) ?? []), { Type: 'volume', Target: testRunnerRoot }] };
}

function readImage(text: string, policy: Policy, problems: string[]): ImageReference | undefined {
  // Without any there has been a word about that.
  if (text === '') return undefined;
  const image = parseImageReference(text);
  if (!image) problems.push('image is not a reference to an image');
  else if (policy.images && !policy.images.some((prefix) => isBelow(image, prefix)))
    problems.push('image is not among those that the policy lists (in images)');
  if (image && policy.digestOnly && image.digest === undefined)
    problems.push('image has no digest, and the policy wants name@sha256:… (by digestOnly)');
  return image;
}

/** Fields of the container itself. */
function config(asked: Asked, ports: readonly Published[]): Readonly<Record<string, unknown>> {
  const hostname = asked.text('--hostname', /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, 'a host name');
  const user = asked.text('--user', /^[a-zA-Z0-9_][a-zA-Z0-9_.-]*\$?(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]*)?$/, 'user[:group]');
  const workdir = asked.text('--workdir', /^\/[^\0]*$/, 'an absolute path');
  const stopSignal = asked.let('--stop-signal', (argument) => (isSignal(argument) ? undefined : 'must be a signal such as SIGINT'));
  const entrypoint = asked.let('--entrypoint', () => (asked.policy.entrypoint ? undefined : notAllowed('entrypoint')));
  return {
    Labels: labels(asked),
    ...(hostname !== undefined && { Hostname: hostname }),
    ...(user !== undefined && { User: user }),
    ...(workdir !== undefined && { WorkingDir: workdir }),
    ...(stopSignal !== undefined && { StopSignal: stopSignal }),
    ...(entrypoint !== undefined && { Entrypoint: [entrypoint], Cmd: [] }),
    ...(asked.flag('--no-healthcheck') && { Healthcheck: { Test: ['NONE'] } }),
    ...exposedPorts(ports),
  };
}

/** Fields of the container's place on the machine. */
function hostConfig(asked: Asked, ports: readonly Published[], init: boolean): Readonly<Record<string, unknown>> {
  const initAsked = asked.let('--init', () => undefined);
  return {
    Init: initAsked === undefined ? init : initAsked === 'true',
    ...privileges(asked),
    ...resources(asked),
    ...(asked.flag('--read-only') && { ReadonlyRootfs: true }),
    ...mounts(asked),
    ...log(asked),
    ...network(asked),
    ...portBindings(ports),
  };
}

function log(asked: Asked): Readonly<Record<string, unknown>> {
  const options = asked.each('--log-opt', (argument): readonly [string, string] | undefined => {
    const [, key = '', amount = ''] = /^([a-z-]+)=(.*)$/.exec(argument) ?? [];
    if (key !== 'max-size' && key !== 'max-file') return asked.refuse('--log-opt', 'is allowed for max-size and max-file alone');
    const good = key === 'max-size' ? readBytes(amount) !== undefined : readInteger(amount, 1) !== undefined;
    return good ? [key, amount] : asked.form('--log-opt', 'an amount');
  });
  return options.length > 0 ? { LogConfig: { Type: '', Config: Object.fromEntries(options) } } : {};
}

/** Variables that `--env` sets; `-e NAME` alone would take the machine's. */
function environmentOptions(asked: Asked): readonly (readonly [string, string])[] {
  return asked.each('--env', (argument): readonly [string, string] | undefined => {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(argument) ?? [];
    if (!argument.includes('=')) return asked.refuse('--env', 'without a value would take the machine’s: NAME=value is expected');
    return asked.listed('--env', name, 'environment') === undefined ? undefined : [name, value];
  });
}

/** `--stop-timeout` lowers the grace, and raises it as far as the policy says. */
function graceOf(asked: Asked, usual: number): number {
  const seconds = asked.integer('--stop-timeout', 0, 86_400);
  if (seconds === undefined) return usual;
  return Math.min(seconds * 1000, Math.max(usual, asked.policy.limits.grace ?? 0));
}

function labels(asked: Asked): Readonly<Record<string, string>> {
  const pairs = asked.each('--label', (argument): readonly [string, string] | undefined => {
    const [key = ''] = argument.split('=', 1);
    if (key === '' || /\s/.test(key)) return asked.form('--label', 'key=value');
    if (key.toLowerCase().startsWith(labelPrefix)) return asked.refuse('--label', `with the prefix ${labelPrefix} belongs to the runner`);
    return [key, argument.slice(key.length + 1)];
  });
  return Object.fromEntries(pairs);
}
