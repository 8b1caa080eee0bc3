import { describe, expect, test } from '@jest/globals';
import { isBelow, parseImageReference } from '../../src/documents/image-reference.js';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  test.each([
    { text: 'busybox', name: 'docker.io/library/busybox' },
    { text: 'acme/tool:1.2', name: 'docker.io/acme/tool', tag: '1.2' },
    { text: 'index.docker.io/acme/tool', name: 'docker.io/acme/tool' },
    { text: 'localhost/tool', name: 'localhost/tool' },
    { text: 'registry:5000/a/b__c/d--e:T_1', name: 'registry:5000/a/b__c/d--e', tag: 'T_1' },
    { text: '[::1]:5000/tool', name: '[::1]:5000/tool' },
    { text: `ghcr.io/acme/tool:1@${digest}`, name: 'ghcr.io/acme/tool', tag: '1', digest },
    { text: digest, name: digest, digest },
  ])('$text', ({ text, ...parts }) => {
    expect(parseImageReference(text)).toMatchObject(parts);
  });

  test.each([
    '',
    '-v',
    '--privileged',
    'a b',
    ' a',
    'a\n',
    'Acme',
    'a:',
    'a@sha256:12',
    'a//b',
    '/a',
    'a/',
    'a;b',
    '$(a)',
    'a:b:c',
    `${'a/'.repeat(3000)}a`,
  ])('%j is no reference', (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  });
});

describe('isBelow', () => {
  test.each([
    { text: 'ghcr.io/acme/tool:1', prefix: 'ghcr.io/acme', is: true },
    { text: 'ghcr.io/acme/tool:1', prefix: 'ghcr.io/acme/', is: true },
    { text: 'ghcr.io/acme-labs/tool', prefix: 'ghcr.io/acme', is: false },
    { text: 'ghcr.io/acme', prefix: 'ghcr.io/acme', is: true },
    { text: 'busybox', prefix: 'docker.io/library', is: true },
    { text: 'busybox', prefix: 'busybox', is: true },
    { text: 'evil.io/busybox', prefix: 'busybox', is: false },
    { text: 'acme/tool', prefix: 'acme', is: true },
    { text: 'docker.io/acme/tool', prefix: 'acme', is: true },
    { text: 'acme.io/acme/tool', prefix: 'acme', is: false },
    { text: 'abc123', prefix: 'docker.io', is: false }, // the engine might take it for the id of any image that is there
    { text: digest, prefix: 'sha256:', is: false },
  ])('$text below $prefix: $is', ({ text, prefix, is }) => {
    const reference = parseImageReference(text);
    expect(reference && isBelow(reference, prefix)).toBe(is);
  });
});
