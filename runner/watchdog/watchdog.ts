import { spawn, type ChildProcess } from 'node:child_process';
import { PassThrough, type Duplex } from 'node:stream';
import { variablesFor, type EngineAddress } from '../../src/docker/address.js';
import { messageOf } from '../../src/host/errors.js';
import { NotRun } from '../endings.js';
import type { Account } from '../outcome.js';
import { identify, type ProcessIdentity } from '../../src/host/process-identity.js';
import { printWord, type Word } from './watchdog-words.js';

/** The process that removes the container when this one cannot (delegation.md 4). Disposing lets it go, unless something may be left. */
export interface Watchdog extends AsyncDisposable {
  /**
   * Who it is, once it is nobody's child any more and outlives whatever happens to this process: nothing may be created before.
   * @throws {NotRun} when it could not be started
   */
  readonly process: Promise<ProcessIdentity>;
  tell(word: Word): void;
}

// The words of this script are fixed: nothing from outside is part of it. It is a shell because that starts in 1 ms and takes 1 MB, where Node
// takes 50 ms of a small machine's processors just when the engine needs them; Node comes when there is something to do. The background part
// listens; the rest says its number and ends, so that the watchdog is no descendant of the job: Jenkins ends those, children first, and waits up
// to 5 s for each before it turns to us. The stop of a systemd unit signals its whole control group, and only 90 s later kills it.
const script = `trap '' TERM INT HUP
(
  while IFS= read -r word <&3; do
    [ "$word" = done ] && exit 0
    words="$words $word"
  done
  exec "$@" "$words"
) </dev/null >/dev/null 2>&1 &
echo $!`;

// Milliseconds for a shell to say its number on the busiest of machines.
const patience = 30_000;

/**
 * Starts it.
 * @param account is told whether something may be left when the watchdog is let go
 * @param program this program's own file
 */
export function startWatchdog(
  { instance, grace, address }: { readonly instance: string; readonly grace: number; readonly address: EngineAddress },
  { program, path, account }: { readonly program: string; readonly path: string | undefined; readonly account: Pick<Account, 'clean'> },
): Watchdog {
  // Detached: a session of its own. Descriptor 3 is the lifeline: Node closes a child's standard input when the child ends, and the lifeline
  // has to live on. The environment is its own, not the job's cleaned of known names: CI systems find processes by their variables.
  const intermediate = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, program, 'watchdog'], {
    cwd: '/',
    detached: true,
    env: { ...(path !== undefined && { PATH: path }), ...variablesFor(address) },
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const identity = numberFrom(intermediate).then(identify);
  identity.catch(() => undefined);
  // Where no descriptor is left there is none at all, and the reason comes as an event.
  const lifeline = ((intermediate.stdio as typeof intermediate.stdio | undefined)?.[3] ?? new PassThrough()) as Duplex;
  // A watchdog that somebody killed must not end the run with EPIPE: the sweep is there for that.
  lifeline.on('error', () => undefined);
  // A container may be there: what is told says so.
  let isNeeded = false;
  const tell = (word: Word): void => {
    if (word.word === 'creating' || word.word === 'created') isNeeded = true;
    if (word.word === 'not-created' || word.word === 'removed') isNeeded = false;
    lifeline.write(`${printWord(word)}\n`);
  };
  tell({ word: 'instance', instance });
  tell({ word: 'grace', milliseconds: grace });
  return {
    process: identity,
    tell,
    async [Symbol.asyncDispose]() {
      account.clean = !isNeeded;
      // The end of the lifeline without this word is the word for the contrary.
      if (!isNeeded) await new Promise<void>((resolve) => lifeline.end(`${printWord({ word: 'done' })}\n`, () => resolve()));
      lifeline.destroy();
    },
  };
}

async function numberFrom(intermediate: ChildProcess): Promise<number> {
  // Not `close`: that waits for the lifeline too, which stays open.
  const exited = new Promise((done, failed) => intermediate.once('exit', done).once('error', failed));
  let said = '';
  const read = new Promise((done) =>
    intermediate.stdout
      ?.setEncoding('utf8')
      .on('data', (piece: string) => (said += piece))
      .once('close', done),
  );
  const late = new Promise<never>((_, failed) =>
    setTimeout(() => failed(new Error(`/bin/sh has not begun for ${patience / 1000} s`)), patience).unref(),
  );
  await Promise.race([Promise.all([exited, read]), late]).catch((error: unknown) => {
    throw new NotRun(`the watchdog cannot be started: ${messageOf(error)}`, 125, { cause: error });
  });
  const pid = Number(said.trim());
  if (Number.isInteger(pid) && pid > 0) return pid;
  throw new NotRun('the watchdog cannot be started: /bin/sh did not say its number');
}
