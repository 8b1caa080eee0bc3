import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of this process for what is on its way to the log area; made when it is first needed. */
export class Scratch implements AsyncDisposable {
  private made: Promise<string> | undefined;
  private count = 0;

  directory(): Promise<string> {
    return (this.made ??= mkdtemp(join(tmpdir(), 'etos-test-runner-')));
  }

  /** A number that nothing else in it has. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.made) await rm(await this.made, { recursive: true, force: true, maxRetries: 2 });
  }
}
