export type ProviderKind = 'iut' | 'log-area' | 'execution-space';

/** The top key of a provider file, by kind. */
export const topKeys = { iut: 'iut', 'log-area': 'log', 'execution-space': 'execution_space' } as const satisfies Record<
  ProviderKind,
  string
>;

/** The kind of provider that has this top key; IUTs for one that nobody has. */
export function kindOfTopKey(topKey: string): ProviderKind {
  return (Object.keys(topKeys) as ProviderKind[]).find((kind) => topKeys[kind] === topKey) ?? 'iut';
}
