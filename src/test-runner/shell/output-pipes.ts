import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, existsSync, openSync, unlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NotCarriedOut, messageOf } from '../../host/errors.js';

/** A pipe: what is written to `end` comes out of `output`, which ends when the last process has closed it. */
export interface OutputPipe {
  /** A file descriptor to hand to a child, then to be closed by `handedOver`. */
  readonly end: number;
  readonly output: Socket;
  handedOver(): void;
}

/** A named pipe by the name it can be opened by. */
interface Named {
  readonly path: string;
  /** What keeps it in being when its name is gone already. */
  readonly held?: number;
}

const atATime = 16;

/**
 * Real pipes for children. Node's own are sockets, on which a test that opens `/dev/stdout` or `/dev/stderr` fails with ENXIO; and one
 * pipe for both standard output and standard error keeps their order. Node cannot make a pipe, so they are named ones, made by `mkfifo`
 * many at a time, because each start of a program costs more than the pipe.
 */
export class OutputPipes implements Disposable {
  private ready: Named[] = [];
  private making: Promise<void> | undefined;
  private closed = false;

  /** @throws {NotCarriedOut} where the machine has no named pipes */
  async open(): Promise<OutputPipe> {
    while (this.ready.length === 0) await (this.making ??= this.make().finally(() => (this.making = undefined)));
    const named = this.ready.pop() as Named;
    // Reading first and without blocking: opening a named pipe waits for its other side.
    const from = openSync(named.path, constants.O_RDONLY | constants.O_NONBLOCK);
    const end = openSync(named.path, constants.O_WRONLY);
    letGo(named);
    const output = new Socket({ fd: from, readable: true, writable: false });
    return { end, output, handedOver: () => closeSync(end) };
  }

  [Symbol.dispose](): void {
    this.closed = true;
    this.ready.splice(0).forEach(letGo);
  }

  private async make(): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'etos-pipes-'));
    const paths = Array.from({ length: atATime }, () => join(directory, randomBytes(6).toString('hex')));
    try {
      await promisify(execFile)('mkfifo', ['-m', '600', ...paths]);
      // Where a descriptor can be opened by a name, nothing is left on the disk for a crash to leave behind.
      const nameless = existsSync('/proc/self/fd');
      this.ready.push(...paths.map((path) => (nameless ? namelessly(path) : { path })));
      if (nameless) await rm(directory, { recursive: true, force: true });
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw new NotCarriedOut(
        `cannot make a pipe for the output of commands: ${messageOf(error)}`,
        'The program mkfifo must be on the machine',
        { cause: error },
      );
    }
    if (this.closed) this[Symbol.dispose]();
  }
}

function namelessly(path: string): Named {
  // For both, because this neither waits for another side nor ever ends.
  const held = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  return { path: `/proc/self/fd/${held}`, held };
}

function letGo({ path, held }: Named): void {
  if (held === undefined) unlinkSync(path);
  else closeSync(held);
}
