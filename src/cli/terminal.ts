import type { Level } from '../host/log.js';
import { printable } from '../report/printable.js';
import type { Progress, Step } from '../run/progress.js';
import type { Face } from './face.js';
import { LiveArea, margin } from './live-area.js';
import { lineOf } from './step-lines.js';
import { SubSuites } from './sub-suites.js';
import { terminalSize } from './terminal-size.js';

/** What people see while a run goes on. Disposing of it ends the live lines; what was printed stays. */
export interface Terminal extends Disposable {
  readonly progress: Progress;
  /** A line of the log. */
  readonly log: (line: string, level: Level) => void;
}

export interface TerminalOptions {
  /** Live lines: only where standard output is a terminal that can move its cursor, and nobody asked for plain lines. */
  readonly live: boolean;
  /** Lines that delegations print are shown, too. */
  readonly output: boolean;
  /** Takes secrets out of whatever is printed. */
  readonly redact: (text: string) => string;
  /** Gives what stays its colours. */
  readonly colour: (text: string) => string;
}

// Often enough to look alive, seldom enough to cost nothing.
const frame = 200;
// A CI system without a sign of life looks hung, and some of them end a quiet job.
const heartbeat = 60_000;

/** Whether live lines make sense: not in CI, whose logs keep every redrawn line. */
export function isLive({ out, environment }: Pick<Face, 'out' | 'environment'>, tty: boolean): boolean {
  const ci = !['', '0', 'false'].includes((environment.CI ?? '').toLowerCase());
  return tty && !ci && out.isTTY === true && environment.TERM !== 'dumb';
}

/** The face of a run. */
export function createTerminal(options: TerminalOptions, face: Pick<Face, 'out' | 'err' | 'clock'>): Terminal {
  return options.live ? liveLines(options, face) : plainLines(options, face);
}

function liveLines({ output, redact, colour }: TerminalOptions, { out, err, clock }: Pick<Face, 'out' | 'err' | 'clock'>): Terminal {
  const area = new LiveArea(out);
  const subSuites = new SubSuites();
  const over = new AbortController();
  const goingOn = (): readonly string[] => subSuites.lines(clock.now(), terminalSize(out).columns - margin, redact);
  void every(
    () => frame,
    () => area.draw(goingOn()),
    { clock, signal: over.signal },
  );
  const print = (text: string, isError: boolean): void => area.above(`${colour(lines(redact(text)))}\n`, goingOn(), isError ? err : out);
  return {
    progress(step) {
      subSuites.take(step, clock.now());
      const line = lineOf(step, 'what stays', { output });
      if (line === undefined) area.draw(goingOn());
      else print(line, isWarning(step));
    },
    log: (line, level) => print(prefixed(line, level), isProblem(level)),
    [Symbol.dispose]() {
      over.abort();
      area[Symbol.dispose]();
    },
  };
}

function plainLines({ output, redact, colour }: TerminalOptions, { out, err, clock }: Pick<Face, 'out' | 'err' | 'clock'>): Terminal {
  const subSuites = new SubSuites();
  const over = new AbortController();
  let last = clock.now();
  const print = (text: string, isError: boolean): void => {
    last = clock.now();
    (isError ? err : out).write(`${colour(lines(redact(text)))}\n`);
  };
  const showLife = (): void => {
    if (clock.now() - last < heartbeat) return;
    const goingOn = subSuites.lines(clock.now());
    // Before the first sub suite and after the last there is something to wait for, too: an IUT, a broker.
    for (const line of goingOn.length > 0 ? goingOn.map((one) => `: ${one}`) : ['']) print(`still running${line}`, false);
  };
  void every(() => Math.max(1, last + heartbeat - clock.now()), showLife, { clock, signal: over.signal });
  return {
    progress(step) {
      subSuites.take(step, clock.now());
      const line = lineOf(step, 'everything', { output });
      if (line !== undefined) print(line, isWarning(step));
    },
    log: (line, level) => print(prefixed(line, level), isProblem(level)),
    [Symbol.dispose]: () => over.abort(),
  };
}

/** @param pause milliseconds until the next time, asked each time */
async function every(pause: () => number, action: () => void, { clock, signal }: Pick<Face, 'clock' | 'signal'>): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(pause(), signal);
      action();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function lines(text: string): string {
  return text.trimEnd().split(/\r?\n/).map(printable).join('\n');
}

function isWarning(step: Step): boolean {
  return step.kind === 'note' && step.warning;
}

function isProblem(level: Level): boolean {
  return level === 'warning' || level === 'error';
}

function prefixed(line: string, level: Level): string {
  return level === 'info' ? line : `${level}: ${line}`;
}
