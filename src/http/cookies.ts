/**
 * The `cookie` header for the address that a redirect leads to: what was sent so far, and what the redirect itself set for this host and path. A login
 * that redirects counts on it.
 * @param sent the header so far
 * @param set the `set-cookie` headers of the redirect
 */
export function carriedOn(
  sent: string | undefined,
  set: readonly string[],
  { from, to }: { readonly from: URL; readonly to: URL },
): string | undefined {
  const cookies = new Map((sent ?? '').split(/;\s*/).filter(Boolean).map(nameAndValue));
  for (const line of set) {
    const [pair = '', ...attributes] = line.split(/\s*;\s*/);
    const [name, value] = nameAndValue(pair);
    const given = new Map(attributes.map(nameAndValue).map(([key, detail]) => [key.toLowerCase(), detail]));
    if (name === '' || !concerns(given, from, to)) continue;
    if (Number(given.get('max-age')?.trim() || 1) <= 0) cookies.delete(name);
    else cookies.set(name, value);
  }
  const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return header === '' ? undefined : header;
}

function nameAndValue(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair.trim(), ''] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}

function concerns(attributes: ReadonlyMap<string, string>, from: URL, to: URL): boolean {
  // A domain of its own would let one host set cookies for another; nobody needs it between two requests.
  if (from.hostname !== to.hostname || (attributes.has('secure') && to.protocol !== 'https:')) return false;
  const given = attributes.get('path') ?? '';
  const path = given.startsWith('/') ? given : from.pathname.slice(0, Math.max(1, from.pathname.lastIndexOf('/')));
  return to.pathname === path || to.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
