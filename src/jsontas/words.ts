// Letters and digits of any script; combining marks separate, as do dots, brackets, slashes and spaces (jsontas.md 3.1).
const word = /[$\-\p{L}\p{N}_!,:]+/gu;

/** The words of a query's text, its leading `$` left out. Queries come again and again, so the last few thousand are remembered. */
export function wordsOf(query: string): readonly string[] {
  const known = remembered.get(query);
  if (known) return known;
  const words = query.slice(1).match(word) ?? [];
  if (remembered.size >= 4096) remembered.clear();
  remembered.set(query, words);
  return words;
}

const remembered = new Map<string, readonly string[]>();
