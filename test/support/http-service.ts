import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ServiceRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface ServiceAnswer {
  readonly status: number;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An HTTP server that answers as a test says, and remembers what it was asked. */
export interface HttpService extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly ServiceRequest[];
}

export async function httpService(answer: (request: ServiceRequest) => ServiceAnswer): Promise<HttpService> {
  const requests: ServiceRequest[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      requests.push(one);
      const { status, body: said, headers = {} } = answer(one);
      const json = typeof said === 'string' || said === undefined ? {} : { 'content-type': 'application/json' };
      response.writeHead(status, { ...json, ...headers }).end(typeof said === 'string' || said === undefined ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
