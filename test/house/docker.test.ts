import { expect } from '@jest/globals';
import { testWithDocker, testWithPythonImage } from '../support/docker.js';

testWithDocker('the busybox image has a POSIX shell and no bash', async ({ engine }) => {
  expect(await engine.run(engine.busybox, ['sh', '-c', '! command -v bash'])).toBe(0);
});

testWithPythonImage('the python image has bash and python3', async ({ engine, python }) => {
  expect(await engine.run(python, ['bash', '-c', 'python3 -c "import json"'])).toBe(0);
});
