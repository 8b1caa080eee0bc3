import { isDeepStrictEqual } from 'node:util';

type Plain = Readonly<Record<string, unknown>>;

/**
 * How a value differs from what a case expects, its markers understood (jsontas.md 16); undefined when it does not.
 * @param names what the named groups of `@match` have matched so far: same name, same text; different names, different texts
 */
export function difference(actual: unknown, expected: unknown, names: Map<string, string> = new Map(), path = '$'): string | undefined {
  const differs = (): string => `${path}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs();
    return first(expected.map((element, i) => difference(actual[i], element, names, `${path}[${i}]`)));
  }
  if (!isPlain(expected)) return isDeepStrictEqual(actual, expected) ? undefined : differs();
  const [marker = ''] = Object.keys(expected);
  if (marker.startsWith('@') && Object.keys(expected).length === 1)
    return marked(marker, actual, expected[marker], names) ? undefined : differs();
  if (!isPlain(actual)) return differs();
  const stray = Object.keys(actual).find((name) => !Object.hasOwn(expected, name));
  if (stray !== undefined) return `${path}.${stray} is not expected`;
  return first(
    Object.entries(expected).map(([name, member]) =>
      Object.hasOwn(actual, name) ? difference(actual[name], member, names, `${path}.${name}`) : `${path}.${name} is missing`,
    ),
  );
}

function marked(marker: string, actual: unknown, detail: unknown, names: Map<string, string>): boolean {
  switch (marker) {
    case '@any':
      return true;
    case '@bytes':
      return actual === detail;
    case '@match':
      return typeof actual === 'string' && matches(actual, String(detail), names);
    case '@headers':
      return isPlain(actual) && Object.entries(detail as Plain).every(([name, value]) => actual[name] === value);
    case '@cookies':
      return isDeepStrictEqual(actual, detail);
    default:
      // A leaked Python object: nothing of ours can be it.
      return false;
  }
}

function matches(text: string, pattern: string, names: Map<string, string>): boolean {
  const match = new RegExp(pattern, 'u').exec(text) ?? new RegExp(pattern).exec(text);
  if (!match) return false;
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    if ((names.get(name) ?? value) !== value) return false;
    names.set(name, value);
  }
  return new Set(names.values()).size === names.size;
}

function first(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((one) => one !== undefined);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
