import { expect, test } from '@jest/globals';
import { parseDuration } from '../../src/host/duration.js';

test.each([
  { text: '90', gives: 90_000 }, // the ETOS client counts seconds
  { text: '0.5', gives: 500 },
  { text: ' 90S ', gives: 90_000 },
  { text: '30m', gives: 1_800_000 },
  { text: '1h30m', gives: 5_400_000 },
  { text: '250ms', gives: 250 },
  { text: '', gives: undefined },
  { text: '0', gives: undefined }, // no time at all is a slip, not a wish
  { text: '-5', gives: undefined },
  { text: '1e3', gives: undefined },
  { text: '12abc', gives: undefined },
  { text: '5 minutes', gives: undefined },
])('"$text" is $gives ms', ({ text, gives }) => {
  expect(parseDuration(text)).toBe(gives);
});
