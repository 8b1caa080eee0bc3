import type { Outcome } from '../documents/outcome.js';
import { inWords, type Clock } from '../host/clock.js';
import { inOneLine, printable } from '../report/printable.js';
import { shownAs } from '../report/results.js';
import type { Progress, Step } from '../run/progress.js';

/** What a step's log can show. */
export interface Stage {
  print(text: string): void;
  warn(text: string): void;
  /** A folded part of the log. */
  fold(title: string, lines: readonly string[]): void;
}

export interface Shown {
  readonly progress: Progress;
  /** Ends the heartbeat, and shows the output of sub suites that did not finish. */
  finish(): void;
}

// Enough for the lines that matter; the whole is in the sub suite's log.
const kept = 256 * 1024;
const heartbeat = 60_000;
const icons = { PASSED: '✓', FAILED: '✗', INCONCLUSIVE: '?', NOT_RUN: '-', SKIPPED: '-' } as const;

/**
 * Shows a run in a step's log: a line when something changes, one each minute when nothing does, and the output of a sub suite folded when the sub
 * suite is done, because sub suites run side by side and GitHub's groups cannot.
 * @param live show the output line by line as it comes
 */
export function showProgress({ print, warn, fold }: Stage, { live, clock }: { readonly live: boolean; readonly clock: Clock }): Shown {
  const started = clock.now();
  const outputs = new Map<string, Tail>();
  const running = new Map<string, string | undefined>();
  let [recipes, done, lastLine] = [0, 0, started];
  const say = (text: string): void => {
    lastLine = clock.now();
    print(text);
  };
  const flush = (subSuite: string): void => {
    const tail = outputs.get(subSuite);
    outputs.delete(subSuite);
    if (tail) fold(`Output of ${printable(subSuite)}`, tail.lines());
  };
  const progress = (step: Step): void => {
    switch (step.kind) {
      case 'run':
        recipes = step.recipes;
        return say(`Run ${step.id}: ${counted(step.recipes, 'recipe')} in ${counted(step.suites, 'suite')} on ${printable(step.identity)}`);
      case 'execution space':
        return say(step.text);
      case 'suite started':
        return say(`▸ ${printable(step.suite)}: ${counted(step.recipes, 'recipe')}`);
      case 'sub suite waiting':
        running.set(step.subSuite, undefined);
        return say(`  ${printable(step.subSuite)}: ${counted(step.recipes, 'recipe')}, waits for ${printable(step.on)}`);
      case 'sub suite started':
        running.set(step.subSuite, undefined);
        return say(`  ${printable(step.subSuite)}: started`);
      case 'recipe started':
        running.set(step.subSuite, step.testCase);
        return;
      case 'recipe finished':
        done += 1;
        running.set(step.subSuite, undefined);
        return say(
          `  ${icons[shownAs(step)]} ${shownAs(step)}  ${printable(step.testCase)}  ${inWords(step.duration)}  (${printable(step.subSuite)})`,
        );
      case 'sub suite finished':
        running.delete(step.subSuite);
        flush(step.subSuite);
        return say(`  ${ending(step.outcome)}  ${printable(step.subSuite)}: ${inOneLine(step.outcome.description)}`);
      case 'suite finished':
        return say(`${ending(step.outcome)}  ${printable(step.suite)}: ${inOneLine(step.outcome.description)}`);
      case 'output':
        if (live) return say(`  ${printable(step.subSuite)} | ${step.line}`);
        outputs.set(step.subSuite, (outputs.get(step.subSuite) ?? new Tail()).add(step.line));
        return;
      case 'note':
        if (step.warning) warn(step.text);
        else say(step.text);
        return;
    }
  };
  const stop = new AbortController();
  const beat = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(Math.max(0, lastLine + heartbeat - clock.now()), stop.signal);
      if (clock.now() - lastLine < heartbeat) continue;
      const current = [...running].map(([subSuite, testCase]) => testCase ?? subSuite);
      const rest = current.length > 3 ? ` and ${current.length - 3} more` : '';
      say(
        `… ${inWords(clock.now() - started)}: ${done} of ${counted(recipes, 'recipe')} done; now ${current.slice(0, 3).map(printable).join(', ') || 'nothing'}${rest}`,
      );
    }
  };
  beat().catch((error: unknown) => {
    if (!stop.signal.aborted) warn(`The heartbeat of the log stopped: ${String(error)}`);
  });
  return {
    progress,
    finish() {
      stop.abort(new Error('the run is over'));
      [...outputs.keys()].forEach(flush);
    },
  };
}

/** The end of a stream of lines, of bounded size. */
class Tail {
  readonly #lines: string[] = [];
  #size = 0;
  #dropped = 0;

  add(line: string): this {
    this.#lines.push(line);
    this.#size += line.length + 1;
    // Dropped by the half, so that a long stream does not shift the list for each line.
    if (this.#size > 2 * kept) {
      while (this.#size > kept && this.#lines.length > 1) {
        const drop = Math.ceil(this.#lines.length / 2);
        for (const gone of this.#lines.splice(0, drop)) this.#size -= gone.length + 1;
        this.#dropped += drop;
      }
    }
    return this;
  }

  lines(): readonly string[] {
    return this.#dropped === 0 ? this.#lines : [`(${counted(this.#dropped, 'earlier line')} in the log of the sub suite)`, ...this.#lines];
  }
}

function ending({ verdict }: Outcome): string {
  return `${icons[verdict]} ${verdict}`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
