import { closest, distance } from 'fastest-levenshtein';

/**
 * The known word that somebody probably meant, or undefined when none is near: `COMAND` gives `COMMAND`. Letter case costs nothing,
 * and about one slip in three letters is forgiven; two letters in each other's place are one slip.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const folded = word.toLowerCase();
  // Those that are shorter by more letters than are forgiven need no comparison: a word may be as long as somebody likes.
  const near = known.filter((candidate) => candidate.length * 1.5 + 1 >= folded.length);
  const byFolded = new Map(near.map((candidate) => [candidate.toLowerCase(), candidate]));
  if (byFolded.size === 0) return undefined;
  const best = closest(folded, [...byFolded.keys()]);
  const allowed = Math.max(1, Math.floor(Math.max(folded.length, best.length) / 3));
  const slips = distance(folded, best);
  return slips <= allowed || (slips === 2 && lettersOf(folded) === lettersOf(best)) ? byFolded.get(best) : undefined;
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}

/** ` Did you mean COMMAND?` with the leading space, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined || meant === word ? '' : ` Did you mean ${meant}?`;
}
