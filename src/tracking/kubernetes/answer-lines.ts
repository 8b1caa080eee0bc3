import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** The lines of an answer as they come, and the last one though it has no end. Throws what ends the body early. */
export async function* linesOf(body: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of body) {
    const lines = (rest + decoder.write(piece as Buffer)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}
