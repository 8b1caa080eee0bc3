import type { Outcome } from '../documents/outcome.js';
import { Cancelled, messageOf } from '../host/errors.js';
import { describeExit, exitCodeOf } from './exit.js';
import type { Exit } from './shell/shell.js';
import type { Uploaded } from '../log-area/upload.js';
import { outcomeByRule, type VerdictRule } from './verdict-rules.js';

/** A recipe that was carried out. */
export interface RecipeResult {
  readonly testCase: string;
  readonly exit: Exit;
}

const namedAtMost = 10;

/** What a sub suite's recipes come to, when all were carried out (etos.md 6.8). */
export function outcomeOf(name: string, results: readonly RecipeResult[], rules: readonly VerdictRule[]): Outcome {
  const ruled = outcomeByRule(
    rules,
    results.map(({ exit }) => exitCodeOf(exit)),
  );
  if (ruled) return ruled;
  const failed = results.filter(({ exit }) => exitCodeOf(exit) !== 0);
  if (failed.length === 0) return { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: `All ${name} tests completed successfully.` };
  const which = failed.map(({ testCase, exit }) => `${testCase} (${describeExit(exit)})`);
  const recipes = `${failed.length} of ${results.length} ${results.length === 1 ? 'recipe' : 'recipes'}`;
  return {
    verdict: 'FAILED',
    conclusion: 'SUCCESSFUL',
    description: `At least some ${name} tests failed. ${recipes} failed: ${someOf(which)}.`,
  };
}

/** What a sub suite, or a recipe, comes to that was not carried out to its end. */
export function brokenOff(error: unknown, signal: AbortSignal): Outcome {
  // Whatever the end of the run breaks on its way, that is the reason; only a cancel is somebody's wish.
  const conclusion = signal.reason instanceof Cancelled ? 'ABORTED' : 'FAILED';
  return { verdict: 'INCONCLUSIVE', conclusion, description: messageOf(signal.aborted ? signal.reason : error) };
}

/** The outcome with a sentence about what did not reach the log area. Whether tests passed does not depend on it. */
export function withMissingFiles(outcome: Outcome, uploads: readonly Uploaded[]): Outcome {
  const missing = uploads.filter((upload) => upload.state === 'missing');
  if (missing.length === 0) return outcome;
  const which = someOf(missing.map(({ name, reason }) => `${name} (${reason})`));
  const files = missing.length === 1 ? '1 file was' : `${missing.length} files were`;
  const said = /[.!?]$/.test(outcome.description) ? outcome.description : `${outcome.description}.`;
  return { ...outcome, description: `${said} ${files} not uploaded: ${which}.` };
}

function someOf(texts: readonly string[]): string {
  const rest = texts.length - namedAtMost;
  return rest > 0 ? `${texts.slice(0, namedAtMost).join(', ')} and ${rest} more` : texts.join(', ');
}
