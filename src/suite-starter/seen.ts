import { appendFile, readFile } from 'node:fs/promises';

/** The ids of every event that a run was journalled for: the journal forgets those that are over. */
export interface Seen {
  has(id: string): boolean;
  /** On disk when it resolves. */
  add(id: string): Promise<void>;
}

export async function openSeen(path: string): Promise<Seen> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const ids = new Set(text.split('\n'));
  // Half a line that a crash left must not swallow the next.
  let before = text === '' || text.endsWith('\n') ? '' : '\n';
  return {
    has: (id) => ids.has(id),
    async add(id) {
      if (ids.has(id)) return;
      ids.add(id);
      await appendFile(path, `${before}${id}\n`, { flush: true });
      before = '';
    },
  };
}
