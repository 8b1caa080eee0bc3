import type { Outcome } from '../documents/outcome.js';
import { inWords } from '../host/clock.js';
import { inOneLine, printable } from '../report/printable.js';
import { shownAs } from '../report/results.js';
import type { Step } from '../run/progress.js';

/** How much is told: on a terminal what goes on is seen in the live lines and need not be printed. */
export type Telling = 'everything' | 'what stays';

/** The line that says a step, or nothing when it is not worth one. */
export function lineOf(step: Step, telling: Telling, { output }: { readonly output: boolean }): string | undefined {
  const all = telling === 'everything';
  switch (step.kind) {
    case 'run':
      return `Run ${step.id} of ${printable(step.identity)}: ${amount(step.suites, 'suite')}, ${amount(step.recipes, 'recipe')}`;
    case 'execution space':
      return `Execution space: ${step.text}`;
    case 'suite started':
      return all ? `${printable(step.suite)}: started, ${amount(step.recipes, 'recipe')}` : undefined;
    case 'sub suite waiting':
      return all ? `${printable(step.subSuite)}: waiting for ${printable(step.on)}, ${amount(step.recipes, 'recipe')}` : undefined;
    case 'sub suite started':
      return all ? `${printable(step.subSuite)}: started` : undefined;
    case 'recipe started':
      return all && step.inOutput !== true ? `${printable(step.subSuite)}: ${printable(step.testCase)} ...` : undefined;
    case 'recipe finished':
      return all || step.outcome.verdict !== 'PASSED'
        ? `${printable(step.subSuite)}: ${printable(step.testCase)} ${shownAs(step)} in ${inWords(step.duration)}${why(step.outcome)}`
        : undefined;
    case 'sub suite finished':
      return `${printable(step.subSuite)}: ${step.outcome.verdict}${why(step.outcome)}`;
    case 'suite finished':
      return `${printable(step.suite)}: ${step.outcome.verdict}: ${inOneLine(step.outcome.description)}`;
    case 'output':
      return output ? `${printable(step.subSuite)} | ${step.line}` : undefined;
    case 'note':
      return step.warning ? `warning: ${step.text}` : step.text;
  }
}

export function amount(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function why({ verdict, description }: Outcome): string {
  return verdict === 'PASSED' || description === '' ? '' : `: ${inOneLine(description)}`;
}
