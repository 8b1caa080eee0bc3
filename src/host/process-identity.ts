import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process as nothing else will ever be called: numbers come again, but not on this boot, in this namespace, with this start. */
export interface ProcessIdentity {
  readonly machine: string;
  readonly boot: string;
  readonly namespace: string;
  readonly pid: number;
  /** In the kernel's ticks since the boot. */
  readonly started: string;
}

/** The identity of a process of this machine; one that is gone has the start time `0`, which no process has. */
export function identify(pid: number): ProcessIdentity {
  return { ...here(), pid, started: statOf(pid)?.started ?? '0' };
}

/**
 * What can be said of a process from here (delegation.md 5). `dead` is a proof: another boot of this machine, or in our own pid namespace no
 * process with that number and start time. Of another machine or namespace nothing can be known, and of another user's process where /proc
 * hides those (`hidepid`) only that its number is taken.
 */
export function fateOf(process: ProcessIdentity): 'alive' | 'stopped' | 'dead' | 'unknown' {
  const { machine, boot, namespace } = here();
  if (process.machine !== machine) return 'unknown';
  // Neither of them where there is no /proc.
  if ([boot, process.boot, namespace, process.namespace].includes('unknown')) return 'unknown';
  if (process.boot !== boot) return 'dead';
  if (process.namespace !== namespace) return 'unknown';
  const stat = statOf(process.pid);
  if (!stat && isThere(process.pid)) return 'alive';
  if (!stat || stat.started !== process.started || stat.state === 'Z' || stat.state === 'X') return 'dead';
  return stat.state === 'T' || stat.state === 't' ? 'stopped' : 'alive';
}

/** As one line for a label or a file; `readProcess` reads it. */
export function printProcess({ machine, boot, namespace, pid, started }: ProcessIdentity): string {
  return [machine, boot, namespace, pid, started].join(' ');
}

/** Reads what `printProcess` printed; undefined when it is nothing of the kind. */
export function readProcess(text: string): ProcessIdentity | undefined {
  const [machine, boot, namespace, pid, started, ...more] = text.split(' ');
  if (!machine || !boot || !namespace || !pid || !started || more.length > 0 || !/^\d+$/.test(pid)) return undefined;
  return { machine, boot, namespace, pid: Number(pid), started };
}

function here(): Pick<ProcessIdentity, 'machine' | 'boot' | 'namespace'> {
  // Two machines may share an engine and an owner's name: another boot proves nothing unless the machine is the same. Build containers without a
  // machine id have a host name of their own.
  const machine = digest(`${read('/etc/machine-id') ?? ''} ${hostname()}`);
  return { machine, boot: read('/proc/sys/kernel/random/boot_id') ?? 'unknown', namespace: pidNamespace() };
}

/** FNV-1a of 32 bits: tells machines apart and gives no machine's id away. node:crypto takes 2 ms of a start. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\s/g, '');
  } catch {
    return 'unknown';
  }
}

/** Whether a number is taken: the kernel tells that of hidden processes too. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function statOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The program's name is in parentheses and may hold spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', started: fields[19] ?? '' };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
