import type { Outcome, Verdict } from '../documents/outcome.js';

/** How a sub suite ended: what its test runner said, or why nobody said anything. */
export type SubSuiteEnd =
  | { readonly name: string; readonly outcome: Outcome }
  /** It never started, or ended without a word; the reason is a sentence without its full stop. */
  | { readonly name: string; readonly lost: string };

const inconclusive = (description: string, conclusion: Outcome['conclusion'] = 'FAILED'): Outcome => ({
  verdict: 'INCONCLUSIVE',
  conclusion,
  description,
});

/** The outcome of a suite without recipes (etos.md 4.6, first row). */
export function outcomeOfNothing(suite: string): Outcome {
  return inconclusive(`No tests in test suite ${suite}: it has no recipes.`);
}

/**
 * The outcome of a suite from the ends of its sub suites: verdict and conclusion by the table of etos.md 4.6, in its order; descriptions that
 * say which sub suites it was, and why.
 * @param problem why the suite could not be carried out in full: no environment, time, cancelled
 */
export function outcomeOf(
  ends: readonly SubSuiteEnd[],
  problem?: { readonly reason: string; readonly conclusion: Outcome['conclusion'] },
): Outcome {
  const lost = ends.filter((end) => 'lost' in end).map(({ name, lost: reason }) => `${name} (${reason})`);
  const told = ends.filter((end) => 'outcome' in end);
  const broken = told.filter(({ outcome }) => outcome.conclusion !== 'SUCCESSFUL');
  const failed = told.filter(({ outcome }) => outcome.conclusion === 'SUCCESSFUL' && outcome.verdict !== 'PASSED');
  // What a cancel or the end of time cut off is no news of its own.
  const cutOff = problem?.conclusion === 'ABORTED' || problem?.conclusion === 'TIMED_OUT';
  if (cutOff && failed.length === 0) return inconclusive(sentences([problem.reason]), problem.conclusion);
  const reasons = [
    ...(problem ? [problem.reason] : []),
    ...(lost.length > 0 ? [`${ofAll(lost.length, ends.length)} gave no result: ${lost.join('; ')}`] : []),
    ...(broken.length > 0 ? [`${ofAll(broken.length, ends.length)} could not be carried out: ${described(broken)}`] : []),
  ];
  const failures = failed.length > 0 ? [`${ofAll(failed.length, ends.length)} failed: ${described(failed)}`] : [];
  if (reasons.length > 0) return inconclusive(sentences([...reasons, ...failures]), problem?.conclusion ?? 'FAILED');
  if (ends.length === 0) return inconclusive('No sub suite was started.');
  if (failures.length > 0) return { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: sentences(failures) };
  return { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All tests passed.' };
}

/** The outcome of a run: the first FAILED suite, else the last INCONCLUSIVE one, else the first (etos.md 4.3, 10). */
export function outcomeOfRun(suites: readonly { readonly name: string; readonly outcome: Outcome }[]): Outcome {
  const withVerdict = (verdict: Verdict) => suites.filter(({ outcome }) => outcome.verdict === verdict);
  const decisive = withVerdict('FAILED')[0] ?? withVerdict('INCONCLUSIVE').at(-1) ?? suites[0];
  if (!decisive) return inconclusive('Nothing was carried out.');
  if (suites.length === 1 || decisive.outcome.verdict === 'PASSED') return decisive.outcome;
  const others = suites.filter(({ outcome }) => outcome.verdict !== 'PASSED').length - 1;
  const more = others > 0 ? ` (and ${others} more of ${suites.length} suites not passed)` : '';
  return { ...decisive.outcome, description: `${decisive.name}: ${decisive.outcome.description}${more}` };
}

function ofAll(some: number, all: number): string {
  return `${some} of ${all} sub suite${all === 1 ? '' : 's'}`;
}

function described(ends: readonly { readonly name: string; readonly outcome: Outcome }[]): string {
  return ends.map(({ name, outcome }) => `${name} (${outcome.description.replace(/\.$/, '')})`).join('; ');
}

function sentences(parts: readonly string[]): string {
  return parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');
}
