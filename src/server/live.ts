import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './answer.js';

/** What a sub suite's test runner prints, as a file that grows. */
export interface LiveLog {
  readonly path: string;
  readonly over: boolean;
}

export interface LiveLogs {
  /** Undefined when the run has no such sub suite, or it has printed nothing yet. */
  readonly live: (subSuiteId: string) => LiveLog | undefined;
}

const between = 200;

/** Sends what was printed so far, and goes on until the test runner has ended or the reader has gone. @throws {Refusal} */
export async function followLive(
  subSuiteId: string,
  request: IncomingMessage,
  response: ServerResponse,
  { live, signal }: { readonly live: LiveLogs; readonly signal: AbortSignal },
): Promise<void> {
  const first = live.live(subSuiteId);
  if (!first) throw new Refusal(404, `sub suite ${subSuiteId} has printed nothing yet`);
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  if (request.method === 'HEAD') return void response.end();
  await using file = await open(first.path);
  for (let at = 0; !response.destroyed && !signal.aborted;) {
    const { over = true } = live.live(subSuiteId) ?? {};
    const sent = await sendFrom(file, at, response);
    at += sent;
    if (sent > 0) continue;
    if (over) break;
    await pause(between, undefined, { signal }).catch(() => undefined);
  }
  response.end();
}

async function sendFrom(file: FileHandle, at: number, response: ServerResponse): Promise<number> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, at);
  if (bytesRead > 0 && !response.write(buffer.subarray(0, bytesRead))) {
    await new Promise<void>((resolve) => {
      const go = (): void => {
        response.off('drain', go).off('close', go);
        resolve();
      };
      response.on('drain', go).on('close', go);
    });
  }
  return bytesRead;
}
