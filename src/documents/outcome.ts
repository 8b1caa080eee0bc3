/** What the tests say. */
export type Verdict = 'PASSED' | 'FAILED' | 'INCONCLUSIVE';
/** Whether the tests could be carried out. */
export type Conclusion = 'SUCCESSFUL' | 'FAILED' | 'ABORTED' | 'TIMED_OUT' | 'INCONCLUSIVE';

/** Verdict and conclusion with a sentence for people (eiffel.md 3.9). */
export interface Outcome {
  readonly verdict: Verdict;
  readonly conclusion: Conclusion;
  readonly description: string;
}

export const verdicts: readonly Verdict[] = ['PASSED', 'FAILED', 'INCONCLUSIVE'];
export const conclusions: readonly Conclusion[] = ['SUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE'];
