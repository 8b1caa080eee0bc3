import { describe, expect, test } from '@jest/globals';
import { printError } from '../../src/cli/print-error.js';
import { Cancelled, InvalidInput, NotCarriedOut } from '../../src/host/errors.js';

describe('how an error ends a command', () => {
  test.each([
    [new InvalidInput('c.json:1:1: no\nc.json:2:1: nor this', 'Do it'), 2, 'error: c.json:1:1: no\nerror: c.json:2:1: nor this\nDo it\n'],
    [new InvalidInput('first\n  a hint of its own\nsecond', ''), 2, 'error: first\n  a hint of its own\nerror: second\n'],
    [new NotCarriedOut('it says \u001b[2J', ''), 3, 'error: it says \uFFFD[2J\n'],
    [new NotCarriedOut('the engine went away', ''), 3, 'error: the engine went away\n'],
    [new Cancelled('SIGINT'), 130, 'cancelled by SIGINT\n'],
    [new Cancelled('SIGTERM'), 143, 'cancelled by SIGTERM\n'],
  ])('%s', (error, exitCode, text) => {
    expect(printed(error)).toEqual({ exitCode, text });
  });

  test('what we cannot explain is a bug of ours, and comes with what a report needs', () => {
    const { exitCode, text } = printed(new TypeError('x is not a function'));
    expect(exitCode).toBe(3);
    expect(text).toMatch(/^error: x is not a function\nThis is a bug in etos\..*\nTypeError: x is not a function\n {4}at /);
  });

  test('secrets are taken out', () => {
    expect(printed(new InvalidInput('hunter22', 'not hunter22')).text).toBe('error: ***\nnot ***\n');
  });
});

function printed(error: unknown): { readonly exitCode: number; readonly text: string } {
  let text = '';
  const err = { write: (piece: string) => (text += piece), on: () => undefined, off: () => undefined };
  const exitCode = printError(error, { err, redact: (from) => from.replaceAll('hunter22', '***') });
  return { exitCode, text };
}
