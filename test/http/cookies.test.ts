import { describe, expect, test } from '@jest/globals';
import { carriedOn } from '../../src/http/cookies.js';

describe('cookies on a redirect', () => {
  const from = 'https://h.example/login/form';
  test.each([
    { set: ['s=1; Path=/'], to: 'https://h.example/home', gives: 's=1' },
    { sent: 'a=1; s=0', set: ['s=1; Path=/; HttpOnly'], to: 'https://h.example/home', gives: 'a=1; s=1' },
    { set: ['s="a b"; Path=/'], to: 'https://h.example:8443/home', gives: 's="a b"' }, // cookies know hosts, not ports
    { set: ['s=1; Path=/admin'], to: 'https://h.example/home', gives: undefined },
    { set: ['s=1; Path=/admin'], to: 'https://h.example/administration', gives: undefined },
    { set: ['s=1; path=/admin'], to: 'https://h.example/admin/users', gives: 's=1' },
    { set: ['s=1'], to: 'https://h.example/login/done', gives: 's=1' }, // without a path: where it was set
    { set: ['s=1'], to: 'https://h.example/home', gives: undefined },
    { set: ['s=1; Path=/; Secure'], to: 'http://h.example/home', gives: undefined },
    { set: ['s=1; Path=/'], to: 'https://other.example/home', gives: undefined },
    { sent: 's=0; a=1', set: ['s=; Path=/; Max-Age=0'], to: 'https://h.example/home', gives: 'a=1' },
    { set: ['; Path=/', 'nonsense'], to: 'https://h.example/login/x', gives: 'nonsense=' },
  ])('$set, after $sent, to $to', ({ sent, set, to, gives }) => {
    expect(carriedOn(sent, set, { from: new URL(from), to: new URL(to) })).toBe(gives);
  });
});
