import { describe, expect, test } from '@jest/globals';
import { matchesAtStart, search, TooLong } from '../../src/jsontas/regex/match.js';

// Every answer is that of Python 3.11's re.match.
describe('a pattern', () => {
  test.each([
    ['b', 'abc', false],
    ['ab', 'abc', true],
    ['a|ab$', 'ab', true],
    ['abc$', 'abc\n', true],
    ['abc$', 'abc\n\n', false],
    ['abc\\Z', 'abc\n', false],
    ['(?m)a$.b', 'a\nb', false],
    ['(?ms)a$.b', 'a\nb', true],
    ['a.b', 'a\rb', true],
    ['a.b', 'a\u2028b', true],
    ['.$', '\u{1F600}', true],
    ['[\u{1F600}]$', '\u{1F600}', true],
    ['\\w+$', 'åß٣', true],
    ['(?a)\\w', 'å', false],
    ['\\d', '٣', true],
    ['\\s', '\u0085', true],
    ['\\s', '\ufeff', false],
    ['\\B', '', false],
    ['(?i)straße', 'STRASSE', false],
    ['(?i)k', '\u212a', true],
    ['(?i)ſ', 'S', true],
    ['(?i)[^k]', '\u212a', false],
    ['(?ia)k', '\u212a', false],
    ['(?i:a)b', 'AB', false],
    ['(?i)a(?-i:b)', 'AB', false],
    ['(?P<q>[\'"])x(?P=q)', '"x"', true],
    ['(?P<q>[\'"])x(?P=q)', '"x\'', false],
    ['(a)?(?(1)b|c)', 'c', true],
    ['(a)?(?(1)b|c)', 'ac', false],
    ['(?>a+)ab', 'aaab', false],
    ['a{,2}b', 'aab', true],
    ['a{x', 'a{x', true],
    ['[]a]+$', ']a', true],
    ['[^]]', ']', false],
    ['[a\\-z]', '-', true],
    ['(?<=a)b', 'ab', false],
    ['a(?<!b)c', 'ac', true],
    ['(?x) a b # c\n c', 'abc', true],
    ['\\N{EM DASH}', '—', true],
    ['\\N{LATIN CAPITAL LETTER A WITH RING ABOVE}', 'Å', true],
    ['\\N{greek small letter alpha}', 'α', true],
    ['\\x61\\u0062\\U00000063\\144', 'abcd', true],
    ['(a*)*$', 'aaa', true],
    ['(?:a?){3}b', 'ab', true],
    ['(ab|a)(bc)?$', 'abc', true],
    ['(?=(a))\\1', 'a', true],
    ['(a*?)(a*)$', 'aa', true],
  ])('%j on %j is %j', (pattern, text, expected) => {
    expect(matchesAtStart(pattern, text)).toBe(expected);
  });

  test.each([
    '(',
    ')',
    'a**',
    '*',
    '^*',
    'a{3,2}',
    '\\q',
    '\\p{L}',
    '(?<n>a)',
    '(?P<1>a)',
    '(?P<a>x)(?P<a>y)',
    '(?P=x)',
    '\\1',
    '(\\1)',
    'a(?i)b',
    '(?z)',
    '[z-a]',
    '[\\d-z]',
    '[a',
    '(?<=a*)b',
    '(?(2)a)',
    '(?(1)a|b|c)(x)',
    '\\x6',
    '\\777',
    '(?#',
    '\\N{NO SUCH THING}',
    '(?au)a',
    '((ab){1000}){1000}',
  ])('%j is refused', (pattern) => {
    expect(() => matchesAtStart(pattern, 'a')).toThrow(SyntaxError);
  });
});

describe('no pattern hangs', () => {
  test.each([
    ['(a+)+$', `${'a'.repeat(5000)}!`],
    ['(a|a)*b', 'a'.repeat(20_000)],
    ['(?:a?){60}a{60}$', `${'a'.repeat(60)}!`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(2000)],
    ['(.*)(.*)(.*)(.*)(.*)[0-9]', 'x'.repeat(10_000)],
    ['(?=(a+)+$)b', 'a'.repeat(2000)],
  ])('%j fails in time', (pattern, text) => {
    const start = performance.now();
    expect(matchesAtStart(pattern, text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('one with a back reference is given up', () => {
    expect(() => matchesAtStart('(a+)+\\1$', `${'a'.repeat(60)}!`)).toThrow(TooLong);
  });
});

// Every answer is that of Python 3.11's re.search: the match, then its groups.
test.each([
  ['(ab|a)(b)?', 'xab', ['ab', 'ab', undefined]],
  ['(?:PASSED|(FAILED))', 'a FAILED', ['FAILED', 'FAILED']],
  ['(a)?::(\\S+)', 'x ::y', ['::y', undefined, 'y']],
  ['x|ab', 'zab', ['ab']], // a word that only one of two ways needs
  ['(?:ab)*c', 'c', ['c']], // a word that need not be there
  ['(?!ab)a', 'aab', ['a']],
  ['(?i)AB', 'xab', ['ab']],
  ['(?<=::)b+', 'a::bb', ['bb']],
  ['^b', 'ab', undefined],
  ['b$', 'ab\n', ['b']],
  ['.\u{1F60E}', 'a\u{1F600}\u{1F60E}', ['\u{1F600}\u{1F60E}']],
  ['ab(c)?', 'xyz', undefined],
])('%j finds in %j %j', (pattern, text, expected) => {
  const found = search(pattern, text);
  expect(found && [found.text, ...found.groups]).toEqual(expected);
});
