import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../src/action/inputs.js';

const given = (inputs: Readonly<Record<string, string>>) =>
  readInputs(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    '/home/runner/work/x',
  );

describe('inputs', () => {
  test('a collection is enough', () => {
    expect(given({ collection: 'collection.json' })).toMatchObject({
      run: {
        collection: '/home/runner/work/x/collection.json',
        workspace: '/home/runner/work/x',
        artifactDirectory: '/home/runner/work/x/artifacts',
        reportDirectory: '/home/runner/work/x/reports',
        iutProvider: 'default',
        executionSpaceProvider: 'default',
        logAreaProvider: 'default',
        dataset: [],
        providersDirectory: '/home/runner/work/x/.etos/providers',
        verbose: true,
      },
      level: 'info',
      failOn: 'failure',
    });
  });

  test.each([
    { dataset: '{\n  "a": 1\n}', gives: ['{\n  "a": 1\n}'] },
    { dataset: '{"a": 1}\n\n@more.json\n', gives: ['{"a": 1}', '@/home/runner/work/x/more.json'] },
    { dataset: 'nonsense', gives: ['nonsense'] }, // refused by the run, which says what is wrong with it
    { dataset: '  ', gives: [] },
  ])('dataset $dataset is $gives', ({ dataset, gives }) => {
    expect(given({ collection: 'c', dataset }).run.dataset).toEqual(gives);
  });

  test.each([
    { inputs: { collection: 'https://example.org/c.json' }, gives: { run: { collection: 'https://example.org/c.json' } } },
    { inputs: { collection: 'c', timeout: '1h30m' }, gives: { run: { timeout: 5_400_000 } } },
    { inputs: { collection: 'c', verbose: 'True' }, gives: { level: 'event' } },
    { inputs: { collection: 'c', verbose: '2' }, gives: { level: 'debug' } },
    { inputs: { collection: 'c', 'fail-on': 'never' }, gives: { failOn: 'never' } },
    { inputs: { collection: 'c', 'publish-artifact': 'True' }, gives: { run: { publishArtifact: true } } },
    { inputs: { collection: 'c', 'advertise-url': 'http://ci:8123' }, gives: { run: { advertise: 'http://ci:8123' } } },
    { inputs: { collection: 'c', workspace: 'sub' }, gives: { run: { reportDirectory: '/home/runner/work/x/sub/reports' } } },
    { inputs: { collection: 'c', 'iut-provider': './p.json' }, gives: { run: { iutProvider: '/home/runner/work/x/p.json' } } },
    {
      inputs: { collection: 'c', workspace: 'sub', 'providers-dir': 'p' },
      gives: { run: { providersDirectory: '/home/runner/work/x/sub/p' } },
    },
  ])('$inputs gives $gives', ({ inputs, gives }) => {
    expect(given(inputs)).toMatchObject(gives);
  });

  test('everything that is wrong is said at once', () => {
    expect(() =>
      given({ timeout: '12abc', verbose: 'yes', 'fail-on': 'errors', 'publish-artifact': 'maybe', tiemout: '5', 'artefact-dir': 'x' }),
    ).toThrow(
      [
        "The step's inputs are wrong:",
        '  tiemout is no input of this action. Did you mean timeout?',
        '  artefact-dir is no input of this action. Did you mean artifact-dir?',
        '  collection is missing; expected the path or address of a test collection',
        '  timeout is "12abc"; expected seconds, or a number with a unit: 90, 90s, 30m, 2h, 1h30m',
        '  verbose is "yes"; expected false, true (adds events) or 2 (adds requests)',
        '  fail-on is "errors"; expected failure, error, never. Did you mean error?',
        '  publish-artifact is "maybe"; expected true or false',
      ].join('\n'),
    );
  });

  test('all inputs but the dataset are shown', () => {
    const { inLines } = given({ collection: 'c', dataset: '{"password": "hidden"}', timeout: '90s' });
    expect(inLines).toEqual(expect.arrayContaining(['collection: c', 'timeout: 90s', 'dataset: (given)', 'report-dir: reports']));
    expect(inLines.join()).not.toContain('hidden');
  });

  test('variables of the job that only look like inputs are left alone', () => {
    expect(given({ collection: 'c', file_name_pattern: 'x' }).failOn).toBe('failure');
  });
});
