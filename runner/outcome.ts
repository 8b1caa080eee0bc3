import { closeSync, constants, lstatSync, openSync, readlinkSync, realpathSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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
    const file = fileAt(path);
    if (file === undefined) writeNow(path, line);
    else await writeWhole(file, line, { mode: 0o644 });
  } catch (error) {
    const { code } = Object(error) as NodeJS.ErrnoException;
    say(`warning: the outcome could not be written to ${path}: ${code === 'ENOENT' ? 'its folder is not there' : fileProblem(error)}`);
  }
}

/**
 * The file that a path names, also over links, which stay. Undefined for what a file cannot take the place of: a pipe, a device, and what a process
 * has open, for to root's rename `/dev/stdout` is a link like any other, and the whole machine's.
 */
function fileAt(path: string): string | undefined {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink()) {
    const folder = realpathSync(dirname(path));
    return folder.startsWith('/proc/') ? undefined : fileAt(resolve(folder, readlinkSync(path)));
  }
  return entry === undefined || entry.isFile() ? path : undefined;
}

/** A pipe that nobody reads would otherwise be waited for, for ever; a log that is open already gets the line as its last one. */
function writeNow(path: string, line: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_APPEND);
  try {
    writeSync(descriptor, line);
  } finally {
    closeSync(descriptor);
  }
}
