import type { Prepared } from './prepare.js';

/**
 * The request that a redirect asks for (jsontas.md 8.2): 303 and 302 make GET of every method but HEAD, 301 makes GET of POST, and those lose
 * their body, as does a PUT kept at 301; 307 and 308 keep method and body. Credentials stay with the origin for which they were given.
 * @returns nothing when the answer is no redirect
 */
export function redirected(request: Prepared, status: number, location: string | undefined): Prepared | undefined {
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  const url = new URL(location, request.url);
  // Who follows a link keeps the place that was asked for, unless the link names one.
  if (url.hash === '') url.hash = request.url.hash;
  const { body, length, auth, headers, ...rest } = request;
  const keepsBody = status === 307 || status === 308;
  const toGet = keepsBody ? false : status === 301 ? request.method === 'POST' : request.method !== 'HEAD';
  const trusted = mayKnow(request.url, url);
  const kept = Object.entries(headers).filter(
    ([name]) => (trusted || !secret.test(name)) && (keepsBody || !ofBody.has(name)) && name !== 'host',
  );
  return {
    ...rest,
    url,
    method: toGet ? 'GET' : request.method,
    headers: Object.fromEntries(kept),
    ...(keepsBody && body !== undefined && { body }),
    ...(keepsBody && length !== undefined && { length }),
    ...(trusted && auth && { auth }),
  };
}

/** The same origin, or the same host after an upgrade from port 80 to TLS on port 443. */
function mayKnow(from: URL, to: URL): boolean {
  const upgraded = from.protocol === 'http:' && from.port === '' && to.protocol === 'https:' && to.port === '';
  return from.origin === to.origin || (upgraded && from.hostname === to.hostname);
}

const secret = /^(authorization|proxy-authorization|cookie)$|token|secret|password|credential|api-?key|-art-api$/;
const ofBody = new Set(['content-length', 'content-type', 'content-encoding', 'transfer-encoding', 'expect']);
