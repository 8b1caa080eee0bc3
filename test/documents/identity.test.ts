import { describe, expect, test } from '@jest/globals';
import { parseIdentity } from '../../src/documents/identity.js';

describe('parseIdentity', () => {
  test.each([
    { text: 'pkg:docker/acme/webshop@4.2.0', is: { type: 'docker', namespace: 'acme', name: 'webshop', version: '4.2.0' } },
    { text: 'pkg:test/a@1@2', is: { name: 'a@1', version: '2' } },
    { text: 'pkg:npm/@scope/name', is: { namespace: '@scope', name: 'name' } }, // the scope's @ is no version
    { text: 'pkg:npm/%40scope/name@1.0', is: { namespace: '@scope', name: 'name', version: '1.0' } },
    { text: 'pkg://generic/x', is: { type: 'generic', name: 'x' } }, // slashes after the scheme are legal
    { text: 'pkg:GitHub/Org/Repo', is: { type: 'github', namespace: 'org', name: 'repo' } },
    { text: 'pkg:test/product+x@2.0+1', is: { name: 'product+x', version: '2.0+1' } },
    { text: 'pkg:test/a@1?Arch=arm&empty=#./sub/../dir', is: { qualifiers: { arch: 'arm' }, subpath: 'sub/dir' } },
    { text: 'pkg:pypi/My_Package', is: { name: 'my-package' } },
  ])('$text', ({ text, is }) => {
    expect(parseIdentity(text)).toMatchObject({ text, ...is });
  });

  test.each(['pkg:test', 'pkg:test/', 'pkg:', 'test/a', 'PKG:test/a', ' pkg:test/a', 'pkg:test_type/x', 'pkg:test/a?q', 'pkg:test/a%', ''])(
    'refuses %j with the value and an example',
    (text) => {
      expect(() => parseIdentity(text)).toThrow(`identity ${JSON.stringify(text)}`);
      expect(() => parseIdentity(text)).toThrow('pkg:docker/acme/webshop@4.2.0');
    },
  );
});
