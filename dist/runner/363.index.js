"use strict";
exports.id = 363;
exports.ids = [363];
exports.modules = {

/***/ 3363:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  decryptFernet: function() { return /* reexport */ decryptFernet; },
  evaluate: function() { return /* binding */ evaluate; },
  testRunnerStructures: function() { return /* reexport */ testRunnerStructures; }
});

// UNUSED EXPORTS: bodyOf, builtIns, copyOf, encryptFernet, identityValue, isTruthy, providerStructures, whyUnanswered

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(1290);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __webpack_require__(9874);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(805);
;// CONCATENATED MODULE: ./src/jsontas/identity-value.js
const fields = ['type', 'namespace', 'name', 'version', 'qualifiers', 'subpath'];
/**
 * A package URL as queries see it (jsontas.md 3.4): a list of six that also knows its elements by name, so an absent part is null instead of the text
 * of the query.
 */
class PackageUrl extends Array {
    // What is made of it (a slice, a map) is an ordinary list.
    static get [Symbol.species]() {
        return Array;
    }
    /** The element of this name; undefined when there is no such field. */
    field(name) {
        const at = fields.indexOf(name);
        return at < 0 ? undefined : (this[at] ?? null);
    }
}
/** What the dataset's `identity` has to be. Absent parts are null, absent qualifiers an empty object (jsontas.md 12.2). */
function identityValue(identity) {
    const value = new PackageUrl();
    for (const name of fields)
        value.push(name === 'qualifiers' ? new Map(Object.entries(identity.qualifiers)) : (identity[name] ?? null));
    return value;
}

;// CONCATENATED MODULE: ./src/jsontas/response-description.js
/** A header collection: names are kept in lower case and found in any (jsontas.md 8.3). */
class Headers extends Map {
    get(name) {
        return super.get(name) ?? super.get(name.toLowerCase());
    }
}
/** What `$request` gives (jsontas.md 8.3). A word that is none of its members is looked up in its `json` (8.4). */
class ResponseDescription extends Map {
}
/** The JSON of a response description; any other value as it is. For whoever accepts the shape that the users' documents show (jsontas.md 8.4). */
function bodyOf(value) {
    return value instanceof ResponseDescription ? (value.get('json') ?? null) : value;
}

;// CONCATENATED MODULE: ./src/jsontas/copy.js


/**
 * A copy that shares nothing with the original but texts and numbers; what occurs twice in the original occurs twice in the copy, as one value.
 * Headers, response descriptions and the identity keep their ways.
 */
function copy_copyOf(value) {
    return copy(value, undefined);
}
/** As `copyOf`, in a third of the time, for a value in which nothing occurs twice: without a memory of what was met. */
function copyOfTree(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (value.constructor === Array)
        return value.map(copyOfTree);
    if (value.constructor !== Map)
        return copy_copyOf(value);
    const twin = new Map();
    for (const [name, member] of value)
        twin.set(name, typeof member === 'object' ? copyOfTree(member) : member);
    return twin;
}
/** Whether no list and no object occurs twice. */
function isTree(value) {
    const met = new Set();
    const isNew = (one) => {
        if (typeof one !== 'object' || one === null)
            return true;
        if (met.has(one))
            return false;
        met.add(one);
        if (Array.isArray(one))
            return one.every(isNew);
        if (!(one instanceof Map))
            return true;
        for (const member of one.values())
            if (!isNew(member))
                return false;
        return true;
    };
    return isNew(value);
}
function copy(value, met = new Map()) {
    if (value === null || typeof value !== 'object')
        return value;
    const known = met.get(value);
    if (known !== undefined)
        return known;
    if (Array.isArray(value)) {
        const twin = value instanceof PackageUrl ? new PackageUrl() : [];
        met.set(value, twin);
        for (const element of value)
            twin.push(copy(element, met));
        return twin;
    }
    if (!(value instanceof Map))
        return value;
    const twin = value instanceof ResponseDescription ? new ResponseDescription() : value instanceof Headers ? new Headers() : new Map();
    met.set(value, twin);
    for (const [name, member] of value)
        twin.set(name, copy(member, met));
    return twin;
}

;// CONCATENATED MODULE: ./src/jsontas/failure.js
/**
 * Stands where a structure failed, until the run ends (jsontas.md 10.3). Failing at once would be wrong: what fails may be thrown away, as the branch
 * not taken or the first evaluation of `$expand` is. It counts as true, equals nothing and has no members.
 */
class Failure {
    query;
    path;
    cause;
    /**
     * @param query the text of the query whose structure failed
     * @param path of the query within the document
     * @param cause why, as a sentence without a full stop
     */
    constructor(query, path, cause) {
        this.query = query;
        this.path = path;
        this.cause = cause;
    }
}

;// CONCATENATED MODULE: ./src/jsontas/look-up.js



const missing = Symbol('missing');
/** Follows words below a value (jsontas.md 3.2). */
function follow(below, words, from = 0) {
    let value = below;
    for (let i = from; i < words.length; i++) {
        const word = words[i];
        // What is below a failure has failed as well.
        if (value instanceof Failure)
            return value;
        const found = lookUp(value, word);
        if (found !== null && found !== undefined)
            value = found;
        else if (found === undefined)
            return null;
        else if (Array.isArray(value)) {
            const mapped = mapOver(value, word);
            if (mapped === undefined)
                return null;
            value = mapped;
        }
        else
            return missing;
    }
    return value;
}
/** One word in one value (jsontas.md 3.4): null when there is no such thing, undefined when an index is out of range. */
function lookUp(value, word) {
    if (value instanceof Map) {
        if (value instanceof ResponseDescription && !value.has(word))
            return inBody(value, word);
        return value.get(word) ?? null;
    }
    if (!Array.isArray(value))
        return null;
    if (value instanceof PackageUrl) {
        const field = value.field(word);
        if (field !== undefined)
            return field;
    }
    if (word.includes(':'))
        return slice(value, word);
    if (!integer.test(word))
        return null;
    return value.at(Number(word));
}
function inBody(response, word) {
    const found = follow(response.get('json') ?? null, [word]);
    return found === missing ? null : found;
}
// Python takes underscores and the digits of any script as well; nobody writes them.
const integer = /^-?[0-9]+$/;
function slice(list, word) {
    const [from = '', to = ''] = word.split(':', 2);
    return list.slice(integer.test(from) ? Number(from) : 0, integer.test(to) ? Number(to) : undefined);
}
/** The word in every element, one level deep; undefined when there is nothing in any, or an index is out of range in one. */
function mapOver(list, word) {
    const found = [];
    let any = false;
    for (const element of list) {
        const value = lookUp(element, word);
        if (value === undefined)
            return undefined;
        any ||= value !== null;
        found.push(value);
    }
    return any ? found : undefined;
}

;// CONCATENATED MODULE: ./src/jsontas/equal.js

/** Comparisons of one pair; lists and objects that refer to each other again and again could ask for any number. */
const most = 10_000_000;
/**
 * Deep, typed equality: text never equals a number, true never 1, and the order of members is no matter (jsontas.md 11.2, 14). A failure equals nothing.
 * @throws {Error} when the values are too large to compare, or contain themselves
 */
function equal(one, other) {
    let left = most;
    const same = (a, b) => {
        if (a instanceof Failure || b instanceof Failure)
            return false;
        if (a === b)
            return true;
        if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
            return false;
        if (left-- === 0)
            throw new Error('the values are too large to compare');
        if (Array.isArray(a))
            return Array.isArray(b) && a.length === b.length && a.every((element, i) => same(element, b[i]));
        if (Array.isArray(b) || a.size !== b.size)
            return false;
        for (const [name, member] of a) {
            const twin = b.get(name);
            if (twin === undefined || !same(member, twin))
                return false;
        }
        return true;
    };
    return same(one, other);
}

// EXTERNAL MODULE: ./src/jsontas/regex/match.js + 7 modules
var match = __webpack_require__(4339);
;// CONCATENATED MODULE: ./src/jsontas/value.js
/** Whether a value counts as true: as in Python, empty lists and objects do not (jsontas.md 11.1). */
function isTruthy(value) {
    if (value === null || value === false || value === 0 || value === '')
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return !(value instanceof Map) || value.size > 0;
}
/** What a value is, for messages. */
function value_kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (value instanceof Map)
        return 'an object';
    if (typeof value === 'object')
        return 'a failed structure';
    return typeof value === 'string' ? `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}` : String(value);
}

;// CONCATENATED MODULE: ./src/jsontas/operator.js




const comparisons = new Map([
    ['$eq', equal],
    ['$in', (key, value) => isIn(key, value) ?? false],
    ['$notin', (key, value) => !(isIn(key, value) ?? true)],
    ['$startswith', (key, value) => typeof key === 'string' && typeof value === 'string' && key.startsWith(value)],
    ['$regex', (key, value, log) => typeof key === 'string' && typeof value === 'string' && matches(value, key, log)],
]);
/** `$eq`, `$in`, …: in the member `operator` these are words of the language, whatever the dataset holds (jsontas.md 6.1). */
const operatorNames = new Set(comparisons.keys());
/** `$operator`: compares `key` with `value` (jsontas.md 6.1). */
const operator = (parameters, { log }) => comparisonOf(parameters.get('operator'))(parameters.get('key') ?? null, parameters.get('value') ?? null, log);
/** The comparison of this name. What cannot be compared is false, not an error. @throws {Error} for an unknown name */
function comparisonOf(name) {
    const comparison = typeof name === 'string' ? comparisons.get(name) : undefined;
    if (comparison)
        return comparison;
    const hint = typeof name === 'string' ? (0,nearest/* didYouMean */.a)(name, [...operatorNames]) : '';
    throw new Error(`its "operator" is ${value_kindOf(name)}; expected one of ${[...operatorNames].join(', ')}.${hint}`);
}
/** A pattern that Python would refuse matches nothing, with a warning. @throws {TooLong} */
function matches(pattern, text, log) {
    try {
        return (0,match/* matchesAtStart */.hU)(pattern, text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        log.warning('$regex: the pattern is invalid, so it matches nothing', { pattern, reason: error.message });
        return false;
    }
}
/** Whether it makes sense to ask, and then whether it is so: undefined for what holds nothing, or a number in a text. */
function isIn(key, value) {
    if (Array.isArray(value))
        return value.some((element) => equal(element, key));
    if (value instanceof Map)
        return Array.isArray(key) || key instanceof Map ? undefined : typeof key === 'string' && value.has(key);
    return typeof value === 'string' && typeof key === 'string' ? value.includes(key) : undefined;
}

;// CONCATENATED MODULE: ./src/jsontas/result.js

/** Values in the JSON text of a result. A few lines that repeat one another can ask for more than any memory holds. */
const result_most = 50_000_000;
/** Flaws named at once. */
const enough = 10;
/**
 * What keeps a result from being JSON: failures, values that contain themselves, more text than anybody could store. Each value is looked at once,
 * however often it is referred to.
 */
function flawsIn(result) {
    if (isSound(result))
        return [];
    const flaws = [];
    const sizes = new Map();
    const path = [];
    const sizeOf = (value) => {
        if (value === null || typeof value !== 'object')
            return 1;
        if (value instanceof Failure) {
            if (flaws.length < enough && !flaws.includes(value))
                flaws.push(value);
            return 1;
        }
        const known = sizes.get(value);
        if (known !== undefined) {
            if (known === result_open && flaws.length < enough)
                flaws.push({ path: [...path], what: 'contains itself' });
            return Math.max(known, 1);
        }
        sizes.set(value, result_open);
        let size = 1;
        if (Array.isArray(value)) {
            for (let i = 0; i < value.length; i++) {
                const element = value[i];
                if (typeof element !== 'object' || element === null)
                    size++;
                else {
                    path.push(i);
                    size += sizeOf(element);
                    path.pop();
                }
            }
        }
        else
            for (const [name, member] of value) {
                if (typeof member !== 'object' || member === null)
                    size++;
                else {
                    path.push(name);
                    size += sizeOf(member);
                    path.pop();
                }
            }
        sizes.set(value, size);
        return size;
    };
    if (sizeOf(result) > result_most && flaws.length === 0)
        flaws.push({ path: [], what: `the result refers to the same values so often that its text would hold more than ${result_most} of them` });
    return flaws;
}
const result_open = -1;
/** Values looked at, and levels, before it is worth remembering what was met. */
const few = 2_000_000;
const deepest = 2_000;
/** Whether a value is sound, found out by going through it as if it were a tree; false also when that takes too long. */
function isSound(result) {
    let left = few;
    const sound = (value, depth) => {
        if (value instanceof Failure || depth > deepest)
            return false;
        if (Array.isArray(value)) {
            if ((left -= value.length) < 0)
                return false;
            for (const element of value)
                if (typeof element === 'object' && element !== null && !sound(element, depth + 1))
                    return false;
            return true;
        }
        const members = value;
        if ((left -= members.size) < 0)
            return false;
        for (const member of members.values())
            if (typeof member === 'object' && member !== null && !sound(member, depth + 1))
                return false;
        return true;
    };
    return typeof result !== 'object' || result === null || sound(result, 0);
}

;// CONCATENATED MODULE: ./src/jsontas/structure.js
/** An answer that keeps the object and gives the member another name; with null as value the member keeps what it had. */
class structure_Renamed {
    name;
    value;
    constructor(name, value) {
        this.name = name;
        this.value = value;
    }
}

;// CONCATENATED MODULE: ./src/jsontas/words.js
// Letters and digits of any script; combining marks separate, as do dots, brackets, slashes and spaces (jsontas.md 3.1).
const word = /[$\-\p{L}\p{N}_!,:]+/gu;
/** The words of a query's text, its leading `$` left out. Queries come again and again, so the last few thousand are remembered. */
function wordsOf(query) {
    const known = remembered.get(query);
    if (known)
        return known;
    const words = query.slice(1).match(word) ?? [];
    if (remembered.size >= 4096)
        remembered.clear();
    remembered.set(query, words);
    return words;
}
const remembered = new Map();

;// CONCATENATED MODULE: ./src/jsontas/run.js













/** Objects and lists within each other. The original manages about 490 objects or 330 lists (jsontas.md 10.1). */
const run_deepest = 500;
/** Objects and lists evaluated in one run; ten thousand items of the Jenkins provider are 100,000. Beyond it a document only fills the memory. */
const run_most = 20_000_000;
/** After so many of them, timers and signals get their turn. */
const run_slice = 1 << 14;
/** One evaluation of one document (jsontas.md 2). Evaluation is strictly sequential, so what the last query found is kept in fields, not allocated. */
class Run {
    dataset;
    structures;
    http;
    clock;
    log;
    signal;
    #source;
    /** Where in the document evaluation stands. */
    #path = [];
    /** Objects that got members through another name of theirs before their turn came: their raw form is no longer that of the document. */
    #grown = new WeakSet();
    #unknown = new Set();
    // The raw form of the member handled last: what `query_tree` is, put into the dataset at the end only, for it changes with every member.
    #rawObject;
    #rawName = '';
    /** Whether the raw forms are trees, as what was read from a text is. */
    #rawIsTree = true;
    #depth = 0;
    #evaluated = 0;
    // The answer of the last query: a pair of name and value, name null meaning "replace the object".
    #name = null;
    #value = null;
    constructor({ dataset, structures, http, clock, log, signal, source }) {
        this.dataset = dataset;
        this.structures = structures;
        this.http = http;
        this.clock = clock;
        this.log = log;
        this.signal = signal;
        this.#source = source ?? { name: 'document' };
    }
    async evaluate(document) {
        this.signal?.throwIfAborted();
        if (!(0,json_value/* isObject */.Gv)(document))
            throw this.#failed([{ path: [], what: `the document is ${value_kindOf(document)}; expected an object` }]);
        this.#rawIsTree = this.#guarded([], () => isTree(document));
        const working = this.#guarded([], () => copy_copyOf(document));
        this.dataset.set('this', working);
        let result;
        try {
            result = await carryOut(this.#object(working, document));
            this.dataset.set('query_tree', this.raw());
        }
        catch (error) {
            this.signal?.throwIfAborted();
            if (error instanceof Aborted)
                throw this.#failed([{ path: error.path, what: error.message }]);
            if (error instanceof RangeError)
                throw this.#failed([{ path: this.#path, what: 'nested too deeply' }]);
            throw error;
        }
        const flaws = this.#guarded([], () => flawsIn(result));
        if (flaws.length > 0)
            throw this.#failed(flaws.map((flaw) => (flaw instanceof Failure ? { ...flaw, what: `${flaw.query} failed: ${flaw.cause}` } : flaw)));
        return result;
    }
    find(below, words) {
        const found = follow(below, words);
        const value = found === missing ? null : found;
        this.dataset.set('previous', value);
        return value;
    }
    raw() {
        return (this.#rawObject ? this.#rawObject.get(this.#rawName) : this.dataset.get('query_tree')) ?? null;
    }
    *evaluateAgain(member, raw, onCopy) {
        const copy = this.#rawIsTree ? copyOfTree(raw) : copy_copyOf(raw);
        onCopy?.(copy);
        const [length, depth] = [this.#path.length, this.#depth];
        try {
            this.#path.push(member);
            return yield* this.#evaluate(copy, raw);
        }
        finally {
            this.#path.length = length;
            this.#depth = depth;
        }
    }
    /** Evaluates whatever it is; `raw` is the same value as the document has it, which nobody may change. */
    *#evaluate(value, raw) {
        if (typeof value === 'string')
            return value.startsWith('$') ? yield* this.#text(value) : value;
        if (value instanceof Map)
            return yield* this.#object(value, raw);
        return Array.isArray(value) ? yield* this.#list(value, raw) : value;
    }
    *#object(object, given) {
        if (this.#enter())
            yield this.breathe();
        const raw = given instanceof Map && !this.#grown.has(object) ? given : copy_copyOf(object);
        const path = this.#path;
        const { size } = object;
        let out = new Map();
        let replaced = false;
        const at = path.push('') - 1;
        let n = 0;
        for (const [key, member] of object) {
            // The original cannot go on through an object that grew under its hands, through "$this", and never looks at what was added last.
            if (n++ === size)
                break;
            if (object.size !== size)
                throw new Aborted('the object got new members through "$this" while it was evaluated', path);
            path[at] = key;
            let value = member;
            if (typeof member === 'string') {
                if (member.startsWith('$'))
                    value = key === 'operator' && operatorNames.has(member) ? this.#fixed(member) : yield* this.#text(member);
            }
            else if (typeof member === 'object' && member !== null) {
                value =
                    member instanceof Map ? yield* this.#object(member, raw.get(key) ?? null) : yield* this.#evaluate(member, raw.get(key) ?? null);
            }
            if (value !== member)
                object.set(key, value);
            this.#rawObject = raw;
            this.#rawName = key;
            let name = key;
            if (key.startsWith('$')) {
                yield* this.#query(key, value);
                name = this.#name;
                if (name === null) {
                    out = this.#value;
                    replaced = true;
                    continue;
                }
                if (this.#value !== null)
                    value = this.#value;
                else if (name === key)
                    this.#warnOfUnknown(key);
            }
            if (!(out instanceof Map))
                throw new Aborted(`the member ${JSON.stringify(name)} follows a replacement that is ${value_kindOf(out)}: it can only be added to an object`, path);
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
    *#list(list, raw) {
        if (this.#enter())
            yield this.breathe();
        const path = this.#path;
        const at = path.push(0) - 1;
        const out = [];
        for (let i = 0; i < list.length; i++) {
            path[at] = i;
            const element = list[i];
            const simple = element === null || (typeof element !== 'object' && (typeof element !== 'string' || !element.startsWith('$')));
            out.push(simple ? element : yield* this.#evaluate(element, Array.isArray(raw) ? (raw[i] ?? null) : null));
        }
        path.length = at;
        this.#depth--;
        return out;
    }
    *#text(query) {
        if (this.#plain(query))
            return this.#value ?? this.#name;
        yield* this.#query(query, new Map());
        return this.#value ?? this.#name;
    }
    /** The name of an operator is no query, even where the dataset knows the word (jsontas.md 6.1). */
    #fixed(operator) {
        this.dataset.set('previous', null);
        return operator;
    }
    /** Answers a query that meets no structure; false, and nothing done, when it meets one. */
    #plain(query) {
        const words = wordsOf(query);
        const first = words[0];
        if (first !== undefined && this.structures.has(first) && !this.dataset.has(first))
            return false;
        this.#answer(query, first === undefined ? missing : this.#inDataset(words, 0));
        return true;
    }
    /** Walks a query (jsontas.md 3.2). Nothing is thrown but what ends the run. */
    *#query(query, parameters) {
        if (this.#plain(query))
            return;
        const words = wordsOf(query);
        const { length } = this.#path;
        const depth = this.#depth;
        let name = query;
        let value = null;
        for (let i = 0; i < words.length; i++) {
            const structure = this.dataset.has(words[i]) ? undefined : this.structures.get(words[i]);
            if (structure === undefined) {
                // The subset is still the dataset: words after a structure continue there (jsontas.md 5).
                this.#answer(query, this.#inDataset(words, i));
                return;
            }
            try {
                if (!(parameters instanceof Map))
                    throw new Error(`its parameters are ${value_kindOf(parameters)}; expected an object`);
                const answer = structure(parameters, this);
                const given = isSteps(answer) ? yield* answer : answer;
                [name, value] = given instanceof structure_Renamed ? [given.name, given.value] : [null, given];
            }
            catch (error) {
                this.signal?.throwIfAborted();
                this.#path.length = length;
                this.#depth = depth;
                value = new Failure(query, [...this.#path], causeOf(error));
                this.log.debug('structure failed', { query, path: (0,parse/* printPath */.bA)(value.path), cause: value.cause });
                break;
            }
        }
        this.#name = name;
        this.#value = value;
        this.dataset.set('previous', value);
    }
    #inDataset(words, from) {
        const first = words[from];
        // The raw form is the caller's document: a query gets a copy, so that members added to its result do not end up there.
        const value = (first === 'query_tree' ? copy_copyOf(this.raw()) : this.dataset.get(first)) ?? null;
        return value === null ? missing : follow(value, words, from + 1);
    }
    #answer(query, found) {
        this.#name = found === missing ? query : null;
        this.#value = found === missing ? null : found;
        this.dataset.set('previous', this.#value);
    }
    #enter() {
        if (++this.#depth > run_deepest)
            throw new Aborted(`nested more than ${run_deepest} deep`, this.#path.slice(0, 8));
        if (++this.#evaluated > run_most)
            throw new Aborted(`more than ${run_most} objects and lists were evaluated`, this.#path);
        return this.#evaluated % run_slice === 0;
    }
    async breathe() {
        await (0,promises_.setImmediate)();
        this.signal?.throwIfAborted();
    }
    #warnOfUnknown(key) {
        const word = wordsOf(key)[0];
        if (word === undefined || this.#unknown.has(word))
            return;
        this.#unknown.add(word);
        const hint = (0,nearest/* didYouMean */.a)(`$${word}`, [...this.structures.keys()].map((name) => `$${name}`));
        // Only what looks like a slip: a key that stays is ordinary otherwise, as `$decrypt` in a provider.
        if (hint !== '' && word !== 'decrypt' && !this.dataset.has(word))
            this.log.warning(`${this.#at(this.#path)}: ${key} is neither a structure nor in the dataset, so it stays as it is.${hint}`);
    }
    #guarded(path, work) {
        try {
            return work();
        }
        catch (error) {
            if (error instanceof RangeError)
                throw this.#failed([{ path, what: 'nested too deeply' }]);
            throw error;
        }
    }
    #failed(flaws) {
        const lines = flaws.map(({ path, what }) => `${this.#at(path)}: ${what}`);
        return new errors/* InvalidInput */.o9([...new Set(lines)].join('\n'), 'etos jsontas evaluates a document by itself');
    }
    /** `iut.json:14:12: list.possible.$request`, or without line and column when the text is not known. */
    #at(path) {
        const { name, text, path: base = [] } = this.#source;
        const whole = [...base, ...path];
        const last = path.at(-1);
        const place = placeIn(text, whole, typeof last === 'string' && last.startsWith('$') ? 'name' : 'value');
        return `${name}${place && `:${place.line}:${place.column}`}: ${(0,parse/* printPath */.bA)(whole)}`;
    }
}
function placeIn(text, path, of) {
    try {
        return text === undefined ? '' : (0,parse/* placesIn */.yN)(text)(path, of);
    }
    catch (error) {
        // Too deep to look into, and it may be just that what the message is about.
        if (error instanceof RangeError)
            return '';
        throw error;
    }
}
/** What ends a run at once (jsontas.md 10.1). */
class Aborted extends Error {
    name = 'Aborted';
    path;
    constructor(message, path) {
        super(message);
        this.path = [...path];
    }
}
async function carryOut(steps) {
    let step = steps.next();
    while (!step.done) {
        let came;
        try {
            came = await step.value;
        }
        catch (error) {
            step = steps.throw(error);
            continue;
        }
        step = steps.next(came);
    }
    return step.value;
}
function isSteps(answer) {
    return typeof answer === 'object' && answer !== null && 'next' in answer;
}
function causeOf(error) {
    return error instanceof RangeError ? 'nested too deeply' : (0,errors/* messageOf */.bD)(error);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/jsontas/fernet.js

// Fernet tokens (jsontas.md 9): version, time, IV, AES-128-CBC, HMAC-SHA256 over all before; in URL-safe base64 with padding.
const version = 0x80;
const headLength = 1 + 8 + 16;
const macLength = 32;
/** Encrypts text with a Fernet key. @throws {Error} when the key is none */
function fernet_encryptFernet(text, key, now) {
    const { signing, encrypting } = halves(key);
    const head = Buffer.alloc(headLength);
    head.writeUInt8(version, 0);
    head.writeBigUInt64BE(BigInt(Math.floor(now / 1000)), 1);
    const iv = randomBytes(16);
    iv.copy(head, 9);
    const cipher = createCipheriv('aes-128-cbc', encrypting, iv);
    const signed = Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final()]);
    const token = Buffer.concat([signed, createHmac('sha256', signing).update(signed).digest()]);
    return token.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
/** The text of a token, whatever its age. @throws {Error} when the key is none, or the token is not of this key */
function decryptFernet(token, key) {
    const { signing, encrypting } = halves(key);
    const bytes = fromBase64(token);
    if (!bytes || bytes.length < headLength + 16 + macLength || bytes[0] !== version)
        throw new Error('the token is no Fernet token');
    const signed = bytes.subarray(0, -macLength);
    if (!(0,external_node_crypto_.timingSafeEqual)((0,external_node_crypto_.createHmac)('sha256', signing).update(signed).digest(), bytes.subarray(-macLength)))
        throw new Error('the token was not made with this key');
    const decipher = (0,external_node_crypto_.createDecipheriv)('aes-128-cbc', encrypting, signed.subarray(9, headLength));
    return Buffer.concat([decipher.update(signed.subarray(headLength)), decipher.final()]).toString('utf8');
}
function halves(key) {
    const bytes = fromBase64(key.trim());
    if (bytes?.length !== 32)
        throw new Error('the key is not 32 bytes in URL-safe base64');
    return { signing: bytes.subarray(0, 16), encrypting: bytes.subarray(16) };
}
/** In either alphabet, as Python reads it. */
function fromBase64(text) {
    return /^[A-Za-z0-9_+/-]+={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64url') : undefined;
}

;// CONCATENATED MODULE: ./src/jsontas/condition.js


/** `$condition`: `then` if every operator of `if` is true, `else` otherwise; both were evaluated already (jsontas.md 6.2). */
const condition = (parameters, { log }) => {
    const test = parameters.get('if') ?? null;
    const operators = test instanceof Map ? [test] : test;
    if (!Array.isArray(operators))
        throw new Error(`its "if" is ${value_kindOf(test)}; expected an operator object, or a list of them`);
    const holds = operators.every((one) => {
        if (!(one instanceof Map))
            throw new Error(`its "if" holds ${value_kindOf(one)}; expected an object with key, operator and value`);
        return comparisonOf(one.get('operator'))(one.get('key') ?? null, one.get('value') ?? null, log);
    });
    return parameters.get(holds ? 'then' : 'else') ?? null;
};

;// CONCATENATED MODULE: ./src/jsontas/encryption.js



const keyName = 'ETOS_ENCRYPTION_KEY';
/** `$encrypt`: `value` as a token, in a member renamed to `$decrypt` (jsontas.md 9). */
function encryption_encrypt(environment) {
    return (parameters, { clock, log }) => {
        const value = textOf(parameters);
        log.secret(value);
        return new Renamed('$decrypt', new Map([['value', encryptFernet(value, keyIn(environment), clock.now())]]));
    };
}
/** `$decrypt`: the text of the token `value` (jsontas.md 9). */
function decrypt(environment) {
    return (parameters, { log }) => {
        const text = decryptFernet(textOf(parameters), keyIn(environment));
        log.secret(text);
        return text;
    };
}
function textOf(parameters) {
    const value = parameters.get('value');
    if (typeof value !== 'string')
        throw new Error(`its "value" is ${typeof value === 'number' ? 'a number' : value_kindOf(value)}; expected text`);
    return value;
}
function keyIn(environment) {
    const key = environment[keyName];
    if (!key)
        throw new Error(`${keyName} is not set`);
    return key;
}

;// CONCATENATED MODULE: ./src/jsontas/expand.js

/**
 * `$expand`: `to` evaluations of `value` (jsontas.md 7.1). The ordinary evaluation of the parameters has happened before and is thrown away: with a
 * request inside there is one more than `to`, as providers know it.
 */
function* expand(parameters, scope) {
    const to = parameters.has('to') ? (parameters.get('to') ?? null) : 0;
    const count = to === true ? 1 : to === false ? 0 : to;
    if (typeof count !== 'number' || !Number.isInteger(count))
        throw new Error(`its "to" is ${value_kindOf(to)}; expected a whole number`);
    if (count <= 0)
        return [];
    if (count > expand_most)
        throw new Error(`its "to" is ${count}; no more than ${expand_most} values can be made`);
    const raw = scope.raw();
    if (!(raw instanceof Map))
        throw new Error('its parameters come from a query, but must be written out where it is used, to be evaluated again');
    const value = raw.get('value') ?? null;
    const values = [];
    for (let i = 0; i < count; i++) {
        scope.dataset.set('expand_index', i);
        values.push(yield* scope.evaluateAgain('value', value, (copy) => scope.dataset.set('expand_value', copy)));
    }
    return values;
}
const expand_most = 1_000_000;

;// CONCATENATED MODULE: ./src/jsontas/filter.js




/** `$filter`: the items for which every filter is true (jsontas.md 6.4). The answer of a request counts as its JSON (8.4). */
function* filter(parameters, scope) {
    const items = bodyOf(parameters.get('items') ?? null);
    if (!Array.isArray(items) || items.length === 0)
        return [];
    const tests = testsOf(parameters, scope);
    const kept = [];
    let breathed = scope.clock.now();
    for (const item of items) {
        // One pattern may take a fraction of a second; ten thousand of them must still hear a cancel.
        if (scope.clock.now() - breathed > 50) {
            yield scope.breathe();
            breathed = scope.clock.now();
        }
        scope.dataset.set('item', item);
        if (tests.every((holds) => holds(item)))
            kept.push(item);
    }
    return kept;
}
function testsOf(parameters, scope) {
    const filters = parameters.get('filters') ?? null;
    if (!Array.isArray(filters))
        throw new Error(`its "filters" is ${value_kindOf(filters)}; expected a list of objects with key, operator and value`);
    const raw = scope.raw();
    const written = raw instanceof Map ? raw.get('filters') : undefined;
    // A filter that no item comes to is not looked at, as in the original.
    return filters.map((one, n) => {
        let test;
        return (item) => (test ??= testOf(one, Array.isArray(written) ? (written[n] ?? null) : null, n, scope))(item);
    });
}
function testOf(one, raw, n, scope) {
    if (!(one instanceof Map))
        throw new Error(`filter ${n} is ${value_kindOf(one)}; expected an object with key, operator and value`);
    const words = pathOf(one, raw, n);
    const compare = comparisonOf(one.get('operator'));
    const value = one.get('value') ?? null;
    return (item) => {
        const holds = compare(scope.find(item, words), value, scope.log);
        scope.dataset.set('previous', holds);
        return holds;
    };
}
/** The path below the item. It may be written with `$item.` before it, and then means what is written, not what an earlier item had there. */
function pathOf(one, raw, n) {
    const written = raw instanceof Map ? raw.get('key') : undefined;
    const key = typeof written === 'string' && written.startsWith('$item.') ? written : one.get('key');
    if (typeof key !== 'string')
        throw new Error(`the "key" of filter ${n} is ${value_kindOf(key)}; expected the text of a path below the item`);
    return wordsOf(key.startsWith('$item.') ? key : `$item.${key}`).slice(1);
}

;// CONCATENATED MODULE: ./src/jsontas/from.js



/** `$from`: what a path finds in a value, null when nothing (jsontas.md 6.3). */
const from = (parameters, scope) => {
    const item = parameters.get('item') ?? null;
    scope.dataset.set('item', item);
    // Evaluation has already looked "$item.id" up in the item that an earlier structure left; what was written is what is meant.
    const raw = scope.raw();
    const written = raw instanceof Map ? raw.get('get') : undefined;
    const get = typeof written === 'string' && written.startsWith('$item.') ? written : (parameters.get('get') ?? null);
    if (get === null)
        return new structure_Renamed('from', null);
    if (typeof get !== 'string')
        throw new Error(`its "get" is ${value_kindOf(get)}; expected the text of a path`);
    const path = get.startsWith('$item.') ? get : `$item.${get}`;
    return scope.find(item, wordsOf(path).slice(1));
};

;// CONCATENATED MODULE: ./src/jsontas/instructions.js



/**
 * `$execution_space_instructions`: the dataset's `instructions` with `environment`, `parameters` and `image` of the parameters put over them, and
 * identifiers of their own (jsontas.md 9).
 */
function instructions_executionSpaceInstructions(environment) {
    return (parameters, { dataset }) => {
        const base = dataset.get('instructions') ?? null;
        if (!(base instanceof Map))
            throw new Error(`the dataset's "instructions" are ${kindOf(base)}; expected an object`);
        const instructions = copyOf(base);
        const variables = merged(instructions, 'environment', parameters);
        merged(instructions, 'parameters', parameters);
        if (parameters.has('image'))
            instructions.set('image', parameters.get('image') ?? null);
        instructions.set('identifier', randomUUID());
        variables.set('ENVIRONMENT_ID', randomUUID());
        if ((variables.get('ETR_VERSION') ?? null) === null)
            variables.set('ETR_VERSION', environment.ETR_VERSION ?? null);
        return instructions;
    };
}
function merged(instructions, name, parameters) {
    const own = instructions.get(name) ?? null;
    if (!(own instanceof Map))
        throw new Error(`the "${name}" of the dataset's instructions are ${kindOf(own)}; expected an object`);
    const given = parameters.has(name) ? (parameters.get(name) ?? null) : new Map();
    if (!(given instanceof Map))
        throw new Error(`its "${name}" are ${kindOf(given)}; expected an object`);
    for (const [key, value] of given)
        own.set(key, value);
    return own;
}

;// CONCATENATED MODULE: ./src/jsontas/reduce.js

/** `$reduce`: the first `to` elements, or all but the last for a negative one (jsontas.md 6.5). */
const reduce = (parameters) => {
    const list = parameters.get('list') ?? null;
    const to = parameters.has('to') ? (parameters.get('to') ?? null) : 1;
    if (to !== null && !(typeof to === 'number' && Number.isInteger(to)))
        throw new Error(`its "to" is ${value_kindOf(to)}; expected a whole number`);
    const end = to ?? undefined;
    // Python counts characters, not halves of them.
    if (typeof list === 'string')
        return [...list].slice(0, end).join('');
    if (!Array.isArray(list))
        throw new Error(`its "list" is ${value_kindOf(list)}; expected a list`);
    return list.slice(0, end);
};

// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(3519);
// EXTERNAL MODULE: ./src/http/url.js
var url = __webpack_require__(9435);
;// CONCATENATED MODULE: ./src/http/form.js



/**
 * Parameters as an HTML form: `a=1&b=x+y`, in UTF-8. Objects and lists of pairs; members with null are left out, a list repeats the name
 * without its nulls, an object contributes its names, true and false are `True` and `False` (jsontas.md 8.2, `params` and `data`). Text is
 * given back as it is.
 * @throws {TypeError} with a sentence for a value that is none of these
 */
function printForm(form) {
    if (typeof form === 'string')
        return form;
    return pairsOf(form)
        .flatMap(([name, value]) => elementsOf(value).map((element) => `${encode(name)}=${encode(form_print(element))}`))
        .join('&');
}
/** A URL with parameters behind the query that it has already, before its fragment. Text is appended as it is. */
function withParameters(url, parameters) {
    const query = printForm(parameters);
    if (query === '')
        return url;
    const hash = url.indexOf('#');
    const [address, fragment] = hash < 0 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
    const joint = !address.includes('?') ? '?' : /\?$/.test(address) ? '' : '&';
    return `${address}${joint}${query}${fragment}`;
}
function pairsOf(form) {
    if (form === null)
        return [];
    if ((0,json_value/* isObject */.Gv)(form))
        return [...form];
    if (!Array.isArray(form))
        throw new TypeError(`parameters are ${(0,print/* printJson */.Q2)(form)}; expected an object, a list of pairs or text`);
    return form.map((pair) => {
        const [name, value] = Array.isArray(pair) && pair.length === 2 ? pair : [];
        if (name === undefined || value === undefined)
            throw new TypeError(`a parameter is ${(0,print/* printJson */.Q2)(pair)}; expected a pair such as ["name", "value"]`);
        return [form_print(name), value];
    });
}
function elementsOf(value) {
    if ((0,json_value/* isObject */.Gv)(value))
        return [...value.keys()];
    if (!Array.isArray(value))
        return value === null ? [] : [value];
    // A list in a list repeats the name too, as the encoder below the reference's client does.
    return value
        .filter((element) => element !== null)
        .flatMap((element) => (Array.isArray(element) ? element : (0,json_value/* isObject */.Gv)(element) ? [...element.keys()] : [element]));
}
function form_print(value) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number')
        return (0,print/* printNumber */.xo)(value);
    if (value === null)
        return 'None';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    return (0,print/* printJson */.Q2)(value);
}
function encode(text) {
    return (0,url/* percentEncode */.a)(text, /[\w.~-]/).replaceAll('%20', '+');
}

;// CONCATENATED MODULE: ./src/jsontas/describe.js


/** What `$request` gives for an answer (jsontas.md 8.3): plain members that can be stored. Reads the body. */
async function describe(answer) {
    const { status, headers, url, reason } = answer;
    const type = describe_textOf(headers['content-type']);
    const redirects = headers.location !== undefined;
    const bytes = await answer.bytes();
    return new ResponseDescription(Object.entries({
        status_code: status,
        reason,
        headers: headersOf(headers),
        cookies: cookiesOf(headers['set-cookie']),
        content: decode(bytes, type),
        encoding: encodingOf(type),
        is_redirect: redirects && [301, 302, 303, 307, 308].includes(status),
        is_permanent_redirect: redirects && [301, 308].includes(status),
        links: linksOf(describe_textOf(headers.link)),
        ok: status < 400,
        url,
        json: bodyAsJson(bytes, type),
    }));
}
function describe_textOf(header) {
    return typeof header === 'string' ? header : (header ?? []).join(', ');
}
function headersOf(headers) {
    return new Headers(Object.entries(headers).map(([name, value]) => [name, describe_textOf(value)]));
}
/** Name and value of each; one that is set to be deleted is none. */
function cookiesOf(header) {
    const cookies = new Map();
    for (const line of typeof header === 'string' ? [header] : (header ?? [])) {
        const [pair = '', ...attributes] = line.split(';');
        const equals = pair.indexOf('=');
        if (equals < 1)
            continue;
        const name = pair.slice(0, equals).trim();
        const gone = attributes.some((attribute) => {
            const [key = '', value = ''] = attribute.trim().split('=', 2);
            return key.toLowerCase() === 'max-age' && Number(value) <= 0;
        });
        if (gone)
            cookies.delete(name);
        else
            cookies.set(name, pair.slice(equals + 1).trim());
    }
    return cookies;
}
function charsetOf(type) {
    return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(type)?.[1];
}
function encodingOf(type) {
    const [media = ''] = type.split(';');
    return charsetOf(type) ?? (media.includes('text') ? 'ISO-8859-1' : media.includes('application/json') ? 'utf-8' : null);
}
function decode(bytes, type) {
    try {
        return new TextDecoder(charsetOf(type) ?? 'utf-8').decode(bytes);
    }
    catch {
        // A charset that nobody knows.
        return bytes.toString();
    }
}
/** JSON of any JSON media type, with or without a charset; null for what is not JSON. */
function bodyAsJson(bytes, type) {
    if (!/^\s*(?:application|text)\/(?:[\w.!#$&^-]+\+)?json\s*(?:;|$)/i.test(type))
        return null;
    try {
        return (0,parse/* parseJson */.qF)(decode(bytes, type), 'body');
    }
    catch {
        return null;
    }
}
/** `<https://h/2>; rel="next"` as `next: { url, rel }`. A link without rel is known by its URL. */
function linksOf(header) {
    const links = new Map();
    for (const [, url = '', parameters = ''] of header.matchAll(/<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s;,"']*))*)/g)) {
        const link = new Map([['url', url]]);
        for (const [, name = '', value = ''] of parameters.matchAll(/;\s*([^\s=;,]+)\s*=\s*("[^"]*"|'[^']*'|[^\s;,"']*)/g))
            link.set(name, value.replace(/^["']|["']$/g, ''));
        const rel = link.get('rel');
        links.set(typeof rel === 'string' ? rel : url, link);
    }
    return links;
}

;// CONCATENATED MODULE: ./src/jsontas/json-of.js


/** A value that goes out of the evaluation as text. @throws {Error} when it holds a failure, or contains itself */
function json_of_jsonOf(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    const [flaw] = flawsIn(value);
    if (flaw instanceof Failure)
        throw new Error(`it needs ${flaw.query}, which failed: ${flaw.cause}`);
    if (flaw)
        throw new Error(`its value ${flaw.what}`);
    return value;
}

;// CONCATENATED MODULE: ./src/jsontas/wait.js


/** `$wait`: evaluates `for` until it is true, every `interval` seconds; after `timeout` seconds gives `else` (jsontas.md 7.2). */
function* wait(parameters, scope) {
    const first = parameters.get('for') ?? null;
    if (isTruthy(first))
        return first;
    const { clock, signal, log } = scope;
    const deadline = clock.now() + seconds(parameters, 'timeout');
    const raw = scope.raw();
    while (clock.now() < deadline) {
        if (!(raw instanceof Map))
            throw new Error('its parameters come from a query, but must be written out where it is used, to be evaluated again');
        try {
            const value = yield* scope.evaluateAgain('for', raw.get('for') ?? null);
            if (isTruthy(value))
                return value;
        }
        catch (error) {
            signal?.throwIfAborted();
            log.warning('$wait: this round failed', { cause: (0,errors/* messageOf */.bD)(error) });
        }
        yield clock.sleep(seconds(parameters, 'interval'), signal);
    }
    return parameters.get('else') ?? null;
}
/** A member that is a time in seconds, fractions allowed, in milliseconds. @throws {Error} when it is not, or is missing without a default */
function seconds(parameters, name, whenMissing) {
    const given = parameters.has(name) || whenMissing === undefined ? parameters.get(name) : whenMissing;
    if (typeof given !== 'number' || (name === 'interval' && given < 0))
        throw new Error(`its "${name}" is ${value_kindOf(given)}; expected seconds`);
    return given * 1000;
}

;// CONCATENATED MODULE: ./src/jsontas/request.js








/**
 * `$request`: sends a request until something answers, whatever the status, and gives a description of the answer, also as `response` in the dataset;
 * null when `timeout` seconds have passed first (jsontas.md 8). What can never be sent fails at once.
 */
function* request(parameters, scope) {
    const { clock, dataset, http, log, signal } = scope;
    checkNames(parameters);
    const message = messageFrom(parameters, scope);
    const timeout = seconds(parameters, 'timeout', 10);
    const deadline = clock.now() + timeout;
    unanswered.delete(dataset);
    while (clock.now() < deadline) {
        try {
            // No limit would let a server that hangs hang the run; an answer after the timeout still counts when its try began before.
            const tried = http.request({ ...message, limit: Math.max(longestSilence, timeout), ...(signal && { signal }) }).then(describe);
            const response = (yield tried);
            dataset.set('response', response);
            return response;
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* InvalidInput */.o9)
                throw error;
            unanswered.set(dataset, (0,errors/* messageOf */.bD)(error));
            log.warning('$request: no answer', { cause: (0,errors/* messageOf */.bD)(error) });
        }
        yield clock.sleep(seconds(parameters, 'interval', 5), signal);
    }
    dataset.set('response', null);
    return null;
}
/** Why the last `$request` of this dataset gave null; undefined when it was answered. For whoever has to explain the null. */
function whyUnanswered(dataset) {
    return unanswered.get(dataset);
}
const unanswered = new WeakMap();
const longestSilence = 60_000;
const methods = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'];
const known = ['url', 'method', 'json', 'headers', 'params', 'data', 'auth', 'cookies', 'allow_redirects', 'verify', 'timeout', 'interval'];
// These tell Python's library how to hold the answer; there is nothing to hold here.
const idle = ['stream', 'hooks'];
const elsewhere = {
    cert: 'client certificates are not supported',
    proxies: 'proxies come from HTTP_PROXY, HTTPS_PROXY and NO_PROXY',
    files: 'files are not supported; send their text as "data"',
};
function checkNames(parameters) {
    for (const [name, value] of parameters) {
        if (known.includes(name) || idle.includes(name))
            continue;
        const why = elsewhere[name];
        if (why === undefined)
            throw new Error(`it has no parameter ${JSON.stringify(name)}.${(0,nearest/* didYouMean */.a)(name, known)}`);
        if (isTruthy(value))
            throw new Error(`its "${name}" cannot be used: ${why}`);
    }
}
function messageFrom(parameters, { log }) {
    const method = parameters.get('method');
    if (typeof method !== 'string' || !methods.includes(method.toLowerCase()))
        throw new Error(`its "method" is ${value_kindOf(method)}; expected one of ${methods.join(', ')}.${typeof method === 'string' ? (0,nearest/* didYouMean */.a)(method, methods) : ''}`);
    const url = parameters.get('url');
    if (typeof url !== 'string')
        throw new Error(`its "url" is ${value_kindOf(url)}; expected the text of an http or https address`);
    const { body, type } = bodyFrom(parameters);
    const headers = headersFrom(parameters);
    if (type !== undefined && ![...headers.keys()].some((name) => name.toLowerCase() === 'content-type'))
        headers.set('content-type', type);
    const verify = parameters.get('verify') ?? true;
    if (typeof verify !== 'boolean')
        throw new Error(`its "verify" is ${value_kindOf(verify)}; expected true or false. A private CA is named in NODE_EXTRA_CA_CERTS`);
    const auth = authFrom(parameters.get('auth') ?? null);
    if (auth)
        log.secret(auth.password);
    return {
        method: method.toUpperCase(),
        url: withParameters(url, json(parameters, 'params')),
        headers: Object.fromEntries(headers),
        ...(body !== undefined && { body }),
        ...(auth && { auth }),
        verify,
        // A checkout whose answer is lost may have happened: another try is the document's business, not the connection's.
        once: true,
        ...(parameters.has('allow_redirects') && { redirects: isTruthy(parameters.get('allow_redirects') ?? null) }),
    };
}
function bodyFrom(parameters) {
    const data = json(parameters, 'data');
    if (isTruthy(data)) {
        if (typeof data === 'string')
            return { body: data };
        if (typeof data !== 'object')
            throw new Error(`its "data" is ${value_kindOf(data)}; expected an object, a list of pairs or text`);
        return { body: printForm(data), type: 'application/x-www-form-urlencoded' };
    }
    const value = json(parameters, 'json');
    return value === null ? {} : { body: (0,print/* printPython */.qj)(value), type: 'application/json' };
}
function headersFrom(parameters) {
    const headers = new Map();
    const given = parameters.get('headers') ?? null;
    if (given !== null && !(given instanceof Map))
        throw new Error(`its "headers" are ${value_kindOf(given)}; expected an object`);
    for (const [name, value] of given ?? []) {
        if (value === null)
            continue;
        if (typeof value !== 'string')
            throw new Error(`its header ${JSON.stringify(name)} is ${value_kindOf(value)}; expected text`);
        headers.set(name, value);
    }
    const cookies = parameters.get('cookies') ?? null;
    if (cookies === null)
        return headers;
    if (!(cookies instanceof Map))
        throw new Error(`its "cookies" are ${value_kindOf(cookies)}; expected an object`);
    const pairs = [...cookies]
        .filter(([, value]) => value !== null)
        .map(([name, value]) => {
        if (typeof value !== 'string')
            throw new Error(`its cookie ${JSON.stringify(name)} is ${value_kindOf(value)}; expected text`);
        return `${name}=${value}`;
    });
    if (pairs.length > 0 && ![...headers.keys()].some((name) => name.toLowerCase() === 'cookie'))
        headers.set('cookie', pairs.join('; '));
    return headers;
}
function authFrom(auth) {
    if (!isTruthy(auth))
        return undefined;
    if (!(auth instanceof Map))
        throw new Error(`its "auth" is ${value_kindOf(auth)}; expected an object with username, password and type`);
    const stray = [...auth.keys()].find((name) => !['username', 'password', 'type'].includes(name));
    if (stray !== undefined)
        throw new Error(`its "auth" has no member ${JSON.stringify(stray)}; expected username, password and type`);
    const [username, password, type] = [auth.get('username'), auth.get('password'), auth.get('type') ?? 'basic'];
    if (typeof username !== 'string')
        throw new Error(`the "username" of its "auth" is ${value_kindOf(username)}; expected text`);
    // Not the value: it may be a secret in a form of its own.
    if (typeof password !== 'string')
        throw new Error('the "password" of its "auth" is not text');
    if (typeof type !== 'string')
        throw new Error(`the "type" of its "auth" is ${value_kindOf(type)}; expected basic or digest`);
    return { username, password, type: type.toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function json(parameters, name) {
    return json_of_jsonOf(parameters.get(name) ?? null);
}

;// CONCATENATED MODULE: ./src/jsontas/profiles.js














/** What indexes and slices were made of; it has no use of its own, but its name is taken (jsontas.md 5). */
const list = () => {
    throw new Error('it has no use by name: write the index or slice behind a list, as in $items.0 or $items.1:3');
};
/** The nine structures of the language (jsontas.md 5). All that a check-in rule of a released deployment can rely on. */
const builtIns = new Map([
    ['condition', condition],
    ['operator', operator],
    ['list', list],
    ['request', request],
    ['filter', filter],
    ['expand', expand],
    ['from', from],
    ['wait', wait],
    ['reduce', reduce],
]);
/** The built-in structures and those of the environment provider (jsontas.md 9): what provider files are written with. */
function providerStructures({ environment }) {
    return new Map([
        ...builtIns,
        ['json_dumps', (parameters) => printPython(jsonOf(parameters))],
        ['uuid_generate', () => randomUUID()],
        ['join', join],
        ['encrypt', encrypt(environment)],
        ['execution_space_instructions', executionSpaceInstructions(environment)],
    ]);
}
/** What a test runner knows: `$decrypt` and nothing else, so that a sub suite can neither make requests nor read anything (jsontas.md 12.8). */
function testRunnerStructures({ environment }) {
    return new Map([['decrypt', decrypt(environment)]]);
}

;// CONCATENATED MODULE: ./src/jsontas/evaluate.js
// The JSONTas language (jsontas.md), knowing nothing of ETOS. In: a document, the dataset its queries read, the structures it may use. Out: the
// evaluated document, or one error that says which query failed where. This file is all that users of the room import. Who lists, checks
// out or delegates with the result does not belong here.








/**
 * Evaluates a document (jsontas.md 2). The document is not changed. The result may be any JSON value; it may share parts with the dataset and with
 * itself, but has no cycles; it is JSON throughout.
 * @throws {InvalidInput} the document is not an object, a structure failed whose value is in the result, the result contains itself, it is nested too
 *   deeply, or a member follows a replacement that is no object. The message begins with file, line and column where they are known
 * @throws the signal's reason, when that fired
 */
async function evaluate(document, { dataset, structures, http, clock, log, signal, source }) {
    return await new Run({ dataset, structures, http, clock, log, ...(signal && { signal }), ...(source && { source }) }).evaluate(document);
}


/***/ })

};
;