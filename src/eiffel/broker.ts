import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { InvalidInput, messageOf } from '../host/errors.js';

/** A message broker and the exchange on it: what the variables of a deployment say (etos.md 9.1). */
export interface Broker {
  /** What its variables begin with. */
  readonly prefix: BrokerPrefix;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
  /** Absent: no TLS. `authorities` are trusted instead of the machine's own. */
  readonly tls?: { readonly authorities?: string };
  readonly exchange: string;
  /** Seconds between signs of life; a peer that gives none for three of them is gone. */
  readonly heartbeat: number;
}

/** What a subscriber of its own queue is told beside (etos.md 9.1, eiffel.md 5.7). */
export interface Subscription {
  readonly queue: string;
  readonly routingKey: string;
  /** Members of queue.declare in the released library's spelling: `durable`, `exclusive`, `auto_delete`, `arguments`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The event bus, or the internal bus for logs. */
export type BrokerPrefix = 'RABBITMQ' | 'ETOS_RABBITMQ';
type Variables = Readonly<Record<string, string | undefined>>;

const usualExchange: Readonly<Record<BrokerPrefix, string>> = { RABBITMQ: 'eiffel', ETOS_RABBITMQ: 'etos' };
// A lost peer is noticed after some 45 s; with the broker's own proposal it would take three minutes.
const usualHeartbeat = 15;

/**
 * Reads `RABBITMQ_*` or `ETOS_RABBITMQ_*` (etos.md 9.1), and beside them `_CA_FILE`, a file of certificates in PEM, and `_HEARTBEAT`, seconds.
 * @returns undefined when no host is named: there is no broker
 * @throws {InvalidInput} with every variable that is wrong
 */
export function readBroker(variables: Variables, prefix: BrokerPrefix): Broker | undefined {
  const of = (name: string): string => variables[`${prefix}_${name}`] ?? '';
  const host = of('HOST');
  if (host === '') return undefined;
  const problems: string[] = [];
  const number = (name: string, usual: number, most: number): number => {
    const value = of(name) === '' ? usual : /^\s*\d+\s*$/.test(of(name)) ? Number(of(name)) : Number.NaN;
    if (!Number.isInteger(value) || value < 1 || value > most)
      problems.push(`${prefix}_${name} is ${JSON.stringify(of(name))}; expected a whole number from 1 to ${most}`);
    return value;
  };
  if (!isIP(host) && /[^\p{L}\p{N}._-]/u.test(host))
    problems.push(`${prefix}_HOST is ${JSON.stringify(host)}; expected a host name or an IP address alone`);
  const port = number('PORT', 5672, 65_535);
  const heartbeat = number('HEARTBEAT', usualHeartbeat, 3_600);
  // Exactly this word, as the released library has it; unset means it, too.
  const authorities = (of('SSL') || 'true') === 'true' ? readAuthorities(of('CA_FILE'), `${prefix}_CA_FILE`, problems) : undefined;
  if (problems.length > 0) throw new InvalidInput(problems.join('\n'), 'See docs/eiffel.md for the variables');
  return {
    prefix,
    host,
    port,
    heartbeat,
    username: of('USERNAME') || 'guest',
    password: of('PASSWORD') || 'guest',
    vhost: of('VHOST') || '/',
    exchange: of('EXCHANGE') || usualExchange[prefix],
    ...(authorities && { tls: authorities }),
  };
}

/**
 * Reads `RABBITMQ_QUEUE`, `RABBITMQ_ROUTING_KEY` (`#`) and `RABBITMQ_QUEUE_PARAMS` (etos.md 9.1).
 * @throws {InvalidInput}
 */
export function readSubscription(variables: Variables): Subscription {
  const text = variables.RABBITMQ_QUEUE_PARAMS || '{"durable": true}';
  let parameters: unknown;
  try {
    parameters = JSON.parse(text);
  } catch {
    parameters = undefined;
  }
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))
    throw new InvalidInput(
      `RABBITMQ_QUEUE_PARAMS is ${JSON.stringify(text)}; expected a JSON object`,
      'For instance {"durable": true}, as the queue was first declared',
    );
  return {
    queue: variables.RABBITMQ_QUEUE || 'etos-suite-starter',
    routingKey: variables.RABBITMQ_ROUTING_KEY || '#',
    parameters: parameters as Readonly<Record<string, unknown>>,
  };
}

/** The broker as people know it: without the password. */
export function addressOf({ host, port, vhost, tls }: Broker): string {
  return `${tls ? 'amqps' : 'amqp'}://${host.includes(':') ? `[${host}]` : host}:${port}/${vhost === '/' ? '' : encodeURIComponent(vhost)}`;
}

function readAuthorities(file: string, name: string, problems: string[]): { readonly authorities?: string } {
  if (file === '') return {};
  try {
    const authorities = readFileSync(file, 'utf8');
    if (!authorities.includes('-----BEGIN CERTIFICATE-----'))
      problems.push(`${name} names ${file}, which holds no certificate; expected PEM`);
    return { authorities };
  } catch (error) {
    problems.push(`${name} cannot be read: ${messageOf(error)}`);
    return {};
  }
}
