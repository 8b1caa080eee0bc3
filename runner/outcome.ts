import { closeSync, constants, openSync, statSync, writeSync } from 'node:fs';
import { writeWhole } from '../src/host/durable.js';
import { messageOf } from '../src/host/errors.js';
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
    // A pipe or a device cannot be replaced by a file.
    const isSpecial = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
    if (isSpecial) writeNow(path, line);
    else await writeWhole(path, line, { mode: 0o644 });
  } catch (error) {
    say(`warning: the outcome could not be written to ${path}: ${messageOf(error)}`);
  }
}

/** A pipe that nobody reads would otherwise be waited for, for ever. */
function writeNow(path: string, line: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    writeSync(descriptor, line);
  } finally {
    closeSync(descriptor);
  }
}
