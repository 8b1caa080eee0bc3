import { NotCarriedOut } from '../host/errors.js';
import type { HttpClient } from '../http/client.js';
import { release, runDirectories } from '../release/release.js';
import { removeUnborn, runsIn, type RunDirectory } from './directory.js';
import type { RunOptions } from './options.js';
import type { Running } from './run.js';

/** Finishes what killed runs of this workspace left, so that their IUTs and containers are not in the way of this one. */
export async function sweep(
  { workspace }: RunOptions,
  directory: RunDirectory,
  { environment, clock, log, signal, progress }: Running,
  http: HttpClient,
): Promise<void> {
  await removeUnborn(runsIn(workspace), { clock });
  const others = (await runDirectories(runsIn(workspace))).filter((path) => path !== directory.path);
  if (others.length === 0) return;
  const bound = AbortSignal.any([
    signal,
    clock.deadline(60_000, new NotCarriedOut('releasing what killed runs left took longer than 60 s', 'etos release')),
  ]);
  for (const { alive, done, refused } of await release(others, { environment, http, clock, log, signal: bound })) {
    if (!alive && done.length > 0) progress({ kind: 'note', text: `released what a killed run left: ${done.join(', ')}`, warning: false });
    if (refused.length > 0)
      progress({ kind: 'note', text: `a killed run left what could not be released: ${refused.join('; ')}`, warning: true });
  }
}
