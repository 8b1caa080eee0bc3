import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf } from '../host/errors.js';
import { openJournal, type Entry, type Journal } from '../journal/journal.js';
import type { RunFact } from '../release/release.js';
import { holderOf } from './claim-directory.js';

/** The directory of a run: what a crash leaves behind, and nobody else may read. Disposing of it closes the journal. */
export interface RunDirectory extends AsyncDisposable {
  readonly path: string;
  readonly journal: Journal;
  /** The journal's first entry: the run itself. */
  readonly entry: Entry;
  /** Where test runners of this machine work: outside the workspace, whose settings (package.json, git) must not reach into tests. */
  readonly scratch: string;
  /** Removed when the run has nothing left to finish. */
  remove(): Promise<void>;
}

/** Where the runs of a workspace are. */
export function runsIn(workspace: string): string {
  return join(workspace, '.etos', 'runs');
}

/** Where the test runners of a run work. */
export function scratchOf(id: string, temporary: string): string {
  return join(temporary, `etos-${id}`);
}

/**
 * Makes the run's directory. Others see it only with the run written down in it: one that says nothing would be taken for what a dead run left.
 * @throws {InvalidInput} when the workspace cannot be written
 */
export async function makeRunDirectory(fact: RunFact, workspace: string): Promise<RunDirectory> {
  const runs = runsIn(workspace);
  const path = join(runs, fact.id);
  await make(runs, 'workspace', 0o700);
  // A checkout that lists untracked files, or packs them, has no business with journals.
  await writeFile(join(runs, '.gitignore'), '*\n').catch(() => undefined);
  const hidden = join(runs, `.${fact.id}`);
  await mkdir(hidden, { mode: 0o700 });
  const journal = await openJournal(join(hidden, 'journal.ndjson'));
  const entry = await journal.begin(fact);
  await rename(hidden, path);
  return {
    path,
    journal,
    entry,
    scratch: fact.scratch,
    async remove() {
      await rm(fact.scratch, { recursive: true, force: true });
      await rm(path, { recursive: true, force: true });
    },
    [Symbol.asyncDispose]: () => journal[Symbol.asyncDispose](),
  };
}

/** Removes directories whose run was killed while it made them: they hold nothing. */
export async function removeUnborn(runs: string, { clock }: { readonly clock: Clock }): Promise<void> {
  const hour = 3_600_000;
  for (const entry of await readdir(runs, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory() || !entry.name.startsWith('.')) continue;
    const path = join(runs, entry.name);
    const made = await stat(path).catch(() => undefined);
    if (made && clock.now() - made.mtimeMs > hour) await rm(path, { recursive: true, force: true });
  }
}

/** The reports of an earlier run, which nobody must take for those of this one. Those of a run that goes on stay. */
export async function removeOldReports(reportDirectory: string, { clock }: { readonly clock: Clock }): Promise<void> {
  if (await holderOf(reportDirectory, { clock })) return;
  for (const name of ['results.json', 'junit.xml', 'summary.md', 'events.ndjson', 'etos.log'])
    await rm(join(reportDirectory, name), { force: true }).catch(() => undefined);
}

/** @throws {InvalidInput} when it cannot be written */
export async function make(path: string, called: string, mode = 0o777): Promise<void> {
  try {
    await makeEach(path, mode);
    const probe = join(path, `.etos-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new InvalidInput(
      `${called} ${path} cannot be written: ${messageOf(error)}`,
      'Choose another one: --workspace, --report-dir, --artifact-dir',
    );
  }
}

/** As `mkdir -p`. Node's own never ends where a file system takes no directories: `/proc/x`. */
async function makeEach(path: string, mode: number): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) return;
  if (dirname(path) !== path) await makeEach(dirname(path), 0o777);
  await mkdir(path, { mode }).catch((error: unknown) => {
    // Somebody else made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || there) throw error;
  });
}
