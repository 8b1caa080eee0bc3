// A real RabbitMQ. ETOS_TEST_AMQP_URL names one; else one is started where Debian's rabbitmq-server is installed, once for all tests of a jest run, and a
// test that breaks its broker starts one of its own. Node name, ports and data are its own, so that it harms no other; a small shell watches whoever
// started it and ends the broker with them.

import amqp, { type ChannelModel } from 'amqplib';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { makeCertificates } from './certificates.js';

export interface TestBroker {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
  /** Where it speaks TLS as `localhost`, and the file with its private authority; absent of a broker that ETOS_TEST_AMQP_URL names. */
  readonly secure?: { readonly port: number; readonly authorityFile: string };
}

/** A broker that a test may break. Disposing of it takes it away. */
export interface OwnBroker extends TestBroker, AsyncDisposable {
  /** `rabbitmqctl ARGS`. */
  ctl(...args: readonly string[]): Promise<string>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again, on the same data. */
  start(): Promise<void>;
}

// Past Debian's wrapper in /usr/sbin, which changes to a user that cannot read our files.
const programs = '/usr/lib/rabbitmq/bin';
export const missing = existsSync(join(programs, 'rabbitmq-server'))
  ? undefined
  : 'no rabbitmq-server (Debian: apt-get install rabbitmq-server)';

/** A connection past the product's own code. */
export async function connect({ host, port, username, password, vhost }: TestBroker): Promise<ChannelModel> {
  const connection = await amqp.connect(
    { hostname: host, port, username, password, vhost: encodeURIComponent(vhost) },
    { timeout: 10_000 },
  );
  connection.on('error', () => undefined);
  return connection;
}

/** The variables of a broker, as a user sets them. */
export function variablesOf({ host, port, username, password, vhost }: TestBroker, exchange: string): Readonly<Record<string, string>> {
  return {
    RABBITMQ_HOST: host,
    RABBITMQ_PORT: String(port),
    RABBITMQ_USERNAME: username,
    RABBITMQ_PASSWORD: password,
    RABBITMQ_VHOST: vhost,
    RABBITMQ_SSL: 'false',
    RABBITMQ_EXCHANGE: exchange,
  };
}

/** The broker that all tests of this jest run share. */
export async function theBroker(): Promise<TestBroker> {
  if (process.env.ETOS_TEST_AMQP_URL) return parse(process.env.ETOS_TEST_AMQP_URL);
  // Workers are children of the process that everything ends with.
  const owner = process.send ? process.ppid : process.pid;
  const home = join(os.tmpdir(), `etos-test-broker-${owner}`);
  const ready = join(home, 'ready.json');
  const first = await mkdir(home).then(
    () => true,
    () => false,
  );
  if (first) {
    const broker = await launch(home, owner);
    await writeFile(`${ready}.new`, JSON.stringify(broker));
    await rename(`${ready}.new`, ready);
    return broker;
  }
  for (let tries = 0; tries < 900; tries++) {
    const text = await readFile(ready, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as TestBroker;
    await pause(100);
  }
  throw new Error(`the broker in ${home} does not start`);
}

/** Starts a broker that belongs to one test. */
export async function startBroker(): Promise<OwnBroker> {
  const home = await mkdtemp(join(os.tmpdir(), 'etos-test-broker-'));
  const settings = await settingsIn(home);
  let shell = await launchWith(home, settings, process.pid);
  const pidOf = async (): Promise<number> => Number(await readFile(join(home, 'pid'), 'utf8'));
  const kill = async (): Promise<void> => {
    const pid = await pidOf();
    if (!isAlive(pid)) return;
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await pause(20);
    // The name service goes with the shell; the next one wants its port.
    while (shell.exitCode === null && shell.signalCode === null) await pause(20);
  };
  return {
    ...settings.broker,
    async ctl(...args) {
      const { stdout } = await promisify(execFile)(join(programs, 'rabbitmqctl'), args, { env: settings.environment });
      return stdout;
    },
    kill,
    async start() {
      shell = await launchWith(home, settings, process.pid);
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

interface Settings {
  readonly broker: TestBroker;
  readonly environment: NodeJS.ProcessEnv;
}

async function launch(home: string, owner: number): Promise<TestBroker> {
  const settings = await settingsIn(home);
  await launchWith(home, settings, owner);
  return settings.broker;
}

async function settingsIn(home: string): Promise<Settings> {
  const [port, distribution, names, secure = 0] = await freePorts(4);
  const { authorityFile, keyFile, certificateFile } = await makeCertificates(home);
  await writeFile(join(home, 'plugins'), '[].\n');
  const lines = [
    'log.console = false',
    'disk_free_limit.absolute = 10MB',
    `listeners.ssl.1 = 127.0.0.1:${secure}`,
    `ssl_options.cacertfile = ${authorityFile}`,
    `ssl_options.certfile = ${certificateFile}`,
    `ssl_options.keyfile = ${keyFile}`,
    'ssl_options.verify = verify_none',
  ];
  await writeFile(join(home, 'rabbitmq.conf'), `${lines.join('\n')}\n`);
  return {
    broker: {
      host: '127.0.0.1',
      port: port ?? 0,
      username: 'guest',
      password: 'guest',
      vhost: '/',
      secure: { port: secure, authorityFile },
    },
    environment: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: home,
      ERL_EPMD_PORT: String(names),
      ERL_EPMD_ADDRESS: '127.0.0.1',
      RABBITMQ_NODENAME: `etos${String(port)}@localhost`,
      RABBITMQ_NODE_PORT: String(port),
      RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
      RABBITMQ_DIST_PORT: String(distribution),
      RABBITMQ_MNESIA_BASE: join(home, 'data'),
      RABBITMQ_LOG_BASE: join(home, 'log'),
      RABBITMQ_PID_FILE: join(home, 'pid'),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(home, 'plugins'),
      RABBITMQ_CONFIG_FILE: join(home, 'rabbitmq'),
      RABBITMQ_CONF_ENV_FILE: '/dev/null',
    },
  };
}

/** Starts the server and waits until it lets us in. */
async function launchWith(home: string, { broker, environment }: Settings, owner: number): Promise<ChildProcess> {
  await rm(join(home, 'pid'), { force: true });
  const child = spawn('/bin/sh', ['-c', watched, 'sh', String(owner), home, programs], {
    env: environment,
    stdio: 'ignore',
    detached: true,
  });
  child.unref();
  for (let tries = 0; tries < 900 && child.exitCode === null; tries++) {
    const connection = await connect(broker).catch(() => undefined);
    if (connection) {
      await connection.close();
      return child;
    }
    await pause(100);
  }
  throw new Error(`rabbitmq-server does not start; see ${home}`);
}

/** The server with the name service of its Erlang, until it or its owner is gone; the directory goes with the owner. */
const watched = `
epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & names=$!
"$3/rabbitmq-server" >"$2/server.log" 2>&1 & server=$!
while kill -0 "$1" && kill -0 "$server"; do sleep 0.3; done
kill -9 "$names"
kill -9 "$server"
kill -9 "$(cat "$2/pid")"
kill -0 "$1" || rm -rf "$2"
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Several at once, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = net.createServer();
      return new Promise<net.Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function parse(address: string): TestBroker {
  const { hostname, port, username, password, pathname } = new URL(address);
  return {
    host: hostname,
    port: Number(port || 5672),
    username: decodeURIComponent(username) || 'guest',
    password: decodeURIComponent(password) || 'guest',
    vhost: decodeURIComponent(pathname.slice(1)) || '/',
  };
}
