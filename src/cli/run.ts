import { relative } from 'node:path';
import { inWords } from '../host/clock.js';
import { createLog } from '../host/log.js';
import { printFailures } from '../report/failures.js';
import { inOneLine } from '../report/printable.js';
import { redacted } from '../report/redact.js';
import { count, type Results } from '../report/results.js';
import { printTable } from '../report/table.js';
import type { Finished } from '../run/finished.js';
import type { RunOptions } from '../run/options.js';
import { run } from '../run/run.js';
import { colouring } from './colour.js';
import type { Face } from './face.js';
import { levelOf } from './log-level.js';
import { printError } from './print-error.js';
import { runOptions, type Flags } from './run-options.js';
import { terminalSize } from './terminal-size.js';
import { createTerminal, isLive } from './terminal.js';

/** How a run that was shown ended. */
export type ShownEnd = { readonly exitCode: number; readonly redact: (text: string) => string } & (
  { readonly finished: Finished; readonly options: RunOptions } | { readonly error: unknown }
);

/** `etos run`: carries a collection out, shows how it goes and what came of it. Gives the exit code. */
export async function runCommand(collection: string | undefined, flags: Flags, face: Face): Promise<number> {
  return (await runAndShow(collection, flags, face)).exitCode;
}

/**
 * The same, for a face that has more to say than an exit code.
 * @param onDirectory is called with the run's directory before anything is started @throws {InvalidInput} the options are wrong
 */
export async function runAndShow(
  collection: string | undefined,
  flags: Flags,
  face: Face,
  onDirectory?: (directory: string) => void,
): Promise<ShownEnd> {
  const { environment, signal, clock } = face;
  const options = runOptions(collection, flags, face);
  const redact = (text: string): string => log.redact(text);
  const colour = colouring(face);
  const terminal = createTerminal({ live: isLive(face, flags.tty), output: flags.verbose > 0, redact, colour }, face);
  const log = createLog({ level: levelOf(flags.verbose), write: terminal.log });
  // Jobs of today have it in their environment: a run must not move to a deployment because of it.
  if (environment.ETOS_API && !options.cluster)
    log.warning('ETOS_API is not used: the run is carried out here; --cluster starts it there', { ETOS_API: environment.ETOS_API });
  try {
    const finished = await run(options, {
      environment,
      log,
      progress: terminal.progress,
      signal,
      clock,
      ...(onDirectory && { onDirectory }),
    });
    terminal[Symbol.dispose]();
    // Before anything is cut: half a secret is not recognised.
    const shareable = redacted(finished.results, log);
    face.out.write(colour(redact(printEnd(shareable, { files: finished.files, options }, face))));
    return { exitCode: finished.exitCode, redact, finished, options };
  } catch (error) {
    terminal[Symbol.dispose]();
    return { exitCode: printError(error, { err: face.err, redact }), redact, error };
  }
}

function printEnd(
  results: Results,
  { files, options }: { readonly files: readonly string[]; readonly options: RunOptions },
  { out, directory }: Pick<Face, 'out' | 'directory'>,
): string {
  const { run: facts, outcome, suites } = results;
  const { passed, failed, inconclusive, notRun, skipped } = count(results);
  const counts = `${passed} passed, ${failed} failed, ${inconclusive} inconclusive, ${notRun} not run${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  const artifacts = suites.some(({ subSuites }) => subSuites.some((subSuite) => subSuite.artifacts.length > 0));
  const columns = out.isTTY === true ? terminalSize(out).columns : undefined;
  const failures = printFailures(results, columns);
  return [
    '',
    printTable(results, columns),
    ...(failures.length === 0 ? [] : ['', ...failures]),
    '',
    `${outcome.verdict}: ${inOneLine(outcome.description)}`,
    `${counts} in ${inWords(Math.max(0, facts.finished - facts.started))}`,
    `Reports in ${shown(options.reportDirectory, directory)}: ${files.map((file) => relative(options.reportDirectory, file)).join(', ')}`,
    ...(artifacts ? [`Artifacts in ${shown(options.artifactDirectory, directory)}`] : []),
    '',
  ].join('\n');
}

/** A path as somebody in this directory would write it. */
function shown(path: string, directory: string): string {
  const below = relative(directory, path);
  return below === '' ? '.' : below.startsWith('..') ? path : below;
}
