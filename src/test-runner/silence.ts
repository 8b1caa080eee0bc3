import type { Clock } from '../host/clock.js';
import { inWords } from '../host/clock.js';

/** An alarm for a command that prints nothing: `signal` fires when it was silent for longer than allowed, or when the outer signal fires. */
export class Silence implements Disposable {
  readonly signal: AbortSignal;
  /** Milliseconds that are allowed now. */
  allowed: number;
  private readonly controller = new AbortController();
  private readonly over = new AbortController();
  private heard: number;

  constructor(allowed: number, { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal }) {
    this.allowed = allowed;
    this.heard = clock.now();
    this.clock = clock;
    this.signal = AbortSignal.any([signal, this.controller.signal]);
    void this.watch(clock);
  }
  private readonly clock: Clock;

  /** Whether it was this alarm that fired. */
  get broken(): boolean {
    return this.controller.signal.aborted;
  }

  /** Something was heard; from now on this many milliseconds are allowed. */
  allow(allowed: number): void {
    this.heard = this.clock.now();
    this.allowed = allowed;
  }

  [Symbol.dispose](): void {
    this.over.abort(new Error('no longer watched'));
  }

  private async watch(clock: Clock): Promise<void> {
    try {
      for (let left = this.allowed; left > 0; left = this.heard + this.allowed - clock.now()) await clock.sleep(left, this.over.signal);
      this.controller.abort(new Error(`nothing was printed for ${inWords(this.allowed)}`));
    } catch {
      // The command ended before.
    }
  }
}
