import { describe, expect, test } from '@jest/globals';
import { outcomeOf, outcomeOfRun, type SubSuiteEnd } from '../../src/suite/outcome.js';

const passed: SubSuiteEnd = {
  name: 'a_SubSuite_0',
  outcome: { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All a_SubSuite_0 tests completed successfully.' },
};
const failed: SubSuiteEnd = {
  name: 'a_SubSuite_1',
  outcome: { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: '1 of 3 failed: login.' },
};
const broken: SubSuiteEnd = {
  name: 'a_SubSuite_2',
  outcome: { verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description: 'Could not checkout tests.' },
};
const lost: SubSuiteEnd = { name: 'a_SubSuite_3', lost: 'exit code 137' };

describe('the outcome of a suite', () => {
  test.each([
    { ends: [passed], verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All tests passed.' },
    {
      ends: [failed, passed],
      verdict: 'FAILED',
      conclusion: 'SUCCESSFUL',
      description: '1 of 2 sub suites failed: a_SubSuite_1 (1 of 3 failed: login).',
    },
    {
      ends: [broken],
      verdict: 'INCONCLUSIVE',
      conclusion: 'FAILED',
      description: '1 of 1 sub suite could not be carried out: a_SubSuite_2 (Could not checkout tests).',
    },
    {
      ends: [passed, failed, lost],
      verdict: 'INCONCLUSIVE',
      conclusion: 'FAILED',
      description:
        '1 of 3 sub suites gave no result: a_SubSuite_3 (exit code 137). 1 of 3 sub suites failed: a_SubSuite_1 (1 of 3 failed: login).',
    },
    { ends: [], verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description: 'No sub suite was started.' },
  ])('$description', ({ ends, ...outcome }) => {
    expect(outcomeOf(ends)).toEqual(outcome);
  });

  test('a problem of the whole suite comes first and is never a pass', () => {
    expect(outcomeOf([passed], { reason: 'cancelled by SIGINT', conclusion: 'ABORTED' })).toEqual({
      verdict: 'INCONCLUSIVE',
      conclusion: 'ABORTED',
      description: 'cancelled by SIGINT.',
    });
  });
});

describe('the outcome of a run', () => {
  const suite = (name: string, verdict: 'PASSED' | 'FAILED' | 'INCONCLUSIVE') => ({
    name,
    outcome: { verdict, conclusion: 'SUCCESSFUL' as const, description: `${name} says.` },
  });
  test.each([
    { suites: [suite('a', 'PASSED'), suite('b', 'PASSED')], verdict: 'PASSED', description: 'a says.', why: 'all passed: the first' },
    {
      suites: [suite('a', 'INCONCLUSIVE'), suite('b', 'FAILED'), suite('c', 'FAILED')],
      verdict: 'FAILED',
      description: 'b: b says. (and 2 more of 3 suites not passed)',
      why: 'the first failed',
    },
    {
      suites: [suite('a', 'INCONCLUSIVE'), suite('b', 'INCONCLUSIVE'), suite('c', 'PASSED')],
      verdict: 'INCONCLUSIVE',
      description: 'b: b says. (and 1 more of 3 suites not passed)',
      why: 'else the last inconclusive',
    },
    { suites: [], verdict: 'INCONCLUSIVE', description: 'Nothing was carried out.', why: 'no suites' },
  ])('$why', ({ suites, verdict, description }) => {
    expect(outcomeOfRun(suites)).toMatchObject({ verdict, description });
  });
});
