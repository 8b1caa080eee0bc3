import { describe, expect, test } from '@jest/globals';
import { fillTemplate } from '../../src/log-area/template.js';

const values = { name: 'a.log', folder: 'main/sub', context: '{name}' };

describe('the template of an address', () => {
  test.each([
    ['http://x/{folder}/{name}', 'http://x/main/sub/a.log'],
    ['http://x/{name}?again={name}', 'http://x/a.log?again=a.log'],
    ['http://x/{{name}}/{{{name}}}', 'http://x/{name}/{a.log}'],
    ['http://x/{context}', 'http://x/{name}'], // what was filled in is no template
    ['http://x/', 'http://x/'],
  ])('%s', (template, filled) => {
    expect(fillTemplate(template, values, 'url')).toBe(filled);
  });

  test.each([
    ['{nam}', /\{nam\} is not known\. Did you mean name\?/],
    ['{}', /\{\} is not known/],
    ['{0}', /\{0\} is not known/],
    ['{name!r}', /\{name!r\} is not known/],
    ['{name', /a single "\{"/],
    ['name}', /a single "\}"/],
    ['{toString}', /is not known/],
  ])('%s is refused', (template, message) => {
    expect(() => fillTemplate(template, values, 'url')).toThrow(message);
  });
});
