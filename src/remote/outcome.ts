import { conclusions, verdicts, type Outcome } from '../documents/outcome.js';

/**
 * An outcome as a deployment tells it. The operator writes `Passed`, `TimedOut` and `None` where events have `PASSED`, `TIMED_OUT` and nothing (etos.md
 * 1.5); what is neither is INCONCLUSIVE, and so is a verdict PASSED of what could not be carried out.
 */
export function outcomeIn(value: Readonly<Record<string, unknown>>): Outcome {
  const word = (name: string): string => bare(typeof value[name] === 'string' ? value[name] : '');
  const conclusion = conclusions.find((one) => bare(one) === word('conclusion')) ?? 'INCONCLUSIVE';
  const verdict = verdicts.find((one) => bare(one) === word('verdict')) ?? 'INCONCLUSIVE';
  const description = typeof value.description === 'string' ? value.description : '';
  return { verdict: verdict === 'PASSED' && conclusion !== 'SUCCESSFUL' ? 'INCONCLUSIVE' : verdict, conclusion, description };
}

function bare(word: string): string {
  return word.toUpperCase().replace(/[^A-Z]/g, '');
}
