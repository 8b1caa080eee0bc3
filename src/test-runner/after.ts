import type { Clock } from '../host/clock.js';

/** A signal that fires `delay` milliseconds after another has fired, with the same reason. Disposing takes its listener off. */
export class After implements Disposable {
  readonly signal: AbortSignal;
  private readonly controller = new AbortController();
  private readonly over = new AbortController();

  constructor(
    private readonly first: AbortSignal,
    private readonly delay: number,
    private readonly parts: { readonly clock: Clock },
  ) {
    this.signal = this.controller.signal;
    if (first.aborted) this.begin();
    else first.addEventListener('abort', this.begin, { once: true });
  }

  [Symbol.dispose](): void {
    this.first.removeEventListener('abort', this.begin);
    this.over.abort(new Error('no longer needed'));
  }

  private readonly begin = (): void => {
    this.parts.clock.sleep(this.delay, this.over.signal).then(
      () => this.controller.abort(this.first.reason),
      () => undefined,
    );
  };
}
