import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of a test, gone when the test is over. */
export interface TestDirectory extends AsyncDisposable {
  readonly path: string;
  /** A path below the folder. */
  at(...names: readonly string[]): string;
  /** Writes a file below the folder, its folders with it: text as it is, anything else as JSON. Gives its path. */
  write(name: string, content: unknown, mode?: number): Promise<string>;
}

/** `await using directory = await temporaryDirectory();` */
export async function temporaryDirectory(): Promise<TestDirectory> {
  const path = await mkdtemp(join(os.tmpdir(), 'etos-test-'));
  return {
    path,
    at: (...names) => join(path, ...names),
    async write(name, content, mode = 0o644) {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      const text = typeof content === 'string' || Buffer.isBuffer(content) ? content : `${JSON.stringify(content, undefined, 2)}\n`;
      await writeFile(file, text, { mode });
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}
