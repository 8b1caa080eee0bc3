import { discard } from './answer.js';
import type { HttpAnswer } from './client.js';
import { answerChallenge, findChallenge, type Challenge } from './digest.js';
import type { Prepared } from './prepare.js';

type Send = (request: Prepared) => Promise<HttpAnswer>;

/**
 * Sends requests with the credentials they have. Basic goes with the first message. Digest answers a challenge, and the next request to the
 * same place answers that challenge again, so that a large upload is sent once and not twice.
 */
export function createAuthorizer(): (request: Prepared, send: Send) => Promise<HttpAnswer> {
  const challenges = new Map<string, { readonly challenge: Challenge; uses: number }>();
  return async (request, send) => {
    const { auth } = request;
    if (!auth) return send(request);
    if (auth.type === 'basic') return send(withAuthorization(request, basic(auth)));
    const place = `${request.url.origin} ${auth.username}`;
    const answered = (): Prepared => {
      const known = challenges.get(place);
      if (!known) return request;
      const { method, url } = request;
      return withAuthorization(request, answerChallenge(known.challenge, auth, { method, uri: url.pathname + url.search }, ++known.uses));
    };
    const before = challenges.get(place)?.challenge;
    const first = await send(answered());
    const challenge = first.status === 401 ? findChallenge(String(first.headers['www-authenticate'] ?? '')) : undefined;
    // The same nonce again, not stale: it is the password that is refused.
    if (!challenge || (challenge.nonce === before?.nonce && !challenge.stale)) return first;
    challenges.set(place, { challenge, uses: 0 });
    await discard(first);
    return send(answered());
  };
}

function withAuthorization(request: Prepared, value: string): Prepared {
  return { ...request, headers: { ...request.headers, authorization: value } };
}

function basic({ username, password }: NonNullable<Prepared['auth']>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
