import { describe, expect, test } from '@jest/globals';
import { showProgress } from '../../src/action/show-progress.js';
import type { Outcome } from '../../src/documents/outcome.js';
import type { Step } from '../../src/run/progress.js';
import { manualClock } from '../support/manual-clock.js';

const passed: Outcome = { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'all 2 passed' };
const begin: readonly Step[] = [
  { kind: 'run', id: 'r1', directory: '/d', identity: 'pkg:generic/x', suites: 1, recipes: 2 },
  { kind: 'execution space', text: 'Docker: an engine answers' },
  { kind: 'suite started', suite: 's', recipes: 2 },
  { kind: 'sub suite waiting', suite: 's', subSuite: 's_0', recipes: 2, on: 'an IUT' },
  { kind: 'sub suite started', subSuite: 's_0' },
  { kind: 'recipe started', subSuite: 's_0', testCase: 'first' },
];

function shown({ live = false } = {}) {
  const lines: string[] = [];
  const clock = manualClock();
  const stage = {
    print: (text: string) => void lines.push(text),
    warn: (text: string) => void lines.push(`warning: ${text}`),
    fold: (title: string, folded: readonly string[]) => void lines.push(`> ${title}`, ...folded.map((line) => `> > ${line}`)),
  };
  return { lines, clock, ...showProgress(stage, { live, clock }) };
}

describe('the log of a step', () => {
  test('tells a run as it happens', () => {
    const { lines, progress, finish } = shown();
    for (const step of begin) progress(step);
    progress({ kind: 'output', subSuite: 's_0', line: 'hello' });
    progress({ kind: 'recipe finished', subSuite: 's_0', testCase: 'first', outcome: passed, duration: 1250 });
    progress({ kind: 'note', text: 'an IUT is still checked out', warning: true });
    progress({ kind: 'sub suite finished', subSuite: 's_0', outcome: passed });
    progress({ kind: 'suite finished', suite: 's', outcome: passed });
    finish();
    expect(lines).toEqual([
      'Run r1: 2 recipes in 1 suite on pkg:generic/x',
      'Docker: an engine answers',
      '▸ s: 2 recipes',
      '  s_0: 2 recipes, waits for an IUT',
      '  s_0: started',
      '  ✓ PASSED  first  1.3s  (s_0)',
      'warning: an IUT is still checked out',
      '> Output of s_0',
      '> > hello',
      '  ✓ PASSED  s_0: all 2 passed',
      '✓ PASSED  s: all 2 passed',
    ]);
  });

  test('tells each step in one line, whatever names hold, and what was skipped as skipped', () => {
    const { lines, progress } = shown();
    const skipped = { ...passed, description: 'SKIPPED' };
    progress({ kind: 'recipe finished', subSuite: 's\n0', testCase: 'a\n\u001b[2J', outcome: skipped, duration: 1250 });
    progress({ kind: 'suite finished', suite: 's\n', outcome: { ...passed, description: 'first\nsecond' } });
    expect(lines).toEqual(['  - SKIPPED  a\uFFFD\uFFFD[2J  1.3s  (s\uFFFD0)', '✓ PASSED  s\uFFFD: first second']);
  });

  test('says each minute without news that the run goes on, and what it does', async () => {
    const { lines, clock, progress, finish } = shown();
    for (const step of begin) progress(step);
    const before = lines.length;
    await clock.advance(59_000);
    expect(lines.slice(before)).toEqual([]);
    await clock.advance(1_000);
    expect(lines.slice(before)).toEqual(['… 1m 0s: 0 of 2 recipes done; now first']);
    await clock.advance(30_000);
    progress({ kind: 'recipe finished', subSuite: 's_0', testCase: 'first', outcome: passed, duration: 90_000 });
    await clock.advance(59_000);
    expect(lines).toHaveLength(before + 2);
    finish();
    await clock.advance(600_000);
    expect(lines).toHaveLength(before + 2);
    expect(clock.waiting).toBe(0);
  });

  test('shows the output of a sub suite that was cut off', () => {
    const { lines, progress, finish } = shown();
    for (const step of begin) progress(step);
    progress({ kind: 'output', subSuite: 's_0', line: 'last words' });
    finish();
    expect(lines.slice(-2)).toEqual(['> Output of s_0', '> > last words']);
  });

  test('keeps the end of a long output, and says what it left out', () => {
    const { lines, progress, finish } = shown();
    for (let i = 0; i < 20_000; i++) progress({ kind: 'output', subSuite: 's_0', line: `line ${i} ${'x'.repeat(100)}` });
    finish();
    const left = Number(/\((\d+) earlier lines/.exec(lines[1] ?? '')?.[1]);
    expect(lines).toHaveLength(2 + 20_000 - left);
    expect(lines.join('\n').length).toBeLessThan(600 * 1024);
    expect(lines.at(-1)).toContain('line 19999');
  });

  test('can show output as it comes', () => {
    const { lines, progress } = shown({ live: true });
    progress({ kind: 'output', subSuite: 's_0', line: 'hello' });
    expect(lines).toEqual(['  s_0 | hello']);
  });
});
