/** An image reference in its parts, by the engine's grammar. */
export interface ImageReference {
  /** As it was written. */
  readonly text: string;
  /** With registry and namespace: `busybox` is `docker.io/library/busybox`. Neither tag nor digest. */
  readonly name: string;
  readonly registry: string;
  readonly tag?: string;
  readonly digest?: string;
  /** Hexadecimal digits alone: the engine may take it for the id of an image that is there. */
  readonly mayBeId: boolean;
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domain =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]+)?';
const grammar = new RegExp(
  `^(?:(${domain})/)?(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}))?$`,
);

/** Undefined when the text is no reference: a leading dash, a space, an upper-case name, anything that could be taken for something else. */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length > 4096) return undefined;
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return { text, name: text, registry: '', digest: text, mayBeId: true };
  const match = grammar.exec(text);
  if (!match) return undefined;
  const [, head, path = '', tag, digest] = match;
  // `acme/tool` is on Docker Hub, `acme.io/tool`, `localhost/tool` and `acme:5000/tool` are elsewhere.
  const isRegistry = head !== undefined && (/[.:]/.test(head) || head === 'localhost' || head !== head.toLowerCase());
  const registry = isRegistry ? head : 'docker.io';
  const local = head === undefined || isRegistry ? path : `${head}/${path}`;
  const namespace = registry === 'docker.io' && !local.includes('/') ? 'library/' : '';
  return {
    text,
    name: `${registry === 'index.docker.io' ? 'docker.io' : registry}/${namespace}${local}`,
    registry: registry === 'index.docker.io' ? 'docker.io' : registry,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    mayBeId: !isRegistry && tag === undefined && digest === undefined && /^[0-9a-f]+$/.test(local),
  };
}

/** True when the reference's name is `prefix` or lies below it, by whole components; the prefix may leave out `docker.io/`. */
export function isBelow(reference: ImageReference, prefix: string): boolean {
  if (reference.mayBeId) return false;
  const clean = prefix.replace(/\/$/, '');
  const below = (name: string): boolean => name === clean || name.startsWith(`${clean}/`);
  const short = reference.name.replace(/^docker\.io\/(?:library\/)?/, '');
  return (
    below(reference.name) || (reference.registry === 'docker.io' && (below(short) || below(reference.name.replace(/^docker\.io\//, ''))))
  );
}
