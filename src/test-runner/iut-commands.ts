import { join } from 'node:path/posix';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { describeExit } from './exit.js';
import type { IutCommand } from './iut-steps.js';
import type { OutputLog } from './output-log.js';
import type { Ending, Shell } from './shell/shell.js';

export interface RunningBeside {
  readonly shell: Shell;
  readonly environment: Readonly<Record<string, string>>;
  /** Makes what gets the output of one command. */
  readonly openOutput: () => Promise<OutputLog>;
  readonly log: Log;
  /** Once it fires, nobody waits for a command to end. */
  readonly hurry: AbortSignal;
}

const patient: readonly Ending[] = [
  { send: 'SIGINT', patience: 60_000 },
  { send: 'SIGTERM', patience: 30_000 },
];

/** The commands of an IUT, running beside the tests (etos.md 6.7). */
export class IutCommands {
  private readonly unwanted = new AbortController();

  private constructor(private readonly running: readonly Promise<void>[]) {}

  /** Writes the commands' files below the shell's root and starts them. */
  static async start(commands: readonly IutCommand[], parts: RunningBeside): Promise<IutCommands> {
    const { shell } = parts;
    const files = commands.map(({ name, script }) => ({ file: join(shell.root, name), content: `${script.join('\n')}\n`, mode: 0o755 }));
    if (files.length > 0) await shell.write(files);
    const running: Promise<void>[] = [];
    const all = new IutCommands(running);
    for (const command of commands) running.push(all.run(command, parts));
    return all;
  }

  /** Ends those that still run: SIGINT, after 60 s SIGTERM, after 30 s SIGKILL. */
  async end(): Promise<void> {
    this.unwanted.abort(new Error('the last test is over'));
    await Promise.all(this.running);
  }

  private async run({ name, parameters }: IutCommand, { shell, environment, openOutput, log, hurry }: RunningBeside): Promise<void> {
    const { signal } = this.unwanted;
    log.info('command of the IUT started', { command: name });
    try {
      await using output = await openOutput();
      const exit = await shell.run([join(shell.root, name), ...parameters], {
        cwd: shell.root,
        environment,
        onOutput: (chunk) => output.take(chunk),
        signal,
        stop: patient,
        hurry,
      });
      log.warning('command of the IUT ended before the last test', { command: name, end: describeExit(exit) });
    } catch (error) {
      if (signal.aborted && error === signal.reason) log.info('command of the IUT ended', { command: name });
      else log.error('command of the IUT failed', { command: name, reason: messageOf(error) });
    }
  }
}
