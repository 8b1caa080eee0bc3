import { readFile } from 'node:fs/promises';
import type { Clock } from '../../host/clock.js';
import { messageOf } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import type { Tls } from '../../http/client.js';
import { percentDecode } from '../../http/url.js';
import { askPlugin } from './exec-credential.js';
import { keptLogin } from './kept-login.js';
import { readKubeconfig, type ClusterAccess } from './kubeconfig.js';
import { Refused } from '../tracker.js';

/** An API server, and who asks it. */
export interface Connection {
  /** Scheme, host, port, a path where there is one; no slash at the end. */
  readonly server: string;
  readonly verify: boolean;
  /** Read again for each request: tokens in files are exchanged while a run lasts. */
  identity(signal: AbortSignal): Promise<{ readonly authorization?: string; readonly tls?: Tls }>;
  /** Forgets what a plugin said, after a 401. @returns whether asking again makes sense */
  renew(): boolean;
}

/** The collection of Jobs that an address names. */
export interface JobsAddress {
  /** Where the server is: `https://host:port`, or `kubeconfig:` and the name of a context, which may be empty. */
  readonly place: string;
  /** `/apis/batch/v1/namespaces/NAME/jobs`. */
  readonly jobs: string;
}

/** @returns undefined when it is no address of Jobs */
export function jobsAddress(url: string): JobsAddress | undefined {
  const [, place, jobs] =
    /^(https?:\/\/[^?#]*?|kubeconfig:.*?)\/*(\/apis\/batch\/v1\/namespaces\/[^/?#]+\/jobs)\/?(?:[?#].*)?$/i.exec(url) ?? [];
  return place === undefined || jobs === undefined ? undefined : { place, jobs };
}

export interface LoggingIn {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where a pod finds its service account. */
const account = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * Logs in to a place: with a token that was given, else as a kubeconfig says, or as the service account of the pod that we are in; to any other place
 * without, as `kubectl proxy` takes it.
 * @throws {Refused}
 */
export async function connectionTo(place: string, given: string | undefined, { environment, clock, log }: LoggingIn): Promise<Connection> {
  const [, context] = /^kubeconfig:\/*(.*)$/i.exec(place) ?? [];
  const own = ownCluster(environment);
  const access =
    context !== undefined
      ? ((await readKubeconfig(percentDecode(context), environment)) ?? own)
      : own && isOwn(place, own)
        ? { ...own, server: place }
        : { source: place, server: place, insecure: false, user: {} };
  if (!access)
    throw new Refused('there is no kubeconfig, and this is no pod', 'Set KUBECONFIG, or name the address of the API server in the dataset');
  if (access.insecure) log.warning('the certificate of the API server is not checked, as the kubeconfig says', { server: access.server });
  return connection(access, given, { environment, clock, log });
}

/** The cluster of the pod that we are in; undefined when we are in none. */
export function ownCluster(environment: LoggingIn['environment']): ClusterAccess | undefined {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = environment;
  if (!host) return undefined;
  return {
    source: 'the service account of this pod',
    server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    insecure: false,
    authority: { file: `${account}/ca.crt` },
    user: { tokenFile: `${account}/token` },
  };
}

function isOwn(place: string, { server }: ClusterAccess): boolean {
  const { origin, hostname } = new URL(place);
  return origin === new URL(server).origin || /^kubernetes(?:\.default(?:\.svc(?:\..*)?)?)?$/.test(hostname);
}

async function connection(access: ClusterAccess, given: string | undefined, { environment, clock, log }: LoggingIn): Promise<Connection> {
  const { server, user, source } = access;
  const read = async (pem: { readonly file: string } | { readonly data: string } | undefined): Promise<string | undefined> => {
    if (pem === undefined || 'data' in pem) return pem?.data;
    return readFile(pem.file, 'utf8').catch((error: unknown) => {
      throw new Refused(`${source}: ${pem.file} cannot be read: ${messageOf(error)}`, 'The kubeconfig names it');
    });
  };
  const authority = await read(access.authority);
  const [certificate, key] = [await read(user.certificate), await read(user.key)];
  if (key !== undefined) log.secret(key);
  const trust = {
    ...(authority !== undefined && { authority }),
    ...(access.serverName !== undefined && { serverName: access.serverName }),
  };
  const tlsWith = (own: { readonly certificate?: string; readonly key?: string }): Tls | undefined => {
    const tls = { ...trust, ...own };
    return Object.keys(tls).length === 0 && !access.insecure ? undefined : tls;
  };
  const standing = tlsWith({ ...(certificate !== undefined && { certificate }), ...(key !== undefined && { key }) });
  const { exec } = user;
  const byPlugin =
    exec &&
    keptLogin(
      async (signal) => {
        const cluster = { ...access, ...(authority !== undefined && { authorityText: authority }) };
        const { certificate: ownCertificate, key: ownKey, ...login } = await askPlugin(exec, cluster, { environment, signal });
        if (ownCertificate === undefined || ownKey === undefined) return { ...login, tls: standing };
        log.secret(ownKey);
        return { ...login, tls: tlsWith({ certificate: ownCertificate, key: ownKey }) };
      },
      { clock },
    );
  const bearer = (token: string): string => {
    log.secret(token);
    return `Bearer ${token}`;
  };
  return {
    server: server.replace(/\/+$/, ''),
    verify: !access.insecure,
    async identity(signal) {
      const withTls = (tls: Tls | undefined) => tls && { tls };
      if (given !== undefined) return { authorization: bearer(given), ...withTls(standing) };
      if (user.tokenFile !== undefined)
        return { authorization: bearer(((await read({ file: user.tokenFile })) ?? '').trim()), ...withTls(standing) };
      if (user.token !== undefined) return { authorization: bearer(user.token), ...withTls(standing) };
      if (user.basic) {
        log.secret(user.basic.password);
        const pair = Buffer.from(`${user.basic.username}:${user.basic.password}`).toString('base64');
        return { authorization: `Basic ${pair}`, ...withTls(standing) };
      }
      if (!byPlugin) return { ...withTls(standing) };
      const { token, tls } = await byPlugin.get(signal);
      return { ...(token !== undefined && { authorization: bearer(token) }), ...withTls(tls) };
    },
    renew: () => given === undefined && (byPlugin?.forget() ?? false),
  };
}
