import { randomBytes } from 'node:crypto';
import { join } from 'node:path/posix';
import type { Clock } from '../host/clock.js';
import { inWords } from '../host/clock.js';
import { NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { describeExit } from './exit.js';
import type { OutputLog } from './output-log.js';
import { pythonList } from './python-text.js';
import { checkoutScript, quote } from './scripts.js';
import type { Ending, Shell } from './shell/shell.js';
import { Silence } from './silence.js';

/** How long a checkout may print nothing, in milliseconds. */
export interface CheckoutLimits {
  readonly firstLine: number;
  readonly nextLine: number;
}

/** What released test runners warn at (etos.md 6.4.1); here a checkout really ends at them. */
export const usualCheckoutLimits: CheckoutLimits = { firstLine: 60_000, nextLine: 120_000 };

const triesAtMost = 3;

export interface CheckingOut {
  readonly shell: Shell;
  /** Variables for the checkout commands. */
  readonly environment: Readonly<Record<string, string>>;
  /** What scripts begin with. */
  readonly prologue: string;
  readonly limits: CheckoutLimits;
  readonly full: OutputLog;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly stop: readonly Ending[];
}

/** The checked-out tests of a sub suite: recipes with the same CHECKOUT share one directory, and what earlier tests left in it (etos.md 6.4.1). */
export class Checkouts {
  private readonly directories = new Map<string, string>();

  constructor(private readonly parts: CheckingOut) {}

  /**
   * The directory for these commands, checked out now or before.
   * @throws {NotCarriedOut} after three tries, each in a fresh directory; the signal's reason
   */
  async directoryFor(commands: readonly string[]): Promise<string> {
    const key = commands.join(' ');
    const known = this.directories.get(key);
    if (known !== undefined) return known;
    for (let tries = 1; ; tries += 1) {
      const directory = join(this.parts.shell.root, 'workspace', `tmp${randomName()}`);
      const failure = await checkOut(commands, directory, this.parts);
      if (failure === undefined) {
        this.directories.set(key, directory);
        return directory;
      }
      const message = `Could not checkout tests using ${pythonList(commands)}: ${failure}`;
      if (tries === triesAtMost)
        throw new NotCarriedOut(`${message}, in ${tries} tries`, 'The output of the checkout is in full_execution.log');
      this.parts.log.warning(message, { try: tries });
    }
  }
}

/** @returns what went wrong, if anything */
async function checkOut(commands: readonly string[], directory: string, parts: CheckingOut): Promise<string | undefined> {
  const { shell, environment, prologue, limits, full, clock, signal, stop } = parts;
  const script = join(shell.root, 'workspace', `checkout_${directory.slice(directory.lastIndexOf('/') + 1)}.sh`);
  await shell.write([{ directory }, { file: script, content: checkoutScript(commands, prologue), mode: 0o755 }]);
  using silence = new Silence(limits.firstLine, { clock, signal });
  let said = '';
  try {
    const exit = await shell.run([shell.program, '-c', `${quote(shell.program)} ${script} 2>&1`], {
      cwd: directory,
      environment,
      onOutput: (chunk) => {
        silence.allow(limits.nextLine);
        said = (said + chunk.toString('utf8')).slice(-2_000);
        return full.take(chunk);
      },
      signal: silence.signal,
      stop,
    });
    return 'code' in exit && exit.code === 0 ? undefined : withLastLine(`it ended with ${describeExit(exit)}`, said);
  } catch (error) {
    if (!silence.broken || signal.aborted) throw error;
    return withLastLine(`nothing was printed for ${inWords(silence.allowed)}, so it was ended`, said);
  }
}

function withLastLine(problem: string, output: string): string {
  const last = output.trimEnd().split('\n').at(-1)?.trim();
  return last ? `${problem} after printing ${JSON.stringify(last)}` : problem;
}

// `tmp` and eight characters of the alphabet that Python's tempfile takes.
function randomName(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789_';
  return [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
