import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Seconds before answering. */
  readonly delay?: number;
  /** Close the connection without an answer. */
  readonly drop?: boolean;
}

export interface Route extends Answer {
  readonly method: string;
  readonly path: string;
  readonly sequence?: readonly Answer[];
}

export interface Arrived {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

// What every client adds in a way of its own.
const ignored = new Set(['host', 'user-agent', 'accept-encoding', 'connection', 'content-length']);

/** A real server with the routes of a case (jsontas.md 16), and what arrived at it. */
export async function serveRoutes(
  routes: (base: string) => readonly Route[],
): Promise<{ readonly base: string; readonly arrived: readonly Arrived[] } & AsyncDisposable> {
  const arrived: Arrived[] = [];
  const hits = new Map<Route, number>();
  let known: readonly Route[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url: target = '' } = request;
      const headers = Object.entries(request.headers)
        .map(([name, value]) => [name, String(value)] as const)
        .filter(([name, value]) => !ignored.has(name) && !(name === 'accept' && value === '*/*'));
      arrived.push({ method, target, headers: Object.fromEntries(headers), body });
      const route = known.find((one) => one.method === method && one.path === target.split('?')[0]);
      const hit = (route && hits.get(route)) ?? 0;
      if (route) hits.set(route, hit + 1);
      const answer = route?.sequence?.[Math.min(hit, route.sequence.length - 1)] ?? route;
      // A test may be over before a slow answer.
      setTimeout(() => give(response, answer), (answer?.delay ?? 0) * 1000).unref();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  known = routes(base);
  return {
    base,
    arrived,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The base URL of a port that refuses connections. */
export async function closedBase(): Promise<string> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

function give(response: ServerResponse, answer: Answer | undefined): void {
  if (answer?.drop) {
    response.socket?.destroy();
    return;
  }
  const { status = 200, headers = {}, body = '' } = answer ?? { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'no route' };
  response.sendDate = false;
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
