import { appendFile, readFile } from 'node:fs/promises';
import type { EiffelEvent } from '../eiffel/event.js';
import { writeWhole } from '../host/durable.js';

/** The items under test that were announced on the bus while this queue was bound to it, by the ids of their ArtifactCreated. */
export interface Artifacts {
  identityOf(id: string): string | undefined;
  /** Remembers the event, if it is an ArtifactCreated; on disk when it resolves. @throws the disk does not take it: then memory alone has it */
  add(event: EiffelEvent): Promise<void>;
}

/** A bus announces whatever is built in a deployment: so many of the last are remembered. */
const most = 10_000;

export async function openArtifacts(path: string): Promise<Artifacts> {
  const text = await readFile(path, 'utf8').catch(() => '');
  // Half a line that a crash left is none.
  const identities = new Map(text.split('\n').flatMap((line) => entriesIn(line)));
  const forget = (): void => {
    for (const id of [...identities.keys()].slice(0, Math.max(0, identities.size - most))) identities.delete(id);
  };
  forget();
  const whole = (): Promise<void> => writeWhole(path, [...identities].map(lineOf).join(''));
  if (text !== '') await whole();
  let added = 0;
  return {
    identityOf: (id) => identities.get(id),
    async add({ meta, data }) {
      const { identity } = data;
      if (meta.type !== 'EiffelArtifactCreatedEvent' || typeof identity !== 'string' || identities.has(meta.id)) return;
      identities.set(meta.id, identity);
      forget();
      added++;
      if (added % most === 0) await whole();
      else await appendFile(path, lineOf([meta.id, identity]), { flush: true });
    },
  };
}

function lineOf(entry: readonly [id: string, identity: string]): string {
  return `${JSON.stringify(entry)}\n`;
}

function entriesIn(line: string): readonly (readonly [string, string])[] {
  try {
    return [JSON.parse(line) as readonly [string, string]];
  } catch {
    return [];
  }
}
