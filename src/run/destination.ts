import type { Bus } from '../eiffel/bus.js';
import type { Clock } from '../host/clock.js';
import type { Upload, Uploads } from '../server/uploads.js';

/** Milliseconds for events that were published before a file was sent. */
const patience = 5_000;

/**
 * Where files go whose events come another way than they do, over a broker: a file may be here before the start of its sub suite, or before the event
 * that makes an artifact of it.
 */
export function destinationBehind(bus: Bus, record: Uploads, { clock }: { readonly clock: Clock }): Uploads['destination'] {
  return async (upload) => {
    const over = new AbortController();
    const late = clock.sleep(patience, over.signal).catch(() => undefined);
    try {
      await Promise.race([bus.caughtUp?.(), late]);
      const heard = announced(upload, over.signal);
      return (await record.destination(upload)) ?? (await Promise.race([heard, late.then(() => undefined)]));
    } finally {
      over.abort();
    }
  };

  /** When the run hears of the sub suite. */
  function announced(upload: Upload, over: AbortSignal): Promise<string | undefined> {
    return new Promise((resolve) => {
      const listening = bus.subscribe(({ meta }) => {
        if (meta.id === upload.subSuiteId) resolve(record.destination(upload));
      });
      over.addEventListener('abort', () => listening[Symbol.dispose](), { once: true });
    });
  }
}
