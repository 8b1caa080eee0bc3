import { expect, test } from '@jest/globals';
import { detailIn } from '../../src/remote/detail.js';
import { outcomeIn } from '../../src/remote/outcome.js';

test.each([
  { verdict: 'PASSED', conclusion: 'SUCCESSFUL', gives: ['PASSED', 'SUCCESSFUL'] },
  { verdict: 'Passed', conclusion: 'Successful', gives: ['PASSED', 'SUCCESSFUL'] }, // the operator
  { verdict: 'None', conclusion: 'TimedOut', gives: ['INCONCLUSIVE', 'TIMED_OUT'] }, // on which the released client ends with a stack trace
  { verdict: 'Failed', conclusion: 'Aborted', gives: ['FAILED', 'ABORTED'] },
  { verdict: 'PASSED', conclusion: 'FAILED', gives: ['INCONCLUSIVE', 'FAILED'] }, // what could not be carried out has not passed
  { verdict: null, conclusion: 7, gives: ['INCONCLUSIVE', 'INCONCLUSIVE'] },
])('a deployment says $verdict, $conclusion', ({ gives, ...said }) => {
  const { verdict, conclusion } = outcomeIn(said);
  expect([verdict, conclusion]).toEqual(gives);
});

test.each([
  { body: '{"detail": "no such thing"}', gives: 'no such thing' },
  {
    body: '{"detail": [{"loc": ["body", "artifact_id"], "msg": "Value error, Missing"}, {"msg": "Another"}]}',
    gives: 'artifact_id: Missing; Another',
  },
  { body: '{"detail": [{"loc": 1}, null]}', gives: undefined },
  { body: `{"detail": [{"loc": ["body", ${'['.repeat(50_000)}${']'.repeat(50_000)}, 3], "msg": "Deep"}]}`, gives: '3: Deep' },
  { body: '<html>Bad gateway</html>', gives: undefined },
  { body: 'null', gives: undefined },
])('an answer is told as $gives', ({ body, gives }) => {
  expect(detailIn(body)).toBe(gives);
});
