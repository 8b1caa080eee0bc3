import { symlink } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { parseInstructions } from '../../../src/documents/instructions.js';
import { plan, type Operator, type Plan } from '../../../runner/plan/plan.js';
import { defaultPolicy, type Policy } from '../../../runner/plan/policy.js';
import { dockerOptions } from '../../../runner/plan/docker-options.js';
import { temporaryDirectory } from '../../support/directory.js';

const image = 'ghcr.io/acme/tool:1';
const sockets = ['/var/run/docker.sock', '/run/docker.sock'];

interface Asking extends Partial<Omit<Operator, 'policy'>> {
  readonly policy?: Partial<Policy>;
  readonly parameter?: Readonly<Record<string, unknown>>;
}

function planFor(parameters: Readonly<Record<string, unknown>>, { policy = {}, parameter = {}, ...operator }: Asking = {}): Plan {
  const problems: string[] = [];
  const instructions = parseInstructions(JSON.stringify({ image, parameters, ...parameter }), 'the parameter', problems);
  return plan(instructions, { grace: 10_000, sockets, ...operator, policy: { ...defaultPolicy, ...policy } }, problems);
}

/** What the options put into the create call, beside what every container has. */
function created(parameters: Readonly<Record<string, unknown>>, asking: Asking = {}): Record<string, unknown> {
  const flat = ({ spec, name, platform }: Plan): Record<string, unknown> => {
    const { HostConfig, ...config } = spec;
    return { ...config, ...(HostConfig as object), ...(name && { name }), ...(platform && { platform }) };
  };
  const without = flat(planFor({}));
  return Object.fromEntries(
    Object.entries(flat(planFor(parameters, asking))).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(without[key])),
  );
}

describe('without a policy', () => {
  test('a container has no way to outlive its run, no terminal and no input', () => {
    expect(planFor({}).spec).toMatchObject({
      Image: image,
      OpenStdin: false,
      Tty: false,
      HostConfig: { AutoRemove: false, RestartPolicy: { Name: 'no' }, Init: true },
    });
  });

  test.each([
    { parameters: { '--name': 'etr-1' }, gives: { name: 'etr-1' } },
    { parameters: { '--label': 'note=hello big world' }, gives: { Labels: { note: 'hello big world' } } },
    { parameters: { '-l': ['a', 'b=c=d'] }, gives: { Labels: { a: '', b: 'c=d' } } },
    { parameters: { '-h': 'host-1' }, gives: { Hostname: 'host-1' } },
    { parameters: { '-u': '1000:1000' }, gives: { User: '1000:1000' } },
    { parameters: { '-w': '/srv' }, gives: { WorkingDir: '/srv' } },
    { parameters: { '-m': '64m', '--memory-reservation': '32m' }, gives: { Memory: 67_108_864, MemoryReservation: 33_554_432 } },
    { parameters: { '--memory=1.5g': '' }, gives: { Memory: 1_610_612_736 } },
    { parameters: { '--memory': '1g', '--memory-swap': '-1' }, gives: { Memory: 1_073_741_824, MemorySwap: -1 } },
    { parameters: { '--cpus': 1.5 }, gives: { NanoCpus: 1_500_000_000 } },
    { parameters: { '--cpu-shares': '512', '--cpuset-cpus': '0-2,4' }, gives: { CpuShares: 512, CpusetCpus: '0-2,4' } },
    { parameters: { '--pids-limit': '100' }, gives: { PidsLimit: 100 } },
    { parameters: { '--shm-size': '128m' }, gives: { ShmSize: 134_217_728 } },
    {
      parameters: { '--ulimit': ['nofile=1024:2048', 'core=0'] },
      gives: {
        Ulimits: [
          { Name: 'nofile', Soft: 1024, Hard: 2048 },
          { Name: 'core', Soft: 0, Hard: 0 },
        ],
      },
    },
    { parameters: { '--read-only': '' }, gives: { ReadonlyRootfs: true } },
    { parameters: { '--read-only': true }, gives: { ReadonlyRootfs: true } },
    { parameters: { '--read-only': 'false' }, gives: {} },
    { parameters: { '--tmpfs': '/tmp:size=64m,exec' }, gives: { Tmpfs: { '/tmp': 'size=64m,exec' } } },
    { parameters: { '--init': 'false' }, gives: { Init: false } },
    { parameters: { '--stop-signal': 'SIGUSR1' }, gives: { StopSignal: 'SIGUSR1' } },
    { parameters: { '--stop-signal': 'rtmin+3' }, gives: { StopSignal: 'rtmin+3' } },
    { parameters: { '--stop-timeout': '3' }, gives: { StopTimeout: 3 } },
    { parameters: { '--cap-drop': ['all', 'CAP_NET_RAW'] }, gives: { CapDrop: ['ALL', 'NET_RAW'] } },
    { parameters: { '--no-healthcheck': '' }, gives: { Healthcheck: { Test: ['NONE'] } } },
    { parameters: { '--dns': '10.0.0.1', '--dns-search': 'lab.example' }, gives: { Dns: ['10.0.0.1'], DnsSearch: ['lab.example'] } },
    { parameters: { '--add-host': 'db:10.0.0.2' }, gives: { ExtraHosts: ['db:10.0.0.2'] } },
    { parameters: { '--platform': 'linux/arm64' }, gives: { platform: 'linux/arm64' } },
    {
      parameters: { '--log-opt': ['max-size=10m', 'max-file=3'] },
      gives: { LogConfig: { Type: '', Config: { 'max-size': '10m', 'max-file': '3' } } },
    },
  ])('$parameters', ({ parameters, gives }) => {
    expect(created(parameters)).toEqual(gives);
  });

  test.each([...dockerOptions].filter(([, { permission }]) => permission !== 'allowed').map(([name]) => name))(
    '%s is refused, in every spelling',
    (name) => {
      const argument = dockerOptions.get(name)?.takes === 'flag' ? '' : '1';
      const message = new RegExp(`^${name} (?:is never allowed|is not allowed|names|must be|takes|without)`);
      expect(() => planFor({ [name]: argument })).toThrow(message);
      expect(() => planFor({ [`${name}=${argument || 'true'}`]: '' })).toThrow(message);
    },
  );

  test.each([
    { parameters: { '-v': '/:/host' }, says: /^--volume names a folder|^--volume holds the engine/ },
    { parameters: { '-v=/:/host': '' }, says: /^--volume / },
    { parameters: { '--volume=/:/host': '' }, says: /^--volume / },
    { parameters: { '-v/:/host': '' }, says: /bundle of short options/ },
    { parameters: { '-it': '' }, says: /bundle of short options/ },
    { parameters: { '--net': 'host' }, says: /^--network is not allowed/ },
    { parameters: { '-e': 'PATH' }, says: /^--env without a value/ },
    { parameters: { '--Privileged': '' }, says: /"--Privileged" is not an option .* Did you mean --privileged\?/ },
    { parameters: { privileged: '' }, says: /"privileged" is not an option/ },
    { parameters: { '': 'x' }, says: /"" is not an option/ },
    { parameters: { '--label a=b; touch f; #': '' }, says: /^"--label…" is not an option/ },
    { parameters: { '-p hunter2secret': '' }, says: /^"-p…" is a bundle of short options/ },
    { parameters: { '-phunter': '' }, says: /^"-p…" is a bundle of short options/ },
    { parameters: { '--timeout': '2h' }, says: /^--timeout is no option of docker run but one of etos-runner run/ },
    { parameters: { '--policy=x': '' }, says: /^--policy is no option of docker run/ },
    { parameters: { '--memory': '64m --privileged' }, says: /^--memory must be bytes/ },
    { parameters: { '--memory': '1g', '-m': '2g' }, says: /^-m is given twice/ },
    { parameters: { '--memory=1g': '2g' }, says: /^--memory has one argument in its name and another beside it/ },
    { parameters: { '--read-only': 'yes' }, says: /^--read-only is a flag/ },
    { parameters: { '--name': 'x; touch f' }, says: /^--name must be/ },
    { parameters: { '--name': '-x' }, says: /^--name must be/ },
    { parameters: { '--label': 'io.github.etos-action.run=x' }, says: /^--label with the prefix/ },
    { parameters: { '--label': 'IO.GitHub.etos-action.owner=x' }, says: /^--label with the prefix/ },
    { parameters: { '--log-opt': 'syslog-address=tcp://evil' }, says: /^--log-opt is allowed for/ },
    { parameters: { '--tmpfs': '/' }, says: /^--tmpfs must be/ },
    { parameters: { '--tmpfs': '/x:bind' }, says: /^--tmpfs must be/ },
    { parameters: { '--stop-signal': '$(x)' }, says: /^--stop-signal must be/ },
    { parameters: { '--stop-signal': 'SIGFOO' }, says: /^--stop-signal must be a signal/ },
    { parameters: { '--stop-signal': '65' }, says: /^--stop-signal must be a signal/ },
    { parameters: { '--memory': '1m' }, says: /^--memory must be at least 6m$/ },
    { parameters: { '--memory-reservation': '1' }, says: /^--memory-reservation must be at least 6m$/ },
    { parameters: { '--memory-swap': '1g' }, says: /^--memory-swap wants --memory beside it$/ },
    { parameters: { '--memory': '1g', '--memory-swap': '10m' }, says: /^--memory-swap must be at least --memory/ },
    { parameters: { '--cap-drop': 'NET_ADMN' }, says: /^--cap-drop must be a capability such as NET_ADMIN$/ },
    { parameters: { '--pids-limit': 'x' }, says: /^--pids-limit must be a whole number from -1 on$/ },
    { parameters: { '--stop-timeout': '1h' }, says: /^--stop-timeout must be a whole number from 0 to 86400$/ },
    { parameters: { '--ip': '10.0.0.1' }, says: /^--ip is an option of docker run that this runner does not support$/ }, // and no --ipc
    { parameters: { '--ip6=hunter2': '' }, says: /^--ip6 is an option of docker run that this runner does not support$/ },
    { parameters: { '--label': ['a=b', 'c=d', '=e'] }, says: /^--label \(3 of 3\) must be key=value$/ },
    { parameters: { '-v': '/a:/a', '--volume': '/b:/b' }, says: /^--volume \(1 of 2\) names .*; --volume \(2 of 2\) names [^;]*$/ },
    { parameters: { '--pull': 'sometimes' }, says: /^--pull must be/ },
    { parameters: { '--platform': 'linux amd64' }, says: /^--platform must be/ },
    { parameters: { '--dns': 'evil' }, says: /^--dns must be/ },
    { parameters: { '--add-host': 'db' }, says: /^--add-host must be/ },
    { parameters: { '--user': '$(id)' }, says: /^--user must be/ },
    { parameters: { '--workdir': 'relative' }, says: /^--workdir must be/ },
    { parameters: { '--cpus': '-1' }, says: /^--cpus must be/ },
    { parameters: { '--cpus': '0.001' }, says: /^--cpus must be at least 0\.01$/ },
    { parameters: { '--ulimit': 'nofile' }, says: /^--ulimit must be/ },
    { parameters: { '--ulimit': 'files=1' }, says: /^--ulimit must be one of core, / },
    { parameters: { '--ulimit': 'nofile=2:1' }, says: /^--ulimit must be name=soft:hard with no more soft/ },
  ])('$parameters is refused', ({ parameters, says }) => {
    expect(() => planFor(parameters)).toThrow(says);
  });

  test('what is wrong with the parameter’s form, its image and its options is told at once, and nothing twice', () => {
    const parameter = { environment: { 'A B': 1 }, identifier: 7 };
    expect(() => planFor({ '--detach': '' }, { parameter: { ...parameter, image: 'No Image' } })).toThrow(
      /^environment: "A B" is not .*; identifier must be .*; image is not a reference to an image; --detach is never/,
    );
    expect(() => planFor({ '--detach': '' }, { parameter: { ...parameter, image: '' } })).toThrow(
      /^image must be [^;]*; env[^;]*; ident[^;]*; --det[^;]*$/,
    );
  });

  test('a refusal names the option and no value, and all refusals come at once', () => {
    const ask = (): Plan => planFor({ '--memory': 's3cret', '--name': 's3 cret', '--env-file': '/s3cret', '--x=s3cret': '' });
    expect(ask).toThrow(/--env-file .*--x.*--memory .*--name/s);
    expect(ask).not.toThrow(/s3 ?cret/);
  });
});

describe('bind mounts', () => {
  const binds = [
    { source: '/srv/data', writable: false },
    { source: '/srv/work', writable: true },
  ];

  test.each([
    { mount: { '-v': '/srv/data:/data:ro' }, gives: { Type: 'bind', Source: '/srv/data', Target: '/data', ReadOnly: true } },
    {
      mount: { '-v': '/srv/data/deep/er:/data:ro' },
      gives: { Type: 'bind', Source: '/srv/data/deep/er', Target: '/data', ReadOnly: true },
    },
    { mount: { '-v': '/srv/work:/work' }, gives: { Type: 'bind', Source: '/srv/work', Target: '/work', ReadOnly: false } },
    {
      mount: { '--mount': 'type=bind,src=/srv/data,dst=/data,readonly' },
      gives: { Type: 'bind', Source: '/srv/data', Target: '/data', ReadOnly: true },
    },
    {
      mount: { '--mount': 'type=bind,"source=/srv/data/a,b ""c""",target=/data,readonly' },
      gives: { Type: 'bind', Source: '/srv/data/a,b "c"', Target: '/data', ReadOnly: true },
    },
  ])('$mount', ({ mount, gives }) => {
    expect(created(mount, { policy: { binds } })).toEqual({ Mounts: [gives] });
  });

  test.each([
    { mount: '/srv/data:/data', says: /lets be mounted read-only/ },
    { mount: '/srv/database:/data:ro', says: /does not list/ }, // whole components
    { mount: '/srv:/data:ro', says: /does not list/ },
    { mount: '/srv/data/../../etc:/data:ro', says: /absolute source without/ },
    { mount: '/srv/data//x:/data:ro', says: /absolute source without/ },
    { mount: '/srv/data/:/data:ro', says: /absolute source without/ },
    { mount: '/srv/data/.:/data:ro', says: /absolute source without/ },
    { mount: '/srv/data:data:ro', says: /absolute target/ },
    { mount: '/srv/data:/:ro', says: /absolute target/ },
    { mount: '/srv/data:/data:ro,shared', says: /must be/ },
    { mount: './data:/data:ro', says: /is not allowed by the policy/ }, // would be a volume's name
  ])('-v $mount is refused', ({ mount, says }) => {
    expect(() => planFor({ '-v': mount }, { policy: { binds } })).toThrow(says);
  });

  test.each([
    'type=bind,source=/,target=/host',
    'type=volume,source=cache,target=/c,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/',
    'type=volume,source=cache,target=/c,volume-driver=local',
    'type=bind,source=/srv/data,target=/data,readonly,bind-propagation=rshared',
    'type=bind,source=/srv/data,source=/,target=/data,readonly',
    'type=bind,source="/srv/data",target=/data,readonly',
    'type=bind,"source=/srv/data,target=/data,readonly',
    '"type=bind"source=/srv/data,target=/data,readonly',
    'type=bind,"source=/srv/data/1,/..",target=/data,readonly',
    'type=npipe,source=/srv/data,target=/data',
    'type=tmpfs,source=/,target=/data',
  ])('--mount %s is refused', (mount) => {
    expect(() => planFor({ '--mount': mount }, { policy: { binds, volumes: ['cache'] } })).toThrow(/^--mount /);
  });

  test('the engine’s socket, and every folder above it, only if named exactly', () => {
    const everything = [{ source: '/', writable: true }];
    for (const source of ['/var/run/docker.sock', '/run/docker.sock', '/var/run', '/run', '/var'])
      expect(() => planFor({ '-v': `${source}:/x` }, { policy: { binds: everything } })).toThrow(/holds the engine’s socket/);
    expect(created({ '-v': '/:/x' }, { policy: { binds: everything } })).toHaveProperty('Mounts');
    const exact = [{ source: '/var/run/docker.sock', writable: true }];
    expect(created({ '-v': '/var/run/docker.sock:/x' }, { policy: { binds: exact } })).toHaveProperty('Mounts');
  });

  test('a link below a listed folder leads nowhere else', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('listed/file', 'x');
    await symlink('/etc', directory.at('listed', 'link'));
    await symlink(directory.at('listed', 'file'), directory.at('listed', 'inside'));
    const policy = { binds: [{ source: directory.at('listed'), writable: true }] };
    expect(() => planFor({ '-v': `${directory.at('listed', 'link')}:/x` }, { policy })).toThrow(/does not list/);
    expect(() => planFor({ '-v': `${directory.at('listed', 'link', 'not-there')}:/x` }, { policy })).toThrow(/does not list/);
    expect(created({ '-v': `${directory.at('listed', 'inside')}:/x` }, { policy })).toHaveProperty('Mounts');
  });
});

describe('what an operator lets through', () => {
  test.each<{ policy: Partial<Policy>; parameters: Record<string, unknown>; gives: Record<string, unknown> }>([
    { policy: { privileged: true }, parameters: { '--privileged': '' }, gives: { Privileged: true } },
    {
      policy: { volumes: ['cache'] },
      parameters: { '-v': 'cache:/c' },
      gives: { Mounts: [{ Type: 'volume', Source: 'cache', Target: '/c', ReadOnly: false }] },
    },
    {
      policy: { anonymousVolumes: true },
      parameters: { '-v': '/c' },
      gives: { Mounts: [{ Type: 'volume', Target: '/c', ReadOnly: false }] },
    },
    {
      policy: { devices: ['/dev/ttyUSB0'] },
      parameters: { '--device': '/dev/ttyUSB0:/dev/dut:rw' },
      gives: { Devices: [{ PathOnHost: '/dev/ttyUSB0', PathInContainer: '/dev/dut', CgroupPermissions: 'rw' }] },
    },
    { policy: { addCapabilities: ['NET_ADMIN'] }, parameters: { '--cap-add': 'cap_net_admin' }, gives: { CapAdd: ['NET_ADMIN'] } },
    { policy: { addCapabilities: ['ALL'] }, parameters: { '--cap-add': ['SYS_TIME', 'all'] }, gives: { CapAdd: ['SYS_TIME', 'ALL'] } },
    { policy: { networks: ['host', 'lab'] }, parameters: { '--net': 'host' }, gives: { NetworkMode: 'host' } },
    { policy: { network: 'lab' }, parameters: {}, gives: { NetworkMode: 'lab' } },
    {
      policy: { publish: { ports: [[8000, 8100]], addresses: ['127.0.0.1'] } },
      parameters: { '-p': ['8080:80', '53/udp'] },
      gives: {
        ExposedPorts: { '80/tcp': {}, '53/udp': {} },
        PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }], '53/udp': [{ HostIp: '127.0.0.1', HostPort: '' }] },
      },
    },
    { policy: { gpus: 'all' }, parameters: { '--gpus': 'all' }, gives: { DeviceRequests: [{ Count: -1, Capabilities: [['gpu']] }] } },
    { policy: { gpus: 2 }, parameters: { '--gpus': '2' }, gives: { DeviceRequests: [{ Count: 2, Capabilities: [['gpu']] }] } },
    ...['device=0,GPU-3a23', '"device=0,GPU-3a23"'].map((argument) => ({
      policy: { gpus: 'all' } as const,
      parameters: { '--gpus': argument },
      gives: { DeviceRequests: [{ DeviceIDs: ['0', 'GPU-3a23'], Capabilities: [['gpu']] }] },
    })),
    { policy: { entrypoint: true }, parameters: { '--entrypoint': '/bin/sh' }, gives: { Entrypoint: ['/bin/sh'], Cmd: [] } },
    { policy: { groups: ['dialout'] }, parameters: { '--group-add': 'dialout' }, gives: { GroupAdd: ['dialout'] } },
    {
      policy: { sysctls: ['net.core.somaxconn'] },
      parameters: { '--sysctl': 'net.core.somaxconn=9' },
      gives: { Sysctls: { 'net.core.somaxconn': '9' } },
    },
    {
      policy: { securityOptions: ['seccomp=unconfined'] },
      parameters: { '--security-opt': 'seccomp=unconfined' },
      gives: { SecurityOpt: ['seccomp=unconfined'] },
    },
    { policy: { runtimes: ['runsc'] }, parameters: { '--runtime': 'runsc' }, gives: { Runtime: 'runsc' } },
    { policy: { environment: ['A'] }, parameters: { '-e': 'A=b c' }, gives: { Env: ['A=b c'] } },
    { policy: { noNewPrivileges: true }, parameters: {}, gives: { SecurityOpt: ['no-new-privileges'] } },
    { policy: { dropCapabilities: ['ALL'] }, parameters: {}, gives: { CapDrop: ['ALL'] } },
    { policy: { init: false }, parameters: {}, gives: { Init: false } },
  ])('$policy with $parameters', ({ policy, parameters, gives }) => {
    expect(created(parameters, { policy })).toEqual(gives);
  });

  test.each<{ policy: Partial<Policy>; parameters: Record<string, unknown>; says: RegExp }>([
    {
      policy: { networks: ['lab'] },
      parameters: { '--network': 'host' },
      says: /^--network names something that the policy does not list \(in networks\)$/,
    },
    { policy: { networks: ['lab'] }, parameters: { '--network': 'container:x' }, says: /^--network names something/ },
    { policy: { devices: ['/dev/a'] }, parameters: { '--device': '/dev/ab' }, says: /^--device names something/ },
    { policy: { addCapabilities: ['NET_ADMIN'] }, parameters: { '--cap-add': 'ALL' }, says: /^--cap-add names something/ },
    {
      policy: { addCapabilities: ['NET_RAW'], dropCapabilities: ['NET_RAW'] },
      parameters: { '--cap-add': 'NET_RAW' },
      says: /^--cap-add is not allowed by the policy \(by dropCapabilities\)$/,
    },
    {
      policy: { publish: { ports: [[8000, 8100]], addresses: ['127.0.0.1'] } },
      parameters: { '-p': '80:80' },
      says: /^--publish names a port .* \(in publish\.ports\)$/,
    },
    {
      policy: { publish: { ports: [[1, 9999]], addresses: ['127.0.0.1'] } },
      parameters: { '-p': '0.0.0.0:80:80' },
      says: /^--publish names an address/,
    },
    { policy: { gpus: 1 }, parameters: { '--gpus': 'all' }, says: /^--gpus asks for more/ },
    { policy: { gpus: 1 }, parameters: { '--gpus': '2' }, says: /^--gpus asks for more/ },
    { policy: { gpus: 1 }, parameters: { '--gpus': 'device=0' }, says: /^--gpus by number needs "gpus": "all"/ },
    { policy: { gpus: 'all' }, parameters: { '--gpus': '0' }, says: /^--gpus must be all, a number or device=/ },
    { policy: { gpus: 'all' }, parameters: { '--gpus': 'driver=x' }, says: /^--gpus must be all/ },
    { policy: { environment: ['A'] }, parameters: { '-e': 'B=c' }, says: /^--env names something/ },
    { policy: { images: ['ghcr.io/other'] }, parameters: {}, says: /^image is not among those/ },
    { policy: {}, parameters: { '--privileged': '' }, says: /^--privileged is not allowed by the policy \(by privileged\)$/ },
    { policy: { binds: [] }, parameters: { '-v': 'cache:/c' }, says: /^--volume is not allowed by the policy \(by volumes\)$/ },
    { policy: { digestOnly: true }, parameters: {}, says: /^image has no digest/ },
    {
      policy: { digestOnly: true, images: ['ghcr.io/other'] },
      parameters: {},
      says: /^image is not among those .* \(in images\); image has no digest/,
    },
  ])('$policy does not let $parameters', ({ policy, parameters, says }) => {
    expect(() => planFor(parameters, { policy })).toThrow(says);
  });
});

describe('limits: the smaller one holds', () => {
  const limits = { memory: 10_000_000, cpus: 2, pids: 100 };
  test.each([
    { parameters: {}, gives: { Memory: 10_000_000, NanoCpus: 2e9, PidsLimit: 100 } },
    {
      parameters: { '--memory': '7000000', '--cpus': '1', '--pids-limit': '9' },
      gives: { Memory: 7_000_000, NanoCpus: 1e9, PidsLimit: 9 },
    },
    {
      parameters: { '--memory': '50m', '--cpus': '8', '--pids-limit': '999' },
      gives: { Memory: 10_000_000, NanoCpus: 2e9, PidsLimit: 100 },
    },
    { parameters: { '--memory': '0', '--cpus': '0', '--pids-limit': '-1' }, gives: { Memory: 10_000_000, NanoCpus: 2e9, PidsLimit: 100 } }, // no limit
    { parameters: { '--memory-swap': '-1' }, gives: { Memory: 10_000_000, MemorySwap: 20_000_000, NanoCpus: 2e9, PidsLimit: 100 } },
    { parameters: { '--memory-swap': '500' }, gives: { Memory: 10_000_000, MemorySwap: 10_000_000, NanoCpus: 2e9, PidsLimit: 100 } },
  ])('$parameters', ({ parameters, gives }) => {
    expect(created(parameters, { policy: { limits } })).toEqual(gives);
  });

  test.each([
    { stopTimeout: undefined, limit: undefined, grace: 10_000 },
    { stopTimeout: '3', limit: undefined, grace: 3_000 },
    { stopTimeout: '60', limit: undefined, grace: 10_000 }, // may not raise it
    { stopTimeout: '60', limit: 30_000, grace: 30_000 },
    { stopTimeout: '20', limit: 30_000, grace: 20_000 },
  ])('--stop-timeout $stopTimeout under a limit of $limit', ({ stopTimeout, limit, grace }) => {
    const parameters = stopTimeout === undefined ? {} : { '--stop-timeout': stopTimeout };
    expect(planFor(parameters, { policy: { limits: limit === undefined ? {} : { grace: limit } } }).grace).toBe(grace);
  });

  test('of the time too', () => {
    expect(planFor({}).timeLimit).toBeUndefined();
    expect(planFor({}, { timeLimit: 90, policy: { limits: { time: 60 } } }).timeLimit).toBe(60);
    expect(planFor({}, { timeLimit: 30, policy: { limits: { time: 60 } } }).timeLimit).toBe(30);
  });
});

describe('when the image is pulled', () => {
  const digest = `busybox@sha256:${'a'.repeat(64)}`;
  test.each([
    { parameter: {}, pull: 'always' },
    { parameter: { image: digest }, pull: 'missing' },
    { parameter: { parameters: { '--pull': 'never' } }, pull: 'never' },
    { parameter: { parameters: { '--pull': 'never' } }, operator: 'always', pull: 'always' },
  ] as const)(
    '$parameter, operator says $operator',
    ({ parameter, operator, pull }: { parameter: object; operator?: 'always'; pull: string }) => {
      expect(planFor({}, { parameter: parameter as Record<string, unknown>, pull: operator }).pull).toBe(pull);
    },
  );
});

describe('an embedded test runner', () => {
  const environment = {
    SUB_SUITE_URL: 'http://run/sub_suite',
    ETOS_EVENTS_URL: 'http://run/events',
    RABBITMQ_PASSWORD: 's3cret',
    ETOS_RABBITMQ_HOST: 'mq',
    ETOS_ENCRYPTION_KEY: 'key',
    ETOS_SOURCE_DIR: '/src',
    MINE: 'x',
  };
  const embedded = planFor({ '--read-only': '' }, { parameter: { testRunner: 'embedded', environment } });

  test('has the variables that tests have no business with', () => {
    expect(embedded.spec['Env']).toEqual(['ETOS_SOURCE_DIR=/src', 'MINE=x']);
    expect(embedded.testRunnerVariables).toEqual(environment);
  });

  test('has an idle container, and room to write in one that is read-only', () => {
    expect(embedded.spec['Entrypoint']).toEqual(['/bin/sh', '-c', expect.stringContaining('sleep 3600')]);
    expect(embedded.spec['HostConfig']).toMatchObject({ ReadonlyRootfs: true, Mounts: [{ Type: 'volume', Target: '/etos' }] });
  });
});
