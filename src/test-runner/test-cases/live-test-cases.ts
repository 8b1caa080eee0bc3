import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from '../../documents/outcome.js';
import type { Recipe } from '../../documents/recipe.js';
import type { Log } from '../../host/log.js';
import type { Announcements, TestCaseOutcome } from '../announcements.js';
import { RecipeTestCase } from './recipe-test-case.js';
import type { Carried, TestCases } from './test-cases.js';
import { asSeen, sayingsIn, testNameIn, type Saying, type TestPatterns } from './test-patterns.js';
import type { Uploaded } from '../../log-area/upload.js';

interface OpenTestCase {
  readonly id: string;
  started: boolean;
}

const results: Readonly<Record<Exclude<Saying, 'triggered' | 'started'>, TestCaseOutcome>> = {
  passed: { verdict: 'PASSED', conclusion: 'SUCCESSFUL' },
  failed: { verdict: 'FAILED', conclusion: 'FAILED' },
  error: { verdict: 'FAILED', conclusion: 'INCONCLUSIVE' },
  skipped: { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'SKIPPED' },
};

// Whoever reads a description wants to know which failure it was; the log has the rest.
const longestLine = 300;

/**
 * The test cases that the output of one recipe tells of (etos.md 6.6), each with the recipe's id. Frameworks leave lines out: a test case that
 * nothing triggered is triggered by the first line about it, and one that was never finished ends inconclusive with the recipe. A recipe whose
 * output told of none is one itself, or nobody would hear of it.
 */
export class LiveTestCases implements TestCases {
  private current: string | undefined;
  private readonly open = new Map<string, OpenTestCase>();
  private readonly finished = new Set<string>();

  constructor(
    private readonly recipe: Pick<Recipe, 'id' | 'testCase'>,
    private readonly patterns: TestPatterns,
    private readonly parts: { readonly announcements: Announcements; readonly log: Log },
  ) {}

  /** Nothing is known before the output tells. */
  begin(): void {
    this.current = undefined;
  }

  line(printed: string): Promise<void> | void {
    const line = asSeen(printed, this.patterns);
    this.current = testNameIn(line, this.patterns) ?? this.current;
    for (const saying of sayingsIn(line, this.patterns)) {
      if (this.current === undefined) this.parts.log.debug('a line tells of a test case before one was named', { line });
      else this.told(this.current, saying, line);
    }
    return this.parts.announcements.keepUp();
  }

  end(carried: Carried): void {
    if (this.none) this.asOne().end(carried);
    const unknown = {
      verdict: 'INCONCLUSIVE',
      conclusion: 'INCONCLUSIVE',
      description: 'The output ended without a result for this test case.',
    } as const;
    for (const name of [...this.open.keys()]) this.finish(name, unknown);
  }

  abandon(outcome: Outcome, logs: readonly Uploaded[]): void {
    if (this.none) this.asOne().abandon(outcome, logs);
    for (const name of [...this.open.keys()]) this.finish(name, outcome);
  }

  private get none(): boolean {
    return this.open.size === 0 && this.finished.size === 0;
  }

  private asOne(): TestCases {
    const testCase = new RecipeTestCase(this.recipe, this.parts.announcements);
    testCase.begin();
    return testCase;
  }

  private told(name: string, saying: Saying, line: string): void {
    switch (saying) {
      case 'triggered':
        this.trigger(name);
        return;
      case 'started': {
        const testCase = this.trigger(name);
        if (!testCase.started) this.parts.announcements.testCaseStarted(testCase.id);
        testCase.started = true;
        return;
      }
      case 'passed':
      case 'failed':
      case 'error':
      case 'skipped':
        // A summary often repeats results.
        if (!this.open.has(name) && this.finished.has(name)) return;
        this.trigger(name);
        this.finish(
          name,
          { ...(results[saying].verdict === 'FAILED' && { description: shown(line) }), ...results[saying] },
          saying === 'skipped',
        );
        return;
    }
  }

  /** Said again of a test case that runs, it is the same one; after its end it is run again. */
  private trigger(name: string): OpenTestCase {
    const known = this.open.get(name);
    if (known) return known;
    const triggered = { id: this.parts.announcements.testCaseTriggered({ id: name }, this.recipe.id), started: false };
    this.open.set(name, triggered);
    return triggered;
  }

  private finish(name: string, outcome: TestCaseOutcome, skipped = false): void {
    const testCase = this.open.get(name);
    if (!testCase) return;
    this.open.delete(name);
    this.finished.add(name);
    this.parts.announcements.testCaseFinished(testCase.id, outcome, { skipped });
  }
}

function shown(line: string): string {
  const text = stripVTControlCharacters(line).trim();
  return text.length > longestLine ? `${text.slice(0, longestLine - 1).trimEnd()}…` : text;
}
