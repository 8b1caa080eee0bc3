import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../host/clock.js';
import { InvalidInput } from '../host/errors.js';
import { fateOf, identify, printProcess, readProcess, type ProcessIdentity } from '../host/process-identity.js';

/** Says which process writes there. One that was killed leaves it, and it holds nobody up. */
const claimFile = '.etos-run';

/** Milliseconds in which a claim that says nothing may still be written. */
const writing = 200;

/**
 * The right to write to a directory that is there, which one run has at a time: two would overwrite each other's files. A run may claim one twice.
 * @param what goes there
 * @throws {InvalidInput} when a run that is alive has it
 */
export async function claimDirectory(
  directory: string,
  what: 'reports' | 'artifacts',
  { clock }: { readonly clock: Clock },
): Promise<AsyncDisposable> {
  const path = join(directory, claimFile);
  const own = identify(process.pid);
  for (;;) {
    try {
      await writeFile(path, printProcess(own), { flag: 'wx' });
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(directory, { clock });
    // Reports and artifacts may have one directory.
    if (holder?.pid === own.pid && holder.started === own.started) return { [Symbol.asyncDispose]: () => Promise.resolve() };
    if (holder)
      throw new InvalidInput(
        `another run (process ${holder.pid}) is writing its ${what} to ${directory}`,
        'Give each run that goes on at the same time directories of its own: --report-dir, --artifact-dir (in Jenkins reportDir, artifactDir)',
      );
    await rm(path, { force: true });
  }
}

/** The run that is alive and has claimed a directory; of what goes on in another container or machine nothing is known. */
export async function holderOf(directory: string, { clock }: { readonly clock: Clock }): Promise<ProcessIdentity | undefined> {
  const read = async (): Promise<string> => readFile(join(directory, claimFile), 'utf8').catch(() => 'nobody');
  let text = await read();
  if (text === '') text = await clock.sleep(writing).then(read);
  const holder = readProcess(text);
  return holder && ['alive', 'stopped'].includes(fateOf(holder)) ? holder : undefined;
}
