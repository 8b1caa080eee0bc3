import { describe, expect, test } from '@jest/globals';
import { appendFile, cp, readdir, readFile, rm, stat, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwing } from '../../src/eiffel/message-files.js';
import { openOutbox, type Outbox } from '../../src/eiffel/outbox.js';
import { createLog, type Log } from '../../src/host/log.js';
import { temporaryDirectory } from '../support/directory.js';

const log = createLog({ level: 'debug', write: (line) => process.stderr.write(`${line}\n`) });
const small = { held: 10, heldBytes: 1_000, segment: 500 };

async function fill(outbox: Outbox, from: number, to: number): Promise<void> {
  await Promise.all(Array.from({ length: to - from }, (_, n) => outbox.append('key', `{"no": ${from + n}}`)));
}

/** Takes up to so many, and says what the broker would. */
async function confirmNext(outbox: Outbox, count: number): Promise<readonly number[]> {
  const taken: number[] = [];
  while (taken.length < count) {
    const message = outbox.take();
    if (message) {
      taken.push((JSON.parse(message.body.toString()) as { readonly no: number }).no);
      outbox.confirm(message.n);
    } else if (outbox.hasMore) await outbox.load();
    else break;
  }
  return taken;
}

const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, n) => from + n);

describe('the outbox', () => {
  test('gives messages in their order, also those behind what memory holds, and those that come meanwhile', async () => {
    await using directory = await temporaryDirectory();
    await using outbox = await openOutbox(directory.at('outbox'), { log, limits: small });
    await fill(outbox, 0, 100);
    const first = await confirmNext(outbox, 37);
    const filling = fill(outbox, 100, 150);
    const rest = await confirmNext(outbox, 1_000);
    await filling;
    expect([...first, ...rest, ...(await confirmNext(outbox, 1_000))]).toEqual(numbers(0, 150));
    expect(outbox.owed).toBe(0);
  });

  test('holds long messages and odd keys to the byte', async () => {
    await using directory = await temporaryDirectory();
    const messages = ['fabrik-köln', '東京', 'a b'].map((key, n) => ({ key, body: String(n).repeat(n === 1 ? 300_000 : 5) }));
    const read = async (outbox: Outbox): Promise<unknown> => {
      const found: unknown[] = [];
      for (let n = 0; n < 3; n++) {
        if (!outbox.hasNext) await outbox.load();
        const message = outbox.take();
        found.push({ key: message?.key, body: message?.body.toString() });
      }
      return found;
    };
    {
      await using outbox = await openOutbox(directory.at('outbox'), { log });
      await Promise.all(messages.map(({ key, body }) => outbox.append(key, body)));
      expect(await read(outbox)).toEqual(messages);
    }
    await using again = await openOutbox(directory.at('outbox'), { log });
    expect(await read(again)).toEqual(messages);
  });

  test('owes after a crash what was not confirmed, in order, and little more', async () => {
    await using directory = await temporaryDirectory();
    await using crashing = await openOutbox(directory.at('outbox'), { log, limits: small });
    await fill(crashing, 0, 60);
    await confirmNext(crashing, 25);
    // What is there at this moment is what a crash leaves.
    await cp(directory.at('outbox'), directory.at('left'), { recursive: true });
    await using outbox = await openOutbox(directory.at('left'), { log, limits: small });
    const owed = await confirmNext(outbox, 1_000);
    expect(owed).toEqual(numbers(60 - owed.length, 60));
    expect(owed.length).toBeGreaterThanOrEqual(35);
  });

  test('goes on where it was left, and takes its directory away when nothing is owed', async () => {
    await using directory = await temporaryDirectory();
    {
      await using outbox = await openOutbox(directory.at('outbox'), { log, limits: small });
      await fill(outbox, 0, 60);
      await confirmNext(outbox, 25);
    }
    expect(await isOwing(directory.at('outbox'))).toBe(true);
    {
      await using outbox = await openOutbox(directory.at('outbox'), { log, limits: small });
      expect(outbox.owed).toBe(35);
      await fill(outbox, 60, 70);
      expect(await confirmNext(outbox, 1_000)).toEqual(numbers(25, 70));
    }
    await expect(stat(directory.at('outbox'))).rejects.toThrow(/ENOENT/);
    expect(await isOwing(directory.at('outbox'))).toBe(false);
  });

  test.each([
    ['half a line', (file: string) => appendFile(file, 'key\t{"no": ')],
    ['zeros of a power cut', (file: string) => truncate(file, 10_000)],
    ['zeros, and lines behind them', (file: string) => truncate(file, 10_000).then(() => appendFile(file, 'key\t{"no": 99}\n'))],
  ])('leaves out what was never promised: %s', async (_, damage) => {
    await using directory = await temporaryDirectory();
    await using crashing = await openOutbox(directory.at('outbox'), { log });
    await fill(crashing, 0, 5);
    await cp(directory.at('outbox'), directory.at('left'), { recursive: true });
    const [name] = await readdir(directory.at('left'));
    await damage(join(directory.at('left'), name ?? ''));
    await using outbox = await openOutbox(directory.at('left'), { log });
    await fill(outbox, 5, 7);
    expect(await confirmNext(outbox, 1_000)).toEqual(numbers(0, 7));
  });

  test('has each message in a file when it says so', async () => {
    await using directory = await temporaryDirectory();
    await using outbox = await openOutbox(directory.at('outbox'), { log });
    for (let n = 0; n < 3; n++) {
      await outbox.append('key', `{"no": ${n}}`);
      const [name] = await readdir(directory.at('outbox'));
      expect((await readFile(join(directory.at('outbox'), name ?? ''), 'utf8')).split('\n')).toHaveLength(n + 2);
    }
  });

  test('goes on from memory while the disk is full, and writes it down when there is room again', async () => {
    await using directory = await temporaryDirectory();
    const { told, log } = listeningLog();
    await using outbox = await openOutbox(directory.at('outbox'), { log, limits: small });
    await fill(outbox, 0, 3);
    expect(await confirmNext(outbox, 1)).toEqual([0]);
    // The next file of the outbox is on it.
    await fillDisk(directory.at('outbox'), 3, 40);
    await outbox.append('key', `{"no": 3, "text": "${'x'.repeat(490)}"}`);
    await fill(outbox, 4, 6);
    expect(await confirmNext(outbox, 4)).toEqual([1, 2, 3, 4]);
    expect(outbox.owed).toBe(1);
    await emptyDisk(directory.at('outbox'));
    await told(/kept on the disk again/);
    await outbox.append('key', '{"no": 6}');
    await cp(directory.at('outbox'), directory.at('left'), { recursive: true });
    await using left = await openOutbox(directory.at('left'), { log, limits: small });
    expect((await confirmNext(left, 1_000)).slice(-2)).toEqual([5, 6]);
    expect(await confirmNext(outbox, 1_000)).toEqual([5, 6]);
    expect(told.lines.filter((line) => /disk/.test(line))).toHaveLength(2);
  });

  test('writes down at its end what a full disk did not take, and else says that it is lost', async () => {
    await using directory = await temporaryDirectory();
    const { told, log } = listeningLog();
    for (const room of [true, false]) {
      const path = directory.at(room ? 'room' : 'full');
      {
        await using outbox = await openOutbox(path, { log, limits: small });
        await fillDisk(path, 0, 4);
        await fill(outbox, 0, 4);
        expect(await confirmNext(outbox, 1)).toEqual([0]);
        if (room) await emptyDisk(path);
      }
      if (!room) await emptyDisk(path);
      await using again = await openOutbox(path, { log, limits: small });
      expect(await confirmNext(again, 10)).toEqual(room ? [1, 2, 3] : []);
    }
    expect(told.lines.filter((line) => /are lost/.test(line))).toEqual([expect.stringMatching(/events=3.*ENOSPC/)]);
  });

  test('makes room on a full disk, of what was confirmed for what is owed', async () => {
    await using directory = await temporaryDirectory();
    const { told, log } = listeningLog();
    const path = directory.at('outbox');
    {
      await using outbox = await openOutbox(path, { log, limits: small });
      await fillDisk(path, 2, 3);
      await fill(outbox, 0, 2);
      for (const n of [2, 3]) await outbox.append('key', `{"no": ${n}, "text": "${'x'.repeat(490)}"}`);
      expect(await confirmNext(outbox, 3)).toEqual([0, 1, 2]);
    }
    await using again = await openOutbox(path, { log, limits: small });
    expect([await confirmNext(again, 10), told.lines.some((line) => /are lost/.test(line))]).toEqual([[3], false]);
  });

  test('takes no more than memory may hold while the disk is full, and all again when everything was confirmed', async () => {
    await using directory = await temporaryDirectory();
    const { told, log } = listeningLog();
    {
      await using outbox = await openOutbox(directory.at('outbox'), { log, limits: small });
      await fillDisk(directory.at('outbox'), 0, 1);
      await fill(outbox, 0, 10);
      await expect(outbox.append('key', '{"no": 10}')).rejects.toThrow(/^events cannot be kept in .*ENOSPC/);
      expect(await confirmNext(outbox, 100)).toEqual(numbers(0, 10));
      // The files with nothing that is owed went, and with them what filled the disk.
      await told(/kept on the disk again/);
      await fill(outbox, 10, 30);
      expect(await confirmNext(outbox, 100)).toEqual(numbers(10, 30));
    }
    await expect(stat(directory.at('outbox'))).rejects.toThrow(/ENOENT/);
  });
});

/** A disk without room for the files of an outbox that begin with these messages. */
async function fillDisk(path: string, from: number, to: number): Promise<void> {
  for (const n of numbers(from, to)) await symlink('/dev/full', join(path, `${String(n).padStart(16, '0')}.log`));
}

async function emptyDisk(path: string): Promise<void> {
  for (const { name } of (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isSymbolicLink()))
    await rm(join(path, name));
}

/** A log, and a way to wait for what it is told. */
function listeningLog(): { readonly log: Log; readonly told: ((text: RegExp) => Promise<void>) & { readonly lines: readonly string[] } } {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const write = (line: string): void => {
    lines.push(line);
    waiting.forEach((look) => look());
  };
  const told = (text: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!lines.some((line) => text.test(line))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { log: createLog({ level: 'debug', write }), told: Object.assign(told, { lines }) };
}
