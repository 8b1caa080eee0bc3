import { expect, test } from '@jest/globals';
import { readFile, stat } from 'node:fs/promises';
import { addToStepSummary, printFailure } from '../../src/action/step-summary.js';
import { temporaryDirectory } from '../support/directory.js';

const limit = 1_048_576;

test.each([{ before: '' }, { before: 'earlier\n' }, { before: 'ü'.repeat(400_000) }])(
  'a summary fills the file to its limit and not beyond',
  async ({ before }) => {
    await using directory = await temporaryDirectory();
    const path = await directory.write('summary', before);
    expect(await addToStepSummary(path, (budget) => 'x'.repeat(budget))).toBe('written');
    const { size } = await stat(path);
    expect(limit - size).toBeGreaterThanOrEqual(0);
    expect(limit - size).toBeLessThan(3);
  },
);

test('what does not fit is left out, and what was there stays', async () => {
  await using directory = await temporaryDirectory();
  const path = await directory.write('summary', 'x'.repeat(limit - 10));
  expect(await addToStepSummary(path, () => 'a sentence')).toBe('no room');
  expect((await readFile(path)).length).toBe(limit - 10);
});

test('outside of GitHub there is no file, and nothing is written', async () => {
  expect(await addToStepSummary(undefined, () => 'text')).toBe('no file');
});

test('a message with backticks does not get out of its block', () => {
  expect(printFailure('a ``` b', 'do c')).toBe('## ETOS: nothing was carried out\n\n````\na ``` b\n````\n\ndo c');
});
