import { describe, expect, test } from '@jest/globals';
import { proxyFor } from '../../src/http/proxy.js';

const both = { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://s:2' };

describe('the proxy of an address', () => {
  test.each([
    ['http://h/', both, 'http://p:1/'],
    ['https://h/', both, 'http://s:2/'],
    ['https://h/', { HTTP_PROXY: 'http://p:1' }, undefined], // each for its own, as curl and requests do
    ['http://h/', { ...both, http_proxy: 'http://lower:3' }, 'http://lower:3/'],
    ['http://h/', { ALL_PROXY: 'http://a:4' }, 'http://a:4/'],
    ['http://h/', { HTTP_PROXY: 'p:3128' }, 'http://p:3128/'],
    ['http://h/', { HTTP_PROXY: '' }, undefined],
    ['http://127.0.0.1:8080/', both, undefined],
    ['http://localhost/', both, undefined],
    ['https://[::1]/', both, undefined],
    ['http://a.example.com/', { ...both, NO_PROXY: 'example.com' }, undefined],
    ['http://a.example.com/', { ...both, NO_PROXY: 'x, .example.com' }, undefined],
    ['http://a.example.com/', { ...both, no_proxy: '*.example.com' }, undefined],
    ['http://notexample.com/', { ...both, NO_PROXY: 'example.com' }, 'http://p:1/'],
    ['http://h/', { ...both, NO_PROXY: '*' }, undefined],
    ['http://h:8080/', { ...both, NO_PROXY: 'h:8080' }, undefined],
    ['http://h:8081/', { ...both, NO_PROXY: 'h:8080' }, 'http://p:1/'],
    ['https://h/', { ...both, NO_PROXY: 'h:443' }, undefined],
    ['http://10.1.2.3/', { ...both, NO_PROXY: '10.0.0.0/8' }, undefined],
    ['http://11.1.2.3/', { ...both, NO_PROXY: '10.0.0.0/8' }, 'http://p:1/'],
    ['http://[fd00::1]/', { ...both, NO_PROXY: 'fd00::/8' }, undefined],
    ['http://[fd00::1]/', { ...both, NO_PROXY: 'fd00::1' }, undefined],
  ])('%s with %j', (url, variables, proxy) => {
    expect(proxyFor(new URL(url), variables)?.href).toBe(proxy);
  });
});
