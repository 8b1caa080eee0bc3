/** What a parameter `tree` asks for: names, with what is wanted below them, and which of several. */
export interface Tree {
  readonly [name: string]: { readonly below?: Tree; readonly from?: number; readonly to?: number };
}

/** Reads `a,b[c,d]{0,100}`. */
export function readTree(text: string): Tree {
  let rest = text;
  const list = (): Tree => {
    const tree: Record<string, Tree[string]> = {};
    for (;;) {
      const [, name = ''] = /^(\w+)/.exec(rest) ?? [];
      if (name === '') throw new Error(`${text} is no tree, at ${rest}`);
      rest = rest.slice(name.length);
      let below: Tree | undefined;
      if (rest.startsWith('[')) {
        rest = rest.slice(1);
        below = list();
        rest = rest.slice(1);
      }
      const [range, from, to] = /^\{(\d+),(\d+)\}/.exec(rest) ?? [''];
      rest = rest.slice(range.length);
      tree[name] = { ...(below && { below }), ...(to !== undefined && { from: Number(from), to: Number(to) }) };
      if (!rest.startsWith(',')) return tree;
      rest = rest.slice(1);
    }
  };
  return list();
}

/** Nothing but what was asked for; classes are always told. */
export function pick(value: object, tree: Tree): object {
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).flatMap(([name, one]): [string, unknown][] => {
      const asked = tree[name];
      if (name === '_class') return [[name, one]];
      if (!asked) return [];
      const { below, from, to } = asked;
      const picked = (inner: unknown): unknown => (typeof inner === 'object' && inner !== null ? pick(inner, below ?? {}) : inner);
      return [[name, Array.isArray(one) ? one.slice(from, to).map(picked) : picked(one)]];
    }),
  );
}
