import { NotCarriedOut } from '../host/errors.js';
import { release, runDirectories, type Releasing } from '../release/release.js';
import { removeUnborn, runsIn, type RunDirectory } from './directory.js';
import type { RunOptions } from './options.js';
import type { Progress } from './progress.js';

/** Finishes what killed runs of this workspace left, so that their IUTs and containers are not in the way of this one. */
export async function sweep(
  { workspace }: RunOptions,
  directory: RunDirectory,
  { signal, progress, ...releasing }: Releasing & { readonly progress: Progress },
): Promise<void> {
  await removeUnborn(runsIn(workspace), releasing);
  const others = (await runDirectories(runsIn(workspace))).filter((path) => path !== directory.path);
  if (others.length === 0) return;
  const bound = AbortSignal.any([
    signal,
    releasing.clock.deadline(60_000, new NotCarriedOut('releasing what killed runs left took longer than 60 s', 'etos release')),
  ]);
  for (const { alive, done, refused } of await release(others, { ...releasing, signal: bound })) {
    if (!alive && done.length > 0) progress({ kind: 'note', text: `released what a killed run left: ${done.join(', ')}`, warning: false });
    if (refused.length > 0)
      progress({ kind: 'note', text: `a killed run left what could not be released: ${refused.join('; ')}`, warning: true });
  }
}
