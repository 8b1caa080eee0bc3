import { describe, expect, test } from '@jest/globals';
import type { Face } from '../../src/cli/face.js';
import { createProgram } from '../../src/cli/program.js';
import { runOptions, type Flags } from '../../src/cli/run-options.js';
import { systemClock } from '../../src/host/clock.js';

const typedIn = '/home/me';

describe('the variables of the ETOS client stand in for options, and an option wins', () => {
  const environment = { WORKSPACE: '/srv/ws', IDENTITY: 'pkg:generic/from-env', TEST_SUITE: 'https://example.org/env.json' };
  test.each([
    { args: [], collection: 'https://example.org/env.json', workspace: '/srv/ws', identity: 'pkg:generic/from-env' },
    {
      args: ['c.json', '-w', 'own', '-i', 'pkg:generic/own'],
      collection: '/home/me/c.json',
      workspace: '/home/me/own',
      identity: 'pkg:generic/own',
    },
  ])('$args', ({ args, ...expected }) => {
    expect(optionsOf(args, environment)).toMatchObject(expected);
  });
  test('a variable without a value is none', () => {
    const options = optionsOf(['c.json'], { WORKSPACE: '', IDENTITY: '', TEST_SUITE: '' });
    expect(options).toMatchObject({ workspace: typedIn });
    expect(options).not.toHaveProperty('identity');
  });
});

describe('where things are', () => {
  test('directories start from the workspace, what was typed as a path from where it was typed', () => {
    const args = [
      'sub/c.json',
      '-w',
      '/srv/ws',
      '-r',
      'out/reports',
      '-a',
      '/abs',
      '--iut-provider',
      './boards.json',
      '--dataset',
      '@d.json',
    ];
    expect(optionsOf(args)).toMatchObject({
      collection: '/home/me/sub/c.json',
      reportDirectory: '/srv/ws/out/reports',
      artifactDirectory: '/abs',
      providersDirectory: '/srv/ws/.etos/providers',
      iutProvider: '/home/me/boards.json',
      dataset: ['@/home/me/d.json'],
    });
  });
  test.each(['https://example.org/c.json', 'file:///srv/c.json'])('the address %s stays', (address) => {
    expect(optionsOf([address]).collection).toBe(address);
  });
  test('defaults are those of the client', () => {
    expect(optionsOf(['c.json'])).toEqual({
      collection: '/home/me/c.json',
      workspace: typedIn,
      artifactDirectory: '/home/me/artifacts',
      reportDirectory: '/home/me/reports',
      iutProvider: 'default',
      executionSpaceProvider: 'default',
      logAreaProvider: 'default',
      dataset: [],
      providersDirectory: '/home/me/.etos/providers',
      waits: {},
      splitter: 'round-robin',
      durations: [],
      verbose: false,
    });
  });
});

test.each([
  ['90', 90_000],
  ['1h30m', 5_400_000],
])('--timeout %s is %i ms', (text, timeout) => {
  expect(optionsOf(['c.json', '--timeout', text])).toMatchObject({ timeout });
});

test('datasets are kept in the order in which they were given', () => {
  expect(optionsOf(['c.json', '--dataset', '{"a":1}', '--dataset', '{"a":2}']).dataset).toEqual(['{"a":1}', '{"a":2}']);
});

test('everything that is wrong is told at once', () => {
  expect(() => optionsOf(['--timeout', 'soon'])).toThrow(
    /no test collection was given; expected its path or URL as argument, or in TEST_SUITE, or an event that asks for it in TERCC\n--timeout is "soon"; expected seconds/,
  );
});

function optionsOf(args: readonly string[], environment: Face['environment'] = {}): ReturnType<typeof runOptions> {
  const nowhere = { write: () => true, on: () => undefined, off: () => undefined };
  const face: Face = {
    environment,
    directory: typedIn,
    out: nowhere,
    err: nowhere,
    clock: systemClock,
    signal: new AbortController().signal,
  };
  const command = createProgram(face, () => undefined).commands.find((one) => one.name() === 'run');
  if (!command) throw new Error('there is no command run');
  const { operands } = command.parseOptions([...args]);
  return runOptions(operands[0], command.opts<Flags>(), face);
}
