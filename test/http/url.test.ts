import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../src/host/errors.js';
import { parseUrl, percentDecode, printUrl } from '../../src/http/url.js';

describe('a URL', () => {
  test.each([
    ['http://h/a b|c^d"e\\f{g}', 'http://h/a%20b%7Cc%5Ed%22e%5Cf%7Bg%7D'],
    ['http://h/ä?q=ö', 'http://h/%C3%A4?q=%C3%B6'],
    ['http://h/50%/x%2Fy', 'http://h/50%25/x%2Fy'],
    ['http://h/x?a b', 'http://h/x?a%20b'],
    ['http://[::1]:80/x', 'http://[::1]/x'],
    [' http://h/x ', 'http://h/x'],
  ])('%s is sent as %s', (text, sent) => {
    expect(parseUrl(text).href).toBe(sent);
  });

  test.each(['', 'x', '/a', 'file:///etc/passwd', 'ftp://h/', 'http://', 'localhost:80/x'])('%j is refused', (text) => {
    expect(() => parseUrl(text)).toThrow(InvalidInput);
  });

  test('is printed without credentials and query', () => {
    expect(printUrl(new URL('https://me:pass@h:8443/p?token=s3cret#f'))).toBe('https://h:8443/p?…');
  });
});

test('what is percent-encoded is decoded, and what is not, or not in UTF-8, stays as it stands', () => {
  expect(['p%20w%C3%A4', '%zz', '%ff', '100%'].map(percentDecode)).toEqual(['p wä', '%zz', '%ff', '100%']);
});
