import { InvalidInput } from '../host/errors.js';

/**
 * An absolute `http:` or `https:` URL. Characters that a URL may not hold, also those that WHATWG's parser lets pass, are percent-encoded in
 * UTF-8 (jsontas.md 8.2); a percent sign that starts no escape is one of them.
 * @throws {InvalidInput}
 */
export function parseUrl(text: string): URL {
  const legal = percentEncode(text.trim(), /[!#$%&'()*+,/:;=?@[\]~\w.-]/).replace(/%(?![0-9a-f]{2})/gi, '%25');
  const url = URL.canParse(legal) ? new URL(legal) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return url;
  throw new InvalidInput(
    `${JSON.stringify(withoutCredentials(text))} cannot be requested: expected an absolute URL such as https://example.com/path`,
    'The URL must start with http:// or https:// and name a host',
  );
}

/** An address for people and logs: without what may be secret in it, the user's name, the password and the query. */
export function printUrl(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}

/** What was meant to be an address, or text around one, for messages that must not repeat a password. */
export function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^\s/"?#]*@/g, '://***@');
}

/** Percent-encodes, in UTF-8, every character that does not match. */
export function percentEncode(text: string, legal: RegExp): string {
  return Array.from(text, (character) => (legal.test(character) ? character : escapes(character))).join('');
}

/** What percent-encoded text says; text that nobody encoded so, or not in UTF-8, as it stands. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escapes(character: string): string {
  // A Buffer makes U+FFFD of half a surrogate pair, where encodeURIComponent throws.
  return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
