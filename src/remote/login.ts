import { InvalidInput } from '../host/errors.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** As whom a deployment is asked: header fields, and the secrets in them for the log. */
export interface Login {
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/**
 * ETOS knows no logins, the proxies before it do: a user's name and password, or a token, from the variables of the process. They are sent to the
 * deployment's own address alone.
 * @throws {InvalidInput} both are given, or half of one
 */
export function loginFrom({
  ETOS_CLUSTER_TOKEN: token,
  ETOS_CLUSTER_USERNAME: username,
  ETOS_CLUSTER_PASSWORD: password,
}: Variables): Login {
  if (token && (username || password))
    throw new InvalidInput(
      'ETOS_CLUSTER_TOKEN is set, and ETOS_CLUSTER_USERNAME or ETOS_CLUSTER_PASSWORD, too',
      'Set the token, or name and password',
    );
  if (Boolean(username) !== Boolean(password))
    throw new InvalidInput(
      `${username ? 'ETOS_CLUSTER_PASSWORD' : 'ETOS_CLUSTER_USERNAME'} is not set, though ${username ? 'ETOS_CLUSTER_USERNAME' : 'ETOS_CLUSTER_PASSWORD'} is`,
      'A deployment behind a login needs both',
    );
  if (token) return { headers: { authorization: `Bearer ${token}` }, secrets: [token] };
  if (!username || !password) return { headers: {}, secrets: [] };
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return { headers: { authorization: `Basic ${basic}` }, secrets: [password, basic] };
}
