// The machine's engine behind TLS, as `dockerd --tlsverify` is: only who shows a certificate of its authority comes in.

import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { makeCertificates } from './certificates.js';
import { temporaryDirectory } from './directory.js';
import type { TestEngine } from './docker.js';

export interface TlsEngine extends AsyncDisposable {
  readonly port: number;
  /** What DOCKER_CERT_PATH says. */
  readonly certificates: string;
}

export async function tlsEngine({ host }: Pick<TestEngine, 'host'>): Promise<TlsEngine> {
  const directory = await temporaryDirectory();
  const { key, certificate, keyFile, certificateFile, authorityFile } = await makeCertificates(directory.path);
  const certificates = directory.at('client');
  await mkdir(certificates);
  await copyFile(authorityFile, join(certificates, 'ca.pem'));
  await copyFile(certificateFile, join(certificates, 'cert.pem'));
  await copyFile(keyFile, join(certificates, 'key.pem'));
  const options = { key, cert: certificate, ca: await readFile(authorityFile), requestCert: true, rejectUnauthorized: true };
  const server = createServer(options, (client) => {
    const engine = connect(host.replace('unix://', ''));
    client.on('error', () => engine.destroy()).on('close', () => engine.destroy());
    engine.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(engine).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    certificates,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
      await directory[Symbol.asyncDispose]();
    },
  };
}
