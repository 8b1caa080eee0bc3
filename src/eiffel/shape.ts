/** What a member of an event may hold: the type that our code sees and the check of what others sent are the same description. */
export interface Shape<T> {
  /** Adds a sentence for each thing that is wrong. `strict`: members that nobody knows are wrong too. */
  readonly check: (value: unknown, path: string, problems: string[], strict: boolean) => void;
  /** Never there; carries the type. */
  readonly holds?: T;
}

export type Held<S> = S extends Shape<infer T> ? T : never;
type Members = Readonly<Record<string, Shape<unknown>>>;

export function text(pattern?: RegExp, expected = 'text'): Shape<string> {
  return simple((value) => typeof value === 'string' && (pattern?.test(value) ?? true), expected);
}

export function oneOf<const Word extends string>(...words: readonly Word[]): Shape<Word> {
  return simple((value) => words.some((word) => word === value), words.join(', '));
}

export const wholeNumber: Shape<number> = simple((value) => Number.isSafeInteger(value), 'a whole number');

/** Any JSON value: its own name for what has no form. */
export const anything: Shape<unknown> = simple((value) => value !== undefined, 'a value');

export function listOf<T>(element: Shape<T>): Shape<readonly T[]> {
  return {
    check(value, path, problems, strict) {
      if (!Array.isArray(value)) problems.push(`${path} is ${print(value)}; expected a list`);
      else value.forEach((one, n) => element.check(one, `${path}[${n}]`, problems, strict));
    },
  };
}

/** @param open members beside these are let pass even by a strict check */
export function objectOf<R extends Members, O extends Members>(
  required: R,
  optional: O,
  { open = false }: { readonly open?: boolean } = {},
): Shape<{ readonly [K in keyof R]: Held<R[K]> } & { readonly [K in keyof O]?: Held<O[K]> }> {
  return {
    check(value, path, problems, strict) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        problems.push(`${path} is ${print(value)}; expected an object`);
        return;
      }
      const at = (name: string): string => `${path}.${name}`;
      for (const name of Object.keys(required)) if (!Object.hasOwn(value, name)) problems.push(`${at(name)} is missing`);
      for (const [name, member] of Object.entries(value)) {
        const shape = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) ? optional[name] : undefined;
        if (shape) shape.check(member, at(name), problems, strict);
        else if (strict && !open)
          problems.push(`${at(name)} is not known; known are ${[...Object.keys(required), ...Object.keys(optional)].join(', ')}`);
      }
    },
  };
}

function simple<T>(isOne: (value: unknown) => boolean, expected: string): Shape<T> {
  return {
    check(value, path, problems) {
      if (!isOne(value)) problems.push(`${path} is ${print(value)}; expected ${expected}`);
    },
  };
}

function print(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}
