// What a run began and has not finished, on disk before it is begun. In: entries. Out: those that are still open, after a crash too. What an
// entry means, and how it is undone, belongs to `release`.

import { open, readFile, type FileHandle } from 'node:fs/promises';

/** What was begun. `kind` says who knows how to undo it; the rest is what that needs. */
export type Fact = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** An entry that is not crossed out. */
export interface Entry {
  readonly id: number;
  readonly fact: Fact;
}

export interface Journal extends AsyncDisposable {
  /** On disk when the promise resolves: only then begin what the fact says. */
  begin(fact: Fact): Promise<Entry>;
  /** Adds what became known after `begin`, a container's id for instance; later values win. */
  amend(entry: Entry, more: Readonly<Record<string, unknown>>): Promise<Entry>;
  /** What the entry says is gone. Crossing out twice does no harm. */
  crossOut(entry: Entry): Promise<void>;
  /** What is begun and not crossed out, oldest first. */
  open(): readonly Entry[];
}

type Line =
  | { readonly id: number; readonly begin: Fact }
  | { readonly id: number; readonly amend: object }
  | { readonly id: number; readonly done: true };

/** Opens a journal, made with mode 0600 when it is not there; what an earlier process left open is open again. */
export async function openJournal(path: string): Promise<Journal> {
  const left = await readJournal(path);
  const entries = new Map(left.map((entry) => [entry.id, entry]));
  const file = await open(path, 'a+', 0o600);
  await endTornLine(file);
  const write = inTurn(async (line: Line) => {
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.datasync();
  });
  let last = Math.max(0, ...(await everyId(path)));
  return {
    async begin(fact) {
      const entry = { id: ++last, fact };
      entries.set(entry.id, entry);
      await write({ id: entry.id, begin: fact });
      return entry;
    },
    async amend(entry, more) {
      const amended = { id: entry.id, fact: { ...(entries.get(entry.id) ?? entry).fact, ...more } };
      entries.set(entry.id, amended);
      await write({ id: entry.id, amend: more });
      return amended;
    },
    async crossOut(entry) {
      if (!entries.delete(entry.id)) return;
      await write({ id: entry.id, done: true });
    },
    open: () => [...entries.values()],
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** What a journal has open; a file that is not there has nothing. A line cut short by a crash was never promised and is ignored. */
export async function readJournal(path: string): Promise<readonly Entry[]> {
  const entries = new Map<number, Entry>();
  for (const line of await readLines(path)) {
    if ('begin' in line) entries.set(line.id, { id: line.id, fact: line.begin });
    else if ('done' in line) entries.delete(line.id);
    else {
      const entry = entries.get(line.id);
      if (entry) entries.set(line.id, { id: line.id, fact: { ...entry.fact, ...line.amend } });
    }
  }
  return [...entries.values()];
}

async function everyId(path: string): Promise<readonly number[]> {
  return (await readLines(path)).map(({ id }) => id);
}

async function readLines(path: string): Promise<readonly Line[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}

async function endTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  if (buffer[0] !== 0x0a) await file.appendFile('\n');
}

/** Runs calls one after the other, in the order they were made; a failed call does not stop the next. */
function inTurn<T>(action: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let before: Promise<void> = Promise.resolve();
  return (value) => {
    const mine = before.then(() => action(value));
    before = mine.catch(() => undefined);
    return mine;
  };
}
