import { describe, expect, test } from '@jest/globals';
import { printForm, withParameters } from '../../src/http/form.js';
import { fromPlain } from '../../src/json/value.js';

describe('a form', () => {
  test.each([
    [{ a: 'x', b: 'y' }, 'a=x&b=y'],
    [{ a: 'x y+z' }, 'a=x+y%2Bz'],
    [{ a: "*!'()~_.-" }, 'a=%2A%21%27%28%29~_.-'], // unlike URLSearchParams
    [{ 'ä/b': 'ö' }, '%C3%A4%2Fb=%C3%B6'],
    [{ a: null, b: '' }, 'b='],
    [{ a: ['x', null, 'y'] }, 'a=x&a=y'],
    [{ a: [] }, ''],
    [{ a: { b: 1, c: 2 } }, 'a=b&a=c'],
    [{ a: true, b: false }, 'a=True&b=False'],
    [{ a: 1, b: 2.5, c: 1e22, d: 1e-7 }, 'a=1&b=2.5&c=1e%2B22&d=1e-07'],
    [{ id: '$iut.id' }, 'id=%24iut.id'],
    [{ a: 'x\ud800y' }, 'a=x%EF%BF%BDy'], // half a surrogate pair
    [
      [
        ['a', 1],
        ['a', ['x', 'y']],
      ],
      'a=1&a=x&a=y',
    ],
    ['already=printed text', 'already=printed text'],
    [{}, ''],
    [null, ''],
  ])('%j is %s', (form, text) => {
    expect(printForm(fromPlain(form))).toBe(text);
  });

  test.each([[['a']], [[['a', 'b', 'c']]], [7]])('%j is refused with a sentence', (form) => {
    expect(() => printForm(fromPlain(form))).toThrow(/expected/);
  });
});

describe('a URL with parameters', () => {
  test.each([
    ['http://h/p', { a: 1 }, 'http://h/p?a=1'],
    ['http://h/p?x=1', { a: 1 }, 'http://h/p?x=1&a=1'],
    ['http://h/p?', { a: 1 }, 'http://h/p?a=1'],
    ['http://h/p#top', { a: 1 }, 'http://h/p?a=1#top'],
    ['http://h/p', {}, 'http://h/p'],
    ['http://h/p', 'a b', 'http://h/p?a b'], // the spaces are encoded with the rest of the URL
  ])('%s with %j', (url, parameters, expected) => {
    expect(withParameters(url, fromPlain(parameters))).toBe(expected);
  });
});
