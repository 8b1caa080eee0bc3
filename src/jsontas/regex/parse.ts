import { CharacterSet, type Category, type Item } from './character-set.js';
import { characterNamed } from './character-names.js';
import { widthOf, type Node, type Place } from './node.js';

export interface Pattern {
  readonly root: Node;
  readonly groups: number;
  /** Whether what a group matched decides about what follows. */
  readonly remembers: boolean;
}

/** Reads a pattern as Python 3.11 does (jsontas.md 11.4). @throws {SyntaxError} for what Python refuses, and for a `\N{…}` of unknown name */
export function parsePattern(text: string): Pattern {
  return new Parser(text).pattern();
}

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
  readonly a: boolean;
}

const noFlags: Flags = { i: false, m: false, s: false, x: false, a: false };
const mostRepeats = 4_294_967_295;
const mostGroups = 1_073_741_823;
const deepest = 200;
const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const anything: Item = { from: 0, to: 0x10ffff };

class Parser {
  readonly #codes: readonly string[];
  #at = 0;
  #groups = 1;
  #depth = 0;
  #remembers = false;
  #global: Flags = noFlags;
  readonly #names = new Map<string, number>();
  readonly #open = new Set<number>();
  readonly #widths = new Map<number, readonly [number, number]>();
  /** How many groups there were when the outermost look-behind began; references to later ones cannot be inside it. */
  #beforeLookBehind: number | undefined;
  readonly #conditions: number[] = [];

  constructor(text: string) {
    this.#codes = [...text];
  }

  pattern(): Pattern {
    let root: Node;
    try {
      root = this.#choice(noFlags, true);
    } catch (error) {
      if (!(error instanceof Verbose)) throw error;
      // Blanks before a (?x) at the start were read as literals.
      const again = new Parser(this.#codes.join(''));
      again.#global = { ...noFlags, x: true };
      return again.pattern();
    }
    if (this.#at < this.#codes.length) throw new SyntaxError('unbalanced parenthesis');
    if (this.#conditions.some((number) => number >= this.#groups)) throw new SyntaxError('invalid group reference');
    return { root, groups: this.#groups, remembers: this.#remembers };
  }

  #peek(): string | undefined {
    return this.#codes[this.#at];
  }

  #take(): string | undefined {
    return this.#codes[this.#at++];
  }

  #skip(text: string): boolean {
    if (this.#peek() !== text) return false;
    this.#at++;
    return true;
  }

  #while(test: RegExp, most = Infinity): string {
    let text = '';
    while (text.length < most && this.#peek() !== undefined && test.test(this.#peek() as string)) text += this.#take();
    return text;
  }

  #until(end: string, what: string): string {
    let text = '';
    for (;;) {
      const next = this.#take();
      if (next === undefined) throw new SyntaxError(`missing ${end}, unterminated ${what}`);
      if (next === end) break;
      text += next;
    }
    if (text === '') throw new SyntaxError(`missing ${what}`);
    return text;
  }

  #choice(flags: Flags, first = false): Node {
    if (++this.#depth > deepest) throw new SyntaxError('nested too deeply');
    const branches = [this.#sequence(flags, first)];
    while (this.#skip('|')) branches.push(this.#sequence(flags, false));
    this.#depth--;
    return branches.length === 1 ? (branches[0] as Node) : { kind: 'choice', branches };
  }

  #sequence(given: Flags, first: boolean): Node {
    const parts: Node[] = [];
    let flags = first ? merge(given, this.#global) : given;
    for (;;) {
      const next = this.#peek();
      if (next === undefined || next === '|' || next === ')') break;
      this.#at++;
      if (flags.x && /[ \t\n\r\v\f]/.test(next)) continue;
      if (flags.x && next === '#') {
        while (this.#peek() !== undefined && this.#take() !== '\n');
        continue;
      }
      if (next === '(') {
        const node = this.#group(flags, first && parts.length === 0);
        if (node === 'flags') flags = merge(flags, this.#global);
        else if (node) parts.push(node);
      } else if ('*+?{'.includes(next)) this.#repeat(next, parts, flags);
      else parts.push(this.#simple(next, flags));
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'sequence', parts };
  }

  #simple(next: string, flags: Flags): Node {
    if (next === '.') return { kind: 'set', set: flags.s ? new CharacterSet([anything]) : new CharacterSet([{ from: 10, to: 10 }], true) };
    if (next === '^') return at(flags.m ? 'lineStart' : 'start', flags);
    if (next === '$') return at(flags.m ? 'lineEnd' : 'lastLine', flags);
    if (next === '[') return this.#set(flags);
    if (next === '\\') return this.#escape(flags);
    return literal(next.codePointAt(0) as number, flags);
  }

  #repeat(sign: string, parts: Node[], flags: Flags): void {
    const bounds = sign === '{' ? this.#bounds() : sign === '*' ? [0, Infinity] : sign === '+' ? [1, Infinity] : [0, 1];
    if (!bounds) {
      parts.push(literal(0x7b, flags));
      return;
    }
    const [min = 0, max = 0] = bounds;
    const body = parts.pop();
    if (!body || body.kind === 'at') throw new SyntaxError('nothing to repeat');
    if (body.kind === 'repeat') throw new SyntaxError('multiple repeat');
    const way = this.#skip('?') ? 'lazy' : this.#skip('+') ? 'possessive' : 'greedy';
    parts.push({ kind: 'repeat', body, min, max, way });
  }

  /** `{2}`, `{2,}`, `{,3}`, `{2,3}`; nothing when the brace is a literal one. */
  #bounds(): readonly [number, number] | undefined {
    const start = this.#at;
    if (this.#peek() === '}') return undefined;
    const low = this.#while(/[0-9]/);
    const high = this.#skip(',') ? this.#while(/[0-9]/) : low;
    if (!this.#skip('}')) {
      this.#at = start;
      return undefined;
    }
    const min = low === '' ? 0 : Number(low);
    const max = high === '' ? Infinity : Number(high);
    if (min >= mostRepeats || (max !== Infinity && max >= mostRepeats)) throw new SyntaxError('the repetition number is too large');
    if (max < min) throw new SyntaxError('min repeat greater than max repeat');
    return [min, max];
  }

  #group(flags: Flags, atStart: boolean): Node | 'flags' | undefined {
    if (!this.#skip('?')) return this.#capture(undefined, flags);
    const sign = this.#take();
    switch (sign) {
      case undefined:
        throw new SyntaxError('unexpected end of pattern');
      case 'P':
        if (this.#skip('<')) return this.#capture(this.#name('>'), flags);
        if (this.#skip('=')) return this.#reference(this.#named(this.#name(')')), flags);
        throw new SyntaxError('unknown extension');
      case ':':
        return this.#closed(group(this.#choice(flags)));
      case '#':
        while (this.#take() !== ')') if (this.#peek() === undefined) throw new SyntaxError('missing ), unterminated comment');
        return undefined;
      case '>':
        return this.#closed({ kind: 'atomic', body: this.#choice(flags) });
      case '=':
      case '!':
        return this.#look(sign, false, flags);
      case '<': {
        const direction = this.#take();
        if (direction === '=' || direction === '!') return this.#look(direction, true, flags);
        throw new SyntaxError(direction === undefined ? 'unexpected end of pattern' : 'unknown extension');
      }
      case '(':
        return this.#conditional(flags);
      default:
        if (/[aiLmsux-]/.test(sign)) return this.#flags(sign, flags, atStart);
        throw new SyntaxError('unknown extension');
    }
  }

  #capture(name: string | undefined, flags: Flags): Node {
    const number = this.#groups++;
    if (name !== undefined) {
      if (this.#names.has(name)) throw new SyntaxError('redefinition of group name');
      this.#names.set(name, number);
    }
    this.#open.add(number);
    const body = this.#choice(flags);
    this.#closed(body);
    this.#open.delete(number);
    this.#widths.set(number, widthOf(body, this.#widths));
    return { kind: 'group', number, body };
  }

  #closed<T>(node: T): T {
    if (!this.#skip(')')) throw new SyntaxError('missing ), unterminated subpattern');
    return node;
  }

  #look(sign: '=' | '!', behind: boolean, flags: Flags): Node {
    const outermost = behind && this.#beforeLookBehind === undefined;
    if (outermost) this.#beforeLookBehind = this.#groups;
    const body = this.#closed(this.#choice(flags));
    if (outermost) this.#beforeLookBehind = undefined;
    const [least, most] = behind ? widthOf(body, this.#widths) : [0, 0];
    if (least !== most) throw new SyntaxError('look-behind requires fixed-width pattern');
    return { kind: 'look', body, behind, negative: sign === '!', width: least };
  }

  #conditional(flags: Flags): Node {
    const name = this.#until(')', 'group name');
    const number = /^[0-9]+$/.test(name) ? Number(name) : this.#named(identifier(name));
    if (number === 0 || number >= mostGroups) throw new SyntaxError('bad group number');
    this.#checkLookBehind(number);
    this.#conditions.push(number);
    this.#remembers = true;
    const yes = this.#sequence(flags, false);
    const no: Node = this.#skip('|') ? this.#sequence(flags, false) : { kind: 'sequence', parts: [] };
    if (this.#peek() === '|') throw new SyntaxError('conditional backref with more than two branches');
    return this.#closed({ kind: 'conditional', number, yes, no });
  }

  #flags(sign: string, flags: Flags, atStart: boolean): Node | 'flags' {
    this.#at--;
    const on = this.#while(/[A-Za-z]/);
    const off = this.#skip('-') ? this.#while(/[A-Za-z]/) : undefined;
    const end = this.#take();
    for (const flag of on + (off ?? '')) if (!'aiLmsux'.includes(flag)) throw new SyntaxError('unknown flag');
    if (on.includes('L') || (on.includes('a') && on.includes('u'))) throw new SyntaxError('bad inline flags');
    if (off !== undefined && (off === '' || /[aLu]/.test(off) || [...off].some((flag) => on.includes(flag))))
      throw new SyntaxError('bad inline flags');
    const changed: Flags = {
      i: (flags.i || on.includes('i')) && !off?.includes('i'),
      m: (flags.m || on.includes('m')) && !off?.includes('m'),
      s: (flags.s || on.includes('s')) && !off?.includes('s'),
      x: (flags.x || on.includes('x')) && !off?.includes('x'),
      a: (flags.a || on.includes('a')) && !on.includes('u'),
    };
    if (end === ':') return this.#closed(group(this.#choice(changed)));
    if (end !== ')' || off !== undefined) throw new SyntaxError('missing - or : after inline flags');
    if (!atStart) throw new SyntaxError('global flags not at the start of the expression');
    if (sign !== '' && changed.x && !flags.x) throw new Verbose();
    if (changed.a && on.includes('u')) throw new SyntaxError('ASCII and UNICODE flags are incompatible');
    this.#global = changed;
    return 'flags';
  }

  #name(end: string): string {
    return identifier(this.#until(end, 'group name'));
  }

  #named(name: string): number {
    const number = this.#names.get(name);
    if (number === undefined) throw new SyntaxError(`unknown group name ${name}`);
    return number;
  }

  #reference(number: number, flags: Flags): Node {
    if (number >= this.#groups) throw new SyntaxError(`invalid group reference ${number}`);
    if (this.#open.has(number)) throw new SyntaxError('cannot refer to an open group');
    this.#checkLookBehind(number);
    this.#remembers = true;
    return { kind: 'reference', number, ignoreCase: flags.i, ascii: flags.a };
  }

  #checkLookBehind(number: number): void {
    if (this.#beforeLookBehind === undefined) return;
    if (this.#open.has(number)) throw new SyntaxError('cannot refer to an open group');
    if (number >= this.#beforeLookBehind) throw new SyntaxError('cannot refer to group defined in the same lookbehind subpattern');
  }

  #escape(flags: Flags): Node {
    const next = this.#take();
    if (next === undefined) throw new SyntaxError('bad escape (end of pattern)');
    if (next === 'A') return at('start', flags);
    if (next === 'Z') return at('end', flags);
    if (next === 'b') return at('boundary', flags);
    if (next === 'B') return at('notBoundary', flags);
    if (isCategory(next)) return { kind: 'set', set: new CharacterSet([{ category: next, ascii: flags.a }]) };
    if (/[1-9]/.test(next)) {
      let digits = next;
      if (/[0-9]/.test(this.#peek() ?? '')) {
        digits += this.#take();
        if (/^[0-7]{2}$/.test(digits) && /[0-7]/.test(this.#peek() ?? '')) return literal(octal(digits + this.#take()), flags);
      }
      return this.#reference(Number(digits), flags);
    }
    if (next === '0') return literal(octal(next + this.#while(/[0-7]/, 2)), flags);
    return literal(this.#character(next), flags);
  }

  /** The character of an escape that means the same inside and outside of a set. */
  #character(next: string): number {
    const hexadecimal = { x: 2, u: 4, U: 8 }[next];
    if (hexadecimal !== undefined) {
      const digits = this.#while(/[0-9a-fA-F]/, hexadecimal);
      const code = parseInt(digits, 16);
      if (digits.length !== hexadecimal || code > 0x10ffff) throw new SyntaxError(`incomplete escape \\${next}${digits}`);
      return code;
    }
    if (next === 'N') {
      if (!this.#skip('{')) throw new SyntaxError('missing {');
      return characterNamed(this.#until('}', 'character name'));
    }
    if (Object.hasOwn(escapes, next)) return escapes[next] as number;
    if (/[A-Za-z0-9]/.test(next)) throw new SyntaxError(`bad escape \\${next}`);
    return next.codePointAt(0) as number;
  }

  #set(flags: Flags): Node {
    const items: Item[] = [];
    const negative = this.#skip('^');
    for (;;) {
      if (items.length > 0 && this.#skip(']')) break;
      const low = this.#member(flags);
      if (this.#peek() !== '-' || this.#codes[this.#at + 1] === ']') {
        items.push(low);
        continue;
      }
      this.#at++;
      const high = this.#member(flags);
      if ('category' in low || 'category' in high || high.from < low.from) throw new SyntaxError('bad character range');
      items.push({ from: low.from, to: high.to });
    }
    return { kind: 'set', set: new CharacterSet(items, negative, ignoring(flags)) };
  }

  #member(flags: Flags): Item {
    const next = this.#take();
    if (next === undefined) throw new SyntaxError('unterminated character set');
    if (next !== '\\') return single(next.codePointAt(0) as number);
    const escaped = this.#take();
    if (escaped === undefined) throw new SyntaxError('unterminated character set');
    if (isCategory(escaped)) return { category: escaped, ascii: flags.a };
    if (/[0-7]/.test(escaped)) return single(octal(escaped + this.#while(/[0-7]/, 2)));
    return single(this.#character(escaped));
  }
}

/** A (?x) was met that also governs what stands before it. */
class Verbose extends Error {}

/** What stands in brackets may be repeated, also where it alone could not. */
function group(node: Node): Node {
  return node.kind === 'at' || node.kind === 'repeat' ? { kind: 'sequence', parts: [node] } : node;
}

function merge(one: Flags, other: Flags): Flags {
  return { i: one.i || other.i, m: one.m || other.m, s: one.s || other.s, x: one.x || other.x, a: one.a || other.a };
}

function at(place: Place, { a }: Flags): Node {
  return { kind: 'at', place, ascii: a };
}

function literal(code: number, flags: Flags): Node {
  return { kind: 'set', set: new CharacterSet([single(code)], false, ignoring(flags)) };
}

function single(code: number): { readonly from: number; readonly to: number } {
  return { from: code, to: code };
}

function ignoring({ i, a }: Flags): false | 'unicode' | 'ascii' {
  return !i ? false : a ? 'ascii' : 'unicode';
}

function isCategory(letter: string): letter is Category {
  return /^[dDsSwW]$/.test(letter);
}

function octal(digits: string): number {
  const code = parseInt(digits, 8);
  if (code > 0o377) throw new SyntaxError(`octal escape value \\${digits} outside of range 0-0o377`);
  return code;
}

function identifier(name: string): string {
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) throw new SyntaxError(`bad character in group name ${name}`);
  return name;
}
