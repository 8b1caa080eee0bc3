import { isA, type EventOf } from './check.js';
import type { EventName } from './catalogue.js';
import type { EiffelEvent } from './event.js';

/** The events of a run, for those who come later and ask. */
export interface EventStore {
  byId(id: string): EiffelEvent | undefined;
  /** Events of a type in the order in which they were published; with a link, those that link so to one event. */
  find<Name extends EventName>(name: Name, link?: LinkTo): readonly EventOf<Name>[];
  /** Every event in the order in which they were published; with a link, those that link so to one event. */
  all(link?: LinkTo): readonly EiffelEvent[];
}

/** `{ type: 'CAUSE', target: id }`; without a type, any link to the event. */
export interface LinkTo {
  readonly type?: string;
  readonly target: string;
}

/** A store that grows by `add`; an id that is there already is not added again. */
export function createEventStore(): EventStore & { add(event: EiffelEvent): boolean } {
  const events = new Map<string, EiffelEvent>();
  const byTarget = new Map<string, EiffelEvent[]>();
  const all = (link?: LinkTo): readonly EiffelEvent[] => {
    if (!link) return [...events.values()];
    const candidates = byTarget.get(link.target) ?? [];
    return candidates.filter(({ links }) => links.some(({ type, target }) => target === link.target && type === (link.type ?? type)));
  };
  return {
    add(event) {
      if (events.has(event.meta.id)) return false;
      events.set(event.meta.id, event);
      for (const target of new Set(event.links.map((link) => link.target))) {
        const linking = byTarget.get(target);
        if (linking) linking.push(event);
        else byTarget.set(target, [event]);
      }
      return true;
    },
    byId: (id) => events.get(id),
    find: <Name extends EventName>(name: Name, link?: LinkTo) => all(link).filter((event): event is EventOf<Name> => isA(event, name)),
    all,
  };
}
