import { expect, test } from '@jest/globals';
import { run } from '../support/program.js';

test.each([
  { args: [], says: 'error: a command is missing; expected run, cleanup, check' },
  { args: [''], says: 'error: "" is not a command; expected run, cleanup, check' },
  { args: ['clean-up'], says: 'error: "clean-up" is not a command; expected run, cleanup, check. Did you mean cleanup?' },
  { args: ['start'], says: 'error: "start" is not a command; expected run, cleanup, check' },
])('$args is refused with what there is', async ({ args, says }) => {
  const { exitCode, stdout, stderr } = await run('runner', args);
  expect([exitCode, stdout, stderr]).toEqual([2, '', `etos-runner: ${says}\n`]);
});
