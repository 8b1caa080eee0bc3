import { BlockList, isIP, isIPv6 } from 'node:net';
import { InvalidInput } from '../host/errors.js';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the variables name for an address: `http_proxy`, `https_proxy`, else `all_proxy`, in lower case before upper case, unless
 * `no_proxy` names the host. Loopback addresses never go through a proxy.
 * @returns nothing for a direct connection
 * @throws {InvalidInput} when what the variable holds is no URL of an HTTP proxy
 */
export function proxyFor(url: URL, variables: Variables): URL | undefined {
  const variable = (name: string): string => variables[name] || variables[name.toUpperCase()] || '';
  const proxy = variable(`${url.protocol.slice(0, -1)}_proxy`) || variable('all_proxy');
  if (proxy === '' || isLoopback(url) || exempt(url, variable('no_proxy'))) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  // Not the value: it may hold a password.
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    throw new InvalidInput(
      `the proxy for ${url.protocol}// addresses is not a URL`,
      'Give HTTP_PROXY and HTTPS_PROXY the form http://host:port',
    );
  return new URL(address);
}

/** `localhost` and what is below it, 127.0.0.0/8, `[::1]`. */
export function isLoopback({ hostname }: URL): boolean {
  return /(^|\.)localhost$/.test(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
}

/** Entries of `no_proxy`: `*`, a host or a domain (with or without `.` or `*.` in front), an address or a network, each with a port or without. */
function exempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, ownPort] = isIPv6(entry) ? [] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
      if (ownPort !== undefined && ownPort !== port) return false;
      const domain = name.replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
      return host === domain || host.endsWith(`.${domain}`) || (isIP(host) > 0 && inNetwork(host, domain));
    });
}

function inNetwork(host: string, network: string): boolean {
  const [address = '', bits = ''] = network.split('/');
  const version = isIP(address);
  if (version === 0 || version !== isIP(host) || !/^\d{1,3}$/.test(bits) || Number(bits) > (version === 6 ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), version === 6 ? 'ipv6' : 'ipv4');
  return list.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
