import { createServer } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { engineFrom } from '../docker/create-engine.js';
import { InvalidInput } from '../host/errors.js';
import type { RunOptions } from './options.js';
import type { Prepared } from './prepare.js';

/** How test runners reach the server of the run. */
export interface Reach {
  /** The address to listen on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The address that others are told, when it is another one: scheme, host and port. */
  readonly origin?: URL;
  /** Who gets there: processes of this machine, its containers too, others too; `own` where the run starts all test runners itself. */
  readonly by: 'own' | 'processes' | 'containers' | 'others';
}

const loopback = { host: '127.0.0.1', port: 0 };
const localSpaces: readonly string[] = ['default', 'docker', 'process'];

/** Whether the run starts its test runners itself, on this machine: they need no way in from outside. */
export function startsHere({ providers }: Pick<Prepared, 'providers'>): boolean {
  const provider = providers['execution-space'];
  return provider.type === 'jsontas' && provider.text === '' && localSpaces.includes(provider.id);
}

/**
 * Where the run's server is to listen. Test runners that are started elsewhere reach it at `--advertise-url`; without one, those in containers of this
 * machine do, at the address that it has on Docker's bridge.
 * @throws {InvalidInput} when the address to advertise is none that we can listen for
 */
export async function reachOf(
  prepared: Pick<Prepared, 'providers' | 'engine'>,
  { advertise }: Pick<RunOptions, 'advertise'>,
  { environment, signal }: { readonly environment: Readonly<Record<string, string | undefined>>; readonly signal: AbortSignal },
): Promise<Reach> {
  if (advertise !== undefined) return readAdvertised(advertise);
  if (startsHere(prepared)) return { ...loopback, by: 'own' };
  if ('absent' in prepared.engine) return { ...loopback, by: 'processes' };
  const gateway = await engineFrom(environment)
    .bridgeAddress({ limit: 3_000, signal })
    .catch(() => undefined);
  // The engine may be on another machine, or in one of its own.
  return gateway !== undefined && (await canListenAt(gateway))
    ? { host: gateway, port: 0, by: 'containers' }
    : { ...loopback, by: 'processes' };
}

/** The system's list of interfaces leaves a bridge out while no container is on it. */
async function canListenAt(host: string): Promise<boolean> {
  const server = createServer();
  const listens = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(0, host, () => resolve(true));
  });
  if (listens) await new Promise((resolve) => server.close(resolve));
  return listens;
}

/** Whether a host is this machine, as far as its name or address tells. */
export function isThisMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare.endsWith('.localhost') || bare === hostname().toLowerCase() || /^127\.|^::1$/.test(bare)) return true;
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === bare));
}

function readAdvertised(text: string): Reach {
  const origin = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = origin?.protocol === 'http:' || origin?.protocol === 'https:';
  if (!origin || !isHttp || origin.search !== '' || origin.hash !== '' || origin.username !== '')
    throw new InvalidInput(
      `--advertise-url is ${JSON.stringify(text)}; expected an address such as http://ci-7.example.org:8123`,
      'It is the address at which test runners on other machines reach this one',
    );
  // Behind TLS or a path stands somebody who hands on to a port of ours, which has to be named.
  if (origin.port === '' && (origin.protocol === 'https:' || origin.pathname !== '/'))
    throw new InvalidInput(
      `--advertise-url is ${JSON.stringify(text)}, and names no port; expected the port that requests are handed on to`,
      'For instance https://proxy.example.org:8123/ where the proxy forwards to port 8123 of this machine',
    );
  return { host: '0.0.0.0', port: Number(origin.port || 0), origin, by: 'others' };
}
