import type { Outcome } from '../documents/outcome.js';
import type { Log } from '../host/log.js';
import type { Announcements, TestCaseOutcome } from './announcements.js';
import type { TestCases } from './test-cases.js';
import { sayingsIn, testNameIn, type Saying, type TestPatterns } from './test-patterns.js';

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

/**
 * The test cases that the output of one recipe tells of (etos.md 6.6). Frameworks leave lines out: a test case that nothing triggered is
 * triggered by the first line about it, and one that was never finished ends inconclusive with the recipe.
 */
export class LiveTestCases implements TestCases {
  private current: string | undefined;
  private readonly open = new Map<string, OpenTestCase>();
  private readonly finished = new Set<string>();

  constructor(
    private readonly patterns: TestPatterns,
    private readonly parts: { readonly announcements: Announcements; readonly log: Log },
  ) {}

  /** Nothing is known before the output tells. */
  begin(): void {
    this.current = undefined;
  }

  line(line: string): Promise<void> | void {
    this.current = testNameIn(line, this.patterns) ?? this.current;
    for (const saying of sayingsIn(line, this.patterns)) {
      if (this.current === undefined) this.parts.log.debug('a line tells of a test case before one was named', { line });
      else this.told(this.current, saying);
    }
    return this.parts.announcements.keepUp();
  }

  end(): void {
    const unknown = {
      verdict: 'INCONCLUSIVE',
      conclusion: 'INCONCLUSIVE',
      description: 'The output ended without a result for this test case.',
    } as const;
    for (const name of [...this.open.keys()]) this.finish(name, unknown);
  }

  abandon(outcome: Outcome): void {
    for (const name of [...this.open.keys()]) this.finish(name, outcome);
  }

  private told(name: string, saying: Saying): void {
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
        this.finish(name, results[saying], saying === 'skipped');
        return;
    }
  }

  /** Said again of a test case that runs, it is the same one; after its end it is run again. */
  private trigger(name: string): OpenTestCase {
    const known = this.open.get(name);
    if (known) return known;
    const triggered = { id: this.parts.announcements.testCaseTriggered({ id: name }), started: false };
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
