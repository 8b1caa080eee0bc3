import { open, type FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Log } from '../host/log.js';

const newline = 0x0a;
// A line longer than this is passed on in pieces.
const longestLine = 64 * 1024;

export interface OutputLogOptions {
  /** Files that get the output: new ones (`w`), or at their end (`a`). */
  readonly files: readonly { readonly path: string; readonly flag: 'w' | 'a' }[];
  /** Gets each line without its newline. */
  readonly onLine?: (line: string) => void | Promise<void>;
  /** Where people watch. */
  readonly output: Writable;
  readonly log: Log;
  /** Once it fires, nobody waits for the reader of `output`: it may be the one that does not read. */
  readonly signal: AbortSignal;
}

/** Takes the output of commands, line by line, to files and to whoever watches, with the secrets taken out. */
export class OutputLog implements AsyncDisposable {
  private held: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly files: readonly FileHandle[],
    private readonly options: OutputLogOptions,
  ) {}

  /** @throws the system's error when a file cannot be opened */
  static async open(options: OutputLogOptions): Promise<OutputLog> {
    return new OutputLog(await Promise.all(options.files.map(({ path, flag }) => open(path, flag))), options);
  }

  /** Takes a piece of output as it comes. Calls follow each other: the next only when this has resolved. */
  take(chunk: Buffer): Promise<void> | void {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0 && this.held.length + chunk.length <= longestLine) {
      this.held = Buffer.concat([this.held, chunk]);
      return undefined;
    }
    const cut = end === 0 ? chunk.length : end;
    const whole = this.held.length === 0 ? chunk.subarray(0, cut) : Buffer.concat([this.held, chunk.subarray(0, cut)]);
    // A copy: the reader may use its buffer again.
    this.held = Buffer.from(chunk.subarray(cut));
    return this.pass(whole);
  }

  /** A line of the test runner itself, between those of commands. */
  async say(line: string): Promise<void> {
    await this.flush();
    await this.pass(Buffer.from(`${line}\n`));
  }

  /** Passes on what came after the last newline, and closes the files. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush();
    await Promise.all(this.files.map((file) => file.close()));
  }

  private async flush(): Promise<void> {
    const rest = this.held;
    this.held = Buffer.alloc(0);
    if (rest.length > 0) await this.pass(rest);
  }

  private async pass(bytes: Buffer): Promise<void> {
    const { log, onLine } = this.options;
    const text = bytes.toString('utf8');
    const redacted = log.redact(text);
    // Only text in which a secret was found is taken apart and put together again: bytes that are no text stay what they are.
    const shown = redacted === text ? bytes : Buffer.from(redacted);
    await Promise.all([...this.files.map((file) => writeAll(file, shown)), this.show(shown)]);
    if (onLine) for (const line of redacted.replace(/\r?\n$/, '').split(/\r?\n/)) await onLine(line);
  }

  private async show(bytes: Buffer): Promise<void> {
    const { output, signal } = this.options;
    if (output.writable && !output.write(bytes) && !signal.aborted) await drained(output, signal);
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}

function drained(output: Writable, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      ['drain', 'close', 'error'].forEach((event) => output.off(event, done));
      signal.removeEventListener('abort', done);
      resolve();
    };
    ['drain', 'close', 'error'].forEach((event) => output.on(event, done));
    signal.addEventListener('abort', done, { once: true });
  });
}
