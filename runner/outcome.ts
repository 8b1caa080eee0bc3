import { closeSync, constants, lstatSync, openSync, readlinkSync, realpathSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeWhole } from '../src/host/durable.js';
import { fileProblem } from '../src/host/file-problem.js';
import type { Ending } from './endings.js';
import type { Say } from './say.js';

/** The steps of a run, as the record names the one in which it ended. */
export type Phase = 'reading' | 'connecting' | 'watchdog' | 'pulling' | 'creating' | 'starting' | 'running' | 'done';

/** What is known of a run while it lives: the steps fill it in. Times are milliseconds since 1970. */
export interface Account {
  readonly run: string;
  readonly began: number;
  phase: Phase;
  /** False when something may be left for the watchdog. */
  clean: boolean;
  identifier?: string;
  image?: string;
  /** `name@sha256:…`, or the id of an image that came from no registry. */
  imageDigest?: string;
  container?: string;
  created?: number;
  started?: number;
  ended?: number;
  /** What the container itself ended with; 2 and 125 may be its own. */
  containerExitCode?: number;
  oomKilled?: boolean;
}

/**
 * Writes the record of a run, one JSON line (delegation.md 2). One that cannot be written is told and changes nothing.
 * @param finished milliseconds since 1970
 */
export async function writeOutcome(
  { account, ending, finished }: { readonly account: Account; readonly ending: Ending; readonly finished: number },
  path: string,
  say: Say,
): Promise<void> {
  const { began, created, started, ended, ...rest } = account;
  const times = Object.entries({ began, created, started, ended, finished }).filter(
    (time): time is [string, number] => time[1] !== undefined,
  );
  const record = { ...rest, ...ending, times: Object.fromEntries(times.map(([name, at]) => [name, new Date(at).toISOString()])) };
  const line = `${JSON.stringify(record)}\n`;
  try {
    const end = endOf(path);
    const own = new RegExp(`^/proc/${process.pid}/fd/(\\d+)$`).exec(end)?.[1];
    // Opened anew it would be written at another place, and over that whatever follows in the log.
    if (own !== undefined) writeSync(Number(own), line);
    else if (lstatSync(end, { throwIfNoEntry: false })?.isFile() === false) writeNow(end, line);
    else await writeWhole(end, line, { mode: 0o644 });
  } catch (error) {
    const { code } = Object(error) as NodeJS.ErrnoException;
    say(`warning: the outcome could not be written to ${path}: ${code === 'ENOENT' ? 'its folder is not there' : fileProblem(error)}`);
  }
}

/**
 * Where the links lead that begin at a path; they stay. Not beyond what a process has open: `/dev/stdout` may end in a file, and to root's rename it is a
 * link like any other, and the whole machine's.
 */
function endOf(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  const folder = realpathSync(dirname(path));
  return folder.startsWith('/proc/') ? join(folder, basename(path)) : endOf(resolve(folder, readlinkSync(path)));
}

/** A file cannot take the place of a pipe or a device. A pipe that nobody reads would be waited for, for ever. */
function writeNow(path: string, line: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_APPEND);
  try {
    writeSync(descriptor, line);
  } finally {
    closeSync(descriptor);
  }
}
