import { expect, test } from '@jest/globals';
import { limitsOf } from '../../src/run/limits.js';

test.each([
  // Jenkins gives a step up after 20 s, GitHub kills it after 10 s; what was used is given back in the rest.
  { where: 'in a step of Jenkins', environment: { JENKINS_SERVER_COOKIE: 'durable-1' }, seconds: 12 },
  { where: 'in a step of GitHub', environment: { GITHUB_ACTIONS: 'true' }, seconds: 4 },
  { where: 'elsewhere', environment: {}, seconds: Infinity },
])('a cancelled run $where waits $seconds s for what it has started elsewhere', ({ environment, seconds }) => {
  expect(limitsOf(environment, undefined).cancelled).toBe(seconds * 1000);
});
