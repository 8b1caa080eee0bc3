import { spawn, type ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { variablesFor, type EngineAddress } from '../src/docker/address.js';
import { NotRun } from './endings.js';
import type { Account } from './outcome.js';
import { identify, type ProcessIdentity } from './process-identity.js';

/** What the watchdog is told through the lifeline, a JSON line each. No secret is among it. */
export type Word =
  | { readonly word: 'run'; readonly run: string; readonly grace: number }
  /** A create call is about to leave: from now on a container may appear. */
  | { readonly word: 'creating' }
  | { readonly word: 'created'; readonly id: string }
  /** The engine has refused: nothing will appear. */
  | { readonly word: 'not-created' }
  | { readonly word: 'removed' }
  /** The container has been asked to stop, just now. */
  | { readonly word: 'stopping' }
  /** Nothing is left: go away. */
  | { readonly word: 'done' };

/** The process that removes the container when this one cannot (delegation.md 4). Disposing lets it go, unless something may be left. */
export interface Watchdog extends AsyncDisposable {
  readonly process: ProcessIdentity;
  tell(word: Word): void;
}

/**
 * Starts it. The answer comes when the watchdog is nobody's child any more and outlives whatever happens to this process.
 * @param account is told whether something may be left when the watchdog is let go
 * @param program this program's own file
 */
export async function startWatchdog(
  { run, grace, address }: { readonly run: string; readonly grace: number; readonly address: EngineAddress },
  { program, path, account }: { readonly program: string; readonly path: string | undefined; readonly account: Pick<Account, 'clean'> },
): Promise<Watchdog> {
  // The words are fixed: nothing from outside is part of them. A shell, because it starts in 1 ms where Node takes 40; it puts the watchdog in
  // the background, says its number and ends, so that the watchdog is no descendant of the job: Jenkins ends those, children first, and waits
  // up to 5 s for each before it turns to us. Detached: a session of its own. Descriptor 3 is the lifeline: Node closes a child's standard
  // input when the child ends, and the lifeline has to live on.
  const intermediate = spawn('/bin/sh', ['-c', '"$@" </dev/null >/dev/null 2>&1 & echo $!', 'sh', process.execPath, program, 'watchdog'], {
    cwd: '/',
    detached: true,
    // Its own environment, not the job's cleaned of known names: CI systems find processes by their variables.
    env: { ...(path !== undefined && { PATH: path }), ...variablesFor(address) },
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const lifeline = intermediate.stdio[3] as Duplex;
  // A watchdog that somebody killed must not end the run with EPIPE: the sweep is there for that.
  lifeline.on('error', () => undefined);
  // A container may be there: what is told says so.
  let isNeeded = false;
  const tell = (word: Word): void => {
    if (word.word === 'creating') isNeeded = true;
    if (word.word === 'not-created' || word.word === 'removed') isNeeded = false;
    lifeline.write(`${JSON.stringify(word)}\n`);
  };
  tell({ word: 'run', run, grace });
  const pid = await numberFrom(intermediate);
  return {
    process: identify(pid),
    tell,
    async [Symbol.asyncDispose]() {
      account.clean = !isNeeded;
      // The end of the lifeline without the word is the word for the contrary.
      if (!isNeeded)
        await new Promise<void>((resolve) => lifeline.end(`${JSON.stringify({ word: 'done' } satisfies Word)}\n`, () => resolve()));
      lifeline.destroy();
    },
  };
}

function numberFrom(intermediate: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    // Not `close`: that waits for the lifeline too, which stays open.
    const exited = new Promise((done) => intermediate.once('exit', done));
    intermediate.once('error', (error) => reject(new NotRun(`the watchdog cannot be started: ${error.message}`, 125, { cause: error })));
    intermediate.stdout?.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    intermediate.stdout?.once('close', async () => {
      await exited;
      const pid = Number(text.trim());
      if (Number.isInteger(pid) && pid > 0) resolve(pid);
      else reject(new NotRun('the watchdog cannot be started: /bin/sh did not say its number'));
    });
  });
}
