import type { Engine } from '../../docker/engine.js';
import type { Clock } from '../../host/clock.js';
import { NotCarriedOut } from '../../host/errors.js';

export interface InContainer {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A container that runs, and what it is spoken to with. */
export interface Inside extends InContainer {
  readonly container: string;
}

/** What a short command prints. As root, who can see, end and remove what tests left, unless `asUser`. @throws {NotCarriedOut} when it fails */
export async function ask(
  command: readonly string[],
  { container, engine, clock, signal }: Inside,
  { asUser = false, limit = 60_000 }: { readonly asUser?: boolean; readonly limit?: number } = {},
): Promise<string> {
  const late = new NotCarriedOut(
    `${command[0] ?? ''} in the container did not end within ${limit / 1000} s`,
    'See whether the container still runs',
  );
  const patience = AbortSignal.any([signal, clock.deadline(limit, late)]);
  const exec = await engine.createExec(container, { command, ...(!asUser && { user: '0' }) }, { signal: patience });
  const output = await engine.startExec(exec, { signal: patience });
  const said: Buffer[] = [];
  const complaints: Buffer[] = [];
  await output.copy((stream, piece) => void (stream === 'stdout' ? said : complaints).push(Buffer.from(piece)), { signal: patience });
  const code = await exitCodeOf(exec, { container, engine, clock, signal: patience });
  if (code === 0) return Buffer.concat(said).toString('utf8');
  const why = Buffer.concat([...complaints, ...said])
    .toString('utf8')
    .trim();
  throw new NotCarriedOut(`${command.slice(0, 2).join(' ')} ended with exit code ${code}${why && `: ${why}`}`, '');
}

/**
 * The exit code of an exec that is over, or about to be.
 * @param patience milliseconds that the engine may take to hear of the end of a process whose output has ended
 * @throws {NotCarriedOut} when it goes on
 */
export async function exitCodeOf(exec: string, { engine, clock, signal }: Inside, patience = Infinity): Promise<number> {
  const giveUpAt = clock.monotonic() + patience;
  // The output may end a moment before the engine has heard of the end of the process.
  for (let pause = 2; ; pause = Math.min(pause * 2, 500)) {
    const { running, exitCode } = await engine.inspectExec(exec, { signal });
    if (!running && exitCode !== undefined) return exitCode;
    if (clock.monotonic() > giveUpAt)
      throw new NotCarriedOut('the connection to a command in the container was lost', 'Was the engine started anew?');
    await clock.sleep(pause, signal);
  }
}
