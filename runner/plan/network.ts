import { isIP } from 'node:net';
import { notAllowed, notListed, type Asked } from './asked.js';

/** A port of the container that the machine listens on for it. */
export interface Published {
  /** `port/protocol` in the container. */
  readonly inside: string;
  readonly address: string;
  /** Empty: the engine chooses. */
  readonly port: string;
}

/** The network of a container and the names it knows there (delegation.md 6). */
export function network(asked: Asked): Readonly<Record<string, unknown>> {
  const { policy } = asked;
  const dns = asked.each('--dns', (argument) => (isIP(argument) ? argument : asked.form('--dns', 'an IP address')));
  const search = asked.each('--dns-search', (argument) =>
    /^(?:\.|[A-Za-z0-9_.-]+)$/.test(argument) ? argument : asked.form('--dns-search', 'a domain'),
  );
  const hosts = asked.each('--add-host', (argument) => {
    const [, host = '', address = ''] = /^([A-Za-z0-9_.-]+)[:=](.+)$/.exec(argument) ?? [];
    const bare = address.replace(/^\[(.*)\]$/, '$1');
    return isIP(bare) || address === 'host-gateway' ? `${host}:${bare}` : asked.form('--add-host', 'host:address');
  });
  const mode = asked.let('--network', (argument) => asked.whyNotListed(argument, 'networks')) ?? policy.network;
  return {
    ...(dns.length > 0 && { Dns: dns }),
    ...(search.length > 0 && { DnsSearch: search }),
    ...(hosts.length > 0 && { ExtraHosts: hosts }),
    ...(mode !== undefined && { NetworkMode: mode }),
  };
}

/** `[[address:]port:]inside[/protocol]`, single ports. */
export function published(asked: Asked): readonly Published[] {
  const allowed = asked.policy.publish;
  return asked.each('--publish', (argument): Published | undefined => {
    const refuse = (why: string): undefined => asked.refuse('--publish', why);
    if (!allowed) return refuse(notAllowed('publish'));
    const match = /^(?:(?:(\[[0-9A-Fa-f:]+\]|[0-9.]+):)?(\d{0,5}):)?(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(argument);
    if (!match) return refuse('must be [[address:]port:]port[/protocol]');
    const [, addressText = '', port = '', inside = '', protocol = 'tcp'] = match;
    const address = addressText.replace(/^\[|\]$/g, '') || (allowed.addresses[0] ?? '127.0.0.1');
    if (!allowed.addresses.includes(address)) return refuse(notListed('an address', 'publish.addresses'));
    if (port !== '' && !allowed.ports.some(([from, to]) => Number(port) >= from && Number(port) <= to))
      return refuse(notListed('a port of the machine', 'publish.ports'));
    return { inside: `${inside}/${protocol}`, address, port };
  });
}

export function exposedPorts(ports: readonly Published[]): Readonly<Record<string, unknown>> {
  return ports.length > 0 ? { ExposedPorts: Object.fromEntries(ports.map(({ inside }) => [inside, {}])) } : {};
}

export function portBindings(ports: readonly Published[]): Readonly<Record<string, unknown>> {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const { inside, address, port } of ports) (bindings[inside] ??= []).push({ HostIp: address, HostPort: port });
  return ports.length > 0 ? { PortBindings: bindings } : {};
}
