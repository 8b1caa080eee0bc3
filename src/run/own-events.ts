import { isA } from '../eiffel/check.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { RunIds } from '../suite/announce.js';

/** An activity that a test runner may have begun for us: its ActivityTriggered points at nothing (etos.md 6.9). */
interface Activity {
  readonly triggered: EiffelEvent;
  readonly name: string;
  started?: EiffelEvent;
}

/** Suites of one name may run all over a deployment: so many that may be ours are remembered. */
const atMost = 100;
/** What test runners say of a sub suite, and so many of those which may yet turn out to be ours. */
const ofSubSuites = /^Eiffel(?:TestCase|Artifact|EnvironmentDefined)/;
const earlyAtMost = 500;

/**
 * Tells the events of a run, which it is to be asked about in order: those that point at one that is the run's. The item under test is nobody's own:
 * other runs point at it, too. The activity of a test runner is known by its name and source when its TestSuiteStarted comes, if that is of one alone:
 * runs of the same collection may go on side by side on one machine. The released library sends what a lost connection kept from being confirmed again a
 * second later, after what was published meanwhile: that waits for it.
 * @returns a function that gives what an event makes the run's: nothing, the event itself, or it after others that were waiting for it. What did not
 *   come over the broker brings nothing with it: its activity came the same way, and points at the run
 */
export function ownEventsOf({ run, activity, artifact }: RunIds): (event: EiffelEvent, from: 'broker' | 'run') => readonly EiffelEvent[] {
  const ours = new Set([run, activity]);
  const names = new Set<string>();
  let waiting: readonly Activity[] = [];
  let early: EiffelEvent[] = [];

  return (event, from) => {
    const { meta, data, links } = event;
    if (ours.has(meta.id) || links.some(({ target }) => ours.has(target))) {
      const before = from === 'broker' && isA(event, 'TestSuiteStarted') ? begunFor(event) : [];
      return [...before, ...take(event)];
    }
    if (meta.id === artifact) return [event];
    if (isA(event, 'ActivityTriggered') && links.length === 0 && typeof data.name === 'string' && names.has(data.name))
      waiting = [...waiting, { triggered: event, name: data.name }].slice(-atMost);
    const begun =
      isA(event, 'ActivityStarted') && waiting.find(({ triggered }) => links.some(({ target }) => target === triggered.meta.id));
    if (begun) begun.started = event;
    if (ofSubSuites.test(meta.type) && early.push(event) > earlyAtMost) early.shift();
    return [];
  };

  /** An event that is ours, and after it those that came before it and point at it. */
  function take(event: EiffelEvent): readonly EiffelEvent[] {
    const { meta, data } = event;
    ours.add(meta.id);
    // The environment of a sub suite has its name (etos.md 5.7), and is there before its test runner.
    if (isA(event, 'EnvironmentDefined') && typeof data.name === 'string' && data.uri !== undefined) names.add(data.name);
    const pointsHere = ({ links }: EiffelEvent): boolean => links.some(({ target }) => target === meta.id);
    const followers = early.filter(pointsHere);
    if (followers.length > 0) early = early.filter((one) => !pointsHere(one));
    return [event, ...followers.flatMap(take)];
  }

  /** The activity that the same test runner began for a sub suite of this name, if only one can be meant. */
  function begunFor(suite: EiffelEvent): readonly EiffelEvent[] {
    const [own, ...others] = waiting.filter(({ name, triggered }) => name === suite.data.name && sourceOf(triggered) === sourceOf(suite));
    if (!own || others.length > 0) return [];
    waiting = waiting.filter((one) => one !== own);
    const events = [own.triggered, ...(own.started ? [own.started] : [])];
    events.forEach(({ meta }) => ours.add(meta.id));
    return events;
  }
}

function sourceOf({ meta }: EiffelEvent): string {
  return `${meta.source?.name ?? ''} at ${meta.source?.host ?? ''}`;
}
