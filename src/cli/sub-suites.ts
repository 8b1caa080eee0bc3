import { inWords } from '../host/clock.js';
import type { Step } from '../run/progress.js';

/** A sub suite that is not finished, as its steps tell. */
interface Active {
  readonly recipes: number;
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

  /** A line for each: name, how far it is, since when, what it does. */
  lines(now: number): readonly string[] {
    return [...this.active].map(([name, { recipes, on, since, started, done, failed, current }]) => {
      const elapsed = inWords(Math.max(0, now - since));
      if (!started) return `${name}  waiting for ${on}  ${elapsed}`;
      const bad = failed > 0 ? `, ${failed} not passed` : '';
      const what = current ? `  ${current.testCase} (${inWords(Math.max(0, now - current.since))})` : '';
      // TEST_REGEX may find more test cases than there are recipes.
      return `${name}  ${done} of ${Math.max(recipes, done)}${bad}  ${elapsed}${what}`;
    });
  }
}
