import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fateOf, identify, type ProcessIdentity } from '../host/process-identity.js';

/** The right to release a run, which one process has at a time: two that start together would both check in what a third left. */
export async function claim(directory: string): Promise<AsyncDisposable | undefined> {
  const path = join(directory, 'released-by.json');
  for (;;) {
    try {
      await using file = await open(path, 'wx', 0o600);
      await file.writeFile(JSON.stringify(identify(process.pid)));
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // The directory is gone: somebody else was faster, and is done.
      if (code === 'ENOENT') return undefined;
      if (code !== 'EEXIST') throw error;
    }
    const holder = await readFile(path, 'utf8').catch(() => '');
    if (holder === '' || fateOf(JSON.parse(holder) as ProcessIdentity) !== 'dead') return undefined;
    await rm(path, { force: true });
  }
}
