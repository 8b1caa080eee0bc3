// A log area for tests: a plain HTTP server that keeps what it is given. How it answers can be set for each request.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface LogAreaServer extends AsyncDisposable {
  readonly url: string;
  /** Every request with its body, in the order of their ends. */
  readonly received: readonly Received[];
  /** The body that was sent under this file name last; throws when there is none. */
  file(name: string): Buffer;
  /** The decoded last parts of the paths, in order. */
  readonly names: readonly string[];
}

export type Answering = (
  request: Received,
  n: number,
) => { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

/** Starts one on the loopback; without `answering` each request is 201 with an empty body. */
export async function logAreaServer(answering: Answering = () => ({ status: 201 })): Promise<LogAreaServer> {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void buffer(request).then((body) => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      received.push(one);
      const { status, body: text = '', headers = {} } = answering(one, received.length - 1);
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const nameOf = ({ url }: Received): string => decodeURIComponent(new URL(url, 'http://x').pathname.split('/').at(-1) ?? '');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    get names() {
      return received.map(nameOf);
    },
    file(name) {
      const found = received.findLast((one) => nameOf(one) === name);
      if (!found) throw new Error(`${name} was not uploaded; there are ${received.map(nameOf).join(', ')}`);
      return found.body;
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
