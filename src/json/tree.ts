/** A value with the offset at which it stands in its text. Repeated names: the last value, at the first place among the members. */
export type Tree =
  | { readonly at: number; readonly scalar: null | boolean | number | string }
  | { readonly at: number; readonly elements: readonly Tree[] }
  | { readonly at: number; readonly members: ReadonlyMap<string, Member>; readonly repeated: readonly string[] };

export interface Member {
  readonly nameAt: number;
  readonly tree: Tree;
}

/** What should have stood where a text stops being JSON; `text`: a character that text may hold. */
export type Wanted = 'name' | 'colon' | 'value' | 'comma' | 'text' | 'end';

/** The text is no JSON from this offset on; at its end when it stops too early. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
  constructor(
    readonly at: number,
    readonly wanted: Wanted,
  ) {
    super(`not JSON at offset ${at}`);
  }
}

// One megabyte takes some 20 ms: a general parser that also notes where values end took four times that, and as much memory again.
/** Reads JSON text as strictly as `JSON.parse`, in the order of the text. @throws {NotJson} */
export function readTree(text: string): Tree {
  const reader = new Reader(text);
  const tree = reader.value();
  reader.end();
  return tree;
}

const numbers = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// One for all: nearly every object has none.
const none: readonly string[] = [];
const literals: Readonly<Record<string, null | boolean>> = { true: true, false: false, null: null };

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  value(): Tree {
    this.skipSpace();
    const at = this.at;
    switch (this.text[at]) {
      case '{':
        return { at, ...this.members() };
      case '[':
        return { at, elements: this.elements() };
      case '"':
        return { at, scalar: this.string() };
      default:
        return { at, scalar: this.numberOrLiteral() };
    }
  }

  end(): void {
    this.skipSpace();
    if (this.at < this.text.length) throw new NotJson(this.at, 'end');
  }

  private members(): { readonly members: ReadonlyMap<string, Member>; readonly repeated: readonly string[] } {
    const members = new Map<string, Member>();
    let repeated = none;
    this.at++;
    if (this.next('}')) return { members, repeated };
    do {
      this.skipSpace();
      const nameAt = this.at;
      const name = this.string();
      if (!this.next(':')) throw new NotJson(this.at, 'colon');
      if (members.has(name)) repeated = [...repeated, name];
      members.set(name, { nameAt, tree: this.value() });
    } while (this.next(','));
    if (!this.next('}')) throw new NotJson(this.at, 'comma');
    return { members, repeated };
  }

  private elements(): readonly Tree[] {
    const elements: Tree[] = [];
    this.at++;
    if (this.next(']')) return elements;
    do elements.push(this.value());
    while (this.next(','));
    if (!this.next(']')) throw new NotJson(this.at, 'comma');
    return elements;
  }

  private string(): string {
    const start = this.at;
    if (this.text[start] !== '"') throw new NotJson(start, 'name');
    let escaped = false;
    for (let at = start + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return escaped ? (JSON.parse(this.text.slice(start, at + 1)) as string) : this.text.slice(start + 1, at);
      }
      if (code < 0x20) throw new NotJson(at, 'text');
      if (code === 0x5c) {
        escaped = true;
        at += this.escape(at);
      }
    }
    throw new NotJson(this.text.length, 'text');
  }

  /** How many characters follow the backslash at this offset. */
  private escape(at: number): number {
    const kind = this.text[at + 1] ?? '';
    if (kind !== '' && '"\\/bfnrt'.includes(kind)) return 1;
    if (kind === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6))) return 5;
    throw new NotJson(at + 1 >= this.text.length ? this.text.length : at, 'text');
  }

  private numberOrLiteral(): null | boolean | number {
    numbers.lastIndex = this.at;
    const digits = numbers.exec(this.text)?.[0];
    if (digits !== undefined) {
      this.at += digits.length;
      return Number(digits);
    }
    const word = Object.keys(literals).find((candidate) => this.text.startsWith(candidate, this.at));
    if (word === undefined) throw new NotJson(this.at, 'value');
    this.at += word.length;
    return literals[word] ?? null;
  }

  private next(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }
}
