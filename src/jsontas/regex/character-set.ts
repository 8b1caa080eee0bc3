import { spellings } from './letter-case.js';

/** What one item of a set lets pass. */
export type Item = { readonly from: number; readonly to: number } | { readonly category: Category; readonly ascii: boolean };
/** `\d`, `\s`, `\w` and their opposites. */
export type Category = 'd' | 'D' | 's' | 'S' | 'w' | 'W';

/** A set of characters, as one literal, `.`, a category or a bracket expression has it. */
export class CharacterSet {
  // Nearly all that is matched is ASCII: one look into a table.
  readonly #ascii = new Uint8Array(128);

  constructor(
    readonly items: readonly Item[],
    readonly negative = false,
    /** Compares letters whatever their case; ASCII letters only when it is `ascii`. */
    readonly ignoreCase: false | 'unicode' | 'ascii' = false,
  ) {
    for (let code = 0; code < 128; code++) this.#ascii[code] = this.#test(code) ? 1 : 0;
  }

  has(code: number): boolean {
    return code < 128 ? this.#ascii[code] === 1 : this.#test(code);
  }

  #test(code: number): boolean {
    const codes = this.ignoreCase === false ? [code] : spellings(code, this.ignoreCase === 'ascii');
    return codes.some((one) => this.items.some((item) => holds(item, one))) !== this.negative;
  }
}

function holds(item: Item, code: number): boolean {
  return 'category' in item ? isOf(item.category, code, item.ascii) : code >= item.from && code <= item.to;
}

/** Whether a character belongs to a category, in all scripts or in ASCII alone. */
export function isOf(category: Category, code: number, ascii: boolean): boolean {
  const positive = category.toLowerCase() as 'd' | 's' | 'w';
  return (ascii ? asciiCategories : categories)[positive].test(String.fromCodePoint(code)) === (positive === category);
}

const categories = {
  d: /^\p{Nd}$/u,
  w: /^[\p{L}\p{N}_]$/u,
  // Python's white space: U+001C to U+001F and U+0085 are, U+FEFF is not.
  s: new RegExp(String.raw`^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$`, 'u'),
} as const;

const asciiCategories = { d: /^[0-9]$/, w: /^[A-Za-z0-9_]$/, s: /^[\t-\r ]$/ } as const;
