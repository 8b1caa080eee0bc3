import { describe, expect, test } from '@jest/globals';
import { messageOf } from '../../src/host/errors.js';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });

describe('the text of whatever was thrown', () => {
  test.each([
    ['what is no error', 'a text', 'a text'],
    ['an error without a message', new TypeError(''), 'TypeError'],
    ['an error with nothing but a code', Object.assign(new Error(''), { code: 'EPIPE' }), 'EPIPE'],
    ['a cause that says more', new Error('cannot start', { cause: new Error('no memory') }), 'cannot start: no memory'],
    ['a cause that was quoted', new Error('cannot start: no memory', { cause: new Error('no memory') }), 'cannot start: no memory'],
    ['a cause whose code was named', new Error('nothing listens (ECONNREFUSED)', { cause: refused }), 'nothing listens (ECONNREFUSED)'],
    [
      'the cause of a cause that was quoted',
      new Error('nothing listens, in 5 tries', { cause: new Error('nothing listens', { cause: refused }) }),
      'nothing listens, in 5 tries: connect ECONNREFUSED 127.0.0.1:9',
    ],
    [
      'the cause of a cause, all of them said already',
      new Error('nothing listens (ECONNREFUSED), in 5 tries', { cause: new Error('nothing listens (ECONNREFUSED)', { cause: refused }) }),
      'nothing listens (ECONNREFUSED), in 5 tries',
    ],
  ])('%s', (_, error, text) => {
    expect(messageOf(error)).toBe(text);
  });
});
