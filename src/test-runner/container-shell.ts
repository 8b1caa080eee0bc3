import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path/posix';
import { PassThrough, type Readable } from 'node:stream';
import { extract, pack, type Header } from 'tar-stream';
import { EngineRefused } from '../docker/connection.js';
import type { ContainerState, Engine } from '../docker/engine.js';
import type { Clock } from '../host/clock.js';
import { NotCarriedOut, messageOf } from '../host/errors.js';
import type { DirectoryEntry, Ending, Exit, NewEntry, RunOptions, Shell } from './shell.js';

// Every process that a command starts inherits these: a container shows nobody its process groups.
const shellMark = 'ETOS_TEST_RUNNER_ID';
const commandMark = 'ETOS_TEST_RUNNER_COMMAND_ID';

// A background process may hold a command's output open: how long the command's last words may take when its end has been told, and how often we
// look whether it is still there, in case that nobody was left to tell.
const lastWords = 200;
const firstLook = 500;
const lookAtLeastEvery = 2_000;

// An engine hears of the end of a container a moment after that of what ran in it.
const looksForContainer = 10;
const betweenLooks = 100;

export interface InContainer {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface Inside extends InContainer {
  readonly container: string;
}

/**
 * A shell inside a running container, through the engine: commands are execs, files go through its archives. The image needs `sh`, `id`, `tr`, `rm`,
 * `kill` and `sleep`, which busybox has; bash is taken where there is one.
 * @param container id or name
 * @param directory where the test runner works inside; made as the container's user when it is not there
 * @throws {NotCarriedOut} when the image has no shell
 */
export async function containerShell(container: string, directory: string, { engine, clock, signal }: InContainer): Promise<Shell> {
  const inside: Inside = { container, engine, clock, signal };
  const [state, { program, owner, hostname, root }] = await Promise.all([
    engine.inspectContainer(container, { signal }),
    lookAround(directory, inside),
  ]);
  const environment = { ...(hostname && { HOSTNAME: hostname }), ...fromPairs(state?.environment ?? []) };
  const id = randomUUID();
  const mark = `${shellMark}=${id}`;
  // Clean-up comes after the signal; the engine's own limits bound it.
  const lasting: Inside = { ...inside, signal: new AbortController().signal };
  const telling = async <T>(work: Promise<T>): Promise<T> => await work.catch(async (error) => await failBetter(error, lasting));
  return {
    root,
    program,
    environment,
    own: () => undefined,
    run: (command, options) =>
      telling(runToEnd(command, { ...options, environment: { ...options.environment, [shellMark]: id } }, lasting)),
    write: (entries) => telling(write(entries, { root, owner }, lasting)),
    list: (paths) => telling(list(paths, lasting)),
    read: (path) => telling(read(path, lasting)),
    pack: (path) => telling(engine.getArchive(container, path)),
    async remove(paths) {
      await telling(ask(['rm', '-rf', '--', ...paths], lasting));
    },
    sweep: (grace) => telling(end(mark, [{ send: 'SIGTERM', patience: grace }], lasting)),
    async [Symbol.asyncDispose]() {
      // Whoever made the container may have removed it by now, and all of this with it.
      await end(mark, [], lasting).catch(() => undefined);
    },
  };
}

interface Surroundings {
  readonly program: string;
  /** Of files that are put inside: the container's user. */
  readonly owner: { readonly uid: number; readonly gid: number };
  readonly hostname: string;
  /** The directory with its links resolved: an archive that holds a directory replaces a link of its name. */
  readonly root: string;
}

async function lookAround(directory: string, inside: Inside): Promise<Surroundings> {
  const script = 'command -v bash || echo /bin/sh; id -u; id -g; echo "$HOSTNAME"; cd "$1" 2> /dev/null && pwd -P || true';
  try {
    const [program = '/bin/sh', uid, gid, hostname = '', root = ''] = (
      await ask(['/bin/sh', '-c', script, 'sh', directory], inside, { asUser: true })
    ).split('\n');
    const owner = { uid: Number(uid), gid: Number(gid) };
    if (root === '') await makeRoot(directory, owner, inside);
    return { program, owner, hostname, root: root || directory };
  } catch (error) {
    inside.signal.throwIfAborted();
    throw new NotCarriedOut(
      `recipes cannot be carried out in the container: ${messageOf(error)}`,
      'The image must have /bin/sh, and the container must run',
      {
        cause: error,
      },
    );
  }
}

/** Files are put below the root, not below `/`: where that is read-only, the root may be a volume. */
async function makeRoot(directory: string, owner: Surroundings['owner'], { container, engine, signal }: Inside): Promise<void> {
  const tar = pack();
  tar.entry({ name: `${directory.slice(1)}/`, type: 'directory', mode: 0o755, ...owner });
  tar.finalize();
  await engine.putArchive(container, '/', tar.pipe(new PassThrough()), { signal });
}

// Runs a command, its errors into its output, and tells its exit code on standard error as soon as it has ended: an engine hears of the end of a
// process whose output others hold only after seconds (20.10). Whoever is killed with the container tells nothing.
const runningScript = `exec 3>&2 2> /dev/null
trap : INT TERM
(exec "$@" 2>&1 3>&-)
echo $? >&3`;

async function runToEnd(
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
    const code = told.known() ?? (await exitCodeOf(exec, inside));
    if (code !== 0) await standsFor(code, told.known() !== undefined, inside);
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

/** @throws {NotCarriedOut} when the code is that of a container which has ended: it says nothing about the command */
async function standsFor(code: number, told: boolean, { container, engine, clock, signal }: Inside): Promise<void> {
  // Who told of the code was alive after the command.
  for (let looks = told ? 1 : looksForContainer; looks > 0; looks -= 1) {
    const state = await engine.inspectContainer(container, { signal });
    if (!isThere(state)) throw gone(state, `a command in it ended with exit code ${code}`);
    if (looks > 1) await clock.sleep(betweenLooks, signal);
  }
}

/** Rejects with the error, or, where the container is what is missing, with that. */
async function failBetter(error: unknown, { container, engine }: Inside): Promise<never> {
  if (!(error instanceof EngineRefused || error instanceof NotCarriedOut) || error.message.startsWith(goneIs)) throw error;
  const state = await engine.inspectContainer(container).catch(() => {
    throw error;
  });
  throw isThere(state) ? error : gone(state, messageOf(error), error);
}

function isThere(state: ContainerState | undefined): boolean {
  return state?.status === 'running' || state?.status === 'paused';
}

const goneIs = 'the container is gone';

function gone(state: ContainerState | undefined, what: string, cause?: unknown): NotCarriedOut {
  const how = state === undefined ? 'removed' : state.oomKilled ? 'killed for want of memory' : state.status;
  return new NotCarriedOut(`${goneIs} (${how}): ${what}`, 'Did somebody stop or remove it, or was it its memory limit?', { cause });
}

async function exitCodeOf(exec: string, { engine, clock, signal }: Inside): Promise<number> {
  // The output may end a moment before the engine has heard of the end of the process.
  for (let pause = 2; ; pause = Math.min(pause * 2, 500)) {
    const { running, exitCode } = await engine.inspectExec(exec, { signal });
    if (!running && exitCode !== undefined) return exitCode;
    await clock.sleep(pause, signal);
  }
}

async function endInTime(mark: string, stop: readonly Ending[], hurry: AbortSignal | undefined, inside: Inside): Promise<void> {
  const patient = end(mark, hurry?.aborted ? [] : stop, inside);
  patient.catch(() => undefined);
  if (!hurry || hurry.aborted) return await patient;
  const over = new AbortController();
  const forced = rejected(AbortSignal.any([hurry, over.signal])).catch(() => (over.signal.aborted ? undefined : end(mark, [], inside)));
  try {
    await Promise.race([patient, forced]);
  } finally {
    over.abort(new Error('it has ended'));
  }
}

// One script does all of it, because each call into a container costs more than everything else here. What carries the mark is found by
// /proc, where the environment of a process that has ended is empty. Times are counted in tenths of a second.
const endingScript = `mark=$1; shift
tell() {
  found=
  for process in /proc/[0-9]*; do
    [ "$process" = "/proc/$$" ] && continue
    tr '\\0' '\\n' < "$process/environ" 2> /dev/null | grep -qxF "$mark" || continue
    found=1
    case " $told " in *" $process "*) [ "$1" = KILL ] || continue;; esac
    told="$told $process"
    kill -s "$1" "\${process#/proc/}" 2> /dev/null
  done
}
while [ $# -gt 0 ]; do
  told=
  left=$2
  while :; do
    tell "$1"
    [ -z "$found" ] && exit 0
    [ "$left" -le 0 ] && break
    if sleep 0.1 2> /dev/null; then left=$((left - 1)); else sleep 1; left=$((left - 10)); fi
  done
  shift 2
done`;

async function end(mark: string, stop: readonly Ending[], inside: Inside): Promise<void> {
  const steps = [...stop, { send: 'SIGKILL', patience: 2_000 } as const];
  const words = steps.flatMap(({ send, patience }) => [send.slice('SIG'.length), String(Math.ceil(patience / 100))]);
  await ask(['/bin/sh', '-c', endingScript, 'sh', mark, ...words], inside, {
    limit: steps.reduce((sum, { patience }) => sum + patience, 20_000),
  });
}

const listingScript = `for directory in "$@"; do
  if [ -d "$directory" ] && cd "$directory"; then
    for name in * .[!.]* ..?*; do
      if [ -d "$name" ]; then kind=d; elif [ -f "$name" ]; then kind=f; elif [ -e "$name" ] || [ -L "$name" ]; then kind=o; else continue; fi
      printf '%s%s\\0' "$kind" "$name"
    done
  fi
  printf '/\\0'
done`;

const kinds: Readonly<Record<string, DirectoryEntry['kind']>> = { d: 'directory', f: 'file', o: 'other' };

async function list(paths: readonly string[], inside: Inside): Promise<readonly (readonly DirectoryEntry[])[]> {
  const said = await ask(['/bin/sh', '-c', listingScript, 'sh', ...paths], inside);
  const lists: DirectoryEntry[][] = [];
  let entries: DirectoryEntry[] = [];
  for (const word of said.split('\0').slice(0, -1)) {
    if (word === '/') {
      lists.push(entries);
      entries = [];
    } else entries.push({ name: word.slice(1), kind: kinds[word.charAt(0)] ?? 'other' });
  }
  return lists;
}

async function write(
  entries: readonly NewEntry[],
  { root, owner }: Pick<Surroundings, 'root' | 'owner'>,
  { container, engine }: Inside,
): Promise<void> {
  const tar = pack();
  const made = new Set<string>();
  const below = (path: string): string => path.slice(root.length + 1);
  const directory = (path: string): void => {
    if (made.has(path) || !path.startsWith(`${root}/`)) return;
    // Each time anew, because tests remove directories, and the engine would make them as root's.
    directory(dirname(path));
    made.add(path);
    tar.entry({ name: `${below(path)}/`, type: 'directory', mode: 0o755, ...owner });
  };
  for (const entry of entries) {
    directory('directory' in entry ? entry.directory : dirname(entry.file));
    if ('file' in entry) tar.entry({ name: below(entry.file), mode: entry.mode, ...owner }, entry.content);
  }
  tar.finalize();
  // Its streams are of another make than Node's.
  await engine.putArchive(container, root, tar.pipe(new PassThrough()));
}

const linksAtMost = 20;

async function read(path: string, inside: Inside, links = 0): ReturnType<Shell['read']> {
  const archive = await inside.engine.getArchive(inside.container, path);
  const { header, content } = await firstEntry(archive);
  if (header.type === 'file') return { length: header.size ?? 0, content };
  archive.destroy();
  if (header.type !== 'symlink' || links === linksAtMost)
    throw new NotCarriedOut(`${path} is not a file`, 'Only files and directories can be collected');
  return await read(resolve(dirname(path), header.linkname ?? ''), inside, links + 1);
}

function firstEntry(archive: Readable): Promise<{ readonly header: Header; readonly content: Readable }> {
  return new Promise((found, reject) => {
    const entries = extract();
    archive.once('error', (error) => entries.destroy(error));
    entries.once('error', reject);
    entries.once('entry', (header, content, next) => {
      content.once('close', () => archive.destroy());
      content.once('end', next);
      // A stream of ours fails with its archive, whose errors would otherwise end here.
      entries.on('error', (error) => content.destroy(error));
      found({ header, content: content as unknown as Readable });
    });
    entries.once('finish', () => reject(new NotCarriedOut('the engine sent an archive with nothing in it', '')));
    archive.pipe(entries);
  });
}

/** What a short command prints. As root, who can see, end and remove what tests left, unless `asUser`. @throws {NotCarriedOut} when it fails */
async function ask(
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

function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fire = (): void => reject(signal.reason as Error);
    if (signal.aborted) fire();
    else signal.addEventListener('abort', fire, { once: true });
  });
}

function fromPairs(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
