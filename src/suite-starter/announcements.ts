import { hostname } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from '../eiffel/build.js';
import type { Broker } from '../eiffel/broker.js';
import { editionOf } from '../eiffel/edition.js';
import type { EiffelEvent } from '../eiffel/event.js';
import { openRabbitPublisher } from '../eiffel/rabbitmq-bus.js';
import { routingTag } from '../eiffel/wire.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Entry, Journal } from '../journal/journal.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** What a suite starter says on the bus in its own name (eiffel.md 3.16, etos.md 4.1 and 4.2). */
export interface Announcements extends AsyncDisposable {
  /** It listens. What a killed one said is taken back first. `ETOS_DISABLE_MONITOR_ANNOUNCE` switches this and `down` off. */
  up(): Promise<void>;
  down(): Promise<void>;
  /** That the run of a recipe collection could not be carried out, and nothing else is going to say so. */
  failure(tercc: EiffelEvent, reason: string): EiffelEvent;
  /** Resolves when the event is safe; at once where nothing is to be sent. */
  publish(event: EiffelEvent): Promise<void>;
}

export interface Announcing {
  readonly home: string;
  readonly environment: Variables;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

type Up = Entry & { readonly fact: { readonly id: string } };
/** Milliseconds for the broker's last confirms; what it has not by then goes out when listening begins again. */
const flush = 5_000;

export async function openAnnouncements(broker: Broker, { home, environment, journal, clock, log }: Announcing): Promise<Announcements> {
  const build = createBuilder({
    source: { name: 'ETOS Suite Starter', host: environment.SOURCE_HOST ?? hostname() },
    clock,
    edition: editionOf(environment),
  });
  const publisher = environment.ETOS_DISABLE_SENDING_EVENTS
    ? undefined
    : await openRabbitPublisher(broker, { outbox: join(home, 'outbox'), tag: routingTag(environment), name: 'etos listen', clock, log });
  const monitors = publisher && !environment.ETOS_DISABLE_MONITOR_ANNOUNCE;
  const takeBack = async (severity: 'CLOSED' | 'CRITICAL', heading: string, body: string): Promise<void> => {
    for (const entry of journal.open().filter(isUp)) {
      await publisher?.publish(build('AnnouncementPublished', { heading, body, severity }, { modifiedAnnouncement: entry.fact.id }));
      await journal.crossOut(entry);
    }
  };
  return {
    async up() {
      await takeBack('CRITICAL', 'ETOS Suite Starter was killed.', 'It listens again.');
      if (!monitors) return;
      const data = {
        heading: 'ETOS Suite Starter is up and running.',
        body: 'Listening for recipe collections',
        severity: 'MINOR',
      } as const;
      const event = build('AnnouncementPublished', data, {});
      await journal.begin({ kind: 'up', id: event.meta.id });
      await publisher.publish(event);
    },
    down: () => takeBack('CLOSED', 'ETOS Suite Starter is shutting down.', 'It listens no more'),
    failure: ({ meta }, reason) =>
      build(
        'AnnouncementPublished',
        { heading: '[ESR] Failed to start test execution', body: reason, severity: 'CRITICAL' },
        { cause: meta.id },
      ),
    publish: async (event) => await publisher?.publish(event),
    async [Symbol.asyncDispose]() {
      await publisher
        ?.flush(clock.deadline(flush, new Error(`RabbitMQ did not confirm within ${flush / 1000} s`)))
        .catch((error: unknown) =>
          log.warning('announcements are still to be published', { events: publisher.owed, reason: messageOf(error) }),
        );
      await publisher?.[Symbol.asyncDispose]();
    },
  };
}

function isUp(entry: Entry): entry is Up {
  return entry.fact.kind === 'up';
}
