import { didYouMean } from '../../src/host/nearest.js';
import { commands } from '../options.js';

/** Who may use an option of `docker run` (delegation.md 6): everybody, whom the operator's policy lets, nobody. */
export type Permission = 'allowed' | 'operator' | 'never';

interface Known {
  readonly permission: Permission;
  readonly takes: 'flag' | 'value';
  readonly repeats: boolean;
}

/** One option that the parameter asks for, by its long name whatever the spelling was. Flags have the argument `true` or `false`. */
export interface DockerOption {
  readonly name: string;
  readonly argument: string;
}

const value = { takes: 'value', repeats: false } as const;
const list = { takes: 'value', repeats: true } as const;
const flag = { takes: 'flag', repeats: false } as const;
const allowed = { permission: 'allowed' } as const;
const operator = { permission: 'operator' } as const;
const never = { permission: 'never' } as const;

/** Every option that is known. What is not here is refused: an option nobody thought of cannot slip through. */
export const dockerOptions: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['--name', { ...allowed, ...value }],
  ['--label', { ...allowed, ...list }],
  ['--hostname', { ...allowed, ...value }],
  ['--user', { ...allowed, ...value }],
  ['--workdir', { ...allowed, ...value }],
  ['--memory', { ...allowed, ...value }],
  ['--memory-reservation', { ...allowed, ...value }],
  ['--memory-swap', { ...allowed, ...value }],
  ['--cpus', { ...allowed, ...value }],
  ['--cpu-shares', { ...allowed, ...value }],
  ['--cpuset-cpus', { ...allowed, ...value }],
  ['--pids-limit', { ...allowed, ...value }],
  ['--shm-size', { ...allowed, ...value }],
  ['--ulimit', { ...allowed, ...list }],
  ['--read-only', { ...allowed, ...flag }],
  ['--tmpfs', { ...allowed, ...list }],
  ['--init', { ...allowed, ...flag }],
  ['--stop-signal', { ...allowed, ...value }],
  ['--stop-timeout', { ...allowed, ...value }],
  ['--cap-drop', { ...allowed, ...list }],
  ['--no-healthcheck', { ...allowed, ...flag }],
  ['--dns', { ...allowed, ...list }],
  ['--dns-search', { ...allowed, ...list }],
  ['--add-host', { ...allowed, ...list }],
  ['--platform', { ...allowed, ...value }],
  ['--pull', { ...allowed, ...value }],
  ['--log-opt', { ...allowed, ...list }],

  ['--privileged', { ...operator, ...flag }],
  ['--volume', { ...operator, ...list }],
  ['--mount', { ...operator, ...list }],
  ['--device', { ...operator, ...list }],
  ['--cap-add', { ...operator, ...list }],
  ['--network', { ...operator, ...value }],
  ['--publish', { ...operator, ...list }],
  ['--gpus', { ...operator, ...value }],
  ['--entrypoint', { ...operator, ...value }],
  ['--group-add', { ...operator, ...list }],
  ['--sysctl', { ...operator, ...list }],
  ['--security-opt', { ...operator, ...list }],
  ['--runtime', { ...operator, ...value }],
  ['--env', { ...operator, ...list }],

  ...[
    ...['--detach', '--rm', '--interactive', '--tty', '--sig-proxy', '--oom-kill-disable', '--use-api-socket'].map(
      (name) => [name, { ...never, ...flag }] as const,
    ),
    ...['--restart', '--attach', '--cidfile', '--env-file', '--label-file', '--volumes-from', '--volume-driver', '--link', '--pid'].map(
      (name) => [name, { ...never, ...list }] as const,
    ),
    ...['--ipc', '--uts', '--userns', '--cgroupns', '--cgroup-parent', '--device-cgroup-rule', '--oom-score-adj', '--storage-opt'].map(
      (name) => [name, { ...never, ...list }] as const,
    ),
    ['--isolation', { ...never, ...value }] as const,
  ],
]);

const otherSpellings: ReadonlyMap<string, string> = new Map([
  ['-l', '--label'],
  ['-h', '--hostname'],
  ['-u', '--user'],
  ['-w', '--workdir'],
  ['-m', '--memory'],
  ['-v', '--volume'],
  ['-p', '--publish'],
  ['-e', '--env'],
  ['-d', '--detach'],
  ['-i', '--interactive'],
  ['-t', '--tty'],
  ['-a', '--attach'],
  ['--net', '--network'],
]);

/**
 * Brings the parameter's options to one spelling: `-v`, `--volume` and `--volume=/:/host` with an empty argument are the same.
 * @param problems gets a sentence for each refusal: the option and the rule, never an argument
 */
export function readDockerOptions(
  parameters: readonly (readonly [option: string, argument: string])[],
  problems: string[],
): readonly DockerOption[] {
  const seen = new Set<string>();
  return parameters.flatMap(([written, beside]) => {
    const equals = written.indexOf('=');
    const spelling = equals < 0 ? written : written.slice(0, equals);
    const within = equals < 0 ? undefined : written.slice(equals + 1);
    const refuse = (why: string): readonly [] => {
      problems.push(`${shown(spelling)} ${why}`);
      return [];
    };
    if (/^-[^-]./.test(spelling))
      return refuse('is a bundle of short options, or a short option with its argument attached; write each by itself');
    const name = otherSpellings.get(spelling) ?? spelling;
    const known = dockerOptions.get(name);
    if (!known && Object.hasOwn(commands.run.options, name.replace(/^--/, '')))
      return refuse('is no option of docker run but one of etos-runner run, and whoever runs the machine gives it there');
    if (!known) return refuse(unknownBecause(spelling));
    if (within !== undefined && beside !== '') return refuse('has one argument in its name and another beside it');
    if (known.permission === 'never') return refuse(neverBecause(name));
    const argument = within ?? beside;
    if (seen.has(name) && !known.repeats) return refuse('is given twice');
    seen.add(name);
    if (known.takes === 'value') return [{ name, argument }];
    if (argument === '' || argument === 'true') return [{ name, argument: 'true' }];
    return argument === 'false' ? [{ name, argument }] : refuse('is a flag: its value is "", "true" or "false"');
  });
}

/** Options of `docker run` that nobody asked for so far: whoever writes one of these meant no other. */
const unsupported =
  '--annotation --blkio-weight --blkio-weight-device --cpu-count --cpu-percent --cpu-period --cpu-quota --cpu-rt-period --cpu-rt-runtime ' +
  '--cpuset-mems --detach-keys --device-read-bps --device-read-iops --device-write-bps --device-write-iops --disable-content-trust --dns-opt ' +
  '--dns-option --domainname --expose --health-cmd --health-interval --health-retries --health-start-interval --health-start-period ' +
  '--health-timeout --help --io-maxbandwidth --io-maxiops --ip --ip6 --kernel-memory --link-local-ip --log-driver --mac-address ' +
  '--memory-swappiness --net-alias --network-alias --publish-all --quiet -P -c -q';

function unknownBecause(spelling: string): string {
  if (unsupported.split(' ').includes(spelling)) return 'is an option of docker run that this runner does not support';
  const meant = didYouMean(spelling, [...dockerOptions.keys()]);
  return `is not an option of docker run that this runner knows${meant && `.${meant}`}`;
}

function neverBecause(name: string): string {
  if (name === '--detach') return 'is never allowed: the job would end before its container';
  if (name === '--rm' || name === '--restart') return 'is never allowed: the end of the container is the runner’s business';
  if (['--env-file', '--label-file', '--cidfile'].includes(name)) return 'is never allowed: it reads or writes files of the machine';
  if (['--interactive', '--tty', '--attach', '--sig-proxy'].includes(name)) return 'is never allowed: nobody sits at the other end';
  return 'is never allowed: it reaches beyond the container';
}

/** A name from the parameter for a message: as far as it may be one. What is attached to it may be its argument, and a secret. */
function shown(name: string): string {
  const head = /^-[A-Za-z](?=.)|^--ip6$|^[A-Za-z-]{0,40}/.exec(name)?.[0] ?? '';
  if (head.length < name.length) return JSON.stringify(`${head}…`);
  return /^--?[a-z]/.test(name) ? name : JSON.stringify(name);
}
