import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Readable } from 'node:stream';
import { InvalidInput } from '../host/errors.js';
import type { HttpRequest } from './client.js';
import { parseUrl, percentDecode, printUrl } from './url.js';

/** A request that can be sent: names of headers in lower case, credentials taken out of the URL. */
export interface Prepared {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | (() => Readable);
  readonly length?: number;
  readonly auth?: NonNullable<HttpRequest['auth']>;
  readonly once?: boolean;
}

/** Reads what was asked for and adds the headers every request has. @throws {InvalidInput} when it can be sent nowhere */
export function prepare({ method, url: address, headers = {}, body, length, auth, once }: HttpRequest): Prepared {
  const url = parseUrl(String(address));
  const own = credentialsIn(url);
  const credentials = auth ?? own;
  // A method that no server knows is its business; one that cannot stand in a request line is ours.
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(method)) throw new InvalidInput(`${JSON.stringify(method)} is no HTTP method`, 'GET, POST and PUT are');
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    method: method.toUpperCase(),
    url,
    headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'etos-action', ...lowerCased(headers, url) },
    ...(bytes !== undefined && { body: bytes }),
    ...(length !== undefined && { length }),
    ...(credentials && { auth: credentials }),
    ...(once && { once }),
  };
}

function lowerCased(headers: Readonly<Record<string, string>>, url: URL): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      try {
        validateHeaderName(name);
        validateHeaderValue(name, value);
      } catch {
        // Not the value: it may be a token with a newline at its end.
        throw new InvalidInput(
          `request to ${printUrl(url)}: the header ${JSON.stringify(name)} cannot be sent`,
          'Names are letters, digits and "-"; values are one line of Latin-1 text. A newline at the end of a token is the usual cause',
        );
      }
      return [name.toLowerCase(), value];
    }),
  );
}

/** `https://user:password@host/` gives its credentials to the header, and the URL is without them from here on. */
function credentialsIn(url: URL): HttpRequest['auth'] {
  const { username, password } = url;
  if (username === '' && password === '') return undefined;
  url.username = '';
  url.password = '';
  return { type: 'basic', username: percentDecode(username), password: percentDecode(password) };
}
