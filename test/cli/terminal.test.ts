import { describe, expect, test } from '@jest/globals';
import type { Output } from '../../src/cli/face.js';
import { createTerminal, isLive } from '../../src/cli/terminal.js';
import type { Outcome } from '../../src/documents/outcome.js';
import type { Step } from '../../src/run/progress.js';
import { manualClock } from '../support/manual-clock.js';
import { aScreen } from './screen.js';

const passed: Outcome = { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All tests passed.' };
const failed: Outcome = { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: 'exit code 1' };

const waiting = (subSuite: string, recipes = 2): Step => ({
  kind: 'sub suite waiting',
  suite: 'Smoke',
  subSuite,
  recipes,
  on: 'python:3.13',
});
const started = (subSuite: string): Step => ({ kind: 'sub suite started', subSuite });
const begins = (subSuite: string, testCase: string): Step => ({ kind: 'recipe started', subSuite, testCase });
const ends = (subSuite: string, testCase: string, outcome = passed): Step => ({
  kind: 'recipe finished',
  subSuite,
  testCase,
  outcome,
  duration: 1200,
});

const wholeRun: readonly Step[] = [
  { kind: 'run', id: 'c7e1', directory: '/w/.etos/runs/c7e1', identity: 'pkg:generic/shop', suites: 1, recipes: 2 },
  { kind: 'execution space', text: 'this machine, because no Docker engine answers' },
  { kind: 'suite started', suite: 'Smoke', recipes: 2 },
  waiting('Smoke_SubSuite_0'),
  started('Smoke_SubSuite_0'),
  begins('Smoke_SubSuite_0', 'login'),
  { kind: 'output', subSuite: 'Smoke_SubSuite_0', line: 'hello' },
  ends('Smoke_SubSuite_0', 'login'),
  begins('Smoke_SubSuite_0', 'logout'),
  ends('Smoke_SubSuite_0', 'logout', failed),
  { kind: 'note', text: 'disk is nearly full\nreally', warning: true },
  { kind: 'sub suite finished', subSuite: 'Smoke_SubSuite_0', outcome: failed },
  { kind: 'suite finished', suite: 'Smoke', outcome: failed },
];

describe('plain lines', () => {
  test('say each step once, warnings on standard error', () => {
    const { out, err, terminal } = plain();
    wholeRun.forEach(terminal.progress);
    expect(out.text).toBe(
      [
        'Run c7e1 of pkg:generic/shop: 1 suite, 2 recipes',
        'Execution space: this machine, because no Docker engine answers',
        'Smoke: started, 2 recipes',
        'Smoke_SubSuite_0: waiting for python:3.13, 2 recipes',
        'Smoke_SubSuite_0: started',
        'Smoke_SubSuite_0: login ...',
        'Smoke_SubSuite_0: login PASSED in 1.2s',
        'Smoke_SubSuite_0: logout ...',
        'Smoke_SubSuite_0: logout FAILED in 1.2s: exit code 1',
        'Smoke_SubSuite_0: FAILED: exit code 1',
        'Smoke: FAILED: exit code 1',
        '',
      ].join('\n'),
    );
    expect(err.text).toBe('warning: disk is nearly full\nreally\n');
  });

  test('show what delegations print only when asked', () => {
    const { out, terminal } = plain({ output: true });
    wholeRun.forEach(terminal.progress);
    expect(out.text).toContain('\nSmoke_SubSuite_0 | hello\n');
  });

  test('give a sign of life each minute in which nothing happens', async () => {
    const { out, clock, terminal } = plain();
    [waiting('A'), started('A'), begins('A', 'long')].forEach(terminal.progress);
    const before = out.text;
    await clock.advance(59_000);
    expect(out.text).toBe(before);
    await clock.advance(1_000);
    expect(out.text.slice(before.length)).toBe('still running: A  0 of 2  1m 0s  long (1m 0s)\n');
    await clock.advance(60_000);
    expect(out.text.slice(before.length).split('\n')).toHaveLength(3);
    terminal[Symbol.dispose]();
    expect(clock.waiting).toBe(0);
  });

  test('count that minute from the last line, and not from the start', async () => {
    const { out, clock, terminal } = plain();
    await clock.advance(10_000);
    [waiting('A'), started('A'), begins('A', 'long')].forEach(terminal.progress);
    const before = out.text;
    await clock.advance(59_000);
    expect(out.text).toBe(before);
    await clock.advance(1_000);
    expect(out.text.slice(before.length)).toBe('still running: A  0 of 2  1m 0s  long (1m 0s)\n');
  });

  test('give that sign where no sub suite goes on, too', async () => {
    const { out, clock } = plain();
    await clock.advance(60_000);
    expect(out.text).toBe('still running\n');
  });

  test('are one line each, whatever names and reasons hold', () => {
    const { out, terminal } = plain();
    const [name, reason] = ['a\nb\u001b[31m', { ...failed, description: 'first\nsecond' }];
    const steps: readonly Step[] = [waiting(name), started(name), begins(name, name), ends(name, name, reason)];
    steps.forEach(terminal.progress);
    terminal.progress({ kind: 'sub suite finished', subSuite: name, outcome: reason });
    terminal.progress({ kind: 'suite finished', suite: name, outcome: reason });
    const shown = 'a\uFFFDb\uFFFD[31m';
    expect(out.text.split('\n')).toEqual([
      `${shown}: waiting for python:3.13, 2 recipes`,
      `${shown}: started`,
      `${shown}: ${shown} ...`,
      `${shown}: ${shown} FAILED in 1.2s: first second`,
      `${shown}: FAILED: first second`,
      `${shown}: FAILED: first second`,
      '',
    ]);
  });

  test('tell what a test framework skipped', () => {
    const { out, terminal } = plain();
    terminal.progress(ends('A', 'slow', { ...passed, description: 'SKIPPED' }));
    expect(out.text).toBe('A: slow SKIPPED in 1.2s\n');
  });

  test('hold no secret and no control character of others', () => {
    const { out, terminal } = plain({ output: true });
    terminal.progress({ kind: 'output', subSuite: 'A', line: 'token hunter22 \u001b[2J' });
    terminal.log('asked url=https://hunter22@host', 'debug');
    expect(out.text).toBe('A | token *** \uFFFD[2J\ndebug: asked url=https://***@host\n');
  });
});

describe('live lines', () => {
  test('one for each sub suite, with how far it is, elapsed time and the current recipe', async () => {
    const { screen, clock, terminal } = live();
    [waiting('A', 3), started('A'), begins('A', 'login'), waiting('B')].forEach(terminal.progress);
    await clock.advance(65_000);
    expect(screen.lines).toEqual(['A  0 of 3  1m 5s  login (1m 5s)', 'B  waiting for python:3.13  1m 5s']);
    [ends('A', 'login', failed), begins('A', 'logout')].forEach(terminal.progress);
    expect(screen.lines).toEqual([
      'A: login FAILED in 1.2s: exit code 1',
      'A  1 of 3, 1 not passed  1m 5s  logout (0.0s)',
      'B  waiting for python:3.13  1m 5s',
    ]);
  });

  test('leave what is finished above, and nothing of themselves', () => {
    const { screen, clock, terminal } = live();
    wholeRun.forEach(terminal.progress);
    terminal[Symbol.dispose]();
    expect(screen.lines).toEqual([
      'Run c7e1 of pkg:generic/shop: 1 suite, 2 recipes',
      'Execution space: this machine, because no Docker engine answers',
      'Smoke_SubSuite_0: logout FAILED in 1.2s: exit code 1',
      'warning: disk is nearly full',
      'really',
      'Smoke_SubSuite_0: FAILED: exit code 1',
      'Smoke: FAILED: exit code 1',
    ]);
    expect([screen.listeners, clock.waiting]).toEqual([0, 0]);
  });

  test.each([40, 25, 13, 200])('a terminal that is made %i columns wide keeps one line for each sub suite', async (columns) => {
    const { screen, clock, terminal } = live();
    terminal.log('a line that stays, and is longer than a narrow terminal', 'info');
    ['A', 'B', 'C']
      .flatMap((name) => [waiting(name), started(name), begins(name, `a test case with a rather long name ${name} 漢字`)])
      .forEach(terminal.progress);
    screen.resize(columns);
    await clock.advance(1000);
    screen.resize(80);
    await clock.advance(1000);
    expect(screen.lines.map((line) => line[0])).toEqual(['a', 'A', 'B', 'C']);
  });

  test.each([60, 50, 40])('on %i columns long names leave room for how far it is and what it does', async (columns) => {
    const { screen, clock, terminal } = live({ columns });
    const name = `A suite with a name that is far too long_SubSuite_1`;
    [waiting(name), started(name), begins(name, 'a recipe whose name is too long as well')].forEach(terminal.progress);
    await clock.advance(1000);
    expect(screen.lines).toEqual([expect.stringMatching(/^….*Suite_1 {2}0 of 2 {2}1\.0s {2}a .*… \(1\.0s\)$/)]);
    expect(screen.lines[0]?.length).toBeLessThan(columns);
  });

  test('a terminal that does not know its size is taken for one of 80 columns', () => {
    const { screen, terminal } = live({ columns: 0 });
    terminal.progress(waiting('A'));
    expect(screen.lines).toEqual(['A  waiting for python:3.13  0.0s']);
    terminal[Symbol.dispose]();
    expect(screen.lines).toEqual([]);
  });

  test('more sub suites than the terminal has rows are counted', () => {
    const { screen, terminal } = live({ rows: 6 });
    Array.from({ length: 9 }, (_, n) => waiting(`S${n}`)).forEach(terminal.progress);
    expect(screen.lines.map((line) => line.split('  ')[0])).toEqual(['S0', 'S1', 'S2', 'and 6 more']);
  });
});

test.each([
  { tty: true, isTTY: true, environment: {}, live: true },
  { tty: false, isTTY: true, environment: {}, live: false }, // --no-tty
  { tty: true, isTTY: false, environment: {}, live: false },
  { tty: true, isTTY: true, environment: { CI: 'true' }, live: false },
  { tty: true, isTTY: true, environment: { CI: 'false' }, live: true },
  { tty: true, isTTY: true, environment: { TERM: 'dumb' }, live: false },
])('live lines: $live with tty $tty, a terminal $isTTY and $environment', ({ tty, isTTY, environment, live: expected }) => {
  expect(isLive({ out: { ...anOutput(), isTTY }, environment }, tty)).toBe(expected);
});

const hidden = { redact: (text: string): string => text.replaceAll('hunter22', '***'), colour: (text: string): string => text };

function plain({ output = false } = {}) {
  const [out, err, clock] = [anOutput(), anOutput(), manualClock()];
  return { out, err, clock, terminal: createTerminal({ live: false, output, ...hidden }, { out, err, clock }) };
}

function live(size: { readonly columns?: number; readonly rows?: number } = {}) {
  const [screen, clock] = [aScreen(size), manualClock()];
  return { screen, clock, terminal: createTerminal({ live: true, output: false, ...hidden }, { out: screen, err: screen, clock }) };
}

function anOutput(): Output & { text: string } {
  return {
    text: '',
    write(piece) {
      this.text += piece;
    },
    on: () => undefined,
    off: () => undefined,
  };
}
