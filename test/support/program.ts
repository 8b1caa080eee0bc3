// Runs our programs as users do: the bundles of dist/, each in a process of its own. ETOS_TEST_DIST names another folder with bundles, for
// somebody who built elsewhere (`npm run build -- --out DIR`).

import { spawn } from 'node:child_process';
import os from 'node:os';
import { join, resolve } from 'node:path';

export type ProgramName = 'cli' | 'runner' | 'test-runner' | 'action' | 'post';

export interface StartOptions {
  readonly cwd?: string;
  /** Beside PATH, HOME, TMPDIR and DOCKER_HOST; nothing else of the tests' own environment is handed on, CI's variables above all. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Text for standard input; without it standard input is empty. */
  readonly input?: string;
  /** Text for standard input, which stays open for `type`. */
  readonly holdInput?: string;
}

/** How a program ended. */
export interface Ended {
  /** 128 + n after a signal, as a shell says it. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both as they came. */
  readonly output: string;
}

/** A program that runs. Disposing of it kills it. */
export interface Running extends AsyncDisposable {
  readonly pid: number;
  /** What it printed so far. */
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  /** Waits until its output holds this; fails as soon as the program ends without it, or after a bound. Bound in milliseconds. */
  prints(text: RegExp, bound?: number): Promise<RegExpExecArray>;
  /** To this one process, as CI systems do. */
  kill(signal: NodeJS.Signals): void;
  readonly exitCode: Promise<number>;
  readonly ended: Promise<Ended>;
}

/** A program that is told more while it runs. */
export interface Listening extends Running {
  /** Writes to standard input; needs `holdInput`. */
  type(text: string): void;
}

declare global {
  /** What programs the current test started, for its failure's report (environment.js). */
  var programsOfTest: { readonly command: string; printed(): string }[] | undefined;
}

const root = resolve(import.meta.dirname, '../..');

/** Where the bundle of a program is. */
export function bundleOf(program: ProgramName): string {
  return join(process.env.ETOS_TEST_DIST ?? join(root, 'dist'), program, 'index.js');
}

/** `etos ARGS` to its end. */
export async function runCli(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  return run('cli', args, options);
}

/** A program of ours to its end. */
export async function run(program: ProgramName, args: readonly string[] = [], options: StartOptions = {}): Promise<Ended> {
  await using running = start(program, args, options);
  return await running.ended;
}

/** Starts a program of ours. */
export function start(program: ProgramName, args: readonly string[] = [], options: StartOptions = {}): Running {
  return startProcess([process.execPath, bundleOf(program), ...args], options);
}

/** Starts any program, in the same hands. */
export function startProcess(
  [command, ...args]: readonly [string, ...string[]],
  { cwd, env = {}, input, holdInput }: StartOptions = {},
): Listening {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'DOCKER_HOST'].map((name) => [name, process.env[name]] as const);
  const environment = Object.entries({ ...Object.fromEntries(kept), ...env }).filter(([, value]) => value !== undefined);
  const child = spawn(command, args, { cwd: cwd ?? os.tmpdir(), env: Object.fromEntries(environment), stdio: ['pipe', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '', output: '' };
  globalThis.programsOfTest?.push({ command: [command, ...args].join(' '), printed: () => printed.output });
  const listeners = new Set<() => void>();
  const take = (stream: 'stdout' | 'stderr') => (piece: string) => {
    printed[stream] += piece;
    printed.output += piece;
    listeners.forEach((listener) => listener());
  };
  child.stdout.setEncoding('utf8').on('data', take('stdout'));
  child.stderr.setEncoding('utf8').on('data', take('stderr'));
  // A program may end without reading its input.
  child.stdin.on('error', () => undefined);
  if (holdInput === undefined) child.stdin.end(input);
  else child.stdin.write(holdInput);
  const exitCode = new Promise<number>((done, failed) => {
    child.once('error', failed);
    // `close`, not `exit`: all that it printed is here then.
    child.once('close', (code, signal) => done(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
  });
  let over = false;
  const ended = exitCode
    .then((code) => ({ exitCode: code, ...printed }))
    .finally(() => {
      over = true;
      listeners.forEach((listener) => listener());
    });
  // Whoever does not wait for the end is not to blame for it.
  ended.catch(() => undefined);
  return {
    pid: child.pid ?? -1,
    get stdout() {
      return printed.stdout;
    },
    get stderr() {
      return printed.stderr;
    },
    get output() {
      return printed.output;
    },
    exitCode,
    ended,
    kill: (signal) => void child.kill(signal),
    type: (text) => void child.stdin.write(text),
    prints: (text, bound = 30_000) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          const match = text.exec(printed.output);
          if (match === null && !over) return;
          stop();
          if (match) resolve(match);
          else reject(new Error(`${command} ended and never printed ${text.source}. It printed:\n${printed.output}`));
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`${command} did not print ${text.source} within ${bound / 1000} s. It printed:\n${printed.output}`));
        }, bound);
        const stop = (): void => {
          clearTimeout(timer);
          listeners.delete(settle);
        };
        listeners.add(settle);
        settle();
      }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exitCode.catch(() => undefined);
    },
  };
}
