import type { CharacterSet } from './character-set.js';

/** A pattern taken apart. */
export type Node =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly branches: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly min: number;
      readonly max: number;
      readonly way: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly kind: 'group'; readonly number: number; readonly body: Node }
  | { readonly kind: 'atomic'; readonly body: Node }
  | { readonly kind: 'look'; readonly body: Node; readonly behind: boolean; readonly negative: boolean; readonly width: number }
  | { readonly kind: 'at'; readonly place: Place; readonly ascii: boolean }
  | { readonly kind: 'reference'; readonly number: number; readonly ignoreCase: boolean; readonly ascii: boolean }
  | { readonly kind: 'conditional'; readonly number: number; readonly yes: Node; readonly no: Node };

/** Where a position has to be. `lastLine` is the very end, or before a newline that is the last character. */
export type Place = 'start' | 'end' | 'lastLine' | 'lineStart' | 'lineEnd' | 'boundary' | 'notBoundary';

/** The fewest and the most characters that a node matches. */
export function widthOf(node: Node, groups: ReadonlyMap<number, readonly [number, number]>): readonly [number, number] {
  switch (node.kind) {
    case 'set':
      return [1, 1];
    case 'sequence':
      return node.parts.map((part) => widthOf(part, groups)).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    case 'choice': {
      const widths = node.branches.map((branch) => widthOf(branch, groups));
      return [Math.min(...widths.map(([least]) => least)), Math.max(...widths.map(([, most]) => most))];
    }
    case 'repeat': {
      const [least, most] = widthOf(node.body, groups);
      // Not infinity times nothing.
      return [least * node.min, most === 0 || node.max === 0 ? 0 : most * node.max];
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups);
    case 'reference':
      return groups.get(node.number) ?? [0, Infinity];
    case 'conditional': {
      const [yes, no] = [widthOf(node.yes, groups), widthOf(node.no, groups)];
      return [Math.min(yes[0], no[0]), Math.max(yes[1], no[1])];
    }
    case 'look':
    case 'at':
      return [0, 0];
  }
}
