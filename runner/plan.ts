import { realpathSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname } from 'node:path';
import type { ContainerSpec } from '../src/docker/engine.js';
import type { Instructions } from '../src/documents/instructions.js';
import { InvalidInput } from '../src/host/errors.js';
import { readBytes, readInteger } from './amounts.js';
import { commaSeparated } from './comma-separated.js';
import { isBelow, parseImageReference, type ImageReference } from '../src/documents/image-reference.js';
import { labelPrefix } from './labels.js';
import { capabilityName, isNormalPath, type Policy } from './policy.js';
import { readRunOptions, rules, type RunOption } from './run-options.js';

export type PullRule = 'always' | 'missing' | 'never';

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
  readonly testRunner: Instructions['testRunner'];
  /** Variables that the embedded test runner gets and the container does not. */
  readonly testRunnerVariables: Readonly<Record<string, string>>;
}

/** The operator's word on the command line, beside the policy. */
export interface Operator {
  readonly policy: Policy;
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
 * @throws {InvalidInput} with every refusal: the option and the rule, no values
 */
export function plan(instructions: Instructions, operator: Operator): Plan {
  const { policy } = operator;
  const problems: string[] = [];
  const image = readImage(instructions.image, policy, problems);
  const options = readRunOptions(instructions.parameters, problems);
  const asked = new Asked(options, policy, operator.sockets, problems);
  const embedded = instructions.testRunner === 'embedded';
  const environment = [...instructions.environment, ...asked.environment()];
  const grace = asked.grace(operator.grace);
  const hostConfig = asked.hostConfig(operator.init ?? policy.init);
  const spec: ContainerSpec = {
    Image: instructions.image,
    AttachStdin: false,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: false,
    Tty: false,
    Env: environment.filter(([name]) => !embedded || !testRunnerOnly.test(name)).map(([name, value]) => `${name}=${value}`),
    ...asked.config(),
    StopTimeout: Math.ceil(grace / 1000),
    ...(embedded && { Entrypoint: ['/bin/sh', '-c', idle], Cmd: [], Healthcheck: { Test: ['NONE'] }, StopSignal: 'SIGTERM' }),
    HostConfig: { AutoRemove: false, RestartPolicy: { Name: 'no' }, ...hostConfig, ...(embedded && withRoomFor(hostConfig)) },
  };
  const name = asked.text('--name', /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/, 'the form of a name');
  const platform = asked.text('--platform', /^[a-z0-9]+(?:\/[a-z0-9]+){0,2}$/, 'os[/architecture[/variant]]');
  const pull = asked.pull();
  const timeLimit = smaller(operator.timeLimit, policy.limits.time);
  if (problems.length > 0 || !image)
    throw new InvalidInput(problems.join('; '), 'The policy of this machine decides: see docs/delegation.md');
  return {
    image,
    spec,
    ...(name !== undefined && { name }),
    ...(platform !== undefined && { platform }),
    pull: operator.pull ?? pull ?? (image.digest === undefined ? 'always' : 'missing'),
    grace,
    ...(timeLimit !== undefined && { timeLimit }),
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
  const image = parseImageReference(text);
  if (!image) problems.push('image is not a reference to an image');
  else if (policy.images && !policy.images.some((prefix) => isBelow(image, prefix)))
    problems.push('image is not among those that the policy lists');
  else if (policy.digestOnly && image.digest === undefined) problems.push('image has no digest, and the policy wants name@sha256:…');
  return image;
}

/** The options that were asked for, each read once into its field of the create call. Refusals go to `problems`. */
class Asked {
  constructor(
    private readonly options: readonly RunOption[],
    private readonly policy: Policy,
    private readonly sockets: readonly string[],
    private readonly problems: string[],
  ) {}

  /** Fields of the container itself. */
  config(): Readonly<Record<string, unknown>> {
    const hostname = this.text('--hostname', /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, 'a host name');
    const user = this.text('--user', /^[a-zA-Z0-9_][a-zA-Z0-9_.-]*\$?(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]*)?$/, 'user[:group]');
    const workdir = this.text('--workdir', /^\/[^\0]*$/, 'an absolute path');
    const stopSignal = this.text('--stop-signal', /^(?:(?:SIG)?[A-Z][A-Z0-9]{1,9}(?:[+-]\d{1,2})?|[1-9]\d?)$/, 'a signal');
    const entrypoint = this.let('--entrypoint', () => (this.policy.entrypoint ? undefined : notAllowed));
    return {
      Labels: this.labels(),
      ...(hostname !== undefined && { Hostname: hostname }),
      ...(user !== undefined && { User: user }),
      ...(workdir !== undefined && { WorkingDir: workdir }),
      ...(stopSignal !== undefined && { StopSignal: stopSignal }),
      ...(entrypoint !== undefined && { Entrypoint: [entrypoint], Cmd: [] }),
      ...(this.flag('--no-healthcheck') && { Healthcheck: { Test: ['NONE'] } }),
      ...this.exposedPorts(),
    };
  }

  /** Fields of the container's place on the machine. */
  hostConfig(init: boolean): Readonly<Record<string, unknown>> {
    const { policy } = this;
    const privileged =
      this.let('--privileged', (argument) => (argument === 'false' || policy.privileged ? undefined : notAllowed)) === 'true';
    const dns = this.each('--dns', (argument) => (isIP(argument) ? argument : this.form('--dns', 'an IP address')));
    const search = this.each('--dns-search', (argument) =>
      /^(?:\.|[A-Za-z0-9_.-]+)$/.test(argument) ? argument : this.form('--dns-search', 'a domain'),
    );
    const hosts = this.each('--add-host', (argument) => {
      const [, host = '', address = ''] = /^([A-Za-z0-9_.-]+)[:=](.+)$/.exec(argument) ?? [];
      const bare = address.replace(/^\[(.*)\]$/, '$1');
      return isIP(bare) || address === 'host-gateway' ? `${host}:${bare}` : this.form('--add-host', 'host:address');
    });
    const log = this.each('--log-opt', (argument): readonly [string, string] | undefined => {
      const [, key = '', amount = ''] = /^([a-z-]+)=(.*)$/.exec(argument) ?? [];
      if (key !== 'max-size' && key !== 'max-file') return this.refuse('--log-opt', 'is allowed for max-size and max-file alone');
      const good = key === 'max-size' ? readBytes(amount) !== undefined : readInteger(amount, 1) !== undefined;
      return good ? [key, amount] : this.form('--log-opt', 'an amount');
    });
    const groups = this.each('--group-add', (argument) => this.listed('--group-add', argument, policy.groups));
    const sysctls = this.each('--sysctl', (argument): readonly [string, string] | undefined => {
      const [, key = '', setting = ''] = /^([^=]+)=(.*)$/.exec(argument) ?? [];
      return this.listed('--sysctl', key, policy.sysctls) === undefined ? undefined : [key, setting];
    });
    const runtime = this.let('--runtime', (argument) => this.whyNotListed(argument, policy.runtimes));
    const network = this.let('--network', (argument) => this.whyNotListed(argument, policy.networks)) ?? policy.network;
    const initAsked = this.let('--init', () => undefined);
    return {
      Init: initAsked === undefined ? init : initAsked === 'true',
      ...(privileged && { Privileged: true }),
      ...this.memory(),
      ...this.processors(),
      ...(this.flag('--read-only') && { ReadonlyRootfs: true }),
      ...this.temporary(),
      ...this.ulimits(),
      ...this.capabilities(),
      ...this.securityOptions(),
      ...(dns.length > 0 && { Dns: dns }),
      ...(search.length > 0 && { DnsSearch: search }),
      ...(hosts.length > 0 && { ExtraHosts: hosts }),
      ...(log.length > 0 && { LogConfig: { Type: '', Config: Object.fromEntries(log) } }),
      ...this.mounts(),
      ...this.devices(),
      ...this.portBindings(),
      ...(groups.length > 0 && { GroupAdd: groups }),
      ...(sysctls.length > 0 && { Sysctls: Object.fromEntries(sysctls) }),
      ...(runtime !== undefined && { Runtime: runtime }),
      ...(network !== undefined && { NetworkMode: network }),
    };
  }

  /** Variables that `--env` sets; `-e NAME` alone would take the machine's. */
  environment(): readonly (readonly [string, string])[] {
    return this.each('--env', (argument): readonly [string, string] | undefined => {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(argument) ?? [];
      if (!argument.includes('=')) return this.refuse('--env', 'without a value would take the machine’s');
      return this.listed('--env', name, this.policy.environment) === undefined ? undefined : [name, value];
    });
  }

  /** `--stop-timeout` lowers the grace, and raises it as far as the policy says. */
  grace(usual: number): number {
    const seconds = this.integer('--stop-timeout', 0, 86_400);
    if (seconds === undefined) return usual;
    return Math.min(seconds * 1000, Math.max(usual, this.policy.limits.grace ?? 0));
  }

  pull(): PullRule | undefined {
    return this.text('--pull', /^(?:always|missing|never)$/, 'always, missing or never') as PullRule | undefined;
  }

  text(name: string, form: RegExp, what: string): string | undefined {
    return this.let(name, (argument) => (form.test(argument) ? undefined : `must be ${what}`));
  }

  private labels(): Readonly<Record<string, string>> {
    const pairs = this.each('--label', (argument): readonly [string, string] | undefined => {
      const [key = ''] = argument.split('=', 1);
      if (key === '' || /\s/.test(key)) return this.form('--label', 'key=value');
      if (key.toLowerCase().startsWith(labelPrefix)) return this.refuse('--label', `with the prefix ${labelPrefix} belongs to the runner`);
      return [key, argument.slice(key.length + 1)];
    });
    return Object.fromEntries(pairs);
  }

  private memory(): Readonly<Record<string, number>> {
    const asked = this.bytes('--memory');
    const limit = this.policy.limits.memory;
    const memory = smaller(asked === 0 ? undefined : asked, limit);
    const reservation = this.bytes('--memory-reservation');
    const swapText = this.let('--memory-swap', (argument) =>
      argument === '-1' || readBytes(argument) !== undefined ? undefined : 'must be bytes, or -1',
    );
    const swapAsked = swapText === undefined ? undefined : swapText === '-1' ? -1 : readBytes(swapText);
    // Memory and swap together. Twice the memory is the engine's own rule; without a bound here -1 would undo the operator's limit.
    const swap =
      limit === undefined || memory === undefined || swapAsked === undefined || swapAsked === 0
        ? swapAsked
        : Math.max(memory, swapAsked === -1 ? 2 * memory : Math.min(swapAsked, 2 * memory));
    const shared = this.bytes('--shm-size');
    return {
      ...(memory !== undefined && { Memory: memory }),
      ...(reservation !== undefined && { MemoryReservation: memory === undefined ? reservation : Math.min(reservation, memory) }),
      ...(swap !== undefined && { MemorySwap: swap }),
      ...(shared !== undefined && { ShmSize: limit === undefined ? shared : Math.min(shared, limit) }),
    };
  }

  private processors(): Readonly<Record<string, unknown>> {
    const { limits } = this.policy;
    const cpusText = this.text('--cpus', /^\d{1,5}(?:\.\d{1,9})?$/, 'a number of processors');
    const cpus = smaller(cpusText === undefined || Number(cpusText) === 0 ? undefined : Number(cpusText), limits.cpus);
    const shares = this.integer('--cpu-shares', 0, 262_144);
    const set = this.text('--cpuset-cpus', /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/, 'a list such as 0-2,4');
    const pidsAsked = this.integer('--pids-limit', -1);
    const pids = smaller(pidsAsked !== undefined && pidsAsked <= 0 ? undefined : pidsAsked, limits.pids);
    return {
      ...(cpus !== undefined && { NanoCpus: Math.round(cpus * 1e9) }),
      ...(shares !== undefined && { CpuShares: shares }),
      ...(set !== undefined && { CpusetCpus: set }),
      ...(pids !== undefined && { PidsLimit: pids }),
    };
  }

  private temporary(): Readonly<Record<string, unknown>> {
    const mounts = this.each('--tmpfs', (argument): readonly [string, string] | undefined => {
      const [path = ''] = argument.split(':', 1);
      const options = argument.slice(path.length + 1);
      const known =
        /^(?:(?:rw|ro|noexec|exec|nosuid|nodev|noatime|size=\d+[kmg%]?|mode=[0-7]{3,4}|uid=\d+|gid=\d+|nr_inodes=\d+[kmg]?)(?:,|$))*$/i;
      return isNormalPath(path) && path !== '/' && known.test(options)
        ? [path, options]
        : this.form('--tmpfs', 'path[:options] with ordinary options');
    });
    return mounts.length > 0 ? { Tmpfs: Object.fromEntries(mounts) } : {};
  }

  private ulimits(): Readonly<Record<string, unknown>> {
    const limits = this.each('--ulimit', (argument) => {
      const [, name, soft, hard] = /^([a-z]+)=(-1|\d+)(?::(-1|\d+))?$/.exec(argument) ?? [];
      return name === undefined
        ? this.form('--ulimit', 'name=soft[:hard]')
        : { Name: name, Soft: Number(soft), Hard: Number(hard ?? soft) };
    });
    return limits.length > 0 ? { Ulimits: limits } : {};
  }

  private capabilities(): Readonly<Record<string, unknown>> {
    const { addCapabilities, dropCapabilities } = this.policy;
    const add = this.each('--cap-add', (argument) => {
      const name = capabilityName(argument);
      // To the engine an added capability weighs more than the same one dropped.
      return dropCapabilities.includes(name) ? this.refuse('--cap-add', notAllowed) : this.listed('--cap-add', name, addCapabilities);
    });
    const drop = this.each('--cap-drop', (argument) =>
      /^[A-Za-z_]+$/.test(argument) ? capabilityName(argument) : this.form('--cap-drop', 'a capability'),
    );
    const dropped = [...new Set([...dropCapabilities, ...drop])];
    return { ...(add.length > 0 && { CapAdd: add }), ...(dropped.length > 0 && { CapDrop: dropped }) };
  }

  private securityOptions(): Readonly<Record<string, unknown>> {
    const asked = this.each('--security-opt', (argument) => this.listed('--security-opt', argument, this.policy.securityOptions));
    const options = [...(this.policy.noNewPrivileges ? ['no-new-privileges'] : []), ...asked];
    return options.length > 0 ? { SecurityOpt: options } : {};
  }

  private mounts(): Readonly<Record<string, unknown>> {
    const mounts = [
      ...this.each('--volume', (argument) => this.volume(argument)),
      ...this.each('--mount', (argument) => this.mount(argument)),
    ];
    return mounts.length > 0 ? { Mounts: mounts } : {};
  }

  /** `/container/path`, `source:/container/path`, `source:/container/path:ro`. */
  private volume(argument: string): Mount | undefined {
    const parts = argument.split(':');
    const [source, target, mode = ''] = parts.length === 1 ? [undefined, parts[0]] : parts;
    if (parts.length > 3 || !/^(?:|ro|rw)$/.test(mode)) return this.form('--volume', '[source:]target[:ro|rw]');
    return this.mountFrom(
      '--volume',
      source === undefined || !source.startsWith('/') ? 'volume' : 'bind',
      source,
      target ?? '',
      mode === 'ro',
    );
  }

  /** `type=bind,source=…,target=…[,readonly]`. Everything else that the docker CLI takes here reaches past what the policy can compare. */
  private mount(argument: string): Mount | undefined {
    const fields = commaSeparated(argument);
    if (!fields) return this.form('--mount', 'key=value pairs with commas between, one that holds a comma in quotes');
    const keys: Readonly<Record<string, string>> = { src: 'source', dst: 'target', destination: 'target', ro: 'readonly' };
    const given = new Map<string, string>();
    for (const field of fields) {
      const [written = ''] = field.split('=', 1);
      const key = keys[written.toLowerCase()] ?? written.toLowerCase();
      if (!['type', 'source', 'target', 'readonly', 'tmpfs-size', 'tmpfs-mode'].includes(key) || given.has(key))
        return this.refuse('--mount', 'takes type, source, target and readonly, each once; volume and bind options are never allowed');
      given.set(key, field.includes('=') ? field.slice(written.length + 1) : 'true');
    }
    const readOnly = given.get('readonly') ?? 'false';
    if (!/^(?:true|false|1|0)$/.test(readOnly)) return this.form('--mount', 'readonly, readonly=true or readonly=false');
    const type = given.get('type') ?? 'volume';
    const target = given.get('target') ?? '';
    const isReadOnly = readOnly === 'true' || readOnly === '1';
    if (type === 'bind' || type === 'volume') {
      if (given.has('tmpfs-size') || given.has('tmpfs-mode')) return this.form('--mount', 'without tmpfs options for this type');
      return this.mountFrom('--mount', type, given.get('source'), target, isReadOnly);
    }
    if (type !== 'tmpfs' || given.has('source')) return this.form('--mount', 'type=bind, type=volume or type=tmpfs');
    const size = given.get('tmpfs-size');
    const mode = given.get('tmpfs-mode');
    const bytes = size === undefined ? undefined : readBytes(size);
    if ((size !== undefined && bytes === undefined) || (mode !== undefined && !/^[0-7]{3,4}$/.test(mode)) || !isTarget(target))
      return this.form('--mount', 'type=tmpfs,target=/path[,tmpfs-size=…][,tmpfs-mode=…]');
    const options = { ...(bytes !== undefined && { SizeBytes: bytes }), ...(mode !== undefined && { Mode: parseInt(mode, 8) }) };
    return { Type: 'tmpfs', Target: target, ReadOnly: isReadOnly, TmpfsOptions: options };
  }

  private mountFrom(
    option: string,
    type: 'bind' | 'volume',
    source: string | undefined,
    target: string,
    readOnly: boolean,
  ): Mount | undefined {
    if (!isTarget(target)) return this.form(option, 'with an absolute target without ".." and "."');
    if (type === 'bind') {
      const bind = this.bind(option, source ?? '');
      if (!bind) return undefined;
      if (!readOnly && !bind.writable) return this.refuse(option, 'names a folder that the policy lets be mounted read-only');
      return { Type: 'bind', Source: source, Target: target, ReadOnly: readOnly };
    }
    if (source === undefined || source === '') {
      if (!this.policy.anonymousVolumes) return this.refuse(option, 'without a source needs anonymousVolumes in the policy');
      return { Type: 'volume', Target: target, ReadOnly: readOnly };
    }
    if (this.listed(option, source, this.policy.volumes) === undefined) return undefined;
    return { Type: 'volume', Source: source, Target: target, ReadOnly: readOnly };
  }

  /** The policy's entry that lets this folder be mounted: by whole components, and also where its links lead. */
  private bind(option: string, source: string): Policy['binds'][number] | undefined {
    if (!isNormalPath(source)) return this.form(option, 'with an absolute source without "..", "." and a final slash');
    const { binds } = this.policy;
    const real = realPath(source);
    const exact = binds.find((bind) => bind.source === source && (bind.source === real || realPath(bind.source) === real));
    if (exact) return exact;
    if ([source, real].some((path) => this.sockets.some((socket) => isWithin(socket, path))))
      return this.refuse(option, 'holds the engine’s socket, and the policy does not name it exactly');
    const bind = binds.find((allowed) => isWithin(source, allowed.source) && isWithin(real, realPath(allowed.source)));
    return bind ?? this.refuse(option, 'names a folder that the policy does not list');
  }

  private devices(): Readonly<Record<string, unknown>> {
    const devices = this.each('--device', (argument) => {
      const [source = '', second, third] = argument.split(':');
      const inContainer = second?.startsWith('/') ? second : source;
      const permissions = third ?? (second?.startsWith('/') ? undefined : second) ?? 'rwm';
      if (!/^[rwm]{1,3}$/.test(permissions) || !isNormalPath(inContainer)) return this.form('--device', '/dev/name[:/path][:rwm]');
      if (this.listed('--device', source, this.policy.devices) === undefined) return undefined;
      return { PathOnHost: source, PathInContainer: inContainer, CgroupPermissions: permissions };
    });
    const gpus = this.gpus();
    return { ...(devices.length > 0 && { Devices: devices }), ...(gpus && { DeviceRequests: [gpus] }) };
  }

  private gpus(): Readonly<Record<string, unknown>> | undefined {
    const { gpus } = this.policy;
    const asked = this.let('--gpus', (argument) => {
      if (gpus === 0) return notAllowed;
      if (argument === 'all') return gpus === 'all' ? undefined : 'asks for more than the policy lets';
      const devices = /^"?device=([A-Za-z0-9-]+(?:,[A-Za-z0-9-]+)*)"?$/.exec(argument)?.[1]?.split(',');
      if (devices) return gpus === 'all' ? undefined : 'by number needs "gpus": "all" in the policy';
      const count = readInteger(argument, 1, 1024);
      if (count === undefined) return 'must be all, a number or device=…';
      return gpus === 'all' || count <= gpus ? undefined : 'asks for more than the policy lets';
    });
    if (asked === undefined) return undefined;
    const devices = /^"?device=([^"]+)"?$/.exec(asked)?.[1]?.split(',');
    const which = devices ? { DeviceIDs: devices } : { Count: asked === 'all' ? -1 : Number(asked) };
    return { ...which, Capabilities: [['gpu']] };
  }

  private exposedPorts(): Readonly<Record<string, unknown>> {
    const ports = this.ports([]);
    return ports.length > 0 ? { ExposedPorts: Object.fromEntries(ports.map(({ inside }) => [inside, {}])) } : {};
  }

  private portBindings(): Readonly<Record<string, unknown>> {
    const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
    for (const { inside, address, port } of this.ports(this.problems)) (bindings[inside] ??= []).push({ HostIp: address, HostPort: port });
    return Object.keys(bindings).length > 0 ? { PortBindings: bindings } : {};
  }

  /** `[[address:]port:]inside[/protocol]`, single ports. */
  private ports(problems: string[]): readonly { readonly inside: string; readonly address: string; readonly port: string }[] {
    const allowed = this.policy.publish;
    return this.given('--publish').flatMap((argument) => {
      const refuse = (why: string): readonly [] => {
        problems.push(`--publish ${why}`);
        return [];
      };
      if (!allowed) return refuse(notAllowed);
      const match = /^(?:(?:(\[[0-9A-Fa-f:]+\]|[0-9.]+):)?(\d{0,5}):)?(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(argument);
      if (!match) return refuse('must be [[address:]port:]port[/protocol]');
      const [, addressText = '', port = '', inside = '', protocol = 'tcp'] = match;
      const address = addressText.replace(/^\[|\]$/g, '') || (allowed.addresses[0] ?? '127.0.0.1');
      if (!allowed.addresses.includes(address)) return refuse('names an address that the policy does not list');
      if (port !== '' && !allowed.ports.some(([from, to]) => Number(port) >= from && Number(port) <= to))
        return refuse('names a port that the policy does not list');
      return [{ inside: `${inside}/${protocol}`, address, port }];
    });
  }

  private bytes(name: string): number | undefined {
    const text = this.let(name, (argument) => (readBytes(argument) === undefined ? 'must be bytes such as 512m' : undefined));
    return text === undefined ? undefined : readBytes(text);
  }

  private integer(name: string, least: number, most?: number): number | undefined {
    const text = this.let(name, (argument) =>
      readInteger(argument, least, most) === undefined ? 'must be a whole number in its range' : undefined,
    );
    return text === undefined ? undefined : readInteger(text, least, most);
  }

  private flag(name: string): boolean {
    return this.given(name)[0] === 'true';
  }

  private given(name: string): readonly string[] {
    return this.options.filter((option) => option.name === name).map(({ argument }) => argument);
  }

  /** The argument of an option that stands once, unless `why` says why not. */
  private let(name: string, why: (argument: string) => string | undefined): string | undefined {
    const [argument] = this.given(name);
    if (argument === undefined) return undefined;
    const reason = why(argument);
    return reason === undefined ? argument : this.refuse(name, reason);
  }

  private each<T>(name: string, read: (argument: string) => T | undefined): readonly T[] {
    return this.given(name)
      .map(read)
      .filter((item): item is T & {} => item !== undefined);
  }

  private listed(name: string, argument: string, list: readonly string[]): string | undefined {
    const why = this.whyNotListed(argument, list);
    return why === undefined ? argument : this.refuse(name, why);
  }

  private whyNotListed(argument: string, list: readonly string[]): string | undefined {
    return list.includes(argument) ? undefined : list.length === 0 ? notAllowed : 'names something that the policy does not list';
  }

  private form(name: string, what: string): undefined {
    return this.refuse(name, `must be ${what}`);
  }

  private refuse(name: string, why: string): undefined {
    this.problems.push(`${name} ${why}`);
    return undefined;
  }
}

const notAllowed = 'is not allowed by the policy';

type Mount = Readonly<Record<string, unknown>>;

function isTarget(path: string): boolean {
  return isNormalPath(path) && path !== '/';
}

/** True when `path` is `folder` or lies below it, by whole components. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}

/** Where a path leads when its links are followed; what is not there yet lies where its folder leads. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path === '/' ? path : `${realPath(dirname(path)).replace(/\/$/, '')}/${path.split('/').at(-1) ?? ''}`;
  }
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

/** The options that a policy may let through, for the documentation and its test. */
export const operatorsOptions: readonly string[] = [...rules].filter(([, { standing }]) => standing === 'operator').map(([name]) => name);
