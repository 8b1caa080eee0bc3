import type { Socket } from 'node:net';
import type { Clock } from '../../host/clock.js';

// A background process may hold the pipe open after its command has ended. What the command wrote is in the pipe by then: it comes without a
// longer silence than this, and it is not more than a pipe holds.
const silence = 50;
const pipeAtMost = 1024 * 1024;
const drainingAtMost = 1_000;

/** Reads a command's output, one piece after the other; the command waits while a piece is being taken. */
export class OutputReader {
  /** Resolves at the end of the output, or at `discard`; rejects when a piece could not be taken. */
  readonly ended: Promise<void>;
  private taking = false;
  private discarding = false;
  private settle: () => void = () => undefined;

  constructor(
    private readonly output: Socket,
    private readonly onOutput: (chunk: Buffer) => void | Promise<void>,
  ) {
    this.ended = new Promise((resolve, reject) => {
      this.settle = resolve;
      output.on('data', (chunk: Buffer) => this.take(chunk, reject));
      output.once('close', resolve);
      output.once('error', reject);
    });
    this.ended.catch(() => undefined);
  }

  /** After the command has ended: waits for the rest of what it wrote, whoever else still holds its output. */
  async rest({ clock }: { readonly clock: Clock }): Promise<void> {
    await Promise.race([this.ended, this.quiet(clock)]);
  }

  /** From now on what comes is thrown away: a process left running must neither stop nor die at a pipe that nobody reads. */
  discard(): void {
    this.discarding = true;
    this.output.unref();
    this.output.resume();
    this.settle();
  }

  private take(chunk: Buffer, fail: (reason: unknown) => void): void {
    if (this.discarding) return;
    const taken = attempt(() => this.onOutput(chunk), fail);
    if (taken === undefined) return;
    this.taking = true;
    this.output.pause();
    taken.catch(fail).finally(() => {
      this.taking = false;
      this.output.resume();
    });
  }

  private async quiet(clock: Clock): Promise<void> {
    const until = clock.now() + drainingAtMost;
    const bytes = this.output.bytesRead;
    for (let before = -1; !this.discarding; before = this.output.bytesRead) {
      if (!this.taking && (this.output.bytesRead === before || clock.now() > until)) return;
      if (this.output.bytesRead > bytes + pipeAtMost) return;
      await clock.sleep(silence);
    }
  }
}

function attempt(take: () => void | Promise<void>, fail: (reason: unknown) => void): Promise<void> | undefined {
  try {
    return take() ?? undefined;
  } catch (error) {
    fail(error);
    return undefined;
  }
}
