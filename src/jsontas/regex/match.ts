import { isOf } from './character-set.js';
import { compile, type Program, type Step } from './compile.js';
import { fold, lower } from './letter-case.js';
import { clausesOf, type Clause } from './literals.js';
import { parsePattern, type Pattern } from './parse.js';

/**
 * Whether a pattern matches at the start of a text, as Python's `re.match` (jsontas.md 11.4). It never takes long: patterns are matched by trying and
 * going back, and when that does not end soon, once more with a memory of what has failed, which makes the effort linear in the length of the text
 * and of the pattern. Patterns with back references and conditional groups cannot have such a memory; they are given up after some 20 million steps,
 * a fraction of a second.
 * @throws {SyntaxError} when Python would refuse the pattern
 * @throws {TooLong} when it was given up
 */
export function matchesAtStart(pattern: string, text: string): boolean {
  const compiled = compiledOf(pattern);
  if (!mayMatch(compiled, text)) return false;
  const subject = subjectOf(text);
  if (compiled.pattern.remembers) return new Machine(compiled.program, subject, hopeless).matches();
  try {
    return new Machine(compiled.program, subject, 20_000 + 20 * subject.length).matches();
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    compiled.linear ??= compile(compiled.pattern.root, { groups: 0, linear: true });
    return new Machine(compiled.linear, subject, hopeless, true).matches();
  }
}

/** What a pattern has found: the text of the whole match, and of its groups; undefined for one that took no part. */
export interface Found {
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
}

/**
 * The first match of a pattern anywhere in a text, as Python's `re.search`. What takes longer than a few milliseconds is not found: groups need a
 * memory of their own for each way, so that the effort would not be linear.
 * @throws {SyntaxError} when Python would refuse the pattern
 */
export function search(pattern: string, text: string): Found | undefined {
  const compiled = compiledOf(pattern);
  if (!mayMatch(compiled, text)) return undefined;
  const { pattern: parsed, program } = compiled;
  const subject = subjectOf(text);
  const machine = new Machine(program, subject, 100_000 + 100 * subject.length);
  try {
    for (let from = 0; from <= subject.length; from++) {
      const end = machine.endOfMatch(from);
      if (end < 0) continue;
      const between = (one: number, other: number): string | undefined => (one < 0 || other < 0 ? undefined : subject.slice(one, other));
      const groups = Array.from({ length: parsed.groups - 1 }, (_, n) => between(...machine.group(n + 1)));
      return { text: subject.slice(from, end), groups };
    }
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
  }
  return undefined;
}

/** Refuses a pattern that Python would refuse. @throws {SyntaxError} */
export function checkPattern(pattern: string): void {
  compiledOf(pattern);
}

/** Matching was given up. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

const hopeless = 20_000_000;

interface Compiled {
  readonly pattern: Pattern;
  readonly program: Program;
  readonly clauses: readonly Clause[];
  linear?: Program;
}

function compiledOf(text: string): Compiled {
  let compiled = known.get(text);
  if (!compiled) {
    const pattern = parsePattern(text);
    compiled = { pattern, program: compile(pattern.root, { groups: pattern.groups, linear: false }), clauses: clausesOf(pattern.root) };
    if (known.size >= 256) known.clear();
    known.set(text, compiled);
  }
  return compiled;
}

function mayMatch({ clauses }: Compiled, text: string): boolean {
  return clauses.every((clause) => clause.some((word) => text.includes(word)));
}

const known = new Map<string, Compiled>();

interface Subject {
  readonly length: number;
  codeAt(position: number): number;
  slice(from: number, to: number): string;
}

/** A text by its characters, as Python counts them. */
function subjectOf(text: string): Subject {
  if (!/[\ud800-\udfff]/.test(text))
    return { length: text.length, codeAt: (i) => text.charCodeAt(i), slice: (from, to) => text.slice(from, to) };
  const characters = [...text];
  const codes = characters.map((character) => character.codePointAt(0) as number);
  return { length: codes.length, codeAt: (i) => codes[i] as number, slice: (from, to) => characters.slice(from, to).join('') };
}

/** What to do when the way taken leads nowhere: go on elsewhere, or put back what was kept. */
type Retreat =
  | { readonly step: number; readonly position: number }
  | { readonly step: number; readonly from: number; readonly to: number }
  | { readonly slot: number; readonly kept: number };

/** States that were met. Few are kept one by one; for many there is a bit for each that may come. */
class Memory {
  #few: Set<number> | undefined = new Set();
  #all: Uint8Array | undefined;

  constructor(readonly size: number) {}

  /** Whether it was met before; from now on it was. */
  met(state: number): boolean {
    if (this.#few) {
      if (this.#few.has(state)) return true;
      this.#few.add(state);
      if (this.#few.size > 50_000) this.#growUp(this.#few);
      return false;
    }
    const all = this.#all as Uint8Array;
    const [byte, bit] = [Math.floor(state / 8), 1 << (state % 8)];
    if (((all[byte] as number) & bit) !== 0) return true;
    all[byte] = (all[byte] as number) | bit;
    return false;
  }

  #growUp(few: ReadonlySet<number>): void {
    if (this.size > largest) throw new TooLong('the text is too long for this pattern');
    this.#few = undefined;
    this.#all = new Uint8Array(Math.ceil(this.size / 8));
    for (const state of few) this.met(state);
  }
}

// 128 MiB of bits: a megabyte of text for a pattern of a thousand steps.
const largest = 2 ** 30;

class Machine {
  readonly #steps: readonly Step[];
  readonly #start: number;
  readonly #slots: number[];
  readonly #subject: Subject;
  readonly #memory: boolean;
  #left: number;

  constructor({ steps, start, slots }: Program, subject: Subject, effort: number, memory = false) {
    this.#steps = steps;
    this.#start = start;
    this.#slots = memory ? [] : new Array<number>(slots).fill(-1);
    this.#subject = subject;
    this.#left = effort;
    this.#memory = memory;
  }

  matches(): boolean {
    return this.endOfMatch(0) >= 0;
  }

  /** Where a match that begins here ends; -1 when none does. */
  endOfMatch(from: number): number {
    return this.#run(this.#start, from);
  }

  /** Where a group of the match that was found begins and ends; -1 when it took no part. */
  group(number: number): readonly [number, number] {
    return [this.#slots[number * 2] ?? -1, this.#slots[number * 2 + 1] ?? -1];
  }

  /** The position where the first way from here to an end ends; -1 when there is none. */
  #run(start: number, from: number): number {
    const { length } = this.#subject;
    const retreats: Retreat[] = [];
    // One memory for each run: inside of atomic groups and look-arounds, "failed" means something else.
    const failed = this.#memory ? new Memory((length + 1) * this.#steps.length) : undefined;
    let at = start;
    let position = from;
    for (;;) {
      if (this.#left-- <= 0) throw new TooLong('the pattern takes too long to match');
      const step = this.#steps[at] as Step;
      let next = -1;
      switch (step.do) {
        case 'end':
          return position;
        case 'set':
          if (position < length && step.set.has(this.#subject.codeAt(position))) {
            position++;
            next = step.next;
          }
          break;
        case 'run': {
          const most = step.max === Infinity ? length : Math.min(length, position + step.max);
          const least = position + step.min;
          if (least > most) break;
          let end = position;
          const goal = step.greedy ? most : least;
          while (end < goal && step.set.has(this.#subject.codeAt(end))) end++;
          this.#left -= end - position;
          if (end < least) break;
          // A lazy one grows by one character at each retreat, a greedy one gives one back.
          if (step.greedy ? end > least : end < most)
            retreats.push(step.greedy ? { step: at, from: least, to: end - 1 } : { step: at, from: end, to: most });
          position = end;
          next = step.next;
          break;
        }
        case 'fork': {
          if (failed) {
            if (failed.met(position * this.#steps.length + at)) break;
          }
          retreats.push({ step: step.second, position });
          next = step.first;
          break;
        }
        case 'at':
          if (this.#isAt(step, position)) next = step.next;
          break;
        case 'keep':
          this.#keep(step.slot, position, retreats);
          next = step.next;
          break;
        case 'unmoved':
          next = this.#slots[step.slot] === position ? step.stuck : step.moved;
          break;
        case 'reference': {
          const end = this.#referenceEnd(step, position);
          if (end >= 0) {
            position = end;
            next = step.next;
          }
          break;
        }
        case 'conditional':
          next = (this.#slots[step.number * 2 + 1] ?? -1) >= 0 ? step.yes : step.no;
          break;
        case 'atomic': {
          const end = this.#nested(step.start, position, retreats);
          if (end >= 0) {
            position = end;
            next = step.next;
          }
          break;
        }
        case 'look': {
          const begin = step.behind ? position - step.width : position;
          const found = begin >= 0 && this.#nested(step.start, begin, retreats, step.negative) >= 0;
          if (found !== step.negative) next = step.next;
          break;
        }
      }
      if (next < 0) {
        const back = this.#retreat(retreats);
        if (!back) return -1;
        [at, position] = back;
      } else at = next;
    }
  }

  /** Takes the next way that is left. */
  #retreat(retreats: Retreat[]): readonly [number, number] | undefined {
    for (;;) {
      const back = retreats.pop();
      if (!back) return undefined;
      if ('slot' in back) this.#slots[back.slot] = back.kept;
      else if ('position' in back) return [back.step, back.position];
      else {
        const step = this.#steps[back.step] as Step & { do: 'run' };
        if (step.greedy) {
          if (back.to > back.from) retreats.push({ ...back, to: back.to - 1 });
          return [step.next, back.to];
        }
        if (!step.set.has(this.#subject.codeAt(back.from))) continue;
        if (back.from + 1 < back.to) retreats.push({ ...back, from: back.from + 1 });
        return [step.next, back.from + 1];
      }
    }
  }

  #keep(slot: number, position: number, retreats: Retreat[]): void {
    retreats.push({ slot, kept: this.#slots[slot] ?? -1 });
    this.#slots[slot] = position;
  }

  /** Runs an inner pattern once. What its groups kept stays, unless it is `forgotten`, until the outer one goes back. */
  #nested(start: number, position: number, retreats: Retreat[], forgotten = false): number {
    const before = [...this.#slots];
    const end = this.#run(start, position);
    for (const [slot, kept] of before.entries()) {
      if (this.#slots[slot] === kept) continue;
      if (end < 0 || forgotten) this.#slots[slot] = kept;
      else retreats.push({ slot, kept });
    }
    return end;
  }

  #referenceEnd({ number, ignoreCase, ascii }: Step & { do: 'reference' }, position: number): number {
    const [from = -1, to = -1] = this.#slots.slice(number * 2, number * 2 + 2);
    if (from < 0 || to < from) return -1;
    const end = position + to - from;
    if (end > this.#subject.length) return -1;
    this.#left -= to - from;
    for (let i = 0; i < to - from; i++) {
      const [one, other] = [this.#subject.codeAt(from + i), this.#subject.codeAt(position + i)];
      if (one === other) continue;
      const alike = ignoreCase && (ascii ? one < 128 && other < 128 && fold(one) === fold(other) : lower(one) === lower(other));
      if (!alike) return -1;
    }
    return end;
  }

  #isAt({ place, ascii }: Step & { do: 'at' }, position: number): boolean {
    const { length } = this.#subject;
    const newline = (i: number): boolean => this.#subject.codeAt(i) === 10;
    switch (place) {
      case 'start':
        return position === 0;
      case 'end':
        return position === length;
      case 'lastLine':
        return position === length || (position === length - 1 && newline(position));
      case 'lineStart':
        return position === 0 || newline(position - 1);
      case 'lineEnd':
        return position === length || newline(position);
      case 'boundary':
      case 'notBoundary': {
        // In an empty text Python finds neither.
        if (length === 0) return false;
        const word = (i: number): boolean => i >= 0 && i < length && isOf('w', this.#subject.codeAt(i), ascii);
        return (word(position - 1) !== word(position)) === (place === 'boundary');
      }
    }
  }
}
