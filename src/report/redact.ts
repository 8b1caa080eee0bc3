import type { Results } from './results.js';

// Words of ours; a secret that happens to be one of them must not make the results unreadable.
const words = new Set(['verdict', 'conclusion', 'outcome']);

/** The same results with the secrets taken out of every text: before they are escaped, when a secret still looks like itself. */
export function redacted(results: Results, { redact }: { readonly redact: (text: string) => string }): Results {
  const inAll = (value: unknown): unknown => {
    if (typeof value === 'string') return redact(value);
    if (Array.isArray(value)) return value.map(inAll);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, words.has(name) && typeof member === 'string' ? member : inAll(member)]),
    );
  };
  return inAll(results) as Results;
}
