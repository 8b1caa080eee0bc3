import { execFile } from 'node:child_process';
import { messageOf } from '../../host/errors.js';
import type { ClusterAccess, ExecPlugin } from './kubeconfig.js';
import { Refused } from '../tracker.js';

/** A login that a plugin gave. */
export interface ExecCredential {
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
  /** Milliseconds since 1970; absent: until it is refused. */
  readonly expires?: number;
}

/** Some ask a cloud, which may take its time. */
const limit = 60_000;

/**
 * Asks a plugin of a kubeconfig for a login (client.authentication.k8s.io). It gets what it is asked for in KUBERNETES_EXEC_INFO, and nobody to talk to.
 * @throws {Refused} it is not there, fails, takes longer than a minute, or says nothing of use
 */
export async function askPlugin(
  { apiVersion, command, args, env, installHint, provideClusterInfo }: ExecPlugin,
  { source, server, serverName, insecure, authorityText }: ClusterAccess & { readonly authorityText?: string },
  { environment, signal }: { readonly environment: Readonly<Record<string, string | undefined>>; readonly signal: AbortSignal },
): Promise<ExecCredential> {
  const cluster = {
    server,
    ...(serverName !== undefined && { 'tls-server-name': serverName }),
    ...(insecure && { 'insecure-skip-tls-verify': true }),
    ...(authorityText !== undefined && { 'certificate-authority-data': Buffer.from(authorityText).toString('base64') }),
  };
  const info = { apiVersion, kind: 'ExecCredential', spec: { interactive: false, ...(provideClusterInfo && { cluster }) } };
  const variables = { ...environment, ...env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
  const fail = (what: string): Refused =>
    new Refused(`${source}: the login plugin ${command} ${what}`, installHint?.trim() ?? 'Run it by hand: kubectl get jobs');
  const printed = await new Promise<string>((resolve, reject) => {
    const options = { env: variables, timeout: limit, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024, signal } as const;
    const child = execFile(command, [...args], options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      if (signal.aborted) return reject(signal.reason as Error);
      const said = stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
      if (error.code === 'ENOENT') return reject(fail('is not there'));
      if (error.killed) return reject(fail(`gave no login within ${limit / 1000} s`));
      reject(fail(`failed${typeof error.code === 'number' ? ` with exit code ${error.code}` : ''}${said && `: ${said}`}`));
    });
    child.stdin?.on('error', () => undefined).end();
  });
  try {
    return statusIn(JSON.parse(printed));
  } catch (error) {
    throw fail(`gave no login: ${error instanceof SyntaxError ? 'what it prints is not JSON' : messageOf(error)}`);
  }
}

function statusIn(answer: unknown): ExecCredential {
  const { kind, status } = Object(answer) as { readonly kind?: unknown; readonly status?: unknown };
  if (kind !== 'ExecCredential') throw new Error('it prints no ExecCredential');
  const { token, clientCertificateData, clientKeyData, expirationTimestamp } = Object(status) as Readonly<Record<string, unknown>>;
  const expires = Date.parse(String(expirationTimestamp));
  const credential = {
    ...(typeof token === 'string' && token !== '' && { token }),
    ...(typeof clientCertificateData === 'string' &&
      typeof clientKeyData === 'string' && { certificate: clientCertificateData, key: clientKeyData }),
  };
  if (Object.keys(credential).length === 0) throw new Error('its status has neither a token nor a certificate with its key');
  return { ...credential, ...(!Number.isNaN(expires) && { expires }) };
}
