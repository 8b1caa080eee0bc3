/**
 * What an answer of the API says of itself: `detail`, as text or as the list that FastAPI makes (etos.md 1.2). Undefined: it says nothing.
 */
export function detailIn(text: string): string | undefined {
  let detail: unknown;
  try {
    detail = (JSON.parse(text) as { readonly detail?: unknown } | null)?.detail;
  } catch {
    return undefined;
  }
  if (typeof detail === 'string' && detail !== '') return detail;
  if (!Array.isArray(detail)) return undefined;
  const messages = (detail as readonly (Readonly<Record<string, unknown>> | null)[]).flatMap((one) => {
    if (typeof one?.msg !== 'string') return [];
    // Where in the body: `body` itself says nothing.
    const place = Array.isArray(one.loc)
      ? one.loc.filter((part) => (typeof part === 'string' && part !== 'body') || typeof part === 'number').join('.')
      : '';
    const message = one.msg.replace(/^Value error, /, '');
    return [place === '' ? message : `${place}: ${message}`];
  });
  return messages.length === 0 ? undefined : messages.join('; ');
}
