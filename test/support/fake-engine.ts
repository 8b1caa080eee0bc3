// An engine that answers what a test tells it to: for refusals, versions and silence that a real one does not show on demand.

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { temporaryDirectory } from './directory.js';

export interface FakeEngine extends AsyncDisposable {
  /** What DOCKER_HOST says. */
  readonly host: string;
  /** `METHOD /path?query` of what came, oldest first. */
  readonly requests: readonly string[];
  /** Headers of the request at this place. */
  headersOf(request: number): IncomingMessage['headers'];
}

/** Answers one request; `undefined` says nothing, for ever. */
export type Answer = (
  request: string,
  body: string,
) => { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> } | undefined;

/** `await using engine = await fakeEngine(…);` */
export async function fakeEngine(answer: Answer, { apiVersion = '1.41' }: { readonly apiVersion?: string } = {}): Promise<FakeEngine> {
  const directory = await temporaryDirectory();
  const path = directory.at('engine.sock');
  const seen: { readonly line: string; readonly headers: IncomingMessage['headers'] }[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    const body = await text(request);
    if (line === 'GET /_ping') return void response.writeHead(200, { 'Api-Version': apiVersion }).end('OK');
    seen.push({ line, headers: request.headers });
    const said = answer(line, body);
    if (said) response.writeHead(said.status, { 'Content-Type': 'application/json', ...said.headers }).end(said.body);
  };
  const server = http.createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    host: `unix://${path}`,
    get requests() {
      return seen.map(({ line }) => line);
    },
    headersOf: (n) => seen[n]?.headers ?? {},
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await directory[Symbol.asyncDispose]();
    },
  };
}
