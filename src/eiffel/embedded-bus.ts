import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Bus } from './bus.js';
import type { EiffelEvent } from './event.js';

/**
 * The bus of a run, in this process. An event whose id was published before is taken and not passed on: whoever publishes over a network sends
 * again what may not have arrived.
 */
export function createEmbeddedBus({ log }: { readonly log: Log }): Bus {
  const listeners = new Set<(event: EiffelEvent) => void>();
  const published = new Set<string>();
  return {
    publish(event) {
      if (published.has(event.meta.id)) return Promise.resolve();
      published.add(event.meta.id);
      log.event(event.meta.type, { id: event.meta.id, from: event.meta.source?.name });
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: messageOf(error) });
        }
      }
      return Promise.resolve();
    },
    subscribe(listener) {
      // A listener of its own, so that one who subscribes twice is called twice and leaves once.
      const own = (event: EiffelEvent): void => listener(event);
      listeners.add(own);
      return { [Symbol.dispose]: () => void listeners.delete(own) };
    },
    [Symbol.asyncDispose]() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
