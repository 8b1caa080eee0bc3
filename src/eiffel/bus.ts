import type { EiffelEvent } from './event.js';

/** Takes events to whoever listens. Implementations: embedded (in this process), HTTP (into a run's server), RabbitMQ. */
export interface Publisher extends AsyncDisposable {
  /** Resolves when the bus has the event safe; events keep the order of the calls. */
  publish(event: EiffelEvent): Promise<void>;
}

export interface Bus extends Publisher {
  /** Calls the listener for each event from now on, in order; an exception of a listener is logged and stops nothing. */
  subscribe(listener: (event: EiffelEvent) => void): Disposable;
  /** Resolves when what others had published by now has been handed to the listeners. Absent where that is always so. */
  caughtUp?(): Promise<void>;
}
