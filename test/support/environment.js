// Where jest runs our tests: Node, and whatever our programs printed during a test that fails is shown with its failure. What happened on a machine
// of CI's can be seen nowhere else.

import { TestEnvironment } from 'jest-environment-node';

/** Lines of each program: enough for a run's whole end, and few enough for a report of CI. */
const lines = 60;

export default class extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_start') this.global.programsOfTest = [];
    if (name !== 'test_fn_failure') return;
    for (const { command, printed } of this.global.programsOfTest ?? []) {
      const shown = printed().trimEnd().split('\n').slice(-lines).join('\n');
      process.stderr.write(`\nPrinted during "${test.name}" by ${command}:\n${shown || '(nothing)'}\n`);
    }
  }
}
