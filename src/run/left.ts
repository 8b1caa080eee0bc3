import { nameOf } from '../environment/check-in.js';
import type { Fact, Journal } from '../journal/journal.js';
import { fromPlain, isObject } from '../json/value.js';
import type { RunDirectory } from './directory.js';
import type { Progress } from './progress.js';

/** Crosses out the run itself when nothing else is open; what is open stays for `etos release`. */
export async function tellWhatIsLeft(journal: Journal, progress: Progress, directory: RunDirectory): Promise<number> {
  const open = journal.open().filter(({ fact }) => fact.kind !== 'run');
  if (open.length === 0) {
    for (const entry of journal.open()) await journal.crossOut(entry);
    return 0;
  }
  const what = open
    .map(({ fact }) =>
      fact.kind === 'outbox'
        ? `${typeof fact.owed === 'number' ? fact.owed : 'some'} events for RabbitMQ`
        : fact.kind === 'testrun'
          ? `testrun ${String(fact.id)} in ${String(fact.cluster)}`
          : fact.kind === 'queue'
            ? `queue ${String(fact.queue)} of RabbitMQ`
            : `${fact.kind}${typeof fact.subSuite === 'string' ? ` ${fact.subSuite}` : nameIn(fact)}`,
    )
    .join(', ');
  progress({ kind: 'note', text: `could not be released: ${what}; try again with: etos release ${directory.path}`, warning: true });
  return open.length;
}

/** The name of an item that was checked out, after a space. */
function nameIn({ item }: Fact): string {
  const value = fromPlain(item);
  return isObject(value) ? ` ${JSON.stringify(nameOf(value))}` : '';
}
