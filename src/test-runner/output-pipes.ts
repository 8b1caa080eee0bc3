import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NotCarriedOut, messageOf } from '../host/errors.js';

/** A pipe: what is written to `end` comes out of `output`, which ends when the last process has closed it. */
export interface OutputPipe {
  /** A file descriptor to hand to a child, then to be closed by `handedOver`. */
  readonly end: number;
  readonly output: Socket;
  handedOver(): void;
}

const atATime = 32;

/**
 * Real pipes for children. Node's own are sockets, on which a test that opens `/dev/stdout` or `/dev/stderr` fails with ENXIO; and one
 * pipe for both standard output and standard error keeps their order. Node cannot make a pipe, so they are named ones, made by `mkfifo`
 * many at a time, because each start of a program costs more than the pipe.
 */
export class OutputPipes implements AsyncDisposable {
  private directory: Promise<string> | undefined;
  private ready: string[] = [];
  private making: Promise<void> | undefined;

  /** @throws {NotCarriedOut} where the machine has no named pipes */
  async open(): Promise<OutputPipe> {
    while (this.ready.length === 0) await (this.making ??= this.make().finally(() => (this.making = undefined)));
    const path = this.ready.pop() ?? '';
    // Reading first and without blocking: opening a named pipe waits for its other side.
    const from = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const end = openSync(path, constants.O_WRONLY);
    unlinkSync(path);
    const output = new Socket({ fd: from, readable: true, writable: false });
    return { end, output, handedOver: () => closeSync(end) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.making?.catch(() => undefined);
    if (this.directory) await rm(await this.directory, { recursive: true, force: true });
    this.directory = undefined;
    this.ready = [];
  }

  private async make(): Promise<void> {
    const directory = await (this.directory ??= mkdtemp(join(tmpdir(), 'etos-pipes-')));
    const paths = Array.from({ length: atATime }, () => join(directory, randomBytes(6).toString('hex')));
    try {
      await promisify(execFile)('mkfifo', ['-m', '600', ...paths]);
    } catch (error) {
      throw new NotCarriedOut(
        `cannot make a pipe for the output of commands: ${messageOf(error)}`,
        'The program mkfifo must be on the machine',
        {
          cause: error,
        },
      );
    }
    this.ready.push(...paths);
  }
}
