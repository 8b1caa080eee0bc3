import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Certificates {
  /** The file with the certificate of the authority. */
  readonly authorityFile: string;
  /** Of a server called `localhost` or `far.example`, signed by that authority. PEM. */
  readonly key: Buffer;
  readonly certificate: Buffer;
  readonly keyFile: string;
  readonly certificateFile: string;
}

/** Makes a private authority and a server's certificate in a directory, with openssl. */
export async function makeCertificates(directory: string): Promise<Certificates> {
  const at = (name: string): string => join(directory, name);
  const openssl = (...command: readonly string[]): Promise<unknown> => promisify(execFile)('openssl', command);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl('req', '-x509', ...key, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '2', '-subj', '/CN=A private authority');
  await openssl('req', ...key, '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', '/CN=localhost');
  await writeFile(at('server.ext'), 'subjectAltName=DNS:localhost,DNS:far.example\n');
  const signing = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('server.ext')];
  await openssl('x509', '-req', '-in', at('server.csr'), ...signing, '-out', at('server.pem'), '-days', '2');
  const [keyFile, certificateFile] = [at('server.key'), at('server.pem')];
  return {
    authorityFile: at('ca.pem'),
    keyFile,
    certificateFile,
    key: await readFile(keyFile),
    certificate: await readFile(certificateFile),
  };
}

/** A client's key and certificate, signed by the authority that `makeCertificates` made in the directory. The paths of both. */
export async function makeClientCertificate(directory: string): Promise<{ readonly key: string; readonly certificate: string }> {
  const at = (name: string): string => join(directory, name);
  const openssl = (...command: readonly string[]): Promise<unknown> => promisify(execFile)('openssl', command);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl('req', ...key, '-keyout', at('client.key'), '-out', at('client.csr'), '-subj', '/CN=ci/O=etos');
  await openssl(
    'x509',
    '-req',
    '-in',
    at('client.csr'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-out',
    at('client.pem'),
    '-days',
    '2',
  );
  return { key: at('client.key'), certificate: at('client.pem') };
}
