import { setImmediate as breath } from 'node:timers/promises';
import type { Clock } from '../host/clock.js';
import { InvalidInput, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { didYouMean } from '../host/nearest.js';
import type { HttpClient } from '../http/client.js';
import { placesIn, printPath, type Path, type Place } from '../json/parse.js';
import { isObject, type JsonValue } from '../json/value.js';
import { copyOf, copyOfTree, isTree } from './copy.js';
import { Failure } from './failure.js';
import { follow, missing, type Found } from './look-up.js';
import { operatorNames } from './operator.js';
import { flawsIn } from './result.js';
import { Renamed, type Answer, type Scope, type Steps, type Structures } from './structure.js';
import { kindOf, type Dataset, type Value, type ValueObject } from './value.js';
import { wordsOf } from './words.js';

/** Where a document comes from. */
export interface Source {
  /** How messages call it: a file, a URL. */
  readonly name: string;
  /** The whole text that the document was read from: messages then give line and column. */
  readonly text?: string;
  /** Where in that text the document stands. */
  readonly path?: Path;
}

export interface Running {
  readonly dataset: Dataset;
  readonly structures: Structures;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  readonly source?: Source;
}

/** Objects and lists within each other. The original manages about 490 objects or 330 lists (jsontas.md 10.1). */
const deepest = 500;
/** Objects and lists evaluated in one run; ten thousand items of the Jenkins provider are 100,000. Beyond it a document only fills the memory. */
const most = 20_000_000;
/** After so many of them, timers and signals get their turn. */
const slice = 1 << 14;

/** One evaluation of one document (jsontas.md 2). Evaluation is strictly sequential, so what the last query found is kept in fields, not allocated. */
export class Run implements Scope {
  readonly dataset: Dataset;
  readonly structures: Structures;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal | undefined;
  readonly #source: Source;
  /** Where in the document evaluation stands. */
  readonly #path: (string | number)[] = [];
  /** Objects that got members through another name of theirs before their turn came: their raw form is no longer that of the document. */
  readonly #grown = new WeakSet<ValueObject>();
  readonly #unknown = new Set<string>();
  // The raw form of the member handled last: what `query_tree` is, put into the dataset at the end only, for it changes with every member.
  #rawObject: ValueObject | undefined;
  #rawName = '';
  /** Whether the raw forms are trees, as what was read from a text is. */
  #rawIsTree = true;
  #depth = 0;
  #evaluated = 0;
  // The answer of the last query: a pair of name and value, name null meaning "replace the object".
  #name: string | null = null;
  #value: Value = null;

  constructor({ dataset, structures, http, clock, log, signal, source }: Running) {
    this.dataset = dataset;
    this.structures = structures;
    this.http = http;
    this.clock = clock;
    this.log = log;
    this.signal = signal;
    this.#source = source ?? { name: 'document' };
  }

  async evaluate(document: JsonValue): Promise<JsonValue> {
    this.signal?.throwIfAborted();
    if (!isObject(document)) throw this.#failed([{ path: [], what: `the document is ${kindOf(document)}; expected an object` }]);
    this.#rawIsTree = this.#guarded([], () => isTree(document));
    const working: ValueObject = this.#guarded([], () => copyOf(document));
    this.dataset.set('this', working);
    let result: Value;
    try {
      result = await carryOut(this.#object(working, document));
      this.dataset.set('query_tree', this.raw());
    } catch (error) {
      this.signal?.throwIfAborted();
      if (error instanceof Aborted) throw this.#failed([{ path: error.path, what: error.message }]);
      if (error instanceof RangeError) throw this.#failed([{ path: this.#path, what: 'nested too deeply' }]);
      throw error;
    }
    const flaws = this.#guarded([], () => flawsIn(result));
    if (flaws.length > 0)
      throw this.#failed(flaws.map((flaw) => (flaw instanceof Failure ? { ...flaw, what: `${flaw.query} failed: ${flaw.cause}` } : flaw)));
    return result as JsonValue;
  }

  find(below: Value, words: readonly string[]): Value {
    const found = follow(below, words);
    const value = found === missing ? null : found;
    this.dataset.set('previous', value);
    return value;
  }

  raw(): Value {
    return (this.#rawObject ? this.#rawObject.get(this.#rawName) : this.dataset.get('query_tree')) ?? null;
  }

  *evaluateAgain(member: string, raw: Value, onCopy?: (copy: Value) => void): Steps<Value> {
    const copy = this.#rawIsTree ? copyOfTree(raw) : copyOf(raw);
    onCopy?.(copy);
    const [length, depth] = [this.#path.length, this.#depth];
    try {
      this.#path.push(member);
      return yield* this.#evaluate(copy, raw);
    } finally {
      this.#path.length = length;
      this.#depth = depth;
    }
  }

  /** Evaluates whatever it is; `raw` is the same value as the document has it, which nobody may change. */
  *#evaluate(value: Value, raw: Value): Steps<Value> {
    if (typeof value === 'string') return value.startsWith('$') ? yield* this.#text(value) : value;
    if (value instanceof Map) return yield* this.#object(value, raw);
    return Array.isArray(value) ? yield* this.#list(value, raw) : value;
  }

  *#object(object: ValueObject, given: Value): Steps<Value> {
    if (this.#enter()) yield this.breathe();
    const raw = given instanceof Map && !this.#grown.has(object) ? given : copyOf(object);
    const path = this.#path;
    const { size } = object;
    let out: Value = new Map<string, Value>();
    let replaced = false;
    const at = path.push('') - 1;
    let n = 0;
    for (const [key, member] of object) {
      // The original cannot go on through an object that grew under its hands, through "$this", and never looks at what was added last.
      if (n++ === size) break;
      if (object.size !== size) throw new Aborted('the object got new members through "$this" while it was evaluated', path);
      path[at] = key;
      let value = member;
      if (typeof member === 'string') {
        if (member.startsWith('$'))
          value = key === 'operator' && operatorNames.has(member) ? this.#fixed(member) : yield* this.#text(member);
      } else if (typeof member === 'object' && member !== null) {
        value =
          member instanceof Map ? yield* this.#object(member, raw.get(key) ?? null) : yield* this.#evaluate(member, raw.get(key) ?? null);
      }
      if (value !== member) object.set(key, value);
      this.#rawObject = raw;
      this.#rawName = key;
      let name: string | null = key;
      if (key.startsWith('$')) {
        yield* this.#query(key, value);
        name = this.#name;
        if (name === null) {
          out = this.#value;
          replaced = true;
          continue;
        }
        if (this.#value !== null) value = this.#value;
        else if (name === key) this.#warnOfUnknown(key);
      }
      if (!(out instanceof Map))
        throw new Aborted(
          `the member ${JSON.stringify(name)} follows a replacement that is ${kindOf(out)}: it can only be added to an object`,
          path,
        );
      if (replaced) {
        this.#grown.add(out);
        this.#rawIsTree = false;
      }
      out.set(name, value);
    }
    path.length = at;
    this.#depth--;
    return out;
  }

  *#list(list: readonly Value[], raw: Value): Steps<Value> {
    if (this.#enter()) yield this.breathe();
    const path = this.#path;
    const at = path.push(0) - 1;
    const out: Value[] = [];
    for (let i = 0; i < list.length; i++) {
      path[at] = i;
      const element = list[i] as Value;
      const simple = element === null || (typeof element !== 'object' && (typeof element !== 'string' || !element.startsWith('$')));
      out.push(simple ? element : yield* this.#evaluate(element, Array.isArray(raw) ? (raw[i] ?? null) : null));
    }
    path.length = at;
    this.#depth--;
    return out;
  }

  *#text(query: string): Steps<Value> {
    if (this.#plain(query)) return this.#value ?? this.#name;
    yield* this.#query(query, new Map());
    return this.#value ?? this.#name;
  }

  /** The name of an operator is no query, even where the dataset knows the word (jsontas.md 6.1). */
  #fixed(operator: string): Value {
    this.dataset.set('previous', null);
    return operator;
  }

  /** Answers a query that meets no structure; false, and nothing done, when it meets one. */
  #plain(query: string): boolean {
    const words = wordsOf(query);
    const first = words[0];
    if (first !== undefined && this.structures.has(first) && !this.dataset.has(first)) return false;
    this.#answer(query, first === undefined ? missing : this.#inDataset(words, 0));
    return true;
  }

  /** Walks a query (jsontas.md 3.2). Nothing is thrown but what ends the run. */
  *#query(query: string, parameters: Value): Steps<void> {
    if (this.#plain(query)) return;
    const words = wordsOf(query);
    const { length } = this.#path;
    const depth = this.#depth;
    let name: string | null = query;
    let value: Value = null;
    for (let i = 0; i < words.length; i++) {
      const structure = this.dataset.has(words[i] as string) ? undefined : this.structures.get(words[i] as string);
      if (structure === undefined) {
        // The subset is still the dataset: words after a structure continue there (jsontas.md 5).
        this.#answer(query, this.#inDataset(words, i));
        return;
      }
      try {
        if (!(parameters instanceof Map)) throw new Error(`its parameters are ${kindOf(parameters)}; expected an object`);
        const answer = structure(parameters, this);
        const given = isSteps(answer) ? yield* answer : answer;
        [name, value] = given instanceof Renamed ? [given.name, given.value] : [null, given];
      } catch (error) {
        this.signal?.throwIfAborted();
        this.#path.length = length;
        this.#depth = depth;
        value = new Failure(query, [...this.#path], causeOf(error));
        this.log.debug('structure failed', { query, path: printPath(value.path), cause: value.cause });
        break;
      }
    }
    this.#name = name;
    this.#value = value;
    this.dataset.set('previous', value);
  }

  #inDataset(words: readonly string[], from: number): Found {
    const first = words[from] as string;
    // The raw form is the caller's document: a query gets a copy, so that members added to its result do not end up there.
    const value = (first === 'query_tree' ? copyOf(this.raw()) : this.dataset.get(first)) ?? null;
    return value === null ? missing : follow(value, words, from + 1);
  }

  #answer(query: string, found: Found): void {
    this.#name = found === missing ? query : null;
    this.#value = found === missing ? null : found;
    this.dataset.set('previous', this.#value);
  }

  #enter(): boolean {
    if (++this.#depth > deepest) throw new Aborted(`nested more than ${deepest} deep`, this.#path.slice(0, 8));
    if (++this.#evaluated > most) throw new Aborted(`more than ${most} objects and lists were evaluated`, this.#path);
    return this.#evaluated % slice === 0;
  }

  async breathe(): Promise<void> {
    await breath();
    this.signal?.throwIfAborted();
  }

  #warnOfUnknown(key: string): void {
    const word = wordsOf(key)[0];
    if (word === undefined || this.#unknown.has(word)) return;
    this.#unknown.add(word);
    const hint = didYouMean(
      `$${word}`,
      [...this.structures.keys()].map((name) => `$${name}`),
    );
    // Only what looks like a slip: a key that stays is ordinary otherwise, as `$decrypt` in a provider.
    if (hint !== '' && word !== 'decrypt' && !this.dataset.has(word))
      this.log.warning(`${this.#at(this.#path)}: ${key} is neither a structure nor in the dataset, so it stays as it is.${hint}`);
  }

  #guarded<T>(path: Path, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof RangeError) throw this.#failed([{ path, what: 'nested too deeply' }]);
      throw error;
    }
  }

  #failed(flaws: readonly { readonly path: Path; readonly what: string }[]): InvalidInput {
    const lines = flaws.map(({ path, what }) => `${this.#at(path)}: ${what}`);
    return new InvalidInput([...new Set(lines)].join('\n'), 'etos jsontas evaluates a document by itself');
  }

  /** `iut.json:14:12: list.possible.$request`, or without line and column when the text is not known. */
  #at(path: Path): string {
    const { name, text, path: base = [] } = this.#source;
    const whole = [...base, ...path];
    const last = path.at(-1);
    const place = placeIn(text, whole, typeof last === 'string' && last.startsWith('$') ? 'name' : 'value');
    return `${name}${place && `:${place.line}:${place.column}`}: ${printPath(whole)}`;
  }
}

function placeIn(text: string | undefined, path: Path, of: 'name' | 'value'): Place | '' {
  try {
    return text === undefined ? '' : placesIn(text)(path, of);
  } catch (error) {
    // Too deep to look into, and it may be just that what the message is about.
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** What ends a run at once (jsontas.md 10.1). */
class Aborted extends Error {
  override readonly name = 'Aborted';
  readonly path: Path;
  constructor(message: string, path: Path) {
    super(message);
    this.path = [...path];
  }
}

async function carryOut<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    let came: unknown;
    try {
      came = await step.value;
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(came);
  }
  return step.value;
}

function isSteps(answer: Answer | Steps<Answer>): answer is Steps<Answer> {
  return typeof answer === 'object' && answer !== null && 'next' in answer;
}

function causeOf(error: unknown): string {
  return error instanceof RangeError ? 'nested too deeply' : messageOf(error);
}
