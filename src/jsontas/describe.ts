import type { HttpAnswer } from '../http/client.js';
import { parseJson } from '../json/parse.js';
import { Headers, ResponseDescription } from './response-description.js';
import type { Value, ValueObject } from './value.js';

/** What `$request` gives for an answer (jsontas.md 8.3): plain members that can be stored. Reads the body. */
export async function describe(answer: HttpAnswer): Promise<ResponseDescription> {
  const { status, headers, url, reason } = answer;
  const type = textOf(headers['content-type']);
  const redirects = headers.location !== undefined;
  const bytes = await answer.bytes();
  return new ResponseDescription(
    Object.entries({
      status_code: status,
      reason,
      headers: headersOf(headers),
      cookies: cookiesOf(headers['set-cookie']),
      content: decode(bytes, type),
      encoding: encodingOf(type),
      is_redirect: redirects && [301, 302, 303, 307, 308].includes(status),
      is_permanent_redirect: redirects && [301, 308].includes(status),
      links: linksOf(textOf(headers.link)),
      ok: status < 400,
      url,
      json: bodyAsJson(bytes, type),
    }),
  );
}

type Header = string | readonly string[] | undefined;

function textOf(header: Header): string {
  return typeof header === 'string' ? header : (header ?? []).join(', ');
}

function headersOf(headers: HttpAnswer['headers']): Headers {
  return new Headers(Object.entries(headers).map(([name, value]) => [name, textOf(value)]));
}

/** Name and value of each; one that is set to be deleted is none. */
function cookiesOf(header: Header): ValueObject {
  const cookies: ValueObject = new Map();
  for (const line of typeof header === 'string' ? [header] : (header ?? [])) {
    const [pair = '', ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    if (equals < 1) continue;
    const name = pair.slice(0, equals).trim();
    const gone = attributes.some((attribute) => {
      const [key = '', value = ''] = attribute.trim().split('=', 2);
      return key.toLowerCase() === 'max-age' && Number(value) <= 0;
    });
    if (gone) cookies.delete(name);
    else cookies.set(name, pair.slice(equals + 1).trim());
  }
  return cookies;
}

function charsetOf(type: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(type)?.[1];
}

function encodingOf(type: string): string | null {
  const [media = ''] = type.split(';');
  return charsetOf(type) ?? (media.includes('text') ? 'ISO-8859-1' : media.includes('application/json') ? 'utf-8' : null);
}

function decode(bytes: Buffer, type: string): string {
  try {
    return new TextDecoder(charsetOf(type) ?? 'utf-8').decode(bytes);
  } catch {
    // A charset that nobody knows.
    return bytes.toString();
  }
}

/** JSON of any JSON media type, with or without a charset; null for what is not JSON. */
function bodyAsJson(bytes: Buffer, type: string): Value {
  if (!/^\s*(?:application|text)\/(?:[\w.!#$&^-]+\+)?json\s*(?:;|$)/i.test(type)) return null;
  try {
    return parseJson(decode(bytes, type), 'body');
  } catch {
    return null;
  }
}

/** `<https://h/2>; rel="next"` as `next: { url, rel }`. A link without rel is known by its URL. */
function linksOf(header: string): ValueObject {
  const links: ValueObject = new Map();
  for (const [, url = '', parameters = ''] of header.matchAll(/<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s;,"']*))*)/g)) {
    const link: ValueObject = new Map([['url', url]]);
    for (const [, name = '', value = ''] of parameters.matchAll(/;\s*([^\s=;,]+)\s*=\s*("[^"]*"|'[^']*'|[^\s;,"']*)/g))
      link.set(name, value.replace(/^["']|["']$/g, ''));
    const rel = link.get('rel');
    links.set(typeof rel === 'string' ? rel : url, link);
  }
  return links;
}
