import { expect, test } from '@jest/globals';
import { orStopped } from '../../runner/patience.js';

test('nothing that hangs is awaited past the signal, whose reason is the error', async () => {
  const controller = new AbortController();
  expect(await orStopped(Promise.resolve('in time'), controller.signal)).toBe('in time');
  const hanging = orStopped(new Promise(() => undefined), controller.signal);
  controller.abort(new Error('enough'));
  await expect(hanging).rejects.toThrow('enough');
});
