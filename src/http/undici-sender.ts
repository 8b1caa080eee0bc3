import type { SecureContextOptions } from 'node:tls';
import { Agent, ProxyAgent, request, type Dispatcher } from 'undici';
import type { Sender } from './sender.js';

/** What Node's TLS is told beyond its own. */
export type TlsOptions = Pick<SecureContextOptions, 'ca' | 'cert' | 'key'> & {
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
};

/**
 * Everything that Node's own client does not do: TLS with further CAs, and proxies. This file is imported when it is needed first: undici
 * takes some 60 ms to load.
 * @param proxyFor the proxy for an address, none for a direct connection
 */
export function createUndiciSender(proxyFor: (url: URL) => URL | undefined, tls: TlsOptions): Sender {
  // The client above measures silence itself, the whole way; zero switches undici's own limits off.
  const limits = { headersTimeout: 0, bodyTimeout: 0 };
  const { cert: _cert, key: _key, servername: _servername, ...proxyTls } = tls;
  const dispatchers = new Map<string, Dispatcher>();
  const dispatcherFor = (url: URL, once: boolean): Dispatcher => {
    const proxy = proxyFor(url);
    const key = `${once} ${proxy?.href ?? ''}`;
    // Without pipelining undici keeps no connection.
    const keeping = once ? { pipelining: 0 } : {};
    const dispatcher =
      dispatchers.get(key) ??
      (proxy
        ? // Proxies commonly refuse CONNECT to port 80: an http: target is asked for in absolute form.
          new ProxyAgent({ ...limits, ...keeping, uri: proxy.href, proxyTunnel: false, requestTls: tls, proxyTls })
        : new Agent({ ...limits, ...keeping, connect: { ...tls, timeout: 0 } }));
    dispatchers.set(key, dispatcher);
    return dispatcher;
  };
  return {
    async send({ method, url, headers, body, once = false }, signal) {
      const answer = await request(url, {
        method,
        headers,
        body: body ?? null,
        signal,
        dispatcher: dispatcherFor(url, once),
      });
      return { status: answer.statusCode, reason: answer.statusText, headers: answer.headers, body: answer.body };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}
