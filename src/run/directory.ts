import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput, messageOf } from '../host/errors.js';

/** The directory of a run: what a crash leaves behind, and nobody else may read. */
export interface RunDirectory {
  readonly path: string;
  readonly journal: string;
  /** Where test runners of this machine work: outside the workspace, whose settings (package.json, git) must not reach into tests. */
  readonly scratch: string;
  /** Removed when the run has nothing left to finish. */
  remove(): Promise<void>;
}

/** Where the runs of a workspace are. */
export function runsIn(workspace: string): string {
  return join(workspace, '.etos', 'runs');
}

/** Makes the run's directory and those for reports and artifacts. @throws {InvalidInput} naming the one that cannot be written */
export async function makeDirectories(
  id: string,
  {
    workspace,
    reportDirectory,
    artifactDirectory,
    temporary,
  }: { readonly workspace: string; readonly reportDirectory: string; readonly artifactDirectory: string; readonly temporary: string },
): Promise<RunDirectory> {
  const runs = runsIn(workspace);
  const path = join(runs, id);
  const scratch = join(temporary, `etos-${id}`);
  await make(runs, 'workspace', 0o700);
  // A checkout that lists untracked files, or packs them, has no business with journals.
  await writeFile(join(runs, '.gitignore'), '*\n').catch(() => undefined);
  await make(path, 'workspace', 0o700);
  try {
    await make(reportDirectory, 'report directory');
    await make(artifactDirectory, 'artifact directory');
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
  return {
    path,
    journal: join(path, 'journal.ndjson'),
    scratch,
    async remove() {
      await rm(scratch, { recursive: true, force: true });
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function make(path: string, called: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode });
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
