import { readdir, readFile } from 'node:fs/promises';

/**
 * The living processes of the session and group that a process leads or led. What has ended and was not collected is not among them: below
 * a program that is the first process of a container and collects nobody's children, it stays for ever.
 */
export async function processesLedBy(leader: number): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch((): string[] => []);
  const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  if (pids.length === 0) return groupLives(leader) ? [-leader] : [];
  const led = await Promise.all(pids.map((pid) => isLedBy(pid, leader)));
  return pids.filter((_, n) => led[n]);
}

async function isLedBy(pid: number, leader: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in parentheses may hold spaces and parentheses; after the last one: state, parent, group, session.
  const [state, , group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state !== 'Z' && (Number(group) === leader || Number(session) === leader);
}

// For systems without /proc.
function groupLives(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}
