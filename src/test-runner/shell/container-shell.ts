import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { pack } from 'tar-stream';
import { NotCarriedOut, messageOf } from '../../host/errors.js';
import { runToEnd } from './container-command.js';
import { ask, type InContainer, type Inside } from './container-exec.js';
import { list, read, write, type Owner } from './container-files.js';
import { failBetter } from './container-gone.js';
import { end } from './container-processes.js';
import type { Shell } from './shell.js';

// Every process of a shell's commands inherits it: a container shows nobody its process groups.
const shellMark = 'ETOS_TEST_RUNNER_ID';

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
  readonly owner: Owner;
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
async function makeRoot(directory: string, owner: Owner, { container, engine, signal }: Inside): Promise<void> {
  const tar = pack();
  tar.entry({ name: `${directory.slice(1)}/`, type: 'directory', mode: 0o755, ...owner });
  tar.finalize();
  await engine.putArchive(container, '/', tar.pipe(new PassThrough()), { signal });
}

function fromPairs(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
