import type { StartCall } from './tracker.js';

/**
 * The token in a request's Authorization; undefined when it has none. A variable that is not set stays in it as the provider names it
 * (`$environment.KUBERNETES_TOKEN`), which is no token.
 */
export function bearerIn(headers: StartCall['headers'] = {}): string | undefined {
  const [, authorization = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  const token = authorization.replace(/^(?:Bearer|token)(?:\s+|$)/i, '').trim();
  return token === '' || token.startsWith('$') ? undefined : token;
}
