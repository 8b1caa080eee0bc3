import { appendFile, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { openJournal, readJournal } from '../../src/journal/journal.js';

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'etos-journal-')), 'journal.ndjson');
});

describe('the journal', () => {
  test('has what was begun and not crossed out, with what became known later', async () => {
    await using journal = await openJournal(path);
    const kept = await journal.begin({ kind: 'iut', item: { id: 1 } });
    const gone = await journal.begin({ kind: 'iut', item: { id: 2 } });
    await journal.amend(kept, { token: 'x' });
    await journal.crossOut(gone);
    await journal.crossOut(gone);
    const expected = [{ id: 1, fact: { kind: 'iut', item: { id: 1 }, token: 'x' } }];
    expect(journal.open()).toEqual(expected);
    expect(await readJournal(path)).toEqual(expected);
  });

  test('is on disk when begin resolves, for its owner alone', async () => {
    await using journal = await openJournal(path);
    await journal.begin({ kind: 'iut' });
    expect(await readFile(path, 'utf8')).toContain('"iut"');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('a line that a crash cut short is ignored, and what comes after it is read', async () => {
    await writeFile(path, '{"id":1,"begin":{"kind":"iut"}}\n{"id":2,"begin":{"ki');
    await using journal = await openJournal(path);
    const entry = await journal.begin({ kind: 'log-area' });
    expect(entry.id).toBe(2);
    expect((await readJournal(path)).map(({ fact }) => fact.kind)).toEqual(['iut', 'log-area']);
  });

  test('goes on where an earlier process stopped', async () => {
    {
      await using journal = await openJournal(path);
      await journal.crossOut(await journal.begin({ kind: 'iut' }));
      await journal.begin({ kind: 'delegation' });
    }
    await using journal = await openJournal(path);
    const [left] = journal.open();
    expect(left?.fact.kind).toBe('delegation');
    expect((await journal.begin({ kind: 'iut' })).id).toBe(3);
  });

  test('writes in the order of the calls, however many at once', async () => {
    await using journal = await openJournal(path);
    await Promise.all(Array.from({ length: 50 }, (_, n) => journal.begin({ kind: 'iut', n })));
    expect((await readJournal(path)).map(({ fact }) => fact.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  test('one that is not there has nothing', async () => {
    expect(await readJournal(`${path}.none`)).toEqual([]);
    await appendFile(path, '');
    expect(await readJournal(path)).toEqual([]);
  });
});
