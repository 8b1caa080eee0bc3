import { InvalidInput } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';

/**
 * Fills a template of Python's format form, as far as log areas use it (etos.md 6.5): `{name}`, `{{` and `}}` for braces.
 * @param what how messages call the template
 * @throws {InvalidInput} for an unknown name, a single brace, and Python's further forms (`{}`, `{0}`, `{name!r}`, `{name:>5}`, `{name.x}`)
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>, what: string): string {
  const known = Object.keys(values);
  const fail = (problem: string): never => {
    throw new InvalidInput(
      `${what} ${JSON.stringify(template)}: ${problem}`,
      `It may hold ${known.map((name) => `{${name}}`).join(', ')}; {{ and }} are braces`,
    );
  };
  return template.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, name?: string) => {
    if (found === '{{') return '{';
    if (found === '}}') return '}';
    if (name === undefined) return fail(`a single "${found}"`);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value ?? fail(`${found} is not known.${didYouMean(name, known)}`);
  });
}
