import type { Outcome } from '../../documents/outcome.js';
import type { Recipe } from '../../documents/recipe.js';
import type { Announcements } from '../announcements.js';
import { describeExit, exitCodeOf } from '../exit.js';
import type { Carried, TestCases } from './test-cases.js';
import type { Uploaded } from '../../log-area/upload.js';

/** A recipe as one test case: where no patterns say how its output tells of others. */
export class RecipeTestCase implements TestCases {
  private triggered = '';

  constructor(
    private readonly recipe: Pick<Recipe, 'id' | 'testCase'>,
    private readonly announcements: Announcements,
  ) {}

  begin(): void {
    const { id, testCase } = this.recipe;
    this.triggered = this.announcements.testCaseTriggered(testCase, id);
    this.announcements.testCaseStarted(this.triggered);
  }

  end({ exit, duration, logs }: Carried): void {
    const outcome =
      exitCodeOf(exit) === 0
        ? ({ verdict: 'PASSED', conclusion: 'SUCCESSFUL' } as const)
        : ({ verdict: 'FAILED', conclusion: 'FAILED', description: `It ended with ${describeExit(exit)}.` } as const);
    this.announcements.testCaseFinished(this.triggered, outcome, { duration, logs });
  }

  abandon(outcome: Outcome, logs: readonly Uploaded[]): void {
    this.announcements.testCaseFinished(this.triggered, outcome, { logs });
  }
}
