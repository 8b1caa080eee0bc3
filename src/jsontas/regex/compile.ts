import type { CharacterSet } from './character-set.js';
import { widthOf, type Node, type Place } from './node.js';

/** A pattern as steps of a machine; each says where it goes on. */
export type Step =
  | { readonly do: 'set'; readonly set: CharacterSet; readonly next: number }
  /** `set` again and again, at once; tried from the longest, or the shortest, on. */
  | {
      readonly do: 'run';
      readonly set: CharacterSet;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
      readonly next: number;
    }
  | { readonly do: 'fork'; readonly first: number; readonly second: number }
  | { readonly do: 'at'; readonly place: Place; readonly ascii: boolean; readonly next: number }
  | { readonly do: 'keep'; readonly slot: number; readonly next: number }
  /** Goes on when something was consumed since `slot` was kept, and leaves the loop otherwise. */
  | { readonly do: 'unmoved'; readonly slot: number; readonly moved: number; readonly stuck: number }
  | { readonly do: 'reference'; readonly number: number; readonly ignoreCase: boolean; readonly ascii: boolean; readonly next: number }
  | { readonly do: 'conditional'; readonly number: number; readonly yes: number; readonly no: number }
  | { readonly do: 'atomic'; readonly start: number; readonly next: number }
  | {
      readonly do: 'look';
      readonly start: number;
      readonly behind: boolean;
      readonly negative: boolean;
      readonly width: number;
      readonly next: number;
    }
  | { readonly do: 'end' };

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  /** Positions that are kept: two for each group, one for each loop whose body may be empty. */
  readonly slots: number;
}

const mostSteps = 100_000;

/**
 * Makes a program of a pattern. It is made from its end to its start, so that each step knows where it goes on.
 * @param linear without steps that stand for many positions, and without anything kept: what a memory of visited states needs
 * @throws {SyntaxError} when repetitions of repetitions make it too large
 */
export function compile(root: Node, { groups, linear }: { readonly groups: number; readonly linear: boolean }): Program {
  const steps: Step[] = [];
  let slots = groups * 2;
  const add = (step: Step): number => {
    if (steps.length >= mostSteps) throw new SyntaxError(`the pattern is too large: more than ${mostSteps} steps`);
    return steps.push(step) - 1;
  };
  // A loop's end is made before its start is known.
  const reserve = (): number => add({ do: 'end' });
  const sub = (node: Node): number => make(node, add({ do: 'end' }));

  const make = (node: Node, next: number): number => {
    switch (node.kind) {
      case 'set':
        return add({ do: 'set', set: node.set, next });
      case 'at':
        return add({ do: 'at', place: node.place, ascii: node.ascii, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => make(part, after), next);
      case 'choice':
        return node.branches.map((branch) => make(branch, next)).reduceRight((second, first) => add({ do: 'fork', first, second }));
      case 'group':
        if (linear) return make(node.body, next);
        return add({ do: 'keep', slot: node.number * 2, next: make(node.body, add({ do: 'keep', slot: node.number * 2 + 1, next })) });
      case 'atomic':
        return add({ do: 'atomic', start: sub(node.body), next });
      case 'look':
        return add({ do: 'look', start: sub(node.body), behind: node.behind, negative: node.negative, width: node.width, next });
      case 'reference':
        return add({ do: 'reference', number: node.number, ignoreCase: node.ignoreCase, ascii: node.ascii, next });
      case 'conditional':
        return add({ do: 'conditional', number: node.number, yes: make(node.yes, next), no: make(node.no, next) });
      case 'repeat':
        return repeat(node, next);
    }
  };

  const repeat = (node: Node & { kind: 'repeat' }, next: number): number => {
    const { body, min, max, way } = node;
    if (way === 'possessive') return add({ do: 'atomic', start: repeat({ ...node, way: 'greedy' }, add({ do: 'end' })), next });
    const greedy = way === 'greedy';
    if (body.kind === 'set' && !linear) return add({ do: 'run', set: body.set, min, max, greedy, next });
    const fork = (again: number, on: number): Step => ({ do: 'fork', first: greedy ? again : on, second: greedy ? on : again });
    let entry = next;
    if (max === Infinity) {
      const loop = reserve();
      if (linear || widthOf(body, new Map())[0] > 0) steps[loop] = fork(make(body, loop), next);
      else {
        const slot = slots++;
        const check = add({ do: 'unmoved', slot, moved: loop, stuck: next });
        steps[loop] = fork(add({ do: 'keep', slot, next: make(body, check) }), next);
      }
      entry = loop;
    } else for (let n = min; n < max; n++) entry = add(fork(make(body, entry), next));
    for (let n = 0; n < min; n++) entry = make(body, entry);
    return entry;
  };

  const start = make(root, reserve());
  return { steps, start, slots };
}
