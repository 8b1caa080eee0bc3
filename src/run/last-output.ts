import { open } from 'node:fs/promises';

const mostBytes = 16 * 1024;
const mostLines = 20;

/**
 * The last lines that a test printed, from its log: what is before the test itself (environment, preparation) is left out (etos.md 6.4.4).
 * @returns undefined when there is no log, or nothing was printed
 */
export async function lastOutput(path: string): Promise<string | undefined> {
  const tail = await readTail(path).catch(() => undefined);
  if (tail === undefined) return undefined;
  const lines = tail.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');
  const test = lines.lastIndexOf('Executing:');
  // The line after it is the command; what failed before the test began is shown from its beginning.
  const own = test < 0 ? lines : lines.slice(test + 2);
  const text = own.slice(-mostLines).join('\n');
  return text.trim() === '' ? undefined : text;
}

async function readTail(path: string): Promise<string> {
  await using file = await open(path);
  const { size } = await file.stat();
  const start = Math.max(0, size - mostBytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, mostBytes)), 0, Math.min(size, mostBytes), start);
  const text = buffer.subarray(0, bytesRead).toString();
  // The first line of a part is most likely half a line.
  return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
}
