import { types } from 'node:util';
import { messageOf } from '../host/errors.js';
import { NoAnswer } from './client.js';
import { printUrl } from './url.js';

/** What a failed try is told of it. */
export interface Failed {
  readonly method: string;
  readonly url: URL;
  readonly proxy: URL | undefined;
}

/** The words for what the network said: the request, the address, what the code means, the code. */
export function explain(error: unknown, { method, url, proxy }: Failed): NoAnswer {
  const [first, code] = codeOf(error);
  const address = addressIn(first) ?? (proxy ? proxy.host : url.host);
  const via = proxy ? ` through the proxy ${proxy.origin}` : '';
  const certificate = certificates[code];
  if (certificate !== undefined)
    return new NoAnswer(`${method} ${printUrl(url)}${via}: the certificate of ${url.host} is not trusted: ${certificate} (${code})`, {
      cause: error,
      lasting: true,
    });
  const known = meanings[code]?.(address);
  const meaning = known === undefined ? otherwise(messageOf(first), address) : `${known} (${code})`;
  return new NoAnswer(`${method} ${printUrl(url)}${via}: no answer: ${meaning}`, { cause: error });
}

const privateAuthority = 'for a private authority name the file with its certificate in NODE_EXTRA_CA_CERTS';

const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: `it is self-signed; ${privateAuthority}`,
  SELF_SIGNED_CERT_IN_CHAIN: `its authority is not known here; ${privateAuthority}`,
  UNABLE_TO_GET_ISSUER_CERT: `its authority is not known here; ${privateAuthority}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `its authority is not known here; ${privateAuthority}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `its authority is not known here, or the server leaves out a certificate between; ${privateAuthority}`,
  CERT_HAS_EXPIRED: 'it has expired, or the clock of this machine is wrong',
  CERT_NOT_YET_VALID: 'it is not valid yet, or the clock of this machine is wrong',
  CERT_REVOKED: 'it was revoked',
  CERT_UNTRUSTED: `its authority is not trusted; ${privateAuthority}`,
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was made out for another host name',
  HOSTNAME_MISMATCH: 'it was made out for another host name',
  INVALID_PURPOSE: 'it is not a certificate for servers',
};

const meanings: Readonly<Record<string, (address: string) => string>> = {
  ECONNREFUSED: (address) => `nothing listens on ${address}`,
  ENOTFOUND: (address) => `the host name ${address} is not known`,
  EAI_AGAIN: (address) => `the host name ${address} could not be looked up: the name server does not answer`,
  ECONNRESET: (address) => `${address} closed the connection`,
  ECONNABORTED: (address) => `${address} closed the connection`,
  EPIPE: (address) => `${address} closed the connection while the request was being sent`,
  UND_ERR_SOCKET: (address) => `${address} closed the connection`,
  ETIMEDOUT: (address) => `${address} cannot be reached: no reply to the attempt to connect`,
  UND_ERR_CONNECT_TIMEOUT: (address) => `${address} cannot be reached: no reply to the attempt to connect`,
  EHOSTUNREACH: (address) => `there is no way to ${address}`,
  ENETUNREACH: (address) => `there is no way to the network of ${address}`,
  EADDRNOTAVAIL: (address) => `this machine has no address or port left for a connection to ${address}`,
  EMFILE: () => 'this process has too many files and connections open',
  ERR_SSL_WRONG_VERSION_NUMBER: (address) => `${address} does not speak TLS; is it an http: address?`,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: (address) => `${address} does not speak TLS; is it an http: address?`,
  EPROTO: (address) => `${address} and this program found no common form of TLS`,
};

function otherwise(message: string, address: string): string {
  const proxyStatus = /^Proxy .*\((\d+)\)/.exec(message)?.[1];
  if (proxyStatus === '407') return `the proxy wants a user name and password; put them into the proxy's URL`;
  if (proxyStatus !== undefined) return `the proxy refused with status ${proxyStatus}`;
  if (/^aborted$|terminated|other side closed|socket hang up/.test(message))
    return `${address} closed the connection in the middle of the answer`;
  if (/^Parse Error|^HPE_|Response does not match/.test(message)) return `${address} answered with something that is not HTTP`;
  return message;
}

/** The innermost error that has a code: several addresses of one host give one error with all of theirs in it. */
function codeOf(error: unknown): readonly [error: unknown, code: string] {
  if (!types.isNativeError(error)) return [error, ''];
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code in meanings || code in certificates) return [error, code];
  const [inner, innerCode] = error.cause === undefined ? [error, ''] : codeOf(error.cause);
  return innerCode === '' ? [error, code] : [inner, innerCode];
}

function addressIn(error: unknown): string | undefined {
  const { address, port, hostname } = Object(error) as { readonly address?: string; readonly port?: number; readonly hostname?: string };
  if (typeof address === 'string')
    return port === undefined ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  return typeof hostname === 'string' ? hostname : undefined;
}
