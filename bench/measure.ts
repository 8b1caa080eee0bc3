// How a measurement is taken and printed. A figure of this machine alone says nothing on the next one, so what counts is a ratio of two things
// measured side by side in the same minute; goals given in milliseconds or bytes are printed beside it.

import { performance } from 'node:perf_hooks';

/** Milliseconds that each of several things takes, in turn `rounds` times so that a slow moment hits all of them: the medians. */
export async function sideBySide<Name extends string>(
  things: Readonly<Record<Name, () => unknown>>,
  { rounds }: { readonly rounds: number },
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(things) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now();
      await things[name]();
      times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** One line: what was measured, the figure, and whether it keeps the goal, if there is one. */
export function report(
  what: string,
  figure: number,
  unit: string,
  goal?: { readonly atMost: number } | { readonly atLeast: number },
): void {
  const text = `${inShort(figure)} ${unit}`;
  const kept = goal === undefined || ('atMost' in goal ? figure <= goal.atMost : figure >= goal.atLeast);
  const words =
    goal === undefined ? '' : 'atMost' in goal ? `goal: at most ${inShort(goal.atMost)}` : `goal: at least ${inShort(goal.atLeast)}`;
  process.stdout.write(`  ${what.padEnd(64)} ${text.padStart(14)}  ${words}${kept ? '' : '  MISSED'}\n`);
  if (!kept) process.exitCode = 1;
}

function inShort(figure: number): string {
  return Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toFixed(2);
}
