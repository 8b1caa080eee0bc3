import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A system that owns IUTs and lends them out: the peer of a management-system provider. Its ledger is the truth of who holds what. */
export interface ManagementSystem extends AsyncDisposable {
  readonly url: string;
  /** Names of what is lent out now. */
  readonly lent: () => readonly string[];
  /** Every request that came, as `GET /checkout?name=a`. */
  readonly requests: readonly string[];
  /** The credentials that came with the last request. */
  readonly authorization: () => string | undefined;
}

/**
 * What may happen to a request: `drop` closes the connection before it takes effect, `lose` after; `error` answers 500 instead; `page` answers with the HTML
 * of a login; `half` takes effect and breaks off in the middle of the answer; `late` takes effect and answers a while after.
 */
export type Fault = 'drop' | 'lose' | 'error' | 'page' | 'half' | 'late';

export interface ManagementSystemOptions {
  readonly names: readonly string[];
  /** Asked before a request is handled, with its number from 1. Whatever it does, or waits for, happens before the request takes effect. */
  readonly fault?: (n: number, request: string) => Fault | undefined | Promise<Fault | undefined>;
}

/** Starts one: `/list`, `/checkout?id=`, `/checkin?id=`, `/step?id=` for a preparation, with GET or POST, each answering JSON. */
export async function managementSystem({ names, fault }: ManagementSystemOptions): Promise<ManagementSystem> {
  const lent = new Set<string>();
  const requests: string[] = [];
  let authorization: string | undefined;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = `${request.method} ${request.url}`;
    requests.push(text);
    ({ authorization } = request.headers);
    const trouble = await fault?.(requests.length, text);
    if (trouble === 'drop') return void request.socket.destroy();
    if (trouble === 'error') return answer(response, 500, '{"message": "out of order"}');
    if (trouble === 'page')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const [status, body] = carryOut(pathname, searchParams.get('id') ?? searchParams.get('name') ?? '');
    if (trouble === 'lose') return void request.socket.destroy();
    const json = JSON.stringify(body);
    if (trouble === 'half') {
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': json.length }).write(json.slice(0, 1));
      return void setImmediate(() => request.socket.destroy());
    }
    if (trouble === 'late') return void setTimeout(() => answer(response, status, json), 50);
    answer(response, status, json);
  };
  function carryOut(path: string, name: string): readonly [number, unknown] {
    if (path === '/list') return [200, names.map((one) => ({ id: one, checked_out: String(lent.has(one)) }))];
    if (path === '/step') return [200, { id: name, ready: true }];
    if (path === '/checkout') {
      if (lent.has(name)) return [409, { message: `${name} is taken` }];
      lent.add(name);
      return [200, { id: name, lease: `lease-${name}` }];
    }
    if (path === '/checkin') return lent.delete(name) || names.includes(name) ? [200, { id: name }] : [404, { message: 'unknown' }];
    return [404, { message: 'no such path' }];
  }
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lent: () => [...lent].sort(),
    requests,
    authorization: () => authorization,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(json);
}

/** A provider file that borrows from such a system. */
export function lendingProvider(url: string, more: Readonly<Record<string, unknown>> = {}): object {
  const request = (path: string, name: string) => ({
    $request: { url: `${url}${path}`, method: 'GET', params: { name }, timeout: 0.5, interval: 0.1 },
  });
  const succeeded = { key: '$response.status_code', operator: '$eq', value: 200 };
  return {
    iut: {
      id: 'lender',
      list: {
        possible: { '$request.response.json': { url: `${url}/list`, method: 'GET', timeout: 0.5, interval: 0.1 } },
        available: { $filter: { items: '$this.possible', filters: [{ key: 'checked_out', operator: '$eq', value: 'false' }] } },
      },
      checkout: {
        $condition: {
          then: { '$request.response.json': request('/checkout', '$iut.id').$request },
          if: succeeded,
          else: '$response.json.message',
        },
      },
      checkin: { $operator: { key: { $from: { item: request('/checkin', '$iut.id'), get: 'id' } }, operator: '$eq', value: '$iut.id' } },
      ...more,
    },
  };
}
