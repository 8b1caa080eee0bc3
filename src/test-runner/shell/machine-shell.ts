import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import type { Clock } from '../../host/clock.js';
import { NotCarriedOut, messageOf } from '../../host/errors.js';
import { processesMarked } from '../../host/strays.js';
import { openFile } from '../open-file.js';
import { OutputPipes } from './output-pipes.js';
import { OutputReader } from './output-reader.js';
import { processesLedBy } from './process-tree.js';
import type { DirectoryEntry, Ending, Exit, NewFile, RunOptions, Shell } from './shell.js';

// Every process that a command starts inherits these: what left the command's process group is found by them.
const shellMark = 'ETOS_TEST_RUNNER_ID';
const commandMark = 'ETOS_TEST_RUNNER_COMMAND_ID';

/**
 * A shell on this machine: each command leads a session and process group of its own.
 * @param root an absolute path; made when it is not there
 * @param environment what commands start with
 */
export function machineShell(root: string, environment: Readonly<Record<string, string>>, { clock }: { readonly clock: Clock }): Shell {
  const id = randomUUID();
  const pipes = new OutputPipes();
  const mine = (): Promise<readonly number[]> => processesMarked(shellMark, id);
  return {
    root,
    program: bash() ?? '/bin/sh',
    environment,
    own: (path) => path,
    run: (command, options) =>
      runToEnd(command, { ...options, environment: { ...environment, ...options.environment, [shellMark]: id } }, { pipes, clock }),
    async write(entries) {
      await Promise.all(entries.map((entry) => ('directory' in entry ? mkdir(entry.directory, { recursive: true }) : writeOne(entry))));
    },
    list: (paths) => Promise.all(paths.map(listOne)),
    read: openFile,
    pack: (path) => Promise.resolve(pack(path)),
    async remove(paths) {
      await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true, maxRetries: 2 })));
    },
    sweep: (grace) => end(mine, [{ send: 'SIGTERM', patience: grace }], { clock }),
    async [Symbol.asyncDispose]() {
      await end(mine, [], { clock });
      pipes[Symbol.dispose]();
    },
  };
}

async function runToEnd(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, environment, onOutput, signal, stop, hurry }: RunOptions,
  { pipes, clock }: { readonly pipes: OutputPipes; readonly clock: Clock },
): Promise<Exit> {
  signal.throwIfAborted();
  const commandId = randomUUID();
  const pipe = await pipes.open();
  const child = attempt(program, cwd, () =>
    spawn(program, args, { cwd, env: { ...environment, [commandMark]: commandId }, detached: true, stdio: ['ignore', pipe.end, pipe.end] }),
  );
  pipe.handedOver();
  if (child instanceof Error) throw child;
  const reader = new OutputReader(pipe.output, onOutput);
  const exit = new Promise<Exit>((resolve, reject) => {
    child.once('error', (error) => reject(notStarted(program, cwd, error)));
    child.once('exit', (code, killedBy) => resolve(killedBy === null ? { code: code ?? 0 } : { killedBy }));
  });
  using unwanted = whenFired(signal);
  try {
    // A piece of output that cannot be taken ends the command too: what nobody records must not go on.
    await Promise.race([exit, unwanted.fired, reader.ended.then(() => exit)]);
    await Promise.race([reader.rest({ clock }), unwanted.fired]);
    const ended = await exit;
    // The end may have been caused by what the signal tells of, and have come here first.
    signal.throwIfAborted();
    return ended;
  } catch (error) {
    if (child.pid !== undefined) await end(() => treeOf(child.pid ?? 0, commandId), stop, { clock, hurry });
    await reader.rest({ clock });
    throw error;
  } finally {
    reader.discard();
  }
}

/** Some failures to start are thrown (arguments that are too long), others come as an event. */
function attempt(program: string, cwd: string, start: () => ChildProcess): ChildProcess | NotCarriedOut {
  try {
    return start();
  } catch (error) {
    return notStarted(program, cwd, error);
  }
}

function notStarted(program: string, cwd: string, cause: unknown): NotCarriedOut {
  return new NotCarriedOut(`cannot start ${program} in ${cwd}: ${messageOf(cause)}`, 'See whether both are there and may be used', {
    cause,
  });
}

/** The processes of a command: its session and group, and what left them but carries the command's mark. */
async function treeOf(leader: number, commandId: string): Promise<readonly number[]> {
  return [...new Set((await Promise.all([processesLedBy(leader), processesMarked(commandMark, commandId)])).flat())];
}

/** Sends one signal after the other until no process is left; SIGKILL comes last. Processes that appear meanwhile get the signal too. */
async function end(
  find: () => Promise<readonly number[]>,
  stop: readonly Ending[],
  { clock, hurry }: { readonly clock: Clock; readonly hurry?: AbortSignal | undefined },
): Promise<void> {
  for (const { send, patience } of [...stop, { send: 'SIGKILL', patience: 5_000 } as const]) {
    const until = clock.now() + patience;
    const told = new Set<number>();
    for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
      const left = await find();
      if (left.length === 0) return;
      left.filter((pid) => !told.has(pid)).forEach((pid) => tell(pid, send));
      left.forEach((pid) => told.add(pid));
      if (clock.now() >= until || (hurry?.aborted && send !== 'SIGKILL')) break;
      await clock.sleep(Math.min(pause, Math.max(1, until - clock.now())));
    }
  }
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

interface Fired extends Disposable {
  /** Never resolves; rejects with the signal's reason. */
  readonly fired: Promise<never>;
}

function whenFired(signal: AbortSignal): Fired {
  let listener = (): void => undefined;
  const fired = new Promise<never>((_, reject) => {
    listener = () => reject(signal.reason as Error);
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  fired.catch(() => undefined);
  return { fired, [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

async function writeOne({ file, content, mode }: NewFile): Promise<void> {
  try {
    await writeFile(file, content, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { mode });
  }
  // The mode above is for new files, and less the umask.
  await chmod(file, mode);
}

async function listOne(path: string): Promise<readonly DirectoryEntry[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => {
        const facts = entry.isSymbolicLink() ? await stat(join(path, entry.name)).catch(() => undefined) : entry;
        return { name: entry.name, kind: facts?.isDirectory() ? 'directory' : facts?.isFile() ? 'file' : 'other' } as const;
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function pack(path: string): Readable {
  const packed = new PassThrough();
  const child = spawn('tar', ['-cf', '-', '-C', dirname(path), basename(path)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaints = (complaints + piece).slice(0, 1000)));
  child.stdout.pipe(packed, { end: false });
  child.once('error', (error) =>
    packed.destroy(new NotCarriedOut(`cannot pack ${path}: ${messageOf(error)}`, 'The program tar must be there')),
  );
  child.once('close', (code) => {
    // 1: a file changed while it was read, which a test's left-over process may well do; the archive is whole.
    if (code === 0 || code === 1) packed.end();
    else
      packed.destroy(
        new NotCarriedOut(`cannot pack ${path}: ${complaints.trim() || `tar ended with ${code}`}`, 'See the rights of the files in it'),
      );
  });
  packed.once('close', () => child.kill());
  return packed;
}

function bash(): string | undefined {
  return ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
