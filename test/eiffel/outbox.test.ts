import { describe, expect, test } from '@jest/globals';
import { appendFile, cp, readdir, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwing, openOutbox, type Outbox } from '../../src/eiffel/outbox.js';
import { temporaryDirectory } from '../support/directory.js';

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
    await using outbox = await openOutbox(directory.at('outbox'), small);
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
      await using outbox = await openOutbox(directory.at('outbox'));
      await Promise.all(messages.map(({ key, body }) => outbox.append(key, body)));
      expect(await read(outbox)).toEqual(messages);
    }
    await using again = await openOutbox(directory.at('outbox'));
    expect(await read(again)).toEqual(messages);
  });

  test('owes after a crash what was not confirmed, in order, and little more', async () => {
    await using directory = await temporaryDirectory();
    await using crashing = await openOutbox(directory.at('outbox'), small);
    await fill(crashing, 0, 60);
    await confirmNext(crashing, 25);
    // What is there at this moment is what a crash leaves.
    await cp(directory.at('outbox'), directory.at('left'), { recursive: true });
    await using outbox = await openOutbox(directory.at('left'), small);
    const owed = await confirmNext(outbox, 1_000);
    expect(owed).toEqual(numbers(60 - owed.length, 60));
    expect(owed.length).toBeGreaterThanOrEqual(35);
  });

  test('goes on where it was left, and takes its directory away when nothing is owed', async () => {
    await using directory = await temporaryDirectory();
    {
      await using outbox = await openOutbox(directory.at('outbox'), small);
      await fill(outbox, 0, 60);
      await confirmNext(outbox, 25);
    }
    expect(await isOwing(directory.at('outbox'))).toBe(true);
    {
      await using outbox = await openOutbox(directory.at('outbox'), small);
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
    await using crashing = await openOutbox(directory.at('outbox'));
    await fill(crashing, 0, 5);
    await cp(directory.at('outbox'), directory.at('left'), { recursive: true });
    const [name] = await readdir(directory.at('left'));
    await damage(join(directory.at('left'), name ?? ''));
    await using outbox = await openOutbox(directory.at('left'));
    await fill(outbox, 5, 7);
    expect(await confirmNext(outbox, 1_000)).toEqual(numbers(0, 7));
  });

  test('has each message in a file when it says so', async () => {
    await using directory = await temporaryDirectory();
    await using outbox = await openOutbox(directory.at('outbox'));
    for (let n = 0; n < 3; n++) {
      await outbox.append('key', `{"no": ${n}}`);
      const [name] = await readdir(directory.at('outbox'));
      expect((await readFile(join(directory.at('outbox'), name ?? ''), 'utf8')).split('\n')).toHaveLength(n + 2);
    }
  });
});
