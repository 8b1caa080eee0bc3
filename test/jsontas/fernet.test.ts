import { describe, expect, test } from '@jest/globals';
import { decryptFernet, encryptFernet } from '../../src/jsontas/fernet.js';

// From the specification of Fernet: https://github.com/fernet/spec, generate.json and verify.json.
const key = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const token = 'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';

describe('a Fernet token', () => {
  test('of the specification is read', () => {
    expect(decryptFernet(token, key)).toBe('hello');
  });

  test.each(['', 'a', 'sixteen letters.', 'åäö \u{1F600}', 'x'.repeat(10_000)])('of %j gives the text back', (text) => {
    const made = encryptFernet(text, key, 1_700_000_000_000);
    expect(decryptFernet(made, key)).toBe(text);
    expect(Buffer.from(made, 'base64url').readBigUInt64BE(1)).toBe(1_700_000_000n);
    expect(made).toMatch(/^[\w-]+={0,2}$/);
  });

  test('may be of a key in the other alphabet of base64, as openssl prints it', () => {
    expect(decryptFernet(token, key.replaceAll('_', '/').replaceAll('-', '+'))).toBe('hello');
  });

  test('is never the same twice', () => {
    expect(encryptFernet('x', key, 0)).not.toBe(encryptFernet('x', key, 0));
  });

  test.each([
    ['another key', token, Buffer.alloc(32).toString('base64url') + '=', 'not made with this key'],
    ['a changed letter', token.replace('-jtRR', '').replace('LLF', 'LLG'), key, 'not made with this key'],
    ['a short one', token.slice(0, 40), key, 'no Fernet token'],
    ['plain text', 'hunter2', key, 'no Fernet token'],
    ['a bad key', token, 'short', '32 bytes'],
  ])('is refused: %s', (_, given, with_, words) => {
    expect(() => decryptFernet(given, with_)).toThrow(words);
  });
});
