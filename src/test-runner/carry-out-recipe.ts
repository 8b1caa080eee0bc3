import { join as joinOwn } from 'node:path';
import { join } from 'node:path/posix';
import type { Recipe } from '../documents/recipe.js';
import type { Clock } from '../host/clock.js';
import type { Checkouts } from './checkout.js';
import type { Delivery, HeldLog } from './delivery.js';
import { OutputLog, type OutputLogOptions } from './output-log.js';
import { brokenOff, type RecipeResult } from './outcome.js';
import type { Scratch } from './scratch.js';
import { commandLine, environScript, executorScript } from './scripts.js';
import type { DirectoryEntry, Ending, Exit, Shell } from './shell/shell.js';
import type { TestCases } from './test-cases/test-cases.js';

const testLog = 'test_output.log';

export interface CarryingOut {
  readonly shell: Shell;
  readonly checkouts: Checkouts;
  /** What scripts begin with. */
  readonly prologue: string;
  /** Variables of every command of the sub suite. */
  readonly environment: Readonly<Record<string, string>>;
  readonly delivery: Delivery;
  readonly scratch: Scratch;
  /** The path of `full_execution.log`, as this process reaches it. */
  readonly fullLog: string;
  readonly live: Pick<OutputLogOptions, 'output' | 'log' | 'signal'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly stop: readonly Ending[];
}

/**
 * Carries out one recipe: checkout, ENVIRONMENT and EXECUTE, COMMAND with PARAMETERS, upload of logs and artifacts (etos.md 6.4).
 * @param testCases announces it
 * @throws {NotCarriedOut} when it could not be carried out; the signal's reason. What there is by then has been uploaded.
 */
export async function carryOutRecipe(recipe: Recipe, testCases: TestCases, parts: CarryingOut): Promise<RecipeResult> {
  testCases.begin();
  const held: HeldLog[] = [];
  let directory: string | undefined;
  let carried: { readonly exit: Exit; readonly duration: number } | undefined;
  let failure: unknown;
  try {
    directory = await parts.checkouts.directoryFor(recipe.checkout);
    carried = await runIn(directory, recipe, testCases, held, parts);
  } catch (error) {
    failure = error;
  }
  const testCase = recipe.testCase.id;
  const { logs, artifacts } = await filesOf(directory, parts.shell).catch((error: unknown) => {
    // The shell is gone, and may be what ended the recipe: its exit code says nothing. What this process holds can still be delivered.
    failure ??= error;
    carried = undefined;
    return { logs: nothing, artifacts: nothing };
  });
  if (carried && held.length === 0 && logs.entries[0]?.name !== testLog)
    parts.live.log.warning('the test removed its own log; its output is in full_execution.log', { testCase });
  const uploaded = await parts.delivery.deliverLogs(logs.directory, logs.entries, testCase, held);
  if (carried) testCases.end({ ...carried, logs: uploaded });
  else testCases.abandon(brokenOff(failure, parts.signal), uploaded);
  await parts.delivery.deliverArtifacts(artifacts.directory, artifacts.entries, testCase);
  if (!carried) throw failure;
  return { testCase, exit: carried.exit };
}

/** @param held gets the log, when it is not among the files of the shell */
async function runIn(
  directory: string,
  recipe: Recipe,
  testCases: TestCases,
  held: HeldLog[],
  { shell, prologue, environment, delivery, scratch, fullLog, live, clock, signal, stop }: CarryingOut,
): Promise<{ readonly exit: Exit; readonly duration: number }> {
  const [logs, artifacts] = [join(directory, 'logs'), join(directory, 'artifacts')];
  const environ = environScript(recipe);
  await shell.write([
    { directory: logs },
    { directory: artifacts },
    { file: join(directory, 'environ.sh'), content: environ, mode: 0o644 },
    { file: join(directory, 'executor.sh'), content: executorScript(shell.program, prologue, environ), mode: 0o755 },
  ]);
  const path = join(logs, testLog);
  const own = shell.own(path);
  const file = own ?? joinOwn(await scratch.directory(), `${scratch.next()}-${testLog}`);
  const onLine = testCases.line?.bind(testCases);
  await using output = await OutputLog.open({
    ...live,
    files: [
      { path: file, flag: 'w' },
      { path: fullLog, flag: 'a' },
    ],
    ...(onLine && { onLine }),
  });
  // Only now is it there to be delivered.
  if (own === undefined) held.push({ name: testLog, file });
  else delivery.isNew(path);
  const started = clock.now();
  const exit = await shell.run([shell.program, '-c', commandLine(recipe)], {
    cwd: directory,
    environment: { ...environment, LOG_PATH: logs, ARTIFACT_PATH: artifacts, TEST_ARTIFACT_PATH: artifacts },
    onOutput: (chunk) => output.take(chunk),
    signal,
    stop,
  });
  // Whatever ended the command together with the run, its code says nothing about the test.
  signal.throwIfAborted();
  return { exit, duration: clock.now() - started };
}

interface Files {
  readonly directory: string;
  readonly entries: readonly DirectoryEntry[];
}

const nothing: Files = { directory: '/', entries: [] };

async function filesOf(directory: string | undefined, shell: Shell): Promise<{ readonly logs: Files; readonly artifacts: Files }> {
  const [logs, artifacts] = [join(directory ?? '/', 'logs'), join(directory ?? '/', 'artifacts')];
  const [inLogs = [], inArtifacts = []] = directory === undefined ? [] : await shell.list([logs, artifacts]);
  const first = inLogs.filter(({ name }) => name === testLog);
  const others = inLogs.filter(({ name }) => name !== testLog);
  return { logs: { directory: logs, entries: [...first, ...others] }, artifacts: { directory: artifacts, entries: inArtifacts } };
}
