import type { Node } from './node.js';

/** Texts of which a subject must hold one at least. */
export type Clause = readonly string[];

// A single character is in nearly every text: looking for it costs more than it saves.
const shortest = 2;

/**
 * What every text has that a pattern matches, wherever in it: of each clause one text. Most patterns have a word in them, and most texts do not have it;
 * they need not be tried.
 */
export function clausesOf(node: Node): readonly Clause[] {
  switch (node.kind) {
    case 'sequence': {
      const clauses: Clause[] = [];
      let word = '';
      const finish = (): void => {
        if ([...word].length >= shortest) clauses.push([word]);
        word = '';
      };
      for (const part of node.parts) {
        const character = characterOf(part);
        if (character !== undefined) word += character;
        else {
          finish();
          clauses.push(...clausesOf(part));
        }
      }
      finish();
      return clauses;
    }
    case 'choice': {
      const best = node.branches.map((branch) => clausesOf(branch).reduce<Clause>(better, []));
      return best.every(({ length }) => length > 0) ? [best.flat()] : [];
    }
    case 'repeat':
      return node.min > 0 ? clausesOf(node.body) : [];
    case 'group':
    case 'atomic':
      return clausesOf(node.body);
    // What is looked at need not be matched, and what a group or a condition stands for is known only then.
    case 'look':
    case 'set':
    case 'at':
    case 'reference':
    case 'conditional':
      return [];
  }
}

function characterOf(node: Node): string | undefined {
  if (node.kind !== 'set' || node.set.negative || node.set.ignoreCase !== false || node.set.items.length !== 1) return undefined;
  const [item] = node.set.items;
  return item && 'from' in item && item.from === item.to ? String.fromCodePoint(item.from) : undefined;
}

/** The one that fewer texts will hold: its shortest word is longer. */
function better(one: Clause, other: Clause): Clause {
  return shortestOf(other) > shortestOf(one) ? other : one;
}

function shortestOf(clause: Clause): number {
  return clause.reduce((least, { length }) => Math.min(least, length), clause.length === 0 ? 0 : Infinity);
}
