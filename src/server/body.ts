import type { IncomingMessage } from 'node:http';
import { Refusal } from './answer.js';

/** The whole body of a request as text. @throws {Refusal} 413 when it has more bytes than `atMost`, with what to do instead */
export async function readBody(
  request: IncomingMessage,
  { atMost, instead }: { readonly atMost: number; readonly instead: string },
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not end the connection: the refusal still has to go out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > atMost) throw new Refusal(413, `the body is longer than ${atMost} bytes; ${instead}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
