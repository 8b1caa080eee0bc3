import { readFile, readlink } from 'node:fs/promises';

/** A process that cannot be confused with a later one of the same number. Empty texts where the system does not tell. */
export interface ProcessIdentity {
  /** The boot of the machine. */
  readonly boot: string;
  /** The pid namespace: in another one the number means another process. */
  readonly namespace: string;
  readonly pid: number;
  /** Start time in clock ticks since boot. */
  readonly start: string;
}

/** Who a process of this machine is; this process unless a pid is given. */
export async function identify(pid = process.pid): Promise<ProcessIdentity> {
  const [boot, namespace, start] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
      (text) => text.trim(),
      () => '',
    ),
    readlink('/proc/self/ns/pid').catch(() => ''),
    startOf(pid),
  ]);
  return { boot, namespace, pid, start: start ?? '' };
}

/** Whether a process is alive, dead, or of a machine or namespace from which nothing can be proved. */
export async function stateOf(known: ProcessIdentity): Promise<'alive' | 'dead' | 'unknown'> {
  const here = await identify();
  if (known.boot !== here.boot) return known.boot !== '' && here.boot !== '' ? 'dead' : 'unknown';
  if (known.namespace !== here.namespace) return 'unknown';
  if (known.start === '') return exists(known.pid) ? 'unknown' : 'dead';
  return (await startOf(known.pid)) === known.start ? 'alive' : 'dead';
}

async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name in parentheses may hold spaces and parentheses; the fields after the last one are fixed. State Z: dead, but not yet collected.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
