import { readdir, readFile } from 'node:fs/promises';
import type { Clock } from './clock.js';

/**
 * The processes of this machine whose environment holds `name=value`: what a run started, wherever it went (a new session, a new parent).
 * Needs /proc; elsewhere, and for other users' processes, it finds nothing. Never this process itself.
 */
export async function processesMarked(name: string, value: string): Promise<readonly number[]> {
  const mark = Buffer.from(`${name}=${value}`);
  const pids = (await readdir('/proc').catch((): string[] => [])).filter((entry) => /^\d+$/.test(entry)).map(Number);
  const marked = await Promise.all(
    pids.map(async (pid) => {
      if (pid === process.pid) return false;
      const environment = await readFile(`/proc/${pid}/environ`).catch(() => undefined);
      return environment !== undefined && holds(environment, mark);
    }),
  );
  return pids.filter((_, n) => marked[n]);
}

/**
 * Ends the marked processes: SIGTERM, after `grace` milliseconds SIGKILL, again for those that appear meanwhile.
 * @returns how many there were
 */
export async function endProcessesMarked(
  name: string,
  value: string,
  { clock, signal, grace }: { readonly clock: Clock; readonly signal: AbortSignal; readonly grace: number },
): Promise<number> {
  const seen = new Set<number>();
  const killAt = clock.now() + grace;
  for (;;) {
    const pids = await processesMarked(name, value);
    if (pids.length === 0) return seen.size;
    const late = clock.now() >= killAt;
    for (const pid of pids) {
      if (late || !seen.has(pid)) send(pid, late ? 'SIGKILL' : 'SIGTERM');
      seen.add(pid);
    }
    await clock.sleep(50, signal);
  }
}

function holds(environment: Buffer, mark: Buffer): boolean {
  for (let at = environment.indexOf(mark); at >= 0; at = environment.indexOf(mark, at + 1)) {
    const end = environment[at + mark.length];
    if ((at === 0 || environment[at - 1] === 0) && (end === 0 || end === undefined)) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
