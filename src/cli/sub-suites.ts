import stringWidth from 'string-width';
import { inWords } from '../host/clock.js';
import { printable } from '../report/printable.js';
import { truncate } from '../report/table.js';
import type { Step } from '../run/progress.js';

/** A sub suite that is not finished, as its steps tell. */
interface Active {
  /** Undefined where it is not known. */
  readonly recipes: number | undefined;
  readonly on: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly started: boolean;
  readonly done: number;
  readonly failed: number;
  readonly current?: { readonly testCase: string; readonly since: number };
}

/** The sub suites that are going on, kept up to date by steps. */
export class SubSuites {
  private readonly active = new Map<string, Active>();

  take(step: Step, now: number): void {
    if (step.kind === 'sub suite waiting') {
      this.active.set(step.subSuite, { recipes: step.recipes, on: step.on, since: now, started: false, done: 0, failed: 0 });
      return;
    }
    if (!('subSuite' in step)) return;
    // In a deployment nobody waits for them, and how many recipes they have is not told.
    if (step.kind === 'sub suite started' && !this.active.has(step.subSuite))
      this.active.set(step.subSuite, { recipes: undefined, on: '', since: now, started: true, done: 0, failed: 0 });
    const before = this.active.get(step.subSuite);
    if (!before) return;
    if (step.kind === 'sub suite started') this.active.set(step.subSuite, { ...before, started: true, since: now });
    else if (step.kind === 'recipe started')
      this.active.set(step.subSuite, { ...before, current: { testCase: step.testCase, since: now } });
    else if (step.kind === 'recipe finished') {
      const { current: _, ...rest } = before;
      this.active.set(step.subSuite, {
        ...rest,
        done: before.done + 1,
        failed: before.failed + (step.outcome.verdict === 'PASSED' ? 0 : 1),
      });
    } else if (step.kind === 'sub suite finished') this.active.delete(step.subSuite);
  }

  /**
   * A line for each: name, how far it is, since when, what it does.
   * @param columns width of a line; names give way, and never how far it is
   * @param redact takes the secrets out of names, before a part of them is left out and the rest is not recognised
   */
  lines(now: number, columns = Infinity, redact = (text: string): string => text): readonly string[] {
    return [...this.active].map(([own, { recipes, on, since, started, done, failed, current }]) => {
      const name = redact(own);
      const elapsed = inWords(Math.max(0, now - since));
      if (!started) return fitted([name, '  waiting for ', redact(on), `  ${elapsed}`], columns);
      const bad = failed > 0 ? `, ${failed} not passed` : '';
      // TEST_REGEX may find more test cases than there are recipes.
      const progress = `  ${recipes === undefined ? `${done} done` : `${done} of ${Math.max(recipes, done)}`}${bad}  ${elapsed}`;
      return current
        ? fitted([name, `${progress}  `, redact(current.testCase), ` (${inWords(Math.max(0, now - current.since))})`], columns)
        : fitted([name, progress, '', ''], columns);
    });
  }
}

type Line = readonly [name: string, fact: string, other: string, fact: string];

/** A line whose two names share what its facts leave of the width. Of a sub suite's name the end is kept: that is where its number stands. */
function fitted([name, fact, other, lastFact]: Line, columns: number): string {
  const [left, right] = [printable(name), printable(other)];
  if (!Number.isFinite(columns)) return left + fact + right + lastFact;
  const room = Math.max(2, columns - stringWidth(fact) - stringWidth(lastFact));
  const forLeft = Math.max(Math.floor(room / 2), room - stringWidth(right));
  const shown = truncate(left, forLeft, true);
  return shown + fact + truncate(right, room - stringWidth(shown)) + lastFact;
}
