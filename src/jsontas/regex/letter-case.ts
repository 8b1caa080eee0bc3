/** Every character that is the same letter as this one, itself first: `k`, `K` and the Kelvin sign. */
export function spellings(code: number, ascii: boolean): readonly number[] {
  if (ascii) return code < 128 ? [...new Set([code, codeOf(textOf(code).toLowerCase()), codeOf(textOf(code).toUpperCase())])] : [code];
  if (code < 128 && !/[A-Za-z]/.test(textOf(code))) return [code];
  return [code, ...(families().get(fold(code)) ?? []).filter((other) => other !== code)];
}

/** One letter for all its spellings. */
export function fold(code: number): number {
  // What becomes several letters (the sharp s) is only its own spelling.
  const upper = textOf(code).toUpperCase();
  const base = upper.length === textOf(codeOf(upper)).length ? upper : textOf(code);
  return codeOf(base.toLowerCase());
}

/** In lower case, as Python has it for one character. */
export function lower(code: number): number {
  return codeOf(textOf(code).toLowerCase());
}

let known: ReadonlyMap<number, readonly number[]> | undefined;

/** Which characters fold to one: made when first asked for, in some 20 ms. */
function families(): ReadonlyMap<number, readonly number[]> {
  if (known) return known;
  const byFold = new Map<number, number[]>();
  for (let code = 0; code < lastCased; code++) {
    if (code === 0x3000) code = 0xa640; // None of the scripts between has letter case.
    if (code === 0xac00) code = 0xfb00;
    const base = fold(code);
    if (base === code && textOf(code).toUpperCase() === textOf(code)) continue;
    byFold.set(base, [...(byFold.get(base) ?? []), code]);
  }
  return (known = byFold);
}

const lastCased = 0x1e944;

function textOf(code: number): string {
  return String.fromCodePoint(code);
}

function codeOf(text: string): number {
  return text.codePointAt(0) as number;
}
