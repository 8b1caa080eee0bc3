import { randomUUID } from 'node:crypto';
import { exitCodeOf, type Inside } from './container-exec.js';
import { standsFor } from './container-gone.js';
import { endInTime, rejected } from './container-processes.js';
import type { Exit, RunOptions } from './shell.js';

// Every process of a command inherits it: a container shows nobody its process groups.
const commandMark = 'ETOS_TEST_RUNNER_COMMAND_ID';

// A background process may hold a command's output open: how long the command's last words may take when its end has been told, and how often we
// look whether it is still there, in case that nobody was left to tell.
const lastWords = 200;
const firstLook = 500;
const lookAtLeastEvery = 2_000;
// A command whose output has ended and that told nothing was killed, or the connection to it was lost.
const untold = 3_000;

// Runs a command, its errors into its output, and tells its exit code on standard error as soon as it has ended: an engine hears of the end of a
// process whose output others hold only after seconds (20.10). Whoever is killed with the container tells nothing.
const runningScript = `exec 3>&2 2> /dev/null
trap : INT TERM
(exec "$@" 2>&1 3>&-)
echo $? >&3`;

/**
 * Carries out a command in a container to its end. What it left running goes on.
 * @throws the signal's reason, after its processes were ended by the steps of `stop`; {NotCarriedOut} when the container is gone
 */
export async function runToEnd(
  command: readonly [string, ...string[]],
  { cwd, environment = {}, onOutput, signal, stop, hurry }: RunOptions,
  inside: Inside,
): Promise<Exit> {
  const { container, engine } = inside;
  signal.throwIfAborted();
  const id = randomUUID();
  const variables = { ...environment, [commandMark]: id };
  const exec = await engine.createExec(container, {
    command: ['/bin/sh', '-c', runningScript, 'sh', ...command],
    environment: Object.entries(variables).map(([name, value]) => `${name}=${value}`),
    workingDirectory: cwd,
  });
  const output = await engine.startExec(exec);
  // Several pieces come at once from the engine; whoever takes them is asked one after the other.
  let taking: void | Promise<void> = undefined;
  let heard = inside.clock.now();
  const told = toldCode();
  const copying = output.copy((stream, piece) => {
    heard = inside.clock.now();
    const own = stream === 'stderr' ? told.take(piece) : piece;
    if (own) taking = taking ? taking.then(() => onOutput(own)) : onOutput(own);
    return taking;
  });
  copying.catch(() => undefined);
  const unwanted = new AbortController();
  const fire = (): void => unwanted.abort(signal.reason);
  signal.addEventListener('abort', fire, { once: true });
  try {
    if (signal.aborted) fire();
    const over = Promise.race([told.code, ended(exec, unwanted.signal, inside)]);
    await Promise.race([copying, rejected(unwanted.signal), over.then(() => silent(() => heard, unwanted.signal, inside))]);
    const code = told.known() ?? (await exitCodeOf(exec, inside, untold));
    if (code !== 0 || told.known() === undefined) await standsFor(code, told.known() !== undefined, inside);
    // The end may have been caused by what the signal tells of, and have come here first.
    signal.throwIfAborted();
    return { code };
  } catch (error) {
    // Where the container or the engine is gone nothing can be ended, and the first error says more.
    await endInTime(`${commandMark}=${id}`, stop, hurry, inside).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', fire);
    unwanted.abort(new Error('the command is over'));
    output.close();
  }
}

/** What a command's script tells of its end. */
interface ToldCode {
  /** Takes a piece of standard error. @returns what is none of the script's words, such as the engine's own */
  take(piece: Buffer): Buffer | undefined;
  readonly code: Promise<number>;
  known(): number | undefined;
}

function toldCode(): ToldCode {
  let words = '';
  let known: number | undefined;
  let tell = (_: number): void => undefined;
  const code = new Promise<number>((resolve) => (tell = resolve));
  return {
    code,
    known: () => known,
    take(piece) {
      words += piece.toString('latin1');
      if (/^\d{0,3}$/.test(words)) return undefined;
      const others = Buffer.from(words, 'latin1');
      const isCode = /^\d{1,3}\n$/.test(words);
      if (isCode) tell((known = Number(words)));
      words = '';
      return isCode ? undefined : others;
    },
  };
}

/** Resolves when a command is over, told or not. */
async function ended(exec: string, over: AbortSignal, { engine, clock }: Inside): Promise<void> {
  await unless(over, async () => {
    for (let pause = firstLook; ; pause = Math.min(pause * 2, lookAtLeastEvery)) {
      await clock.sleep(pause, over);
      if (!(await engine.inspectExec(exec)).running) return;
    }
  });
}

/** Resolves when a command that is over has said its last words, whoever else may still speak. */
async function silent(heard: () => number, over: AbortSignal, { clock }: Inside): Promise<void> {
  await unless(over, async () => {
    for (let looks = 0; looks < 5; looks += 1) {
      await clock.sleep(lastWords, over);
      if (clock.now() - heard() >= lastWords) return;
    }
  });
}

/** Does the work, which never ends when it is broken off: somebody else found out, and what wins the race is not this. */
async function unless(over: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!over.aborted) throw error;
    await new Promise<never>(() => undefined);
  }
}
