import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commands, help, readCleanupOptions, readRunOptions } from '../../runner/options.js';
import { parsePolicy } from '../../runner/plan/policy.js';
import { parseInstructions } from '../../src/documents/instructions.js';
import { runLabel } from '../../src/release/release.js';
import { version } from '../../runner/version.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/delegation.md'), 'utf8');

describe('readRunOptions', () => {
  test('without options the parameter is in the variable docker, and nothing is limited', () => {
    expect(readRunOptions([])).toMatchObject({
      parameter: { variable: 'docker' },
      grace: undefined,
      timeLimit: undefined,
      init: undefined,
      labels: {},
    });
  });

  test.each([
    { args: ['--param-file', '-'], gives: { parameter: { file: '-' } } },
    { args: ['--param-env=CONTAINER'], gives: { parameter: { variable: 'CONTAINER' } } },
    { args: ['--grace', '90'], gives: { grace: 90_000 } },
    { args: ['--timeout=2h'], gives: { timeLimit: 7_200_000 } },
    { args: ['--label', 'a=b=c', '--label', 'd='], gives: { labels: { a: 'b=c', d: '' } } },
    { args: ['--label', `${runLabel}=1`], gives: { labels: { [runLabel]: '1' } } },
    { args: ['--timeout', '24d'], gives: { timeLimit: 2_073_600_000 } },
    { args: ['--init'], gives: { init: true } },
    { args: ['--init', '--pull', 'never'], gives: { init: true, pull: 'never' } },
    { args: ['--init', 'off'], gives: { init: false } },
    { args: ['--init=false'], gives: { init: false } },
    { args: ['--no-init'], gives: { init: false } },
  ])('$args', ({ args, gives }) => {
    expect(readRunOptions(args)).toMatchObject(gives);
  });

  test.each([
    { args: ['--polcy', 'x'], says: /--polcy is not known\. Did you mean --policy\?/ },
    { args: ['{"image": "x"}'], says: /^there is an argument that is no option: the parameter/ }, // which may hold secrets
    {
      args: ['-phunter2', '--x=hunter2', '--Hunter2 x'],
      says: /^short options are not known: .*; --x is not known; an option is not known$/,
    },
    { args: ['--grace', 'soon'], says: /--grace must be seconds/ },
    { args: ['--grace'], says: /^--grace wants a value: --grace TIME$/ },
    { args: ['--grace', '--pull', 'never'], says: /^--grace wants a value: --grace TIME$/ },
    { args: ['--grace', '25h'], says: /^--grace may be at most 1d$/ },
    { args: ['--timeout', '0'], says: /^--timeout must be more than 0: seconds, or/ },
    { args: ['--pull', 'allways'], says: /^--pull must be always, missing or never\. Did you mean always\?$/ },
    { args: ['--timeout', '25d'], says: /^--timeout may be at most 24d$/ }, // no timer waits longer
    { args: ['--policy', ''], says: /^--policy is empty: --policy FILE$/ }, // and not the policy that allows everything else
    { args: ['--policy='], says: /^--policy is empty/ },
    { args: ['--owner', ''], says: /^--owner is empty/ },
    { args: ['--pull', 'maybe'], says: /--pull must be always, missing or never/ },
    { args: ['--label', 'a'], says: /--label must be KEY=VALUE/ },
    {
      args: ['--label', 'io.github.etos-action.deadline=2020-01-01'],
      says: /--label with the prefix io\.github\.etos-action\. belongs to the runner/,
    },
    { args: ['--label', 'IO.GitHub.etos-action.etos-run=1'], says: /--label with the prefix/ },
    { args: ['--init=perhaps'], says: /--init must be on or off/ },
    { args: ['--init', 'perhaps'], says: /^--init must be on or off$/ },
    { args: ['--run', 'a b'], says: /--run must be/ },
    { args: ['--outcome', '-'], says: /--outcome must be a file/ },
    {
      args: ['--param-file', 'a', '--param-env', 'b', '--pull', 'x'],
      says: /^--pull must .*; --param-file and --param-env exclude each other$/,
    },
    { args: ['--grace', 'x', '--pull', 'y'], says: /--pull must.*--grace must/ },
    {
      args: ['--polcy', 'x', '--tmieout=3', '--nothing-like-it'],
      says: /--policy\? --tmieout is not known\. Did you mean --timeout\? --nothing-like-it is not known$/,
    },
  ])('$args is refused', ({ args, says }) => {
    expect(() => readRunOptions(args)).toThrow(says);
  });
});

test('check takes what run takes: the words of a job serve to ask why it was refused', () => {
  const args = ['--param-file', 'p', '--run', 'a', '--timeout', '2h', '--init', '--label', 'a=b', '--outcome', 'o'];
  expect(readRunOptions(args, 'check')).toEqual(readRunOptions(args));
});

describe('readCleanupOptions', () => {
  test.each([
    { args: [], gives: { of: { owner: undefined }, dryRun: false } },
    { args: ['--run', 'a', '--dry-run'], gives: { of: { run: 'a' }, dryRun: true } },
    { args: ['--expired'], gives: { of: { expired: true }, dryRun: false } },
  ])('$args', ({ args, gives }) => {
    expect(readCleanupOptions(args)).toEqual(gives);
  });

  test.each([
    { args: ['--run', ''], says: /^--run is empty/ },
    { args: ['--run', 'a b/c'], says: /^--run must be letters/ },
    { args: ['--owner', ''], says: /^--owner is empty/ },
    { args: ['--expired=yes'], says: /^--expired takes no value$/ },
  ])('$args is refused', ({ args, says }) => {
    expect(() => readCleanupOptions(args)).toThrow(says);
  });

  test('one thing at a time', () => {
    expect(() => readCleanupOptions(['--run', 'a', '--expired'])).toThrow(/exclude each other/);
  });
});

describe('what is said twice', () => {
  test.each(Object.entries(commands))('the help of %s has every option, and so has the page', (name, { options }) => {
    for (const option of Object.keys(options)) {
      expect(help(name as keyof typeof commands)).toContain(`--${option}`);
      expect(page).toContain(`--${option}`);
    }
  });

  test('the page’s policies are policies, and its parameter is one', () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    const [parameter = '', ...policies] = examples;
    expect(policies).toHaveLength(3);
    for (const policy of policies) expect(() => parsePolicy(policy, 'the page')).not.toThrow();
    const problems: string[] = [];
    const { notes } = parseInstructions(parameter, 'the page', problems);
    expect([problems, notes]).toEqual([[], []]);
  });

  test('the version is the package’s', () => {
    expect(version).toBe((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version);
  });
});
