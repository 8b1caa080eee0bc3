import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { engineAddress, variablesFor } from '../../src/docker/address.js';
import { temporaryDirectory } from '../support/directory.js';

const nowhere = { HOME: '/nonexistent', DOCKER_CONFIG: '/nonexistent' };

describe('engineAddress', () => {
  test.each([
    { host: 'unix:///run/x.sock', gives: { kind: 'socket', path: '/run/x.sock', url: 'unix:///run/x.sock' } },
    { host: '/run/x.sock', gives: { kind: 'socket', path: '/run/x.sock', url: 'unix:///run/x.sock' } },
    { host: 'tcp://10.0.0.1:2375', gives: { kind: 'tcp', host: '10.0.0.1', port: 2375, url: 'tcp://10.0.0.1:2375' } },
    { host: 'tcp://build-1', gives: { kind: 'tcp', host: 'build-1', port: 2375, url: 'tcp://build-1:2375' } },
    { host: 'tcp://[::1]:99/', gives: { kind: 'tcp', host: '::1', port: 99, url: 'tcp://[::1]:99' } },
  ])('DOCKER_HOST=$host', ({ host, gives }) => {
    expect(engineAddress({ ...nowhere, DOCKER_HOST: host })).toEqual(gives);
  });

  test.each([
    { host: 'ssh://me@there', says: /ssh:\/\/ is not supported/ },
    { host: 'tcp://user:password@there:1', says: /DOCKER_HOST is no address/ }, // not shown: it has a password
    { host: 'nonsense', says: /DOCKER_HOST is no address/ },
  ])('DOCKER_HOST=$host is refused', ({ host, says }) => {
    expect(() => engineAddress({ ...nowhere, DOCKER_HOST: host })).toThrow(says);
  });

  test('TLS is spoken when DOCKER_TLS_VERIFY says so, with the files of DOCKER_CERT_PATH', () => {
    const variables = { ...nowhere, DOCKER_HOST: 'tcp://there', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' };
    const address = engineAddress(variables);
    expect(address).toEqual({
      kind: 'tcp',
      host: 'there',
      port: 2376,
      url: 'tcp://there:2376',
      tls: { directory: '/certs', verify: true },
    });
    expect(engineAddress({ ...nowhere, ...variablesFor(address) })).toEqual(address);
  });

  test('the current context is followed, DOCKER_CONTEXT before it, and DOCKER_HOST before both', async () => {
    await using directory = await temporaryDirectory();
    const context = (name: string): string => createHash('sha256').update(name).digest('hex');
    await directory.write('config.json', { currentContext: 'lab' });
    await directory.write(`contexts/meta/${context('lab')}/meta.json`, { Endpoints: { docker: { Host: 'tcp://lab:2376' } } });
    await directory.write(`contexts/tls/${context('lab')}/docker/ca.pem`, 'x');
    await directory.write(`contexts/meta/${context('home')}/meta.json`, { Endpoints: { docker: { Host: 'unix:///home.sock' } } });
    const variables = { DOCKER_CONFIG: directory.path };
    const tls = { directory: directory.at('contexts', 'tls', context('lab'), 'docker'), verify: true };
    expect(engineAddress(variables)).toEqual({ kind: 'tcp', host: 'lab', port: 2376, url: 'tcp://lab:2376', tls });
    expect(engineAddress({ ...variables, DOCKER_CONTEXT: 'home' }).url).toBe('unix:///home.sock');
    expect(engineAddress({ ...variables, DOCKER_HOST: 'unix:///x.sock' }).url).toBe('unix:///x.sock');
    expect(() => engineAddress({ ...variables, DOCKER_CONTEXT: 'none' })).toThrow(/docker context "none" is not there/);
  });
});
