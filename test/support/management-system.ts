import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A system that owns IUTs and lends them out: the peer of a management-system provider. Its ledger is the truth of who holds what. */
export interface ManagementSystem extends AsyncDisposable {
  readonly url: string;
  /** Names of what is lent out now. */
  readonly lent: () => readonly string[];
  /** Every request that came, as `GET /checkout?name=a`. */
  readonly requests: readonly string[];
}

export interface ManagementSystemOptions {
  readonly names: readonly string[];
  /** Called before a request is handled, with its number from 1; `drop` closes the connection before, `lose` after the request took effect. */
  readonly fault?: (n: number, request: string) => 'drop' | 'lose' | 'error' | undefined;
}

/** Starts one: `GET /list`, `GET /checkout?name=`, `GET /checkin?name=`, each answering JSON. */
export async function managementSystem({ names, fault }: ManagementSystemOptions): Promise<ManagementSystem> {
  const lent = new Set<string>();
  const requests: string[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const text = `${request.method} ${request.url}`;
    requests.push(text);
    const trouble = fault?.(requests.length, text);
    if (trouble === 'drop') return void request.socket.destroy();
    if (trouble === 'error') return void response.writeHead(500, { 'content-type': 'application/json' }).end('{"message": "out of order"}');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const name = searchParams.get('name') ?? '';
    const [status, body] = answer(pathname, name);
    if (trouble === 'lose') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  function answer(path: string, name: string): readonly [number, unknown] {
    if (path === '/list') return [200, names.map((one) => ({ id: one, checked_out: String(lent.has(one)) }))];
    if (path === '/checkout') {
      if (lent.has(name)) return [409, { message: `${name} is taken` }];
      lent.add(name);
      return [200, { id: name, lease: `lease-${name}` }];
    }
    if (path === '/checkin') return lent.delete(name) || names.includes(name) ? [200, { id: name }] : [404, { message: 'unknown' }];
    return [404, { message: 'no such path' }];
  }
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lent: () => [...lent].sort(),
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A provider file that borrows from such a system. */
export function lendingProvider(url: string, more: Readonly<Record<string, unknown>> = {}): object {
  const request = (path: string, name: string) => ({ $request: { url: `${url}${path}`, method: 'GET', params: { name }, timeout: 0.5, interval: 0.1 } });
  const succeeded = { key: '$response.status_code', operator: '$eq', value: 200 };
  return {
    iut: {
      id: 'lender',
      list: {
        possible: { '$request.response.json': { url: `${url}/list`, method: 'GET', timeout: 0.5, interval: 0.1 } },
        available: { $filter: { items: '$this.possible', filters: [{ key: 'checked_out', operator: '$eq', value: 'false' }] } },
      },
      checkout: { $condition: { then: { '$request.response.json': (request('/checkout', '$iut.id') as { $request: object }).$request }, if: succeeded, else: '$response.json.message' } },
      checkin: { $condition: { then: request('/checkin', '$iut.id'), if: succeeded, else: false } },
      ...more,
    },
  };
}
