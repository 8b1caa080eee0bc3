import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** A file of this machine as a stream, as long as it is now: what a process that is still there appends does not belong to it. */
export async function openFile(path: string): Promise<{ readonly length: number; readonly content: Readable }> {
  const { size } = await stat(path);
  return { length: size, content: size === 0 ? Readable.from([]) : createReadStream(path, { end: size - 1 }) };
}
