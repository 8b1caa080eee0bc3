import { InvalidInput } from '../host/errors.js';

/** The item under test. Publish and look up `text` as given: libraries print purls differently (eiffel.md 7.3). */
export interface Identity {
  readonly text: string;
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly subpath?: string;
}

const expected = 'expected a package URL such as pkg:docker/acme/webshop@4.2.0';
const form = 'The form is pkg:type/namespace/name@version?qualifiers#subpath; type and name are mandatory';

/** Reads `pkg:type/namespace/name@version?qualifiers#subpath` from the right (eiffel.md 7.2). @throws {InvalidInput} */
export function parseIdentity(text: string): Identity {
  const fail = (what: string): never => {
    throw new InvalidInput(`identity ${JSON.stringify(text)}: ${what}; ${expected}`, form);
  };
  // Stricter than some libraries: `PKG:` and leading space pass there and fail in the event schemas (eiffel.md 7.3).
  if (!text.startsWith('pkg:')) return fail('does not start with "pkg:"');
  const decode = (part: string): string => {
    try {
      return decodeURIComponent(part);
    } catch {
      return fail(`${JSON.stringify(part)} is not valid percent-encoding`);
    }
  };
  const [beforeSubpath, subpathText] = splitLast(text.slice('pkg:'.length), '#');
  const [beforeQualifiers, qualifiersText] = splitLast(beforeSubpath, '?');
  const path = beforeQualifiers.replace(/^\/+/, '');
  const slash = path.indexOf('/');
  const type = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
  if (type === '') return fail('has no type');
  if (!/^[a-z][a-z0-9.-]*$/.test(type)) return fail(`${JSON.stringify(type)} is not a type: letters, digits, "." and "-" only`);
  const [place, versionText] = splitVersion(slash < 0 ? '' : path.slice(slash + 1));
  const segments = place
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  const name = segments.pop();
  if (name === undefined) return fail('has no name');
  const namespace = segments.join('/');
  const version = versionText === undefined ? '' : decode(versionText);
  const subpath = (subpathText ?? '')
    .split('/')
    .map(decode)
    .filter((segment) => !['', '.', '..'].includes(segment))
    .join('/');
  const qualifiers = Object.fromEntries(
    (qualifiersText ?? '')
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        if (equals < 1) return fail(`the qualifier ${JSON.stringify(pair)} is not key=value`);
        return [pair.slice(0, equals).toLowerCase(), decode(pair.slice(equals + 1))] as const;
      })
      .filter(([, value]) => value !== ''),
  );
  const folded = lowerCased.has(type);
  return {
    text,
    type,
    ...(namespace && { namespace: folded ? namespace.toLowerCase() : namespace }),
    name: type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : folded ? name.toLowerCase() : name,
    ...(version && { version }),
    qualifiers,
    ...(subpath && { subpath }),
  };
}

/** Types whose namespace and name are written in lower case, as the Python library the originals use has it. */
const lowerCased = new Set(['bitbucket', 'github', 'pypi', 'gitlab']);

/** One part of an identity, percent-encoded: everything but letters, digits and `.-_~:` (eiffel.md 7.2). */
export function encodePart(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}

function splitLast(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function splitVersion(text: string): readonly [string, string | undefined] {
  const at = text.lastIndexOf('@');
  // An unencoded "@" directly after a slash, or first, belongs to a name or namespace: npm's scopes.
  return at <= 0 || text[at - 1] === '/' ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
