/** The word that a query begins with: what it is looked up by in the dataset, or the structure's name (jsontas.md 3.1). */
export function firstWord(query: string): string {
  return /^\$[^\p{L}\p{N}_$!,:-]*([\p{L}\p{N}_$!,:-]+)/u.exec(query)?.[1] ?? '';
}
