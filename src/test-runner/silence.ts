import type { Clock } from '../host/clock.js';
import { inWords } from '../host/clock.js';

/** An alarm for a command that prints nothing: `signal` fires when it was silent for longer than allowed, or when the outer signal fires. */
export class Silence implements Disposable {
  readonly signal: AbortSignal;
  private readonly clock: Clock;
  private readonly alarm = new AbortController();
  /** Ends the sleep under way: the watch is over, or another time is allowed. */
  private wake = new AbortController();
  private over = false;
  private heard: number;

  /** @param allowed milliseconds until something must be heard */
  constructor(
    public allowed: number,
    { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  ) {
    this.clock = clock;
    this.heard = clock.now();
    this.signal = AbortSignal.any([signal, this.alarm.signal]);
    void this.watch();
  }

  /** Whether it was this alarm that fired. */
  get broken(): boolean {
    return this.alarm.signal.aborted;
  }

  /** Something was heard; from now on this many milliseconds are allowed. */
  allow(allowed: number): void {
    this.heard = this.clock.now();
    if (allowed === this.allowed) return;
    this.allowed = allowed;
    this.wake.abort();
  }

  [Symbol.dispose](): void {
    this.over = true;
    this.wake.abort();
  }

  private async watch(): Promise<void> {
    for (;;) {
      const left = this.heard + this.allowed - this.clock.now();
      if (this.over) return;
      if (left <= 0) break;
      this.wake = new AbortController();
      await this.clock.sleep(left, this.wake.signal).catch(() => undefined);
    }
    this.alarm.abort(new Error(`nothing was printed for ${inWords(this.allowed)}`));
  }
}
