import type { ServerResponse } from 'node:http';

/** A request that is refused with a status and a sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** @param allow the methods that are served there, of a 405 */
  constructor(
    readonly status: 400 | 404 | 405 | 409 | 413,
    message: string,
    readonly allow: readonly string[] = [],
  ) {
    super(message);
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
