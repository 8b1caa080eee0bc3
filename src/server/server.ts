// The small HTTP server of a run: sub suite documents, the log area, events, live logs, local delegations. In: requests of test runners. Out: what
// the run was handed. Everything lies below a path that nobody can guess; what an upload or an event means does not belong here.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Publisher } from '../eiffel/bus.js';
import type { EventStore } from '../eiffel/store.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { answerJson, answerText, Refusal } from './answer.js';
import { receiveEvents } from './events.js';
import type { LocalDelegations } from './local-delegation.js';
import { followLive, type LiveLogs } from './live.js';
import { receiveUpload, sendUpload, type Uploads } from './uploads.js';

export interface Server extends AsyncDisposable {
  /** The address below which everything lies; knowing it is the permission to use it. */
  readonly root: string;
  /** The part of the address that must stay secret. */
  readonly secret: string;
}

export interface Serving {
  readonly bus: Publisher;
  readonly documents: { readonly find: (id: string) => string | undefined };
  readonly uploads: Uploads;
  readonly live: LiveLogs;
  /** What questions about events are answered from. */
  readonly events: EventStore;
  readonly delegations: LocalDelegations;
  readonly log: Log;
  /** The address to listen on; loopback by default. */
  readonly host?: string;
  /** The port; any free one by default. */
  readonly port?: number;
  /** The address that others are told where it is not the one listened on; without a port it gets ours. */
  readonly origin?: URL;
}

/** Starts the server on a free port. Closing it breaks what is still under way. */
export async function serve({
  bus,
  documents,
  uploads,
  live,
  events,
  delegations,
  log,
  host = '127.0.0.1',
  port = 0,
  origin,
}: Serving): Promise<Server> {
  const secret = randomBytes(32).toString('base64url');
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  let root = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: target = '' } = request;
    const url = new URL(target.startsWith('/') && !target.startsWith('//') ? target : '/', 'http://run');
    // Who does not know the secret learns nothing, not even that there is something.
    if (url.pathname !== `/${secret}` && !url.pathname.startsWith(`/${secret}/`)) throw new Refusal(404, 'there is nothing here');
    const path = url.pathname.slice(secret.length + 1);
    const [, area = '', ...rest] = path.split('/');
    switch (area) {
      case 'sub_suite':
        return sendDocument(request, response, url.searchParams.get('id') ?? '');
      case 'environment':
        return sendDocument(request, response, rest[0] ?? '');
      case 'events':
        await receiveEvents(expect(request, 'POST'), { bus, log });
        response.writeHead(204).end();
        return;
      case 'log':
        if (request.method === 'GET' || request.method === 'HEAD') return sendUpload(rest, request, response, { find: uploads.find, root });
        await receiveUpload(rest, expect(request, 'PUT', 'POST'), { uploads, root, signal: closing.signal });
        answerJson(response, 201, {});
        return;
      case 'live':
        return followLive(rest[0] ?? '', expect(request, 'GET', 'HEAD'), response, { live, signal: closing.signal });
      case 'graphql': {
        // Loaded here alone: few runs are asked anything.
        const { answerQuery } = await import('./graphql.js');
        return answerQuery(expect(request, 'POST', 'GET'), response, { events, query: url.searchParams });
      }
      case 'delegation':
        return delegations.handle(request, response, { root, rest: path.slice('/delegation'.length), query: url.searchParams });
      default:
        throw new Refusal(404, `there is no /${area} here`);
    }
  }

  function sendDocument(request: IncomingMessage, response: ServerResponse, id: string): void {
    expect(request, 'GET', 'HEAD');
    const document = documents.find(id);
    // As the released environment provider says it (etos.md 5.1).
    if (id === '') return answerJson(response, 400, { title: 'Missing parameters', description: "'id' is a required parameter." });
    if (document === undefined)
      return answerJson(response, 404, { title: 'Sub suite not found.', description: `Could not find sub suite with ID ${id}` });
    response.writeHead(200, { 'content-type': 'application/json' }).end(document);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await handle(request, response);
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 500;
      log.debug('request refused', { method: request.method, status, reason: messageOf(error) });
      if (error instanceof Refusal && error.allow.length > 0) response.setHeader('allow', error.allow.join(', '));
      if (status === 500) log.warning('request failed', { method: request.method, reason: messageOf(error) });
      answerText(response, status, messageOf(error));
      // What is left of the body would be read as the next request; and a client that is cut off while it sends never sees its answer.
      request.resume();
    }
  }

  const server = createServer((request, response) => {
    const one = answer(request, response);
    underWay.add(one);
    void one.finally(() => underWay.delete(one));
  });
  // An upload takes as long as it takes, and a test runner is silent while a recipe runs.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  root = `${addressOf(origin ?? new URL(`http://${host.includes(':') ? `[${host}]` : host}`), (server.address() as AddressInfo).port)}/${secret}`;
  return {
    root,
    secret,
    async [Symbol.asyncDispose]() {
      closing.abort(new Error('the run is over'));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      // Broken uploads take their partial files away.
      await Promise.all(underWay);
    },
  };
}

/** An address with our port, unless it names one; without a slash at its end. */
function addressOf(origin: URL, port: number): string {
  const address = new URL(origin);
  if (address.port === '' && address.protocol === 'http:') address.port = String(port);
  return address.href.replace(/\/+$/, '');
}

function expect(request: IncomingMessage, ...methods: readonly string[]): IncomingMessage {
  if (!methods.includes(request.method ?? '')) throw new Refusal(405, `expected ${methods.join(' or ')}, got ${request.method}`, methods);
  return request;
}
