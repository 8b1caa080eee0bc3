import { InvalidInput } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { syntaxErrorIn } from '../json/parse.js';
import { printPython } from '../json/print.js';
import { fromPlain, isObject, type JsonObject, type JsonValue } from '../json/value.js';

/** What an execution space is told: the `docker` parameter of a delegation (delegation.md 1). */
export interface Instructions {
  readonly image: string;
  /** In the order of the text; every value is a secret until somebody says otherwise. */
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** Options of `docker run` as they were written, one entry for each element of a list. Nothing here is checked yet. */
  readonly parameters: readonly (readonly [option: string, argument: string])[];
  readonly identifier?: string;
  /** `image`: the image has a test runner of its own. `embedded`: it is driven from outside. */
  readonly testRunner: 'image' | 'embedded';
  /** What the reader ignored or left out. Names only, never values. */
  readonly notes: readonly string[];
}

/** What is printed: values as a provider's document holds them. */
export interface InstructionsDocument {
  readonly image: string;
  readonly environment: JsonObject;
  readonly parameters: JsonObject;
  readonly identifier: string;
  readonly testRunner?: 'image' | 'embedded' | undefined;
}

const members = ['image', 'environment', 'parameters', 'identifier', 'testRunner'];
const variableName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/** Linux starts no program with a variable, name and final NUL counted, of more bytes than this. */
const longestVariable = 128 * 1024;
/**
 * Nor with more of them all together: a quarter of the stack's limit, 8 MiB unless told, for variables, arguments and a pointer to each. What the
 * image and the engine add gets the rest of it.
 */
const mostVariables = 2 * 1024 * 1024 - 128 * 1024;
const pointer = 8;
// A value that holds NUL is refused; `withMarks` keeps one from looking like this.
const numberMark = '\0number ';

/**
 * Reads the parameter. No message quotes any of its values, and none the text: it is full of secrets (delegation.md 6).
 * @param source how messages call the text
 * @param problems gets a sentence for each member that cannot be taken; whoever reads on adds his own and refuses with all of them
 * @throws {InvalidInput} when there is no member at all to be read
 */
export function parseInstructions(text: string, source: string, problems: string[]): Instructions {
  const document = parse(text, source);
  const notes: string[] = [];
  if (!isObject(document))
    throw new InvalidInput(`${source} is not a JSON object`, 'It must be {"image": …, "environment": {…}, "parameters": {…}}');
  for (const name of document.keys())
    if (!members.includes(name))
      notes.push(`warning: the parameter's member ${shown(name)} is not known and ignored${meantBy(name, document)}`);
  return {
    image: readImage(document.get('image'), problems),
    environment: readEnvironment(document.get('environment') ?? null, problems, notes),
    parameters: readParameters(document.get('parameters') ?? null, problems),
    ...readIdentifier(document.get('identifier') ?? null, problems),
    testRunner: readTestRunner(document.get('testRunner') ?? null, problems),
    notes,
  };
}

/** ` Did you mean image?`, of the members that are not there. */
function meantBy(name: string, document: JsonObject): string {
  const meant = didYouMean(
    name,
    members.filter((member) => !document.has(member)),
  );
  return meant && `.${meant}`;
}

/** The parameter's text as Python's `json.dumps` writes it, members in the order in which the released services send them. */
export function printInstructions({ image, environment, parameters, identifier, testRunner }: InstructionsDocument): string {
  const document = new Map<string, JsonValue>([
    ['image', image],
    ['environment', environment],
    ['parameters', parameters],
    ['identifier', identifier],
  ]);
  return printPython(testRunner === undefined ? document : document.set('testRunner', testRunner));
}

/** JSON with every number as text behind a mark: a port `5671` and a version `1.10` are handed over as they were written. */
function parse(text: string, source: string): JsonValue {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    JSON.parse(json);
  } catch {
    // The parser's message quotes the text.
    throw new InvalidInput(
      json.trim() === '' ? `${source} is empty` : `${source} is not JSON: ${slip(json)}`,
      'It must be the JSON text of the delegation parameter. The text is not shown because it holds secrets',
    );
  }
  try {
    return fromPlain(JSON.parse(withMarks(json)));
  } catch (error) {
    // JSON.parse takes any depth; whoever goes through the value afterwards, level by level, does not.
    if (error instanceof RangeError) throw new InvalidInput(`${source} is nested too deeply`, 'A thousand levels can be read');
    throw error;
  }
}

/** `line 3, column 7: unexpected "}" after a comma: …`: a letter or a digit is not shown, which may be one of a secret. */
function slip(json: string): string {
  const { line, column, what } = syntaxErrorIn(json);
  const told = what?.replace(/^unexpected "[^{}[\],:'"/#\\]*"(?:: )?/, '') ?? '';
  return `line ${line}, column ${column}${told && `: ${told}`}`;
}

/** A scanner, because a regular expression for a whole text runs out of its stack at some millions of escapes. */
function withMarks(json: string): string {
  const token = /"|-?\d[\d.eE+-]*/g;
  const pieces: string[] = [];
  let copied = 0;
  for (let found = token.exec(json); found; found = token.exec(json)) {
    const at = found.index;
    if (found[0] !== '"') {
      pieces.push(json.slice(copied, at), JSON.stringify(numberMark + found[0]));
      copied = token.lastIndex;
      continue;
    }
    // Text that begins as a mark does gets another NUL, and is no mark.
    if (json.startsWith('\\u0000', at + 1)) {
      pieces.push(json.slice(copied, at + 1), '\\u0000');
      copied = at + 1;
    }
    token.lastIndex = endOfText(json, at);
  }
  return pieces.join('') + json.slice(copied);
}

/** Behind the quotation mark that ends the text which begins at `from`. */
function endOfText(json: string, from: number): number {
  for (let at = json.indexOf('"', from + 1); ; at = json.indexOf('"', at + 1)) {
    let escapes = at;
    while (json[escapes - 1] === '\\') escapes--;
    if ((at - escapes) % 2 === 0) return at + 1;
  }
}

function readImage(value: JsonValue | undefined, problems: string[]): string {
  if (typeof value === 'string' && value !== '' && !isNumber(value)) return value;
  problems.push(value === undefined || value === null ? 'image is missing' : 'image must be text that is not empty');
  return '';
}

// What the environment provider was not configured with is null in its instructions, each time: nobody left these out by mistake.
const unset = ['ETR_VERSION', 'SOURCE_HOST'];

function readEnvironment(value: JsonValue, problems: string[], notes: string[]): Instructions['environment'] {
  const variables = membersOf('environment', value, problems).flatMap(([name, member]) => {
    if (!variableName.test(name)) {
      problems.push(
        `environment: ${shown(name)} is not the name of a variable: expected are letters, digits, "_", "." and "-", no digit first`,
      );
      return [];
    }
    if (member === null) {
      if (!unset.includes(name)) notes.push(`the variable ${name} is null and left out`);
      return [];
    }
    const text = textOf(member);
    const problem =
      text === undefined
        ? 'is an object or a list; expected text, a number, true, false or null'
        : (problemOf(text) ??
          (Buffer.byteLength(`${name}=${text}`) >= longestVariable
            ? 'is 128 KiB or longer, and Linux starts no program with it'
            : undefined));
    if (problem !== undefined) problems.push(`environment.${name} ${problem}`);
    return [[name, text ?? ''] as const];
  });
  const bytes = variables.reduce((sum, [name, text]) => sum + Buffer.byteLength(`${name}=${text}\0`) + pointer, 0);
  if (bytes > mostVariables)
    problems.push(
      `environment is ${Math.ceil(bytes / 1024)} KiB long in all, and Linux starts no program with more than ${mostVariables / 1024} KiB`,
    );
  return variables;
}

function readParameters(value: JsonValue, problems: string[]): Instructions['parameters'] {
  return membersOf('parameters', value, problems).flatMap(([option, member]) =>
    (Array.isArray(member) ? member : [member]).map((element) => {
      const text = textOf(element);
      const problem = text === undefined ? 'must be text, a number, true, false, or a list of these' : problemOf(text);
      if (problem !== undefined) problems.push(`parameters: the argument of ${shown(option)} ${problem}`);
      return [option, text ?? ''] as const;
    }),
  );
}

function readIdentifier(value: JsonValue, problems: string[]): { readonly identifier?: string } {
  if (value === null) return {};
  if (typeof value === 'string' && !isNumber(value) && /^[\x21-\x7e]{1,256}$/.test(value)) return { identifier: value };
  problems.push('identifier must be text of 1 to 256 printable characters without spaces');
  return {};
}

function readTestRunner(value: JsonValue, problems: string[]): Instructions['testRunner'] {
  if (value === null || value === 'image') return 'image';
  if (value === 'embedded') return 'embedded';
  problems.push('testRunner must be "image" or "embedded"');
  return 'image';
}

function membersOf(name: string, value: JsonValue, problems: string[]): readonly (readonly [string, JsonValue])[] {
  if (value === null) return [];
  if (isObject(value)) return [...value];
  problems.push(`${name} must be an object`);
  return [];
}

function textOf(value: JsonValue): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  return isNumber(value) ? value.slice(numberMark.length) : value;
}

function isNumber(text: string): boolean {
  return text.startsWith(numberMark);
}

function problemOf(text: string): string | undefined {
  if (text.includes('\0')) return 'holds a NUL, which no program can be given';
  // Half of a surrogate pair has no UTF-8 form: something else would arrive.
  return /\p{Surrogate}/u.test(text) ? 'is not valid Unicode' : undefined;
}

/** A name from the parameter for a message: never what follows an equals sign, or an option's blank, and not more than a line. */
function shown(name: string): string {
  const head = name.split(name.startsWith('-') ? /[=\s]/ : '=', 1)[0] ?? '';
  return JSON.stringify(head.length > 60 ? `${head.slice(0, 60)}…` : head);
}
